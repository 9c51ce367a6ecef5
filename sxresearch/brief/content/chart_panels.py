"""What each fan chart shows, as values: points, fan, target, paths, labels and the finding in words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from sxresearch.brief.content.subject import SeriesKey, Subject
from sxresearch.brief.content.target_rows import TargetRow
from sxresearch.brief.content.wording import as_reported, bare, known, number, stated
from sxresearch.language import say, word
from sxresearch.language.numbers import figure, own_decimals
from sxresearch.plan.rules import Shape
from sxresearch.terms import Better, ObservationStatus, RuleKind, Status

LONGEST_HISTORY = 15  # years before the target year that a panel shows at most

_WITHOUT_ITSELF = {"≥": ">", "≤": "<"}
_FROM_BASE = (RuleKind.INCREASE, RuleKind.DECREASE)
_KEYS = ("region", "target", "indicator", "group", "year")


@dataclass(frozen=True)
class ObservedLine:
    """Observed values of one series on a chart: year to value, in the indicator's unit."""

    values: dict[int, float]
    preliminary: frozenset[int] = frozenset()
    held: dict[int, float] = field(default_factory=dict)
    """Figures that are shown and not used, by year."""

    def runs(self, breaks: Sequence[int]) -> list[list[int]]:
        """Stretches of adjoining years, cut where a year is missing or a new definition begins."""
        parts: list[list[int]] = []
        for year in sorted(self.values):
            if parts and year == parts[-1][-1] + 1 and year not in breaks:
                parts[-1].append(year)
            else:
                parts.append([year])
        return parts


@dataclass(frozen=True)
class ChartPanel:
    """One small chart.

    ``fan`` has the columns of the fan table from the latest observed year (where all limits meet) to the
    target year, or is empty. ``goal`` is the value of the target line and ``goal_label`` its name;
    ``allowed`` holds the limits up to which a value counts as about the target (左右), ``allowed_label`` names them;
    ``path`` runs from the latest point to the target. ``above_label`` and ``below_label`` name the limits of the 95 %
    band where it leaves the frame. ``first_year`` and ``last_year`` are common to the charts
    of a plan, ``due`` is the target's own year.
    """

    identifier: str
    title: str
    unit: str
    status: Status
    status_text: str
    line: ObservedLine
    first_year: int
    as_of: int
    last_year: int
    due: int
    finding: str
    breaks: tuple[int, ...] = ()
    second: ObservedLine | None = None
    second_label: str = ""
    fan: pd.DataFrame = field(default_factory=pd.DataFrame)
    goal: float | None = None
    goal_label: str = ""
    allowed: tuple[float, ...] = ()
    allowed_label: str = ""
    projected_label: str = ""
    latest_label: str = ""
    above_label: str = ""
    below_label: str = ""
    path: tuple[tuple[int, float], tuple[int, float]] | None = None


def panels(subject: Subject, rows: Sequence[TargetRow]) -> dict[str, ChartPanel]:
    """Target id to its chart, for every target with at least one observed value."""
    years = [int(year) for year in subject.observed.loc[subject.observed["value"].notna(), "year"]]
    lasts: dict[str, int] = {}
    for row in rows:
        plan = row.place.plan.id
        lasts[plan] = max(lasts.get(plan, subject.as_of), int(row.row.target_year))
    found = {}
    for row in rows:
        last = lasts[row.place.plan.id]
        first = max(min(years, default=last), last - LONGEST_HISTORY)
        series = subject.first_series(row.place.target)
        if series is not None and _line(subject, series, first).values:
            found[row.place.target.id] = _panel(subject, row, series=series, first=first, last=last)
    return found


def _line(subject: Subject, series: SeriesKey, first: int) -> ObservedLine:
    table = subject.figures(series)
    columns = (table[name].tolist() for name in ("year", "value", "status"))
    seen = [(int(year), float(value), status) for year, value, status in zip(*columns, strict=True) if year >= first]
    early = frozenset(year for year, _, status in seen if status == ObservationStatus.PRELIMINARY)
    held = subject.held_figures(series)
    aside = {int(year): float(value) for year, value in zip(held["year"], held["value"], strict=True) if year >= first}
    return ObservedLine({year: value for year, value, _ in seen}, early, aside)


def _panel(subject: Subject, row: TargetRow, *, series: SeriesKey, first: int, last: int) -> ChartPanel:
    line, second = _line(subject, series, first), subject.second_series(row.place.target)
    goal, label = _goal(subject, row, series)
    return ChartPanel(
        identifier=f"{subject.region.code}-{row.place.target.id}".replace(".", "-"),
        title=row.title,
        unit=word("unit", series.indicator.unit, subject.language).strip(),
        status=row.status,
        status_text=_status_text(row),
        line=line,
        first_year=first,
        as_of=subject.as_of,
        last_year=last,
        due=int(row.row.target_year),
        finding=_finding(subject, row) + _held_in_words(subject, series),
        breaks=tuple(mark.year for mark in series.indicator.breaks),
        second=_line(subject, second, first) if second else None,
        second_label=_name_at_end(subject, second, series) if second else "",
        fan=_fan(subject, row, line),
        goal=goal,
        goal_label=label,
        **_allowed(subject, row, series),
        projected_label=_projected_label(subject, row, series),
        latest_label=_latest_label(subject, series, second),
        above_label=_end_label(subject, series, "above", row.row.upper95),
        below_label=_end_label(subject, series, "below", row.row.lower95),
        path=_path(row, line, goal),
    )


