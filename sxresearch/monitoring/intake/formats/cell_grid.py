"""The cells of one sheet while it is read: kept sparse, counted, and handed on as a :class:`Sheet`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sxresearch.monitoring.intake.formats.limits import Budget
from sxresearch.monitoring.intake.formats.sheets import Formula, Marks, Place, Sheet, Value

ERRORS = frozenset({"#DIV/0!", "#REF!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"})
"""Names under which spreadsheets show that a formula failed, also where a file holds them as text."""
SCALED = "#scaled"
"""Mark of a number that its format shows divided by a thousand or ten thousand."""
UNSEEN_ZERO = "#unseen-zero"
"""Mark of a 0 that its format shows as a dash, a word or not at all."""
STRUCK = "#struck:"
"""Mark of a number in a font that strikes it out; the number follows."""

_UNKNOWN = object()


def is_error(text: str) -> bool:
    """Whether a text is the name of a spreadsheet's error (LibreOffice counts its own: ``Err:502``)."""
    return text in ERRORS or (text.startswith("Err:") and text[4:].isdigit())


@dataclass
class CellGrid:
    """Cells gathered row by row; places are counted from 0."""

    budget: Budget
    percent: set[Place] = field(default_factory=set)
    dates: set[Place] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    formulas: dict[Place, Formula] = field(default_factory=dict)
    hidden_rows: list[range] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)
    merged: list[tuple[Place, Place]] = field(default_factory=list)
    comments: dict[Place, str] = field(default_factory=dict)
    _rows: dict[int, tuple[Value, ...]] = field(default_factory=dict)
    _texts: dict[str, Value] = field(default_factory=dict)

    def text(self, text: str) -> Value:
        """A text as a cell holds it: equal ones share their memory, blank ones are nothing."""
        known = self._texts.get(text, _UNKNOWN)
        if known is not _UNKNOWN:
            return known  # type: ignore[return-value]
        self.budget.text(len(text))
        value = self._texts[text] = text if text.strip() else None
        return value

    def mark(self, marks: set[Place], place: Place) -> None:
        """Note a place in one of the sets of marks."""
        self.budget.marks()
        marks.add(place)

    def error(self, place: Place, name: str) -> None:
        """Note a cell that shows an error."""
        self.budget.marks()
        self.errors[place] = name

    def hide_rows(self, first: int, count: int = 1) -> None:
        """Note rows that are not shown, however many."""
        self.budget.marks()
        self.hidden_rows.append(range(first, first + count))

    def hide_columns(self, first: int, count: int = 1) -> None:
        """Note columns that are not shown, however many."""
        self.budget.marks()
        self.hidden_columns.append(range(first, first + count))

    def merge(self, first: Place, last: Place) -> None:
        """Note a merged range."""
        self.budget.marks()
        self.merged.append((first, last))

    def formula(self, place: Place, formula: Formula) -> None:
        """Note a cell's formula."""
        self.budget.marks(2)
        self.budget.text(len(formula.text))
        self.formulas[place] = formula

    def put_row(self, row: int, cells: list[Value]) -> None:
        """Keep a row up to its last cell that is not blank; a row met twice is laid over itself."""
        while cells and cells[-1] is None:
            cells.pop()
        if not cells:
            return
        before = self._rows.get(row)
        if before:
            cells = _laid_over(before, cells)
        self.budget.row(len(cells))
        self._rows[row] = tuple(cells)

    def replace_row(self, row: int, values: dict[int, Value]) -> None:
        """Put other values into a row's cells, by column."""
        before = self._rows.pop(row, ())
        cells = [*before, *[None] * (max(values) + 1 - len(before))]
        for column, value in values.items():
            cells[column] = value
        self.put_row(row, cells)

    def errors_in_texts(self) -> None:
        """Take texts that are the name of an error for one: that is how a text file or a web page holds them."""
        if not any(is_error(text) for text in self._texts):
            return
        for number, row in list(self._rows.items()):
            found = {column: value for column, value in enumerate(row) if isinstance(value, str) and is_error(value)}
            if found:
                self.errors.update({(number, column): name for column, name in found.items()})
                self.replace_row(number, dict.fromkeys(found))

    def sheet(self, name: str, formats_known: bool = True) -> Sheet:
        """What was gathered; what is hidden or merged below the last row that holds anything is dropped."""
        last = max((*self._rows, *(row for row, _ in (*self.errors, *self.formulas))), default=-1)
        empty: tuple[Value, ...] = ()
        self.budget.spend(8 * (last + 1))
        rows = tuple(self._rows.get(row, empty) for row in range(last + 1))
        return Sheet(name, rows, self._marks(rows, formats_known))

    def _marks(self, rows: Sequence[tuple[Value, ...]], formats_known: bool) -> Marks:
        width = max(map(len, rows), default=0)
        return Marks(
            frozenset(self.percent),
            frozenset(self.dates),
            self.errors,
            self.formulas,
            _below(self.hidden_rows, len(rows)),
            _below(self.hidden_columns, width),
            tuple(self._merged_above(len(rows))),
            formats_known,
            self.comments,
        )

    def _merged_above(self, height: int) -> Iterator[tuple[Place, Place]]:
        return ((first, last) for first, last in self.merged if first[0] < height and first != last)


def _laid_over(before: Sequence[Value], cells: Sequence[Value]) -> list[Value]:
    width = max(len(before), len(cells))
    one, other = ([*some, *[None] * (width - len(some))] for some in (before, cells))
    return [new if new is not None else old for old, new in zip(one, other, strict=True)]


def _below(spans: Sequence[range], end: int) -> frozenset[int]:
    return frozenset(number for span in spans for number in range(span.start, min(span.stop, end)))
