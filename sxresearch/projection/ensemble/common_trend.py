"""The path that the regions of one indicator share, built from whole-year mean steps.

The step of the path is the mean over regions of their steps, weighted by inverse variance per
elapsed year and, in a second pass, by Huber weights (Huber 1964, *Ann. Math. Stat.* 35, 73). A
region that joins late or skips years moves only its own deviation, so a change in the set of
regions never looks like a change in level.
"""

from typing import NamedTuple

import numpy as np

from sxresearch.projection.ensemble.ensemble_members import Prior
from sxresearch.projection.grouping import Groups
from sxresearch.projection.scale import Floats

_TINY = 1e-12
_STEPS_FOR_CLIPPING = 2  # more than this many steps are needed to call one of them far


class SharedPath(NamedTuple):
    """Series split into a common path and own deviations: ``z[t, s] = path[t, panel of s] + own[t, s]``.

    ``path`` (Y, P) is NaN in years without any region; ``own`` is (Y, S); ``own_variance``
    (Y, P) is the mean squared own step per year as known in each year, 0 while unknown.
    """

    path: Floats
    own: Floats
    own_variance: Floats


def split(z: Floats, groups: Groups, prior: Prior) -> SharedPath:
    """Split series (Y, S) year by year; row t depends on rows 0…t only."""
    path = np.full((len(z), len(groups.sizes)), np.nan)
    own, own_variance = np.full_like(z, np.nan), np.zeros_like(path)
    state = _State(z.shape[1], groups, prior)
    for year, figures in enumerate(z):
        path[year] = state.move(figures)
        own[year] = figures - groups.spread(state.level)
        own_variance[year] = state.learn(own[year])
    return SharedPath(path, own, own_variance)


class _State:
    """What is known so far: the path's level, and each region's last deviation and step variance."""

    def __init__(self, count: int, groups: Groups, prior: Prior):
        self._groups, self._prior = groups, prior
        self.level, self._started = np.zeros(len(groups.sizes)), np.zeros(len(groups.sizes), dtype=bool)
        self._last, self._elapsed = np.full(count, np.nan), np.zeros(count)
        self._squares, self._steps, self._variance = np.zeros(count), np.zeros(count), np.zeros(count)

    def move(self, figures: Floats) -> Floats:
        """Advance the path by one year; its level, NaN for panels without a figure."""
        groups = self._groups
        self._elapsed += 1
        seen = np.isfinite(figures)
        known = seen & np.isfinite(self._last)
        step = np.where(known, figures - self._last, 0.0) - np.where(known, groups.spread(self.level), 0.0)
        self.level = self.level + groups.mean(step, self._weights(step, known))
        moved = groups.sum(known.astype(float)) > 0
        new = (groups.sum(seen.astype(float)) > 0) & ~self._started
        self.level = np.where(new, groups.mean(np.where(seen, figures, 0.0), seen.astype(float)), self.level)
        self._started |= new
        return np.where(moved | new, self.level, np.nan)

    def _weights(self, step: Floats, known: np.ndarray) -> Floats:
        """Inverse variances, cut for steps far from the mean step."""
        groups, limit = self._groups, self._prior.huber
        variance = np.maximum(self._variance * self._elapsed, _TINY)
        weight = np.where(known, 1 / variance, 0.0)
        distance = np.abs(step - groups.spread(groups.mean(step, weight)))
        reach = limit * np.sqrt(variance)
        far = (self._steps > 0) & (distance > reach)
        return np.where(far, weight * reach / np.maximum(distance, _TINY), weight)

    def learn(self, own: Floats) -> Floats:
        """Update the own step variances; each panel's mean, shape (P,)."""
        groups, prior = self._groups, self._prior
        seen = np.isfinite(own)
        known = seen & np.isfinite(self._last)
        square = np.where(known, (own - np.where(known, self._last, 0.0)) ** 2 / self._elapsed, 0.0)
        settled = self._steps > _STEPS_FOR_CLIPPING
        self._squares += np.where(settled, np.minimum(square, prior.outlier**2 * self._variance), square)
        self._steps += known
        self._last, self._elapsed = np.where(seen, own, self._last), np.where(seen, 0.0, self._elapsed)
        mean = groups.sum(self._squares) / np.maximum(groups.sum(self._steps), 1)
        self._variance = (prior.own_df * groups.spread(mean) + self._squares) / (prior.own_df + self._steps)
        return mean
