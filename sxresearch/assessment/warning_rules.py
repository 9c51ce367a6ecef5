"""Warnings, apart from the status: each rule is one small function over all regions.

A rule answers a boolean per region. What each means to a reader stands in the catalogue
(``warning-…``) and in docs/method.md.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats

from sxresearch.assessment.events.outcome import Obstacle, Outcome
from sxresearch.assessment.pace import Pace, falls_short
from sxresearch.assessment.series import AnyProjection, IndicatorSeries, last_seen
from sxresearch.assessment.status import WATCH_BELOW
from sxresearch.plan.rules import Shape
from sxresearch.projection.closed_form import drift, steps
from sxresearch.projection.evidence import NoProjection
from sxresearch.projection.panel import Panel
from sxresearch.projection.scale import Floats
from sxresearch.terms import EvidenceGrade, WarningKind

STEPS_FOR_VOLATILITY = 4  # five figures; docs/decisions.md, "Volatile"
PEERS_FOR_VOLATILITY = 5
PEER_QUANTILE = 0.90
DISPERSION_LEVEL = 0.95
STALLED_SHARE = 0.20  # less than a fifth of the pace that is needed
STALE_YEARS = 2
THIN = (Obstacle.ONE_POINT, Obstacle.TWO_POINTS, Obstacle.THIN_WITHOUT_PEERS)


@dataclass(frozen=True)
class Judged:
    """What the rules look at: one target over all regions."""

    series: IndicatorSeries
    outcome: Outcome
    pace: Pace
    wants_higher: bool
    shape: Shape
    as_of: np.ndarray

    @property
    def gain(self) -> Floats:
        """Observed yearly change, positive when toward the better side."""
        return self.pace.observed * (1.0 if self.wants_higher else -1.0)


def warnings(judged: Judged) -> list[tuple[WarningKind, ...]]:
    """All warnings per region, in the order of :class:`~sxresearch.terms.WarningKind`."""
    hits = {kind: rule(judged) for kind, rule in _RULES.items()}
    return [tuple(kind for kind in WarningKind if hits[kind][row]) for row in range(len(judged.series.regions))]


def hard_to_reach(judged: Judged) -> np.ndarray:
    """P(attain) below one half, or the target already missed."""
    return (judged.outcome.p_attain < WATCH_BELOW) | (judged.outcome.decided == 0)


def floor_broken(judged: Judged) -> np.ndarray:
    """A final figure of the plan's years lies below the floor that is to be kept."""
    return judged.outcome.floor_broken


def off_course(judged: Judged) -> np.ndarray:
    """No probability, but the latest figure is off the target and moves away, or too slowly for the years left.

    Of a gap: it is no narrower than in the base year. A region that fails what is only a lower bound for its
    townships (Obstacle.UPPER_BOUND_ONLY) has a probability, and is not meant.
    """
    silent = [item is not Obstacle.UPPER_BOUND_ONLY for item in judged.outcome.obstacles]
    open_ = np.isnan(judged.outcome.p_attain) & np.isnan(judged.outcome.decided) & silent
    slow = gap_widening(judged) | falls_short(judged.pace.required, judged.pace.observed)
    return open_ & (judged.outcome.met_now == 0) & slow


def volatile(judged: Judged) -> np.ndarray:
    """Jumps more than its peers, and more than the counting noise of its own denominators.

    With at least five other regions: the robust spread (1.4826 · median |step − drift|) exceeds
    the 90th percentile of the others. With fewer: the direction changes in at least half of
    the steps that exceed the published precision. Where denominators are known the squared
    steps must also exceed what binomial or Poisson counting alone would give (chi-square, 95 %).
    """
    projection = judged.series.projection
    if projection is None:
        return np.zeros(len(judged.series.regions), dtype=bool)
    return judged.series.taken(_volatile_regions(projection)) == 1


def _volatile_regions(projection: AnyProjection) -> np.ndarray:
    """Which regions of a panel are volatile."""
    jumps, noise = _residual_steps(projection)
    spreads = _robust(jumps)
    known = np.isfinite(spreads)
    if known.sum() > PEERS_FOR_VOLATILITY:
        standing_out = spreads > _quantile_of_others(spreads)
    else:
        standing_out = np.array([_turns_often(projection, row) for row in range(len(spreads))])
    return known & standing_out & _beyond_counting(jumps, noise)


def _quantile_of_others(spreads: Floats) -> Floats:
    """For each known spread the 90th percentile of the other known ones, interpolated as numpy does; else NaN."""
    known = np.flatnonzero(np.isfinite(spreads))
    order = known[np.argsort(spreads[known], kind="stable")]
    ranked, rank = spreads[order], np.arange(len(order))
    place = PEER_QUANTILE * (len(order) - 2)
    lower = int(place)
    low, high = (ranked[item + (item >= rank)] for item in (lower, min(lower + 1, len(order) - 2)))
    share = place - lower
    out = np.full(len(spreads), np.nan)
    out[order] = high - (high - low) * (1 - share) if share >= 0.5 else low + (high - low) * share
    return out


def _residual_steps(projection: AnyProjection) -> tuple[Floats, Floats]:
    """Steps less the region's own drift, and the variance that counting alone gives each step."""
    panel = projection.panel
    moves = steps(panel.working)
    c, _ = drift(moves)
    left = moves.delta - np.where(np.isnan(c), 0.0, c)[:, None] * moves.gap
    noise = variance_of_counted_figures(panel)
    return left, noise + _previous(noise)


