"""How wide: a factor on the standard deviation, learned from past origins in whole-year blocks."""

from typing import NamedTuple

import numpy as np
from scipy import stats

from sxresearch.projection.ensemble.ensemble_members import Prior
from sxresearch.projection.ensemble.ensemble_weights import discounted
from sxresearch.projection.grouping import Groups
from sxresearch.projection.scale import Floats

POINTS_AT_ORIGIN = 3  # a series with fewer figures says nothing on the width
CUT = 4.0  # squared standardised errors are cut here: two standard deviations
EXPECTED = float(stats.chi2.cdf(CUT, 3) + CUT * stats.chi2.sf(CUT, 1))  # mean of min(χ²(1), CUT)


class Width(NamedTuple):
    """The factor, and the discounted number of whole-year origins behind it; both (H, Y, P)."""

    factor: Floats
    origins: Floats


class Predicted(NamedTuple):
    """Predictions from every origin, each (H, Y, S); ``df`` includes the heavy tails of steps."""

    location: Floats
    variance: Floats
    df: Floats


def learn_width(z: Floats, predicted: Predicted, groups: Groups, prior: Prior) -> Width:
    """The factor that past errors call for, shrunk to the default.

    Standardised errors are carried from t to normal, squared, cut and compared with what a
    calibrated forecast would give. A year is one block however many regions it has;
    overlapping horizons count by 1/h, shorter ones by nearness.
    """
    longest, years = len(predicted.location), len(z)
    factor = np.empty((longest, years, len(groups.sizes)))
    origins, excess, blocks = np.empty_like(factor), np.zeros(factor.shape[1:]), np.zeros(factor.shape[1:])
    for h in range(1, longest + 1):
        excess, blocks = prior.nearness * excess, prior.nearness * blocks
        if years > h:
            found, counted = _block_errors(z, predicted, h, groups, prior)
            excess[h:] += discounted(found, prior.memory) / h
            blocks[h:] += discounted(counted, prior.memory) / h
        factor[h - 1] = prior.width * np.sqrt((prior.width_blocks + excess) / (prior.width_blocks + blocks))
        origins[h - 1] = blocks
    return Width(factor, origins)


def _block_errors(z: Floats, predicted: Predicted, h: int, groups: Groups, prior: Prior) -> tuple[Floats, Floats]:
    """Mean cut squared error over what is expected, by target year and panel; and whether there is any."""
    seen = np.isfinite(z)
    judged = (seen & (np.cumsum(seen, axis=0) >= POINTS_AT_ORIGIN))[:-h] & seen[h:]
    target = np.where(judged, z[h:], 0.0)
    square = (target - predicted.location[h - 1, :-h]) ** 2 / predicted.variance[h - 1, :-h]
    square = np.minimum(_t_to_normal(square / prior.width**2, predicted.df[h - 1, :-h]), CUT)
    found = groups.mean(np.where(judged, square, 0.0), judged.astype(float)) / EXPECTED
    counted = (groups.sum(judged.astype(float)) > 0).astype(float)
    return found * counted, counted


def _t_to_normal(square: Floats, df: Floats) -> Floats:
    """Square of the normal score of a t score (Wallace 1959, *Ann. Math. Stat.* 30, 1121, his u1)."""
    return ((8 * df + 1) / (8 * df + 3)) ** 2 * df * np.log1p(square / df)
