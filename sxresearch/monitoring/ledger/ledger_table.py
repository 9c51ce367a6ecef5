"""A ledger as people keep it: one sheet or text file, a head somewhere near the top, a row for each entry."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sxresearch.errors import BadParameter
from sxresearch.file_content import bytes_of
from sxresearch.files import publish_bytes
from sxresearch.language import say
from sxresearch.monitoring.intake.formats.opening import read_sheets
from sxresearch.monitoring.intake.formats.sheets import Sheet, Value
from sxresearch.monitoring.intake.words.cells import blank, cell_name, folded
from sxresearch.office_files import neutralised
from sxresearch.terms import Language

_HEAD_WITHIN = 15  # rows; titles and notes stand above a head


def column_name(column: str, language: Language) -> str:
    """What a column of a ledger is called in a file."""
    return say(f"ledger-col-{column.replace('_', '-')}", language)


@dataclass(frozen=True)
class LedgerRow:
    """One row: the cells of the known columns, and where it stands. A column that the file lacks is None."""

    file: str
    sheet: str
    line: int
    cells: Mapping[str, Value]
    columns: Mapping[str, int]
    error_cells: Mapping[str, str]
    date1904: bool = False

    def where(self, column: str = "") -> str:
        """File, sheet and cell: ``list.xlsx「sheet」D7``."""
        place = cell_name(self.line - 1, self.columns[column]) if column in self.columns else str(self.line)
        return f"{self.file}「{self.sheet}」{place}" if self.sheet else f"{self.file}:{place}"

    @property
    def empty(self) -> bool:
        """Whether nothing is written in it."""
        return all(blank(value) for value in self.cells.values()) and not self.error_cells


def ledger_rows(path: Path, columns: Sequence[str], required: Sequence[str]) -> list[LedgerRow]:
    """The rows of the first visible sheet whose head names all ``required`` columns, by name in either language.

    Raises
    ------
    BadParameter
        If no sheet has such a head: with the columns that are missing in the sheet that comes nearest.
    SxError
        If the file can't be read.
    """
    file = read_sheets(path)
    names = {folded(name): column for column in columns for name in _names(column)}
    best: tuple[int, tuple[str, ...]] = (-1, tuple(required))
    for sheet in (item for item in file.sheets if item.visible):
        head, found = _head(sheet, names)
        missing = tuple(column for column in required if column not in found)
        if not missing:
            plain = len(file.sheets) == 1 and not path.suffix.lower().startswith((".xls", ".ods"))
            return list(_rows(str(path), "" if plain else sheet.name, sheet, head, found, file.date1904))
        best = max(best, (len(found), missing), key=lambda item: item[0])
    words = "、".join(f"{column_name(column, Language.ZH)}（{column}）" for column in best[1])
    raise BadParameter.of("ledger-columns", str(path), columns=words)


def has_rows(path: Path) -> bool:
    """Whether a ledger in the form of :func:`write_ledger` is there and holds an entry."""
    return path.is_file() and len([line for line in bytes_of(path, BadParameter).splitlines() if line.strip()]) > 1


def write_ledger(path: Path, columns: Sequence[str], lines: Iterable[Sequence[str]]) -> Path:
    """Write a ledger as CSV in UTF-8 with a byte order mark, without which Excel reads it as GBK."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([neutralised(text) for text in line] for line in lines)
    return publish_bytes(path, target.getvalue().encode("utf-8-sig"))


def _names(column: str) -> tuple[str, ...]:
    return (column, *(column_name(column, language) for language in Language))


def _head(sheet: Sheet, names: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    """The row among the first that names most columns, and the place of each (the first of two alike)."""
    best: tuple[int, dict[str, int]] = (0, {})
    for number, row in enumerate(sheet.rows[:_HEAD_WITHIN]):
        found: dict[str, int] = {}
        for place, value in enumerate(row):
            column = names.get(folded(value)) if isinstance(value, str) else None
            if column is not None:
                found.setdefault(column, place)
        if len(found) > len(best[1]):
            best = (number, found)
    return best


def _rows(
    file: str, name: str, sheet: Sheet, head: int, found: Mapping[str, int], date1904: bool
) -> Iterator[LedgerRow]:
    for number in range(head + 1, len(sheet.rows)):
        row = sheet.rows[number]
        cells = {column: row[place] if place < len(row) else None for column, place in found.items()}
        errors = {
            column: str(sheet.marks.errors[number, place])
            for column, place in found.items()
            if (number, place) in sheet.marks.errors
        }
        entry = LedgerRow(file, name, sheet.line(number), cells, found, errors, date1904)
        if not entry.empty:
            yield entry
