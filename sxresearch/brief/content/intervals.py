"""Interval plots: one target over many regions, each with its range, in the order of the region list."""

from collections.abc import Sequence
from dataclasses import dataclass

from sxresearch.brief.content.regions.matrix import matrix
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import number
from sxresearch.language import say, word
from sxresearch.terms import RuleKind, Status

MOST = 9  # plots: those targets of which most misses are expected


@dataclass(frozen=True)
class ProjectedRange:
    """One region: projected value, 80 % limits, its own target value, and the answer in words."""

    region: str
    projected: float
    low: float
    high: float
    goal: float | None
    status: Status
    words: str


@dataclass(frozen=True)
class IntervalPlot:
    """One target; ``axis`` says what the scale counts and what the upright line is, ``finding`` what the plot shows."""

    identifier: str
    title: str
    axis: str
    ranges: tuple[ProjectedRange, ...]
    finding: str


def interval_plots(shown: Sequence[RegionVerdicts]) -> tuple[IntervalPlot, ...]:
    """The targets with a projection for most regions that most regions are expected to miss."""
    drawn: list[IntervalPlot] = []
    for row in sorted(matrix(shown).rows, key=lambda row: -row.misses):
        ranges = [found for member in shown for found in [_range(member, row.place.target.id)] if found]
        if 2 * len(ranges) > len(shown) and len(drawn) < MOST:
            drawn.append(_plot(shown[0].by_target[row.place.target.id], shown[0], ranges, row.misses))
    return tuple(drawn)


def _range(member: RegionVerdicts, target: str) -> ProjectedRange | None:
    row = member.by_target.get(target)
    if row is None or row.p is None or row.outlook is None:
        return None
    projected, low, high = row.outlook.value, row.outlook.low, row.outlook.high
    if low is None or high is None:
        return None
    return ProjectedRange(member.name, projected, low, high, _goal(row), row.status, f"{row.symbol} {row.probability}")


def _goal(row: TargetRow) -> float | None:
    """The value to compare with: the target's, or the base year's for a rise or fall without a number."""
    if row.place.target.rule in (RuleKind.INCREASE, RuleKind.DECREASE):
        return number(row.row.base_value)
    return number(row.row.target_value)


def _plot(row: TargetRow, member: RegionVerdicts, ranges: Sequence[ProjectedRange], misses: float) -> IntervalPlot:
    language, series = member.subject.language, member.subject.first_series(row.place.target)
    assert series is not None
    finding = say(
        "brief-overview-interval-finding", language, title=row.title, aim=row.aim, of=str(len(ranges)),
        misses=f"{misses:.1f}", low=f"{min(r.projected for r in ranges):.{series.indicator.decimals}f}",
        high=f"{max(r.projected for r in ranges):.{series.indicator.decimals}f}",
    )  # fmt: skip
    return IntervalPlot(
        f"intervals-{row.place.target.id}".replace(".", "-").replace("_", "-"),
        f"{row.title} · {row.aim}",
        _axis(row, ranges, word("unit", series.indicator.unit, language).strip()),
        tuple(ranges),
        finding,
    )


def _axis(row: TargetRow, ranges: Sequence[ProjectedRange], unit: str) -> str:
    """The projected year and unit, and what the upright line stands for: the target, or the level of the base year."""
    language = row.subject.language
    if all(item.goal is None for item in ranges):
        mark = ""
    elif row.place.target.rule in (RuleKind.INCREASE, RuleKind.DECREASE):
        mark = say("brief-overview-interval-mark-base", language, year=str(int(row.row.base_year)))
    else:
        mark = say("brief-overview-interval-mark-target", language)
    key = "brief-overview-interval-axis" if mark else "brief-overview-interval-axis-bare"
    values = {"mark": mark} if mark else {}
    return say(
        key, language, year=str(int(row.row.target_year)), unit=unit or say("brief-unit-none", language), **values
    )
