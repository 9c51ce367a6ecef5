"""A sheet as a rectangle of cells: hidden rows left out, merged cells known, doubtful cells marked where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from sxresearch.language import Text
from sxresearch.monitoring.findings import Finding, Severity, Spot
from sxresearch.monitoring.intake.formats.cell_grid import SCALED, STRUCK, UNSEEN_ZERO
from sxresearch.monitoring.intake.formats.sheets import Formula, Place, Sheet
from sxresearch.monitoring.intake.words.cells import UnsureCell, cell_name, folded, numeric, text_of
from sxresearch.monitoring.intake.words.vocabulary import HEADINGS


@dataclass(frozen=True)
class Grid:
    """``cells[row, column]`` as objects, None where blank; ``percent`` says which numbers are shown as per cent.

    ``merged`` leads from each further cell of a merged range to its first; ``dated`` are numbers shown as dates.
    ``lines`` are the row numbers that the user's program shows; ``spreadsheet`` says whether its cells have names.
    """

    file: str
    sheet: str
    cells: np.ndarray
    percent: np.ndarray
    dated: frozenset[Place]
    merged: dict[Place, Place]
    lines: np.ndarray
    formats_known: bool = True
    spreadsheet: bool = True
    date1904: bool = False
    findings: tuple[Finding, ...] = field(default=())

    @property
    def height(self) -> int:
        """Number of rows."""
        return int(self.cells.shape[0])

    @property
    def width(self) -> int:
        """Number of columns."""
        return int(self.cells.shape[1])

    def at(self, row: int, column: int) -> object:
        """The value of a cell; of a merged one, the value of its range."""
        return self.cells[self.merged.get((row, column), (row, column))]

    def __contains__(self, place: Place) -> bool:
        """Whether a place lies in the sheet and something is written there."""
        return place[0] < self.height and place[1] < self.width and self.cells[place] is not None

    def spot(self, row: int, column: int | None = None, detail: str | Text = "") -> Spot:
        """The place of a row or cell."""
        line = int(self.lines[row])
        if self.spreadsheet and column is not None:
            return Spot(self.file, self.sheet, cell_name(line - 1, column), line, detail)
        return Spot(self.file, self.sheet if self.spreadsheet else "", "", line, detail)

    def written(self, row: int) -> list[int]:
        """Columns of the row's cells that are not blank."""
        return [int(column) for column in np.flatnonzero(self.cells[row] != None)]  # noqa: E711  # by element


def grid_of(sheet: Sheet, file: str, *, spreadsheet: bool, date1904: bool = False) -> Grid:
    """The visible part of a sheet with everything that stands beside its values."""
    marks = sheet.marks
    width = max((len(row) for row in sheet.rows), default=0)
    width = max([width, *(column + 1 for _, column in (*marks.errors, *marks.formulas))])
    cells = np.full((len(sheet.rows), width), None, dtype=object)
    for index, row in enumerate(sheet.rows):
        cells[index, : len(row)] = row
    for place, problem in _unsure(sheet):
        if place[0] < len(cells):
            cells[place] = problem
    percent = np.zeros(cells.shape, dtype=bool)
    for at, column in marks.percent:
        if at < cells.shape[0] and column < width:
            percent[at, column] = True
    lines = np.array(sheet.lines or range(1, len(cells) + 1), dtype=int)
    inside = [(first, last) for first, last in marks.merged if first[0] < len(cells) and first[1] < width]
    merged = {place: first for first, last in inside for place in _within(first, last, cells.shape) if place != first}
    whole = Grid(
        file, sheet.name, cells, percent, marks.dates, merged, lines, marks.formats_known, spreadsheet, date1904
    )
    return _without_hidden(whole, sheet)


def _within(first: Place, last: Place, shape: tuple[int, ...]) -> Iterator[Place]:
    for row in range(first[0], min(last[0] + 1, shape[0])):
        for column in range(first[1], min(last[1] + 1, shape[1])):
            yield row, column


