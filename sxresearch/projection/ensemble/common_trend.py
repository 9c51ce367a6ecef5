"""The path that the regions of one indicator share, built from whole-year mean steps that no single region can move.

The step of the path is an M-estimate of the regions' steps: inverse variances per elapsed year times Tukey's biweight
(Beaton & Tukey 1974, *Technometrics* 16, 147), started at the median. The scale is that of the regions' past steps or
that of this year's, whichever is larger, so a turn that regions take together is never far, however large; a step
that is far from all others weighs nothing. A year in which fewer than three of several regions have reported does not
move the path: nobody could say which of one or two is wrong, and one that reports before the others would carry them
all away. A region that joins late or skips years moves only its own deviation, so a
change in the set of regions never looks like a change in level.
"""

from typing import NamedTuple

import numpy as np

from sxresearch.projection.ensemble.ensemble_members import Prior
from sxresearch.projection.grouping import Groups
from sxresearch.projection.scale import Floats

_TINY = 1e-12
_STEPS_FOR_CLIPPING = 2  # more than this many steps are needed to call one of them far
FEWEST_TO_MOVE = (
    3  # regions that have reported, where there are as many: then one wrong figure has a majority against it
)
_ROUNDS = 3  # of reweighting: from the median the estimate moves little after the second
_MAD = 1.4826  # median absolute deviation to standard deviation, normal


class SharedPath(NamedTuple):
    """Series split into a common path and own deviations: ``z[t, s] = path[t, panel of s] + own[t, s]``.

    ``path`` (Y, P) is NaN in years that do not move it; ``own`` is (Y, S); ``own_variance``
    (Y, P) is the mean squared own step per year as known in each year, 0 while unknown. ``trust`` (Y, S) in [0, 1] is
    the biweight of each figure's step: how much of a figure is lent to other regions while it is the latest one.
    """

    path: Floats
    own: Floats
    own_variance: Floats
    trust: Floats


def split(z: Floats, groups: Groups, prior: Prior) -> SharedPath:
    """Split series (Y, S) year by year; row t depends on rows 0…t only."""
    path = np.full((len(z), len(groups.sizes)), np.nan)
    own, own_variance, trust = np.full_like(z, np.nan), np.zeros_like(path), np.ones_like(z)
    state = _State(z.shape[1], groups, prior)
    for year, figures in enumerate(z):
        path[year], trust[year] = state.move(figures)
        own[year] = figures - groups.spread(state.level)
        own_variance[year] = state.learn(own[year], trust[year])
    return SharedPath(path, own, own_variance, trust)


class _State:
    """What is known so far: the path's level, and each region's last deviation and step variance."""

    def __init__(self, count: int, groups: Groups, prior: Prior):
        self._groups, self._prior = groups, prior
        self._several = groups.spread(groups.sizes > 1)
        self.level, self._started = np.zeros(len(groups.sizes)), np.zeros(len(groups.sizes), dtype=bool)
        self._last, self._elapsed = np.full(count, np.nan), np.zeros(count)
        self._squares, self._steps, self._variance = np.zeros(count), np.zeros(count), np.zeros(count)
        self._mean = np.zeros(len(groups.sizes))

    def move(self, figures: Floats) -> tuple[Floats, Floats]:
        """Advance the path by one year; its level, NaN where it is not moved, and the trust in each figure."""
        groups = self._groups
        self._elapsed += 1
        seen = np.isfinite(figures)
        known = seen & np.isfinite(self._last)
        step = np.where(known, figures - self._last, 0.0) - np.where(known, groups.spread(self.level), 0.0)
        mean, trust = self._mean_step(step, known)
        moved = self._enough(known)
        self.level = self.level + np.where(moved, mean, 0.0)
        trust = np.where(known & ~groups.spread(moved), 0.0, trust)
        new = (groups.sum(seen.astype(float)) > 0) & ~self._started
        self.level = np.where(new, groups.mean(np.where(seen, figures, 0.0), seen.astype(float)), self.level)
        self._started |= new
        return np.where(moved | new, self.level, np.nan), trust

    def _enough(self, known: np.ndarray) -> np.ndarray:
        """Panels in which regions enough have moved since their last figures to say how the path did."""
        reported = self._groups.sum(known.astype(float))
        ever = self._groups.sum(np.isfinite(self._last).astype(float))
        return np.asarray(reported >= np.where(ever >= FEWEST_TO_MOVE, FEWEST_TO_MOVE, 1))

    def _mean_step(self, step: Floats, known: np.ndarray) -> tuple[Floats, Floats]:
        """The panels' mean step, and the biweight of each region's."""
        groups, prior = self._groups, self._prior
        trust = np.ones_like(step)
        if not self._several.any():
            return groups.mean(step, known.astype(float)), trust
        # no region is taken to be so steady that the path would follow it alone
        variance = np.maximum(self._variance, groups.spread(self._mean) / prior.steadiest)
        sd = np.sqrt(np.maximum(variance * self._elapsed, _TINY))
        precision = np.where(known, sd**-2, 0.0)
        mean = groups.median(step, known)
        for _ in range(_ROUNDS):
            distance = np.abs(step - groups.spread(mean)) / sd
            scale = np.maximum(_MAD * groups.median(distance, known), 1.0)
            trust = np.maximum(1 - (distance / (prior.far * groups.spread(scale))) ** 2, 0.0) ** 2
            mean = groups.mean(step, precision * trust)
        return mean, np.where(known & self._several, trust, 1.0)

    def learn(self, own: Floats, trust: Floats) -> Floats:
        """Update the own step variances; each panel's mean, shape (P,), in which new steps count by their trust."""
        groups, prior = self._groups, self._prior
        seen = np.isfinite(own)
        known = seen & np.isfinite(self._last)
        square = np.where(known, (own - np.where(known, self._last, 0.0)) ** 2 / self._elapsed, 0.0)
        settled = self._steps > _STEPS_FOR_CLIPPING
        new = np.where(settled, np.minimum(square, prior.outlier**2 * self._variance), square)
        lent = groups.sum(self._squares + trust * new) / np.maximum(groups.sum(self._steps + trust * known), _TINY)
        self._squares += new
        self._steps += known
        self._last, self._elapsed = np.where(seen, own, self._last), np.where(seen, 0.0, self._elapsed)
        self._mean = groups.sum(self._squares) / np.maximum(groups.sum(self._steps), 1)
        self._variance = (prior.own_df * groups.spread(self._mean) + self._squares) / (prior.own_df + self._steps)
        return lent
