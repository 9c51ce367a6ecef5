"""Chapters four to six of the final report: how mid-term warnings fared, lessons, and values for the next plan."""

from collections.abc import Callable, Iterator, Sequence

import pandas as pd

from sxresearch.assessment.final_evaluation.next_plan import CHANCES, next_target_year
from sxresearch.assessment.final_evaluation.outcomes import (
    FinalOutcome,
    WarningFate,
    brier_score,
)
from sxresearch.assessment.status import DECIDED
from sxresearch.assessment.track_record.record import FEWEST_CASES
from sxresearch.brief.content.subject import SeriesKey
from sxresearch.brief.content.wording import amount, series_name
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
from sxresearch.brief.report.final.final_chapters import outcome_cell
from sxresearch.brief.report.final.final_targets import FinalPlan, FinalTarget
from sxresearch.brief.report.named_targets import named
from sxresearch.language import say, word
from sxresearch.language.numbers import figure, percent, share
from sxresearch.terms import Status

_FATES = (WarningFate.HIT, WarningFate.FALSE_ALARM, WarningFate.MISS, WarningFate.RIGHT_CALM, WarningFate.NOT_JUDGED)
_NAMED = 5  # targets that a sentence names at most
_BANDS = ((0.66, 1.01, "likely"), (0.33, 0.66, "uncertain"), (0.0, 0.33, "unlikely"))


def warnings_fared(final: FinalPlan) -> Iterator[Block]:
    """Hits, false alarms, misses; the Brier score and reliability with enough cases only."""
    language = final.about.language
    yield ReportHeading(say("report-fared", language))
    judged = [item for item in final.targets if item.row.status in DECIDED and item.midterm is not None]
    if not judged:
        yield GeneratedText((written(say("report-fared-nothing", language)),))
        return
    yield GeneratedText(tuple(_fared(final, judged)))
    yield _fared_table(final, judged)
    yield from _probabilities(final, judged)
    yield Blank(say("report-blank-fared", language))


def _fared(final: FinalPlan, judged: Sequence[FinalTarget]) -> Iterator[ReportSentence]:
    language = final.about.language
    years = sorted({item.midterm.as_of for item in judged if item.midterm})
    counts = {fate.value.replace("-", "_"): len(final.fared(fate)) for fate in _FATES}
    yield _of(
        judged,
        say(
            "report-fared-counts", language, years=say("brief-list-separator", language).join(map(str, years)),
            decided=len(judged), **counts,
        ),
    )  # fmt: skip
    yield from _met_then(final)
    for fate in (WarningFate.HIT, WarningFate.FALSE_ALARM, WarningFate.MISS):
        mine = [item for item in judged if item.fate is fate]
        if mine:
            yield _of(mine, say(f"report-fared-{fate}", language, count=len(mine), items=_names(mine)))


def _met_then(final: FinalPlan) -> Iterator[ReportSentence]:
    """What was met by the figures of mid-term, and whether it was kept: that is what mid-term reports count."""
    with_figure = [item for item in final.targets if item.midterm and item.midterm.met_now is not None]
    met = [item for item in with_figure if item.midterm and item.midterm.met_now]
    if met:
        values = {
            "with_figure": len(with_figure),
            "met": len(met),
            "kept": sum(item.outcome is FinalOutcome.MET for item in met),
            "lost": sum(item.row.status is Status.MISSED for item in met),
        }
        yield _of(met, say("report-fared-met-then", final.about.language, **values))


def _fared_table(final: FinalPlan, judged: Sequence[FinalTarget]) -> ReportTable:
    language = final.about.language
    rows = tuple(_fared_line(item) for item in judged)
    names = ("target", "aim", "midterm-year", "midterm", "flag", "outcome", "fate")
    heads = tuple(say(f"report-col-{name}", language) for name in names)
    return ReportTable(say("report-fared-caption", language), heads, rows, (4.2, 3.2, 1.4, 2.8, 1.4, 2.4, 2.0))


def _fared_line(item: FinalTarget) -> tuple[ReportCell, ...]:
    said, language = item.midterm, item.row.subject.language
    if said is None:
        raise ValueError(f"nothing was said of {item.row.place.target.id} at mid-term")
    answer = word("status", said.status, language)
    shown = answer if said.p is None else f"{answer} {percent(said.p)}"
    return (
        ReportCell(item.row.title), ReportCell(item.row.aim), ReportCell(str(said.as_of)),
        ReportCell(shown, status=said.status), ReportCell(word("flag", said.flag, language)),
        outcome_cell(item), ReportCell(say(f"report-fate-{item.fate}", language)),
    )  # fmt: skip


