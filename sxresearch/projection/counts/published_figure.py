"""From the underlying rate to the published figure: a count at a given exposure, compounded over what is unknown."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy import special

from sxresearch.projection.counts.count_data import Family
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Floats
from sxresearch.projection.student_factor import student_quantiles

NODES, WEIGHTS = (item / 2 for item in np.polynomial.legendre.leggauss(64))  # Gauss–Legendre, halved for (0, 1)
NODES = NODES + 0.5
LARGEST_ETA = 500.0  # exp() overflows above 709
_SLACK = 1e-9  # printed decimals have no exact binary form
_CERTAIN = 1e-200  # variance of a count below which no chance that a number can hold tells it from none, or all


def published_below(rate: Predictive, exposure: Floats, factor: float, cut: Floats) -> Floats:
    """P(factor · events / exposure < cut), with ``cut`` in the indicator's unit, per region.

    Parameters
    ----------
    rate
        Distribution of the rate that the events are drawn from, on the log scale (Poisson) or the logit scale
        from 0 to ``factor`` (binomial).
    exposure
        Expected exposure, per region; NaN or 0 gives NaN.
    cut
        One per region, ±inf allowed, NaN gives NaN.

    Notes
    -----
    With K the largest count below the cut, ``P(X ≤ K | rate) = P(gamma(K + 1) > exposure·rate)``, for the binomial
    ``P(beta(K + 1, N − K) > rate)`` (Johnson, Kemp & Kotz 2005, sections 3.4 and 4.12.1). So X ≤ K is the
    event that one random number exceeds another, and the integral runs over the quantiles of the narrower of the two:
    the integrand is then smooth however small or large the exposure, and with growing exposure the answer
    tends to P(rate < cut).
    """
    size = np.where(exposure > 0, exposure, np.nan)
    bounded = np.isfinite(rate.scale.upper)
    size = np.rint(size) if bounded else size
    top = np.ceil((np.asarray(cut, dtype=float) - _SLACK) * size / factor) - 1
    inner = (top >= 0) & np.isfinite(top) & rate.known & ((top < size) | (not bounded))
    outside = np.where(np.isnan(top) | ~rate.known, np.nan, (top >= 0).astype(float))
    rows = np.flatnonzero(inner)
    if len(rows):
        family = Family.BINOMIAL if bounded else Family.POISSON
        offset = float(np.log(factor)) if family is Family.POISSON else 0.0
        outside[rows] = _compound(rate.at(rows), family, top[rows, None], size[rows, None], offset)
    return outside


def _compound(rate: Predictive, family: Family, top: Floats, size: Floats, offset: float) -> Floats:
    eta, spread, df = rate.location[:, None] - offset, rate.spread[:, None], rate.df[:, None]
    own = 1 / np.sqrt(top + 1) if family is Family.POISSON else 1 / np.sqrt((top + 1) * (size - top) / (size + 1))
    narrow = (own < spread)[:, 0]
    found = np.empty((len(eta), len(NODES)))
    found[narrow] = _over_count(family, *(item[narrow] for item in (top, size, eta, spread, df)))
    found[~narrow] = _over_rate(family, *(item[~narrow] for item in (top, size, eta, spread, df)))
    return np.asarray(found @ WEIGHTS)


def _over_count(family: Family, top: Floats, size: Floats, eta: Floats, spread: Floats, df: Floats) -> Floats:
    """P(rate < the rate at which ``top`` is reached), at the quantiles of the latter; rows × nodes."""
    return np.asarray(special.stdtr(df, (_count_quantile(family, top, size) - eta) / np.maximum(spread, 1e-12)))


def _over_rate(family: Family, top: Floats, size: Floats, eta: Floats, spread: Floats, df: Floats) -> Floats:
    """P(at most ``top`` events | rate), at the quantiles of the rate; rows × nodes."""
    drawn = np.clip(eta + spread * student_quantiles(df[:, 0], NODES), -LARGEST_ETA, LARGEST_ETA)
    return _count_below(family, top, size, family.rate(drawn))


def _count_quantile(family: Family, top: Floats, size: Floats) -> Floats:
    """Quantiles, at the nodes, of the rate at which exactly ``top`` events are reached, link scale."""
    if family is Family.POISSON:
        return np.log(special.gammaincinv(top + 1, NODES) / size)
    return special.logit(special.betaincinv(top + 1, np.maximum(size - top, 1.0), NODES))


def _count_below(family: Family, top: Floats, size: Floats, rate: Floats) -> Floats:
    if family is Family.POISSON:
        return special.gammaincc(top + 1, size * rate)
    return 1.0 - special.betainc(top + 1, np.maximum(size - top, 1.0), rate)  # a quarter of the time of betaincc


def published_draws(rates: Floats, exposure: Floats, factor: float, chances: Floats, *, bounded: bool) -> Floats:
    """Published figures behind drawn rates, both (draws, regions) in the unit: counts at ``exposure``.

    ``chances`` are uniform, (draws, 1) or (draws, regions); by them the Poisson (binomial) counts are read off.
    """
    size = np.rint(exposure) if bounded else exposure
    usable = np.isfinite(rates) & (size > 0)
    expected, people = np.where(usable, rates / factor, 0.0), np.where(size > 0, size, 1.0)
    events = (
        binomial_quantile(chances, people, np.clip(expected, 0.0, 1.0))
        if bounded
        else poisson_quantile(chances, expected * people)
    )
    return np.where(usable, np.maximum(events, 0.0) / people * factor, np.nan)


def poisson_quantile(chances: Floats, means: Floats) -> Floats:
    """The smallest count whose distribution function reaches ``chances`` (in (0, 1)), broadcast over ``means`` (≥ 0).

    As :func:`scipy.stats.poisson` has it, and far quicker for many at once (:func:`_reaching`).
    """
    normal, chance, mean = _flat(special.ndtri(chances), chances, means)
    open_ = mean > _CERTAIN
    start = np.floor(mean + normal * np.sqrt(mean) + (normal**2 - 1) / 6)
    count = np.where(open_, np.maximum(start, 0.0), 0.0)
    below, mass = special.pdtr(count, mean), np.exp(special.xlogy(count, mean) - mean - special.gammaln(count + 1))

    def growth(rows: np.ndarray, to: Floats) -> Floats:
        return np.asarray(mean[rows] / to)

    found = _reaching(_Reached(count, below, mass), chance, np.full(len(mean), np.inf), open_, growth)
    return found.reshape(np.broadcast_shapes(np.shape(chances), np.shape(means)))


def binomial_quantile(chances: Floats, sizes: Floats, rates: Floats) -> Floats:
    """The smallest count whose distribution function reaches ``chances`` (in (0, 1)); all three are broadcast together.

    As :func:`scipy.stats.binom` has it, and far quicker for many at once (:func:`_reaching`). ``sizes`` are whole and
    positive, ``rates`` in [0, 1].
    """
    normal, chance, size, rate = _flat(special.ndtri(chances), chances, sizes, rates)
    spread = size * rate * (1 - rate)
    open_ = spread > _CERTAIN
    start = np.floor(size * rate + normal * np.sqrt(spread) + (1 - 2 * rate) * (normal**2 - 1) / 6)
    count = np.where(open_, np.clip(start, 0.0, size), np.rint(size * rate))
    below = np.where(count < size, 1.0 - special.betainc(count + 1, np.maximum(size - count, 1.0), rate), 1.0)
    ways = special.gammaln(size + 1) - special.gammaln(count + 1) - special.gammaln(size - count + 1)
    mass = np.exp(ways + special.xlogy(count, rate) + special.xlog1py(size - count, -rate))

    def growth(rows: np.ndarray, to: Floats) -> Floats:
        return np.asarray((size[rows] - to + 1) / to * (rate[rows] / (1 - rate[rows])))

    found = _reaching(_Reached(count, below, mass), chance, size, open_, growth)
    return found.reshape(np.broadcast_shapes(np.shape(chances), np.shape(sizes), np.shape(rates)))


def _flat(*items: Floats) -> list[Floats]:
    """All of them broadcast together, in one dimension."""
    return [np.asarray(item, dtype=float).ravel() for item in np.broadcast_arrays(*items)]


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
