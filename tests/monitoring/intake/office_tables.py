"""Tables as offices make them, written in every format that can hold them."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import xlwt
from openpyxl.utils import get_column_letter

from tests.monitoring.intake.office_files import write_ods

FORMATS = ("xlsx", "xls", "ods", "csv")
Cell = str | float | int | datetime | date | None


@dataclass(frozen=True)
class OfficeSheet:
    """A sheet: its rows, merged ranges (A1:B2), cells shown as per cent, hidden rows (from 1) and columns (letters)."""

    rows: Sequence[Sequence[Cell]]
    name: str = "Sheet1"
    merged: Sequence[str] = ()
    percent: Sequence[str] = ()
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[str] = ()
    hidden: bool = False

    @property
    def plain(self) -> bool:
        """Whether a text file can hold it."""
        return not (self.merged or self.percent or self.hidden_rows or self.hidden_columns or self.hidden)


@dataclass(frozen=True)
class OfficeBook:
    """Sheets in order."""

    sheets: Sequence[OfficeSheet] = field(default_factory=list)

    def formats(self) -> list[str]:
        """The formats that can hold it."""
        text = len(self.sheets) == 1 and self.sheets[0].plain
        return [item for item in FORMATS if item != "csv" or text]

    def write(self, folder: Path, ending: str, name: str = "表") -> Path:
        """The book as a file."""
        path = folder / f"{name}.{ending}"
        {"xlsx": self._xlsx, "xls": self._xls, "ods": self._ods, "csv": self._csv}[ending](path)
        return path

    def _xlsx(self, path: Path) -> None:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for item in self.sheets:
            sheet = book.create_sheet(item.name)
            for row in item.rows:
                sheet.append(list(row))
            for area in item.merged:
                sheet.merge_cells(area)
            for place in item.percent:
                sheet[place].number_format = "0.0%"
            for row in item.hidden_rows:
                sheet.row_dimensions[row].hidden = True
            for column in item.hidden_columns:
                sheet.column_dimensions[column].hidden = True
            sheet.sheet_state = "hidden" if item.hidden else "visible"
        book.save(path)

    def _xls(self, path: Path) -> None:
        book = xlwt.Workbook(encoding="utf-8")
        for item in self.sheets:
            sheet = book.add_sheet(item.name, cell_overwrite_ok=True)
            plain, percent = xlwt.easyxf(), xlwt.easyxf(num_format_str="0.0%")
            dated = xlwt.easyxf(num_format_str="yyyy-mm-dd")
            for r, row in enumerate(item.rows):
                for c, value in enumerate(row):
                    place = f"{get_column_letter(c + 1)}{r + 1}"
                    if value is not None:
                        style = percent if place in item.percent else dated if isinstance(value, date) else plain
                        sheet.write(r, c, value, style)
            for area in item.merged:
                (r1, c1), (r2, c2) = _corners(area)
                value = item.rows[r1][c1] if c1 < len(item.rows[r1]) else None
                sheet.write_merge(r1, r2, c1, c2, value)
            for row in item.hidden_rows:
                sheet.row(row - 1).hidden = True
            for column in item.hidden_columns:
                sheet.col(openpyxl.utils.column_index_from_string(column) - 1).hidden = True
            sheet.visibility = 1 if item.hidden else 0
        book.save(str(path))

    def _ods(self, path: Path) -> None:
        hidden = '<style:table-properties table:display="false"/>'
        styles = f'<style:style style:name="away" style:family="table">{hidden}</style:style>'
        write_ods(path, "".join(_ods_table(item) for item in self.sheets), styles)

    def _csv(self, path: Path) -> None:
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([["" if cell is None else cell for cell in row] for row in self.sheets[0].rows])


def _corners(area: str) -> tuple[tuple[int, int], tuple[int, int]]:
    left, top, right, bottom = openpyxl.utils.range_boundaries(area)
    return (top - 1, left - 1), (bottom - 1, right - 1)


def _ods_table(item: OfficeSheet) -> str:
    spans = {first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in map(_corners, item.merged)}
    width = max(len(row) for row in item.rows)
    columns = "".join(
        f"<table:table-column{_hidden(get_column_letter(c + 1) in item.hidden_columns)}/>" for c in range(width)
    )
    rows = "".join(
        f"<table:table-row{_hidden(r + 1 in item.hidden_rows)}>"
        + "".join(
            _ods_cell(value, f"{get_column_letter(c + 1)}{r + 1}" in item.percent, spans.get((r, c)))
            for c, value in enumerate(row)
        )
        + "</table:table-row>"
        for r, row in enumerate(item.rows)
    )
    style = ' table:style-name="away"' if item.hidden else ""
    return f'<table:table table:name="{escape(item.name)}"{style}>{columns}{rows}</table:table>'


def _hidden(hidden: bool) -> str:
    return ' table:visibility="collapse"' if hidden else ""


def _ods_cell(value: Cell, percent: bool, span: tuple[int, int] | None) -> str:
    spanned = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    if value is None:
        return f"<table:table-cell{spanned}/>"
    if isinstance(value, date):
        day = value.isoformat()[:10]
        return _ods_typed(f'"date" office:date-value="{day}"', day, spanned)
    if isinstance(value, str):
        return (
            f'<table:table-cell office:value-type="string"{spanned}><text:p>{escape(value)}</text:p></table:table-cell>'
        )
    kind = "percentage" if percent else "float"
    return _ods_typed(f'"{kind}" office:value="{value!r}"', str(value), spanned)


def _ods_typed(kind: str, shown: str, spanned: str) -> str:
    return f"<table:table-cell office:value-type={kind}{spanned}><text:p>{shown}</text:p></table:table-cell>"
