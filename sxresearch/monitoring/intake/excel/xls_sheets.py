"""Old Excel workbooks (.xls): values, formats, hidden and merged cells by xlrd, formulas from the records."""

import io
from dataclasses import replace
from typing import Any

import xlrd

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.excel.blank_inputs import with_blank_inputs
from sxresearch.monitoring.intake.excel.number_formats import PLAIN, NumberFormat, number_format
from sxresearch.monitoring.intake.excel.xls_formulas import DAMAGE, note_formulas
from sxresearch.monitoring.intake.formats.cell_grid import CellGrid
from sxresearch.monitoring.intake.formats.limits import Budget
from sxresearch.monitoring.intake.formats.numbers_shown import put_number
from sxresearch.monitoring.intake.formats.sheets import Place, Sheet, Value


def xls_sheets(content: bytes, path: str) -> tuple[list[Sheet], bool]:
    """All worksheets, hidden ones without their cells, and whether days are counted from 1904.

    Raises
    ------
    BadObservations
        If the workbook is damaged, protected by a password, or holds more than is allowed.
    """
    try:
        with xlrd.open_workbook(
            file_contents=content, formatting_info=True, on_demand=True, logfile=io.StringIO()
        ) as book:
            sheets = _sheets(book, path)
            return with_blank_inputs(sheets), bool(book.datemode)
    except BadObservations:
        raise
    except DAMAGE as problem:
        kind = "intake-kind-password" if "encrypted" in str(problem) else "intake-damaged"
        raise BadObservations.of(kind, path, problem=str(problem) or type(problem).__name__) from problem


def _sheets(book: Any, path: str) -> list[Sheet]:
    budget = Budget(path)
    formats = [_format(book, style) for style in book.xf_list]
    sheets = []
    for index in range(book.nsheets):
        name = book.sheet_names()[index]
        if book._sheet_visibility[index]:
            sheets.append(Sheet(name, (), visible=False))
            continue
        source = book.sheet_by_index(index)
        grid = CellGrid(budget)
        _note_layout(source, grid)
        for row in range(source.nrows):
            cells = [_value(source, grid, formats, (row, column)) for column in range(source.row_len(row))]
            grid.put_row(row, cells)
        note_formulas(book, index, grid)
        grid.comments = {place: str(note.text or "") for place, note in source.cell_note_map.items()}
        sheets.append(grid.sheet(name))
        book.unload_sheet(index)
    if not sheets:
        raise BadObservations.of("intake-no-sheet", path)
    return sheets


def _format(book: Any, style: Any) -> NumberFormat:
    shown = book.format_map.get(style.format_key)
    found = number_format(shown.format_str, style.format_key) if shown else PLAIN
    font = book.font_list[style.font_index] if style.font_index < len(book.font_list) else None
    return replace(found, struck=True) if font and font.struck_out else found


def _note_layout(source: Any, grid: CellGrid) -> None:
    for row, info in source.rowinfo_map.items():
        if info.hidden:
            grid.hide_rows(row)
    for column, info in source.colinfo_map.items():
        if info.hidden or info.width == 0:
            grid.hide_columns(column)
    for top, end_row, left, end_column in source.merged_cells:
        grid.merge((top, left), (end_row - 1, end_column - 1))


def _value(source: Any, grid: CellGrid, formats: list[NumberFormat], place: Place) -> Value:
    kind, value = source.cell_type(*place), source.cell_value(*place)
    if kind == xlrd.XL_CELL_TEXT:
        return grid.text(value)
    if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        style = source.cell_xf_index(*place)
        return put_number(grid, place, value, formats[style], bool(source.book.datemode))
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == xlrd.XL_CELL_ERROR:
        grid.error(place, xlrd.error_text_from_code.get(value, "#?"))
    return None
