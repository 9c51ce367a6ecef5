"""Which department answers for a target, everywhere or in one region: an optional table of the user's own."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sxresearch.errors import BadPlan, Fault
from sxresearch.file_content import text_of
from sxresearch.plan.catalogue import Plan
from sxresearch.plan.indicators import Indicators
from sxresearch.plan.regions import Regions

_HEADERS = {
    "监测目标": "target",
    "任务": "target",  # its name in files of earlier versions
    "指标": "indicator",
    "责任部门": "department",
    "地区": "region",
    "地区代码": "region",
}
_EVERYWHERE = ""


@dataclass(frozen=True)
class Responsibility:
    """Department by target id and region code; a target without one is simply not in it.

    The code is empty where the department answers for the target in every region. A region's own department
    answers there alone: a city's not for its counties.
    """

    departments: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.departments)

    def of(self, target_id: str, region: str = _EVERYWHERE) -> str | None:
        """The department that answers for the target in the region: its own, else the general one, or none."""
        return self.departments.get((target_id, region)) or self.departments.get((target_id, _EVERYWHERE))

    def only_in(self, department: str) -> tuple[str, ...]:
        """Codes of the regions whose own department bears this name; none where one of that name answers everywhere."""
        places = [region for (_, region), name in self.departments.items() if name == department]
        return () if _EVERYWHERE in places else tuple(dict.fromkeys(places))

    def is_of_region(self, target_id: str, region: str) -> bool:
        """Whether the department that answers for the target in the region is the region's own."""
        return bool(region) and (target_id, region) in self.departments


@dataclass(frozen=True)
class _Row:
    where: str
    line: int
    target: str
    indicator: str
    department: str
    region: str


def load_responsibility(path: Path, plans: Iterable[Plan], indicators: Indicators, regions: Regions) -> Responsibility:
    """Read ``responsibility.csv``; empty if it is absent.

    Columns: ``target`` or ``indicator``, ``department``, and ``region`` if departments differ by region (code or
    name; an empty cell means every region). A row with a region goes before one without; of those, a row for a
    target goes before one for its indicator, which speaks for every target of that indicator.

    Raises
    ------
    BadPlan
        With every fault found: missing columns, cells beyond the header, unknown targets, indicators and regions,
        rows without a department, the same target or indicator twice in one region.
    """
    if not path.exists():
        return Responsibility()
    known = _Known.of(plans, indicators, regions)
    rows = [replace(row, region=known.codes.get(row.region, row.region)) for row in _rows(path)]
    faults = [fault for row in rows for fault in _faults(row, known)]
    faults += _twice(rows, known)
    if faults:
        raise BadPlan(faults)
    by_indicator = {(known.spellings[row.indicator], row.region): row.department for row in rows if row.indicator}
    inherited = {
        (target, region): department
        for target, of in known.targets.items()
        for (indicator, region), department in by_indicator.items()
        if indicator == of
    }
    return Responsibility(inherited | {(row.target, row.region): row.department for row in rows if row.target})


@dataclass(frozen=True)
class _Known:
    """What the table may speak of: targets with their indicator and the regions they bind, names of both."""

    targets: Mapping[str, str | None]
    bound: Mapping[str, tuple[str, frozenset[str]]]
    spellings: Mapping[str, str]
    codes: Mapping[str, str]

    @classmethod
    def of(cls, plans: Iterable[Plan], indicators: Indicators, regions: Regions) -> "_Known":
        places = [(plan, target) for plan in plans for _, _, target in plan.places()]
        binds = {plan.id: frozenset(plan.binds(regions)) for plan, _ in places}
        return cls(
            {target.id: target.indicator for _, target in places},
            {target.id: (plan.id, binds[plan.id]) for plan, target in places},
            indicators.spellings(),
            {**regions.by_name(), **{region.code: region.code for region in regions}, _EVERYWHERE: _EVERYWHERE},
        )


def _rows(path: Path) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(text_of(path, BadPlan), newline=""))
    header = [_HEADERS.get(cell.strip(), cell.strip()) for cell in next(reader, [])]
    if not any(header):
        raise BadPlan.of("file-empty", str(path))
    if "department" not in header or not {"target", "indicator"} & set(header) or len(set(header)) < len(header):
        raise BadPlan.of("department-columns", f"{path}:1", found=", ".join(header))
    for cells in reader:
        line = reader.line_num
        if any(cell.strip() for cell in cells[len(header) :]):
            raise BadPlan.of("row-too-long", f"{path}:{line}", columns=str(len(header)))
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        if any(row.values()):
            parts = (row.get(name, "") for name in ("target", "indicator", "department", "region"))
            yield _Row(f"{path}:{line}", line, *parts)


def _faults(row: _Row, known: _Known) -> Iterator[Fault]:
    count = bool(row.target) + bool(row.indicator)
    if count != 1:
        yield Fault.of("department-one-of", row.where, count=str(count))
    if row.target and row.target not in known.targets:
        yield Fault.of("department-target-unknown", row.where, id=row.target)
    if row.indicator and known.spellings.get(row.indicator) not in set(known.targets.values()) - {None}:
        yield Fault.of("department-indicator-unknown", row.where, id=row.indicator)
    if not row.department:
        yield Fault.of("department-empty", row.where)
    if row.region not in known.codes:
        yield Fault.of("department-region-unknown", row.where, found=row.region)
    elif row.region and row.target in known.bound and row.region not in known.bound[row.target][1]:
        yield Fault.of("override-region-unbound", row.where, plan=known.bound[row.target][0], code=row.region)


def _twice(rows: Iterable[_Row], known: _Known) -> Iterator[Fault]:
    seen: dict[tuple[str, str, str], int] = {}
    for row in rows:
        place = (row.target, known.spellings.get(row.indicator, row.indicator), row.region)
        if any(place[:2]) and place in seen:
            yield Fault.of("department-twice", row.where, id=row.target or row.indicator, line=str(seen[place]))
        seen.setdefault(place, row.line)
