"""The sections of a brief, each a fragment that one notebook cell shows, and the list of them."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any, TypeVar

from markupsafe import Markup

from sxresearch.assessment.disparity.disparity_words import gap_summary
from sxresearch.assessment.disparity.group_gaps import group_gaps
from sxresearch.assessment.status import FROM_BEST, StatusGroup
from sxresearch.assessment.what_if import Scenario
from sxresearch.brief.charts.fan_charts import draw
from sxresearch.brief.content.answer.four_answers import LISTED
from sxresearch.brief.content.brief_content import BriefContent, method_paragraphs
from sxresearch.brief.content.chart_panels import ChartPanel, chart_anchor
from sxresearch.brief.content.comparison.beside_others import compared_figures
from sxresearch.brief.content.comparison.scenario_rows import scenario_word
from sxresearch.brief.content.comparison.tile_maps import tile_maps
from sxresearch.brief.content.explained.indicator_notes import indicator_notes
from sxresearch.brief.content.headline import COUNTED, MIME_TYPE, AnswerCounts, count
from sxresearch.brief.content.judged_targets import agreed_actions, judged_targets
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.content.target_row import SYMBOLS, TargetRow
from sxresearch.brief.content.wording import known, sentence_gap
from sxresearch.brief.page.markup import Fragment, Section, render
from sxresearch.language import say
from sxresearch.monitoring.quality.summary.dimensions import DIMENSIONS
from sxresearch.terms import Status

_Item = TypeVar("_Item")

ONE_PAGE_MIME_TYPE = "application/vnd.sxresearch.one-page+html"
"""The one-page version beside the headline, so that a finished notebook gives it without being run again."""
MOST_CHANGED = 5  # answers that got worse in the section itself, and as many others; the rest stand in its annex

_SHAPES = {**{group: Status(group.value) for group in StatusGroup}, StatusGroup.UNLIKELY: Status.VERY_UNLIKELY}
"""Parts of the headline bar with the status whose shape stands for each."""


def _part(template: str, content: BriefContent, **values: Any) -> Fragment:
    """What every template knows beside its own values: the content, and what stands between items and sentences."""
    language = content.language
    between = {"separator": say("brief-list-separator", language), "sentence_gap": sentence_gap(language)}
    return Fragment(render(template, language, content=content, **between, **values))


def headline(content: BriefContent) -> Fragment:
    """What this is, and the answer; carries the headline counts for the index, and the one-page version."""
    page = _part("headline", content, **_answer_values(content))
    about = {**content.headline, "sections": list(ANCHORS), "annexes": sorted(ANNEXES)}
    return Fragment(page.html, {MIME_TYPE: about, ONE_PAGE_MIME_TYPE: one_page(content).html})


def one_page(content: BriefContent) -> Fragment:
    """The answer and the most urgent targets on one sheet, for leaders."""
    shown = content.alerts[:LISTED]
    persons = any(item.persons for item in shown)
    return _part("one_page", content, shown=shown, with_persons=persons, **_answer_values(content))


def _answer_values(content: BriefContent) -> dict[str, Any]:
    """What the template of the four answers needs."""
    return {
        "counts": content.counts,
        "segments": _segments(content.counts),
        "known_rows": _with_figure(content),
    }


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
                "share": f"{share:.3f}",
            }
        )
    return parts


def warning_table(content: BriefContent) -> Fragment:
    """The warning list, most urgent first."""
    marks = _marks(content)
    return _part(
        "warnings",
        content,
        unnamed=any(not item.department for item in content.alerts),
        with_persons=any(item.persons for item in content.alerts),
        with_readings=sum(bool(marks[row.place.target.id]) for row in content.counted if not row.is_checklist),
        marks=marks,
        arrow=" → ",
        judged=judged_targets(content.rows),
        agreed=agreed_actions(content.rows),
    )


def _marks(content: BriefContent) -> dict[str, list[tuple[int, str]]]:
    """Target id to the numbers and anchors of the notes that concern it, which stand in the annex of all targets."""
    return {
        row.place.target.id: [(number, f"note-{place}-{number}") for number in part.marks(row)]
        for place, part in enumerate(content.fields, start=1)
        for row in part.rows
    }


def fan_charts(content: BriefContent) -> Fragment:
    """Per field the charts of the targets whose answer is open; goals and measures where a field has no numbers."""
    return _part(
        "fields",
        content,
        drawn=[_drawn(part.in_doubt) for part in content.fields],
        counted=[count(part.rows) for part in content.fields],
        symbols=SYMBOLS,
        columns=COUNTED,
        underlying=any(row.p_underlying is not None for row in content.rows),
        allowed=any(panel.allowed for part in content.fields for panel in part.panels),
    )


def target_tables(content: BriefContent) -> Fragment:
    """Annex: every target of every field, the charts that the main part leaves out, goals, measures, notes."""
    return _part(
        "targets",
        content,
        drawn=[_drawn(part.other_panels) for part in content.fields],
        ranks={item.target.place.target.id: rank for rank, item in enumerate(content.alerts, start=1)},
        year=str(content.subject.as_of),
    )


def _drawn(panels: Sequence[ChartPanel]) -> list[Markup]:
    """Our own drawings may pass unescaped: ElementTree escaped the names inside them."""
    return [Markup(svg) for svg in draw(panels)]


def _grouped(items: Iterable[_Item], key: Callable[[_Item], Any]) -> list[tuple[Any, list[_Item]]]:
    """Neighbours that share a key, together."""
    return [(kind, list(same)) for kind, same in groupby(items, key=key)]


def gap_table(content: BriefContent) -> Fragment:
    """Gaps between urban and rural areas and between women and men."""
    subject = content.subject
    base = min(plan.baseline_year for plan in subject.leading_plans)
    counted = group_gaps(subject.inputs, subject.region.code, subject.as_of, base_year=base, internal=True)
    shown, rest = ([gap for gap in content.gaps if gap.stands_out is state] for state in (True, False))
    return _part(
        "gaps", content, base_year=base, summary=gap_summary(counted, content.language), shown=shown, rest=rest
    )  # fmt: skip


def since_last_year(content: BriefContent) -> Fragment:
    """The answers of a year before beside today's, and why they changed."""
    shown, rest = content.since.told(MOST_CHANGED) if content.since else ((), ())
    return _part("since_year_before", content, since=content.since, shown=shown, rest=rest)


