"""Chapters four to six of the mid-term report: where it is going, what to warn of, what stands out."""

from collections.abc import Iterator

from sxresearch.assessment.status import URGENT_BELOW, WATCH_BELOW
from sxresearch.brief.content.data_findings import FindingKind
from sxresearch.brief.content.gaps import Direction
from sxresearch.brief.content.regions.peers import standing_apart
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
from sxresearch.brief.report.field_chapter import judgement_words
from sxresearch.brief.report.named_targets import named
from sxresearch.language import say, word
from sxresearch.language.numbers import figure, share
from sxresearch.terms import Status, WarningKind

_STANDING_OUT = (
    WarningKind.FLOOR_BROKEN, WarningKind.WORSENING, WarningKind.STALLED, WarningKind.GAP_WIDENING,
    WarningKind.VOLATILE,
)  # fmt: skip
_NAMED = 6  # targets that a sentence names at most


def outlook(about: EvaluatedPlan) -> Iterator[Block]:
    """How many targets will be missed, with the range; every projection with its interval; how sure that is."""
    language, counts = about.language, about.content.counts
    yield ReportHeading(say("report-outlook", language))
    if counts.assessable:
        yield GeneratedText(tuple(_expected(about)))
    else:
        yield GeneratedText((written(say("report-nothing-assessable", language), *about.measurable),))
    rows = [row for row in about.measurable if row.outlook is not None]
    if rows:
        names = ("target", "target-year", "aim", "projected", "interval", "chance", "grade")
        lines = tuple(
            tuple(
                map(
                    ReportCell,
                    (row.title, str(int(row.row.target_year)), row.aim, row.projected, row.interval, row.probability,
                     row.grade_word),
                )
            )
            for row in rows
        )  # fmt: skip
        yield ReportTable(
            say("report-outlook-caption", language),
            tuple(say(f"report-col-{name}", language) for name in names), lines, (4.6, 1.5, 3.2, 2.4, 2.6, 1.6, 1.2),
        )  # fmt: skip
    if about.content.record is not None:
        sentences = [written(text) for text in about.content.record.sentences]
        yield GeneratedText((written(say("report-record", language)), *sentences))


def _expected(about: EvaluatedPlan) -> Iterator[ReportSentence]:
    language, counts, rows = about.language, about.content.counts, about.measurable
    yield written(
        say(
            "report-expected", language, assessable=counts.assessable, expected=figure(counts.expected_misses, 1),
            low=counts.misses_low, high=counts.misses_high, target=str(about.plan.target_year),
        ),
        *rows,
    )  # fmt: skip
    yield written(
        say(
            "report-sure", language, open=counts.assessable - counts.decided, full=counts.sure_full,
            medium=counts.sure_medium, low=counts.sure_low, decided=counts.decided,
        ),
        *rows,
    )  # fmt: skip


def warnings(about: EvaluatedPlan) -> Iterator[Block]:
    """The warning list, most urgent first, and what is unsteady beside it."""
    language, counts, alerts = about.language, about.content.counts, about.content.alerts
    yield ReportHeading(say("report-warnings", language))
    text = say(
        "report-warned", language, count=len(alerts), urgent=counts.urgent, watch=counts.watch,
        urgent_below=share(URGENT_BELOW), watch_below=share(WATCH_BELOW),
    )  # fmt: skip
    yield GeneratedText(
        (written(text if alerts else say("report-warned-none", language), *(a.target for a in alerts)),)
    )
    if alerts:
        names = ("rank", "target", "aim", "latest", "judgement", "flag", "warnings")
        rows = tuple(
            (
                ReportCell(str(rank)), ReportCell(alert.target.title), ReportCell(alert.target.aim),
                ReportCell(alert.target.latest), ReportCell(judgement_words(alert.target), status=alert.target.status),
                ReportCell(word("flag", alert.target.flag, language)), ReportCell(alert.target.warning_words),
            )
            for rank, alert in enumerate(alerts, start=1)
        )  # fmt: skip
        yield ReportTable(
            say("report-warnings-caption", language), tuple(say(f"report-col-{name}", language) for name in names),
            rows, (0.9, 4.2, 3.2, 2.6, 2.6, 1.4, 2.4),
        )  # fmt: skip
    if unsteady := about.content.unflagged_warnings:
        items = say("brief-list-separator", language).join(
            say("report-unsteady-item", language, title=row.title, warnings=row.warning_words) for row in unsteady
        )
        yield GeneratedText((written(say("report-unsteady", language, count=len(unsteady), items=items), *unsteady),))


def problems(about: EvaluatedPlan) -> Iterator[Block]:
    """What stands out in the figures: worsening and stalled targets, lags behind peers, gaps, missing data."""
    language = about.language
    yield ReportHeading(say("report-problems", language))
    found = [*_by_warning(about), *_behind_peers(about), *_gaps(about), *_data(about)]
    if found:
        yield from (GeneratedText((sentence,)) for sentence in found)
    else:
        yield GeneratedText((written(say("report-problems-none", language)),))
    yield from _gap_table(about)
    yield Blank(say("report-blank-problems", language))


def _by_warning(about: EvaluatedPlan) -> Iterator[ReportSentence]:
    for kind in _STANDING_OUT:
        rows = [row for row in about.measurable if kind in row.warnings]
        if rows:
            key = f"report-problem-{kind.value.replace('_', '-')}"
            yield written(say(key, about.language, count=len(rows), items=named(rows, about.language, _NAMED)), *rows)


def _behind_peers(about: EvaluatedPlan) -> Iterator[ReportSentence]:
    behind, _ = standing_apart(about.member, about.peers)
    if behind:
        rows = [item.row for item in behind]
        items = named(rows, about.language, _NAMED)
        yield written(say("report-problem-behind", about.language, count=len(rows), items=items), *rows)


def _gaps(about: EvaluatedPlan) -> Iterator[ReportSentence]:
    wider = [gap for gap in about.content.gaps if gap.direction is Direction.WIDER]
    if wider:
        items = [
            say("report-gap-item", about.language, name=gap.name, pair=gap.pair, base=gap.base, gap=gap.gap,
                year=str(gap.year))
            for gap in wider[:_NAMED]
        ]  # fmt: skip
        joined = say("report-item-separator", about.language).join(items)
        yield written(say("report-problem-gaps", about.language, count=len(wider), items=joined))


def _gap_table(about: EvaluatedPlan) -> Iterator[ReportTable]:
    """Every gap between urban and rural areas and between women and men, then and now."""
    if not about.content.gaps:
        return
    language = about.language
    names = ("indicator", "pair", "year", "values", "gap", "base-gap", "direction")
    base = str(about.plan.baseline_year)
    heads = tuple(say(f"brief-col-{name}", language, year=base) for name in names)
    rows = tuple(
        tuple(map(ReportCell, (gap.name, gap.pair, str(gap.year), gap.values, gap.gap, gap.base, gap.direction_word)))
        for gap in about.content.gaps
    )
    yield ReportTable(say("brief-gaps-heading", language), heads, rows, (4, 2.2, 1.2, 4, 2, 2, 1.6))


def _data(about: EvaluatedPlan) -> Iterator[ReportSentence]:
    silent = [row for row in about.measurable if row.status is Status.NOT_ASSESSABLE]
    if silent:
        yield written(
            say("report-problem-data", about.language, count=len(silent), measurable=len(about.measurable)), *silent
        )
    held = [item for item in about.content.findings if item.kind is FindingKind.HELD]
    if held:
        names = say("brief-list-separator", about.language).join(name for item in held for name in item.concerns)
        yield written(say("report-problem-held", about.language, items=names))
