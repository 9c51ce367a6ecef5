"""The sheet that an office fills: one long table, so that it is read back like any other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sxresearch.language.numbers import figure
from sxresearch.monitoring.template.entry_checks import EntryChecks, Lists
from sxresearch.monitoring.template.entry_columns import ENTRY_COLUMNS, POSITION, EntryColumn, Filled
from sxresearch.monitoring.template.form import Form, FormEntry, KnownFigure
from sxresearch.monitoring.template.names import cell_word
from sxresearch.monitoring.template.sheet_words import zh
from sxresearch.monitoring.template.styles import Styles, for_print
from sxresearch.office_files import neutralised
from sxresearch.plan.indicators import Indicator

SPARE_ROWS = 15
"""Rows below the form for other years, groups or indicators."""
_HEAD_HEIGHT, _ROW_HEIGHT, _TWO_LINES = 30, 18, 27  # points
_ON_ONE_LINE = 12  # Chinese characters of an indicator's name
_ALLOWED = {"autofilter": True, "format_cells": True, "format_columns": True, "format_rows": True}
"""What the protected sheet lets an office do."""


@dataclass(frozen=True)
class EntrySheet:
    """The entry sheet of ``form``, written to ``sheet``; ``lists`` says where the names of each drop-down stand."""

    sheet: Any
    form: Form
    styles: Styles
    lists: Lists

    def write(self) -> None:
        """Head, rows, checks while typing, print layout and a protection without password."""
        self._layout()
        for line, entry in enumerate(self.form.entries, start=1):
            self._row(line, entry)
        for line in range(len(self.form.entries) + 1, self._last + 1):
            self._spare_row(line)
        EntryChecks(self.sheet, self.form, self.styles, self.lists, self._last).write()
        self.sheet.protect("", _ALLOWED)

    @property
    def _last(self) -> int:
        return len(self.form.entries) + SPARE_ROWS

    def _layout(self) -> None:
        for place, column in enumerate(ENTRY_COLUMNS):
            self.sheet.set_column(place, place, column.width)
            self.sheet.write_string(0, place, column.name, self.styles.head)
        self.sheet.set_row(0, _HEAD_HEIGHT)
        self.sheet.freeze_panes(1, POSITION["unit"])
        self.sheet.autofilter(0, 0, self._last, len(ENTRY_COLUMNS) - 1)
        self.sheet.repeat_rows(0)
        for_print(self.sheet, self.form.title)

    def _row(self, line: int, entry: FormEntry) -> None:
        texts = _texts(self.form, entry)
        self.sheet.set_row(line, _TWO_LINES if len(texts["indicator"]) > _ON_ONE_LINE else _ROW_HEIGHT)
        for place, column in enumerate(ENTRY_COLUMNS):
            look = self._look(column, entry.indicator)
            if column.key == "year":
                self.sheet.write_number(line, place, entry.year, look)
            elif text := texts.get(column.key):
                self.sheet.write_string(line, place, neutralised(text), look)
            else:
                self.sheet.write_blank(line, place, None, look)

    def _spare_row(self, line: int) -> None:
        self.sheet.set_row(line, _ROW_HEIGHT)
        for place, column in enumerate(ENTRY_COLUMNS):
            shown = column.filled is Filled.SHOWN
            self.sheet.write_blank(line, place, None, self.styles.shown if shown else self.styles.entry)

    def _look(self, column: EntryColumn, indicator: Indicator) -> Any:
        if column.filled is Filled.SHOWN:
            return self.styles.shown
        if column.filled is Filled.FIXED or (column.filled is Filled.COUNTS and indicator.denominator is None):
            return self.styles.fixed
        return self.styles.entry


def known_figure(known: KnownFigure, decimals: int) -> str:
    """A figure for orientation, as text with its year, so that nothing can take it for a number."""
    key = "known-synthetic" if known.synthetic else "known"
    return zh(key, value=figure(known.value, decimals), year=str(known.year))


def _texts(form: Form, entry: FormEntry) -> Mapping[str, str]:
    indicator = entry.indicator
    return {
        "region": form.region.code,
        "region_name": form.region.name,
        "indicator": indicator.name.zh,
        "group": cell_word("group", entry.group.value),
        "unit": cell_word("unit", indicator.unit.value),
        "known": known_figure(entry.known, indicator.decimals) if entry.known else "",
    }
