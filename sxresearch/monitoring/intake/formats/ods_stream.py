"""The XML of an OpenDocument spreadsheet, streamed into sheets."""

from collections.abc import Mapping

from sxresearch.monitoring.intake.excel.cell_references import MAX_COLUMNS, MAX_ROWS
from sxresearch.monitoring.intake.formats.cell_grid import STRUCK, CellGrid, is_error
from sxresearch.monitoring.intake.formats.limits import Budget
from sxresearch.monitoring.intake.formats.ods_values import excel_formula, typed_value
from sxresearch.monitoring.intake.formats.sheets import Formula, Place, Sheet, Value

Attributes = Mapping[str, str]
HIDDEN = ("collapse", "filter")
NOT_SHOWN = ("office:annotation", "draw:frame", "draw:custom-shape", "table:shapes", "text:ruby-text")
"""Elements whose text is no part of the cell they stand in."""


class SpreadsheetStream:
    """Handlers for ``content.xml``; finished tables stand in ``sheets``."""

    def __init__(self, budget: Budget):
        self.sheets: list[Sheet] = []
        self.date1904 = False
        self._budget = budget
        self._hidden_styles: set[str] = set()
        self._percent_data: set[str] = set()
        self._percent_styles: set[str] = set()
        self._struck_styles: set[str] = set()
        self._style = self._cell_style = ""
        self._depth = 0
        self._name, self._visible = "", True
        self._grid = CellGrid(budget)
        self._row, self._row_repeat, self._column = 0, 1, 0
        self._columns_seen = 0
        self._cells: list[Value] = []
        self._row_marks: list[tuple[int, str, object]] = []
        self._given: Attributes = {}
        self._cell_depth = 0
        self._skipped = 0
        self._paragraphs: list[list[str]] = []

    def start(self, name: str, given: Attributes) -> None:
        """An element begins."""
        if self._skipped or name in NOT_SHOWN:
            self._skipped += 1
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._given, self._paragraphs, self._cell_depth = given, [], self._cell_depth + 1
        elif name == "text:p":
            self._paragraphs.append([])
        elif name in ("text:s", "text:tab", "text:line-break"):
            self._space(name, given)
        elif name == "table:table-row":
            self._row_repeat = _count(given, "table:number-rows-repeated", MAX_ROWS)
            self._hide_rows(given)
        elif name == "table:table-column":
            self._note_columns(given)
        elif name == "table:table":
            self._begin_table(given)
        elif name == "number:percentage-style":
            self._percent_data.add(given.get("style:name", ""))
        elif name == "style:style":
            self._note_style(given)
        elif name == "style:text-properties" and given.get("style:text-line-through-style", "none") != "none":
            self._struck_styles.add(self._cell_style)
        elif name == "style:table-properties" and given.get("table:display") == "false":
            self._hidden_styles.add(self._style)
        elif name == "table:null-date":
            self.date1904 = given.get("table:date-value", "").startswith("1904-01-01")

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skipped:
            self._skipped -= 1
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._cell_depth -= 1
            self._put_cell(covered=name == "table:covered-table-cell")
        elif name == "table:table-row":
            self._put_row()
        elif name == "table:table":
            self._end_table()

    def text(self, data: str) -> None:
        """Letters between two elements."""
        if self._cell_depth and self._paragraphs and not self._skipped:
            self._paragraphs[-1].append(data)

    def _note_style(self, given: Attributes) -> None:
        """Remember a table's style, and a cell's where it shows per cent (some programs state that nowhere else)."""
        self._style = given.get("style:name", "") if given.get("style:family") == "table" else ""
        self._cell_style = given.get("style:name", "") if given.get("style:family") == "table-cell" else ""
        if given.get("style:data-style-name") in self._percent_data:
            self._percent_styles.add(given.get("style:name", ""))

    def _space(self, name: str, given: Attributes) -> None:
        if self._paragraphs:
            count = _count(given, "text:c", 1000)
            self._paragraphs[-1].append({"text:s": " " * count, "text:tab": "\t"}.get(name, "\n"))

    def _begin_table(self, given: Attributes) -> None:
        self._depth += 1
        if self._depth > 1:
            return
        self._name = given.get("table:name", "")
        self._visible = given.get("table:style-name", "") not in self._hidden_styles
        self._grid = CellGrid(self._budget)
        self._row, self._column, self._columns_seen = 0, 0, 0
        self._cells, self._row_marks = [], []

    def _end_table(self) -> None:
        self._depth -= 1
        if self._depth == 0:
            sheet = self._grid.sheet(self._name) if self._visible else Sheet(self._name, (), visible=False)
            self.sheets.append(sheet)

    def _note_columns(self, given: Attributes) -> None:
        count = _count(given, "table:number-columns-repeated", MAX_COLUMNS)
        first, self._columns_seen = self._columns_seen, min(self._columns_seen + count, MAX_COLUMNS)
        if given.get("table:visibility") in HIDDEN:
            self._grid.hide_columns(first, self._columns_seen - first)

    def _hide_rows(self, given: Attributes) -> None:
        if given.get("table:visibility") in HIDDEN:
            self._grid.hide_rows(self._row, self._row_repeat)

    def _put_cell(self, covered: bool) -> None:
        repeat = min(_count(self._given, "table:number-columns-repeated", MAX_COLUMNS), MAX_COLUMNS - self._column)
        shown = "\n".join("".join(paragraph) for paragraph in self._paragraphs)
        formula = self._given.get("table:formula")
        value, mark, detail = (
            (None, "", "") if covered else typed_value(self._given, shown if self._paragraphs else None)
        )
        if isinstance(value, float) and self._given.get("table:style-name") in self._percent_styles:
            mark = "percent"
        struck = isinstance(value, float) and self._given.get("table:style-name") in self._struck_styles
        if isinstance(value, str):
            mark, detail, value = ("error", value, None) if is_error(value) else (mark, detail, self._grid.text(value))
        for column in range(self._column, self._column + repeat if value is not None or mark or formula else 0):
            self._cells += [None] * (column - len(self._cells))
            self._cells.append(None if struck else value)
            if mark:
                self._row_marks.append((column, mark, detail))
            if struck:
                self._row_marks.append((column, "error", f"{STRUCK}{value!r}"))
            if formula:
                cached = "office:value-type" in self._given or bool(shown)
                self._row_marks.append((column, "formula", Formula(excel_formula(formula), cached)))
        self._note_merged(repeat)
        self._column += repeat
        self._paragraphs = []

    def _note_merged(self, repeat: int) -> None:
        rows = _count(self._given, "table:number-rows-spanned", MAX_ROWS)
        columns = _count(self._given, "table:number-columns-spanned", MAX_COLUMNS)
        if (rows > 1 or columns > 1) and repeat == 1:
            last = (self._row + rows - 1, self._column + columns - 1)
            self._grid.merge((self._row, self._column), last)

    def _put_row(self) -> None:
        filled = bool(self._cells or self._row_marks)
        for row in range(self._row, min(self._row + self._row_repeat, MAX_ROWS) if filled else 0):
            self._grid.put_row(row, list(self._cells))
            for column, mark, detail in self._row_marks:
                self._note((row, column), mark, detail)
        self._row = min(self._row + self._row_repeat, MAX_ROWS)
        self._column, self._cells, self._row_marks = 0, [], []

    def _note(self, place: Place, mark: str, detail: object) -> None:
        if mark == "percent":
            self._grid.mark(self._grid.percent, place)
        elif isinstance(detail, Formula):
            self._grid.formula(place, detail)
        else:
            self._grid.error(place, str(detail))


def _count(given: Attributes, name: str, most: int) -> int:
    text = given.get(name, "1")
    return min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) < 12 else 1
