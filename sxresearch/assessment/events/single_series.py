"""Rules that ask about one series: a threshold to pass in the target year.

:mod:`sxresearch.assessment.events.criteria` makes the threshold of each rule; one evaluator then answers all of them
from the facts or from the predictive distribution.
"""

from dataclasses import replace

import numpy as np
from scipy import special

from sxresearch.assessment.events import joint_draws
from sxresearch.assessment.events.criteria import Criterion, Question, criterion_of
from sxresearch.assessment.events.outcome import Obstacle, Outcome, refusals
from sxresearch.assessment.events.threshold import Threshold
from sxresearch.assessment.series import IndicatorSeries
from sxresearch.plan.rules import Shape
from sxresearch.projection.scale import Floats, ScaleKind

SAFE_UPPER_BOUND = 0.66  # above this an upper bound of P says nothing reassuring


def evaluate(series: IndicatorSeries, question: Question) -> Outcome:
    """Answer a one-series question for every region of ``series``."""
    criterion = criterion_of(series, question)
    figure = series.value_in(question.target_year)
    fact = criterion.threshold.passed(figure)
    open_ = np.isnan(fact)
    p = np.where(open_, _chance(series, question, criterion.threshold), np.nan)
    (median,) = series.published(question.target_year, (0.5,))
    naive = _chance(series, question, criterion.threshold, naive=True)
    broken = _broken(series, question, criterion.threshold)
    outcome = Outcome(
        decided=fact,
        met_now=criterion.threshold.passed(series.latest_value),
        p_attain=p,
        p_naive=np.where(np.isnan(p), np.nan, naive),
        p_every_year=_every_year(series, question, criterion.threshold, broken, np.where(open_, p, fact)),
        target_value=criterion.target_value,
        shortfall=criterion.threshold.distance(np.where(open_, median, figure)),
        base_value=criterion.base,
        obstacles=tuple(None for _ in series.regions),
        second_latest=np.full(len(series.regions), np.nan),
        p_underlying=np.where(np.isnan(p), np.nan, _underlying(series, question, criterion)),
        best_base=criterion.best_base,
        floor_broken=broken,
        readings={
            name: np.where(open_, _chance(series, question, other), other.passed(figure))
            for name, other in criterion.readings.items()
        },
    )
    return _with_obstacles(outcome, series, question, criterion)


def _chance(
    series: IndicatorSeries, question: Question, threshold: Threshold, *, naive: bool = False
) -> Floats:  # fmt: skip
    """P(the printed figure of the target year passes), counting noise included where there are counts."""
    if series.counted is None:
        return threshold.chance(series.predictive(question.target_year, naive=naive))
    cuts = (series.put(threshold.low), series.put(threshold.high))
    return series.taken(series.counted.published(question.target_year, *cuts, naive=naive))


def _underlying(series: IndicatorSeries, question: Question, criterion: Criterion) -> Floats:
    """P(the underlying value passes), where cases are counted; where counting noise is negligible it is the same.

    A change since the base year is asked of both years' joint draws.
    """
    if not series.has_counts:
        return np.full(len(series.regions), np.nan)
    wanted = _wanted_change(series, question)
    if series.counted is None or wanted is None:
        return criterion.threshold.chance(series.predictive(question.target_year))
    moved, spread, df = (series.taken(part) for part in series.counted.change(question.base_year, question.target_year))
    with np.errstate(invalid="ignore", divide="ignore"):
        below = special.stdtr(df, (wanted - moved) / spread)
    chance = 1 - below if criterion.wants_higher else below
    return np.where(criterion.threshold.undefined, np.nan, chance)


def _wanted_change(series: IndicatorSeries, question: Question) -> float | None:
    """The change on the working scale that a rule asks for, where it can be asked there."""
    if question.target.grammar.shape is not Shape.CHANGE:
        return None
    if not question.target.grammar.percent_of_base:
        return 0.0
    cut = question.value[0] / 100 if len(set(question.value)) == 1 else np.nan
    return float(np.log1p(-cut)) if series.scale.kind is ScaleKind.LOG and 0 <= cut < 1 else None


