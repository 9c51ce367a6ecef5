"""The final evaluation report of one plan in one region, once figures of its target year are in."""

from collections.abc import Callable, Iterator

from sxresearch.brief.report.annexes import annexes, whole_report
from sxresearch.brief.report.blocks import Block, ReportContent
from sxresearch.brief.report.differences import differences
from sxresearch.brief.report.final.final_chapters import completion, conclusion
from sxresearch.brief.report.final.final_targets import FinalPlan
from sxresearch.brief.report.final.lesson_chapters import lessons, next_plan, warnings_fared
from sxresearch.brief.report.opening_chapters import basics
from sxresearch.brief.report.since_began import since_began
from sxresearch.terms import EvaluationKind

CHAPTERS: tuple[Callable[[FinalPlan], Iterator[Block]], ...] = (
    lambda final: basics(final.about),
    conclusion,
    lambda final: since_began(final.about),
    lambda final: differences(final.about),
    completion,
    warnings_fared,
    lessons,
    next_plan,
    lambda final: annexes(final.about),
)


def final_report(final: FinalPlan) -> ReportContent:
    """The report as values."""
    blocks = (block for chapter in CHAPTERS for block in chapter(final))
    return whole_report(final.about, EvaluationKind.FINAL, blocks)
