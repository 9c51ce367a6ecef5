"""Figures that were held and then confirmed: ``data/accepted.csv``, a file of the user's own."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeAlias

from sxresearch.errors import BadObservations, Fault
from sxresearch.file_content import text_of
from sxresearch.plan.indicators import Indicators
from sxresearch.plan.regions import Regions
from sxresearch.terms import Group

COLUMNS = ("region", "indicator", "group", "year", "value", "reason", "date", "who")
"""All are needed: what was confirmed, why, when, and by whom (name or office)."""

Figure: TypeAlias = tuple[str, str, str, int]
"""Region, indicator, group and year."""


@dataclass(frozen=True)
class Acceptance:
    """A confirmed figure: its value in the indicator's unit, why, when and by whom; ``line`` of the file."""

    value: float
    reason: str
    date: str
    who: str
    line: int


@dataclass(frozen=True)
class Accepted:
    """Acceptances by figure; none without a file."""

    by_figure: Mapping[Figure, Acceptance] = field(default_factory=dict)
    file: str = ""

    def __len__(self) -> int:
        return len(self.by_figure)


def load_accepted(path: Path, indicators: Indicators, regions: Regions) -> Accepted:
    """Read the confirmations (UTF-8 or GB18030); none if the file is absent.

    Raises
    ------
    BadObservations
        With every fault: missing columns, unknown regions, indicators or groups, years, values or dates that are
        none, empty reasons or names, the same figure twice.
    """
    if not path.exists():
        return Accepted()
    rows = list(_rows(path))
    faults = [fault for where, row in rows for fault in _faults(where, row, indicators, regions)]
    if faults:
        raise BadObservations(faults)
    found: dict[Figure, Acceptance] = {}
    for place, (where, row) in enumerate(rows, start=2):
        name = indicators.spellings()[row["indicator"]]
        figure = (row["region"], name, row["group"], int(row["year"]))
        if figure in found:
            faults.append(Fault.of("accepted-twice", where, first=str(found[figure].line)))
        found[figure] = Acceptance(float(row["value"]), row["reason"], row["date"], row["who"], place)
    if faults:
        raise BadObservations(faults)
    return Accepted(found, path.name)


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(text_of(path, BadObservations), newline=""), restkey="")
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise BadObservations.of("columns-missing", f"{path}:1", columns="、".join(missing))
    for row in reader:
        yield f"{path}:{reader.line_num}", {name: (row[name] or "").strip() for name in COLUMNS}


def _faults(where: str, row: Mapping[str, str], indicators: Indicators, regions: Regions) -> Iterator[Fault]:
    checks = {
        "region": row["region"] in regions,
        "indicator": row["indicator"] in indicators.spellings(),
        "group": row["group"] in list(Group),
        "year": row["year"].isdigit(),
        "value": _is_number(row["value"]),
        "reason": bool(row["reason"]),
        "date": _is_date(row["date"]),
        "who": bool(row["who"]),
    }
    for name, right in checks.items():
        if not right:
            yield Fault.of("accepted-cell", where, column=name, found=row[name])


def _is_number(text: str) -> bool:
    try:
        return abs(float(text)) < float("inf")
    except ValueError:
        return False


def _is_date(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