def _with_obstacles(outcome: Outcome, series: IndicatorSeries, question: Question, criterion: Criterion) -> Outcome:
    """Say why, wherever there is neither a fact nor a probability."""
    open_ = np.isnan(outcome.decided)
    named = [
        _first(refused, special) if still else None
        for still, refused, special in zip(
            open_, refusals(series.grades), criterion.obstacle or (None,) * len(open_), strict=True
        )
    ]
    outcome = replace(outcome, obstacles=tuple(named))
    outcome = outcome.blocked(np.array([item is not None for item in named]), Obstacle.NO_DATA)
    passed_by = np.isnan(outcome.p_attain) & open_ & (series.latest_year >= question.target_year)
    outcome = outcome.blocked(passed_by, Obstacle.TARGET_YEAR_MISSING)
    if question.target.grammar.shape is Shape.UNITS:
        outcome = outcome.blocked(outcome.p_attain >= SAFE_UPPER_BOUND, Obstacle.UPPER_BOUND_ONLY)
    return outcome


def _first(refused: Obstacle | None, special: Obstacle | None) -> Obstacle | None:
    """What to mend first: without any figure nothing else matters, then what the rule lacks."""
    if refused in (Obstacle.NO_DATA, Obstacle.BEFORE_BREAK):
        return refused
    return special or refused


def _broken(series: IndicatorSeries, question: Question, threshold: Threshold) -> np.ndarray:
    """Where a floor that is to be kept was broken by a final figure of the plan's years."""
    broken = np.zeros(len(series.regions), dtype=bool)
    if question.target.grammar.holds_every_year:
        for year in range(question.first_year, question.target_year + 1):
            broken |= (threshold.passed(series.value_in(year)) == 0) & ~series.preliminary_in(year)
    return broken


def _every_year(
    series: IndicatorSeries, question: Question, threshold: Threshold, broken: np.ndarray, at_last: Floats
) -> Floats:  # fmt: skip
    """P(the floor holds in every plan year): broken floors count, years without a figure do not.

    ``at_last`` is the fact or the probability of the target year.
    """
    if not question.target.grammar.holds_every_year:
        return np.full(len(at_last), np.nan)
    ahead = np.isnan(series.value_in(question.target_year))
    onward = np.where(ahead, at_last * _hold_before(series, question, threshold), at_last)
    return np.where(broken, 0.0, onward)


def _hold_before(series: IndicatorSeries, question: Question, threshold: Threshold) -> Floats:
    """P(the years still to come before the target year hold | the target year holds), on joint paths.

    How many years the paths reach goes by the whole panel: a region alone is asked the same as among others.
    """
    latest = series.projection.latest if series.projection else series.latest_year
    ahead = int(question.target_year - latest[latest > 0].min(initial=question.target_year))
    paths = joint_draws.walk(max(ahead, 1))
    everywhere = np.arange(len(series.regions))
    last = _passes(series, question.target_year, paths, threshold, everywhere)
    held = last.copy()
    for year in range(question.first_year, question.target_year):
        open_ = np.flatnonzero(series.latest_year < year)
        if len(open_):
            held[:, open_] &= _passes(series, year, paths, threshold, open_)
    kept = last.sum(axis=0)
    return np.where(kept > 0, held.sum(axis=0) / np.maximum(kept, 1), 0.0)


def _passes(series: IndicatorSeries, year: int, paths: Floats, threshold: Threshold, places: np.ndarray) -> np.ndarray:
    """Which drawn paths of the regions at ``places`` pass the threshold in ``year``; draws × places."""
    outlook = series.predictive(year).at(places)
    column = np.clip(year - series.latest_year[places] - 1, 0, paths.shape[1] - 1)
    value = outlook.draws(paths[:, column], joint_draws.student_uniforms())
    return (value >= threshold.low[places]) & (value < threshold.high[places])
