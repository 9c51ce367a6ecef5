"""An evaluation report chapter by chapter, as a notebook shows it: what stands in the Word file, without its style."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.verdict import Assessment
from sxresearch.brief.page.markup import Fragment, render
from sxresearch.brief.report.blocks import (
    Blank,
    Block,
    GeneratedText,
    ReportCharts,
    ReportContent,
    ReportHeading,
    ReportTable,
)
from sxresearch.brief.report.region_reports import ReportWishes, reports_of, write_report
from sxresearch.errors import BadParameter
from sxresearch.language import say
from sxresearch.terms import EvaluationKind

_NAMES = {ReportHeading: "heading", GeneratedText: "text", Blank: "blank", ReportTable: "table", ReportCharts: "charts"}


def evaluation_reports(
    inputs: Inputs,
    assessment: Assessment,
    region: str,
    kind: str,
    lang: str = "zh",
    record: TrackRecord | None = None,
    *,
    internal: bool = False,
    midterm_year: int | None = None,
) -> list[ReportContent]:
    """The reports of ``region``, one for each plan that binds it; ``kind`` is ``midterm`` or ``final``.

    Raises
    ------
    BadParameter
        As :func:`sxresearch.brief.report.region_reports.reports_of`.
    """
    wishes = ReportWishes(EvaluationKind(kind), midterm_year=midterm_year)
    return list(reports_of(inputs, assessment, region, wishes, lang, record, internal=internal))


def report_chapter(report: ReportContent, number: int) -> Fragment:
    """One chapter of a report, from 1; annexes count too.

    Raises
    ------
    BadParameter
        If there is no such chapter.
    """
    chapters = list(_chapters(report.blocks))
    if not 1 <= number <= len(chapters):
        raise BadParameter.of("report-chapter", "", found=str(number), last=str(len(chapters)))
    before = sum(len(_sentences(blocks)) for blocks in chapters[: number - 1])
    items = [{**dict.fromkeys(_NAMES.values()), _NAMES[type(block)]: block} for block in chapters[number - 1]]
    empty = say("report-blank-cell", report.language)
    return Fragment(
        render("report_chapter", report.language, items=items, mark=report.mark, before=before, empty=empty)
    )


def save_reports(
    reports: Sequence[ReportContent], folder: Path | str | None, template: Path | str | None = None
) -> list[str]:
    """Write Word and workbook of each report into ``folder`` and name the files; nothing without a folder."""
    if folder is None:
        return []
    letterhead = Path(template) if template else None
    return [str(path) for report in reports for path in write_report(report, Path(folder), letterhead)]


def _chapters(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    chapter: list[Block] = []
    for block in blocks:
        if isinstance(block, ReportHeading) and block.level == 1 and chapter:
            yield chapter
            chapter = []
        chapter.append(block)
    yield chapter


def _sentences(blocks: Sequence[Block]) -> list[str]:
    return [item.text for block in blocks if isinstance(block, GeneratedText) for item in block.sentences]
