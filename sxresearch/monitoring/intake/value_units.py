"""The units of values: where they are stated, whether the statements agree, and their conversion."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sxresearch.language import Text, word
from sxresearch.monitoring.findings import Severity
from sxresearch.monitoring.intake.row_findings import RowFindings
from sxresearch.monitoring.intake.words.cells import UnsureCell, blank, shown
from sxresearch.monitoring.intake.words.unit_words import Conversion, scaled, unit_of
from sxresearch.terms import Language, Unit

UNITS = list(Unit)
"""In arrays a unit is its place in this list."""
NONE = -1
"""Stands there where no unit is known."""
_SHARE_LIKE = 2.0
"""A number up to this, given as per cent where formats can't be seen, may be a share of 1."""


@dataclass
class ValueUnits:
    """Reads and applies the units of the values of one raw table."""

    table: RowFindings

    def wanted(self) -> np.ndarray:
        """The register's unit of each row's indicator, by position in :data:`UNITS`."""
        units = {key: UNITS.index(item.unit) for key, item in self.table.register.indicators.by_id.items()}
        return self.table.names["indicator"].map(units).fillna(NONE).astype(int).to_numpy()

    def written(self, inline: np.ndarray) -> np.ndarray:
        """The unit that was written for each value: in its column, a heading, the name, the cell or its format."""
        statements = [
            self._unit_cells(),
            self.units_of(self.table.raw.cells["fixed_unit"]),
            self.units_of(self.table.names["name_unit"]),
            inline,
        ]
        percent = self.table.raw.cells["percent"].to_numpy(dtype=bool)
        statements.append(np.where(percent, UNITS.index(Unit.PERCENT), NONE))
        written = np.full(len(percent), NONE)
        clash = np.zeros(len(percent), dtype=bool)
        for units in statements:
            clash |= (written >= 0) & (units >= 0) & (written != units)
            written = np.where(written >= 0, written, units)
        clash &= self.table.raw.cells["value"].notna().to_numpy()
        if (clash & self.table.good).any():
            self.table.say("units-disagree", Severity.REFUSE, np.flatnonzero(clash & self.table.good), "value", None)
        return written

    def _unit_cells(self) -> np.ndarray:
        codes, cells = self.table.raw.different("unit")
        units = [None if blank(cell) else unit_of(cell) for cell in cells]
        for at, (cell, unit) in enumerate(zip(cells, units, strict=True)):
            if unit is None and not blank(cell) and shown(cell) not in ("-", "—", "/"):
                rows = np.flatnonzero(codes == at)
                if isinstance(cell, UnsureCell):
                    self.table.say(cell.rule, Severity.REFUSE, rows, "unit", [cell.found] * len(rows))
                else:
                    self.table.say("unit-unknown", Severity.REFUSE, rows, "unit", None, found=shown(cell))
        return np.array([UNITS.index(unit) if unit else NONE for unit in units])[codes]

    def units_of(self, units: pd.Series) -> np.ndarray:
        """Units by their names, as places in :data:`UNITS`."""
        codes, different = pd.factorize(units, use_na_sentinel=False)
        return np.array([UNITS.index(Unit(unit)) if isinstance(unit, str) else NONE for unit in different], dtype=int)[
            codes
        ]

    def converted(self, value: np.ndarray, written: np.ndarray, wanted: np.ndarray) -> np.ndarray:
        """Values in the register's units; a share behind a per cent format becomes what the cell shows.

        Where no unit was ``written`` for a value, the title's holds.
        """
        title = self.units_of(self.table.raw.cells["title_unit"])
        stated = np.where(written >= 0, written, title)
        value = value.copy()
        self._against_title(written, title, wanted, ~np.isnan(value))
        percent = np.flatnonzero(self.table.raw.cells["percent"].to_numpy(dtype=bool) & ~np.isnan(value))
        value[percent] = [scaled(number, 100) for number in value[percent]]
        if len(percent):
            self.table.say(
                "percent-cells", Severity.NOTE, percent, "value", [f"{value[row]:g}%" for row in percent[:1000]]
            )
        silent = (stated < 0) & (wanted >= 0) & ~np.isnan(value) & self.table.good
        if silent.any():
            self._assumed(silent)
        self._hold_unseen(value, np.where(stated >= 0, stated, wanted))
        for one, other in sorted(set(zip(stated.tolist(), wanted.tolist(), strict=True))):
            if one >= 0 and other >= 0 and one != other:
                self._into(
                    value,
                    np.flatnonzero((stated == one) & (wanted == other) & self.table.good & ~self.table.bad),
                    UNITS[one],
                    UNITS[other],
                    stated,
                )
        self._hold_by_title((written < 0) & ~np.isnan(value), stated, wanted)
        return value

    def _against_title(self, written: np.ndarray, title: np.ndarray, wanted: np.ndarray, filled: np.ndarray) -> None:
        """The nearer statement holds and that is said; held where the title's unit is the indicator's own instead."""
        if clash := self.table.raw.units_clash:
            self.table.beside_title("title-units", Severity.REFUSE, filled & (written < 0), found=clash)
        differ = filled & (written >= 0) & (title >= 0) & (written != title) & ~self.table.bad
        own = differ & (title == wanted)
        for one, other in sorted(set(zip(title[differ].tolist(), written[differ].tolist(), strict=True))):
            here = differ & (title == one) & (written == other)
            words = {"stated": unit_word(UNITS[one]), "nearer": unit_word(UNITS[other])}
            self.table.beside_title("unit-beside-title", Severity.NOTE, here & ~own, **words)
            fresh = here & own & (self.table.held == "") & self.table.good
            self.table.held[fresh] = "unit-against-title"
            self.table.beside_title("unit-against-title", Severity.HOLD, fresh, **words)

    def _into(self, value: np.ndarray, rows: np.ndarray, one: Unit, other: Unit, stated: np.ndarray) -> None:
        if not len(rows):
            return
        factor = Conversion(one, other).factor
        shown_units = {"stated": unit_word(one), "wanted": unit_word(other)}
        if factor is None:
            for key, at in self.table.by_indicator(rows):
                self.table.say(
                    "unit-of-indicator",
                    Severity.REFUSE,
                    at,
                    "value",
                    None,
                    indicator=self.table.name(key),
                    **shown_units,
                )
            return
        before = value[rows].tolist()
        value[rows] = [scaled(number, factor) for number in before]
        filled = ~np.isnan(value[rows])
        details = [f"{a:g} → {b:g}" for a, b in zip(before, value[rows].tolist(), strict=True)]
        self.table.say(
            "unit-converted",
            Severity.NOTE,
            rows[filled],
            "value",
            [d for d, f in zip(details, filled, strict=True) if f],
            **shown_units,
        )
        self._hold_minority(rows[filled], stated, UNITS.index(other))

    def _hold_minority(self, rows: np.ndarray, stated: np.ndarray, wanted: int) -> None:
        """Some years of an indicator in its own unit and some in another may be a slip of the unit."""
        indicators = self.table.names["indicator"].to_numpy()
        own = set(indicators[(stated == wanted) & self.table.good])
        mixed = rows[[indicators[row] in own for row in rows]] if len(rows) else rows
        if len(mixed):
            here = np.zeros(len(stated), dtype=bool)
            here[mixed] = True
            self.table.hold("unit-differs", here)

    def _hold_by_title(self, unwritten: np.ndarray, stated: np.ndarray, wanted: np.ndarray) -> None:
        """A title's unit that is one indicator's own need not be meant for another: ‰ above maternal mortality too."""
        converted = unwritten & (stated >= 0) & (wanted >= 0) & (stated != wanted) & ~self.table.bad
        self.table.hold("unit-of-title", converted & np.isin(stated, wanted[self.table.good]))

    def _assumed(self, silent: np.ndarray) -> None:
        rows = np.flatnonzero(silent)
        keys = list(dict.fromkeys(self.table.names["indicator"].to_numpy()[rows]))
        items = [self.table.register.indicators[key] for key in keys[:3]]
        more = "…" if len(keys) > len(items) else ""
        detail = Text(
            "、".join(f"{item.name.zh} {word('unit', item.unit, Language.ZH)}" for item in items) + more,
            ", ".join(f"{item.name.en} {word('unit', item.unit, Language.EN)}" for item in items) + more,
        )
        self.table.say("unit-assumed", Severity.NOTE, rows[:1], "none", [detail])

    def _hold_unseen(self, value: np.ndarray, unit: np.ndarray) -> None:
        if self.table.raw.formats_known or not self.table.raw.spreadsheet:
            return
        percent = unit == UNITS.index(Unit.PERCENT)
        doubtful = percent & (np.abs(value) <= _SHARE_LIKE) & (value != 0) & ~np.isnan(value) & self.table.good
        if doubtful.any():
            self.table.hold("format-unseen", doubtful)


def unit_word(unit: Unit) -> Text:
    """The unit as it stands in a sentence."""
    return Text(word("unit", unit, Language.ZH) or "1", word("unit", unit, Language.EN) or "1")
