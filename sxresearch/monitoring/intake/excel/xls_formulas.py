"""Formulas of an old Excel workbook: xlrd gives their results only, so the records are walked once more.

Record FORMULA (6): row, column, style (2 bytes each), result (8), options (2), chain (4), length of the formula (2),
the formula itself; its result is a blank text where the bytes begin with 3 and end with FF FF. Source: Microsoft,
[MS-XLS] 2.4.127 and 2.5.133.
"""

import struct
from collections.abc import Iterator
from typing import Any

import xlrd

from sxresearch.monitoring.intake.formats.cell_grid import CellGrid
from sxresearch.monitoring.intake.formats.sheets import Formula, Place

FORMULA, BOF, EOF = 0x0006, 0x0809, 0x000A
BLANK_RESULT, IS_OTHER = 3, b"\xff\xff"
CALCULATE_ON_LOAD = 2
BIFF8 = 80
UNKNOWN = "="
"""Text of a formula that can't be turned back into words."""
DAMAGE = (
    *(xlrd.XLRDError, xlrd.compdoc.CompDocError, xlrd.formula.FormulaError, struct.error, AssertionError),
    *(LookupError, ValueError, TypeError, AttributeError, OverflowError, ArithmeticError, EOFError, MemoryError),
    *(RecursionError, NotImplementedError, OSError, UnboundLocalError),
)
"""What xlrd raises on damaged bytes."""


def note_formulas(book: Any, index: int, grid: CellGrid) -> None:
    """Note the formulas of one sheet; those of files older than Excel 97 can't be told.

    A blank result counts as one only where the formula may give a blank text; a program that writes formulas
    without calculating them leaves it blank in every cell.
    """
    if book.biff_version < BIFF8:
        return
    found = list(_formulas(book, index))
    any_result = any(not blank for _, _, blank, _ in found)
    for place, text, blank, stale in found:
        may_be_blank = any_result and ('""' in text or text == UNKNOWN)
        grid.formula(place, Formula(text, cached=not blank or may_be_blank, stale=stale))


def _formulas(book: Any, index: int) -> Iterator[tuple[Place, str, bool, bool]]:
    for kind, data in _records(book.mem, book._sh_abs_posn[index]):
        if kind != FORMULA or len(data) < 22:
            continue
        row, column = struct.unpack_from("<HH", data)
        result, (options,) = data[6:14], struct.unpack_from("<H", data, 14)
        blank = result[0] == BLANK_RESULT and result[6:8] == IS_OTHER
        yield (row, column), _words(book, data, (row, column)), blank, bool(options & CALCULATE_ON_LOAD)


def _records(memory: Any, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of a sheet's stream from its beginning to its end; those of charts inside are passed over."""
    depth = 0
    while at + 4 <= len(memory):
        kind, length = struct.unpack_from("<HH", memory, at)
        depth += (kind == BOF) - (kind == EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, bytes(memory[at + 4 : at + 4 + length])
        at += 4 + length


def _words(book: Any, data: bytes, place: Place) -> str:
    (length,) = struct.unpack_from("<H", data, 20)
    try:
        text = xlrd.formula.decompile_formula(book, data[22:], length, xlrd.formula.FMLA_TYPE_CELL, *place)
    except DAMAGE:  # a formula without words is still a formula
        return UNKNOWN
    return f"={text}" if text else UNKNOWN
