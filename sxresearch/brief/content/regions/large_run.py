"""A run of more regions than a page can name one by one: those above the counties are named, all are counted.

The regions are looked at one after another, and of each only what its sums need is kept, so that thousands take little
more memory than hundreds.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.year_before import YearBefore
from sxresearch.brief.content.regions.changes import Comparison
from sxresearch.brief.content.regions.matrix import Matrix, MatrixRow, department_of
from sxresearch.brief.content.regions.overview import (
    OverviewContent,
    WholeRun,
    beside_history,
    corrected_misses,
    overview_of,
    silent_regions,
    verdicts_of,
)
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.content.since.changed_answers import Told, since_of_regions
from sxresearch.language import say
from sxresearch.plan.regions import Region
from sxresearch.terms import Level

SUMMED = [
    "plan", "field", "target", "region", "indicator", "rule", "status", "met_now", "progress", "p_attain", "disclosure",
    "common_share", "as_of", "level", "apart", "department",
]  # fmt: skip
"""Columns of the verdicts that the sums need."""


def is_named(region: Region) -> bool:
    """Whether the overview of a large run names the region; a county is told by its brief and its province's index."""
    return region.level is not Level.COUNTY


@dataclass(frozen=True)
class History:
    """What the answers of today are compared with: those of a year before, of an earlier run, and the records."""

    before: YearBefore
    records: Mapping[str, TrackRecord]
    earlier_run: pd.DataFrame | None


def overview_of_all(
    each: Iterable[RegionVerdicts], history: History, inputs: Inputs, links: Mapping[str, str], *, internal: bool
) -> OverviewContent:
    """The overview of a run whose regions are all named."""
    content = overview_of(tuple(each), before=history.earlier_run, links=links, internal=internal)
    return beside_history(content, history.before, history.records, inputs)


def overview_of_many(
    each: Iterable[RegionVerdicts], history: History, inputs: Inputs, links: Mapping[str, str], *, internal: bool
) -> OverviewContent:
    """The overview of a run of more than MOST_REGIONS
    (:data:`sxresearch.brief.content.regions.matrix.MOST_REGIONS`); ``links`` has region code to the address of its
    brief, relative to the page.
    """
    named: list[RegionVerdicts] = []
    sums = _Sums(Comparison(history.earlier_run) if history.earlier_run is not None else None)

    def told() -> Iterator[Told]:
        for member in each:
            sums.add(member)
            if is_named(member.region) or not named:
                named.append(member)
            yield member.subject, member.rows

    silent = silent_regions(history.records)
    since = since_of_regions(told(), history.before, inputs, withheld=silent, internal=internal)
    lead = say("brief-overview-many", named[0].subject.language, regions=str(len(sums.regions)), named=str(len(named)))
    content = overview_of(named, lead=lead, links=links, internal=internal)
    corrected = corrected_misses(named, history.records)
    return replace(content, since=since, corrected=corrected, whole=sums.whole(named[0], inputs))


class _Sums:
    """What is kept of every region."""

    def __init__(self, comparison: Comparison | None):
        self.regions: list[Region] = []
        self._tables: list[pd.DataFrame] = []
        self._first: dict[str, MatrixRow] = {}
        self._departments: dict[str, dict[str, None]] = {}
        self._comparison = comparison

    def add(self, member: RegionVerdicts) -> None:
        """Count a region in."""
        self.regions.append(member.region)
        self._tables.append(verdicts_of(member)[SUMMED])
        for row in member.rows:
            if not row.is_checklist:
                target = row.place.target.id
                if target not in self._first:
                    self._first[target] = MatrixRow(row.place, row.title, row.aim, (), ())
                if is_named(member.region) and (name := department_of(row)):
                    self._departments.setdefault(target, {})[name] = None
        if self._comparison:
            self._comparison.add(member)

    def whole(self, first: RegionVerdicts, inputs: Inputs) -> WholeRun:
        """All regions together; ``first`` is one of them."""
        rows = tuple(
            replace(row, departments=tuple(self._departments.get(target, ()))) for target, row in self._first.items()
        )
        cells = Matrix(tuple(self.regions), rows, first.subject.language)
        synthetic = not {region.code for region in self.regions}.isdisjoint(inputs.synthetic_regions)
        changed = self._comparison.changes() if self._comparison else None
        return WholeRun(pd.concat(self._tables, ignore_index=True), cells, changed, synthetic)
