"""Segmented regression of annual series on their yearly steps: change of level and of slope since a year.

The model is z(t) = a + b·t + (level + slope·(t − began))·[t ≥ began] + noise that accumulates (a random walk), so the
yearly steps have independent noise: weighted least squares on the steps (a step over g years weighs 1/g), Student t
with its degrees of freedom. Chosen by simulation (docs/method.md, ``python -m benchmarks.effects``): with 14 figures
Newey–West errors call a change where there is none in 14–53 % of series and GLSAR in 12–38 %; this one in 5 % of
random walks, and in fewer where the noise is less persistent.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import stats

from sxresearch.projection.scale import Floats

if TYPE_CHECKING:
    from statsmodels.regression.linear_model import RegressionResultsWrapper

CONFIDENCE = 0.95
FEWEST_BEFORE = 4
FEWEST_SINCE = 3
"""Figures before the start and since; the same as for the rule ``slow_down``."""
LEVEL, SLOPE, DISTANCE = range(3)
"""Places of the three answers in :class:`StepEstimates`."""
_NOTHING = 1e-9  # of the series' own size: residuals below this are rounding


@dataclass(frozen=True)
class StepEstimates:
    """Estimates and variances of level, slope and distance on the working scale (last axis), degrees of freedom.

    The distance is that of the last figure from the course before the start: level + slope · (last year − start).
    """

    values: Floats
    variances: Floats
    df: float

    def of(self, row: int) -> "StepEstimates":
        """The estimates of one series among several."""
        return StepEstimates(self.values[row], self.variances[row], self.df)

    @property
    def moves(self) -> np.ndarray:
        """Which series have any noise to judge by; one that stands still, or is a line, has none."""
        return np.asarray(self.variances[..., DISTANCE] > 0)


def enough(years: np.ndarray, began: int) -> bool:
    """Whether figures of these years allow a statement."""
    since = int((years >= began).sum())
    return since >= FEWEST_SINCE and len(years) - since >= FEWEST_BEFORE


def fit_steps(years: np.ndarray, z: Floats, began: int) -> StepEstimates:
    """Fit series of the same years; variances are 0 where there is no noise.

    Parameters
    ----------
    years, z
        Ascending years with a figure (length n), and the figures on the working scale, series × n or n; call where
        :func:`enough`.
    began
        First year of the new course.
    """
    design, weights = _steps_design(years, began)
    steps = np.diff(z, axis=-1) * weights
    inverse = np.linalg.inv(design.T @ design)
    found = steps @ design @ inverse
    residual = ((steps - found @ design.T) ** 2).sum(axis=-1)
    df = len(years) - 1 - design.shape[1]
    size = _NOTHING * np.maximum(np.abs(z).max(axis=-1), 1.0)
    scale = np.where(residual > size**2, residual / df, 0.0)
    asked = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, max(years[-1] - began, 0)]])
    unit = np.diag(asked @ inverse @ asked.T)
    return StepEstimates(found @ asked.T, scale[..., None] * unit, float(df))


def step_results(years: np.ndarray, z: Floats, began: int) -> "RegressionResultsWrapper":
    """The same fit of one series by statsmodels, for its summary: slope before, level, change of slope."""
    import statsmodels.api as sm  # a third of a second, and only who recomputes a series needs it

    design, weights = _steps_design(years, began)
    steps = np.diff(z)
    return sm.WLS(steps, design / weights[:, None], weights=weights**2).fit()


def _steps_design(years: np.ndarray, began: int) -> tuple[Floats, Floats]:
    """Steps of the path's columns, already weighted, and the weights: 1/√g for a step over g years."""
    since = np.maximum(years - began, 0).astype(float)
    path = np.column_stack([(years - years[0]).astype(float), (years >= began).astype(float), since])
    weights = 1 / np.sqrt(np.diff(years).astype(float))
    return np.diff(path, axis=0) * weights[:, None], weights


def half_width(variance: float, df: float) -> float:
    """Half of the 95 % interval."""
    return float(stats.t.ppf((1 + CONFIDENCE) / 2, df) * np.sqrt(variance))


def p_value(value: float, variance: float, df: float) -> float:
    """Two-sided p of "no change"."""
    return float(2 * stats.t.sf(abs(value) / np.sqrt(variance), df))
