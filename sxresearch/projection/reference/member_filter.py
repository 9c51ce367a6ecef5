"""One member of the default run over all series of a panel by statsmodels' Kalman filter.

The series stand side by side in one model whose blocks know nothing of one another. Variances are in step
variances. What is not linear in the default, a far step that is half believed, enters as what it amounts to for
the years after it: a shift of the state and some more variance.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from statsmodels.tsa.statespace.kalman_filter import KalmanFilter

from sxresearch.projection.ensemble.ensemble_members import Member
from sxresearch.projection.scale import Floats


@dataclass(frozen=True)
class Correction:
    """What is added to a filtered state (level, slope) and to the variance of its level after a far step."""

    state: tuple[float, float]
    level_variance: float


Corrections = Mapping[tuple[int, int], Correction]
"""By year and series."""


@dataclass(frozen=True)
class MemberStates:
    """States of Y years and H more (level, slope), first axes years and series.

    ``predicted`` and ``predicted_cov`` are before a year's figure (Y + H, S, 2 and 2 × 2), ``filtered`` and
    ``filtered_cov`` after it, corrections included. ``noise`` is the variance of a figure around the level.
    """

    predicted: Floats
    predicted_cov: Floats
    filtered: Floats
    filtered_cov: Floats
    transition: Floats
    shocks: Floats
    noise: float

    @property
    def innovation_variance(self) -> Floats:
        """Variance of a figure before it is seen, (Y + H, S)."""
        return self.predicted_cov[..., 0, 0] + self.noise

    def ahead(self, years: int) -> tuple[Floats, Floats]:
        """Mean and variance of the figure ``years`` after each year, both (Y + H, S), from the filtered states."""
        state, cov = self.filtered, self.filtered_cov
        for _ in range(years):
            state = state @ self.transition.T
            cov = self.transition @ cov @ self.transition.T + self.shocks
        return state[..., 0], cov[..., 0, 0] + self.noise


def filter_member(z: Floats, member: Member, ahead: int, corrections: Corrections) -> MemberStates:
    """Run one member over ``z`` (Y, S), NaN where there is no figure, and ``ahead`` years on.

    A series waits unchanged until its first figure, which places its level; the level is diffuse before.
    """
    years, count = len(z) + ahead, z.shape[1]
    transition = np.array([[1.0, member.damping], [0.0, member.damping]])
    shocks = np.diag([1.0, member.slope_shock])
    first = np.array([np.flatnonzero(np.isfinite(column))[0] for column in z.T])
    engine = KalmanFilter(k_endog=count, k_states=2 * count)
    engine.bind(np.ascontiguousarray(_without_first(z, first, ahead)))
    engine["design"] = np.kron(np.eye(count), [[1.0, 0.0]])
    engine["selection"], engine["obs_cov"] = np.eye(2 * count), member.noise * np.eye(count)
    moving, shaking = np.zeros((2, 2 * count, 2 * count, years))
    shift = np.zeros((2 * count, years))
    for series in range(count):
        block = slice(2 * series, 2 * series + 2)
        moving[block, block, : first[series]] = np.eye(2)[:, :, None]
        moving[block, block, first[series] :] = transition[:, :, None]
        shaking[block, block, first[series] :] = shocks[:, :, None]
    for (year, series), correction in corrections.items():
        block = slice(2 * series, 2 * series + 2)
        shift[block, year] = transition @ correction.state
        shaking[block, block, year] += transition @ np.diag([correction.level_variance, 0.0]) @ transition.T
    engine["transition"], engine["state_cov"], engine["state_intercept"] = moving, shaking, shift
    start = np.stack([z[first, np.arange(count)], np.zeros(count)], axis=1).ravel()
    engine.initialize_known(start, np.kron(np.eye(count), np.diag([member.noise, member.slope_start])))
    return _states(engine.filter(), corrections, (transition, shocks, member.noise), count)


def _without_first(z: Floats, first: np.ndarray, ahead: int) -> Floats:
    """The figures that the filter sees: not the first of each series, and none in the years ahead."""
    seen = z.copy()
    seen[first, np.arange(z.shape[1])] = np.nan
    return np.concatenate([seen, np.full((ahead, z.shape[1]), np.nan)])


def _states(found, corrections: Corrections, model: tuple[Floats, Floats, float], count: int) -> MemberStates:  # type: ignore[no-untyped-def]
    """The blocks on the diagonal, and the corrections put to the filtered states."""
    blocks = np.arange(count)
    years = found.filtered_state.shape[1]

    def means(state: Floats) -> Floats:
        return state.T[:years].reshape(years, count, 2)

    def covs(cov: Floats) -> Floats:
        return np.moveaxis(cov, -1, 0)[:years].reshape(years, count, 2, count, 2)[:, blocks, :, blocks].swapaxes(0, 1)

    filtered, filtered_cov = means(found.filtered_state).copy(), covs(found.filtered_state_cov).copy()
    for place, correction in corrections.items():
        filtered[place] += correction.state
        filtered_cov[place][0, 0] += correction.level_variance
    return MemberStates(means(found.predicted_state), covs(found.predicted_state_cov), filtered, filtered_cov, *model)
