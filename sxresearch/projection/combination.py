"""The default projection: naive walk, pooled drift and straight line, with the spread between them."""

from dataclasses import dataclass

import numpy as np

from sxresearch.projection.evidence import POINTS_FOR_PEERS, NoProjection, grade
from sxresearch.projection.kernels import last, ols_trend, steps
from sxresearch.projection.panel import Panel
from sxresearch.projection.pooling import Pooled, pool
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Floats
from sxresearch.terms import EvidenceGrade, Measure

METHOD = "naive+pooled+ols"
STEP_METHOD = "naive"


@dataclass(frozen=True)
class Projection:
    """The projection of a panel: regions × horizons arrays on the working scale.

    ``latest`` is the year of each region's last figure (0 where there is none); horizon
    column h is h + 1 years after it. ``grades`` says per region how much evidence there is,
    or why there is no projection.
    """

    panel: Panel
    latest: np.ndarray
    level: Floats
    location: Floats
    spread: Floats
    naive_spread: Floats
    df: Floats
    grades: tuple[EvidenceGrade | NoProjection, ...]
    method: str

    def predictive(self, year: int, *, naive: bool = False) -> Predictive:
        """Distributions of all regions in ``year``; NaN where refused or not ahead of the last figure."""
        column = year - self.latest - 1
        graded = np.array([not isinstance(item, NoProjection) for item in self.grades])
        ahead = graded & (column >= 0) & (column < self.location.shape[1])
        rows, columns = np.arange(len(column)), np.clip(column, 0, self.location.shape[1] - 1)
        place = self.level if naive else self.location[rows, columns]
        spread = (self.naive_spread if naive else self.spread)[rows, columns]
        return Predictive(
            self.panel.scale,
            np.where(ahead, place, np.nan),
            np.where(ahead, spread, np.nan),
            np.where(ahead, self.df, np.nan),
        )


def project(panel: Panel, until: int) -> Projection:
    """Project every region of a panel to the year ``until``."""
    z = panel.working
    end = last(z)
    latest = np.where(end.position >= 0, panel.years[0] + end.position, 0)
    reach = max(until - int(latest[latest > 0].min(initial=until)), 1)
    ahead = np.arange(1, reach + 1, dtype=float)
    moves = steps(z)
    pooled = pool(moves, panel.scale)
    naive = np.outer(pooled.step_variance, ahead)
    carried = panel.indicator.measure is Measure.STEP
    if carried:
        location, variance = np.repeat(end.value[:, None], reach, axis=1), naive
    else:
        location, variance = _combined(z, end.value, pooled, ahead)
    peers = int((end.points >= POINTS_FOR_PEERS).sum())
    grades = tuple(grade(int(points), peers) for points in end.points)
    method = STEP_METHOD if carried else METHOD
    return Projection(panel, latest, end.value, location, np.sqrt(variance), np.sqrt(naive), pooled.df, grades, method)


def _combined(z: Floats, level: Floats, pooled: Pooled, ahead: Floats) -> tuple[Floats, Floats]:
    """Mean and variance of the equal-weight mixture; regions × horizons.

    Mixture variance = mean of the variances + variance of the means (law of total variance),
    so disagreement between the models widens the interval.
    """
    naive_mean = np.repeat(level[:, None], len(ahead), axis=1)
    naive_variance = np.outer(pooled.step_variance, ahead)
    drift_mean = level[:, None] + np.outer(pooled.drift, ahead)
    drift_variance = naive_variance + np.outer(pooled.drift_variance + pooled.common_variance, ahead**2)
    line_mean, line_variance = ols_trend(z, ahead)
    means = np.stack([naive_mean, drift_mean, np.where(np.isfinite(line_mean), line_mean, drift_mean)])
    variances = np.stack(
        [naive_variance, drift_variance, np.where(np.isfinite(line_variance), line_variance, drift_variance)]
    )
    return means.mean(axis=0), variances.mean(axis=0) + means.var(axis=0)
