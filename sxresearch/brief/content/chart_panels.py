"""What each fan chart shows, as values: points, fan, target, paths, labels and the finding in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sxresearch.brief.content.comparison.beside_lines import NamedLine, beside_lines
from sxresearch.brief.content.gaps import gap_between
from sxresearch.brief.content.subject import SeriesKey, Subject
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import as_reported, bare, difference_unit, known, number, stated
from sxresearch.language import say, word
from sxresearch.language.numbers import figure, number_range, own_decimals
from sxresearch.plan.rules import Shape
from sxresearch.terms import Better, ObservationStatus, RuleKind, Status

LONGEST_HISTORY = 15  # years before the target year that a panel shows at most
FEWEST_OF_A_LINE = 2  # two figures are two dots; a line between them would look like a course that nobody has seen

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

    @property
    def is_a_line(self) -> bool:
        """Whether there are more figures than two, so that a line through them shows a course."""
        return len(self.values) > FEWEST_OF_A_LINE

    @property
    def latest(self) -> float:
        """The value of the last year."""
        return self.values[max(self.values)]

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

    ``fan`` has the columns of the fan table by name, from the latest observed year (where all limits meet) to the
    target year, or is empty. ``goal`` is the value of the target line and ``goal_label`` its name;
    ``allowed`` holds the limits up to which a value counts as about the target (左右), ``allowed_label`` names them;
    ``path`` runs from the latest point to the target. ``above_label`` and ``below_label`` name the limits of the 95 %
    band where it leaves the frame. ``first_year`` and ``last_year`` are common to the charts
    of a plan, ``due`` is the target's own year, ``base_year`` the year that its progress is counted from; ``due_text``
    and ``base_text`` name both on the axis. ``above`` are the lines of the regions above, the nearest first; ``band``
    has the lowest and the highest peer by year. For a gap that should narrow, ``line``, ``goal`` and ``fan`` are those
    of the distance between the two groups.
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
    fan: Mapping[str, Sequence[float]] = field(default_factory=dict)
    goal: float | None = None
    goal_label: str = ""
    allowed: tuple[float, ...] = ()
    allowed_label: str = ""
    projected_label: str = ""
    latest_label: str = ""
    above_label: str = ""
    below_label: str = ""
    path: tuple[tuple[int, float], tuple[int, float]] | None = None
    base_year: int | None = None
    base_text: str = ""
    due_text: str = ""
    above: tuple[NamedLine, ...] = ()
    band: dict[int, tuple[float, float]] = field(default_factory=dict)
    band_label: str = ""


def panels(subject: Subject, rows: Sequence[TargetRow]) -> dict[str, ChartPanel]:
    """Target id to its chart, for every target with at least one observed value."""
    begun = subject.first_year
    lasts: dict[str, int] = {}
    for row in rows:
        plan = row.place.plan.id
        lasts[plan] = max(lasts.get(plan, subject.as_of), int(row.row.target_year))
    found = {}
    for row in rows:
        last = lasts[row.place.plan.id]
        first = max(last if begun is None else begun, last - LONGEST_HISTORY)
        series = subject.first_series(row.place.target)
        if series is not None and _line(subject, series, first).values:
            found[row.place.target.id] = _panel(subject, row, series=series, first=first, last=last)
    return found


def _line(subject: Subject, series: SeriesKey, first: int) -> ObservedLine:
    seen = [item for item in subject.seen(series) if item.year >= first]
    early = frozenset(item.year for item in seen if item.status == ObservationStatus.PRELIMINARY)
    held = {int(row.year): float(row.value) for row in subject.held_rows(series) if row.year >= first}
    return ObservedLine({item.year: item.value for item in seen}, early, held)


def _panel(subject: Subject, row: TargetRow, *, series: SeriesKey, first: int, last: int) -> ChartPanel:
    language = subject.language
    return ChartPanel(
        identifier=chart_identifier(subject.region.code, row.place.target.id),
        title=row.title,
        status=row.status,
        status_text=_status_text(row),
        first_year=first,
        as_of=subject.as_of,
        last_year=last,
        due=int(row.row.target_year),
        due_text=say("brief-panel-target-year", language, year=str(int(row.row.target_year))),
        base_year=int(row.row.base_year) if known(row.row.base_year) else None,
        base_text=say("brief-panel-base-year", language, year=str(int(row.row.base_year)))
        if known(row.row.base_year)
        else "",
        finding=_finding(subject, row) + _held_in_words(subject, series),
        breaks=tuple(mark.year for mark in series.indicator.breaks),
        above_label=_end_label(subject, series, "above", row.row.upper95),
        below_label=_end_label(subject, series, "below", row.row.lower95),
        **_shown(subject, row, series, first),
    )


def chart_identifier(region: str, target: str) -> str:
    """The id of a target's chart in the brief of a region, where links lead to."""
    return f"{region}-{target}".replace(".", "-")


