"""The numbers in a raw table: values and counts, their units stated, agreed and converted."""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from sxresearch.language import Text, word
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.findings import Finding, Key, Severity, Words
from sxresearch.monitoring.intake.shapes.raw_table import RawTable
from sxresearch.monitoring.intake.words.cells import UnsureCell, blank, shown
from sxresearch.monitoring.intake.words.unit_words import Conversion, scaled, unit_of
from sxresearch.monitoring.intake.words.value_words import Figure, Reading, figure_of
from sxresearch.terms import Basis, Language, Unit

_UNITS = list(Unit)
_NONE = -1
_SHARE_LIKE = 2.0
"""A number up to this, given as per cent where formats can't be seen, may be a share of 1."""
_PERCENT_FAMILY = (Unit.PERCENT, Unit.PER_MILLE, Unit.PER_10K, Unit.PER_100K)


@dataclass
class Amounts:
    """Reads the numbers of one raw table, whose names are read already."""

    raw: RawTable
    register: Register
    names: pd.DataFrame
    good: np.ndarray
    findings: list[Finding] = field(default_factory=list)
    bad: np.ndarray = field(init=False)
    held: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self.bad = np.zeros(len(self.raw.cells), dtype=bool)
        self.held = np.full(len(self.raw.cells), "", dtype=object)

    def read(self) -> tuple[dict[str, np.ndarray], np.ndarray, list[Finding]]:
        """The columns of amounts, units, what holds them and their basis; which rows are readable; findings."""
        value, inline, below = self._numbers("value")
        wanted = self._wanted()
        stated = self._stated(inline)
        value = self._converted(value, stated, wanted)
        counts = {name: self._count(name) for name in ("numerator", "denominator")}
        value, basis = self._computed(value, **counts)
        still = below & np.isnan(value)
        if still.any():
            self._hold("below-unit", still)
        unit = np.array([_UNITS[at].value if at >= 0 else "" for at in wanted], dtype=object)
        return {"value": value, "unit": unit, **counts, "basis": basis, "held": self.held}, ~self.bad, self.findings

    # numbers

    def _numbers(self, name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Numbers (NaN where there is none), the unit written beside each, and which are too small to be shown."""
        if pd.api.types.is_float_dtype(self.raw.cells[name]):
            return self._plain_numbers(name)
        cells = self.raw.cells[name].to_numpy(dtype=object)
        plain = np.fromiter((type(cell) is float for cell in cells), dtype=bool, count=len(cells))
        numbers = np.full(len(cells), np.nan)
        numbers[plain] = cells[plain].astype(float)
        units = np.full(len(cells), _NONE)
        below = np.zeros(len(cells), dtype=bool)
        marked: list[int] = []
        infinite = plain & np.isinf(numbers)
        for row in np.flatnonzero((~plain & (cells != None)) | infinite):  # noqa: E711  # by element
            figure = self._figure(cells[row], int(row), name)
            numbers[row] = figure.number
            units[row] = _UNITS.index(figure.unit) if figure.unit else _NONE
            below[row] = figure.reading is Reading.BELOW_UNIT
            if figure.marked:
                marked.append(int(row))
        self._unreadable(name, cells)
        if marked:
            self._say("footnote-mark", Severity.NOTE, np.array(marked), name, [shown(cells[row]) for row in marked])
        return numbers, units, below

    def _plain_numbers(self, name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """A column that its file holds as numbers: only infinite ones can't be read."""
        numbers = self.raw.cells[name].to_numpy(dtype=float).copy()
        infinite = np.flatnonzero(np.isinf(numbers))
        if len(infinite):
            self._say("value-unreadable", Severity.REFUSE, infinite, name, None)
        numbers[infinite] = np.nan
        return numbers, np.full(len(numbers), _NONE), np.zeros(len(numbers), dtype=bool)

    def _figure(self, cell: object, row: int, name: str) -> Figure:
        if isinstance(cell, str):
            return _figure_of_text(cell)
        if isinstance(cell, UnsureCell) and cell.severity is Severity.HOLD and cell.value is not None:
            if name == "value":
                self.held[row] = cell.rule
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
            self._say(rule, severity, at[self.good[at]] if self.good[at].any() else at, name, None)

    # units

    def _wanted(self) -> np.ndarray:
        """The register's unit of each row's indicator, by position in ``_UNITS``."""
        units = {key: _UNITS.index(item.unit) for key, item in self.register.indicators.by_id.items()}
        return self.names["indicator"].map(units).fillna(_NONE).astype(int).to_numpy()

    def _stated(self, inline: np.ndarray) -> np.ndarray:
        """The unit that was written for each value: in its column, a heading, the name, the cell or its format."""
        statements = [
            self._unit_cells(),
            self._units_of(self.raw.cells["fixed_unit"]),
            self._units_of(self.names["name_unit"]),
            inline,
        ]
        percent = self.raw.cells["percent"].to_numpy(dtype=bool)
        statements.append(np.where(percent, _UNITS.index(Unit.PERCENT), _NONE))
        stated = np.full(len(percent), _NONE)
        clash = np.zeros(len(percent), dtype=bool)
        for units in statements:
            clash |= (stated >= 0) & (units >= 0) & (stated != units)
            stated = np.where(stated >= 0, stated, units)
        clash &= self.raw.cells["value"].notna().to_numpy()
        if (clash & self.good).any():
            self._say("units-disagree", Severity.REFUSE, np.flatnonzero(clash & self.good), "value", None)
        return np.where(stated >= 0, stated, self._units_of(self.raw.cells["title_unit"]))

    def _unit_cells(self) -> np.ndarray:
        codes, cells = self.raw.different("unit")
        units = [None if blank(cell) else unit_of(cell) for cell in cells]
        for at, (cell, unit) in enumerate(zip(cells, units, strict=True)):
            if unit is None and not blank(cell) and shown(cell) not in ("-", "—", "/"):
                rows = np.flatnonzero(codes == at)
                if isinstance(cell, UnsureCell):
                    self._say(cell.rule, Severity.REFUSE, rows, "unit", [cell.found] * len(rows))
                else:
                    self._say("unit-unknown", Severity.REFUSE, rows, "unit", None, found=shown(cell))
        return np.array([_UNITS.index(unit) if unit else _NONE for unit in units])[codes]

    def _units_of(self, units: pd.Series) -> np.ndarray:
        codes, different = pd.factorize(units, use_na_sentinel=False)
        return np.array(
            [_UNITS.index(Unit(unit)) if isinstance(unit, str) else _NONE for unit in different], dtype=int
        )[codes]

    def _converted(self, value: np.ndarray, stated: np.ndarray, wanted: np.ndarray) -> np.ndarray:
        """Values in the register's units; a share behind a per cent format becomes what the cell shows."""
        value = value.copy()
        percent = np.flatnonzero(self.raw.cells["percent"].to_numpy(dtype=bool) & ~np.isnan(value))
        value[percent] = [scaled(number, 100) for number in value[percent]]
        if len(percent):
            self._say("percent-cells", Severity.NOTE, percent, "value", [f"{value[row]:g}%" for row in percent[:1000]])
        silent = (stated < 0) & (wanted >= 0) & ~np.isnan(value) & self.good
        if silent.any():
            self._assumed(silent)
        self._hold_unseen(value, np.where(stated >= 0, stated, wanted))
        for one, other in sorted(set(zip(stated.tolist(), wanted.tolist(), strict=True))):
            if one >= 0 and other >= 0 and one != other:
                self._into(
                    value,
                    np.flatnonzero((stated == one) & (wanted == other) & self.good),
                    _UNITS[one],
                    _UNITS[other],
                    stated,
                )
        return value

    def _into(self, value: np.ndarray, rows: np.ndarray, one: Unit, other: Unit, stated: np.ndarray) -> None:
        if not len(rows):
            return
        factor = Conversion(one, other).factor
        shown_units = {"stated": _unit_word(one), "wanted": _unit_word(other)}
        if factor is None:
            for key, at in self._by_indicator(rows):
                self._say(
                    "unit-of-indicator", Severity.REFUSE, at, "value", None, indicator=self._name(key), **shown_units
                )
            return
        before = value[rows].tolist()
        value[rows] = [scaled(number, factor) for number in before]
        filled = ~np.isnan(value[rows])
        details = [f"{a:g} → {b:g}" for a, b in zip(before, value[rows].tolist(), strict=True)]
        self._say(
            "unit-converted",
            Severity.NOTE,
            rows[filled],
            "value",
            [d for d, f in zip(details, filled, strict=True) if f],
            **shown_units,
        )
        self._hold_minority(rows[filled], stated, _UNITS.index(other))

    def _hold_minority(self, rows: np.ndarray, stated: np.ndarray, wanted: int) -> None:
        """Some years of an indicator in its own unit and some in another may be a slip of the unit."""
        indicators = self.names["indicator"].to_numpy()
        own = set(indicators[(stated == wanted) & self.good])
        mixed = rows[[indicators[row] in own for row in rows]] if len(rows) else rows
        if len(mixed):
            here = np.zeros(len(stated), dtype=bool)
            here[mixed] = True
            self._hold("unit-differs", here)

    def _assumed(self, silent: np.ndarray) -> None:
        rows = np.flatnonzero(silent)
        keys = list(dict.fromkeys(self.names["indicator"].to_numpy()[rows]))
        items = [self.register.indicators[key] for key in keys[:3]]
        more = "…" if len(keys) > len(items) else ""
        detail = Text(
            "、".join(f"{item.name.zh} {word('unit', item.unit, Language.ZH)}" for item in items) + more,
            ", ".join(f"{item.name.en} {word('unit', item.unit, Language.EN)}" for item in items) + more,
        )
        self._say("unit-assumed", Severity.NOTE, rows[:1], "none", [detail])

    def _hold_unseen(self, value: np.ndarray, unit: np.ndarray) -> None:
        if self.raw.formats_known or not self.raw.spreadsheet:
            return
        percent = unit == _UNITS.index(Unit.PERCENT)
        doubtful = percent & (np.abs(value) <= _SHARE_LIKE) & (value != 0) & ~np.isnan(value) & self.good
        if doubtful.any():
            self._hold("format-unseen", doubtful)

    # counts

    def _count(self, name: str) -> np.ndarray:
        number, inline, below = self._numbers(name)
        del below
        stated = self._units_of(self.raw.cells[f"{name}_unit"])
        stated = np.where(inline >= 0, inline, stated)
        for unit in sorted(set(stated[stated >= 0].tolist())):
            rows = np.flatnonzero((stated == unit) & ~np.isnan(number))
            factor = Conversion(_UNITS[unit], Unit.PERSONS).factor
            if factor is None and len(rows):
                self._say("unit-of-count", Severity.REFUSE, rows, name, None, stated=_unit_word(_UNITS[unit]))
            elif factor not in (None, 1.0) and len(rows):
                number[rows] = [scaled(item, factor) for item in number[rows]]
                words = {"stated": _unit_word(_UNITS[unit]), "wanted": _unit_word(Unit.PERSONS)}
                self._say(
                    "unit-converted", Severity.NOTE, rows, name, [f"→ {item:g}" for item in number[rows]], **words
                )
        return number

    def _computed(
        self, value: np.ndarray, numerator: np.ndarray, denominator: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """The rate from its counts where only these are given."""
        basis = self.names["basis"].to_numpy(dtype=object).copy()
        factors = {key: item.factor for key, item in self.register.indicators.by_id.items() if item.factor}
        factor = self.names["indicator"].map(factors).astype(float).to_numpy()
        with np.errstate(divide="ignore", invalid="ignore"):
            computed = numerator / denominator * factor
        rows = np.flatnonzero(
            np.isnan(value) & np.isfinite(computed) & (denominator > 0) & self.good & ~self.bad & (self.held == "")
        )
        if len(rows):
            value, basis = value.copy(), basis
            value[rows] = [scaled(number, 1) for number in computed[rows]]
            basis[rows] = np.where(basis[rows] == Basis.SYNTHETIC, Basis.SYNTHETIC.value, Basis.DERIVED.value)
            self._say(
                "value-computed", Severity.NOTE, rows, "value", [f"{number:.4g}" for number in value[rows[:1000]]]
            )
        return value, basis

    # helpers

    def _hold(self, rule: str, here: np.ndarray) -> None:
        fresh = here & (self.held == "") & self.good
        self.held[fresh] = rule
        if fresh.any():
            self._say(rule, Severity.HOLD, np.flatnonzero(fresh), "value", None)

    def _by_indicator(self, rows: np.ndarray) -> list[tuple[str, np.ndarray]]:
        keys = self.names["indicator"].to_numpy()[rows]
        return [(key, rows[keys == key]) for key in dict.fromkeys(keys.tolist())]

    def _name(self, key: str) -> Text:
        name = self.register.indicators[key].name
        return Text(name.zh, name.en)

    def _say(
        self, rule: str, severity: Severity, rows: np.ndarray, name: str, details: Any, /, **values: Words
    ) -> None:
        if severity is Severity.REFUSE:
            self.bad[rows] = True
        if details is None:
            details = [shown(cell) for cell in self.raw.cells[name].to_numpy(dtype=object)[rows]]
        finding = self.raw.finding(rule, severity, rows, name, details, **values)
        if severity is Severity.HOLD:
            finding = _keyed(finding, self.names.iloc[rows])
        self.findings.append(finding)


def _keyed(finding: Finding, names: pd.DataFrame) -> Finding:
    keys = [Key(*row) for row in names[["region", "indicator", "group", "year"]].itertuples(index=False)]
    return replace(finding, spots=tuple(replace(spot, key=key) for spot, key in zip(finding.spots, keys, strict=True)))


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


def _unit_word(unit: Unit) -> Text:
    return Text(word("unit", unit, Language.ZH) or "1", word("unit", unit, Language.EN) or "1")
