"""The verdict table: one row per region and target, and the fans behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Flag, auto
from functools import cached_property

import pandas as pd

from sxresearch.monitoring.rows_by_region import RowsByRegion

VERDICT_COLUMNS = (
    # what is judged
    "plan", "field", "goal", "target", "region", "indicator", "group", "rule",
    "target_value", "target_year", "as_of", "unit",
    # what was observed
    "latest_year", "latest_value", "met_now",
    # where it is going: median and limits of the 50, 80 and 95 % prediction intervals in the target year
    "projected", "lower50", "upper50", "lower80", "upper80", "lower95", "upper95",
    # will it be met
    "p_attain", "p_underlying", "p_every_year", "progress", "time_elapsed", "status", "flag", "warnings",
    # what would have to happen
    "required_change_per_year", "observed_change_per_year", "shortfall",
    # how far to trust it
    "evidence_grade", "method", "n_points", "synthetic", "reason_zh", "reason_en",
    "notes_zh", "notes_en",
    # further facts behind the row
    "p_naive", "base_year", "base_value", "second_indicator", "second_group", "second_latest_value",
    "episodes", "episodes_at_pace", "shortfall_persons", "aspiration", "stated_in", "plan_value", "department",
    "common_share", "disclosure",
)  # fmt: skip
"""Columns of the verdict table in order. Quantities are in the indicator's unit (changes: per year);
probabilities lie in [0, 1]; a missing value is NaN/None, never a filled-in number.

``target`` is the target's id, ``goal`` the goal's number; ``warnings`` holds WarningKind values joined by ``;``.
``target_value`` is the threshold Y is compared with (for ``reduce_from_base`` from the base year; empty for
rules without a number). ``required_change_per_year`` runs from the latest value to the threshold and is 0 where
the latest value passes; ``observed_change_per_year`` is the mean since the base year (or the last five years).
``p_attain`` is the probability of what the final evaluation will ask: that the published figure meets the printed
target, or the printed base; ``p_underlying`` (counts only) that of the level freed from counting noise.
``progress`` is the share of the way from base to target that the latest figure has gone (see
:mod:`sxresearch.assessment.progress` for where it is undefined), ``time_elapsed`` the share of the time.
``shortfall`` is how far ``projected`` misses the threshold: positive means it falls short.
``notes_zh`` and ``notes_en`` tell what the answer hangs on (tolerance, other readings of the text, a base that can't
be bettered); the reasons contain them. ``p_naive`` is the probability under the naive walk. ``episodes`` counts
comparable stretches of as many years in the panel, ``episodes_at_pace`` those that moved at least as fast as required.
``plan_value`` is the value of the plan itself where a city's own plan replaces it. ``common_share`` is the share of
the variance in the target year that all regions of the panel have in common, in [0, 1]. ``disclosure`` says whether the
numbers of the row may be published (:class:`sxresearch.terms.Disclosure`); an assessment that is fresh is internal.
"""

FAN_COLUMNS = (
    "region", "target", "indicator", "group", "year",
    "median", "lower50", "upper50", "lower80", "upper80", "lower95", "upper95", "naive",
)  # fmt: skip
"""Columns of the fan table: one row per region, target and year from the first year without a figure to the
target year; all values in the indicator's unit. ``naive`` is the median of the naive walk (the level as it stands)."""


SCENARIO_COLUMNS = ("region", "target", "scenario", "pace", "peer", "p")
"""Columns of the table of scenarios (:mod:`sxresearch.assessment.what_if`): one row per region, target and scenario
that can be worked out. ``pace`` is the mean yearly change in the indicator's unit, ``peer`` the code of the region
whose pace it is, empty but for the best peer's; ``p`` the probability of the target's event along that path."""


def no_scenarios() -> pd.DataFrame:
    """The table of scenarios of an assessment that was not asked for any."""
    return pd.DataFrame(columns=list(SCENARIO_COLUMNS))


class Details(Flag):
    """What an assessment works out beside the answers; each takes its time over many regions."""

    NONE = 0
    REASONS = auto()
    """The sentences of a verdict, ``reason_zh`` to ``notes_en``; else these are empty texts."""
    FANS = auto()
    """The table of fans; else it is empty."""
    SCENARIOS = auto()
    """The table of scenarios; else it is empty."""
    ALL = REASONS | FANS | SCENARIOS


@dataclass(frozen=True)
class Assessment:
    """Everything that :func:`sxresearch.assessment.assess.assess` found.

    ``verdicts`` has the columns VERDICT_COLUMNS, ``fans`` the columns FAN_COLUMNS, ``scenarios`` the columns
    SCENARIO_COLUMNS; what was not asked for is empty (:class:`Details`).
    """

    verdicts: pd.DataFrame
    fans: pd.DataFrame
    scenarios: pd.DataFrame = field(default_factory=no_scenarios)

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """The regions that were judged, in the order of their rows."""
        return tuple(self.verdicts["region"].unique())

    def covers(self, regions: Sequence[str]) -> bool:
        """Whether all of ``regions`` were judged, in the same order."""
        rest = iter(self.regions)
        return all(code in rest for code in regions)

    def of_regions(self, regions: Sequence[str]) -> "Assessment":
        """Only the rows of ``regions``; where these are all, nothing is copied before it is changed."""
        tables = (self.verdicts, self.fans, self.scenarios)
        everyone = set(regions) >= set(self.regions)
        parts = tables if everyone else (table[table["region"].isin(list(regions))] for table in tables)
        return Assessment(*(part.reset_index(drop=True) for part in parts))

    def of_region(self, region: str) -> "Assessment":
        """Only the rows of one region."""
        return self.of_regions([region])


class AssessmentByRegion:
    """An assessment of many regions, of which some are asked for one after another.

    The same as :meth:`Assessment.of_regions`, without a look at all rows each time.
    """

    def __init__(self, whole: Assessment):
        self._tables = [RowsByRegion(table) for table in (whole.verdicts, whole.fans, whole.scenarios)]

    def of(self, regions: Sequence[str]) -> Assessment:
        """The rows of these regions."""
        return Assessment(*(table.of(regions).reset_index(drop=True) for table in self._tables))
