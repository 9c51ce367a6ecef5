"""Chapters one and two of the mid-term report: what was evaluated, and how far the plan has come as a whole."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sxresearch.assessment.rates import NEARLY
from sxresearch.brief.content.brief_content import FieldPart
from sxresearch.brief.content.headline import AnswerCounts, count
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
from sxresearch.brief.report.evaluated_plan import EvaluatedPlan
from sxresearch.brief.report.sentence_sources import SentenceSource
from sxresearch.language import say
from sxresearch.language.numbers import MISSING, figure, share

_COUNTED = ("measurable", "met_now", "likely", "uncertain", "unlikely", "missed", "not_assessable")
_MOST_CROWDS = 12  # lines of the table of populations
_SLOWEST = 3  # targets named as furthest behind the time
_FEWEST_PERSONS = 1000  # smaller denominators are villages and committees, not a population


class Crowd(NamedTuple):
    """People whom an indicator counts over: its denominator in the latest year it is known of."""

    name: str
    year: int
    persons: float
    indicator: str


def basics(about: EvaluatedPlan) -> Iterator[Block]:
    """Population, what was evaluated, and how."""
    language, plan, counts = about.language, about.plan, about.content.counts
    yield ReportHeading(say("report-basics", language))
    yield ReportHeading(say("report-basics-people", language), 2)
    yield from _people(about)
    yield Blank(say("report-blank-population", language))
    yield ReportHeading(say("report-basics-evaluated", language), 2)
    goals = sum(len(item.goals) for item in plan.fields)
    measures = sum(len(item.measures) for item in plan.fields)
    figures = about.content.subject.observed
    values: dict[str, str | int] = {
        "plan": plan.title.in_language(language), "document": plan.document, "base": str(plan.baseline_year),
        "target": str(plan.target_year), "fields": len(plan.fields), "goals": goals, "measures": measures,
        "measurable": counts.measurable, "qualitative": counts.qualitative, "as_of": str(about.content.subject.as_of),
        "figures": int(figures["value"].notna().sum()), "assessable": counts.assessable,
        "not_assessable": counts.not_assessable, "region": about.region_name,
    }  # fmt: skip
    sentences = [written(say(f"report-basics-{name}", language, **values)) for name in ("plan", "targets", "data")]
    yield GeneratedText(tuple(sentences))
    yield Blank(say("report-blank-organisation", language))
    yield ReportHeading(say("report-basics-method", language), 2)
    yield GeneratedText(tuple(written(say(f"report-method-{name}", language)) for name in ("how", "words", "cause")))


def _people(about: EvaluatedPlan) -> Iterator[Block]:
    language, crowds = about.language, _largest(about)
    if not crowds:
        return
    yield GeneratedText((ReportSentence(say("report-people", language), tuple(_sources(about, crowds))),))
    heads = tuple(say(f"report-col-{name}", language) for name in ("crowd", "year", "number", "indicator"))
    rows = tuple(
        tuple(map(ReportCell, (crowd.name, str(crowd.year), figure(crowd.persons, 0), crowd.indicator)))
        for crowd in crowds
    )
    yield ReportTable(say("report-people-caption", language, region=about.region_name), heads, rows, (4, 1.5, 2.5, 7))


def _largest(about: EvaluatedPlan) -> tuple[Crowd, ...]:
    """The largest populations, in the order of the targets."""
    found = tuple(_crowds(about))
    kept = sorted(found, key=lambda crowd: -crowd.persons)[:_MOST_CROWDS]
    return tuple(crowd for crowd in found if crowd in kept)


def _crowds(about: EvaluatedPlan) -> Iterator[Crowd]:
    """Each denominator once, by its name, with its latest number of persons."""
    subject, seen = about.content.subject, set()
    for row in about.measurable:
        indicator = row.series.indicator if row.series else None
        if indicator is None or indicator.denominator is None:
            continue
        name = indicator.denominator.in_language(about.language)
        known = subject.figures(row.series) if row.series else subject.observed.iloc[:0]
        known = known[known["denominator"] >= _FEWEST_PERSONS].tail(1)
        if name not in seen and len(known):
            seen.add(name)
            last = known.iloc[0]
            yield Crowd(name, int(last["year"]), float(last["denominator"]), row.title)


def _sources(about: EvaluatedPlan, crowds: tuple[Crowd, ...]) -> Iterator[SentenceSource]:
    for crowd in crowds:
        quantity = say("report-quantity-denominator", about.language)
        yield SentenceSource(about.region_name, "", crowd.indicator, quantity, crowd.year, crowd.persons)


def overall(about: EvaluatedPlan) -> Iterator[Block]:
    """Both rates, what is expected, and progress against the time gone by; a line for each field."""
    language, counts = about.language, about.content.counts
    yield ReportHeading(say("report-overall", language))
    yield GeneratedText(tuple(_rates(about, counts)))
    yield GeneratedText(tuple(_time(about)))
    yield _by_field(about)
    yield Blank(say("report-blank-overall", language))


def _rates(about: EvaluatedPlan, counts: AnswerCounts) -> Iterator[ReportSentence]:
    language, rows = about.language, about.measurable
    yield written(
        say(
            "report-met-now", language, met_now=counts.met_now, measurable=counts.measurable,
            of_all=_rate(counts.met_now, counts.measurable), with_latest=counts.with_latest,
            of_data=_rate(counts.met_now, counts.with_latest), as_of=str(about.content.subject.as_of),
        ),
        *rows,
    )  # fmt: skip
    if counts.nearly_met:
        near = [row for row in rows if row.nearly_met]
        yield written(say("report-nearly", language, count=counts.nearly_met, way=share(NEARLY)), *near)
    if not counts.assessable:
        yield written(say("report-nothing-assessable", language), *rows)
        return
    yield written(
        say(
            "report-projected", language, good=counts.good, assessable=counts.assessable,
            projected=_rate(counts.good, counts.assessable), uncertain=counts.uncertain,
            bad=counts.unlikely + counts.missed, target=str(about.plan.target_year),
            not_assessable=counts.not_assessable,
        ),
        *rows,
    )  # fmt: skip


def _rate(part: int, whole: int) -> str:
    return share(part / whole) if whole else MISSING


def _time(about: EvaluatedPlan) -> Iterator[ReportSentence]:
    """How many targets are as far along as the time, of those with a way to go."""
    rows = [row for row in about.measurable if row.way is not None and row.time]
    if not rows:
        yield written(say("report-time-none", about.language))
        return
    stages = Counter(map(_stage, rows))
    shares = sorted({share(row.time) for row in rows}, key=lambda text: int(text.rstrip("%")))
    yield written(
        say(
            "report-time", about.language, count=len(rows), done=stages["done"], ahead=stages["ahead"],
            behind=stages["behind"], back=stages["back"], time=say("brief-list-separator", about.language).join(shares),
        ),
        *rows,
    )  # fmt: skip
    slow = sorted((row for row in rows if _stage(row) in ("behind", "back")), key=_lag)[:_SLOWEST]
    if slow:
        items = [say("report-time-item", about.language, title=row.title, way=share(row.way), time=share(row.time))
                 for row in slow]  # fmt: skip
        joined = say("report-item-separator", about.language).join(items)
        yield written(say("report-time-slowest", about.language, items=joined), *slow)


def _stage(row: TargetRow) -> str:
    """Where a target stands on its way from base to target, against the time gone by."""
    way, time = row.way or 0.0, row.time or 0.0
    if way >= 1:
        return "done"
    if way >= time:
        return "ahead"
    return "behind" if way >= 0 else "back"


def _lag(row: TargetRow) -> float:
    return (row.way or 0.0) - (row.time or 0.0)


def _by_field(about: EvaluatedPlan) -> ReportTable:
    language = about.language
    heads = [say("report-col-field", language), *(say(f"report-count-{_key(name)}", language) for name in _COUNTED)]
    lines = [_field_line(about.part(item)) for item in about.plan.fields]
    whole = count(about.measurable)
    total = [say("report-total", language), *(str(getattr(whole, name)) for name in _COUNTED)]
    rows = tuple(tuple(map(ReportCell, line)) for line in [*lines, total])
    return ReportTable(say("report-by-field", language), tuple(heads), rows, (4.5, *[1.6] * len(_COUNTED)))


def _field_line(part: FieldPart) -> list[str]:
    counts = count(part.rows)
    return [part.title, *(str(getattr(counts, name)) for name in _COUNTED)]


def _key(name: str) -> str:
    return name.replace("_", "-")
