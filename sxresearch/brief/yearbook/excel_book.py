"""The yearbook as an Excel workbook: a sheet of notes, one for each field, and one that explains the indicators."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sxresearch.brief.office.excel_sheet import ExcelSheet, sheet_name
from sxresearch.brief.yearbook.contents import Yearbook, YearbookField, YearbookFigure, explanation
from sxresearch.files import publish_bytes
from sxresearch.language import say, word
from sxresearch.language.numbers import number_range
from sxresearch.office_files import neutralised
from sxresearch.workbook import workbook

_WIDTHS = (34, 10, 12, 8, 9)  # characters
_YEAR_WIDTH, _SOURCE_WIDTH = 12, 40


def write_excel_book(book: Yearbook, out: Path) -> Path:
    """Write the yearbook to ``out`` (.xlsx); the same book gives the same bytes. Figures are numbers, marks formats."""
    target = io.BytesIO()
    with workbook(target, title=neutralised(book.title)[:250], author="sxresearch") as made:
        sheets = _YearbookSheets(made, book)
        sheets.notes()
        for field in book.fields:
            if field.tables:
                sheets.field(field)
        sheets.indicators()
    return publish_bytes(out, target.getvalue())


class _YearbookSheets:
    def __init__(self, made: Any, book: Yearbook):
        self._made, self._book = made, book
        self._formats: dict[str, Any] = {}
        self._number = 0

    def notes(self) -> None:
        """What the book is, and what its signs mean."""
        book, language = self._book, self._book.language
        sheet = self._sheet(say("yearbook-notes", language), [say("yearbook-notes", language), book.title], (14, 90))
        sheet.add([say("yearbook-plan", language), book.plan.title.in_language(language)])
        sheet.add([say("yearbook-years", language), number_range(str(book.years[0]), str(book.years[-1]), language)])
        for sign, meaning in book.legend:
            sheet.add([sign, meaning])
        for field in book.fields:
            names = [item.name.in_language(language) for item in field.unreported]
            if names:
                joined = say("brief-list-separator", language).join(names)
                sheet.add(
                    [say("yearbook-unreported", language), f"{field.field.title.in_language(language)}: {joined}"]
                )
        sheet.close(freeze=0)

    def field(self, field: YearbookField) -> None:
        """All indicators of a field, one line for each region and group."""
        language = self._book.language
        heads = [say(f"yearbook-col-{name}", language) for name in ("indicator", "code", "region", "group", "unit")]
        years = [str(year) for year in self._book.years]
        widths = (*_WIDTHS, *[_YEAR_WIDTH] * len(years), _SOURCE_WIDTH)
        sheet = self._sheet(
            field.field.title.in_language(language), [*heads, *years, say("yearbook-col-source", language)], widths
        )
        for table in field.tables:
            name = table.indicator.name.in_language(language)
            unit = word("unit", table.indicator.unit, language).strip()
            for line in table.lines:
                cells = [self._cell(item) for item in line.figures]
                region = (line.region.code, line.region.title(language), word("group", line.group, language))
                sheet.add([name, *region, unit, *cells, "\n".join(line.sources)])
        sheet.close(freeze=4)

    def indicators(self) -> None:
        """What each indicator means."""
        language = self._book.language
        heads = [say(f"yearbook-col-{name}", language) for name in ("indicator", "unit", "explanation")]
        sheet = self._sheet(say("yearbook-explanations", language), heads, (34, 9, 90))
        for field in self._book.fields:
            for table in field.tables:
                item = table.indicator
                unit = word("unit", item.unit, language).strip()
                sheet.add([item.name.in_language(language), unit, explanation(item, language)])
        sheet.close()

    def _cell(self, item: YearbookFigure | None) -> Any:
        if item is None:
            return None
        if item.value is None:
            return item.text(self._book.language)
        pattern = "0." + "0" * item.decimals if item.decimals else "0"
        sign = item.sign(self._book.language)
        return item.value, f'{pattern}"{sign}"' if sign else pattern

    def _sheet(self, name: str, head: Sequence[str], widths: Sequence[int]) -> ExcelSheet:
        self._number += 1
        return ExcelSheet(
            self._made, sheet_name(f"{self._number} {name}"), head, widths, mark=self._book.mark, formats=self._formats
        )
