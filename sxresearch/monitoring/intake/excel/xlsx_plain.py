"""Excel sheets without formulas, errors or hidden cells, read by one pattern: a fifth of the time of parsing the XML.

A sheet's XML is cut by the pattern of a plain cell. What is left over between the cells must hold nothing that a parser
would have to understand; where it does, or a cell is written in another way, the sheet is not plain.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import IO
from xml.sax.saxutils import unescape

from sxresearch.monitoring.intake.excel.cell_references import MAX_COLUMNS, MAX_ROWS, column_index, range_of
from sxresearch.monitoring.intake.excel.workbook_parts import Workbook, unescaped
from sxresearch.monitoring.intake.formats.cell_grid import CellGrid
from sxresearch.monitoring.intake.formats.limits import MEGABYTE
from sxresearch.monitoring.intake.formats.numbers_shown import put_number
from sxresearch.monitoring.intake.formats.sheets import Value

_NUMBER = rb"-?[0-9.]{1,40}(?:[eE][-+]?[0-9]{1,2})?"
_OTHER_TEXT = rb'(?:<v>|<is><t(?: xml:space="preserve")?>)([^<]*)(?:</v>|</t></is>)'
_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="([0-9]{1,6})")?(?: t="(s|n|b|str|inlineStr)")?'
    rb"(?:/>|></c>|>(?:<v>(" + _NUMBER + rb")</v>|" + _OTHER_TEXT + rb")</c>)"
)
"""A plain cell; groups: column, row, style, type, what looks like a number, any other text."""
_FIELDS = _CELL.groups + 1
_UNUSUAL = re.compile(
    rb"""<(?:c|v|f|is|t|rPh)[\s/>]|:(?:c|row|col|mergeCell|worksheet)[\s/>]|\bhidden=|\s(?:ht|width)="0|<!|\0|='|\s=|=\s"""
    rb"""|encoding="(?![uU][tT][fF]-8")"""
)
"""Hidden rows and columns, cells of another kind, and XML that spreadsheet programs don't write."""
_MERGE, _MERGED = b"<mergeCell ", re.compile(rb'<mergeCell ref="([A-Z0-9:]+)"')
_LARGEST = 2 * MEGABYTE
_IN_ORDER = list(range(MAX_COLUMNS))


class _NotPlain(Exception):
    """The sheet must be parsed."""


class _Columns(dict[bytes, int]):
    """Places of columns by their letters."""

    def __missing__(self, letters: bytes) -> int:
        place = self[letters] = column_index(letters.decode())
        if place >= MAX_COLUMNS:
            raise _NotPlain
        return place


class _SharedTexts(dict[bytes, Value]):
    """The workbook's shared texts as cells hold them, by their written numbers."""

    def __init__(self, texts: Sequence[str], grid: CellGrid):
        self._texts, self._grid = texts, grid

    def __missing__(self, number: bytes) -> Value:
        if not number.isdigit() or int(number) >= len(self._texts):
            raise _NotPlain
        value = self[number] = self._grid.text(self._texts[int(number)])
        return value


class _OwnTexts(dict[bytes, Value]):
    """Texts that stand in the cells themselves, by their XML."""

    def __init__(self, grid: CellGrid):
        self._grid = grid

    def __missing__(self, raw: bytes) -> Value:
        if b"&#" in raw or b"\r" in raw:
            raise _NotPlain
        text = unescape(raw.decode(), {"&quot;": '"', "&apos;": "'"})
        value = self[raw] = self._grid.text(unescaped(text))
        return value


class PlainSheet:
    """Reads one sheet into ``grid``."""

    def __init__(self, book: Workbook, grid: CellGrid):
        self._book, self._grid = book, grid
        self._shown = {str(style).encode(): shown for style, shown in enumerate(book.formats) if not shown.plain}
        self._columns, self._shared, self._own = _Columns(), _SharedTexts(book.texts, grid), _OwnTexts(grid)

    def read(self, stream: IO[bytes]) -> bool:
        """Whether the sheet is plain; if not, what stands in the grid is not the whole."""
        try:
            for piece in _pieces(stream):
                self._take(piece)
        except (_NotPlain, ValueError):  # also a number or text that is none
            return False
        return True

    def _take(self, piece: bytes) -> None:
        parts = _CELL.split(piece)
        between = b"<".join(parts[::_FIELDS])
        if len(piece) > _LARGEST or _UNUSUAL.search(between):
            raise _NotPlain
        self._merge(between)
        columns, rows, styles, kinds, numbers, texts = (parts[at::_FIELDS] for at in range(1, _FIELDS))
        places = [self._columns[letters] for letters in columns]
        values = self._values(kinds, numbers, texts)
        if self._shown:
            self._put_formatted(places, rows, styles, kinds, values)
        start = 0
        for row, cells in groupby(rows):
            end = start + len(list(cells))
            self._put_row(int(row) - 1, places[start:end], values[start:end])
            start = end

    def _values(self, kinds: list[bytes], numbers: list[bytes], texts: list[bytes]) -> list[Value]:
        shared, own = self._shared, self._own
        return [
            shared[number]
            if kind == b"s" and number
            else own[number or text]
            if (kind == b"inlineStr" or kind == b"str") and (number or text)
            else _plain_value(kind, number, text)
            for kind, number, text in zip(kinds, numbers, texts, strict=True)
        ]

    def _put_formatted(
        self, places: list[int], rows: list[bytes], styles: list[bytes], kinds: list[bytes], values: list[Value]
    ) -> None:
        """Numbers with a format of their own take the way that they take in any other kind of file."""
        for at, style in enumerate(styles):
            if style in self._shown and isinstance(value := values[at], float):
                place = int(rows[at]) - 1, places[at]
                values[at] = put_number(self._grid, place, value, self._shown[style], self._book.date1904)

    def _put_row(self, row: int, places: list[int], values: list[Value]) -> None:
        if row >= MAX_ROWS:
            raise _NotPlain
        if places == _IN_ORDER[: len(places)]:
            self._grid.put_row(row, values)  # from the first column on, without a gap
            return
        cells: list[Value] = [None] * (max(places) + 1)
        for place, value in zip(places, values, strict=True):
            cells[place] = value
        self._grid.put_row(row, cells)

    def _merge(self, between: bytes) -> None:
        merged = _MERGED.findall(between)
        if len(merged) != between.count(_MERGE):
            raise _NotPlain
        for ends in map(range_of, map(bytes.decode, merged)):
            if ends:
                self._grid.merge(*ends)


def _plain_value(kind: bytes | None, number: bytes | None, text: bytes | None) -> Value:
    """A number, a truth, or nothing."""
    if number is None:
        if text:
            raise _NotPlain
        return None
    return float(number) if kind != b"b" else number == b"1"


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