def _previous(noise: Floats) -> Floats:
    """The noise of the preceding known figure, per region and year."""
    before = np.full(noise.shape, np.nan)
    before[:, 1:] = noise[:, :-1]
    return pd.DataFrame(np.where(np.isfinite(before), before, np.nan)).ffill(axis=1).to_numpy()


def variance_of_counted_figures(panel: Panel) -> Floats:
    """Sampling variance of each figure on the working scale, from its denominator; NaN where unknown.

    In the unit it is ``factor² · p (1 − p) / N`` for shares and ``factor² · p / N`` for rates (half an
    event at least); the working scale's slope carries it over (delta method, docs/decisions.md).
    """
    factor = panel.indicator.factor
    if factor is None:
        return np.full(panel.values.shape, np.nan)
    share = panel.values / factor
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = share * (1 - share) if panel.indicator.bounded else share
        in_unit = factor**2 * np.maximum(spread, 0.5 / panel.denominators) / panel.denominators
    return in_unit * panel.scale.slope(panel.values) ** 2


def _robust(jumps: Floats) -> Floats:
    """Robust spread of each region's jumps, NaN with too few."""
    enough = np.isfinite(jumps).sum(axis=1) >= STEPS_FOR_VOLATILITY
    out = np.full(len(jumps), np.nan)
    if enough.any():
        out[enough] = 1.4826 * np.nanmedian(np.where(np.isfinite(jumps), np.abs(jumps), np.nan)[enough], axis=1)
    return out


def _turns_often(projection: AnyProjection, row: int) -> bool:
    values = projection.panel.values[row]
    moves = np.diff(values[np.isfinite(values)])
    moves = moves[np.abs(moves) > 10.0**-projection.panel.indicator.decimals]
    return len(moves) >= STEPS_FOR_VOLATILITY and (np.sign(moves[1:]) != np.sign(moves[:-1])).sum() >= len(moves) / 2


def _beyond_counting(jumps: Floats, noise: Floats) -> np.ndarray:
    """Whether the jumps exceed what counting alone gives; so too where counting noise can't be told apart."""
    both = np.isfinite(jumps) & np.isfinite(noise)
    number = both.sum(axis=1)
    statistic = np.where(both, jumps**2 / np.where(both, noise, 1.0), 0.0).sum(axis=1)
    return (number < STEPS_FOR_VOLATILITY) | (statistic > stats.chi2.ppf(DISPERSION_LEVEL, np.maximum(number - 1, 1)))


def worsening(judged: Judged) -> np.ndarray:
    """Each of the last three figures is worse than the one before it (beyond the published precision)."""
    sign = 1.0 if judged.wants_higher else -1.0
    unit = 10.0**-judged.series.indicator.decimals
    columns = last_seen(judged.series.figures, 3)
    three = columns[:, 0] >= 0
    if not three.any():
        return three
    last = np.take_along_axis(judged.series.figures * sign, np.maximum(columns, 0), axis=1)
    return three & (np.diff(last, axis=1) < -unit / 2).all(axis=1)


def stalled(judged: Judged) -> np.ndarray:
    """Not met, and moving at less than a fifth of the pace that is needed, without worsening."""
    needed = np.abs(judged.pace.required)
    slow = (judged.gain >= 0) & (judged.gain < STALLED_SHARE * needed)
    return slow & (judged.outcome.met_now == 0) & np.isnan(judged.outcome.decided)


def gap_widening(judged: Judged) -> np.ndarray:
    """A gap target whose gap is now at least as wide as in the base year."""
    if judged.shape is not Shape.GAP:
        return np.zeros(len(judged.series.regions), dtype=bool)
    return judged.outcome.met_now == 0


def stale(judged: Judged) -> np.ndarray:
    """The latest figure is two or more years older than the region's newest data."""
    latest = judged.series.latest_year
    return (latest > 0) & (judged.as_of - latest >= STALE_YEARS)


def definition_break(judged: Judged) -> np.ndarray:
    """Figures on an earlier definition exist and were left out."""
    return judged.series.dropped > 0


def thin_evidence(judged: Judged) -> np.ndarray:
    """Too few figures for a probability, or only enough with the help of other regions."""
    low = [item is EvidenceGrade.LOW for item in judged.series.grades]
    refused = [isinstance(item, NoProjection) and Obstacle(item.reason.value) in THIN for item in judged.series.grades]
    return (np.array(low) | np.array(refused)) & np.isnan(judged.outcome.decided)


def data_quality(judged: Judged) -> np.ndarray:
    """The latest figure is preliminary, or contradicts its own numerator and denominator."""
    return judged.series.preliminary_in(judged.series.latest_year) | judged.series.contradicting


_RULES = {
    WarningKind.HARD_TO_REACH: hard_to_reach,
    WarningKind.FLOOR_BROKEN: floor_broken,
    WarningKind.OFF_COURSE: off_course,
    WarningKind.VOLATILE: volatile,
    WarningKind.WORSENING: worsening,
    WarningKind.STALLED: stalled,
    WarningKind.GAP_WIDENING: gap_widening,
    WarningKind.STALE: stale,
    WarningKind.DEFINITION_BREAK: definition_break,
    WarningKind.THIN_EVIDENCE: thin_evidence,
    WarningKind.DATA_QUALITY: data_quality,
}
