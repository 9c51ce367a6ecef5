"""The threshold a value must pass: two cuts that already hold the rounding of printed figures.

A target speaks of the printed figure. ``Y rounds to at least T`` is ``Y ≥ T − half a unit of
the last decimal``, so every one-sided and two-sided rule is an interval ``low ≤ Y < high``.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Floats

_SLACK = 1e-9  # printed decimals have no exact binary form


@dataclass(frozen=True)
class Threshold:
    """The event ``low ≤ Y < high``; arrays of one entry per region, NaN where undefined."""

    low: Floats
    high: Floats

    def passed(self, value: Floats) -> Floats:
        """1 where the figure passes, 0 where it does not, NaN where either is missing."""
        inside = (value >= self.low - _SLACK) & (value < self.high - _SLACK)
        return np.where(np.isnan(value) | self.undefined, np.nan, inside.astype(float))

    def chance(self, outlook: Predictive) -> Floats:
        """P(low ≤ Y < high) under the predictive distribution."""
        p = outlook.below(self.high) - outlook.below(self.low)
        return np.clip(p, 0.0, 1.0)

    @property
    def undefined(self) -> np.ndarray:
        """Where the threshold has no value."""
        return np.isnan(self.low) | np.isnan(self.high)


def _floor(value: ArrayLike, decimals: int) -> Floats:
    unit = 10.0**decimals
    return np.floor(np.asarray(value, dtype=float) * unit + _SLACK * unit) / unit


def _ceil(value: ArrayLike, decimals: int) -> Floats:
    return -_floor(-np.asarray(value, dtype=float), decimals)


def _half(decimals: int) -> float:
    return 0.5 * 10.0**-decimals


def at_least(value: Floats, decimals: int) -> Threshold:
    """The printed figure is ``value`` or more."""
    low = _ceil(value, decimals) - _half(decimals)
    return Threshold(low, np.where(np.isnan(low), np.nan, np.inf))


def at_most(value: Floats, decimals: int) -> Threshold:
    """The printed figure is ``value`` or less."""
    high = _floor(value, decimals) + _half(decimals)
    return Threshold(np.where(np.isnan(high), np.nan, -np.inf), high)


def above(value: Floats, decimals: int) -> Threshold:
    """The printed figure is more than ``value``."""
    low = _floor(value, decimals) + _half(decimals)
    return Threshold(low, np.where(np.isnan(low), np.nan, np.inf))


def below(value: Floats, decimals: int) -> Threshold:
    """The printed figure is less than ``value``."""
    high = _ceil(value, decimals) - _half(decimals)
    return Threshold(np.where(np.isnan(high), np.nan, -np.inf), high)


def between(low: Floats, high: Floats, decimals: int) -> Threshold:
    """The printed figure is no less than ``low`` and no more than ``high``."""
    return Threshold(at_least(low, decimals).low, at_most(high, decimals).high)
