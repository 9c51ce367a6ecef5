"""Weights learned from rolling origins, and the combination of the members.

Every past year is an origin at which each member is judged on figures it had not seen (Dawid
1984, *JRSS A* 147, 278). The combination carries the spread between the members in its
variance (Bates & Granger 1969, *OR Quarterly* 20, 451; Draper 1995, *JRSS B* 57, 45).
"""

from typing import NamedTuple

import numpy as np
from scipy.special import gammaln

from sxresearch.projection.ensemble.kalman import Filtered, Part, filter_members, horizon_coefficients
from sxresearch.projection.grouping import Groups
from sxresearch.projection.scale import Floats

POINTS_AT_ORIGIN = 2  # a series with fewer figures judges no member


class Mixture(NamedTuple):
    """Combined predictions from every origin: location and variance (H, Y, S), df (Y, S), weights (H, Y, K, P)."""

    location: Floats
    variance: Floats
    df: Floats
    weights: Floats


class _Forecasts(NamedTuple):
    """The members' forecasts at one horizon, both (K, Y, S).

    Filled anew for each horizon: all at once would not fit in memory.
    """

    mean: Floats
    variance: Floats

    def fill(self, filtered: Filtered, reach: Floats, shocks: Floats) -> None:
        """Set both to the horizon of ``reach`` and ``shocks``, (K,)."""
        for k, (b, q) in enumerate(zip(reach, shocks, strict=True)):
            level, slope, level_var, covar, slope_var = (item[:, k] for item in filtered.states)
            np.multiply(b, slope, out=self.mean[k])
            np.multiply(2 * b, covar, out=self.variance[k])
            self.mean[k] += level
            self.variance[k] += level_var
            self.variance[k] += b * b * slope_var
            self.variance[k] += q
            self.variance[k] *= filtered.variance[:, k]


def combine(z: Floats, part: Part, groups: Groups, longest: int) -> Mixture:
    """Run the members of a part, weigh them by their past log scores, and combine them.

    The weight of a member at an origin is proportional to exp(sum over past whole-year blocks
    of its log score, over horizons 1…h, each divided by its length because the windows
    overlap). A figure that the panel does not bear out judges by its trust. The combination has the mean
    location; its variance is the mean variance plus the spread between the members.

    Parameters
    ----------
    z
        (Y, S), NaN where there is no figure.
    part, groups
        The members, and which series are weighed together.
    longest
        H, in years.
    """
    filtered = filter_members(z, part)
    df = part.df + filtered.counts
    reach, shocks = horizon_coefficients(part.members, longest)
    evidence = np.zeros((len(z), len(part.members), len(groups.sizes)))
    location, variance = np.empty((2, longest, *z.shape))
    weights = np.empty((longest, *evidence.shape))
    forecasts = _Forecasts(*np.empty((2, len(part.members), *z.shape)))
    for h in range(1, longest + 1):
        forecasts.fill(filtered, reach[h - 1], shocks[h - 1])
        scores = _Scores(z, df, groups, part).at(forecasts, h)
        evidence += discounted(scores, part.prior.memory) / h
        weights[h - 1] = _softmax(evidence)
        location[h - 1], variance[h - 1] = _blend(forecasts, weights[h - 1], groups)
    return Mixture(location, variance, df, weights)


class _Scores(NamedTuple):
    """What members are judged by."""

    z: Floats
    df: Floats
    groups: Groups
    part: Part

    def at(self, forecasts: _Forecasts, h: int) -> Floats:
        """Log score of each member in each target year, panel means times n ** block_power; (Y, K, P)."""
        out = np.zeros((len(self.z), len(forecasts.mean), len(self.groups.sizes)))
        if len(self.z) <= h:
            return out
        seen = np.isfinite(self.z)
        judged = (seen & (np.cumsum(seen, axis=0) >= POINTS_AT_ORIGIN))[:-h] & seen[h:]
        target, nu = np.where(judged, self.z[h:], 0.0), self.df[:-h]
        constant = gammaln((nu + 1) / 2) - gammaln(nu / 2) - 0.5 * np.log(np.pi * nu)
        weight = judged.astype(float) if self.part.trust is None else judged * self.part.trust[h:]
        regions = self.groups.sum(weight)
        factor = np.maximum(regions, 1.0) ** (self.part.prior.block_power - 1.0)
        power = (nu + 1) / 2
        for k, (mean, variance) in enumerate(zip(*forecasts, strict=True)):
            spread = nu * variance[:-h]
            distance = (target - mean[:-h]) ** 2
            distance /= spread
            spread /= nu
            score = constant - 0.5 * np.log(spread, out=spread)
            score -= power * np.log1p(distance, out=distance)
            out[h:, k] = self.groups.sum(weight * np.where(judged, score, 0.0)) * factor
        return out


def discounted(values: Floats, memory: float) -> Floats:
    """Running sum over axis 0 in which the past loses weight every year (in place).

    West & Harrison (1997) *Bayesian Forecasting and Dynamic Models*, chapter 2.
    """
    for year in range(1, len(values)):
        values[year] += memory * values[year - 1]
    return values


def settled(values: Floats, lent: Floats, memory: float) -> Floats:
    """:func:`discounted` sums of ``values``, the current year's value being ``lent`` until the next year's is in."""
    total = discounted(values.copy(), memory)
    total[1:], total[0] = lent[1:] + memory * total[:-1], lent[0]
    return total


def _softmax(evidence: Floats) -> Floats:
    weights = np.exp(evidence - evidence.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)


def _blend(forecasts: _Forecasts, weights: Floats, groups: Groups) -> tuple[Floats, Floats]:
    """Location and variance of the mixture; weights (Y, K, P)."""
    location, variance = np.zeros((2, *forecasts.mean.shape[1:]))
    for k, mean in enumerate(forecasts.mean):
        location += groups.spread(weights[:, k]) * mean
    for k, (mean, own) in enumerate(zip(*forecasts, strict=True)):
        between = (mean - location) ** 2
        between += own
        between *= groups.spread(weights[:, k])
        variance += between
    return location, variance
