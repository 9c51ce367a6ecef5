"""Rules in which two series meet: gaps that should narrow, shares that should not stay below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
import pandas as pd

from sxresearch.assessment.events import joint_draws
from sxresearch.assessment.events import threshold as thresholds
from sxresearch.assessment.events.criteria import Question
from sxresearch.assessment.events.outcome import Obstacle, Outcome, RuleReading, refusals
from sxresearch.assessment.events.precision import decimals_to_come
from sxresearch.assessment.series import IndicatorSeries, last_seen
from sxresearch.plan.rules import Shape
from sxresearch.projection.closed_form import steps
from sxresearch.projection.paired import PairProjection, project_pair
from sxresearch.projection.panel import Panel
from sxresearch.projection.scale import Floats

_SLACK = 1e-9
MOST_KEPT = 300  # regions whose draws are kept (40 MB); in larger panels they are drawn anew each time


@dataclass(frozen=True)
class Pair:
    """Two series over the same regions, asked about years up to ``until``."""

    first: IndicatorSeries
    second: IndicatorSeries
    until: int

    def difference_in(self, year: int) -> Floats:
        """First minus second figure of ``year``, NaN unless both are there."""
        return self.first.value_in(year) - self.second.value_in(year)

    def latest_common(self) -> tuple[Floats, Floats]:
        """Latest year in which both have a figure (NaN if none), and the difference in it."""
        _, mine, theirs = np.intersect1d(self.first.years, self.second.years, return_indices=True)
        gaps = self.first.figures[:, mine] - self.second.figures[:, theirs]
        place = last_seen(gaps, 1)[:, 0]
        known = place >= 0
        year, gap = np.full(len(gaps), np.nan), np.full(len(gaps), np.nan)
        year[known] = self.first.years[mine][place[known]]
        gap[known] = gaps[known, place[known]]
        return year, gap

    def draws(self, year: int, *, naive: bool = False) -> tuple[Floats, Floats]:
        """Joint draws of both published figures in ``year``, each draws × regions, in the unit.

        Where both series have the same years their difference is projected as a series of its own; elsewhere (other
        years, counts, elections) the two projections are drawn with the correlation of their yearly steps. A value
        already observed is the same in every draw. Those of the year ``until`` are kept: the event, the fan and the
        scenarios ask for them.
        """
        if year != self.until or len(self.first.regions) > MOST_KEPT:
            return self._draws(year, naive=naive)
        if naive not in self._kept:
            self._kept[naive] = self._draws(year, naive=naive)
        return self._kept[naive]

    @cached_property
    def _kept(self) -> dict[bool, tuple[Floats, Floats]]:
        return {}

    def _draws(self, year: int, *, naive: bool) -> tuple[Floats, Floats]:
        together = self._together
        if together is None:
            return self._apart(year, naive=naive)
        place = pd.Index(together.regions).get_indexer(list(self.first.regions))
        known = (place >= 0) & together.known(year)[place]
        drawn = together.draws(year, joint_draws.pair(), joint_draws.student_uniforms(), naive=naive)[:, :, place]
        if known.all():
            return drawn[0], drawn[1]
        first, second = self._apart(year, naive=naive)
        return np.where(known, drawn[0], first), np.where(known, drawn[1], second)

    @cached_property
    def _together(self) -> PairProjection | None:
        one, other = self.first, self.second
        if one.panel is None or other.panel is None or one.counted is not None or other.counted is not None:
            return None
        return project_pair(one.panel, other.panel, self.until)

    def _apart(self, year: int, *, naive: bool) -> tuple[Floats, Floats]:
        """Draws of two projections with correlated errors."""
        shared, own = joint_draws.pair()
        rho = self._correlation()
        first, second = joint_draws.counting()
        return (
            _drawn(self.first, year, shared, first, naive=naive),
            _drawn(self.second, year, rho * shared + np.sqrt(1 - rho**2) * own, second, naive=naive),
        )

    def _correlation(self) -> float:
        """Correlation of yearly steps over all regions that both panels hold."""
        one, other = self.first.panel, self.second.panel
        if one is None or other is None:
            return joint_draws.PRIOR_CORRELATION
        return joint_draws.correlation(*_common_steps(one, other))


@lru_cache(maxsize=1)
def pair_of(first: IndicatorSeries, second: IndicatorSeries, until: int) -> Pair:
    """The pair of two series: the event, the fan and the scenarios of a target rest on the same draws."""
    return Pair(first, second, until)


def _common_steps(a: Panel, b: Panel) -> tuple[Floats, Floats]:
    """Steps of both panels over their common regions and years, flattened."""
    place = pd.Index(b.regions).get_indexer(list(a.regions))
    rows = (np.flatnonzero(place >= 0), place[place >= 0])
    years = np.intersect1d(a.years, b.years)
    if not len(rows[0]) or len(years) < 2:
        return np.array([]), np.array([])
    cut = [panel.working[mine][:, np.isin(panel.years, years)] for panel, mine in zip((a, b), rows, strict=True)]
    return steps(cut[0]).delta.ravel(), steps(cut[1]).delta.ravel()


def _drawn(series: IndicatorSeries, year: int, normal: Floats, chances: Floats, *, naive: bool) -> Floats:
    """Draws of the published figure; of events counted, with the noise of counting."""
    observed, mixing = series.value_in(year), joint_draws.student_uniforms()
    if series.counted is None:
        drawn = series.predictive(year, naive=naive).draws(normal, mixing)
    else:
        mine = series.rows >= 0
        drawn = np.full((len(mixing), len(mine)), np.nan)
        drawn[:, mine] = series.counted.published_draws(year, series.rows[mine], normal, mixing, chances, naive=naive)
    return np.where(np.isnan(observed), drawn, observed)


def narrower(first: IndicatorSeries, second: IndicatorSeries, question: Question) -> Outcome:
    """The distance between the two groups is smaller than in the base year; a distance of 0 has only to be held."""
    pair = pair_of(first, second, question.target_year)
    base = np.abs(pair.difference_in(question.base_year))
    base = np.where(base < _SLACK, 0.0, base)
    fact_gap = np.abs(pair.difference_in(question.target_year))
    year, gap = pair.latest_common()
    decimals = np.maximum(decimals_to_come(first), decimals_to_come(second))
    smaller = thresholds.at_most(base, decimals, excluded=base > 0)
    ours, walk = (pair.draws(question.target_year, naive=naive) for naive in (False, True))
    p, median = _chance(ours, lambda a, b: np.abs(a - b) < smaller.high), _median(ours, lambda a, b: np.abs(a - b))
    naive = _chance(walk, lambda a, b: np.abs(a - b) < smaller.high)
    decided, now = smaller.passed(fact_gap), smaller.passed(np.where(year > question.base_year, np.abs(gap), np.nan))
    projected = np.where(np.isnan(fact_gap), median, fact_gap)
    outcome = _outcome(
        pair, question, (decided, now, p, naive), target_value=base, shortfall=projected - base, base=base
    )
    ratio = np.where(np.isnan(outcome.p_attain) & np.isnan(decided), np.nan, _ratio_narrower(pair, question, ours))
    return replace(outcome, best_base=base == 0, readings={RuleReading.RATIO: ratio})


def _ratio_narrower(pair: Pair, question: Question, draws: tuple[Floats, Floats]) -> Floats:
    """P(the ratio of the two is nearer to 1 than in the base year), or 1 and 0 where both figures are in."""
    then, now = (
        _ratio(pair.first.value_in(year), pair.second.value_in(year))
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
    ours, walk = (pair.draws(year, naive=naive) for naive in (False, True))
    open_ = _drawn_at(ours) & np.isnan(pair.difference_in(year))
    with np.errstate(invalid="ignore"):
        limits = np.where(open_, np.quantile(np.abs(ours[0] - ours[1]), probabilities, axis=0), np.nan)
    return limits, np.where(open_, _median(walk, lambda a, b: np.abs(a - b)), np.nan)


def narrower_around(pair: Pair, question: Question, middles: Sequence[Floats]) -> list[Floats]:
    """P(the distance is smaller than in the base year) per region if the median of the difference (first less second,
    unit) were each of ``middles``: the joint draws of the difference, moved there.
    """
    base = np.abs(pair.difference_in(question.base_year))
    decimals = np.maximum(decimals_to_come(pair.first), decimals_to_come(pair.second))
    smaller = thresholds.at_most(base, decimals, excluded=base > 0)
    ours = pair.draws(question.target_year)
    middle = _median(ours, np.subtract)
    return [_chance(ours, lambda a, b, by=to - middle: np.abs(a - b + by) < smaller.high) for to in middles]


def not_below(first: IndicatorSeries, second: IndicatorSeries, question: Question) -> Outcome:
    """The first share reaches the second, less a declared tolerance."""
    pair = pair_of(first, second, question.target_year)
    allowed = question.target.tolerance or 0.0
    decimals = np.maximum(decimals_to_come(first), decimals_to_come(second))
    slack = allowed + 0.5 * 10.0 ** -decimals.astype(float)
    fact = pair.difference_in(question.target_year)
    _, gap = pair.latest_common()
    ours, walk = (pair.draws(question.target_year, naive=naive) for naive in (False, True))
    p, median = _chance(ours, lambda a, b: a - b >= -slack), _median(ours, np.subtract)
    naive = _chance(walk, lambda a, b: a - b >= -slack)
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