def chart_anchor(row: TargetRow) -> str:
    """Where in the brief of the row's region its chart is found; empty where there is none.

    Safe rather than complete: the chart of a target whose figures all lie long before its year is not linked.
    """
    seen = row.subject.seen(row.series) if row.series else ()
    if not seen or seen[-1].year < int(row.row.target_year) - LONGEST_HISTORY:
        return ""
    return chart_identifier(row.subject.region.code, row.place.target.id)


def _shown(subject: Subject, row: TargetRow, series: SeriesKey, first: int) -> dict[str, Any]:
    """Lines, fan, target and the names of all of them."""
    second = subject.second_series(row.place.target)
    gap = gap_between(subject, row.place.target) if row.place.target.rule is RuleKind.NARROW_GAP else None
    if gap is not None and any(year >= first for year in gap):
        return _gap_shown(subject, row, series, {year: value for year, value in gap.items() if year >= first})
    line = _line(subject, series, first)
    goal, label = _goal(subject, row, series)
    return {
        "line": line,
        "unit": word("unit", series.indicator.unit, subject.language).strip(),
        "second": _line(subject, second, first) if second else None,
        "second_label": _name_at_end(subject, second, series) if second else "",
        "fan": _fan(subject, row, line),
        "goal": goal,
        "goal_label": label,
        "projected_label": _projected_label(subject, row, series),
        "latest_label": _latest_label(subject, series, second),
        "path": _path(row, line, goal),
        **_allowed(subject, row, series),
        **({} if second else beside_lines(subject, [series], first)),
    }


def _gap_shown(subject: Subject, row: TargetRow, series: SeriesKey, gaps: dict[int, float]) -> dict[str, Any]:
    """The distance between two groups: its figures, what it was in the base year, and where it is going."""
    language, line = subject.language, ObservedLine(gaps)
    base, second = number(row.row.base_value), subject.second_series(row.place.target)
    fan = _fan(subject, row, line)
    labels = {"latest_label": say("brief-panel-gap-latest", language, value=bare(series, abs(line.latest)))}
    if base is not None:
        year = str(int(row.row.base_year))
        labels["goal_label"] = say("brief-panel-gap-base", language, year=year, value=bare(series, abs(base)))
    if fan:
        value = bare(series, fan["median"][-1])
        labels["projected_label"] = say("brief-panel-projected", language, value=value)
    unit = say("brief-panel-gap-unit", language, unit=difference_unit(series, language))
    both = [series, second] if second else [series]
    goal = None if base is None else abs(base)
    shown = {"line": line, "unit": unit, "fan": fan, "goal": goal, "path": _path(row, line, goal)}
    return {**shown, **labels, **beside_lines(subject, both, min(gaps))}


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
    texts, language = [figure(limit, own_decimals(limit, 0)) for limit in limits], subject.language
    shown = number_range(texts[0], texts[1], language) if len(texts) > 1 else texts[0]
    return {"allowed": limits, "allowed_label": say("brief-panel-allowed", language, value=shown)}


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
    seen = subject.seen(series)
    if not seen:
        return ""
    value = bare(series, seen[-1].value)
    if series.group is not other.group:
        return f"{word('group', series.group, subject.language)} {value}"
    key = "brief-panel-latest" if series.indicator.id == other.indicator.id else "brief-panel-second"
    return say(key, subject.language, value=value)


def _fan(subject: Subject, row: TargetRow, line: ObservedLine) -> dict[str, list[float]]:
    """The fan of the target, begun at the latest observed point so that it grows out of it."""
    mine = subject.fan(row.place.target)
    if row.p is None or mine.empty:
        return {}
    last = max(line.values)
    values = {str(name): [line.values[last], *mine[name].tolist()] for name in mine.columns if name not in _KEYS}
    return {"year": [last, *mine["year"].tolist()], **values}


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
        for row in subject.held_rows(series)
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
