"""A pack as an Excel workbook: every cell either a number with its format or a text that no formula can hide in."""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sxresearch.brief.content.pack import Pack
from sxresearch.brief.content.subject import SeriesKey
from sxresearch.brief.office.excel_columns import (
    OF_A_FIELD,
    TARGET,
    VERDICTS,
    Column,
    SheetLine,
    level_format,
    number_format,
)
from sxresearch.brief.office.excel_first_sheet import answer_lines
from sxresearch.brief.office.excel_judgements import AGREED_WIDTHS, JUDGED_WIDTHS, agreed_lines, judged_lines
from sxresearch.brief.office.excel_lists import alert_lines, matrix_lines, note_lines, observation_lines, region_lines
from sxresearch.brief.office.excel_sheet import LONGEST_NAME, ExcelSheet, sheet_name
from sxresearch.files import publish_bytes
from sxresearch.language import say
from sxresearch.office_files import neutralised
from sxresearch.workbook import workbook

_MOST_YEARS = 15  # yearly columns on a field's sheet
_YEAR_WIDTH = 9  # characters, as all widths
_ANSWER_WIDTHS = (28, 60, 60)
_NOTE_WIDTHS = (16, 110)
_ALERT_WIDTHS = (10, 8, 34, 24, 10, 10, 14, 9, 18, 16, 16, 16, 60, 22, 44, 18)
_OBSERVATION_WIDTHS = (10, 9, 30, 28, 8, 8, 11, 8, 12, 12, 9, 9, 40, 12, 22, 8)


def write_excel(pack: Pack, out: Path) -> Path:
    """Write the pack to ``out`` (.xlsx); the same pack gives the same bytes."""
    target = io.BytesIO()
    with workbook(target, title=neutralised(pack.title)[:250], author="sxresearch") as book:
        sheets = _Sheets(book, pack)
        sheets.list("answer", answer_lines(pack), _ANSWER_WIDTHS)
        sheets.list("notes", note_lines(pack), _NOTE_WIDTHS)
        if pack.several:
            sheets.list("regions", region_lines(pack), [14, *[12] * 10])
            sheets.list("matrix", matrix_lines(pack), [18, 34, 24, *[16] * len(pack.members), 12])
        sheets.verdicts()
        sheets.list("warnings", alert_lines(pack), _ALERT_WIDTHS)
        if len(pack.main.subject.inputs.judgements):
            sheets.list("judgements", judged_lines(pack), JUDGED_WIDTHS)
        if len(pack.main.subject.inputs.actions):
            sheets.list("actions", agreed_lines(pack), AGREED_WIDTHS)
        for plan, field in dict.fromkeys((row.place.plan.id, row.place.field.id) for row in pack.matrix.rows):
            sheets.field(plan, field)
        sheets.list("observations", observation_lines(pack), _OBSERVATION_WIDTHS)
    return publish_bytes(out, target.getvalue())


class _Sheets:
    """The sheets of a workbook in the making."""

    def __init__(self, book: Any, pack: Pack):
        self.book = book
        self.pack = pack
        self.names: set[str] = set()
        self.formats: dict[str, Any] = {}

    def list(self, key: str, lines: Iterable[Sequence[Any]], widths: Sequence[int]) -> None:
        """A sheet of finished lines, the first of which is the head."""
        head, *body = lines
        sheet = self._sheet(say(f"pack-sheet-{key}", self.pack.language), head, widths)
        for line in body:
            sheet.add(line)
        sheet.close()

    def verdicts(self) -> None:
        """Every measurable and every checklist target of every region."""
        every = [SheetLine(member, row) for member in self.pack.members for row in member.rows]
        self._columns(say("pack-sheet-verdicts", self.pack.language), VERDICTS, every)

    def field(self, plan: str, field: str) -> None:
        """One field: its measurable targets with the yearly figures."""
        every = [
            SheetLine(member, row)
            for member in self.pack.members
            for row in member.rows
            if (row.place.plan.id, row.place.field.id) == (plan, field) and not row.is_checklist
        ]
        name = every[0].row.place.field.title.in_language(self.pack.language)
        self._columns(name, OF_A_FIELD, every, years=_years(every))

    def _columns(
        self, name: str, columns: Sequence[Column], lines: Iterable[SheetLine], years: Sequence[int] = ()
    ) -> None:
        heads = [say(f"pack-col-{column.key}", self.pack.language) for column in columns]
        widths = [*(column.width for column in columns), *[_YEAR_WIDTH] * len(years)]
        sheet = self._sheet(name, [*heads, *map(str, years)], widths)
        for line in lines:
            cells = [(column.read(line), number_format(column, line)) for column in columns]
            sheet.add([*cells, *_yearly(line, years)])
        sheet.close(freeze=columns.index(TARGET) + 1 if columns is OF_A_FIELD else 1)

    def _sheet(self, name: str, head: Sequence[Any], widths: Sequence[int]) -> ExcelSheet:
        return ExcelSheet(self.book, self._name(name), head, widths, mark=self.pack.mark, formats=self.formats)

    def _name(self, wanted: str) -> str:
        """A name that Excel allows and that no other sheet has."""
        clean = sheet_name(wanted)
        name, count = clean, 1
        while name.lower() in self.names:
            count += 1
            ending = f" {count}"
            name = clean[: LONGEST_NAME - len(ending)] + ending
        self.names.add(name.lower())
        return name


def _years(lines: Sequence[SheetLine]) -> Sequence[int]:
    """The years with a figure, the last of them if there are many."""
    seen = {
        int(year)
        for line in lines
        for series in [line.member.subject.first_series(line.row.place.target)]
        if series is not None
        for year in line.member.subject.figures(series)["year"]
    }
    return sorted(seen)[-_MOST_YEARS:]


def _yearly(line: SheetLine, years: Sequence[int]) -> list[tuple[float | None, str]]:
    series = line.member.subject.first_series(line.row.place.target)
    if series is None:
        return [(None, "")] * len(years)
    return _values(line, series, years)


def _values(line: SheetLine, series: SeriesKey, years: Sequence[int]) -> list[tuple[float | None, str]]:
    seen = line.member.subject.figures(series)
    values = dict(zip(seen["year"].astype(int), seen["value"].astype(float), strict=True))
    shown = level_format(series.indicator, line.member)
    return [(values.get(year), shown) for year in years]
