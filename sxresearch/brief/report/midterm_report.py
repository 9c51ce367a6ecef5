"""The mid-term evaluation report of one plan in one region, in the order in which such reports are written."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sxresearch.brief.report.annexes import annexes, to_be_written
from sxresearch.brief.report.blocks import Block, ReportContent
from sxresearch.brief.report.evaluated_plan import EvaluatedPlan
from sxresearch.brief.report.field_chapter import fields
from sxresearch.brief.report.opening_chapters import basics, overall
from sxresearch.brief.report.outlook_chapters import outlook, problems, warnings
from sxresearch.brief.report.proposal_chapter import proposals
from sxresearch.language import say

CHAPTERS: tuple[Callable[[EvaluatedPlan], Iterator[Block]], ...] = (
    basics, overall, fields, outlook, warnings, problems, proposals, annexes,
)  # fmt: skip


def midterm_report(about: EvaluatedPlan) -> ReportContent:
    """The report as values: every figure in it is one of the verdict table, or counted from it."""
    content, language = about.content, about.language
    blocks = tuple(block for chapter in CHAPTERS for block in chapter(about))
    report = ReportContent(
        name=f"{content.subject.region.code}-{about.plan.id}-midterm",
        title=say(
            "report-midterm-title", language, region=about.region_name, plan=about.plan.title.in_language(language)
        ),
        about=(
            say("report-as-of", language, as_of=str(content.subject.as_of), target=str(about.plan.target_year)),
            say("brief-identity", language, identity=content.provenance.identity),
        ),
        note=say("report-draft-note", language),
        language=language,
        blocks=blocks,
        rows=content.rows,
        internal=content.internal,
        synthetic=content.synthetic,
    )
    return replace(report, blocks=(*blocks, *to_be_written(report.blanks, language)))
