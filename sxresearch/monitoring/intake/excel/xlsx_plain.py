"""Excel sheets without formulas, errors or hidden cells: found by a glance at their XML, then read by calamine.

Calamine lays out the whole range before any of it is seen, and knows neither number formats nor hidden rows; it is
only given sheets whose cells span little, and formats are added afterwards. It reads them in a third of the time.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from python_calamine import CalamineError, CalamineWorkbook

from sxresearch.monitoring.intake.excel.cell_references import column_index, place_of, range_of
from sxresearch.monitoring.intake.excel.workbook_parts import Workbook
from sxresearch.monitoring.intake.formats.cell_grid import CellGrid
from sxresearch.monitoring.intake.formats.limits import MEGABYTE
from sxresearch.monitoring.intake.formats.numbers_shown import put_number
from sxresearch.monitoring.intake.formats.sheets import Value

MOST_CELLS = 5_000_000
"""Largest range that is given to calamine, blank cells included; it takes some 70 bytes for each."""
MOST_FORMATTED = 100_000
"""Most cells shown as per cent or dates, and merged ranges, of a sheet that goes through calamine."""

_CONTENT = rb'(?:/>|></c>| t="(?:s|str|inlineStr|b)"|(?: t="n")?><v>([0-9.eE+-]+)</v></c>)'
_MERGED = re.compile(rb'<mergeCell ref="([A-Z0-9:]+)"')
_COLUMNS, _ROWS = re.compile(rb'<c r="([A-Z]+)'), re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,7})"')
_WITH_MARKS = (*(b"<f>", b"<f ", b"<f/", b"hidden=", b' ht="0', b' width="0', b't="e"', b't="d"', b"_x0", b"<rPh"),)
"""What stands in the XML of a sheet with formulas, hidden cells, errors or escaped letters."""
_UNUSUAL = (b"='", b" =", b"= ", b"<!", b"\0", b":c ", b":row", b":worksheet")
"""What spreadsheet programs don't write, and would have to be parsed to be understood."""


@dataclass(frozen=True)
class Glance:
    """What a look over a sheet's XML tells: whether calamine may read it, and what calamine does not see.

    ``formatted``: address, style and stored number of each cell shown as per cent or as a date (the number is empty
    where the cell holds none); ``merged``: merged ranges.
    """

    plain: bool
    formatted: tuple[tuple[bytes, bytes, bytes], ...] = ()
    merged: tuple[bytes, ...] = ()


class PlainReader:
    """Reads the plain sheets of one workbook; calamine opens it when the first one is met."""

    def __init__(self, content: bytes, book: Workbook):
        self._content, self._book = content, book
        self._opened: CalamineWorkbook | None = None
        names = [sheet.name for sheet in book.sheets]
        self._unique = len(set(names)) == len(names)
        self._styles = [str(style).encode() for style, shown in enumerate(book.formats) if not shown.plain]
        cell = rb'<c r="([A-Z]+[0-9]+)" s="(' + b"|".join(self._styles) + rb')"' + _CONTENT
        self._formatted = re.compile(cell)

    def glance(self, stream: IO[bytes]) -> Glance:
        """Look a sheet's XML over; the stream is read to its end."""
        plain, last_row = self._unique, 0
        columns: set[bytes] = set()
        formatted: list[tuple[bytes, bytes, bytes]] = []
        merged: list[bytes] = []
        for whole in _pieces(stream):
            if not plain:
                continue
            rows = _ROWS.findall(whole)
            columns.update(_COLUMNS.findall(whole))
            last_row = max(last_row, *map(int, set(rows)), 0)
            found = self._formatted.findall(whole) if self._styles else []
            ranges = _MERGED.findall(whole)
            plain = (
                len(rows) == sum(map(whole.count, (b"<c ", b"<c>", b"<c/>")))
                and len(found) == sum(whole.count(b' s="' + style + b'"') for style in self._styles)
                and len(ranges) == whole.count(b"<mergeCell ")
                and len(whole) < 2 * MEGABYTE
                and not any(mark in whole for mark in (*_WITH_MARKS, *_UNUSUAL))
            )
            plain = plain and all(_is_number(raw) for _, _, raw in found if raw)
            formatted += found
            merged += ranges
            plain = plain and len(formatted) + len(merged) < MOST_FORMATTED
        width = max((column_index(column.decode()) + 1 for column in columns), default=0)
        return Glance(plain and width * last_row <= MOST_CELLS, tuple(formatted), tuple(merged))

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
        for ends in map(range_of, map(bytes.decode, glance.merged)):
            if ends:
                grid.merge(*ends)
        self._put_formatted(grid, glance)
        return True

    def _put_formatted(self, grid: CellGrid, glance: Glance) -> None:
        """Numbers with a format of their own take the way that they take in any other kind of file."""
        changed: dict[int, dict[int, Value]] = {}
        for cell, style, raw in glance.formatted:
            place = place_of(cell.decode())
            if place and raw:
                shown, date1904 = self._book.formats[int(style)], self._book.date1904
                changed.setdefault(place[0], {})[place[1]] = put_number(grid, place, float(raw), shown, date1904)
        for row, values in changed.items():
            grid.replace_row(row, values)


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """A sheet's XML from beginning to end, cut behind cells where it has some, else behind any element."""
    rest = b""
    while block := stream.read(MEGABYTE):
        text = rest + block
        cut = max(text.rfind(b"</c>") + 4, 4)
        if len(text) - cut > MEGABYTE // 16:
            cut = text.rfind(b">") + 1 or len(text)
        yield text[:cut]
        rest = text[cut:]
    yield rest


def _is_number(raw: bytes) -> bool:
    try:
        float(raw)
    except ValueError:
        return False
    return True
