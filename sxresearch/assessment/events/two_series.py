"""Rules in which two series meet: gaps that should narrow, shares that should not stay below."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from sxresearch.assessment.events import threshold as thresholds
from sxresearch.assessment.events.criteria import Question
from sxresearch.assessment.events.outcome import Obstacle, Outcome, RuleReading, refusals
from sxresearch.assessment.events.pair import Pair, pair_of
from sxresearch.assessment.events.precision import decimals_to_come
from sxresearch.assessment.series import IndicatorSeries
from sxresearch.plan.rules import Shape
from sxresearch.projection.scale import Floats

_SLACK = 1e-9


def narrower(first: IndicatorSeries, second: IndicatorSeries, question: Question) -> Outcome:
    """The distance between the two groups is smaller than in the base year; a distance of 0 has only to be held."""
    pair = pair_of(first, second, question.target_year)
    base = np.abs(pair.difference_in(question.base_year))
    base = np.where(base < _SLACK, 0.0, base)
    fact_gap = np.abs(pair.difference_in(question.target_year))
    year, gap = pair.latest_common()
    decimals = np.maximum(decimals_to_come(first), decimals_to_come(second))
    smaller = thresholds.at_most(base, decimals, excluded=base > 0)

    def answers(rows: slice) -> tuple[Floats, ...]:
        ours, walk = (pair.draws(question.target_year, rows, naive=naive) for naive in (False, True))
        p, naive = (_chance(draws, lambda a, b: _distance(a, b) < smaller.high[rows]) for draws in (ours, walk))
        return p, naive, _median(ours, _distance), _ratio_narrower(pair, question, rows, ours)

    p, naive, median, by_ratio = pair.over_regions(answers)
    decided, now = smaller.passed(fact_gap), smaller.passed(np.where(year > question.base_year, np.abs(gap), np.nan))
    projected = np.where(np.isnan(fact_gap), median, fact_gap)
    outcome = _outcome(
        pair, question, (decided, now, p, naive), target_value=base, shortfall=projected - base, base=base
    )
    ratio = np.where(np.isnan(outcome.p_attain) & np.isnan(decided), np.nan, by_ratio)
    return replace(outcome, best_base=base == 0, readings={RuleReading.RATIO: ratio})


def _distance(a: Floats, b: Floats) -> Floats:
    return np.asarray(np.abs(a - b))


def _ratio_narrower(pair: Pair, question: Question, rows: slice, draws: tuple[Floats, Floats]) -> Floats:
    """P(the ratio of the two is nearer to 1 than in the base year), or 1 and 0 where both figures are in."""
    then, now = (
        _ratio(pair.first.value_in(year)[rows], pair.second.value_in(year)[rows])
        for year in (question.base_year, question.target_year)
    )
    return np.where(np.isnan(now), _chance(draws, lambda a, b: _ratio(a, b) < then), now < then - _SLACK)


def _ratio(a: Floats, b: Floats) -> Floats:
    """Distance of the ratio from 1, on the log scale: the same whichever group stands above."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.abs(np.log(a) - np.log(b))


def projected_gap(pair: Pair, year: int, probabilities: Sequence[float]) -> tuple[Floats, Floats]:
    """Where the distance between the two published figures is going.

    Returns
    -------
    tuple
        Quantiles of the distance in ``year`` in the unit, probabilities × regions, from the joint draws that the event
        is asked of; and its median under the naive walk, per region. NaN where it is not projected, or where both
        figures are in.
    """
    unknown = np.isnan(pair.difference_in(year))

    def answers(rows: slice) -> tuple[Floats, Floats]:
        ours, walk = (pair.draws(year, rows, naive=naive) for naive in (False, True))
        open_ = _drawn_at(ours) & unknown[rows]
        with np.errstate(invalid="ignore"):
            limits = np.where(open_, np.quantile(_distance(*ours), probabilities, axis=0), np.nan)
        return limits, np.where(open_, _median(walk, _distance), np.nan)

    limits, naive = pair.over_regions(answers)
    return limits, naive


