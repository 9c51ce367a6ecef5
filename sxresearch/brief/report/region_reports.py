"""The reports of a region, one for each plan: what is asked for, and what is made of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.verdict import Assessment
from sxresearch.brief.report.blocks import ReportContent
from sxresearch.brief.report.evaluated_plan import Opinions, evaluated_plan, plans_of
from sxresearch.brief.report.excel_report import write_excel_report
from sxresearch.brief.report.final.final_report import final_report
from sxresearch.brief.report.final.final_targets import final_plan
from sxresearch.brief.report.midterm_report import midterm_report
from sxresearch.brief.report.word_report import write_word_report
from sxresearch.terms import EvaluationKind


@dataclass(frozen=True)
class ReportWishes:
    """What a report is asked for: its kind, the plans (all that bind the region by default), a letterhead.

    ``midterm_year`` is the last data year of the mid-term evaluation that a final one looks back on, half-way by
    default.
    """

    kind: EvaluationKind = EvaluationKind.MIDTERM
    plan_ids: tuple[str, ...] = ()
    template: Path | None = None
    midterm_year: int | None = None


def reports_of(
    inputs: Inputs,
    assessment: Assessment,
    region: str,
    wishes: ReportWishes,
    lang: str = "zh",
    record: TrackRecord | None = None,
    *,
    internal: bool = False,
    opinions: Opinions | None = None,
) -> Iterator[ReportContent]:
    """The reports of one region, one for each plan.

    ``assessment`` holds the verdicts of the region and of those it is compared with (:func:`judged_with`), judged on
    ``inputs``; ``opinions`` what departments and panel said of targets.

    Raises
    ------
    BadParameter
        If no plan binds the region, or a final evaluation comes before the figures of the target year.
    """
    for plan in plans_of(inputs, region, wishes.plan_ids):
        about = evaluated_plan(inputs, assessment, region, plan, lang, record, internal=internal, opinions=opinions)
        if wishes.kind is EvaluationKind.MIDTERM:
            yield midterm_report(about)
        else:
            yield final_report(final_plan(inputs, about, wishes.midterm_year))


def write_report(report: ReportContent, folder: Path, template: Path | None = None) -> Sequence[Path]:
    """Word and Excel of a report in ``folder``."""
    stem = folder / report.name
    return (
        write_word_report(report, stem.with_name(f"{report.name}.docx"), template),
        write_excel_report(report, stem.with_name(f"{report.name}.xlsx")),
    )
