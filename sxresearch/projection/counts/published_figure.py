"""From the underlying rate to the published figure: a count at a given exposure, compounded over what is unknown."""

import numpy as np
from scipy import special

from sxresearch.projection.counts.count_data import Family
from sxresearch.projection.counts.inverse_counts import binomial_quantile, poisson_quantile
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Floats
from sxresearch.projection.student_factor import student_quantiles

NODES, WEIGHTS = (item / 2 for item in np.polynomial.legendre.leggauss(64))  # Gauss–Legendre, halved for (0, 1)
NODES = NODES + 0.5
LARGEST_ETA = 500.0  # exp() overflows above 709
_SLACK = 1e-9  # printed decimals have no exact binary form


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
