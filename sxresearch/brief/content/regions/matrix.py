"""Targets against regions: one cell per verdict, with shape, word and probability."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sxresearch.assessment.miss_counts import RELATED, MissCount, OpenTarget, miss_count
from sxresearch.assessment.status import DECIDED, StatusGroup, group_of
from sxresearch.brief.content.chart_panels import chart_anchor
from sxresearch.brief.content.headline import ranged
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.content.subject import Place
from sxresearch.brief.content.target_row import SYMBOLS, TargetRow
from sxresearch.brief.content.wording import department_title, known, number
from sxresearch.plan.regions import Region
from sxresearch.terms import Language, Status

MOST_REGIONS = 300
"""129 regions make a page of 3 MB, and the page grows with them."""


@dataclass(frozen=True)
class Cell:
    """One verdict: ``probability`` is the printed one, ``p`` the number behind it or none.

    ``chance`` is ``p``, or the middle of its band where it is not published; ``common`` the share of the projection's
    variance that the regions have in common. ``anchor`` is where the region's brief has the chart, or empty.
    """

    status: Status
    word: str
    probability: str
    p: float | None
    chance: float | None
    common: float = RELATED
    anchor: str = ""

    @property
    def symbol(self) -> str:
        """The shape of the status."""
        return SYMBOLS[self.status]

    @property
    def words(self) -> str:
        """The status, with the probability where there is one."""
        return self.word if self.p is None else f"{self.word} {self.probability}"

    @property
    def rank(self) -> str:
        """What the browser sorts by: the chance of attaining, 0 and 1 where it is decided, empty without an answer."""
        if self.status is Status.NOT_ASSESSABLE:
            return ""
        return f"{1 - self.miss:.4f}"

    @property
    def miss(self) -> float:
        """What the verdict adds to the expected number of misses."""
        if group_of(self.status) is StatusGroup.MISSED:
            return 1.0
        return 0.0 if self.chance is None or self.status is Status.MET else 1 - self.chance


@dataclass(frozen=True)
class MatrixRow:
    """One target over all regions; a cell is none where no plan binds the region to it.

    ``departments`` are those that answer for the target in one of the regions.
    """

    place: Place
    title: str
    aim: str
    departments: tuple[str, ...]
    cells: tuple[Cell | None, ...]

    @property
    def misses(self) -> float:
        """Expected number of regions that miss the target."""
        return self.miss_count.expected

    @cached_property
    def miss_count(self) -> MissCount:
        """The number of regions that miss the target, with its 80 % range."""
        held = [(str(place), cell) for place, cell in enumerate(self.cells) if cell]
        missed = sum(group_of(cell.status) is StatusGroup.MISSED for _, cell in held)
        open_ = [(place, cell) for place, cell in held if cell.status not in DECIDED]
        chances = [OpenTarget(place, "", cell.chance, cell.common) for place, cell in open_ if cell.chance is not None]
        return miss_count(missed, chances)

    def misses_text(self, language: Language) -> str:
        """The same as it is printed."""
        return ranged(self.misses, self.miss_count.low, self.miss_count.high, language)

    @property
    def judged(self) -> int:
        """Regions with an answer."""
        return sum(cell is not None and cell.status is not Status.NOT_ASSESSABLE for cell in self.cells)


@dataclass(frozen=True)
class Matrix:
    """Measurable targets plan by plan in the plans' order, against regions in the order of the region list."""

    regions: tuple[Region, ...]
    rows: tuple[MatrixRow, ...]
    language: Language
    most: int = MOST_REGIONS

    @property
    def too_wide(self) -> bool:
        """Whether there are more regions than a page can show side by side."""
        return len(self.regions) > self.most

    @property
    def departments(self) -> tuple[str, ...]:
        """Every responsible department, by name."""
        return tuple(sorted({name for row in self.rows for name in row.departments}))

    @property
    def statuses(self) -> tuple[Status, ...]:
        """Every status that occurs, from met to not assessable."""
        seen = {cell.status for row in self.rows for cell in row.cells if cell}
        return tuple(status for status in SYMBOLS if status in seen)


def matrix(shown: Sequence[RegionVerdicts]) -> Matrix:
    """All measurable targets of the regions; the plans that bind most regions come first."""
    language = shown[0].subject.language if shown else Language.ZH
    first: dict[str, TargetRow] = {}
    widest = Counter(plan.id for member in shown for plan in member.subject.plans)
    for member in sorted(shown, key=lambda item: -max((widest[plan.id] for plan in item.subject.plans), default=0)):
        for row in member.rows:
            if not row.is_checklist:
                first.setdefault(row.place.target.id, row)
    rows = tuple(_row(row, shown) for row in first.values())
    return Matrix(tuple(member.region for member in shown), rows, language)


def _row(row: TargetRow, shown: Sequence[RegionVerdicts]) -> MatrixRow:
    held = [member.by_target.get(row.place.target.id) for member in shown]
    departments = dict.fromkeys(filter(None, (department_of(item) for item in held if item)))
    return MatrixRow(row.place, row.title, row.aim, tuple(departments), tuple(_cell(item) for item in held))


def _cell(row: TargetRow | None) -> Cell | None:
    if row is None:
        return None
    shared = number(row.row.common_share)
    common = RELATED if shared is None else shared
    return Cell(row.status, row.status_word, row.probability, row.p, row.chance, common, chart_anchor(row))


def department_of(row: TargetRow) -> str:
    """The responsible department, with its region where it is the region's own; empty where none is named."""
    named = str(row.row.department) if known(row.row.department) else ""
    return department_title(row.subject, row.place, named)


def choices(cells: Matrix) -> dict[str, list[tuple[str, str]]]:
    """The filters that leave a choice, and what can be chosen in each: value and name."""
    plans = {row.place.plan.id: row.place.plan.title.in_language(cells.language) for row in cells.rows}
    fields = {
        f"{row.place.plan.id}/{row.place.field.id}": row.place.field.title.in_language(cells.language)
        for row in cells.rows
    }
    departments = [(name, name) for name in cells.departments]  # one is a choice: other targets have none
    offered = {
        "plan": list(plans.items()),
        "field": list(fields.items()),
        "region": [(region.code, region.title(cells.language)) for region in cells.regions],
    }
    several = {name: options for name, options in offered.items() if len(options) > 1}
    return several | ({"department": departments} if departments else {})
