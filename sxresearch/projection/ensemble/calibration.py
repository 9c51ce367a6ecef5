"""How wide: a factor on the standard deviation, learned from past origins in whole-year blocks."""

from typing import NamedTuple

import numpy as np
from scipy import stats

from sxresearch.projection.ensemble.ensemble_members import Prior
from sxresearch.projection.ensemble.ensemble_weights import settled
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


def learn_width(z: Floats, predicted: Predicted, groups: Groups, prior: Prior, trust: Floats | None = None) -> Width:
    """The factor that past errors call for, shrunk to 1.

    Standardised errors are carried from t to normal, squared, cut and compared with what a
    calibrated forecast would give. A year is one block however many regions it has;
    overlapping horizons count by 1/h, shorter ones by nearness. Errors of the latest year count
    by the ``trust`` (Y, S) in its figures until the next year has shown what they were.
    """
    longest, years = len(predicted.location), len(z)
    factor = np.empty((longest, years, len(groups.sizes)))
    origins, excess, blocks = np.empty_like(factor), np.zeros(factor.shape[1:]), np.zeros(factor.shape[1:])
    for h in range(1, longest + 1):
        excess, blocks = prior.nearness * excess, prior.nearness * blocks
        if years > h:
            square, judged = _errors(z, predicted, h)
            full = _blocks(square, judged, groups)
            lent = full if trust is None else _blocks(square, judged * trust[h:], groups)
            excess[h:] += settled(full[0], lent[0], prior.memory) / h
            blocks[h:] += settled(full[1], lent[1], prior.memory) / h
        factor[h - 1] = np.sqrt((prior.width_blocks + excess) / (prior.width_blocks + blocks))
        origins[h - 1] = blocks
    return Width(factor, origins)


def _errors(z: Floats, predicted: Predicted, h: int) -> tuple[Floats, Floats]:
    """Cut squared errors over what is expected, by target year and series; and which there are, 1 or 0."""
    seen = np.isfinite(z)
    judged = (seen & (np.cumsum(seen, axis=0) >= POINTS_AT_ORIGIN))[:-h] & seen[h:]
    target = np.where(judged, z[h:], 0.0)
    square = (target - predicted.location[h - 1, :-h]) ** 2 / predicted.variance[h - 1, :-h]
    square = np.minimum(_t_to_normal(square, predicted.df[h - 1, :-h]), CUT)
    return np.where(judged, square, 0.0) / EXPECTED, judged.astype(float)


def _blocks(square: Floats, weight: Floats, groups: Groups) -> tuple[Floats, Floats]:
    """Mean of the errors by target year and panel, and what the year counts: one, or less if hardly any is trusted."""
    counted = np.minimum(groups.sum(weight), 1.0)
    return groups.mean(square, weight) * counted, counted


def _t_to_normal(square: Floats, df: Floats) -> Floats:
    """Square of the normal score of a t score (Wallace 1959, *Ann. Math. Stat.* 30, 1121, his u1)."""
    return ((8 * df + 1) / (8 * df + 3)) ** 2 * df * np.log1p(square / df)