def narrower_around(pair: Pair, question: Question, middles: Sequence[Floats]) -> list[Floats]:
    """P(the distance is smaller than in the base year) per region if the median of the difference (first less second,
    unit) were each of ``middles``: the joint draws of the difference, moved there.
    """
    base = np.abs(pair.difference_in(question.base_year))
    decimals = np.maximum(decimals_to_come(pair.first), decimals_to_come(pair.second))
    smaller = thresholds.at_most(base, decimals, excluded=base > 0)

    def answers(rows: slice) -> list[Floats]:
        ours = pair.draws(question.target_year, rows)
        moves = [to[rows] - _median(ours, np.subtract) for to in middles]
        return [_chance(ours, lambda a, b, by=move: np.abs(a - b + by) < smaller.high[rows]) for move in moves]

    return list(pair.over_regions(answers))


def not_below(first: IndicatorSeries, second: IndicatorSeries, question: Question) -> Outcome:
    """The first share reaches the second, less a declared tolerance."""
    pair = pair_of(first, second, question.target_year)
    allowed = question.target.tolerance or 0.0
    decimals = np.maximum(decimals_to_come(first), decimals_to_come(second))
    slack = allowed + 0.5 * 10.0 ** -decimals.astype(float)
    fact = pair.difference_in(question.target_year)
    _, gap = pair.latest_common()

    def answers(rows: slice) -> tuple[Floats, ...]:
        ours, walk = (pair.draws(question.target_year, rows, naive=naive) for naive in (False, True))
        p, naive = (_chance(draws, lambda a, b: a - b >= -slack[rows]) for draws in (ours, walk))
        return p, naive, _median(ours, np.subtract)

    p, naive, median = pair.over_regions(answers)
    decided, now = (_judged(seen >= -allowed - _SLACK, seen) for seen in (fact, gap))
    missing = -allowed - np.where(np.isnan(fact), median, fact)
    nothing = np.full(len(fact), np.nan)
    base = pair.difference_in(question.base_year)
    return _outcome(pair, question, (decided, now, p, naive), target_value=nothing, shortfall=missing, base=base)


def _chance(draws: tuple[Floats, Floats], event: Callable[..., np.ndarray]) -> Floats:
    """Share of joint draws in which ``event`` happens; NaN without draws."""
    return np.where(_drawn_at(draws), event(*draws).mean(axis=0), np.nan)


def _median(draws: tuple[Floats, Floats], measure: Callable[..., Floats]) -> Floats:
    """Median of ``measure`` over the joint draws; NaN without draws."""
    with np.errstate(invalid="ignore"):
        return np.where(_drawn_at(draws), np.median(measure(*draws), axis=0), np.nan)


def _drawn_at(draws: tuple[Floats, Floats]) -> np.ndarray:
    return np.asarray(np.isfinite(draws[0]).all(axis=0) & np.isfinite(draws[1]).all(axis=0))


def _judged(answer: np.ndarray, *needed: Floats) -> Floats:
    missing = np.any([np.isnan(item) for item in needed], axis=0)
    return np.where(missing, np.nan, answer.astype(float))


def _outcome(
    pair: Pair, question: Question, answers: tuple[Floats, Floats, Floats, Floats], *,
    target_value: Floats, shortfall: Floats, base: Floats,
) -> Outcome:  # fmt: skip
    decided, now, p, naive = answers
    open_ = np.isnan(decided)
    without_base = question.target.grammar.shape is Shape.GAP
    obstacles = []
    for row, (one, other) in enumerate(zip(refusals(pair.first.grades), refusals(pair.second.grades), strict=True)):
        found = _obstacle(one, other)
        if found is None and without_base and np.isnan(base[row]):
            found = Obstacle.MISSING_BASE
        if found is None and open_[row] and np.isnan(p[row]):
            found = Obstacle.TARGET_YEAR_MISSING
        obstacles.append(found if open_[row] else None)
    stopped = np.array([item is not None for item in obstacles]) | ~open_
    nothing, nowhere = np.full(len(p), np.nan), np.zeros(len(p), dtype=bool)
    return Outcome(
        decided=decided,
        met_now=now,
        p_attain=np.where(stopped, np.nan, p),
        p_naive=np.where(stopped, np.nan, naive),
        p_every_year=nothing,
        target_value=target_value,
        shortfall=shortfall,
        base_value=base,
        obstacles=tuple(obstacles),
        second_latest=pair.second.latest_value,
        p_underlying=nothing,
        best_base=nowhere,
        floor_broken=nowhere,
    )


def _obstacle(one: Obstacle | None, other: Obstacle | None) -> Obstacle | None:
    nothing = (Obstacle.NO_DATA, Obstacle.BEFORE_BREAK)
    if (one in nothing) != (other in nothing):
        return Obstacle.ONE_SIDED_PAIR
    return one or other
