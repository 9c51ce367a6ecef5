"""One exact Kalman filter for all members over all series, and their forecasts.

Durbin & Koopman (2012) *Time Series Analysis by State Space Methods*, 2nd ed., chapters 2–4;
missing years are skipped (their 4.10), so gaps count in years. The test holds it equal to
statsmodels' ``KalmanFilter`` to 1e-8. Shapes: Y years, K members, S series; time comes first.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from sxresearch.projection.ensemble.ensemble_members import Coefficients, Member, Prior, coefficients
from sxresearch.projection.scale import Floats

Centre = Callable[[int, Floats, Floats], Floats]
"""``centre(year, squares (K, S), counts (S,))`` → prior centre of the step variances, (K or 1, S)."""


class Part(NamedTuple):
    """One part of the model: its members, and what their step variances are shrunk to.

    ``df`` is what the variance prior is worth, one number or one per series. ``trust`` (Y, S) in [0, 1] is how much of
    a figure counts for other series, everything by default.
    """

    members: tuple[Member, ...]
    centre: Centre
    df: float | Floats
    prior: Prior
    trust: Floats | None = None


class State(NamedTuple):
    """Level and slope and their variances (in step variances), each (K, S) or with years first (Y, K, S)."""

    level: Floats
    slope: Floats
    level_var: Floats
    covar: Floats
    slope_var: Floats


class Filtered(NamedTuple):
    """What the filter knows in each year.

    ``variance`` (Y, K, S): step variance; ``counts`` (Y, S): discounted number of squared
    innovations behind it.
    """

    states: State
    variance: Floats
    counts: Floats


def filter_members(z: Floats, part: Part) -> Filtered:
    """Filter every member over every series, each from its first figure on.

    The level is diffuse and starts at the first figure, which is the exact diffuse limit of a
    local level. The step variance is concentrated out and shrunk, ``(df·centre + Σ squares) /
    (df + n)`` (Smyth 2004, *SAGMB* 3(1):3), old squares discounted by ``memory``.

    Parameters
    ----------
    z
        (Y, S), NaN where there is no figure.
    part
        The members and their variance prior.
    """
    prior, numbers = part.prior, Coefficients(*(column[:, None] for column in coefficients(part.members)))
    shape = (len(z), len(part.members), z.shape[1])
    kept, variance, counts = State(*(np.empty(shape) for _ in range(5))), np.empty(shape), np.empty(z.shape)
    state = State(*(np.zeros(shape[1:]) for _ in range(5)))
    squares, count, started = np.zeros(shape[1:]), np.zeros(shape[2]), np.zeros(shape[2], dtype=bool)
    for year, figures in enumerate(z):
        seen = np.isfinite(figures)
        known = seen & started
        before = np.where(count >= prior.settled, variance[year - 1], np.inf)
        state, square = _update(predict(state, numbers), figures, known, numbers.noise, (before, prior))
        keep = np.where(known, prior.memory, 1.0)
        squares, count = keep * squares + square, keep * count + known
        doubt = 0.0 if part.trust is None else 1.0 - part.trust[year]
        centre = part.centre(year, squares - doubt * square, count - doubt * known)
        variance[year] = (part.df * centre + squares) / (part.df + count)
        counts[year] = count
        first = seen & ~started
        if first.any():
            state = _begin(state, figures, first, numbers)
        started |= seen
        for store, value in zip(kept, state, strict=True):
            store[year] = value
    return Filtered(kept, variance, counts)


def predict(state: State, numbers: Coefficients) -> State:
    """The state one year on; the level's own step has variance 1."""
    slope = numbers.damping * state.slope
    slope_var = numbers.damping**2 * state.slope_var
    covar = numbers.damping * state.covar
    level_var = state.level_var + 2 * covar + slope_var + 1.0
    return State(state.level + slope, slope, level_var, covar + slope_var, slope_var + numbers.shock)


def _begin(state: State, figures: Floats, first: np.ndarray, numbers: Coefficients) -> State:
    """Place series at their first figure."""
    zero = np.zeros_like(numbers.noise)
    start = State(np.where(first, figures, 0.0), zero, numbers.noise, zero, numbers.start)
    return State(*(np.where(first, begin, now) for begin, now in zip(start, state, strict=True)))


def _update(
    state: State, figures: Floats, seen: np.ndarray, noise: Floats, doubted: tuple[Floats, Prior]
) -> tuple[State, Floats]:
    """The state after a figure, and the squared innovation over its variance (0 where nothing was seen).

    Beyond ``outlier`` standard deviations an innovation is, with probability ``blip``, no change
    at all: the level follows it by 1 − blip, stays uncertain by the spread between the two
    readings, and the slope ignores the excess (a two-component form of Masreliez & Martin 1977,
    *IEEE Trans. Autom. Control* 22, 361). The next figure then settles it.
    """
    variance, prior = doubted
    total = state.level_var + noise
    error = np.where(seen, figures - state.level, 0.0)
    limit = prior.outlier * np.sqrt(variance * total)
    usual = np.clip(error, -limit, limit)
    excess = error - usual
    gain, slope_gain = np.where(seen, state.level_var / total, 0.0), np.where(seen, state.covar / total, 0.0)
    doubt = prior.blip * (1 - prior.blip) * excess**2 / variance
    after = State(
        state.level + gain * (error - prior.blip * excess),
        state.slope + slope_gain * usual,
        state.level_var - gain * state.level_var + doubt,
        state.covar - gain * state.covar,
        state.slope_var - slope_gain * state.covar,
    )
    return after, usual**2 / total


def horizon_coefficients(members: tuple[Member, ...], longest: int) -> tuple[Floats, Floats]:
    """How each member's filtered state extends h years ahead; two arrays (H, K), b and q.

    ``mean = level + b·slope`` and ``variance = level_var + 2b·covar + b²·slope_var + q`` step
    variances, with ``b = damping + … + damping^h`` (Gardner & McKenzie 1985) and q the noise
    and the shocks on the way.
    """
    numbers, count = coefficients(members), len(members)
    state = State(np.zeros(count), np.ones(count), np.zeros(count), np.zeros(count), np.zeros(count))
    reach, shocks = np.empty((longest, count)), np.empty((longest, count))
    for year in range(longest):
        state = predict(state, numbers)
        reach[year], shocks[year] = state.level, state.level_var + numbers.noise
    return reach, shocks
