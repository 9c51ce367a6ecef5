"""Clear single-series fits with statsmodels, for an expert who wants to see the summary."""

from dataclasses import dataclass

import numpy as np
import statsmodels.api as sm
from statsmodels.regression.linear_model import RegressionResultsWrapper

from sxresearch.projection.evidence import NoProjection, Refusal
from sxresearch.projection.scale import Floats

POINTS_FOR_A_LINE = 3


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

    ``years`` and ``z`` have the same length, NaN where there is no figure. Too few figures
    give a :class:`NoProjection`, not an exception.
    """
    seen = np.isfinite(z)
    count = int(seen.sum())
    if count < POINTS_FOR_A_LINE:
        return NoProjection((Refusal.NO_DATA, Refusal.ONE_POINT, Refusal.TWO_POINTS)[count], count)
    origin = int(years[0])
    design = sm.add_constant((years[seen] - origin).astype(float))
    model = sm.OLS(z[seen], design) if weights is None else sm.WLS(z[seen], design, weights=weights[seen])
    return TrendFit(model.fit(), origin)
