"""Single models in closed form, batched, for comparison with the default.

Each takes figures on the working scale (regions × years) and horizons that count from every
region's own latest figure, and answers regions × horizons. A region with too few figures
gets NaN. :mod:`sxresearch.projection.reference.series_fits` has the same models as statsmodels fits.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np

from sxresearch.projection.closed_form import Steps, drift, last, line_trend, steps
from sxresearch.projection.ensemble.ensemble_members import DEFAULT
from sxresearch.projection.scale import Floats

PEERS_FOR_POOLING = 3  # fewer regions say nothing about the spread between regions
LONE_DRIFT = 0.1  # drift variance of one region alone over its step variance: the member "drift" of the default


class Line(NamedTuple):
    """Student t distributions, regions × horizons; ``shared`` is the part of spread² common to all regions."""

    location: Floats
    spread: Floats
    df: Floats
    shared: Floats


def trend_model(z: Floats, ahead: Floats) -> Line:
    """Straight line on the working scale with the textbook interval, n − 2 degrees of freedom."""
    mean, variance = line_trend(z, ahead)
    df = np.maximum(last(z).points - 2, 1)[:, None].astype(float)
    return _line(mean, variance, df)


def drift_model(z: Floats, ahead: Floats) -> Line:
    """Random walk with the region's own drift: ``variance = s²·(h + h²/span)``, METHODS part A section 2."""
    end = last(z)
    c, s2 = drift(steps(z))
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = s2[:, None] * (ahead + ahead**2 / end.span[:, None])
    df = np.maximum(end.points - 2, 1)[:, None].astype(float)
    return _line(end.value[:, None] + c[:, None] * ahead, variance, df)


class Pooled(NamedTuple):
    """Shrunk drift and variances per region, working scale, per year.

    ``own_variance`` is what is left unknown about a region's own drift, ``mean_variance`` what
    is left unknown about the mean drift, which all regions share.
    """

    drift: Floats
    own_variance: Floats
    mean_variance: Floats
    step_variance: Floats
    df: Floats


def pooled_drift_model(z: Floats, ahead: Floats) -> Line:
    """Random walk whose drift and variance are shrunk toward the panel's."""
    pooled, end = pool(steps(z)), last(z)
    shared = pooled.mean_variance[:, None] * ahead**2
    variance = pooled.step_variance[:, None] * ahead + pooled.own_variance[:, None] * ahead**2 + shared
    line = _line(end.value[:, None] + pooled.drift[:, None] * ahead, variance, pooled.df[:, None])
    return line._replace(shared=shared)


def pool(moves: Steps) -> Pooled:
    """Shrink each region's drift and step variance toward the panel (METHODS part A section 2; Efron & Morris 1975).

    ``ve = (d0·v0 + d·s2)/(d0 + d)``; ``tau2 = max(var(c) − mean(Var c), 0)``;
    ``w = tau2/(tau2 + Var c)``; ``c* = w·c + (1 − w)·mean(c)``. The uncertainty of mean(c)
    comes from whole years, because regions share their shocks.
    """
    c, s2 = drift(moves)
    count = (moves.gap > 0).sum(axis=1)
    degrees = np.maximum(count - 1, 0).astype(float)
    solid = degrees >= 1
    lone = solid.sum() < PEERS_FOR_POOLING
    typical = DEFAULT.step_sd**2 if lone else float(np.median(s2[solid]))
    variance = (DEFAULT.own_df * typical + degrees * np.where(solid, s2, 0.0)) / (DEFAULT.own_df + degrees)
    own_variance = variance / np.maximum(moves.gap.sum(axis=1), 1.0)
    if lone:
        centre, tau2, common = 0.0, LONE_DRIFT * variance, 0.0
    else:
        centre = float(np.mean(c[solid]))
        tau2 = max(float(np.var(c[solid], ddof=1) - np.mean(own_variance[solid])), 0.0)
        common = _mean_variance(moves, centre)
    with np.errstate(invalid="ignore"):
        weight = np.where((count > 0) & (tau2 + own_variance > 0), tau2 / (tau2 + own_variance), 0.0)
    left = np.where(count > 0, weight * own_variance, tau2)
    shrunk = weight * np.where(count > 0, c, 0.0) + (1 - weight) * centre
    return Pooled(shrunk, left, (1 - weight) ** 2 * common, variance, degrees + DEFAULT.own_df)


def _mean_variance(moves: Steps, centre: float) -> float:
    """Variance of the panel's mean drift, from the mean step of each whole year."""
    has = moves.gap > 0
    used = has.any(axis=0)
    rate = np.where(has, np.nan_to_num(moves.delta) / np.where(has, moves.gap, 1.0), 0.0)
    yearly = rate.sum(axis=0)[used] / has.sum(axis=0)[used]
    if len(yearly) < 2:
        return 0.0
    return float(np.sum((yearly - centre) ** 2) / (len(yearly) - 1) / len(yearly))


def _line(mean: Floats, variance: Floats, df: Floats) -> Line:
    return Line(mean, np.sqrt(variance), np.broadcast_to(df, mean.shape).copy(), np.zeros_like(mean))


CLOSED_FORMS: Mapping[str, Callable[[Floats, Floats], Line]] = {
    "drift": drift_model,
    "trend": trend_model,
    "pooled_drift": pooled_drift_model,
}