def _status_text(row: TargetRow) -> str:
    words = f"{row.symbol} {row.status_word}"
    if row.p is None:
        return words
    if row.p_underlying is None:
        return f"{words} {row.probability}"
    return say("brief-panel-published", row.subject.language, status=words, probability=row.probability)


def _goal(subject: Subject, row: TargetRow, series: SeriesKey) -> tuple[float | None, str]:
    """The value that the projection is compared with and its name; the base level where a rule has no number."""
    value, rule = number(row.row.target_value), row.place.target.rule
    if row.place.target.has_second:
        return None, ""
    if value is not None and rule not in _FROM_BASE:
        own = row.place.target.value == value
        shown = figure(value, stated(value) if own else series.indicator.decimals)
        sign = row.place.target.grammar.sign
        sign = _WITHOUT_ITSELF.get(sign, sign) if row.place.target.strict else sign
        return value, say("brief-panel-target", subject.language, value=f"{sign}{shown}")
    base = number(row.row.base_value)
    if base is not None and rule in _FROM_BASE:
        year = str(int(row.row.base_year))
        return base, say("brief-panel-base", subject.language, year=year, value=bare(series, base))
    return None, ""


def _allowed(subject: Subject, row: TargetRow, series: SeriesKey) -> dict[str, Any]:
    """Where 左右 ends: on the worse side, for a band on both."""
    target, value, better = row.place.target, number(row.row.target_value), series.indicator.better
    if target.grammar.shape is not Shape.AROUND or value is None:
        return {}
    size = target.tolerance_for(series.indicator.unit)
    limits = {Better.HIGHER: (value - size,), Better.LOWER: (value + size,)}.get(better, (value - size, value + size))
    shown = "–".join(figure(limit, own_decimals(limit, 0)) for limit in limits)
    return {"allowed": limits, "allowed_label": say("brief-panel-allowed", subject.language, value=shown)}


def _projected_label(subject: Subject, row: TargetRow, series: SeriesKey) -> str:
    if row.p is None or row.place.target.rule is RuleKind.NARROW_GAP:
        return ""
    return say("brief-panel-projected", subject.language, value=bare(series, row.row.projected))


def _end_label(subject: Subject, series: SeriesKey, side: str, limit: Any) -> str:
    """Name of the 95 % limit, for a fan that leaves the frame."""
    return say(f"brief-panel-{side}", subject.language, value=bare(series, limit)) if known(limit) else ""


def _latest_label(subject: Subject, series: SeriesKey, second: SeriesKey | None) -> str:
    same = second is not None and second.indicator.id == series.indicator.id
    return _name_at_end(subject, series, second if second and same else series)


def _name_at_end(subject: Subject, series: SeriesKey, other: SeriesKey) -> str:
    """The latest value of a series with what tells it from the ``other`` on the chart."""
    seen = subject.figures(series)
    if seen.empty:
        return ""
    value = bare(series, seen["value"].iloc[-1])
    if series.group is not other.group:
        return f"{word('group', series.group, subject.language)} {value}"
    key = "brief-panel-latest" if series.indicator.id == other.indicator.id else "brief-panel-second"
    return say(key, subject.language, value=value)


def _fan(subject: Subject, row: TargetRow, line: ObservedLine) -> pd.DataFrame:
    """The fan of the target, begun at the latest observed point so that it grows out of it."""
    mine = subject.fan(row.place.target)
    if row.p is None or row.place.target.rule is RuleKind.NARROW_GAP:  # the fan of one side says nothing on the gap
        return mine.iloc[:0]
    if mine.empty:
        return mine
    start = {name: line.values[max(line.values)] for name in mine.columns if name not in _KEYS}
    head = pd.DataFrame([{"year": max(line.values), **start}])
    return pd.concat([head, mine[list(head.columns)].astype(float)], ignore_index=True)


def _path(row: TargetRow, line: ObservedLine, goal: float | None) -> tuple[tuple[int, float], tuple[int, float]] | None:
    latest, year = max(line.values), int(row.row.target_year)
    if goal is None or row.met_now is not False or latest >= year:
        return None
    return (latest, line.values[latest]), (year, goal)


def _held_in_words(subject: Subject, series: SeriesKey) -> str:
    """The held figures with their reasons, for those who can't see the rings."""
    return "".join(
        say(
            "brief-panel-held",
            subject.language,
            year=str(int(row.year)),
            value=as_reported(series, row.value),
            reason=word("doubt", str(row.held), subject.language),
        )
        for row in subject.held_figures(series).itertuples()
    )


def _finding(subject: Subject, row: TargetRow) -> str:
    """What the chart shows, for those who can't see it."""
    detail = "-short" if row.p is None else ("-chance" if row.outlook is None else "")
    return say(
        f"brief-panel-finding{detail}",
        subject.language,
        title=row.title,
        aim=row.aim,
        latest=row.latest,
        year=str(int(row.row.target_year)),
        projected=row.projected,
        interval=row.interval,
        probability=row.probability,
        status=row.status_word,
    )