def _probabilities(final: FinalPlan, judged: Sequence[FinalTarget]) -> Iterator[Block]:
    language = final.about.language
    with_p = [item for item in judged if item.midterm and item.midterm.p is not None]
    said = pd.Series([item.midterm.p for item in with_p if item.midterm], dtype=float)
    came = pd.Series([float(item.row.status is Status.MET) for item in with_p])
    score = brier_score(said, came)
    if score is None:
        text = say("report-fared-few", language, count=len(with_p), fewest=FEWEST_CASES)
        yield GeneratedText((_of(with_p, text),))
        return
    base = float(came.mean())
    text = say(
        "report-fared-brier", language, count=len(with_p), brier=figure(score, 3), rate=share(base),
        always=figure(base * (1 - base), 3),
    )  # fmt: skip
    yield GeneratedText((_of(with_p, text),))
    rows = [
        tuple(map(ReportCell, (say(f"brief-track-band-{name}", language), str(int(mine.sum())),
                               percent(float(said[mine].mean())), share(float(came[mine].mean())))))
        for low, high, name in _BANDS
        for mine in [(said >= low) & (said < high)]
        if mine.any()
    ]  # fmt: skip
    heads = tuple(say(f"brief-track-col-{name}", language) for name in ("band", "cases", "said", "happened"))
    yield ReportTable(say("report-reliability", language), heads, tuple(rows), (6, 3, 4, 4))


def _of(targets: Sequence[FinalTarget], text: str) -> ReportSentence:
    return written(text, *(item.row for item in targets))


def _names(targets: Sequence[FinalTarget]) -> str:
    rows = [item.row for item in targets]
    return named(rows, rows[0].subject.language, _NAMED)


def lessons(final: FinalPlan) -> Iterator[Block]:
    """What the figures teach for the next plan: unmeasurable targets, unforeseen misses, targets that asked nothing."""
    language = final.about.language
    yield ReportHeading(say("report-lessons", language))
    found = [
        _of(mine, say(f"report-lesson-{name}", language, count=len(mine), items=_names(mine)))
        for name, belongs in _LESSONS.items()
        for mine in [[item for item in final.targets if belongs(item)]]
        if mine
    ]
    yield from (GeneratedText((sentence,)) for sentence in found)
    yield Blank(say("report-blank-lessons", language))


def _easy(item: FinalTarget) -> bool:
    """Met in the base year already: there was no way to go, or the base stood on the target."""
    base, target = item.row.row.base_value, item.row.row.target_value
    series = item.row.series
    if series is None or item.outcome is not FinalOutcome.MET or item.row.place.target.has_second:
        return False
    if not item.row.place.target.grammar.needs_value or pd.isna(base) or pd.isna(target):
        return False
    higher = item.row.place.target.grammar.wants_higher(series.indicator.better)
    return bool(base >= target if higher else base <= target)


_LESSONS: dict[str, Callable[[FinalTarget], bool]] = {
    "not-measured": lambda item: item.outcome is FinalOutcome.NOT_MEASURED,
    "unforeseen": lambda item: item.fate is WarningFate.MISS,
    "warned-in-vain": lambda item: item.fate is WarningFate.HIT,
    "recovered": lambda item: item.fate is WarningFate.FALSE_ALARM,
    "easy": _easy,
    "nearly": lambda item: item.outcome is FinalOutcome.NEARLY,
}


def next_plan(final: FinalPlan) -> Iterator[Block]:
    """For the next plan: the value that would be reached with 50, 80 and 90 % if all goes on as it has."""
    about, language = final.about, final.about.language
    year = next_target_year(about.plan)
    yield ReportHeading(say("report-next", language))
    if not final.reached:
        yield GeneratedText((written(say("report-next-none", language)),))
        return
    yield GeneratedText((written(say("report-next-how", language, year=str(year))),))
    subject, lines = about.content.subject, []
    for item in final.reached:
        series = SeriesKey(subject.inputs.indicators[item.indicator], item.group)
        seen = subject.figures(series).tail(1)
        latest = [
            say("brief-value-year", language, value=amount(subject, series, value), year=str(int(when)))
            for value, when in zip(seen["value"], seen["year"], strict=True)
        ]
        texts = [series_name(series, language), *latest, *(amount(subject, series, value) for value in item.values)]
        lines.append(tuple(map(ReportCell, texts)))
    heads = (
        say("report-col-indicator", language), say("report-col-latest", language),
        *(say("report-col-reached", language, chance=share(chance)) for chance in CHANCES),
    )  # fmt: skip
    yield ReportTable(say("report-next-caption", language, year=str(year)), heads, tuple(lines), (5, 3, 3, 3, 3))
    yield Blank(say("report-blank-next", language))
