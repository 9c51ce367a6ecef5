"""What a rule asks of one series, made definite: per region the threshold to pass, one builder per shape of rule."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from sxresearch.assessment.events import threshold as thresholds
from sxresearch.assessment.events.outcome import Obstacle, RuleReading
from sxresearch.assessment.events.precision import decimals_to_come
from sxresearch.assessment.events.threshold import Threshold
from sxresearch.assessment.series import IndicatorSeries
from sxresearch.plan.catalogue import Target
from sxresearch.plan.rules import Shape
from sxresearch.projection.scale import Floats
from sxresearch.terms import Better

POINTS_BEFORE, POINTS_AFTER = 4, 3  # for a change of slope; docs/decisions.md


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
    """A question made definite: the threshold and the target value it stands for.

    ``base`` is the base year's figure as printed, ``best_base`` where that is the best possible one, so that holding
    it is enough. ``readings`` are other readings of the same words by name.
    """

    threshold: Threshold
    target_value: Floats
    wants_higher: bool
    base: Floats
    best_base: np.ndarray
    obstacle: tuple[Obstacle | None, ...] = ()
    readings: Mapping[RuleReading, Threshold] = field(default_factory=dict)


def criterion_of(series: IndicatorSeries, question: Question) -> Criterion:
    """What ``question`` asks of every region of ``series``."""
    return _BUILDERS[question.target.grammar.shape](series, question)


def _criterion(
    series: IndicatorSeries, question: Question, threshold: Threshold, value: Floats, **more: Any
) -> Criterion:  # fmt: skip
    nowhere = np.zeros(len(series.regions), dtype=bool)
    given: dict[str, Any] = {"best_base": nowhere, "readings": {RuleReading.BOUNDARY: threshold.read_otherwise}} | more
    return Criterion(threshold, value, _higher(series, question), _base(series, question), **given)


def _one_sided(series: IndicatorSeries, question: Question) -> Criterion:
    limit = thresholds.at_least if _higher(series, question) else thresholds.at_most
    threshold = limit(question.value, decimals_to_come(series), excluded=question.strict)
    return _criterion(series, question, threshold, question.value)


def _around(series: IndicatorSeries, question: Question) -> Criterion:
    tolerance = question.target.tolerance_for(series.indicator.unit)
    half, declared, double = (_about(series, question.value, tolerance * times) for times in (0.5, 1.0, 2.0))
    readings = {RuleReading.HALF: half, RuleReading.DOUBLE: double}
    return _criterion(series, question, declared, question.value, readings=readings)


def _about(series: IndicatorSeries, value: Floats, tolerance: float) -> Threshold:
    """No worse than the value less the tolerance; both sides count only for a band."""
    decimals = decimals_to_come(series)
    if series.indicator.better is Better.HIGHER:
        return thresholds.at_least(value - tolerance, decimals)
    if series.indicator.better is Better.LOWER:
        return thresholds.at_most(value + tolerance, decimals)
    return thresholds.between(value - tolerance, value + tolerance, decimals)


def _assigned(series: IndicatorSeries, question: Question) -> Criterion:
    missing = tuple(Obstacle.NOT_ASSIGNED if np.isnan(value) else None for value in question.value)
    limit = thresholds.at_least if _higher(series, question) else thresholds.at_most
    return _criterion(
        series, question, limit(question.value, decimals_to_come(series)), question.value, obstacle=missing
    )


def _change(series: IndicatorSeries, question: Question) -> Criterion:
    """Against the base as printed; a base that can't be bettered has only to be held."""
    base = _base(series, question)
    if question.target.grammar.percent_of_base:
        return _cut(series, question, base)
    higher = _higher(series, question)
    bound = series.indicator.upper if higher else series.indicator.lower
    best = np.zeros(len(base), dtype=bool) if bound is None else base == bound
    limit = thresholds.at_least if higher else thresholds.at_most
    missing = tuple(Obstacle.MISSING_BASE if np.isnan(value) else None for value in base)
    threshold = limit(base, decimals_to_come(series), excluded=~best)
    inclusive = {RuleReading.BOUNDARY: limit(base, threshold.decimals)}
    return _criterion(series, question, threshold, base, best_base=best, obstacle=missing, readings=inclusive)


def _cut(series: IndicatorSeries, question: Question, base: Floats) -> Criterion:
    """A cut in percent of the base; of a base of 0 there is no percentage."""
    goal = np.where(base == 0, np.nan, base * (1 - question.value / 100))
    named = {True: Obstacle.ZERO_BASE, False: None}
    missing = tuple(Obstacle.MISSING_BASE if np.isnan(value) else named[bool(value == 0)] for value in base)
    return _criterion(series, question, thresholds.at_most(goal, decimals_to_come(series)), goal, obstacle=missing)


def _slope(series: IndicatorSeries, question: Question) -> Criterion:
    """The rise slows: Y stays below what the earlier rise, continued from the base year, would give.

    A series that was not rising before is asked not to rise. The slope before is a
    least-squares line on the working scale up to the base year: the same goal for the figure to come and,
    once it is in, for the fact.
    """
    base, scale = _base(series, question), series.scale
    years = question.target_year - question.base_year
    slope = _before(series, question.base_year)
    goal = scale.back(scale.forward(base) + np.maximum(slope, 0.0) * years)
    few = _few(series, question.base_year, base)
    return _criterion(
        series, question, thresholds.at_most(goal, decimals_to_come(series), excluded=True), goal, obstacle=few,
        readings={},
    )  # fmt: skip


def _before(series: IndicatorSeries, base_year: int) -> Floats:
    """Slope per year up to the base year, working scale, per region; NaN where it rests on too few figures."""
    z = series.scale.forward(series.figures[:, series.years <= base_year])
    seen = np.isfinite(z)
    points = seen.sum(axis=1)
    enough = points >= POINTS_BEFORE
    year = np.where(seen, np.arange(z.shape[1]), 0.0)
    apart, level = (
        np.where(seen, item - item.sum(axis=1, keepdims=True) / np.maximum(points, 1)[:, None], 0.0)
        for item in (year, np.where(seen, z, 0.0))
    )
    square = np.where(enough, np.square(apart).sum(axis=1), 1.0)
    return np.where(enough, (apart * level).sum(axis=1) / square, np.nan)


def _few(series: IndicatorSeries, base_year: int, base: Floats) -> tuple[Obstacle | None, ...]:
    seen = np.isfinite(series.figures)
    before, after = (seen[:, some].sum(axis=1) for some in (series.years <= base_year, series.years > base_year))
    return tuple(map(_lacking, before, after, np.isnan(base)))


def _lacking(before: int, after: int, no_base: bool) -> Obstacle | None:
    if before < POINTS_BEFORE:
        return Obstacle.FEW_BEFORE
    if after < POINTS_AFTER:
        return Obstacle.FEW_AFTER
    return Obstacle.MISSING_BASE if no_base else None


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
