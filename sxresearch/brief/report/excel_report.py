"""The workbook beside an evaluation report: each sentence with its rows, every verdict, and what people still write."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.office.excel_columns import VERDICTS, SheetLine, number_format
from sxresearch.brief.office.excel_sheet import ExcelSheet
from sxresearch.brief.report.blocks import ReportContent
from sxresearch.brief.report.sentence_sources import SentenceSource
from sxresearch.files import publish_bytes
from sxresearch.language import say
from sxresearch.office_files import neutralised
from sxresearch.workbook import workbook

_SENTENCE_COLUMNS = (
    ("sentence-number", 6), ("place", 26), ("sentence", 60), ("region", 10), ("target-title", 28), ("quantity", 12),
    ("year", 8), ("value", 12), ("source", 36), ("file", 18), ("line", 8), ("target-id", 34),
)  # fmt: skip
_BLANK_COLUMNS = (("rank", 6), ("place", 40), ("to-write", 80))
_FREE = "General"


def write_excel_report(report: ReportContent, out: Path) -> Path:
    """Write the workbook to ``out`` (.xlsx); the same report gives the same bytes."""
    target = io.BytesIO()
    with workbook(target, title=neutralised(report.title)[:250], author="sxresearch") as book:
        formats: dict[str, Any] = {}
        _sentences(_sheet(book, report, "sentences", _SENTENCE_COLUMNS, formats), report)
        _verdicts(book, report, formats)
        _blanks(_sheet(book, report, "blanks", _BLANK_COLUMNS, formats), report)
    return publish_bytes(out, target.getvalue())


def _sheet(
    book: Any, report: ReportContent, key: str, columns: tuple[tuple[str, int], ...], formats: dict[str, Any]
) -> ExcelSheet:
    heads = [say(f"report-col-{name}", report.language) for name, _ in columns]
    name = say(f"report-sheet-{key}", report.language)
    return ExcelSheet(book, name, heads, [width for _, width in columns], mark=report.mark, formats=formats)


def _sentences(sheet: ExcelSheet, report: ReportContent) -> None:
    for line in _sentence_lines(report):
        sheet.add(line)
    sheet.close(freeze=1)


def _sentence_lines(report: ReportContent) -> Iterator[list[Any]]:
    """A sentence in its first line, one line for each of its rows."""
    for item in report.sentences:
        head = [item.number, item.place, item.sentence.text]
        rows = [_source_cells(source) for source in dict.fromkeys(item.sentence.sources)] or [[]]
        yield [*head, *rows[0]]
        for cells in rows[1:]:
            yield [item.number, "", "", *cells]


def _source_cells(source: SentenceSource) -> list[Any]:
    value = (source.value, _FREE) if isinstance(source.value, float) else source.value
    return [
        source.region, source.title, source.quantity, source.year, value, source.source, source.file, source.line,
        source.target,
    ]  # fmt: skip


def _verdicts(book: Any, report: ReportContent, formats: dict[str, Any]) -> None:
    """The verdict table of the report, as in every other workbook of ours."""
    heads = [say(f"pack-col-{column.key}", report.language) for column in VERDICTS]
    widths = [column.width for column in VERDICTS]
    name = say("report-sheet-verdicts", report.language)
    sheet = ExcelSheet(book, name, heads, widths, mark=report.mark, formats=formats)
    member = RegionVerdicts(report.rows[0].subject, report.rows)
    for row in report.rows:
        line = SheetLine(member, row)
        sheet.add([(column.read(line), number_format(column, line)) for column in VERDICTS])
    sheet.close(freeze=1)


def _blanks(sheet: ExcelSheet, report: ReportContent) -> None:
    for rank, (place, asked) in enumerate(report.blanks, start=1):
        sheet.add([rank, place, asked])
    sheet.close(freeze=1)
