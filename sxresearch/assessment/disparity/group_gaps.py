"""Two groups of one region: town and country, women and men; their difference and ratio with intervals, then and now.

Intervals come from counts: of a difference by the method of variance estimates recovery (Zou and Donner 2008, Stat.
Med. 27, 1693) from Wilson's or Garwood's intervals, of a ratio on the log scale with half a case added. Without counts
there is none: a figure of a full register has no sampling error that could be told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from sxresearch.assessment.disparity.disparity import DisparityTrend
from sxresearch.assessment.inputs import Inputs
from sxresearch.monitoring.quality.total_and_groups import PAIRS
from sxresearch.plan.indicators import Indicator
from sxresearch.projection.panel import comparable_from
from sxresearch.projection.rate_intervals import rate_interval
from sxresearch.terms import Better, Group, Measure

AGES = (("age6_myopia_rate", "primary_myopia_rate", "junior_myopia_rate", "senior_myopia_rate"),)
"""Indicators that are one quantity by age, from the youngest on; the register has no age groups."""
_Z = 1.959963984540054  # 97.5 % quantile of the normal distribution
_HALF = 0.5  # case added for the logarithm


@dataclass(frozen=True)
class GapMeasure:
    """A difference (first − second, in the unit) or ratio (first / second); limits only where counts are known."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class GapYear:
    """Both values of a year, their difference, and their ratio (none where a value is 0)."""

    year: int
    first: float
    second: float
    difference: GapMeasure
    ratio: GapMeasure | None


@dataclass(frozen=True)
class GroupGap:
    """One gap of a region: now and in the base year (none without a comparable one).

    ``names`` are what is compared: indicator and group of either side. ``worse`` is 0 or 1, the side that is worse off
    (none where they are printed alike). ``by_difference`` and ``by_ratio`` say whether the gap closes; they can
    disagree.
    """

    indicator: Indicator
    region: str
    names: tuple[tuple[str, Group], tuple[str, Group]]
    now: GapYear
    base: GapYear | None
    worse: int | None
    by_difference: DisparityTrend
    by_ratio: DisparityTrend


def group_gaps(
    inputs: Inputs, region: str, as_of: int | None = None, *, base_year: int | None = None, internal: bool = False
) -> tuple[GroupGap, ...]:
    """Every gap between the groups of an indicator that the region's plans ask for, and between neighbouring ages.

    Raises
    ------
    BadParameter
        If the region is unknown.
    """
    inputs.region(region)
    plans = [plan for plan in inputs.plans if region in plan.binds(inputs.regions)]
    start = base_year or next((plan.baseline_year for plan in plans), None)
    asked = {target.indicator for plan in plans for _, _, target in plan.places() if target.indicator}
    last = as_of or inputs.extent.years()[1]
    table = (inputs if internal else inputs.published).observations.figures
    mine = table[(table["region"] == region) & (table["year"] <= last) & table["value"].notna()]
    mine = mine.astype({"numerator": float, "denominator": float})
    apart = {(str(name), str(group)): rows for (name, group), rows in mine.groupby(["indicator", "group"], sort=False)}
    pairs = (pair for pair in _pairs(inputs, asked) if all(side in apart for side in pair))
    found = (_gap(inputs, [apart[side] for side in pair], region, pair, start, last) for pair in pairs)
    return tuple(item for item in found if item is not None)


def _pairs(inputs: Inputs, asked: set[str]) -> Iterator[tuple[tuple[str, Group], tuple[str, Group]]]:
    for indicator in inputs.indicators.by_id:
        if indicator in asked:
            yield from (((indicator, first), (indicator, second)) for first, second in PAIRS)
    for family in AGES:
        for younger, older in pairwise(family):
            if {younger, older} <= asked:
                yield (older, Group.TOTAL), (younger, Group.TOTAL)


def _gap(
    inputs: Inputs, figures: list[pd.DataFrame], region: str, pair: tuple[tuple[str, Group], tuple[str, Group]],
    start: int | None, last: int,
) -> GroupGap | None:  # fmt: skip
    indicator = inputs.indicators[pair[0][0]]
    since = max(comparable_from(inputs.indicators[name], last) for name, _ in pair)
    sides = [rows[rows["year"] >= since].set_index("year") for rows in figures]
    years = sorted(set(sides[0].index) & set(sides[1].index))
    if not years:
        return None
    now = _year(indicator, sides, years[-1])
    base = _year(indicator, sides, start) if start in years and start is not None and start < years[-1] else None
    return GroupGap(
        indicator, region, pair, now, base, _worse(indicator, now),
        _trend(now, base, indicator, ratio=False), _trend(now, base, indicator, ratio=True),
    )  # fmt: skip


