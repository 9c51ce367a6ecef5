"""The threshold that a printed figure must pass: facts as they are printed, figures to come at the precision to expect.

A figure that is in is compared with its own digits: 12.54 is not within 12.5. Of a figure to come only the number of
decimals is known: ``Y, once printed, is at least T`` is ``Y ≥ T − half a unit of the last decimal``, so every rule is
an interval ``low ≤ Y < high`` of the value before it is printed.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Floats

_SLACK = 1e-9  # printed decimals have no exact binary form


@dataclass(frozen=True)
class Threshold:
    """The event that the printed figure lies from ``floor`` to ``ceiling``; arrays of one entry per region.

    A limit that does not count is infinite, one that is unknown NaN. ``floor_open`` and ``ceiling_open`` say that the
    limit itself does not pass. ``decimals`` is the precision at which the figure to come will be printed.
    """

    floor: Floats
    ceiling: Floats
    decimals: np.ndarray
    floor_open: np.ndarray
    ceiling_open: np.ndarray

    def passed(self, value: Floats) -> Floats:
        """1 where the printed figure passes, 0 where it does not, NaN where either is missing."""
        above = value >= self.floor + np.where(self.floor_open, _SLACK, -_SLACK)
        below = value <= self.ceiling - np.where(self.ceiling_open, _SLACK, -_SLACK)
        return np.where(np.isnan(value) | self.undefined, np.nan, (above & below).astype(float))

    def distance(self, value: Floats) -> Floats:
        """How far a value lies beyond the nearer limit: positive outside, negative inside, NaN where unknown."""
        return np.maximum(self.floor - value, value - self.ceiling)

    def chance(self, outlook: Predictive) -> Floats:
        """P(low ≤ Y < high) under the predictive distribution."""
        p = outlook.below(self.high) - outlook.below(self.low)
        return np.clip(p, 0.0, 1.0)

    @property
    def low(self) -> Floats:
        """Where a value must begin to be printed as one that passes."""
        nearest = np.where(self.floor_open, _down(self.floor, self.decimals), -_down(-self.floor, self.decimals))
        return nearest + np.where(self.floor_open, 1, -1) * _half(self.decimals)

    @property
    def high(self) -> Floats:
        """Below which value it is printed as one that passes."""
        nearest = np.where(self.ceiling_open, -_down(-self.ceiling, self.decimals), _down(self.ceiling, self.decimals))
        return nearest - np.where(self.ceiling_open, 1, -1) * _half(self.decimals)

    @property
    def undefined(self) -> np.ndarray:
        """Where the threshold has no value."""
        return np.isnan(self.floor) | np.isnan(self.ceiling)

    @property
    def read_otherwise(self) -> "Threshold":
        """The same limits where what included the figure itself now excludes it, and the other way round."""
        return replace(self, floor_open=~self.floor_open, ceiling_open=~self.ceiling_open)


def _down(value: Floats, decimals: np.ndarray) -> Floats:
    unit = 10.0**decimals
    return np.floor(value * unit + _SLACK * unit) / unit


def _half(decimals: np.ndarray) -> Floats:
    return 0.5 * 10.0 ** -decimals.astype(float)


def at_least(value: ArrayLike, decimals: ArrayLike, *, excluded: ArrayLike = False) -> Threshold:
    """The printed figure is ``value`` or more; only more where the figure itself is ``excluded``."""
    floor = np.asarray(value, dtype=float)
    return _threshold(floor, np.where(np.isnan(floor), np.nan, np.inf), decimals, excluded)


def at_most(value: ArrayLike, decimals: ArrayLike, *, excluded: ArrayLike = False) -> Threshold:
    """The printed figure is ``value`` or less; only less where the figure itself is ``excluded``."""
    ceiling = np.asarray(value, dtype=float)
    return _threshold(np.where(np.isnan(ceiling), np.nan, -np.inf), ceiling, decimals, excluded)


def between(low: ArrayLike, high: ArrayLike, decimals: ArrayLike) -> Threshold:
    """The printed figure is no less than ``low`` and no more than ``high``."""
    return _threshold(np.asarray(low, dtype=float), np.asarray(high, dtype=float), decimals, False)


def _threshold(floor: Floats, ceiling: Floats, decimals: ArrayLike, excluded: ArrayLike) -> Threshold:
    digits = np.broadcast_to(np.asarray(decimals, dtype=int), floor.shape)
    open_ = np.broadcast_to(np.asarray(excluded, dtype=bool), floor.shape)
    return Threshold(floor, ceiling, digits, open_, open_)
