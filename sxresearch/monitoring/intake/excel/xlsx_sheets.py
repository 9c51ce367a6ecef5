"""Excel workbooks (.xlsx, .xlsm): sheets of plain values go through calamine, any other is streamed."""

from sxresearch.monitoring.intake.excel.blank_inputs import with_blank_inputs
from sxresearch.monitoring.intake.excel.workbook_parts import parse, workbook_of
from sxresearch.monitoring.intake.excel.xlsx_plain import PlainReader
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
    plain = PlainReader(content, book)
    sheets = []
    for entry in book.sheets:
        if not entry.visible:
            sheets.append(Sheet(entry.name, (), visible=False))
            continue
        grid = CellGrid(budget)
        with package.open(entry.part) as stream:
            glance = plain.glance(stream)
        if not (glance.plain and plain.read(entry.name, grid, glance)):
            reading = SheetStream(book, grid)
            with package.reopen(entry.part) as stream:
                parse(stream, path, reading.start, reading.end, reading.text)
        sheets.append(grid.sheet(entry.name))
    return with_blank_inputs(sheets), book.date1904