def _year(indicator: Indicator, sides: list[pd.DataFrame], year: int) -> GapYear:
    first, second = (float(side.loc[year, "value"]) for side in sides)
    counts = [_counts(indicator, side.loc[year]) for side in sides]
    ratio = None if min(first, second) <= 0 else GapMeasure(first / second, *_ratio_limits(counts, first / second))
    return GapYear(
        int(year), first, second, GapMeasure(first - second, *_limits(indicator, counts, first, second)), ratio
    )


def _counts(indicator: Indicator, row: pd.Series) -> tuple[float, float] | None:
    """Events and exposure behind a figure."""
    size = float(row["denominator"])
    if indicator.factor is None or indicator.measure is Measure.MEAN or not size > 0:
        return None
    events = float(row["numerator"])
    return (events if np.isfinite(events) else float(row["value"]) * size / indicator.factor), size


def _limits(
    indicator: Indicator, counts: list[tuple[float, float] | None], first: float, second: float
) -> tuple[float | None, float | None]:
    if counts[0] is None or counts[1] is None or indicator.factor is None:
        return None, None
    share = indicator.measure is not Measure.RATE and indicator.bounded
    low, high = rate_interval([counts[0][0], counts[1][0]], [counts[0][1], counts[1][1]], indicator.factor, share=share)
    return difference_limits(first, (low[0], high[0]), second, (low[1], high[1]))


def difference_limits(
    first: float, of_first: tuple[float, float], second: float, of_second: tuple[float, float]
) -> tuple[float, float]:
    """Limits of ``first − second`` from those of either (MOVER)."""
    gap = first - second
    below = np.hypot(first - of_first[0], of_second[1] - second)
    above = np.hypot(of_first[1] - first, second - of_second[0])
    return float(gap - below), float(gap + above)


def _ratio_limits(counts: list[tuple[float, float] | None], ratio: float) -> tuple[float | None, float | None]:
    if counts[0] is None or counts[1] is None:
        return None, None
    variance = sum(1 / (events + _HALF) - (1 / (size + _HALF) if events <= size else 0.0) for events, size in counts)  # type: ignore[misc]
    half = _Z * float(np.sqrt(variance))
    return ratio * float(np.exp(-half)), ratio * float(np.exp(half))


def _worse(indicator: Indicator, now: GapYear) -> int | None:
    apart = round(now.first, indicator.decimals) - round(now.second, indicator.decimals)
    if apart == 0 or indicator.better is Better.BAND:
        return None
    return int((apart > 0) == (indicator.better is Better.HIGHER))


def _trend(now: GapYear, base: GapYear | None, indicator: Indicator, *, ratio: bool) -> DisparityTrend:
    """Whether the gap's size has moved beyond chance (with counts) or beyond the published precision."""
    if base is None:
        return DisparityTrend.NOT_COMPARABLE
    if ratio:
        if now.ratio is None or base.ratio is None:
            return DisparityTrend.NOT_COMPARABLE
        size = [GapMeasure(*_folded(item)) for item in (now.ratio, base.ratio)]
        least = 0.01
    else:
        size = [_sized(now.difference), _sized(base.difference)]
        least = 10.0**-indicator.decimals
    moved = size[0].value - size[1].value
    if all(item.low is not None and item.high is not None for item in size):
        low, high = difference_limits(size[0].value, _pair(size[0]), size[1].value, _pair(size[1]))
        if low <= 0 <= high:
            return DisparityTrend.NOT_SHOWN
    elif abs(moved) < least:
        return DisparityTrend.NOT_SHOWN
    return DisparityTrend.CLOSING if moved < 0 else DisparityTrend.WIDENING


def _pair(item: GapMeasure) -> tuple[float, float]:
    assert item.low is not None and item.high is not None  # asked before
    return item.low, item.high


def _sized(item: GapMeasure) -> GapMeasure:
    """The size of a difference, its limits turned with its sign (they may lie below 0: the gap may have turned)."""
    if item.value >= 0 or item.low is None or item.high is None:
        return GapMeasure(abs(item.value), item.low, item.high)
    return GapMeasure(-item.value, -item.high, -item.low)


def _folded(item: GapMeasure) -> tuple[float, float | None, float | None]:
    """A ratio as log distance from 1."""
    if item.low is None or item.high is None:
        return abs(float(np.log(item.value))), None, None
    value, low, high = (float(np.log(limit)) for limit in (item.value, item.low, item.high))
    return (value, low, high) if value >= 0 else (-value, -high, -low)
