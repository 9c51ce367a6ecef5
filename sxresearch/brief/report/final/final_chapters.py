"""Chapters two and three of the final report: met, nearly met, missed and by how much, and what nobody knows."""

from collections.abc import Iterator, Sequence
from functools import partial

from sxresearch.assessment.final_evaluation.outcomes import FinalOutcome
from sxresearch.assessment.rates import NEARLY
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.report.blocks import (
    Blank,
    Block,
    GeneratedText,
    ReportCell,
    ReportHeading,
    ReportSentence,
    ReportTable,
    written,
)
from sxresearch.brief.report.field_chapter import checklist_table, field_heading, judgement_table, measure_table
from sxresearch.brief.report.figures_in_words import Course, base_words, change_words, course
from sxresearch.brief.report.final.final_targets import FinalPlan, FinalTarget
from sxresearch.brief.report.named_targets import named
from sxresearch.language import say
from sxresearch.language.numbers import MISSING, share
from sxresearch.plan.catalogue import PlanField

_COUNTED = (FinalOutcome.MET, FinalOutcome.NEARLY, FinalOutcome.MISSED, FinalOutcome.NOT_MEASURED)
_COLUMNS = ("goal", "target", "base", "final", "change", "aim", "outcome", "missed-by")
_WIDTHS = (1.4, 3.6, 2.1, 2.4, 2.0, 2.6, 2.1, 1.9)
_NAMED = 4  # targets that a sentence names at most


def conclusion(final: FinalPlan) -> Iterator[Block]:
    """The counts, the rates with each denominator in use, a line for each field."""
    language = final.about.language
    yield ReportHeading(say("report-final-conclusion", language))
    yield GeneratedText(tuple(_counts(final)))
    yield _by_field(final)
    yield Blank(say("report-blank-overall", language))


def _counts(final: FinalPlan) -> Iterator[ReportSentence]:
    language = final.about.language
    met, near, missed, unknown = (final.of(kind) for kind in _COUNTED)
    known, every = len(met) + len(near) + len(missed), len(final.targets)
    values: dict[str, str | int] = {
        "measurable": every, "known": known, "met": len(met), "nearly": len(near), "missed": len(missed),
        "way": share(NEARLY), "unknown": len(unknown), "target": str(final.about.plan.target_year),
    }  # fmt: skip
    yield _of(final.targets, say("report-final-counts", language, **values))
    rates: dict[str, str | int] = {
        "of_known": _rate(len(met), known), "with_nearly": _rate(len(met) + len(near), known),
        "of_all": _rate(len(met), every),
    }  # fmt: skip
    yield _of(final.targets, say("report-final-rates", language, **values, **rates))
    if unknown:
        yield _of(unknown, say("report-final-unknown", language, count=len(unknown), items=_names(unknown)))


def _of(targets: Sequence[FinalTarget], text: str) -> ReportSentence:
    return written(text, *(item.row for item in targets))


def _names(targets: Sequence[FinalTarget]) -> str:
    rows = [item.row for item in targets]
    return named(rows, rows[0].subject.language, _NAMED)


def _rate(part: int, whole: int) -> str:
    return share(part / whole) if whole else MISSING


def _by_field(final: FinalPlan) -> ReportTable:
    language = final.about.language
    heads = (
        say("report-col-field", language), say("report-count-measurable", language),
        *(say(f"report-outcome-{kind}", language) for kind in _COUNTED),
    )  # fmt: skip
    parts = [(item.title.in_language(language), _in_field(final, item)) for item in final.about.plan.fields]
    lines = [(title, mine) for title, mine in [*parts, (say("report-total", language), final.targets)]]
    rows = tuple(
        tuple(
            map(
                ReportCell,
                (title, str(len(mine)), *(str(sum(item.outcome is kind for item in mine)) for kind in _COUNTED)),
            )
        )
        for title, mine in lines
    )
    return ReportTable(say("report-final-by-field", language), heads, rows, (4.5, *[2.0] * 5))


def _in_field(final: FinalPlan, item: PlanField) -> tuple[FinalTarget, ...]:
    return tuple(target for target in final.targets if target.row.place.field is item)


def completion(final: FinalPlan) -> Iterator[Block]:
    """Every field from base to final figure, with places for effects, experience and judgements."""
    about, language = final.about, final.about.language
    yield ReportHeading(say("report-final-fields", language))
    for number, item in enumerate(about.plan.fields, start=1):
        part, mine = about.part(item), _in_field(final, item)
        yield field_heading(about, part, number)
        if mine:
            yield GeneratedText(tuple(_field_sentences(final, part.title, mine)))
            yield _targets(final, part.title, mine)
        else:
            yield GeneratedText((ReportSentence(say("report-field-nothing", language)),))
        yield from checklist_table(about, part)
        yield from measure_table(about, part)
        yield Blank(say("report-blank-experience", language, field=part.title))
        if mine:
            yield judgement_table(about, part, partial(_outcome_in, mine))


def _outcome_in(targets: Sequence[FinalTarget], row: TargetRow) -> ReportCell:
    return outcome_cell(next(item for item in targets if item.row is row))


def _field_sentences(final: FinalPlan, title: str, mine: Sequence[FinalTarget]) -> Iterator[ReportSentence]:
    language = final.about.language
    counted = {kind: [item for item in mine if item.outcome is kind] for kind in _COUNTED}
    numbers = {kind.value.replace("-", "_"): len(items) for kind, items in counted.items()}
    yield _of(mine, say("report-final-field", language, field=title, measurable=len(mine), **numbers))
    missed = [*counted[FinalOutcome.NEARLY], *counted[FinalOutcome.MISSED]]
    if missed:
        items = [
            say("report-final-missed-item", language, title=item.row.title, aim=item.row.aim, latest=item.row.latest,
                shortfall=item.row.shortfall)
            for item in missed[:_NAMED]
        ]  # fmt: skip
        joined = say("report-item-separator", language).join(items)
        yield _of(missed, say("report-final-missed", language, count=len(missed), items=joined))
    worse = [item for item in mine if course(item.row) is Course.WORSE]
    if worse:
        yield _of(worse, say("report-final-worse", language, count=len(worse), items=_names(worse)))
    unknown = counted[FinalOutcome.NOT_MEASURED]
    if unknown:
        yield _of(unknown, say("report-final-silent", language, count=len(unknown), items=_names(unknown)))


def _targets(final: FinalPlan, title: str, mine: Sequence[FinalTarget]) -> ReportTable:
    language = final.about.language
    rows = tuple(_line(item) for item in mine)
    heads = tuple(say(f"report-col-{name}", language) for name in _COLUMNS)
    return ReportTable(say("report-final-targets", language, field=title), heads, rows, _WIDTHS)


def _line(item: FinalTarget) -> tuple[ReportCell, ...]:
    row = item.row
    texts = (str(row.place.goal.number), row.title, base_words(row), row.latest, change_words(row), row.aim)
    missed = item.outcome in (FinalOutcome.MISSED, FinalOutcome.NEARLY)
    return (*map(ReportCell, texts), outcome_cell(item), ReportCell(row.shortfall if missed else MISSING))


def outcome_cell(item: FinalTarget) -> ReportCell:
    """The outcome in a word, in the colour of its status."""
    shown = f"{item.row.symbol} {say(f'report-outcome-{item.outcome}', item.row.subject.language)}"
    return ReportCell(shown, status=item.row.status)
