"""A few sentences of analysis for each field, written from its figures alone."""

from collections.abc import Iterator, Sequence
from statistics import median

from sxresearch.assessment.status import GOOD
from sxresearch.brief.content.brief_content import FieldPart
from sxresearch.brief.content.comparison.others_figures import ENOUGH
from sxresearch.brief.content.handful import HANDFUL
from sxresearch.brief.content.headline import count
from sxresearch.brief.content.regions.peers import standing_apart
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import amount, known
from sxresearch.brief.report.blocks import ReportSentence, written
from sxresearch.brief.report.evaluated_plan import EvaluatedPlan
from sxresearch.brief.report.figures_in_words import (
    Course,
    change_words,
    course,
    relative_change,
    told_base,
    told_latest,
    told_title,
)
from sxresearch.brief.report.named_targets import named
from sxresearch.language import say
from sxresearch.language.numbers import share
from sxresearch.terms import AMOUNTS, Flag, Status

NAMED = 3
"""Targets that a sentence names at most; the others are counted, and stand in the table."""


def analysis(about: EvaluatedPlan, part: FieldPart) -> tuple[ReportSentence, ...]:
    """How the field stands, what improved most, what lags, how others do, and what can't be said."""
    if not part.rows:
        return (ReportSentence(say("report-field-nothing", about.language)),)
    return tuple(sentence for said in _SAID for sentence in said(about, part))


def _standing(about: EvaluatedPlan, part: FieldPart) -> Iterator[ReportSentence]:
    counts = count(part.rows)
    key = "report-field-standing" if counts.assessable else "report-field-standing-none"
    if not counts.with_latest:
        key = "report-field-standing-no-figure"
    yield written(
        say(
            key, about.language, field=part.title, measurable=counts.measurable, met_now=counts.met_now,
            with_latest=counts.with_latest, assessable=counts.assessable, good=counts.good,
            uncertain=counts.uncertain, bad=counts.unlikely + counts.missed,
        ),
        *part.rows,
    )  # fmt: skip


def _best(about: EvaluatedPlan, part: FieldPart) -> Iterator[ReportSentence]:
    """The target that has gone most of its way since the base year."""
    better = [row for row in part.rows if course(row) is Course.BETTER]
    if not better:
        if any(course(row) is not None for row in part.rows):
            yield written(say("report-field-none-better", about.language), *part.rows)
        return
    comparable = sum(course(row) is not None for row in part.rows)
    best = max(better, key=lambda row: (row.way is not None, min(row.way or 0.0, 1.0), relative_change(row)))
    yield written(
        say(
            "report-field-best", about.language, better=len(better), of=comparable,
            title=told_title(best), base=told_base(best), latest=told_latest(best), change=change_words(best),
            way=_way(best),
        ),
        best,
    )  # fmt: skip


def _way(row: TargetRow) -> str:
    """How much of the way from base to target is done; nothing where there is no way to measure."""
    if row.way is None:
        return ""
    if row.way >= 1:
        return say("report-field-whole-way", row.subject.language)
    return say("report-field-way", row.subject.language, way=share(row.way))


def _worst(about: EvaluatedPlan, part: FieldPart) -> Iterator[ReportSentence]:
    """What is worse than in the base year; else, or besides, the warned target that is least likely to be met."""
    worse = [row for row in part.rows if course(row) is Course.WORSE]
    if worse:
        items = [_worse_item(row) for row in worse[:NAMED]]
        text = say("report-field-worse", about.language, count=len(worse), items=_semicolons(about, items))
        yield written(text, *worse)
    flagged = [row for row in part.rows if row.flag is not Flag.NONE]
    if flagged:
        last = min(flagged, key=lambda row: 1.0 if row.chance is None else row.chance)
        key = "report-field-lags" if last.chance is not None else "report-field-lags-no-chance"
        values = {"aim": last.aim, "latest": last.latest, "probability": last.probability, "status": last.status_word}
        yield written(say(key, about.language, count=len(flagged), title=last.title, **values), last)
        yield from _elsewhere(about, last)


