"""What changed since the plan began, indicator by indicator: description, never proof; the whole list for the annex."""

from collections.abc import Iterator, Sequence

from sxresearch.assessment.effect.effect_words import effect_words
from sxresearch.assessment.effect.plan_effect import (
    ANSWERED,
    MANY_BEFORE,
    MANY_SINCE,
    EffectFinding,
    PlanEffect,
    expected_by_chance,
    shown,
)
from sxresearch.assessment.effect.step_regression import FEWEST_BEFORE, FEWEST_SINCE
from sxresearch.brief.content.subject import SeriesKey
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import series_name
from sxresearch.brief.report.blocks import (
    Block,
    GeneratedText,
    ReportCell,
    ReportHeading,
    ReportSentence,
    ReportTable,
    written,
)
from sxresearch.brief.report.evaluated_plan import EvaluatedPlan
from sxresearch.language import say
from sxresearch.language.numbers import figure

_COLUMNS = ("indicator", "points", "latest", "former", "distance", "detectable", "finding")
_WIDTHS = (3.8, 1.6, 2.0, 2.2, 4.2, 2.0, 2.0)


def since_began(about: EvaluatedPlan) -> Iterator[Block]:
    """How many courses changed beyond chance, how many would by chance alone, and those that did."""
    found = about.courses
    answered = [item for item in found if item.finding in ANSWERED]
    yield ReportHeading(say("report-since", about.language), 2)
    yield GeneratedText(tuple(_sentences(about, found, answered)))
    changed = tuple(shown(found))
    if changed:
        yield _table(about, changed, say("report-since-shown", about.language, count=len(changed)))


def all_courses(about: EvaluatedPlan) -> Iterator[ReportTable]:
    """Every course that could be compared, for the annex."""
    answered = [item for item in about.courses if item.finding in ANSWERED]
    if answered:
        yield _table(about, answered, say("report-since-all", about.language, count=len(answered)))


def _sentences(
    about: EvaluatedPlan, found: Sequence[PlanEffect], answered: Sequence[PlanEffect]
) -> Iterator[ReportSentence]:
    language, counts = about.language, {kind: [x for x in found if x.finding is kind] for kind in EffectFinding}
    least = {"least_before": FEWEST_BEFORE, "least_since": FEWEST_SINCE}
    if not answered:
        yield _of(about, found, say("report-since-none", language, asked=len(found), **least))
        return
    yield _of(
        about,
        answered,
        say(
            "report-since-counts", language, asked=len(found), answered=len(answered),
            better=len(counts[EffectFinding.BETTER]), worse=len(counts[EffectFinding.WORSE]),
            same=len(counts[EffectFinding.NOT_SHOWN]),
        ),
    )  # fmt: skip
    if changed := counts[EffectFinding.CHANGED]:
        yield _of(about, changed, say("report-since-changed", language, count=len(changed)))
    by_chance = figure(expected_by_chance(tuple(found)), 1)
    yield _of(about, (), say("report-since-chance", language, answered=len(answered), expected=by_chance))
    few = [item for item in answered if item.few]
    if few:
        limits = {"before": MANY_BEFORE, "since": MANY_SINCE}
        yield _of(about, (), say("report-since-few", language, count=len(few), **limits))
    rest = [item for item in found if item.finding not in ANSWERED]
    if rest:
        numbers = {"few": len(counts[EffectFinding.TOO_FEW]), "still": len(counts[EffectFinding.STILL])}
        yield _of(about, rest, say("report-since-rest", language, rest=len(rest), **numbers, **least))
    yield _of(about, (), say("effect-description", language))


def _of(about: EvaluatedPlan, found: Sequence[PlanEffect], text: str) -> ReportSentence:
    """A sentence with the verdicts on the series that it counts."""
    asked = {(item.indicator.id, item.group) for item in found}
    return written(text, *(row for row in about.measurable if _series(row) in asked))


def _series(row: TargetRow) -> tuple[str, str] | None:
    return None if row.series is None else (row.series.indicator.id, row.series.group)


def _table(about: EvaluatedPlan, found: Sequence[PlanEffect], caption: str) -> ReportTable:
    heads = tuple(say(f"report-since-col-{name}", about.language) for name in _COLUMNS)
    return ReportTable(caption, heads, tuple(_line(about, item) for item in found), _WIDTHS)


def _line(about: EvaluatedPlan, item: PlanEffect) -> tuple[ReportCell, ...]:
    words, language = effect_words(item, about.language), about.language
    name = series_name(SeriesKey(item.indicator, item.group), language)
    points = say("report-since-points", language, before=item.before, since=item.since)
    return tuple(
        map(ReportCell, (name, points, words.latest, words.former, words.distance, words.detectable, words.finding))
    )
