"""Gaps between urban and rural areas and between women and men, and where they are going."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sxresearch.brief.content.subject import SeriesKey, Subject
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import amount, bare, distance, series_name
from sxresearch.language import say, word
from sxresearch.language.numbers import MISSING, figure
from sxresearch.plan.catalogue import Target
from sxresearch.plan.indicators import Indicator
from sxresearch.terms import GROUP_PAIRS, Better, Group, Language, RuleKind

_ROUNDED_GAP = 1.0  # units of the last digit: two figures, each rounded by at most half of one
_EXACTLY = 1e-6  # printed decimals have no exact binary form
_BothGroups = dict[int, tuple[float, float]]


class Direction(StrEnum):
    """Where a gap has gone since the base year, beyond what the rounding of the four figures can make."""

    NARROWER = "narrower"
    WIDER = "wider"
    SAME = "same"
    NOT_COMPARABLE = "not-comparable"


@dataclass(frozen=True)
class GapRow:
    """One gap: both values in the latest common year, who is worse off, the gap then and in the base year, and where it
    has gone.
    """

    name: str
    pair: str
    year: int
    values: str
    worse: str
    gap: str
    change: str
    ratio: str
    base: str
    direction: Direction
    direction_word: str
    probability: str
    asked: bool

    @property
    def stands_out(self) -> bool:
        """Whether a target asks about the gap, or it is not what it was; the others stand in an annex."""
        return self.asked or self.direction is not Direction.SAME


def gap_rows(subject: Subject, rows: Sequence[TargetRow]) -> tuple[GapRow, ...]:
    """Every indicator of the verdicts that is observed in both groups of a pair in the same year."""
    asked = {
        (row.place.target.indicator, frozenset({row.place.target.group, row.place.target.second_series[1]})): row
        for row in rows
        if row.place.target.rule is RuleKind.NARROW_GAP and row.place.target.second_indicator is None
    }
    return tuple(_rows(subject, asked))


def _rows(subject: Subject, asked: dict[tuple[str | None, frozenset[Group]], TargetRow]) -> Iterator[GapRow]:
    base_year = min(plan.baseline_year for plan in subject.leading_plans)
    for identifier in dict.fromkeys(place.target.indicator for place in subject.places.values()):
        if identifier is None:
            continue
        indicator = subject.inputs.indicators[identifier]
        for pair in GROUP_PAIRS:
            both = _both(subject, indicator, pair)
            if both:
                target = asked.get((identifier, frozenset(pair)))
                yield _row(subject, indicator, pair=pair, both=both, asked=target, base_year=base_year)


def _both(subject: Subject, indicator: Indicator, pair: tuple[Group, Group]) -> _BothGroups:
    """Year to the values of both groups, ascending, only years that have both."""
    first, second = (_by_year(subject, SeriesKey(indicator, group)) for group in pair)
    return {year: (first[year], second[year]) for year in sorted(first.keys() & second.keys())}


def _by_year(subject: Subject, series: SeriesKey) -> dict[int, float]:
    return {item.year: item.value for item in subject.seen(series)}


def gap_between(subject: Subject, target: Target) -> dict[int, float] | None:
    """Year to the distance between the two groups of a target on a gap; none where no year has both figures."""
    first, second = subject.first_series(target), subject.second_series(target)
    if first is None or second is None:
        return None
    one, other = (_by_year(subject, series) for series in (first, second))
    return {year: abs(value - other[year]) for year, value in one.items() if year in other} or None


def _row(
    subject: Subject,
    indicator: Indicator,
    *,
    pair: tuple[Group, Group],
    both: _BothGroups,
    asked: TargetRow | None,
    base_year: int,
) -> GapRow:
    language, series = subject.language, SeriesKey(indicator, Group.TOTAL)
    year = max(both)
    first, second = both[year]
    base = _base_gap(indicator, both, base_year)
    direction = _direction(first - second, base, indicator.decimals)
    words = [word("group", group, language) for group in pair]
    return GapRow(
        name=series_name(series, language),
        pair=say("brief-gap-pair", language, first=words[0], second=words[1]),
        year=year,
        values=say(
            "brief-gap-values",
            language,
            first=f"{words[0]} {bare(series, first)}",
            second=f"{words[1]} {amount(subject, series, second)}",
        ),
        worse=_worse(indicator, (first, second), words, language),
        gap=distance(subject, series, first - second),
        change=_change(subject, series, first - second, base),
        ratio=figure(first / second, 2) if first > 0 and second > 0 else MISSING,
        base=MISSING if base is None else distance(subject, series, base),
        direction=direction,
        direction_word=say(f"brief-gap-{direction}", language),
        probability=asked.probability if asked else MISSING,
        asked=asked is not None,
    )


def _base_gap(indicator: Indicator, both: _BothGroups, base_year: int) -> float | None:
    """The gap in the base year; none without a figure, or when a redefinition lies between."""
    last = max(both)
    redefined = indicator.break_after(base_year)
    if base_year not in both or base_year >= last or (redefined and redefined.year <= last):
        return None
    first, second = both[base_year]
    return first - second


def _change(subject: Subject, series: SeriesKey, gap: float, base: float | None) -> str:
    """The gap in the base year and now: "6.2 → 5.8/10万"."""
    before = MISSING if base is None else figure(abs(base), series.indicator.decimals)
    return f"{before} → {distance(subject, series, gap)}"


def _worse(indicator: Indicator, values: tuple[float, float], words: list[str], language: Language) -> str:
    """Who is worse off, where the gap is more than the rounding of its two figures; a dash where no side is better."""
    if indicator.better is Better.BAND:
        return MISSING
    apart = values[0] - values[1]
    if abs(apart) <= (_ROUNDED_GAP + _EXACTLY) * 10**-indicator.decimals:
        return say("brief-gap-even", language)
    first_is_worse = (apart < 0) == (indicator.better is Better.HIGHER)
    return words[0] if first_is_worse else words[1]


def _direction(gap: float, base: float | None, decimals: int) -> Direction:
    if base is None:
        return Direction.NOT_COMPARABLE
    moved = abs(gap) - abs(base)
    if abs(moved) <= (2 * _ROUNDED_GAP + _EXACTLY) * 10**-decimals:
        return Direction.SAME
    return Direction.WIDER if moved > 0 else Direction.NARROWER
