"""Chapter seven of the mid-term report: the plan's own measures for goals in trouble, what can still change first."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum

from sxresearch.assessment.status import DECIDED, StatusGroup, group_of
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.warning_list import Alert
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
from sxresearch.language import say
from sxresearch.language.numbers import MISSING
from sxresearch.terms import Status

_WIDTHS = (0.9, 3.8, 2.2, 5.0, 5.0, 2.2)
_COLUMNS = ("rank", "target", "chance", "needed", "measures", "department")


class Room(StrEnum):
    """How much can still be changed before the target year, in the order of the proposals."""

    OPEN = "open"  # P >= .33, or no probability: it can go either way
    HARD = "hard"  # .10 <= P < .33
    HARDLY = "hardly"  # P < .10
    DECIDED = "decided"


def room_of(row: TargetRow) -> Room:
    """How much can still be changed for a warned target."""
    if row.status in DECIDED:
        return Room.DECIDED
    if row.status is Status.VERY_UNLIKELY:
        return Room.HARDLY
    return Room.HARD if group_of(row.status) is StatusGroup.UNLIKELY else Room.OPEN


def by_room(alerts: Sequence[Alert]) -> list[Alert]:
    """The warned targets, those first that can still go either way; among them the nearer to one half the earlier."""
    order = list(Room)
    return sorted(alerts, key=lambda alert: (order.index(room_of(alert.target)), _from_half(alert.target)))


def _from_half(row: TargetRow) -> float:
    return 0.5 if row.chance is None else abs(row.chance - 0.5)


def proposals(about: EvaluatedPlan) -> Iterator[Block]:
    """For each warned target the change that is needed and the plan's measures; measures that serve several."""
    language, alerts = about.language, by_room(about.content.alerts)
    yield ReportHeading(say("report-proposals", language))
    if not alerts:
        yield GeneratedText((written(say("report-proposals-none", language)),))
    else:
        yield GeneratedText((written(say("report-proposals-note", language), *(a.target for a in alerts)),))
        ranks = iter(range(1, len(alerts) + 1))
        for room in Room:
            if mine := [alert for alert in alerts if room_of(alert.target) is room]:
                yield _table(about, room, mine, ranks)
        yield from _shared_measures(about, alerts)
    silent = [row for row in about.measurable if row.status is Status.NOT_ASSESSABLE]
    if silent:
        yield GeneratedText((written(say("report-proposals-data", language, count=len(silent)), *silent),))
    yield Blank(say("report-blank-proposals", language))


def _table(about: EvaluatedPlan, room: Room, alerts: Sequence[Alert], ranks: Iterator[int]) -> ReportTable:
    rows = tuple(_line(about, alert, next(ranks)) for alert in alerts)
    return ReportTable(
        say(f"report-room-{room}", about.language, count=len(alerts)),
        tuple(say(f"report-col-{name}", about.language) for name in _COLUMNS), rows, _WIDTHS,
    )  # fmt: skip


def _line(about: EvaluatedPlan, alert: Alert, rank: int) -> tuple[ReportCell, ...]:
    measures = "\n".join(alert.measures) or say("report-no-measures", about.language)
    row = alert.target
    chance = ReportCell(f"{row.symbol} {row.probability}", status=row.status)
    texts = (alert.needed or MISSING, measures, alert.department or MISSING)
    return (ReportCell(str(rank)), ReportCell(row.title), chance, *map(ReportCell, texts))


def _shared_measures(about: EvaluatedPlan, alerts: Sequence[Alert]) -> Iterator[Block]:
    """Measures that serve several warned targets which are not decided yet, those that serve most first."""
    served: dict[tuple[str, str], list[TargetRow]] = defaultdict(list)
    for alert in alerts:
        if room_of(alert.target) is not Room.DECIDED:
            for measure in alert.measures:
                served[alert.target.place.field.title.in_language(about.language), measure].append(alert.target)
    several = {key: rows for key, rows in served.items() if len(rows) > 1}
    alike: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for key, rows in several.items():
        alike[tuple(row.place.target.id for row in rows)].append(key)
    if not several:
        return
    most = sorted(alike.values(), key=lambda keys: -len(several[keys[0]]))[:_MOST_SHARED]
    sentences = [_serving(about, several[keys[0]], keys) for keys in most]
    yield GeneratedText((written(say("report-measures-shared", about.language, count=len(several))), *sentences))


def _serving(about: EvaluatedPlan, rows: Sequence[TargetRow], measures: Sequence[tuple[str, str]]) -> ReportSentence:
    language = about.language
    named = [say("report-quoted", language, name=measure) for _, measure in measures]
    titles = [say("report-quoted", language, name=row.title) for row in rows]
    separator = say("brief-list-separator", language)
    text = say(
        "report-measure-serves", language, field=measures[0][0],
        measure=separator.join(named), count=len(rows), items=separator.join(titles),
    )  # fmt: skip
    return written(text, *rows)


_MOST_SHARED = 5  # sets of targets that the text names
