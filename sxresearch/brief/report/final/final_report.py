"""The final evaluation report of one plan in one region, once figures of its target year are in."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sxresearch.brief.report.annexes import annexes, to_be_written
from sxresearch.brief.report.blocks import Block, ReportContent
from sxresearch.brief.report.final.final_chapters import completion, conclusion
from sxresearch.brief.report.final.final_targets import FinalPlan
from sxresearch.brief.report.final.lesson_chapters import lessons, next_plan, warnings_fared
from sxresearch.brief.report.opening_chapters import basics
from sxresearch.language import say

CHAPTERS: tuple[Callable[[FinalPlan], Iterator[Block]], ...] = (
    lambda final: basics(final.about),
    conclusion,
    completion,
    warnings_fared,
    lessons,
    next_plan,
    lambda final: annexes(final.about),
)


def final_report(final: FinalPlan) -> ReportContent:
    """The report as values."""
    about, content, language = final.about, final.about.content, final.about.language
    blocks = tuple(block for chapter in CHAPTERS for block in chapter(final))
    report = ReportContent(
        name=f"{content.subject.region.code}-{about.plan.id}-final",
        title=say(
            "report-final-title", language, region=about.region_name, plan=about.plan.title.in_language(language)
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
