"""Warnings, apart from the status: each rule is one small function over all regions.

A rule answers a boolean per region. What each means to a reader stands in the catalogue
(``warning-…``) and in docs/method.md.
"""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from sxresearch.assessment.outcome import Obstacle, Outcome
from sxresearch.assessment.pace import Pace
from sxresearch.assessment.series import AnyProjection, Series
from sxresearch.assessment.status import WATCH_BELOW
from sxresearch.plan.grammar import Shape
from sxresearch.projection.evidence import NoProjection
from sxresearch.projection.kernels import drift, steps
from sxresearch.projection.panel import Panel
from sxresearch.projection.scale import Floats
from sxresearch.terms import EvidenceGrade, WarningKind

STEPS_FOR_VOLATILITY = 4  # five figures; METHODS part A section 5
PEERS_FOR_VOLATILITY = 5
PEER_QUANTILE = 0.90
DISPERSION_LEVEL = 0.95
STALLED_SHARE = 0.20  # less than a fifth of the pace that is needed
STALE_YEARS = 2
THIN = (Obstacle.ONE_POINT, Obstacle.TWO_POINTS, Obstacle.THIN_WITHOUT_PEERS)


@dataclass(frozen=True)
class Judged:
    """What the rules look at: one target over all regions."""

    series: Series
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
    return judged.series.taken(np.array(_restless(projection))) == 1


def _restless(projection: AnyProjection) -> list[bool]:
    """Which regions of a panel are volatile."""
    jumps, noise = _residual_steps(projection)
    spreads = np.array([_robust(row) for row in jumps])
    return [
        bool(
            np.isfinite(spreads[row])
            and _stands_out(projection, spreads, row)
            and _beyond_counting(jumps[row], noise[row])
        )
        for row in range(len(jumps))
    ]


def _stands_out(projection: AnyProjection, spreads: Floats, row: int) -> bool:
    others = np.delete(spreads, row)
    known = others[np.isfinite(others)]
    if len(known) >= PEERS_FOR_VOLATILITY:
        return bool(spreads[row] > np.quantile(known, PEER_QUANTILE))
    return _turns_often(projection, row)


def _residual_steps(projection: AnyProjection) -> tuple[Floats, Floats]:
    """Steps less the region's own drift, and the variance that counting alone gives each step."""
    panel = projection.panel
    moves = steps(panel.working)
    c, _ = drift(moves)
    left = moves.delta - np.where(np.isnan(c), 0.0, c)[:, None] * moves.gap
    noise = counting_variance(panel)
    before = np.vstack([_previous(row) for row in noise])
    return left, noise + before


def _previous(noise: Floats) -> Floats:
    """The noise of the preceding known figure, per position."""
    out, known = np.full(len(noise), np.nan), np.nan
    for position, value in enumerate(noise):
        out[position] = known
        known = value if np.isfinite(value) else known
    return out


def counting_variance(panel: Panel) -> Floats:
    """Sampling variance of each figure on the working scale, from its denominator; NaN where unknown.

    In the unit it is ``factor² · p (1 − p) / N`` for shares and ``factor² · p / N`` for rates (half an
    event at least); the working scale's slope carries it over (delta method, METHODS part A section 2).
    """
    factor = panel.indicator.factor
    if factor is None:
        return np.full(panel.values.shape, np.nan)
    share = panel.values / factor
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = share * (1 - share) if panel.indicator.bounded else share
        in_unit = factor**2 * np.maximum(spread, 0.5 / panel.denominators) / panel.denominators
    return in_unit * panel.scale.slope(panel.values) ** 2


def _robust(jumps: Floats) -> float:
    seen = jumps[np.isfinite(jumps)]
    return float(1.4826 * np.median(np.abs(seen))) if len(seen) >= STEPS_FOR_VOLATILITY else np.nan


def _turns_often(projection: AnyProjection, row: int) -> bool:
    values = projection.panel.values[row]
    moves = np.diff(values[np.isfinite(values)])
    moves = moves[np.abs(moves) > 10.0**-projection.panel.indicator.decimals]
    return len(moves) >= STEPS_FOR_VOLATILITY and (np.sign(moves[1:]) != np.sign(moves[:-1])).sum() >= len(moves) / 2


def _beyond_counting(jumps: Floats, noise: Floats) -> bool:
    both = np.isfinite(jumps) & np.isfinite(noise)
    if both.sum() < STEPS_FOR_VOLATILITY:
        return True  # no denominators: counting noise can't be told apart
    statistic = float((jumps[both] ** 2 / noise[both]).sum())
    return statistic > stats.chi2.ppf(DISPERSION_LEVEL, both.sum() - 1)


def worsening(judged: Judged) -> np.ndarray:
    """Each of the last three figures is worse than the one before it (beyond the published precision)."""
    sign = 1.0 if judged.wants_higher else -1.0
    unit = 10.0**-judged.series.indicator.decimals
    return np.array([_falls(judged.series.history(code)[1] * sign, unit) for code in judged.series.regions], dtype=bool)


def _falls(values: Floats, unit: float) -> bool:
    seen = values[np.isfinite(values)][-3:]
    return len(seen) == 3 and bool((np.diff(seen) < -unit / 2).all())


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
    WarningKind.VOLATILE: volatile,
    WarningKind.WORSENING: worsening,
    WarningKind.STALLED: stalled,
    WarningKind.GAP_WIDENING: gap_widening,
    WarningKind.STALE: stale,
    WarningKind.DEFINITION_BREAK: definition_break,
    WarningKind.THIN_EVIDENCE: thin_evidence,
    WarningKind.DATA_QUALITY: data_quality,
}
