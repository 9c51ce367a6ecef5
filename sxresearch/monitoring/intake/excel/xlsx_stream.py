"""One sheet of an Excel workbook, streamed: values and marks in one pass over its XML.

It is read sparsely, so that a lone cell in the last column or a million formatted rows cost nothing.
Cells and their types: ECMA-376 part 1, 18.3.1.4, 18.3.1.40 and 18.18.11.
"""

from collections.abc import Mapping
from datetime import datetime

from sxresearch.monitoring.intake.excel.cell_references import MAX_COLUMNS, MAX_ROWS, place_of, range_of, shifted
from sxresearch.monitoring.intake.excel.number_formats import PLAIN, NumberFormat
from sxresearch.monitoring.intake.excel.workbook_parts import Workbook, is_true, unescaped
from sxresearch.monitoring.intake.formats.cell_grid import CellGrid
from sxresearch.monitoring.intake.formats.numbers_shown import put_number
from sxresearch.monitoring.intake.formats.sheets import Formula, Place, Value

UNREADABLE = "#?"
"""Mark of a cell whose content breaks its own type."""
Attributes = Mapping[str, str]


class SheetStream:
    """Handlers for the XML of one sheet; what they meet goes into ``grid``."""

    def __init__(self, book: Workbook, grid: CellGrid):
        self.grid, self._book = grid, book
        self._row, self._column = -1, -1
        self._cells: list[Value] = []
        self._given: Attributes = {}
        self._value: list[str] | None = None
        self._formula: list[str] | None = None
        self._formula_given: Attributes = {}
        self._into: list[str] | None = None
        self._phonetic = False
        self._masters: dict[str, tuple[Place, str]] = {}

    def start(self, name: str, given: Attributes) -> None:
        """An element begins."""
        kind = name[name.find(":") + 1 :]
        if kind == "c":
            self._given, self._value, self._formula = given, None, None
        elif kind == "v" or kind == "is":
            self._value = self._value or []
            self._into = self._value if kind == "v" else None
        elif kind == "t" and self._value is not None and not self._phonetic:
            self._into = self._value
        elif kind == "f":
            self._formula, self._formula_given = [], given
            self._into = self._formula
        elif kind == "row":
            self._begin_row(given)
        elif kind == "rPh":
            self._phonetic = True
        elif kind == "col":
            self._note_column(given)
        elif kind == "mergeCell":
            self._note_merged(given)

    def end(self, name: str) -> None:
        """An element ends."""
        kind = name[name.find(":") + 1 :]
        if kind == "c":
            self._put_cell()
        elif kind in ("v", "t", "f"):
            self._into = None
        elif kind == "row":
            self.grid.put_row(self._row, self._cells)
        elif kind == "rPh":
            self._phonetic = False

    def text(self, data: str) -> None:
        """Letters between two elements."""
        if self._into is not None:
            self._into.append(data)

    def _begin_row(self, given: Attributes) -> None:
        number = given.get("r", "")
        self._row = int(number) - 1 if number.isdecimal() and 0 < int(number) <= MAX_ROWS else self._row + 1
        self._column, self._cells = -1, []
        if is_true(given.get("hidden")) or given.get("ht") in ("0", "0.0"):
            self.grid.hide_rows(self._row)

    def _note_column(self, given: Attributes) -> None:
        first, last = given.get("min", ""), given.get("max", "")
        hidden = is_true(given.get("hidden")) or given.get("width") in ("0", "0.0")
        if hidden and first.isdecimal() and last.isdecimal():
            begin, end = int(first) - 1, min(int(last), MAX_COLUMNS)
            self.grid.hide_columns(begin, max(0, end - begin))

    def _note_merged(self, given: Attributes) -> None:
        merged = range_of(given.get("ref", ""))
        if merged:
            self.grid.merge(*merged)

    def _put_cell(self) -> None:
        place = place_of(self._given.get("r", "")) or (self._row, self._column + 1)
        self._column = place[1]
        value = self._read(place)
        if self._formula is not None:
            self._note_formula(place)
        if value is None or place[1] >= MAX_COLUMNS:
            return
        if place[0] != self._row:
            self.grid.put_row(place[0], [*[None] * place[1], value])
            return
        missing = place[1] - len(self._cells)
        if missing < 0:
            self._cells[place[1]] = value
        else:
            self._cells.extend([None] * missing)
            self._cells.append(value)

    def _read(self, place: Place) -> Value:
        """The value of the cell that ends here, none where it is blank or an error."""
        if self._value is None:
            return None
        kind, raw = self._given.get("t", "n"), "".join(self._value)
        if kind == "s":
            index = raw.strip()
            known = index.isdecimal() and int(index) < len(self._book.texts)
            return self.grid.text(self._book.texts[int(index)]) if known else self._unreadable(place)
        if kind in ("str", "inlineStr"):
            return self.grid.text(unescaped(raw))
        if not raw.strip():
            return None
        if kind == "e":
            self.grid.error(place, raw.strip())
            return None
        if kind == "b":
            return raw.strip() in ("1", "true")
        return self._moment(raw, place) if kind == "d" else self._number(raw, place)

    def _number(self, raw: str, place: Place) -> Value:
        try:
            number = float(raw)
        except ValueError:
            return self._unreadable(place)
        return put_number(self.grid, place, number, self._format(), self._book.date1904)

    def _moment(self, raw: str, place: Place) -> Value:
        try:
            return datetime.fromisoformat(raw.strip()).replace(tzinfo=None)
        except ValueError:
            return self._unreadable(place)

    def _unreadable(self, place: Place) -> Value:
        """A cell whose content breaks its own type is no blank: it is marked like an error."""
        self.grid.error(place, UNREADABLE)
        return None

    def _format(self) -> NumberFormat:
        style = self._given.get("s", "")
        if not style.isdecimal() or int(style) >= len(self._book.formats):
            return PLAIN
        return self._book.formats[int(style)]

    def _note_formula(self, place: Place) -> None:
        text = "".join(self._formula or ())
        shared = self._formula_given.get("si") if self._formula_given.get("t") == "shared" else None
        if shared is not None and text:
            self._masters[shared] = (place, text)
        elif shared in self._masters:
            (row, column), master = self._masters[shared or ""]
            text = shifted(master, place[0] - row, place[1] - column)
        cached = self._value is not None and (bool(self._value) or self._given.get("t") == "str")
        self.grid.formula(place, Formula(f"={text}", cached, stale=self._book.stale))
