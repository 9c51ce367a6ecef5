"""Excel sheets of values and per-cent formats only: found by a glance at their XML, then read by calamine.

Calamine lays out the whole range before any of it is seen, and knows neither number formats nor hidden rows; it is
only given sheets whose cells span little and have no more than per-cent formats. It reads them in a third of the time.
"""

import io
import re
from dataclasses import dataclass
from typing import IO

from python_calamine import CalamineError, CalamineWorkbook

from sxresearch.monitoring.intake.cell_grid import CellGrid
from sxresearch.monitoring.intake.cell_references import column_index, place_of
from sxresearch.monitoring.intake.limits import MARK_COST, MEGABYTE
from sxresearch.monitoring.intake.sheets import Value
from sxresearch.monitoring.intake.workbook_parts import Workbook

MOST_CELLS = 5_000_000
"""Largest range that is given to calamine, blank cells included; it takes some 70 bytes for each."""

_COLUMNS, _ROWS = re.compile(rb'<c r="([A-Z]+)'), re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,7})"')
_WITH_MARKS = (
    *(b"<f>", b"<f ", b"<f/", b"<mergeCell", b"hidden=", b' ht="0', b' width="0', b't="e"', b't="d"', b"_x0", b"<rPh"),
)
"""What stands in the XML of a sheet with formulas, merged or hidden cells, errors or escaped letters."""
_UNUSUAL = (b"='", b" =", b"= ", b"<!", b"\0", b":c ", b":row", b":worksheet")
"""What spreadsheet programs don't write, and would have to be parsed to be understood."""


@dataclass(frozen=True)
class Glance:
    """What a look over a sheet's XML tells: whether it is plain, and the styles of its cells shown as per cent."""

    plain: bool
    percent: tuple[tuple[str, int], ...] = ()


class PlainReader:
    """Reads the plain sheets of one workbook; calamine opens it when the first one is met."""

    def __init__(self, content: bytes, book: Workbook):
        self._content, self._book = content, book
        self._opened: CalamineWorkbook | None = None
        names = [sheet.name for sheet in book.sheets]
        self._unique = len(set(names)) == len(names)
        dates = [style for style, shown in enumerate(book.formats) if shown.date]
        self._noteworthy = (*_WITH_MARKS, *_UNUSUAL, *map(_mark, dates))
        self._percent = [style for style, shown in enumerate(book.formats) if not (shown.date or shown.plain)]
        either = "|".join(map(str, self._percent))
        self._percent_cell = re.compile(rf'<c r="([A-Z]+[0-9]+)" s="({either})"'.encode())

    def glance(self, stream: IO[bytes]) -> Glance:
        """Look a sheet's XML over; the stream is read to its end."""
        plain, rest, last_row = self._unique, b"", 0
        columns: set[bytes] = set()
        percent: list[tuple[str, int]] = []
        while block := stream.read(MEGABYTE):
            if not plain:
                continue
            whole, _, rest = (rest + block).rpartition(b">")
            rows = _ROWS.findall(whole)
            columns.update(_COLUMNS.findall(whole))
            last_row = max(last_row, *map(int, set(rows)), 0)
            found = self._percent_cell.findall(whole) if self._percent else []
            percent += [(cell.decode(), int(style)) for cell, style in found]
            plain = (
                len(rows) == _count(whole, (b"<c ", b"<c>", b"<c/>"))
                and len(found) == _count(whole, map(_mark, self._percent))
                and len(rest) < MEGABYTE
                and not any(mark in whole for mark in self._noteworthy)
                and len(percent) * MARK_COST < MOST_CELLS * 40
            )
        width = max((column_index(column.decode()) + 1 for column in columns), default=0)
        return Glance(plain and width * last_row <= MOST_CELLS, tuple(percent))

    def read(self, name: str, grid: CellGrid, glance: Glance) -> bool:
        """Put a plain sheet's cells into ``grid``; false, with the grid still empty, if calamine can't."""
        try:
            self._opened = self._opened or CalamineWorkbook.from_filelike(io.BytesIO(self._content))
            sheet = self._opened.get_sheet_by_name(name)
        except CalamineError:
            return False
        except BaseException as problem:  # a panic inside calamine is no Exception
            if type(problem).__name__ != "PanicException":
                raise
            return False
        before: list[Value] = [None] * (sheet.start or (0, 0))[1]
        text = grid.text
        for number, row in enumerate(sheet.iter_rows()):
            grid.put_row(number, [*before, *[text(cell) if cell.__class__ is str else cell for cell in row]])
        self._mark_percent(grid, glance)
        return True

    def _mark_percent(self, grid: CellGrid, glance: Glance) -> None:
        for cell, style in glance.percent:
            place = place_of(cell)
            value = grid.value(place) if place else None
            if place and isinstance(value, float) and self._book.formats[style].percent(value):
                grid.mark(grid.percent, place)


def _mark(style: int) -> bytes:
    return f' s="{style}"'.encode()


def _count(text: bytes, marks: "map[bytes] | tuple[bytes, ...]") -> int:
    return sum(text.count(mark) for mark in marks)
