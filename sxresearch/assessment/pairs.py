"""Rules in which two series meet: gaps that should narrow, shares that should not stay below."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from sxresearch.assessment import joint
from sxresearch.assessment.events import Question
from sxresearch.assessment.outcome import Obstacle, Outcome, refusals
from sxresearch.assessment.series import Series
from sxresearch.plan.grammar import Shape
from sxresearch.projection.kernels import steps
from sxresearch.projection.panel import Panel
from sxresearch.projection.scale import Floats

_SLACK = 1e-9


@dataclass(frozen=True)
class Pair:
    """Two series over the same regions."""

    first: Series
    second: Series

    def difference_in(self, year: int) -> Floats:
        """First minus second figure of ``year``, NaN unless both are there."""
        return self.first.value_in(year) - self.second.value_in(year)

    def latest_common(self) -> tuple[Floats, Floats]:
        """Latest year in which both have a figure (NaN if none), and the difference in it."""
        year = np.full(len(self.first.regions), np.nan)
        gap = np.full(len(year), np.nan)
        for row, code in enumerate(self.first.regions):
            a_years, a = self.first.history(code)
            b_years, b = self.second.history(code)
            both = np.intersect1d(a_years[np.isfinite(a)], b_years[np.isfinite(b)])
            if len(both):
                year[row] = both[-1]
                gap[row] = a[a_years == both[-1]][0] - b[b_years == both[-1]][0]
        return year, gap

    def draws(self, year: int, *, naive: bool = False) -> tuple[Floats, Floats]:
        """Joint draws of both values in ``year``, each draws × regions, in the unit.

        A value already observed is the same in every draw.
        """
        shared, own = joint.pair()
        rho = self._correlation()
        return (
            _drawn(self.first, year, shared, naive=naive),
            _drawn(self.second, year, rho * shared + np.sqrt(1 - rho**2) * own, naive=naive),
        )

    def _correlation(self) -> float:
        """Correlation of yearly steps over all regions that both panels hold."""
        one, other = self.first.panel, self.second.panel
        if one is None or other is None:
            return joint.PRIOR_CORRELATION
        return joint.correlation(*_common_steps(one, other))


def _common_steps(a: Panel, b: Panel) -> tuple[Floats, Floats]:
    """Steps of both panels over their common regions and years, flattened."""
    codes = [code for code in a.regions if code in b.regions]
    years = np.intersect1d(a.years, b.years)
    if not codes or len(years) < 2:
        return np.array([]), np.array([])
    cut = [panel.working[[panel.row(code) for code in codes]][:, np.isin(panel.years, years)] for panel in (a, b)]
    return steps(cut[0]).delta.ravel(), steps(cut[1]).delta.ravel()


def _drawn(series: Series, year: int, normal: Floats, *, naive: bool) -> Floats:
    observed = series.value_in(year)
    return np.where(np.isnan(observed), series.predictive(year, naive=naive).draws(normal, joint.mixing()), observed)


def evaluate_pair(first: Series, second: Series, question: Question) -> Outcome:
    """Answer a two-series question for every region."""
    pair = Pair(first, second)
    if question.target.grammar.shape is Shape.GAP:
        return _narrower(pair, question)
    return _not_below(pair, question)


def _narrower(pair: Pair, question: Question) -> Outcome:
    """The distance between the two groups is smaller than in the base year, at published precision."""
    base = np.abs(pair.difference_in(question.base_year))
    fact_gap = np.abs(pair.difference_in(question.target_year))
    year, gap = pair.latest_common()
    limit = base - 0.5 * 10.0**-pair.first.indicator.decimals
    p, median = _chance(pair, question.target_year, lambda a, b: np.abs(a - b) < limit, lambda a, b: np.abs(a - b))
    naive, _ = _chance(pair, question.target_year, lambda a, b: np.abs(a - b) < limit, np.subtract, naive=True)
    base_ratio = _ratio(pair.first.value_in(question.base_year), pair.second.value_in(question.base_year))
    ratio, _ = _chance(pair, question.target_year, lambda a, b: _ratio(a, b) < base_ratio, np.subtract)
    decided = _judged(fact_gap < limit - _SLACK, fact_gap, base)
    now = _judged(np.abs(gap) < limit - _SLACK, np.where(year > question.base_year, gap, np.nan), base)
    projected = np.where(np.isnan(fact_gap), median, fact_gap)
    outcome = _outcome(pair, question, (decided, now, p, naive), threshold=base, shortfall=base - projected, base=base)
    return replace(outcome, readings={"ratio": np.where(np.isnan(outcome.p_attain), np.nan, ratio)})


def _ratio(a: Floats, b: Floats) -> Floats:
    """Distance of the ratio from 1, on the log scale: the same whichever group stands above."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.abs(np.log(a) - np.log(b))


def _not_below(pair: Pair, question: Question) -> Outcome:
    """The first share reaches the second, less a declared tolerance."""
    slack = (question.target.tolerance or 0.0) + 0.5 * 10.0**-pair.first.indicator.decimals
    fact = pair.difference_in(question.target_year)
    _, gap = pair.latest_common()
    p, median = _chance(pair, question.target_year, lambda a, b: a - b >= -slack, np.subtract)
    naive, _ = _chance(pair, question.target_year, lambda a, b: a - b >= -slack, np.subtract, naive=True)
    decided = _judged(fact >= -slack - _SLACK, fact, fact)
    now = _judged(gap >= -slack - _SLACK, gap, gap)
    margin = np.where(np.isnan(fact), median, fact) + (question.target.tolerance or 0.0)
    nothing = np.full(len(fact), np.nan)
    base = pair.difference_in(question.base_year)
    return _outcome(pair, question, (decided, now, p, naive), threshold=nothing, shortfall=margin, base=base)


def _chance(
    pair: Pair, year: int, event: Callable[..., np.ndarray], measure: Callable[..., Floats], *, naive: bool = False
) -> tuple[Floats, Floats]:
    """Share of joint draws in which ``event`` happens, and the median of ``measure``; NaN without draws."""
    a, b = pair.draws(year, naive=naive)
    known = np.isfinite(a).all(axis=0) & np.isfinite(b).all(axis=0)
    chance = np.where(known, event(a, b).mean(axis=0), np.nan)
    with np.errstate(invalid="ignore"):
        return chance, np.where(known, np.median(measure(a, b), axis=0), np.nan)


def _judged(answer: np.ndarray, *needed: Floats) -> Floats:
    missing = np.any([np.isnan(item) for item in needed], axis=0)
    return np.where(missing, np.nan, answer.astype(float))


def _outcome(
    pair: Pair, question: Question, answers: tuple[Floats, Floats, Floats, Floats], *,
    threshold: Floats, shortfall: Floats, base: Floats,
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
    nothing = np.full(len(p), np.nan)
    return Outcome(
        decided=decided,
        met_now=now,
        p_attain=np.where(stopped, np.nan, p),
        p_naive=np.where(stopped, np.nan, naive),
        p_every_year=nothing,
        threshold=threshold,
        shortfall=shortfall,
        base_value=base,
        obstacles=tuple(obstacles),
        second_latest=pair.second.latest_value,
        p_published=nothing,
    )


def _obstacle(one: Obstacle | None, other: Obstacle | None) -> Obstacle | None:
    nothing = (Obstacle.NO_DATA, Obstacle.BEFORE_BREAK)
    if (one in nothing) != (other in nothing):
        return Obstacle.ONE_SIDED_PAIR
    return one or other
