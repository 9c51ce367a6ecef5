"""The mid-term evaluation report of one plan in one region, in the order in which such reports are written."""

from collections.abc import Callable, Iterator

from sxresearch.brief.report.annexes import annexes, whole_report
from sxresearch.brief.report.blocks import Block, ReportContent
from sxresearch.brief.report.differences import differences
from sxresearch.brief.report.evaluated_plan import EvaluatedPlan
from sxresearch.brief.report.field_chapter import fields
from sxresearch.brief.report.opening_chapters import basics, overall
from sxresearch.brief.report.outlook_chapters import outlook, problems, warnings
from sxresearch.brief.report.proposal_chapter import proposals
from sxresearch.brief.report.since_began import since_began
from sxresearch.terms import EvaluationKind

CHAPTERS: tuple[Callable[[EvaluatedPlan], Iterator[Block]], ...] = (
    basics, overall, since_began, differences, fields, outlook, warnings, problems, proposals, annexes,
)  # fmt: skip


def midterm_report(about: EvaluatedPlan) -> ReportContent:
    """The report as values: every figure in it is one of the verdict table, or counted from it."""
    blocks = (block for chapter in CHAPTERS for block in chapter(about))
    return whole_report(about, EvaluationKind.MIDTERM, blocks)
