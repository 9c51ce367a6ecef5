"""A sheet as an office wrote it: the values of its cells, and what else a careful reader sees there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

Value: TypeAlias = str | float | int | bool | datetime | date | time | timedelta | None
"""What one cell holds; None where it is blank."""
Place: TypeAlias = tuple[int, int]
"""Row and column of a cell, both counted from 0."""


@dataclass(frozen=True)
class Formula:
    """A formula behind a cell.

    ``cached`` says whether the file holds a result; ``inputs_blank`` that every cell it refers to is blank;
    ``stale`` that the workbook asks to be recalculated before its results are used.
    """

    text: str
    cached: bool
    inputs_blank: bool = False
    stale: bool = False


@dataclass(frozen=True)
class Marks:
    """What stands beside the values; sparse, by place. Nothing of it is decided here.

    ``percent``: cells whose number format shows per cent (their stored value is a share of 1);
    ``dates``: number cells whose format shows a date, where the reader hands a number;
    ``errors``: cells that show an error, with its name (``#DIV/0!``);
    ``formulas``: cells with a formula; ``hidden_rows``, ``hidden_columns``: counted from 0;
    ``comments``: the text of what somebody noted at a cell; ``merged``: ranges as first and last place, both inside;
    ``formats_known``: whether the kind of file lets number formats be seen at all (never for text files, where nothing
    is hidden behind a format).
    """

    percent: frozenset[Place] = frozenset()
    dates: frozenset[Place] = frozenset()
    errors: Mapping[Place, str] = field(default_factory=dict)
    formulas: Mapping[Place, Formula] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[tuple[Place, Place], ...] = ()
    formats_known: bool = True
    comments: Mapping[Place, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """One sheet: ``rows[r][c]`` is a cell's value, from cell A1 on; rows end at their last cell that is not blank.

    ``line_of`` turns a row into the number that an editor or spreadsheet shows (text files: the line on which
    the row begins); without it row 0 is line 1.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    marks: Marks = field(default_factory=Marks)
    visible: bool = True
    lines: tuple[int, ...] = ()

    def line(self, row: int) -> int:
        """The line number of a row as the user's program shows it."""
        return self.lines[row] if self.lines else row + 1


@dataclass(frozen=True)
class SheetFile:
    """A file that was opened: every sheet, also hidden ones (marked so, their cells left out).

    ``kind`` is what the content is, whatever the name says; ``sha256`` is the hash of its bytes.
    """

    path: str
    kind: str
    sha256: str
    sheets: tuple[Sheet, ...]
    date1904: bool = False
    """Whether the file counts its days from 1904, which ``serial_of`` must know."""
