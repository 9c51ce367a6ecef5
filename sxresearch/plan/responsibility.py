"""Which department answers for a target: an optional table of the user's own."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sxresearch.errors import BadPlan, Fault
from sxresearch.plan.catalogue import Plan
from sxresearch.plan.indicators import Indicators
from sxresearch.text_encoding import decoded

_HEADERS = {"任务": "target", "指标": "indicator", "责任部门": "department"}


@dataclass(frozen=True)
class Responsibility:
    """Department by target id; a target without one is simply not in it."""

    departments: Mapping[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.departments)

    def of(self, target_id: str) -> str | None:
        """The department that answers for the target, or none."""
        return self.departments.get(target_id)


@dataclass(frozen=True)
class _Row:
    where: str
    line: int
    target: str
    indicator: str
    department: str


def load_responsibility(path: Path, plans: Iterable[Plan], indicators: Indicators) -> Responsibility:
    """Read ``responsibility.csv`` (columns ``target`` or ``indicator``, and ``department``); empty if it is absent.

    A row for an indicator speaks for every target of that indicator; a row for a target goes before it.

    Raises
    ------
    BadPlan
        With every fault found: missing columns, a row longer than the header,
        unknown targets and indicators, rows without a department,
        the same target or indicator twice.
    """
    if not path.exists():
        return Responsibility()
    targets = {target.id: target.indicator for plan in plans for _, _, target in plan.places()}
    spellings = indicators.spellings()
    rows = list(_rows(path))
    faults = [fault for row in rows for fault in _faults(row, targets, spellings)]
    faults += _twice(rows, spellings)
    if faults:
        raise BadPlan(faults)
    by_target = {row.target: row.department for row in rows if row.target}
    by_indicator = {spellings[row.indicator]: row.department for row in rows if row.indicator}
    inherited = {name: by_indicator[of] for name, of in targets.items() if of in by_indicator}
    return Responsibility(inherited | by_target)


def _rows(path: Path) -> Iterator[_Row]:
    text = decoded(path.read_bytes())
    if text is None:
        raise BadPlan.of("csv-encoding", str(path))
    reader = csv.reader(io.StringIO(text, newline=""))
    header = [_HEADERS.get(cell.strip(), cell.strip()) for cell in next(reader, [])]
    if not any(header):
        raise BadPlan.of("file-empty", str(path))
    if "department" not in header or not {"target", "indicator"} & set(header) or len(set(header)) < len(header):
        raise BadPlan.of("department-columns", f"{path}:1", found=", ".join(header))
    for cells in reader:
        if any(cell.strip() for cell in cells[len(header) :]):
            raise BadPlan.of("row-too-long", f"{path}:{reader.line_num}", columns=str(len(header)))
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        if any(row.values()):
            line = reader.line_num
            parts = (row.get(name, "") for name in ("target", "indicator", "department"))
            yield _Row(f"{path}:{line}", line, *parts)


def _faults(row: _Row, targets: Mapping[str, str | None], spellings: Mapping[str, str]) -> Iterator[Fault]:
    count = bool(row.target) + bool(row.indicator)
    if count != 1:
        yield Fault.of("department-one-of", row.where, count=str(count))
    if row.target and row.target not in targets:
        yield Fault.of("department-target-unknown", row.where, id=row.target)
    if row.indicator and (row.indicator not in spellings or spellings[row.indicator] not in targets.values()):
        yield Fault.of("department-indicator-unknown", row.where, id=row.indicator)
    if not row.department:
        yield Fault.of("department-empty", row.where)


def _twice(rows: Iterable[_Row], spellings: Mapping[str, str]) -> Iterator[Fault]:
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        place = (row.target, spellings.get(row.indicator, row.indicator))
        if any(place) and place in seen:
            yield Fault.of("department-twice", row.where, id=row.target or row.indicator, line=str(seen[place]))
        seen.setdefault(place, row.line)
