"""Clear single-series fits with statsmodels, for an expert who wants to see the summary.

``sx.fit_trend``, ``sx.fit_drift`` and ``sx.fit_member`` reach them. Too few figures give a
:class:`NoProjection`, not an exception.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import statsmodels.api as sm
from statsmodels.regression.linear_model import RegressionResultsWrapper
from statsmodels.tsa.statespace.mlemodel import MLEModel, MLEResults

from sxresearch.projection.closed_form import steps
from sxresearch.projection.ensemble.ensemble_members import Member
from sxresearch.projection.evidence import NoProjection, Refusal
from sxresearch.projection.scale import Floats

POINTS_FOR_A_LINE = 3
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


class MemberModel(MLEModel):  # type: ignore[misc]  # statsmodels has no types
    """One member of the default on one series, as a statsmodels state-space model.

    States are level and slope; all variances but the step variance, the only parameter, are known multiples of it.
    The level is diffuse at the first figure, so the model holds the years after it.
    """

    def __init__(self, later: pd.Series, first: float, member: Member):
        super().__init__(later, k_states=2)
        transition = np.array([[1.0, member.damping], [0.0, member.damping]])
        self._shocks, self._noise = np.diag([1.0, member.slope_shock]), np.array([[member.noise]])
        self["design"], self["transition"], self["selection"] = np.array([[1.0, 0.0]]), transition, np.eye(2)
        start = np.diag([member.noise, member.slope_start])
        self._start = transition @ [first, 0.0], transition @ start @ transition.T + self._shocks

    @property
    def param_names(self) -> list[str]:
        """The one parameter: variance of the level's own yearly step, working scale."""
        return ["step variance"]

    @property
    def start_params(self) -> Floats:
        """A unit variance."""
        return np.ones(1)

    def update(self, params: Floats, **kwargs: Any) -> None:
        """Put the step variance into the system."""
        variance = super().update(params, **kwargs)[0]
        self["state_cov"], self["obs_cov"] = variance * self._shocks, variance * self._noise
        self.ssm.initialize_known(self._start[0], variance * self._start[1])


def fit_member(years: np.ndarray, z: Floats, member: Member) -> MLEResults | NoProjection:
    """One member on one series (consecutive years, NaN gaps), with the most likely step variance.

    That is the mean squared standardised innovation: the variance is a factor on everything else.
    """
    seen = np.isfinite(z)
    first = int(np.argmax(seen))
    if seen.sum() < POINTS_FOR_A_LINE:
        return _refused(seen)
    later = pd.Series(z[first + 1 :], pd.period_range(str(years[first + 1]), periods=len(z) - first - 1, freq="Y"))
    model = MemberModel(later.rename("z"), float(z[first]), member)
    model.update(model.start_params)
    unit = model.ssm.filter()
    error, spread = unit.forecasts_error[0], unit.forecasts_error_cov[0, 0]
    variance = float(np.mean((error**2 / spread)[seen[first + 1 :]]))
    if variance <= 0:
        return NoProjection(Refusal.NO_FINITE_FIT, int(seen.sum()))
    return model.smooth([variance])


def _refused(seen: np.ndarray) -> NoProjection:
    count = int(seen.sum())
    return NoProjection(_REFUSALS[min(count, len(_REFUSALS) - 1)], count)