def _worse_item(row: TargetRow) -> str:
    values = {"title": told_title(row), "base": told_base(row), "latest": told_latest(row)}
    return say("report-field-worse-item", row.subject.language, **values)


def _few(about: EvaluatedPlan, part: FieldPart) -> Iterator[ReportSentence]:
    """Where a handful of cases stands behind the latest figure, better or worse may be chance."""
    few = [row for row in part.rows if row.handful is not None and course(row) not in (None, Course.SAME)]
    if few:
        items = named(few, about.language, NAMED)
        yield written(say("report-field-few", about.language, count=len(few), items=items, cases=HANDFUL), *few)


def _elsewhere(about: EvaluatedPlan, row: TargetRow) -> Iterator[ReportSentence]:
    """The latest figures of the region above and of the peers for one target, where levels can be compared."""
    if row.series is None or row.place.target.has_second or row.series.indicator.unit in AMOUNTS:
        return
    above = [other for other in _same_target([about.above] if about.above else [], row) if _has_figure(other)]
    peers = [other for other in _same_target(about.peers, row) if _has_figure(other)]
    parts = [say("report-elsewhere-above", about.language, region=other.subject.region.title(about.language),
                 value=other.latest) for other in above]  # fmt: skip
    if len(peers) >= ENOUGH:
        middle = median(float(other.row.latest_value) for other in peers)
        shown = amount(row.subject, row.series, middle)
        parts.append(say("report-elsewhere-peers", about.language, count=len(peers), value=shown))
    if parts:
        joined = say("report-item-separator", about.language).join(parts)
        yield written(
            say("report-elsewhere", about.language, title=row.title, items=joined), row, beside=(*above, *peers)
        )


def _has_figure(row: TargetRow) -> bool:
    return known(row.row.latest_value)


def _others(about: EvaluatedPlan, part: FieldPart) -> Iterator[ReportSentence]:
    """The region beside the peers and the region above, on the targets where it stands apart; a share otherwise."""
    own = {row.place.target.id for row in part.rows}
    for key, items in zip(("behind", "ahead"), standing_apart(about.member, about.peers), strict=True):
        mine = [item for item in items if item.row.place.target.id in own]
        if mine:
            first = mine[0]
            titles = named([item.row for item in mine], about.language, NAMED)
            yield written(
                say(
                    f"report-field-{key}", about.language, items=titles, count=len(mine), peers=first.judged,
                    good=first.good, bad=first.bad, first=first.row.title,
                ),
                *(item.row for item in mine), beside=_same_target(about.peers, first.row),
            )  # fmt: skip
    yield from _above(about, part)


def _same_target(others: Sequence, row: TargetRow) -> Iterator[TargetRow]:
    for other in others:
        if row.place.target.id in other.by_target:
            yield other.by_target[row.place.target.id]


def _above(about: EvaluatedPlan, part: FieldPart) -> Iterator[ReportSentence]:
    """How many targets are met or likely here, and in the region above, of those that can be judged in both."""
    if about.above is None:
        return
    both = [
        (row, other)
        for row in part.rows
        for other in _same_target([about.above], row)
        if row.is_assessable and other.is_assessable
    ]
    if both:
        yield written(
            say(
                "report-field-above", about.language, region=about.above.name, both=len(both),
                here=sum(row.status in GOOD for row, _ in both), there=sum(other.status in GOOD for _, other in both),
            ),
            *(row for row, _ in both), beside=(other for _, other in both),
        )  # fmt: skip


def _silent(about: EvaluatedPlan, part: FieldPart) -> Iterator[ReportSentence]:
    """What can't be said: targets without data or rule, and those whose answer rests on little."""
    silent = [row for row in part.rows if row.status is Status.NOT_ASSESSABLE]
    if silent:
        items = named(silent, about.language, NAMED)
        yield written(say("report-field-silent", about.language, count=len(silent), items=items), *silent)


def _semicolons(about: EvaluatedPlan, items: Sequence[str]) -> str:
    return say("report-item-separator", about.language).join(items)


_SAID = (_standing, _best, _worst, _few, _others, _silent)
"""The sentences in their order."""
