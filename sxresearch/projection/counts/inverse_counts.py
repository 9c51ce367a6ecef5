"""Counts read off uniform numbers: the inverse of the Poisson and of the binomial distribution function.

Each is as :mod:`scipy.stats` has it, count for count, and far quicker for many at once. Nearly all are told by the
Cornish–Fisher expansion, whose error is known: only where it lies so near to a whole number that the error could matter
is the distribution function asked (Giles 2016, ACM Trans. Math. Softw. 42, 7).
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy import special

from sxresearch.projection.scale import Floats

LEAST_VARIANCE, WITHIN = 1.0, 3.0
"""Variance of a count from which the expansion is tried, and how many standard deviations around the mean. Beyond, it
would leave nearly every count in doubt: these two decide the time only."""
CAUTION = 2.0
"""Times Giles' bound on the error, his δ: at the steps of the distribution functions up to .96 of it was seen, from a
variance of ½ on and for all shares."""
_DIGITS = 1e-12  # of a count: what its own arithmetic may cost
_CERTAIN = 1e-200  # variance of a count below which no chance that a number can hold tells it from none, or all


def poisson_quantile(chances: Floats, means: Floats) -> Floats:
    """Smallest counts whose distribution function reaches ``chances`` (in (0, 1)); broadcast over ``means`` (≥ 0)."""
    normal, chance, mean = _flat(special.ndtri(chances), chances, means)
    found, told = _expanded(normal, _Moments(mean, mean, 1.0, 1.0))
    rows = np.flatnonzero(~told)
    found[rows] = _poisson_searched(normal[rows], chance[rows], mean[rows])
    return found.reshape(np.broadcast_shapes(np.shape(chances), np.shape(means)))


def binomial_quantile(chances: Floats, sizes: Floats, rates: Floats) -> Floats:
    """Smallest counts whose distribution function reaches ``chances`` (in (0, 1)); all three are broadcast together.

    ``sizes`` are whole and positive, ``rates`` in [0, 1].
    """
    normal, chance, size, rate = _flat(special.ndtri(chances), chances, sizes, rates)
    share = rate * (1 - rate)
    found, told = _expanded(normal, _Moments(size * rate, size * share, 1 - 2 * rate, 1 - 6 * share))
    rows = np.flatnonzero(~told)
    found[rows] = _binomial_searched(normal[rows], chance[rows], size[rows], rate[rows])
    return found.reshape(np.broadcast_shapes(np.shape(chances), np.shape(sizes), np.shape(rates)))


def _flat(*items: Floats) -> list[Floats]:
    """All of them broadcast together, in one dimension."""
    return [np.asarray(item, dtype=float).ravel() for item in np.broadcast_arrays(*items)]


class _Moments(NamedTuple):
    """Mean and variance of counts; ``third`` and ``fourth`` are the cumulants of these orders over the variance."""

    mean: Floats
    variance: Floats
    third: Floats | float
    fourth: Floats | float


def _expanded(normal: Floats, counts: _Moments) -> tuple[Floats, np.ndarray]:
    """Counts by the Cornish–Fisher expansion at ``normal``, and whether each is certain.

    To the third order, with the half that makes a count of a continuous quantile and Sheppard's correction of its
    variance (Cornish & Fisher 1938; for Poisson counts that is Giles' equation for Q_N2).
    """
    mean, variance, third, fourth = counts
    usable = (variance >= LEAST_VARIANCE) & (np.abs(normal) <= WITHIN)
    spread, square = np.sqrt(np.where(usable, variance, 1.0)), normal * normal
    last = (square - 3) / 24 * fourth - (2 * square - 5) / 36 * np.square(third) - 1 / 24
    value = mean + spread * normal + (0.5 + (square - 1) / 6 * third) + last * normal / spread
    error = (1 / 40 + square / 80 + np.square(square) / 160) / np.square(spread)
    slack, count = CAUTION * error + _DIGITS * mean, np.floor(value)
    beyond = value - count
    return count, usable & (beyond > slack) & (beyond < 1 - slack)


def _poisson_searched(normal: Floats, chance: Floats, mean: Floats) -> Floats:
    open_ = mean > _CERTAIN
    start = np.floor(mean + normal * np.sqrt(mean) + (normal**2 - 1) / 6)
    count = np.where(open_, np.maximum(start, 0.0), 0.0)
    below, mass = special.pdtr(count, mean), np.exp(special.xlogy(count, mean) - mean - special.gammaln(count + 1))

    def growth(rows: np.ndarray, to: Floats) -> Floats:
        return np.asarray(mean[rows] / to)

    return _reaching(_Reached(count, below, mass), chance, np.full(len(mean), np.inf), open_, growth)


def _binomial_searched(normal: Floats, chance: Floats, size: Floats, rate: Floats) -> Floats:
    spread = size * rate * (1 - rate)
    open_ = spread > _CERTAIN
    start = np.floor(size * rate + normal * np.sqrt(spread) + (1 - 2 * rate) * (normal**2 - 1) / 6)
    count = np.where(open_, np.clip(start, 0.0, size), np.rint(size * rate))
    below = np.where(count < size, 1.0 - special.betainc(count + 1, np.maximum(size - count, 1.0), rate), 1.0)
    ways = special.gammaln(size + 1) - special.gammaln(count + 1) - special.gammaln(size - count + 1)
    mass = np.exp(ways + special.xlogy(count, rate) + special.xlog1py(size - count, -rate))

    def growth(rows: np.ndarray, to: Floats) -> Floats:
        return np.asarray((size[rows] - to + 1) / to * (rate[rows] / (1 - rate[rows])))

    return _reaching(_Reached(count, below, mass), chance, size, open_, growth)


class _Reached(NamedTuple):
    """Counts, their distribution function and their mass, one of each per cell."""

    counts: Floats
    below: Floats
    mass: Floats


def _reaching(
    at: _Reached, chance: Floats, top: Floats, open_: np.ndarray, growth: Callable[[np.ndarray, Floats], Floats]
) -> Floats:  # fmt: skip
    """The smallest counts, up to ``top``, whose distribution function reaches ``chance``, where ``open_``.

    The distribution function is asked once, at the second-order normal quantile (Cornish & Fisher 1938), and carried
    on from there by the recurrence of the mass function: ``growth(rows, k)`` is the mass at k over that at k − 1.
    """
    count, below, mass = at
    rows = np.flatnonzero(open_ & (below < chance) & (count < top))
    while len(rows):
        count[rows] += 1
        mass[rows] *= growth(rows, count[rows])
        below[rows] += mass[rows]
        rows = rows[(below[rows] < chance[rows]) & (count[rows] < top[rows])]
    rows = np.flatnonzero(open_ & (below - mass >= chance) & (count > 0))
    while len(rows):
        below[rows] -= mass[rows]
        mass[rows] /= growth(rows, count[rows])
        count[rows] -= 1
        rows = rows[(below[rows] - mass[rows] >= chance[rows]) & (count[rows] > 0)]
    return count
