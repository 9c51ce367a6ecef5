"""Chapter three of the mid-term report: field by field from base to target, analysis, charts, measures, judgements."""

from collections.abc import Callable, Iterator

from sxresearch.brief.content.brief_content import FieldPart
from sxresearch.brief.content.regions.matrix import department_of
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.report.blocks import (
    Blank,
    Block,
    GeneratedText,
    ReportCell,
    ReportCharts,
    ReportHeading,
    ReportTable,
)
from sxresearch.brief.report.evaluated_plan import EvaluatedPlan, TargetOpinion
from sxresearch.brief.report.field_analysis import analysis
from sxresearch.brief.report.figures_in_words import base_words, change_words
from sxresearch.language import say
from sxresearch.language.numbers import MISSING
from sxresearch.plan.catalogue import Goal, PlanField
from sxresearch.terms import RuleKind

_TARGET_COLUMNS = ("goal", "target", "base", "latest", "change", "aim", "judgement", "progress")
_TARGET_WIDTHS = (1.2, 2.8, 2.7, 2.7, 2.2, 2.3, 2.2, 1.5)
_EMPTY = ReportCell("", by_hand=True)


def fields(about: EvaluatedPlan) -> Iterator[Block]:
    """Every field of the plan, also those that no number judges."""
    yield ReportHeading(say("report-fields", about.language))
    for number, item in enumerate(about.plan.fields, start=1):
        yield from _field(about, item, number)


def _field(about: EvaluatedPlan, item: PlanField, number: int) -> Iterator[Block]:
    part = about.part(item)
    yield field_heading(about, part, number)
    yield GeneratedText(analysis(about, part))
    if part.rows:
        yield _targets(about, part)
    if part.panels:
        yield ReportCharts(part.panels)
    yield from checklist_table(about, part)
    yield from measure_table(about, part)
    yield Blank(say("report-blank-experience", about.language, field=part.title))
    if part.rows:
        yield judgement_table(about, part, lambda row: ReportCell(judgement_words(row), status=row.status))


def field_heading(about: EvaluatedPlan, part: FieldPart, number: int) -> ReportHeading:
    """（一）, （二） … before a field's title; a plan has fewer than twenty fields."""
    ordinal = say("report-ordinals", about.language).split()[number - 1]
    return ReportHeading(say("report-field", about.language, number=ordinal, field=part.title), 2)


def _is_qualitative(goal: Goal) -> bool:
    return any(target.rule is RuleKind.QUALITATIVE for target in goal.targets)


def _targets(about: EvaluatedPlan, part: FieldPart) -> ReportTable:
    """Base, latest figure, change, target, judgement."""
    heads = tuple(say(f"report-col-{name}", about.language) for name in _TARGET_COLUMNS)
    rows = tuple(_target_line(row) for row in part.rows)
    return ReportTable(
        say("report-targets-caption", about.language, field=part.title, year=str(about.content.subject.as_of)),
        heads, rows, _TARGET_WIDTHS,
    )  # fmt: skip


def _target_line(row: TargetRow) -> tuple[ReportCell, ...]:
    judgement = ReportCell(judgement_words(row), status=row.status)
    texts = [str(row.place.goal.number), row.title, base_words(row), row.latest, change_words(row), row.aim]
    return (*map(ReportCell, texts), judgement, ReportCell(row.progress_short))


def judgement_words(row: TargetRow) -> str:
    """Shape, word and probability of a status."""
    shown = f"{row.symbol} {row.status_word}"
    return shown if row.chance is None else f"{shown} {row.probability}"


def checklist_table(about: EvaluatedPlan, part: FieldPart) -> Iterator[ReportTable]:
    """Goals that no number decides: how far they were realised and with what evidence is for people to say."""
    goals = [goal for goal in part.field.goals if _is_qualitative(goal)]
    if not goals:
        return
    names = ("goal", "goal-title", "realised", "evidence")
    rows = tuple(
        (ReportCell(str(goal.number)), ReportCell(goal.title.in_language(about.language)), _EMPTY, _EMPTY)
        for goal in goals
    )
    yield ReportTable(
        say("report-checklist-caption", about.language, field=part.title),
        tuple(say(f"report-col-{name}", about.language) for name in names), rows, (1.4, 6.3, 4.9, 4.4),
    )  # fmt: skip


def measure_table(about: EvaluatedPlan, part: FieldPart) -> Iterator[ReportTable]:
    """The plan's own measures, with places for what came of them and for the evidence."""
    if not part.field.measures:
        return
    names = ("measure-number", "measure", "effect", "evidence")
    rows = tuple(
        (ReportCell(str(item.number)), ReportCell(item.title.in_language(about.language)), _EMPTY, _EMPTY)
        for item in part.field.measures
    )
    yield ReportTable(
        say("report-measures-caption", about.language, field=part.title),
        tuple(say(f"report-col-{name}", about.language) for name in names), rows, (1.4, 5.3, 5.9, 4.4),
    )  # fmt: skip


def judgement_table(about: EvaluatedPlan, part: FieldPart, answer: Callable[[TargetRow], ReportCell]) -> ReportTable:
    """The ``answer`` of the figures beside what department and panel said: none stands in place of another."""
    names = ("target", "department", "judgement", "own-judgement", "panel")
    rows = []
    for row in part.rows:
        said = about.opinions.get(row.place.target.id, TargetOpinion())
        rows.append(
            (
                ReportCell(row.title), ReportCell(department_of(row) or MISSING), answer(row),
                _said(said.department), _said(said.panel),
            )
        )  # fmt: skip
    return ReportTable(
        say("report-judgements-caption", about.language, field=part.title),
        tuple(say(f"report-col-{name}", about.language) for name in names), tuple(rows), (4.5, 2.5, 2.8, 3.6, 3.6),
    )  # fmt: skip


def _said(text: str) -> ReportCell:
    return ReportCell(text) if text else _EMPTY
