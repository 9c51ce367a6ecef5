"""The sections of a brief, each a fragment that one notebook cell shows, and the list of them."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, TypeVar

from markupsafe import Markup

from sxresearch.assessment.disparity.disparity_words import gap_summary
from sxresearch.assessment.disparity.group_gaps import group_gaps
from sxresearch.assessment.status import FROM_BEST, StatusGroup
from sxresearch.brief.charts.fan_charts import draw
from sxresearch.brief.content.brief_content import BriefContent, method_paragraphs
from sxresearch.brief.content.headline import COUNTED, MIME_TYPE, AnswerCounts, answer_text, rates_text
from sxresearch.brief.content.judged_targets import agreed_actions, judged_targets
from sxresearch.brief.content.target_rows import SYMBOLS, TargetRow
from sxresearch.brief.content.wording import known, sentence_gap
from sxresearch.brief.page.markup import Fragment, Section, render
from sxresearch.language import say
from sxresearch.language.numbers import figure
from sxresearch.monitoring.quality.summary.dimensions import DIMENSIONS
from sxresearch.terms import Status

_Item = TypeVar("_Item")

FIRST_STEPS = 3  # targets named on the first screen

_SHAPES = {**{group: Status(group.value) for group in StatusGroup}, StatusGroup.UNLIKELY: Status.VERY_UNLIKELY}
"""Parts of the headline bar with the status whose shape stands for each."""


def _part(template: str, content: BriefContent, **values: Any) -> Fragment:
    """What every template knows beside its own values: the content, and what stands between items and sentences."""
    language = content.language
    between = {"separator": say("brief-list-separator", language), "sentence_gap": sentence_gap(language)}
    return Fragment(render(template, language, content=content, **between, **values))


def headline(content: BriefContent) -> Fragment:
    """What this is, and the answer; carries the headline counts for the index."""
    counts = content.counts
    page = _part(
        "headline",
        content,
        counts=counts,
        rates=rates_text(counts, content.language),
        misses=figure(counts.expected_misses, 0),
        expected=figure(counts.expected_misses, 1),
        low=str(counts.misses_low),
        high=str(counts.misses_high),
        answer=answer_text(counts, content.years, content.language),
        segments=_segments(counts),
        first=content.alerts[:FIRST_STEPS],
        known_rows=_with_figure(content),
        lowest=min((row for row in content.counted if row.p is not None), key=lambda row: row.p or 0.0, default=None),
    )
    return Fragment(page.html, {MIME_TYPE: content.headline})


def _with_figure(content: BriefContent) -> list[TargetRow]:
    """Targets with a figure at least; what both plans ask alike stands once."""
    seen = {
        (row.title, row.aim): row for row in content.counted if not row.is_checklist and known(row.row.latest_value)
    }
    return list(seen.values())


def _segments(counts: AnswerCounts) -> list[dict[str, Any]]:
    """Shares of the headline bar, from met to not assessable; they add up to all measurable targets."""
    parts = []
    for group in FROM_BEST:
        number = counts.of(group)
        share = 100 * number / counts.measurable if counts.measurable else 0.0
        parts.append(
            {
                "name": group.replace("_", "-"),
                "symbol": SYMBOLS[_SHAPES[group]],
                "count": number,
                "percent": f"{share:.0f}%",
                "share": f"{share:.3f}",
            }
        )
    return parts


def warning_table(content: BriefContent) -> Fragment:
    """The warning list, most urgent first."""
    unnamed = any(not item.department for item in content.alerts)
    people = {"judged": judged_targets(content.rows), "agreed": agreed_actions(content.rows)}
    return _part("warnings", content, unnamed=unnamed, **people)


def fan_charts(content: BriefContent) -> Fragment:
    """Per field the fan charts and the table of all its targets."""
    # our own drawings may pass unescaped: ElementTree escaped the names inside them
    drawn = [[Markup(svg) for svg in draw(part.panels)] for part in content.fields]
    checklist = _grouped(content.checklist, lambda row: row.place.field)
    return _part(
        "fields",
        content,
        drawn=drawn,
        symbols=SYMBOLS,
        checklist=checklist,
        year=str(content.subject.as_of),
        columns=COUNTED,
        underlying=any(row.p_underlying is not None for row in content.rows),
        allowed=any(panel.allowed for part in content.fields for panel in part.panels),
    )


def _grouped(items: Iterable[_Item], key: Callable[[_Item], Any]) -> list[tuple[Any, list[_Item]]]:
    """Neighbours that share a key, together."""
    return [(kind, list(same)) for kind, same in groupby(items, key=key)]


def gap_table(content: BriefContent) -> Fragment:
    """Gaps between urban and rural areas and between women and men."""
    subject = content.subject
    base = min(plan.baseline_year for plan in subject.leading_plans)
    counted = group_gaps(subject.inputs, subject.region.code, subject.as_of, base_year=base, internal=True)
    return _part("gaps", content, base_year=base, summary=gap_summary(counted, content.language))


def data_findings(content: BriefContent) -> Fragment:
    """What is missing or doubtful."""
    groups = _grouped(content.findings, lambda item: item.kind)
    return _part("findings", content, groups=groups, dimensions=DIMENSIONS)


def method_notes(content: BriefContent) -> Fragment:
    """Method, track record and limits in plain words."""
    used = sorted({str(name) for name in content.subject.assessment.verdicts["method"].dropna() if name})
    paragraphs = list(method_paragraphs(content.record, content.language))
    return _part("method", content, paragraphs=paragraphs, used=[name.split("+") for name in used])


def source_notes(content: BriefContent) -> Fragment:
    """Where every figure comes from."""
    return _part("sources", content)


SECTIONS = (
    Section("answer", headline),
    Section("warnings", warning_table),
    Section("fields", fan_charts),
    Section("gaps", gap_table),
    Section("findings", data_findings),
    Section("method", method_notes),
    Section("sources", source_notes),
)
ANCHORS = tuple(section.anchor for section in SECTIONS)
