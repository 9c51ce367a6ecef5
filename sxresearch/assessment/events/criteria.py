"""What a rule asks of one series, made definite: per region the threshold to pass, one builder per shape of rule."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy import stats

from sxresearch.assessment.events import threshold as thresholds
from sxresearch.assessment.events.outcome import Obstacle
from sxresearch.assessment.events.threshold import Threshold
from sxresearch.assessment.series import IndicatorSeries
from sxresearch.plan.catalogue import Target
from sxresearch.plan.rules import Shape
from sxresearch.projection.scale import Floats
from sxresearch.terms import Better

POINTS_BEFORE, POINTS_AFTER = 4, 3  # for a change of slope; DESIGN section 3


@dataclass(frozen=True)
class Question:
    """One target asked of all regions: the rule, its years, and per region its value and strictness (以下)."""

    target: Target
    first_year: int
    target_year: int
    base_year: int
    value: Floats
    strict: np.ndarray


@dataclass(frozen=True)
class Criterion:
    """A question made definite: the threshold, the target value it stands for, and what else is uncertain."""

    threshold: Threshold
    target_value: Floats
    wants_higher: bool
    base: Floats
    variance: Floats | float = 0.0
    obstacle: tuple[Obstacle | None, ...] = ()
    readings: Mapping[str, Threshold] = field(default_factory=dict)


def criterion_of(series: IndicatorSeries, question: Question) -> Criterion:
    """What ``question`` asks of every region of ``series``."""
    return _BUILDERS[question.target.grammar.shape](series, question)


def _one_sided(series: IndicatorSeries, question: Question) -> Criterion:
    decimals, higher = series.indicator.decimals, _higher(series, question)
    if higher:
        threshold = thresholds.at_least(question.value, decimals)
    else:
        loose, strict = thresholds.at_most(question.value, decimals), thresholds.below(question.value, decimals)
        threshold = Threshold(loose.low, np.where(question.strict, strict.high, loose.high))
    return Criterion(threshold, question.value, higher, _base(series, question))


def _around(series: IndicatorSeries, question: Question) -> Criterion:
    tolerance = question.target.tolerance_for(series.indicator.unit)
    readings = {
        name: _about(series, question.value, tolerance * times) for name, times in (("half", 0.5), ("double", 2.0))
    }
    threshold = _about(series, question.value, tolerance)
    higher, base = _higher(series, question), _base(series, question)
    return Criterion(threshold, question.value, higher, base, readings=readings)


def _about(series: IndicatorSeries, value: Floats, tolerance: float) -> Threshold:
    """No worse than the value less the tolerance; both sides count only for a band."""
    decimals = series.indicator.decimals
    if series.indicator.better is Better.HIGHER:
        return thresholds.at_least(value - tolerance, decimals)
    if series.indicator.better is Better.LOWER:
        return thresholds.at_most(value + tolerance, decimals)
    return thresholds.between(value - tolerance, value + tolerance, decimals)


def _assigned(series: IndicatorSeries, question: Question) -> Criterion:
    higher, decimals = _higher(series, question), series.indicator.decimals
    threshold = (thresholds.at_least if higher else thresholds.at_most)(question.value, decimals)
    missing = tuple(Obstacle.NOT_ASSIGNED if np.isnan(value) else None for value in question.value)
    return Criterion(threshold, question.value, higher, _base(series, question), obstacle=missing)


def _change(series: IndicatorSeries, question: Question) -> Criterion:
    base, decimals = _base(series, question), series.indicator.decimals
    missing = tuple(Obstacle.MISSING_BASE if np.isnan(value) else None for value in base)
    if question.target.grammar.percent_of_base:
        goal = base * (1 - question.value / 100)
        return Criterion(thresholds.at_most(goal, decimals), goal, False, base, obstacle=missing)
    higher = _higher(series, question)
    threshold = (thresholds.above if higher else thresholds.below)(base, decimals)
    return Criterion(threshold, base, higher, base, obstacle=missing)


def _slope(series: IndicatorSeries, question: Question) -> Criterion:
    """The rise slows: Y stays below what the earlier rise, continued from the base year, would give.

    A series that was not rising before is asked not to rise. The slope before is a
    least-squares line on the working scale up to the base year; its standard error times
    the years since the base enters the variance.
    """
    base, scale = _base(series, question), series.scale
    years = question.target_year - question.base_year
    before = [_before(series, region, question.base_year) for region in series.regions]
    slope = np.array([item[0] for item in before])
    error = np.array([item[1] for item in before])
    goal = scale.back(scale.forward(base) + np.maximum(slope, 0.0) * years)
    few = tuple(_few(series, region, question, value) for region, value in zip(series.regions, base, strict=True))
    return Criterion(
        thresholds.below(goal, series.indicator.decimals), goal, False, base, (np.nan_to_num(error) * years) ** 2, few
    )


def _before(series: IndicatorSeries, region: str, base_year: int) -> tuple[float, float]:
    """Slope per year and its standard error up to the base year, working scale."""
    years, values = series.history(region)
    z = series.scale.forward(values[years <= base_year])
    seen = np.isfinite(z)
    if seen.sum() < POINTS_BEFORE:
        return np.nan, np.nan
    fit = stats.linregress(np.flatnonzero(seen), z[seen])
    return float(fit.slope), float(fit.stderr)


def _few(series: IndicatorSeries, region: str, question: Question, base: float) -> Obstacle | None:
    years, values = series.history(region)
    seen = np.isfinite(values)
    if (seen & (years <= question.base_year)).sum() < POINTS_BEFORE:
        return Obstacle.FEW_BEFORE
    if (seen & (years > question.base_year)).sum() < POINTS_AFTER:
        return Obstacle.FEW_AFTER
    return Obstacle.MISSING_BASE if np.isnan(base) else None


def _higher(series: IndicatorSeries, question: Question) -> bool:
    return question.target.grammar.wants_higher(series.indicator.better)


def _base(series: IndicatorSeries, question: Question) -> Floats:
    return series.value_in(question.base_year)


_BUILDERS: dict[Shape, Callable[[IndicatorSeries, Question], Criterion]] = {
    Shape.ONE_SIDED: _one_sided,
    Shape.AROUND: _around,
    Shape.UNITS: _one_sided,
    Shape.CHANGE: _change,
    Shape.SLOPE: _slope,
    Shape.ASSIGNED: _assigned,
}
