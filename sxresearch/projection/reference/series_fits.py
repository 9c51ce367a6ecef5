"""Clear single-series fits with statsmodels, for an expert who wants to see the summary.

The batched engines answer the same; tests hold the two equal to 1e-8. Too few figures give a
:class:`NoProjection`, not an exception.
"""

from dataclasses import dataclass

import numpy as np
import statsmodels.api as sm
from statsmodels.regression.linear_model import RegressionResultsWrapper
from statsmodels.tsa.statespace.kalman_filter import FilterResults, KalmanFilter

from sxresearch.projection.closed_form import steps
from sxresearch.projection.ensemble.ensemble_members import Member
from sxresearch.projection.evidence import NoProjection, Refusal
from sxresearch.projection.scale import Floats

POINTS_FOR_A_LINE = 3
POINTS_FOR_A_STEP = 2
_REFUSALS = (Refusal.NO_DATA, Refusal.ONE_POINT, Refusal.TWO_POINTS)


@dataclass(frozen=True)
class TrendFit:
    """A fitted straight line on the working scale, with statsmodels' own results for inspection."""

    results: RegressionResultsWrapper
    origin: int

    @property
    def slope(self) -> float:
        """Change per year on the working scale."""
        return float(self.results.params[1])

    def predict(self, year: int) -> tuple[float, float]:
        """Mean and variance of a new observation in ``year`` (working scale)."""
        at = np.array([[1.0, year - self.origin]])
        ahead = self.results.get_prediction(at)
        return float(ahead.predicted_mean[0]), float(ahead.se_obs[0] ** 2)


def fit_trend(years: np.ndarray, z: Floats, weights: Floats | None = None) -> TrendFit | NoProjection:
    """Least-squares line through the figures of one series; weighted when ``weights`` are given.

    ``years`` and ``z`` have the same length, NaN where there is no figure.
    """
    seen = np.isfinite(z)
    if seen.sum() < POINTS_FOR_A_LINE:
        return _refused(seen)
    origin = int(years[0])
    design = sm.add_constant((years[seen] - origin).astype(float))
    model = sm.OLS(z[seen], design) if weights is None else sm.WLS(z[seen], design, weights=weights[seen])
    return TrendFit(model.fit(), origin)


@dataclass(frozen=True)
class DriftFit:
    """A random walk with drift: the steps regressed on the years they took."""

    results: RegressionResultsWrapper
    level: float

    @property
    def drift(self) -> float:
        """Change per year on the working scale."""
        return float(self.results.params[0])

    def predict(self, ahead: int) -> tuple[float, float]:
        """Mean and variance ``ahead`` years after the latest figure (working scale)."""
        variance = self.results.scale * ahead + self.results.cov_params()[0, 0] * ahead**2
        return self.level + self.drift * ahead, float(variance)


def fit_drift(z: Floats) -> DriftFit | NoProjection:
    """Drift of one series (consecutive years, NaN gaps): weighted least squares of steps on gaps.

    A step over g years has g times the variance of a year's step, hence the weights 1/g.
    """
    seen = np.isfinite(z)
    if seen.sum() < POINTS_FOR_A_LINE:
        return _refused(seen)
    moves = steps(z[None, :])
    has = moves.gap[0] > 0
    gap = moves.gap[0, has]
    return DriftFit(sm.WLS(moves.delta[0, has], gap[:, None], weights=1 / gap).fit(), float(z[seen][-1]))


@dataclass(frozen=True)
class MemberFit:
    """One member of the default on one series, run by statsmodels' Kalman filter.

    ``results`` filter the years after the first figure; variances are in step variances,
    ``squares`` is the sum of squared standardised innovations and ``steps`` their number.
    """

    results: FilterResults
    member: Member
    squares: float
    steps: int

    def predict(self, ahead: int) -> tuple[float, float]:
        """Mean and variance (in step variances) of the figure ``ahead`` years after the last column."""
        transition, shocks = self.results.transition[:, :, 0], self.results.state_cov[:, :, 0]
        state, variance = self.results.filtered_state[:, -1], self.results.filtered_state_cov[:, :, -1]
        for _ in range(ahead):
            state, variance = transition @ state, transition @ variance @ transition.T + shocks
        return float(state[0]), float(variance[0, 0] + self.member.noise)


def fit_member(z: Floats, member: Member) -> MemberFit | NoProjection:
    """Filter one series (consecutive years, NaN gaps) with fixed parameters, level diffuse at the first figure."""
    seen = np.isfinite(z)
    first = int(np.argmax(seen))
    if seen.sum() < POINTS_FOR_A_STEP or first == len(z) - 1:
        return _refused(seen)
    transition = np.array([[1.0, member.damping], [0.0, member.damping]])
    shocks = np.diag([1.0, member.slope_shock])
    engine = KalmanFilter(k_endog=1, k_states=2)
    engine.bind(np.ascontiguousarray(z[first + 1 :, None]))
    engine["design"], engine["obs_cov"] = np.array([[1.0, 0.0]]), np.array([[member.noise]])
    engine["transition"], engine["selection"], engine["state_cov"] = transition, np.eye(2), shocks
    start = np.diag([member.noise, member.slope_start])
    engine.initialize_known(transition @ [z[first], 0.0], transition @ start @ transition.T + shocks)
    results = engine.filter()
    known = seen[first + 1 :]
    squares = results.forecasts_error[0, known] ** 2 / results.forecasts_error_cov[0, 0, known]
    return MemberFit(results, member, float(squares.sum()), int(known.sum()))


def _refused(seen: np.ndarray) -> NoProjection:
    count = int(seen.sum())
    return NoProjection(_REFUSALS[min(count, len(_REFUSALS) - 1)], count)