def data_findings(content: BriefContent) -> Fragment:
    """What is missing or doubtful."""
    groups = _grouped(content.findings, lambda item: item.kind)
    return _part("findings", content, groups=groups, dimensions=DIMENSIONS)


def beside_others(content: BriefContent) -> Fragment:
    """Annex: the region beside its peers, its province and the nation; a province with its cities on tile maps."""
    whole = RegionVerdicts(content.subject, content.rows)
    return _part(
        "others",
        content,
        neighbours=content.subject.neighbours,
        figures=compared_figures(content.subject, content.rows),
        maps=tile_maps(content.parts, whole),
    )


def what_if_table(content: BriefContent) -> Fragment:
    """Annex: the chances of the targets in doubt along other paces."""
    return _part(
        "what_if",
        content,
        names=[scenario_word(name, content.language) for name in Scenario],
        cells=[[item.along(name) for name in Scenario] for item in content.what_ifs],
        anchors=[chart_anchor(item.target) for item in content.what_ifs],
    )


def method_notes(content: BriefContent) -> Fragment:
    """Method, track record and limits in plain words."""
    used = sorted({str(name) for name in content.subject.assessment.verdicts["method"].dropna() if name})
    paragraphs = list(method_paragraphs(content.record, content.language))
    return _part("method", content, paragraphs=paragraphs, used=[name.split("+") for name in used])


def indicators_explained(content: BriefContent) -> Fragment:
    """Definition, numerator, denominator and sources of every indicator (指标解释)."""
    return _part("indicators", content, notes=indicator_notes(content.subject))


def source_notes(content: BriefContent) -> Fragment:
    """Where every figure comes from."""
    return _part("sources", content)


SECTIONS = (
    Section("answer", headline),
    Section("warnings", warning_table),
    Section("fields", fan_charts),
    Section("gaps", gap_table),
    Section("since", since_last_year),
    Section("findings", data_findings),
    Section("targets", target_tables, annex=True),
    Section("others", beside_others, annex=True),
    Section("what-if", what_if_table, annex=True),
    Section("method", method_notes, annex=True),
    Section("indicators", indicators_explained, annex=True),
    Section("sources", source_notes, annex=True),
)
ANCHORS = tuple(section.anchor for section in SECTIONS)
ANNEXES = frozenset(section.anchor for section in SECTIONS if section.annex)
"""Sections that are folded at first and printed on request only."""
