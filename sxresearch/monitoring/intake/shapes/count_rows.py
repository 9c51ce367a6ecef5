"""Rows of counts under their own names in the column of indicators: moved to the rate whose counts they are."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
import pandas as pd

from sxresearch.language import Text
from sxresearch.monitoring.findings import Finding, Severity
from sxresearch.monitoring.intake.shapes.heading import Headings
from sxresearch.monitoring.intake.shapes.raw_table import RawTable
from sxresearch.monitoring.intake.words.cells import UnsureCell, blank, folded, shown
from sxresearch.monitoring.intake.words.unit_words import unit_of
from sxresearch.monitoring.intake.words.vocabulary import GROUPS, UNDER

_SAME = ("region", "region_too", "group", "year", "status")
"""A count belongs to a rate with which it has all of these in common."""


@dataclass(frozen=True)
class _Count:
    """A row of counts: its folded name, the unit in the name, and the cell as it was written."""

    name: str
    unit: str | None


def with_count_rows(raw: RawTable, headings: Headings) -> tuple[RawTable, list[Finding]]:
    """The table without rows of counts: those of a rate in it stand beside its value, and all are named.

    A row 其中：城市 below a row of counts goes with it.
    """
    which, cells = raw.different("indicator")
    counts = [_count(cell, headings) for cell in cells]
    if not any(counts):
        return raw, []
    named = np.array([count is not None for count in counts], dtype=bool)[which]
    rates = [None if blank(cell) or isinstance(cell, UnsureCell) else headings.indicators.find(cell) for cell in cells]
    gone = named | _below(named, np.array([_sub(cell, rate) for cell, rate in zip(cells, rates, strict=True)])[which])
    keys = [rate.id if rate and not rate.group else "" for rate in rates]
    places = _Places(raw, np.array(keys, dtype=object)[which], ~gone)
    findings: list[Finding] = []
    for at, count in enumerate(counts):
        if count:
            rows = np.flatnonzero(which == at)
            findings += places.put(rows, count, shown(cells[at]), headings)
    findings += _left(raw, np.flatnonzero(gone & ~named))
    return replace(raw, cells=places.cells()[~gone].reset_index(drop=True)), findings


def _count(cell: object, headings: Headings) -> _Count | None:
    if blank(cell) or not isinstance(cell, str):
        return None
    heading = headings.read(cell)
    return _Count(heading.count, heading.unit) if heading.count and not heading.fixed and not heading.never else None


def _sub(cell: object, rate: object) -> bool:
    """Whether a cell names a group only, of the indicator above it."""
    return rate is None and isinstance(cell, str) and UNDER.sub("", folded(cell)) in GROUPS


def _below(named: np.ndarray, sub: np.ndarray) -> np.ndarray:
    """Rows that name a group of the count right above them."""
    anchor = np.maximum.accumulate(np.where(sub, -1, np.arange(len(sub))))
    return sub & (anchor >= 0) & named[anchor]


def _left(raw: RawTable, rows: np.ndarray) -> list[Finding]:
    if not len(rows):
        return []
    return [raw.finding("count-rows-below", Severity.NOTE, rows, "indicator")]


class _Places:
    """The rates of a table by what they have in common with their counts, and the counts put beside them."""

    def __init__(self, raw: RawTable, keys: np.ndarray, rates: np.ndarray):
        self._raw, self._keys = raw, keys
        same = [raw.cells[name].to_numpy(dtype=object) for name in _SAME]
        self._together = [tuple(map(_hashable, row)) for row in zip(*same, strict=True)]
        self._rates: dict[tuple, list[int]] = defaultdict(list)
        for row in np.flatnonzero(rates & (keys != "")).tolist():
            self._rates[self._together[row]].append(row)
        self._written = {name: raw.cells[name].to_numpy() for name in ("value", "value_at", "unit", "fixed_unit")}
        names = [f"{role}{end}" for role in ("numerator", "denominator") for end in ("", "_at", "_unit")]
        self._columns = {name: raw.cells[name].to_numpy(dtype=object).copy() for name in names}

    def put(self, rows: np.ndarray, count: _Count, found: str, headings: Headings) -> list[Finding]:
        """Put the counts of some rows beside their rates; says which, and which have none."""
        owners = {row: self._beside(row, count, headings) for row in rows.tolist()}
        taken = [row for row, keys in owners.items() if keys]
        left = [row for row, keys in owners.items() if not keys]
        names = [
            headings.regions.register.indicators[key].name
            for key in dict.fromkeys(chain.from_iterable(owners.values()))
        ]
        of = Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
        said = []
        if taken:
            said.append(self._said("count-attached", taken, heading=found, indicator=of))
        if left:
            said.append(self._said("count-unused", left, heading=found))
        return said

    def _said(self, rule: str, rows: list[int], **values: Text | str) -> Finding:
        return self._raw.finding(rule, Severity.NOTE, np.array(rows), "indicator", None, **values)

    def _beside(self, row: int, count: _Count, headings: Headings) -> list[str]:
        rates = self._rates.get(self._together[row], [])
        taken = []
        unit = count.unit or self._unit(row)
        for at, role in headings.counts.owners(count.name, [self._keys[rate] for rate in rates]):
            if blank(self._columns[role][rates[at]]):
                self._columns[role][rates[at]] = self._written["value"][row]
                self._columns[f"{role}_at"][rates[at]] = self._written["value_at"][row]
                self._columns[f"{role}_unit"][rates[at]] = unit
                taken.append(str(self._keys[rates[at]]))
        return taken

    def _unit(self, row: int) -> str | None:
        """The unit that stands beside a count; one that can't be read is left to the value's own check."""
        cell = self._written["unit"][row]
        return self._written["fixed_unit"][row] if blank(cell) else unit_of(cell)

    def cells(self) -> pd.DataFrame:
        """The rows with what was put beside them."""
        kinds = {name: int if name.endswith("_at") else object for name in self._columns}
        return self._raw.cells.assign(
            **{name: pd.Series(values.astype(kinds[name]), dtype=kinds[name]) for name, values in self._columns.items()}
        )


def _hashable(cell: object) -> Hashable:
    return None if blank(cell) else folded(cell) if isinstance(cell, str) else cell
