"""What would have been said a year before: the same targets, judged from data up to the year before the latest.

The method and the parameters are those of today, so that a difference comes from figures alone. It is judged twice
where figures of earlier years were revised since: with the figures as they stood then, and as they stand today.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from sxresearch.assessment.assess import assess, assessment_of
from sxresearch.assessment.column_tables import stacked
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.vintages import figures_by_origin
from sxresearch.assessment.verdict import Assessment, Details
from sxresearch.monitoring.contract import KEY

REVISION_COLUMNS = (*KEY, "before", "now")


@dataclass(frozen=True)
class YearBefore:
    """The answers of a year before; without fans, reasons and notes.

    ``known_then`` holds the verdicts with the figures as they stood then, ``known_now`` those with the figures of the
    same years as they stand today; ``as_of`` in both is the region's own latest year then. ``revisions`` are the
    figures that differ (columns REVISION_COLUMNS, in the indicator's unit).
    """

    known_then: Assessment
    known_now: Assessment
    revisions: pd.DataFrame

    def of_region(self, region: str) -> "YearBefore":
        """The same for one region."""
        return YearBefore(
            self.known_then.of_region(region), self.known_now.of_region(region), self.revisions_of(region)
        )

    def revisions_of(self, region: str) -> pd.DataFrame:
        """The revised figures of one region."""
        return self.revisions[self.revisions["region"] == region].reset_index(drop=True)


def assess_year_before(
    inputs: Inputs, regions: Sequence[str], as_of: int | None = None, target_year: int | None = None
) -> YearBefore:
    """Judge every target from data up to the year before each region's own latest (up to ``as_of``).

    A region without an earlier year has no rows.
    """
    parts = [_judged(inputs, codes, year, target_year) for year, codes in _by_year(inputs, regions, as_of).items()]
    then, now, revisions = zip(*parts, strict=True) if parts else ((), (), ())
    return year_before_of(then, now, revisions, inputs, tuple(regions))


def year_before_of(
    then: Sequence[Assessment],
    now: Sequence[Assessment],
    revisions: Sequence[pd.DataFrame],
    inputs: Inputs,
    regions: tuple[str, ...],
) -> YearBefore:
    """Several answers of a year before as one; without any revision both sides of it are one and the same.

    The tables of several assessments are used up.
    """
    revised = stacked(revisions, REVISION_COLUMNS)
    if revised.empty:
        known = assessment_of(now, inputs.plans, regions)
        return YearBefore(known, known, revised)
    both = [[_with_tables_of_its_own(one) for one in side] for side in (then, now)]  # some stand on either side
    known_then, known_now = (assessment_of(side, inputs.plans, regions) for side in both)
    return YearBefore(known_then, known_now, revised)


def _with_tables_of_its_own(one: Assessment) -> Assessment:
    return Assessment(*(table.copy(deep=False) for table in (one.verdicts, one.fans, one.scenarios)))


def _by_year(inputs: Inputs, regions: Sequence[str], as_of: int | None) -> Mapping[int, list[str]]:
    """The year before each region's latest to the regions; without those of which nothing is older."""
    first, last = inputs.extent.years()
    before = inputs.extent.newest(regions, as_of or last) - 1
    older = np.zeros(len(before), dtype=bool)
    for year in np.unique(before[before >= first]):
        mine = np.flatnonzero(before == year)
        older[mine] = inputs.extent.newest([regions[int(place)] for place in mine], int(year)) > 0
    found: dict[int, list[str]] = {}
    for place in np.flatnonzero(older):
        found.setdefault(int(before[place]), []).append(regions[int(place)])
    return found


def _judged(
    inputs: Inputs, codes: list[str], year: int, target_year: int | None
) -> tuple[Assessment, Assessment, pd.DataFrame]:
    now = assess(inputs, codes, year, target_year, details=Details.NONE)
    then, revisions = as_known_then(inputs, year)
    if revisions.empty:
        return now, now, revisions
    mine = revisions[revisions["region"].isin(codes)].reset_index(drop=True)
    return assess(then, codes, year, target_year, details=Details.NONE), now, mine


def as_known_then(inputs: Inputs, year: int) -> tuple[Inputs, pd.DataFrame]:
    """The inputs with the figures up to ``year`` as they had been reported by then; and those that differ today.

    What had been reported by then is what the track record says, see
    :func:`sxresearch.assessment.track_record.vintages.figures_by_origin`.
    """
    known = figures_by_origin(inputs.observations)
    if known is None:
        return inputs, pd.DataFrame(columns=list(REVISION_COLUMNS))
    then, today = known(year), inputs.observations.figures.reset_index(drop=True)
    moved = (today["year"] <= year) & today["value"].notna() & (then["value"] != today["value"])
    revisions = today.loc[moved, list(KEY)].assign(before=then.loc[moved, "value"], now=today.loc[moved, "value"])
    if revisions.empty:
        return inputs, revisions
    held = inputs.observations.held  # what is held today was held then
    if len(held):
        then = pd.concat([then, held], ignore_index=True).sort_values(list(KEY), kind="stable", ignore_index=True)
    return replace(inputs, observations=replace(inputs.observations, table=then)), revisions.reset_index(drop=True)
