"""What statsmodels has of the count model: the filter given the standard deviations, and the GLM behind the level.

The model of :mod:`sxresearch.projection.counts.count_paths` has no counterpart in statsmodels: how events become
working observations, and the posterior of the eight standard deviations, are taken over as found. Once these are
given, every path is linear and Gaussian, and statsmodels filters it in its own way: as states that move from year to
year instead of covariances over all years at once. The overall level is the intercept of a GLM.

A walk that is 0 in the middle of the data is a Markov chain read from the first year on: with the level it has the
variance ``v(t) = level² + walk²·|t|``, and the next year given this one is normal with factor ``cov(t, t+1)/v(t)``.
"""

import warnings

import numpy as np
import statsmodels.api as sm
from statsmodels.tools.sm_exceptions import PerfectSeparationWarning
from statsmodels.tsa.statespace.kalman_filter import KalmanFilter

from sxresearch.projection.counts.count_data import EventCounts, Family
from sxresearch.projection.counts.count_gaussian import (
    COMMON_LEVEL_SD,
    DRIFT,
    EXCESS,
    LEVEL,
    OWN_DRIFT,
    OWN_WALK,
    SLOPE,
    SLOPE_PERSISTENCE,
    WALK,
    YEAR,
    WorkingObservations,
)
from sxresearch.projection.counts.count_paths import LinearisedModel
from sxresearch.projection.scale import Floats

_COMMON = 5  # states of the common path: level with walk, drift, the year's shock, way gone, moving slope
_SMALLEST_KURTOSIS = 0.06  # df of 104 at most


def recompute_paths(model: LinearisedModel) -> tuple[Floats, Floats, Floats]:
    """Mean, variance and df of the linear predictor in the years ahead, each (H, S), averaged over the sample."""
    ahead = model.shapes.own.shape[1] - model.shapes.seen
    mean, second, fourth = np.zeros((3, ahead, len(model.working.z)))
    for point, share in zip(model.points, model.weights, strict=True):
        location, variance = filter_paths(point, model.working, ahead)
        mean += share * location
        second += share * (variance + location**2)
        fourth += share * variance**2
    variance = second - mean**2
    df = 4 + 6 / np.maximum(3 * (fourth / variance**2 - 1), _SMALLEST_KURTOSIS)
    return mean + glm_level(model.counts), variance, df


def glm_level(counts: EventCounts) -> float:
    """Intercept of a GLM on all figures of the panel, half an event more among them (and half a person without)."""
    events, size = counts.events[counts.seen], counts.exposure[counts.seen]
    events, design = events + 0.5 / len(events), np.ones((len(events), 1))
    if counts.family is Family.BINOMIAL:
        without = size + 1 / len(size) - events
        model = sm.GLM(np.stack([events, without], axis=1), design, family=sm.families.Binomial())
    else:
        model = sm.GLM(events, design, family=sm.families.Poisson(), exposure=size)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PerfectSeparationWarning)  # statsmodels says so of every exact fit as well
        return float(model.fit(maxiter=200, tol=1e-14).params[0])


def filter_paths(sds: Floats, working: WorkingObservations, ahead: int) -> tuple[Floats, Floats]:
    """Mean and variance of the linear predictor around the overall level, ``ahead`` years on, both (H, S).

    ``sds`` are the eight standard deviations in the order of :mod:`sxresearch.projection.counts.count_gaussian`.
    """
    regions, seen = working.z.shape
    years, time = seen + ahead, np.arange(seen + ahead) - (seen - 1) / 2
    common, own = _chain(COMMON_LEVEL_SD, sds[WALK], time), _chain(sds[LEVEL], sds[OWN_WALK], time)
    states = _COMMON + 2 * regions
    engine = KalmanFilter(k_endog=regions, k_states=states)
    known = working.precision > 0
    figures = np.full((years, regions), np.nan)
    figures[:seen] = np.where(known, working.z, np.nan).T
    engine.bind(figures)
    obs_cov = np.zeros((regions, regions, years))
    noise = sds[EXCESS] ** 2 + 1 / np.where(known, working.precision, 1.0)
    obs_cov[np.arange(regions), np.arange(regions), :seen] = noise
    transition, shocks = _moves(regions, years, (common, own), sds)
    engine["design"], engine["obs_cov"], engine["selection"] = _reads(regions, time), obs_cov, np.eye(states)
    engine["transition"], engine["state_cov"] = transition, shocks
    first_own = [own[0][0], sds[OWN_DRIFT] ** 2]
    start = np.array([common[0][0], sds[DRIFT] ** 2, sds[YEAR] ** 2, 0.0, sds[SLOPE] ** 2, *(first_own * regions)])
    engine.initialize_known(np.zeros(states), np.diag(start))
    found = engine.filter()
    state, cov = found.predicted_state[:, seen:years], found.predicted_state_cov[..., seen:years]
    read = _reads(regions, time[seen:])
    return np.einsum("rst,st->tr", read, state), np.einsum("rst,sut,rut->tr", read, cov, read)


def _chain(level: float, walk: float, time: Floats) -> tuple[Floats, Floats, Floats]:
    """Variance in each year, factor to the next year, and variance of what is new there."""
    variance = level**2 + walk**2 * np.abs(time)
    same_side = np.sign(time[1:]) * np.sign(time[:-1]) > 0
    between = level**2 + walk**2 * np.where(same_side, np.minimum(np.abs(time[1:]), np.abs(time[:-1])), 0.0)
    factor = np.divide(between, variance[:-1], out=np.zeros_like(between), where=variance[:-1] > 0)
    return variance, factor, np.maximum(variance[1:] - factor * between, 0.0)


def _reads(regions: int, drift_time: Floats) -> Floats:
    """What each region reads of the states, the years last: the common ones and its own two."""
    design = np.zeros((regions, _COMMON + 2 * regions, len(drift_time)))
    design[:, 0], design[:, 1], design[:, 2], design[:, 3] = 1.0, drift_time, 1.0, 1.0
    rows = np.arange(regions)
    design[rows, _COMMON + 2 * rows], design[rows, _COMMON + 2 * rows + 1] = 1.0, drift_time
    return design


def _moves(
    regions: int, years: int, chains: tuple[tuple[Floats, Floats, Floats], ...], sds: Floats
) -> tuple[Floats, Floats]:
    """Transition and shocks, the years last."""
    states = _COMMON + 2 * regions
    (_, common_factor, common_new), (_, own_factor, own_new) = chains
    transition, shocks = np.zeros((2, states, states, years))
    levels, drifts = _COMMON + 2 * np.arange(regions), _COMMON + 1 + 2 * np.arange(regions)
    transition[0, 0, :-1], shocks[0, 0, :-1] = common_factor, common_new
    transition[levels, levels, :-1], shocks[levels, levels, :-1] = own_factor, own_new
    transition[1, 1] = transition[drifts, drifts] = 1.0
    shocks[2, 2] = sds[YEAR] ** 2
    transition[3, 3], transition[3, 4], transition[4, 4] = 1.0, SLOPE_PERSISTENCE, SLOPE_PERSISTENCE
    shocks[3:5, 3:5] = sds[SLOPE] ** 2 * (1 - SLOPE_PERSISTENCE**2)  # the year's way is the new slope
    return transition, shocks
