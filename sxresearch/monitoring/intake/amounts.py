"""The numbers in a raw table: values and counts, read, and brought to the register's units."""

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import pandas as pd

from sxresearch.monitoring.findings import Finding, Severity
from sxresearch.monitoring.intake.row_findings import RowFindings
from sxresearch.monitoring.intake.value_units import NONE, UNITS, ValueUnits, unit_word
from sxresearch.monitoring.intake.words.cells import UnsureCell, shown
from sxresearch.monitoring.intake.words.unit_words import Conversion, scaled
from sxresearch.monitoring.intake.words.value_words import Figure, Reading, figure_of
from sxresearch.terms import Basis, Unit


@dataclass
class Amounts:
    """Reads the numbers of one raw table, whose names are read already."""

    table: RowFindings
    units: ValueUnits = field(init=False)

    def __post_init__(self) -> None:
        self.units = ValueUnits(self.table)

    def read(self) -> tuple[dict[str, np.ndarray], np.ndarray, list[Finding]]:
        """The columns of amounts, units, what holds them and their basis; which rows are readable; findings."""
        value, inline, below = self._numbers("value")
        wanted = self.units.wanted()
        value = self.units.converted(value, self.units.written(inline), wanted)
        counts = {name: self._count(name) for name in ("numerator", "denominator")}
        value, basis = self._computed(value, **counts)
        still = below & np.isnan(value)
        if still.any():
            self.table.hold("below-unit", still)
        unit = np.array([UNITS[at].value if at >= 0 else "" for at in wanted], dtype=object)
        return (
            {"value": value, "unit": unit, **counts, "basis": basis, "held": self.table.held},
            ~self.table.bad,
            self.table.findings,
        )

    # numbers

    def _numbers(self, name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Numbers (NaN where there is none), the unit written beside each, and which are too small to be shown."""
        if pd.api.types.is_float_dtype(self.table.raw.cells[name]):
            return self._plain_numbers(name)
        cells = self.table.raw.cells[name].to_numpy(dtype=object)
        plain = np.fromiter((type(cell) is float for cell in cells), dtype=bool, count=len(cells))
        numbers = np.full(len(cells), np.nan)
        numbers[plain] = cells[plain].astype(float)
        units = np.full(len(cells), NONE)
        below = np.zeros(len(cells), dtype=bool)
        marked: list[int] = []
        infinite = plain & np.isinf(numbers)
        for row in np.flatnonzero((~plain & (cells != None)) | infinite):  # noqa: E711  # by element
            figure = self._figure(cells[row], int(row), name)
            numbers[row] = figure.number
            units[row] = UNITS.index(figure.unit) if figure.unit else NONE
            below[row] = figure.reading is Reading.BELOW_UNIT
            if figure.marked:
                marked.append(int(row))
        self._unreadable(name, cells)
        if marked:
            self.table.say(
                "footnote-mark", Severity.NOTE, np.array(marked), name, [shown(cells[row]) for row in marked]
            )
        return numbers, units, below

    def _plain_numbers(self, name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """A column that its file holds as numbers: only infinite ones can't be read."""
        numbers = self.table.raw.cells[name].to_numpy(dtype=float).copy()
        infinite = np.flatnonzero(np.isinf(numbers))
        if len(infinite):
            self.table.say("value-unreadable", Severity.REFUSE, infinite, name, None)
        numbers[infinite] = np.nan
        return numbers, np.full(len(numbers), NONE), np.zeros(len(numbers), dtype=bool)

    def _figure(self, cell: object, row: int, name: str) -> Figure:
        if isinstance(cell, str):
            return _figure_of_text(cell)
        if isinstance(cell, UnsureCell) and cell.severity is Severity.HOLD and cell.value is not None:
            self.table.held[row] = cell.rule
            return Figure(Reading.NUMBER, cell.value)
        return figure_of(cell)

    def _unreadable(self, name: str, cells: np.ndarray) -> None:
        rules: dict[tuple[str, Severity], list[int]] = {}
        for row in np.flatnonzero([_unreadable(cell) for cell in cells]):
            cell = cells[row]
            rule, severity = (
                (cell.rule, cell.severity) if isinstance(cell, UnsureCell) else (_reason(cell), Severity.REFUSE)
            )
            rules.setdefault((rule, severity), []).append(int(row))
        for (rule, severity), rows in rules.items():
            at = np.array(rows)
            self.table.say(rule, severity, at[self.table.good[at]] if self.table.good[at].any() else at, name, None)

    # counts

    def _count(self, name: str) -> np.ndarray:
        number, inline, below = self._numbers(name)
        del below
        stated = self.units.units_of(self.table.raw.cells[f"{name}_unit"])
        stated = np.where(inline >= 0, inline, stated)
        for unit in sorted(set(stated[stated >= 0].tolist())):
            rows = np.flatnonzero((stated == unit) & ~np.isnan(number))
            factor = Conversion(UNITS[unit], Unit.PERSONS).factor
            if factor is None and len(rows):
                self.table.say("unit-of-count", Severity.REFUSE, rows, name, None, stated=unit_word(UNITS[unit]))
            elif factor not in (None, 1.0) and len(rows):
                number[rows] = [scaled(item, factor) for item in number[rows]]
                words = {"stated": unit_word(UNITS[unit]), "wanted": unit_word(Unit.PERSONS)}
                self.table.say(
                    "unit-converted", Severity.NOTE, rows, name, [f"→ {item:g}" for item in number[rows]], **words
                )
        return number

    def _computed(
        self, value: np.ndarray, numerator: np.ndarray, denominator: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """The rate from its counts where only these are given."""
        basis = self.table.names["basis"].to_numpy(dtype=object).copy()
        factors = {key: item.factor for key, item in self.table.register.indicators.by_id.items() if item.factor}
        factor = self.table.names["indicator"].map(factors).astype(float).to_numpy()
        with np.errstate(divide="ignore", invalid="ignore"):
            computed = numerator / denominator * factor
        rows = np.flatnonzero(
            np.isnan(value)
            & np.isfinite(computed)
            & (denominator > 0)
            & self.table.good
            & ~self.table.bad
            & (self.table.held == "")
        )
        if len(rows):
            value, basis = value.copy(), basis
            value[rows] = [scaled(number, 1) for number in computed[rows]]
            basis[rows] = np.where(basis[rows] == Basis.SYNTHETIC, Basis.SYNTHETIC.value, Basis.DERIVED.value)
            self.table.say(
                "value-computed", Severity.NOTE, rows, "value", [f"{number:.4g}" for number in value[rows[:1000]]]
            )
        return value, basis


def _unreadable(cell: object) -> bool:
    if cell is None or (type(cell) is float and cell - cell == 0):
        return False
    if isinstance(cell, UnsureCell):
        return True
    return (_figure_of_text(cell) if isinstance(cell, str) else figure_of(cell)).reading is Reading.UNREADABLE


@lru_cache(maxsize=10_000)
def _figure_of_text(cell: str) -> Figure:
    """Equal texts are read once."""
    return figure_of(cell)


def _reason(cell: object) -> str:
    """Which sentence fits a cell that should hold a number."""
    if not isinstance(cell, str | int | float | bool):
        return "value-date"
    return "value-unreadable"