def _unsure(sheet: Sheet) -> Iterator[tuple[Place, UnsureCell]]:
    for place, formula in sheet.marks.formulas.items():
        row = sheet.rows[place[0]] if place[0] < len(sheet.rows) else ()
        if problem := _of_formula(formula, row[place[1]] if place[1] < len(row) else None):
            yield place, problem
    for place, name in sheet.marks.errors.items():
        yield place, _UNSEEN.get(name) or _struck(name) or UnsureCell("cell-error", name)


_APART = ("group", "unit", "status")
_UNSEEN = {
    SCALED: UnsureCell("format-scaled", ""),
    UNSEEN_ZERO: UnsureCell("zero-unseen", "0", Severity.HOLD, 0.0),
}


def _struck(name: str) -> UnsureCell | None:
    if not name.startswith(STRUCK):
        return None
    found = name.removeprefix(STRUCK)
    return UnsureCell("struck-out", f"{float(found):g}", Severity.HOLD, float(found))


def _of_formula(formula: Formula, value: object) -> UnsureCell | None:
    """A formula's result that was never computed, or not since its inputs changed."""
    text = "=" + formula.text.lstrip("=")
    if not formula.cached:
        return UnsureCell("formula-uncached", text)
    if value == 0 and numeric(value) and (formula.inputs_blank or formula.stale):
        return UnsureCell("formula-zero", text)
    if formula.stale and numeric(value):
        return UnsureCell("formula-stale", text, Severity.HOLD, float(value))  # type: ignore[arg-type]
    if formula.stale:
        return UnsureCell("formula-uncached", text)
    return None


def _without_hidden(grid: Grid, sheet: Sheet) -> Grid:
    """Hidden rows and columns emptied, with a finding where something stood in them."""
    marks, cells = sheet.marks, grid.cells
    rows = sorted(row for row in marks.hidden_rows if row < grid.height and (cells[row] != None).any())  # noqa: E711
    columns = sorted(c for c in marks.hidden_columns if c < grid.width and (cells[:, c] != None).any())  # noqa: E711
    findings = []
    if rows:
        findings.append(
            Finding.of("hidden-rows", Severity.NOTE, [grid.spot(row, detail=_seen(cells[row])) for row in rows])
        )
    if columns:
        spots = [_hidden_column(grid, column) for column in columns]
        findings.append(Finding.of("hidden-columns", Severity.NOTE, spots))
    if needed := [column for column in columns if _tells_figures_apart(cells[:, column])]:
        spots = [_hidden_column(grid, column) for column in needed]
        findings.append(Finding.of("hidden-dimension", Severity.REFUSE, spots))
    cells[rows] = None
    cells[:, columns] = None
    if marks.comments:
        spots = [grid.spot(*place, _words(text)) for place, text in sorted(marks.comments.items()) if place in grid]
        findings += [Finding.of("cell-comments", Severity.NOTE, spots)] if spots else []
    return Grid(**{**grid.__dict__, "findings": tuple(findings)})


def _tells_figures_apart(cells: np.ndarray) -> bool:
    """Whether a column is headed 分组, 单位 or 数据状态 and filled: without it figures would be taken for others."""
    written = [cell for cell in cells if cell is not None]
    return any(HEADINGS.get(folded(cell)) in _APART for cell in written[:-1] if isinstance(cell, str))


def _words(text: str) -> str:
    """A comment in one line, cut where it is long."""
    return text_of(text)[:60]


def _seen(cells: np.ndarray) -> str:
    return " ".join(text_of(cell) for cell in cells if cell is not None)[:60]


def _hidden_column(grid: Grid, column: int) -> Spot:
    letters = cell_name(0, column)[:-1]
    first = next(cell for cell in grid.cells[:, column] if cell is not None)
    return Spot(grid.file, grid.sheet, letters, 0, text_of(first)[:60])
