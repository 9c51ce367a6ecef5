"""Weights learned from rolling origins, and the combination of the members.

Every past year is an origin at which each member is judged on figures it had not seen (Dawid
1984, *JRSS A* 147, 278). The combination carries the spread between the members in its
variance (Bates & Granger 1969, *OR Quarterly* 20, 451; Draper 1995, *JRSS B* 57, 45).
"""

from collections.abc import Iterator
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
    """The members' forecasts at one horizon, made when asked for: all at once would not fit in memory."""

    filtered: Filtered
    reach: Floats
    shocks: Floats

    def each(self) -> Iterator[tuple[int, Floats, Floats]]:
        """Number of the member, mean (Y, S) and variance (Y, S) for each member."""
        for k, (b, q) in enumerate(zip(self.reach, self.shocks, strict=True)):
            level, slope, level_var, covar, slope_var = (item[:, k] for item in self.filtered.states)
            variance = self.filtered.variance[:, k] * (level_var + 2 * b * covar + b * b * slope_var + q)
            yield k, level + b * slope, variance


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
    for h in range(1, longest + 1):
        forecasts = _Forecasts(filtered, reach[h - 1], shocks[h - 1])
        scores = _Scores(z, df, groups, part).at(forecasts, h)
        evidence += discounted(scores, part.prior.memory) / h
        weights[h - 1] = _softmax(evidence)
        location[h - 1], variance[h - 1] = _blend(forecasts, groups.spread(weights[h - 1]))
    return Mixture(location, variance, df, weights)


class _Scores(NamedTuple):
    """What members are judged by."""

    z: Floats
    df: Floats
    groups: Groups
    part: Part

    def at(self, forecasts: _Forecasts, h: int) -> Floats:
        """Log score of each member in each target year, panel means times n ** block_power; (Y, K, P)."""
        out = np.zeros((len(self.z), len(forecasts.reach), len(self.groups.sizes)))
        if len(self.z) <= h:
            return out
        seen = np.isfinite(self.z)
        judged = (seen & (np.cumsum(seen, axis=0) >= POINTS_AT_ORIGIN))[:-h] & seen[h:]
        target, nu = np.where(judged, self.z[h:], 0.0), self.df[:-h]
        constant = gammaln((nu + 1) / 2) - gammaln(nu / 2) - 0.5 * np.log(np.pi * nu)
        weight = judged.astype(float) if self.part.trust is None else judged * self.part.trust[h:]
        regions = self.groups.sum(weight)
        factor = np.maximum(regions, 1.0) ** (self.part.prior.block_power - 1.0)
        for k, mean, variance in forecasts.each():
            spread = nu * variance[:-h]
            score = constant - 0.5 * np.log(spread / nu) - (nu + 1) / 2 * np.log1p((target - mean[:-h]) ** 2 / spread)
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


def _blend(forecasts: _Forecasts, weights: Floats) -> tuple[Floats, Floats]:
    """Location and variance of the mixture; weights (Y, K, S)."""
    location, variance = np.zeros((2, len(weights), weights.shape[-1]))
    for k, mean, _ in forecasts.each():
        location += weights[:, k] * mean
    for k, mean, own in forecasts.each():
        variance += weights[:, k] * (own + (mean - location) ** 2)
    return location, variance
