"""Excel workbooks (.xlsx, .xlsm): sheets of plain values are read by a pattern, any other is parsed."""

from sxresearch.monitoring.intake.excel.blank_inputs import with_blank_inputs
from sxresearch.monitoring.intake.excel.cell_comments import comments_of
from sxresearch.monitoring.intake.excel.workbook_parts import SheetEntry, Workbook, parse, workbook_of
from sxresearch.monitoring.intake.excel.xlsx_plain import PlainSheet
from sxresearch.monitoring.intake.excel.xlsx_stream import SheetStream
from sxresearch.monitoring.intake.formats.cell_grid import CellGrid
from sxresearch.monitoring.intake.formats.limits import Budget, Package
from sxresearch.monitoring.intake.formats.sheets import Sheet


def xlsx_sheets(content: bytes, path: str) -> tuple[list[Sheet], bool]:
    """All worksheets, hidden ones without their cells, and whether days are counted from 1904.

    Raises
    ------
    BadObservations
        If the workbook is damaged or holds more than is allowed.
    """
    budget = Budget(path)
    package = Package(content, path)
    book = workbook_of(package, path, budget)
    sheets = [
        _read(entry, book, package, path, budget) if entry.visible else Sheet(entry.name, (), visible=False)
        for entry in book.sheets
    ]
    return with_blank_inputs(sheets), book.date1904


def _read(entry: SheetEntry, book: Workbook, package: Package, path: str, budget: Budget) -> Sheet:
    comments = comments_of(package, entry.part, path, budget)
    grid = CellGrid(budget.tried(), comments=comments)
    with package.open(entry.part) as stream:
        plain = PlainSheet(book, grid).read(stream)
    if plain:
        sheet = grid.sheet(entry.name)
        budget.settle(grid.budget)
        return sheet
    grid = CellGrid(budget, comments=comments)
    reading = SheetStream(book, grid)
    with package.reopen(entry.part) as stream:
        parse(stream, path, reading.start, reading.end, reading.text)
    return grid.sheet(entry.name)
