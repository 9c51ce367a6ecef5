"""Empirical Bayes: regions of the same indicator lend one another strength."""

from dataclasses import dataclass

import numpy as np

from sxresearch.projection.kernels import Steps, drift
from sxresearch.projection.scale import Floats, Scale, ScaleKind

PRIOR_DEGREES = 4.0  # weight of the panel's variance in years; METHODS part A section 2, d0
PEERS_FOR_POOLING = 3  # fewer regions say nothing about the spread between regions

# One region alone pools over nothing. These are then the prior's standard deviations per year
# on the working scale: what a year changes, and what a drift may be. On the logit and log scales
# 0.06 is a change of about 6 % of the odds or of the rate; on the identity scale they are
# multiples of the series' own mean absolute step.
LONE_STEP_SD = {ScaleKind.LOGIT: 0.10, ScaleKind.LOG: 0.06, ScaleKind.IDENTITY: 1.25}
LONE_DRIFT_SD = {ScaleKind.LOGIT: 0.06, ScaleKind.LOG: 0.04, ScaleKind.IDENTITY: 0.75}


@dataclass(frozen=True)
class Pooled:
    """Shrunk drift and variance per region (shape (regions,)), working scale, per year.

    ``drift_variance`` is what is left unknown about a region's own drift, ``common_variance``
    what is left unknown about the mean drift, which all regions share.
    """

    drift: Floats
    drift_variance: Floats
    common_variance: Floats
    step_variance: Floats
    df: Floats


def pool(moves: Steps, scale: Scale) -> Pooled:
    """Shrink each region's drift and step variance toward the panel (METHODS part A section 2).

    ``ve = (d0·v0 + d·s2)/(d0 + d)``; ``tau2 = max(var(c) − mean(Var c), 0)``;
    ``w = tau2/(tau2 + Var c)``; ``c* = w·c + (1 − w)·mean(c)``. The uncertainty of mean(c)
    comes from whole years, because regions share their shocks.
    """
    c, s2 = drift(moves)
    count = (moves.gap > 0).sum(axis=1)
    degrees = np.maximum(count - 1, 0).astype(float)
    years = moves.gap.sum(axis=1)
    solid = degrees >= 1
    lone = solid.sum() < PEERS_FOR_POOLING
    typical = _lone_variance(moves, scale) if lone else float(np.median(s2[solid]))
    known = np.where(solid, s2, 0.0)
    variance = (PRIOR_DEGREES * typical + degrees * known) / (PRIOR_DEGREES + degrees)
    own = np.where(count > 0, c, 0.0)
    own_variance = variance / np.maximum(years, 1.0)
    if lone:
        centre, tau2, common = 0.0, _lone_drift_variance(moves, scale), 0.0
    else:
        centre = float(np.mean(c[solid]))
        tau2 = max(float(np.var(c[solid], ddof=1) - np.mean(own_variance[solid])), 0.0)
        common = _common_variance(moves, centre)
    weight = np.where(count > 0, tau2 / (tau2 + own_variance), 0.0)
    return Pooled(
        drift=weight * own + (1 - weight) * centre,
        drift_variance=np.where(count > 0, weight * own_variance, tau2),
        common_variance=(1 - weight) ** 2 * common,
        step_variance=variance,
        df=degrees + PRIOR_DEGREES,
    )


def _common_variance(moves: Steps, centre: float) -> float:
    """Variance of the panel's mean drift, from the mean step of each whole year."""
    has = moves.gap > 0
    used = has.any(axis=0)
    rate = np.where(has, np.nan_to_num(moves.delta) / np.where(has, moves.gap, 1.0), 0.0)
    yearly = rate.sum(axis=0)[used] / has.sum(axis=0)[used]
    if len(yearly) < 2:
        return 0.0
    return float(np.sum((yearly - centre) ** 2) / (len(yearly) - 1) / len(yearly))


def _typical_step(moves: Steps) -> float:
    has = moves.gap > 0
    if not has.any():
        return 1.0
    return float(np.mean(np.abs(moves.delta[has]) / np.sqrt(moves.gap[has]))) or 1e-9


def _lone_variance(moves: Steps, scale: Scale) -> float:
    unit = _typical_step(moves) if scale.kind is ScaleKind.IDENTITY else 1.0
    return (LONE_STEP_SD[scale.kind] * unit) ** 2


def _lone_drift_variance(moves: Steps, scale: Scale) -> float:
    unit = _typical_step(moves) if scale.kind is ScaleKind.IDENTITY else 1.0
    return (LONE_DRIFT_SD[scale.kind] * unit) ** 2
