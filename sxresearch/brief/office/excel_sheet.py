"""One sheet of a workbook: the mark of synthetic figures, a head that stays in sight, filters, typed cells."""

import math
import re
from collections.abc import Sequence
from typing import Any

from sxresearch.brief.charts.palette import BAD, HEAD
from sxresearch.office_files import neutralised
from sxresearch.safe_text import visible

_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
LONGEST_NAME = 31  # characters of a sheet's name (Excel)
_LINE_HEIGHT = 15  # points
_SMALLEST = 82  # percent: 11 points are printed as 9
_ONE_SHEET = 180  # characters that a sheet of A4 across holds at that scale


def sheet_name(wanted: str) -> str:
    """A name for a sheet that Excel allows: without the characters it forbids, at most ``LONGEST_NAME`` long."""
    return _FORBIDDEN_IN_NAMES.sub(" ", str(visible(wanted))).strip()[:LONGEST_NAME] or "?"


class ExcelSheet:
    """A sheet that is filled line by line; a cell is a text, a number, none, or a number with its format."""

    def __init__(
        self,
        book: Any,
        name: str,
        head: Sequence[Any],
        widths: Sequence[int],
        *,
        mark: str,
        formats: dict[str, Any],
    ):
        self._book, self._formats = book, formats
        self._sheet = book.add_worksheet(name)
        self._columns, self._width = len(head), sum(widths)
        self._top = 0
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)
        if mark:
            self._sheet.write_string(0, 0, neutralised(mark), self._format("mark", bold=True, font_color=BAD))
            self._sheet.set_header(f"&C&B{mark.replace('&', '&&')}")
            self._top = 1
        shown = self._format("head", bold=True, text_wrap=True, valign="top", bg_color=HEAD, bottom=1)
        for column, text in enumerate(head):
            self._sheet.write_string(self._top, column, neutralised(str(text)), shown)
        self._next = self._top + 1

    def add(self, cells: Sequence[Any]) -> None:
        """Write the next line."""
        for column, cell in enumerate(cells):
            value, shown = cell if isinstance(cell, tuple) else (cell, "")
            self._write(column, value, shown)
        self._next += 1

    def _write(self, column: int, value: Any, shown: str) -> None:
        if _is_blank(value):
            return
        if isinstance(value, int | float):
            self._sheet.write_number(self._next, column, value, self._number(shown or "General"))
        else:
            wrapped = self._format("text", text_wrap=True, valign="top")
            self._sheet.write_string(self._next, column, neutralised(str(value)), wrapped)

    def close(self, freeze: int = 1) -> None:
        """Freeze the head and the first ``freeze`` columns, set filters and the print layout.

        What is wider than a sheet of A4 at 9 points goes on to further sheets, with the frozen columns on each.
        """
        self._sheet.freeze_panes(self._top + 1, freeze)
        self._sheet.autofilter(self._top, 0, max(self._next - 1, self._top + 1), self._columns - 1)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        if self._width <= _ONE_SHEET:
            self._sheet.fit_to_pages(1, 0)
        else:
            self._sheet.set_print_scale(_SMALLEST)
            self._sheet.repeat_columns(0, freeze - 1)
        self._sheet.repeat_rows(0, self._top)

    def _number(self, shown: str) -> Any:
        return self._format(f"number {shown}", num_format=shown, valign="top")

    def _format(self, key: str, **properties: Any) -> Any:
        if key not in self._formats:
            self._formats[key] = self._book.add_format(properties)
        return self._formats[key]


def _is_blank(value: Any) -> bool:
    if isinstance(value, float):
        return not math.isfinite(value)
    return value is None or (isinstance(value, str) and not value)
