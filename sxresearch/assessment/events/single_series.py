"""Rules that ask about one series: a bar to pass in the target year.

Each builder turns a rule kind into a :class:`~sxresearch.assessment.events.threshold.Bar`; one evaluator
then answers all of them from the facts or from the predictive distribution.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from scipy import special, stats

from sxresearch.assessment.events import joint_draws
from sxresearch.assessment.events import threshold as bars
from sxresearch.assessment.events.outcome import Obstacle, Outcome, refusals
from sxresearch.assessment.events.threshold import Bar
from sxresearch.assessment.series import Series
from sxresearch.plan.catalogue import Target
from sxresearch.plan.rules import Shape
from sxresearch.projection.scale import Floats, ScaleKind
from sxresearch.terms import Better, RuleKind

POINTS_BEFORE, POINTS_AFTER = 4, 3  # for a change of slope; DESIGN section 3
SAFE_UPPER_BOUND = 0.66  # above this an upper bound of P says nothing reassuring


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
class Asked:
    """A question made definite: the bar, the threshold it stands for, and what else is uncertain."""

    bar: Bar
    threshold: Floats
    wants_higher: bool
    base: Floats
    variance: Floats | float = 0.0
    obstacle: tuple[Obstacle | None, ...] = ()
    readings: Mapping[str, Bar] = field(default_factory=dict)


def bar_of(series: Series, question: Question) -> Bar:
    """The bar that a one-series question sets, per region."""
    return _BUILDERS[question.target.grammar.shape](series, question).bar


def evaluate(series: Series, question: Question) -> Outcome:
    """Answer a one-series question for every region of ``series``."""
    asked = _BUILDERS[question.target.grammar.shape](series, question)
    year = question.target_year
    fact = asked.bar.passed(series.value_in(year))
    outlook = series.predictive(year).widened(asked.variance)
    p = np.where(np.isnan(fact), _underlying(series, question, asked), np.nan)
    naive = asked.bar.chance(series.predictive(year, naive=True).widened(asked.variance))
    median = np.where(np.isnan(fact), outlook.median, series.value_in(year))
    sign = 1.0 if asked.wants_higher else -1.0
    outcome = Outcome(
        decided=fact,
        met_now=asked.bar.passed(series.latest_value),
        p_attain=p,
        p_naive=np.where(np.isnan(p), np.nan, naive),
        p_every_year=_every_year(series, question, asked.bar, p, fact),
        threshold=asked.threshold,
        shortfall=sign * (median - asked.threshold),
        base_value=asked.base,
        obstacles=tuple(None for _ in series.regions),
        second_latest=np.full(len(series.regions), np.nan),
        p_published=np.where(np.isnan(p), np.nan, _published(series, question, asked, p)),
        readings={name: np.where(np.isnan(p), np.nan, other.chance(outlook)) for name, other in asked.readings.items()},
    )
    return _with_obstacles(outcome, series, question, asked)


def _underlying(series: Series, question: Question, asked: Asked) -> Floats:
    """P(the underlying value passes): on counts a change since the base year is asked of both years' joint draws."""
    wanted = _wanted_change(series, question)
    if series.counted is None or wanted is None:
        return asked.bar.chance(series.predictive(question.target_year).widened(asked.variance))
    moved, spread, df = (series.taken(part) for part in series.counted.change(question.base_year, question.target_year))
    with np.errstate(invalid="ignore", divide="ignore"):
        below = special.stdtr(df, (wanted - moved) / spread)
    chance = 1 - below if asked.wants_higher else below
    return np.where(asked.bar.undefined, np.nan, chance)


def _wanted_change(series: Series, question: Question) -> float | None:
    """The change on the working scale that a rule asks for, where it can be asked there."""
    if question.target.grammar.shape is not Shape.CHANGE:
        return None
    if question.target.rule is not RuleKind.REDUCE_FROM_BASE:
        return 0.0
    cut = question.value[0] / 100 if len(set(question.value)) == 1 else np.nan
    return float(np.log1p(-cut)) if series.scale.kind is ScaleKind.LOG and 0 <= cut < 1 else None


def _published(series: Series, question: Question, asked: Asked, p: Floats) -> Floats:
    """P(the printed figure passes); where counting noise is negligible it is the same question."""
    if series.counted is not None:
        cuts = (series.put(asked.bar.low), series.put(asked.bar.high))
        return series.taken(series.counted.published(question.target_year, *cuts))
    return p if series.has_counts else np.full(len(p), np.nan)


def _with_obstacles(outcome: Outcome, series: Series, question: Question, asked: Asked) -> Outcome:
    """Say why, wherever there is neither a fact nor a probability."""
    open_ = np.isnan(outcome.decided)
    named = [
        _first(refused, special) if still else None
        for still, refused, special in zip(
            open_, refusals(series.grades), asked.obstacle or (None,) * len(open_), strict=True
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


def _every_year(series: Series, question: Question, bar: Bar, p: Floats, fact: Floats) -> Floats:
    """P(the floor holds in every plan year): broken floors count, years without a figure do not."""
    if not question.target.grammar.holds_every_year:
        return np.full(len(p), np.nan)
    plan_years = range(question.first_year, question.target_year + 1)
    broken = np.zeros(len(p), dtype=bool)
    for year in plan_years:
        failed = bar.passed(series.value_in(year)) == 0
        broken |= failed & ~series.preliminary_in(year)
    onward = np.where(np.isnan(fact), p * _hold_before(series, question, bar), fact)
    return np.where(broken, 0.0, onward)


def _hold_before(series: Series, question: Question, bar: Bar) -> Floats:
    """P(the years still to come before the target year hold | the target year holds), on joint paths.

    How many years the paths reach goes by the whole panel: a region alone is asked the same as among others.
    """
    latest = series.projection.latest if series.projection else series.latest_year
    ahead = int(question.target_year - latest[latest > 0].min(initial=question.target_year))
    paths = joint_draws.walk(max(ahead, 1))
    everywhere = np.arange(len(series.regions))
    last = _passes(series, question.target_year, paths, bar, everywhere)
    held = last.copy()
    for year in range(question.first_year, question.target_year):
        open_ = np.flatnonzero(series.latest_year < year)
        if len(open_):
            held[:, open_] &= _passes(series, year, paths, bar, open_)
    kept = last.sum(axis=0)
    return np.where(kept > 0, held.sum(axis=0) / np.maximum(kept, 1), 0.0)


def _passes(series: Series, year: int, paths: Floats, bar: Bar, places: np.ndarray) -> np.ndarray:
    """Which drawn paths of the regions at ``places`` pass the bar in ``year``; draws × places."""
    outlook = series.predictive(year).at(places)
    column = np.clip(year - series.latest_year[places] - 1, 0, paths.shape[1] - 1)
    value = outlook.draws(paths[:, column], joint_draws.mixing())
    return (value >= bar.low[places]) & (value < bar.high[places])


# --- one builder per shape -------------------------------------------------------------


def _one_sided(series: Series, question: Question) -> Asked:
    kind, decimals = question.target.rule, series.indicator.decimals
    higher = kind is not RuleKind.AT_MOST
    if higher:
        bar = bars.at_least(question.value, decimals)
    else:
        loose, strict = bars.at_most(question.value, decimals), bars.below(question.value, decimals)
        bar = Bar(loose.low, np.where(question.strict, strict.high, loose.high))
    return Asked(bar, question.value, higher, _base(series, question))


def _around(series: Series, question: Question) -> Asked:
    tolerance = question.target.tolerance_for(series.indicator.unit)
    readings = {
        name: _about(series, question.value, tolerance * times) for name, times in (("half", 0.5), ("double", 2.0))
    }
    bar = _about(series, question.value, tolerance)
    higher = series.indicator.better is not Better.LOWER
    return Asked(bar, question.value, higher, _base(series, question), readings=readings)


def _about(series: Series, value: Floats, tolerance: float) -> Bar:
    """No worse than the value less the tolerance; both sides count only for a band."""
    decimals = series.indicator.decimals
    if series.indicator.better is Better.HIGHER:
        return bars.at_least(value - tolerance, decimals)
    if series.indicator.better is Better.LOWER:
        return bars.at_most(value + tolerance, decimals)
    return bars.between(value - tolerance, value + tolerance, decimals)


def _assigned(series: Series, question: Question) -> Asked:
    higher, decimals = series.indicator.better is Better.HIGHER, series.indicator.decimals
    bar = (bars.at_least if higher else bars.at_most)(question.value, decimals)
    missing = tuple(Obstacle.NOT_ASSIGNED if np.isnan(value) else None for value in question.value)
    return Asked(bar, question.value, higher, _base(series, question), obstacle=missing)


def _change(series: Series, question: Question) -> Asked:
    base, decimals = _base(series, question), series.indicator.decimals
    missing = tuple(Obstacle.MISSING_BASE if np.isnan(value) else None for value in base)
    if question.target.rule is RuleKind.INCREASE:
        return Asked(bars.above(base, decimals), base, True, base, obstacle=missing)
    if question.target.rule is RuleKind.DECREASE:
        return Asked(bars.below(base, decimals), base, False, base, obstacle=missing)
    goal = base * (1 - question.value / 100)
    return Asked(bars.at_most(goal, decimals), goal, False, base, obstacle=missing)


def _slope(series: Series, question: Question) -> Asked:
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
    return Asked(
        bars.below(goal, series.indicator.decimals), goal, False, base, (np.nan_to_num(error) * years) ** 2, few
    )


def _before(series: Series, region: str, base_year: int) -> tuple[float, float]:
    """Slope per year and its standard error up to the base year, working scale."""
    years, values = series.history(region)
    z = series.scale.forward(values[years <= base_year])
    seen = np.isfinite(z)
    if seen.sum() < POINTS_BEFORE:
        return np.nan, np.nan
    fit = stats.linregress(np.flatnonzero(seen), z[seen])
    return float(fit.slope), float(fit.stderr)


def _few(series: Series, region: str, question: Question, base: float) -> Obstacle | None:
    years, values = series.history(region)
    seen = np.isfinite(values)
    if (seen & (years <= question.base_year)).sum() < POINTS_BEFORE:
        return Obstacle.FEW_BEFORE
    if (seen & (years > question.base_year)).sum() < POINTS_AFTER:
        return Obstacle.FEW_AFTER
    return Obstacle.MISSING_BASE if np.isnan(base) else None


def _base(series: Series, question: Question) -> Floats:
    return series.value_in(question.base_year)


_BUILDERS: dict[Shape, Callable[[Series, Question], Asked]] = {
    Shape.ONE_SIDED: _one_sided,
    Shape.AROUND: _around,
    Shape.UNITS: _one_sided,
    Shape.CHANGE: _change,
    Shape.SLOPE: _slope,
    Shape.ASSIGNED: _assigned,
}
