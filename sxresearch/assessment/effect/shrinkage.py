"""One region among many: the change that all share, and the region's own part, shrunk towards none.

The mean series carries what the regions have in common, also the chance of its years, so its own regression gives its
uncertainty: many regions in few years are not many observations. What is each region's own is fitted on its distance
from the mean and shrunk by the between-region variance of DerSimonian and Laird (1986, Controlled Clinical Trials 7,
177) with the empirical-Bayes variance of Morris (1983, JASA 78, 47).
"""

from dataclasses import dataclass

import numpy as np

from sxresearch.assessment.effect.step_regression import StepEstimates, fit_steps
from sxresearch.projection.scale import Floats

FEWEST_REGIONS = 5
"""With fewer there is nothing to learn a variance between regions from (Morris's formula needs more than three)."""


@dataclass(frozen=True)
class RegionEstimates:
    """``common`` is the mean of all regions, ``own`` the region's total (common and shrunk own part)."""

    common: StepEstimates
    own: StepEstimates
    regions: int


def shrunk_estimates(years: np.ndarray, panel: Floats, row: int, began: int) -> RegionEstimates | None:
    """Estimates of one region of a panel without gaps; none where it, or all together, leave no noise to judge by.

    Parameters
    ----------
    years, panel
        Ascending years (length n) and figures on the working scale, regions × n, all finite.
    row
        The region's row.
    began
        First year of the new course.
    """
    mean = panel.mean(axis=0)
    common, parts = fit_steps(years, mean, began), fit_steps(years, panel - mean, began)
    moves = parts.moves
    if not common.moves or not moves[row] or moves.sum() < FEWEST_REGIONS:
        return None
    place = int(moves[:row].sum())
    found = [shrunk(*(item[moves, kind] for item in (parts.values, parts.variances))) for kind in range(3)]
    own = np.array([(value[place], variance[place]) for value, variance in found])
    total = StepEstimates(common.values + own[:, 0], common.variances + own[:, 1], common.df)
    return RegionEstimates(common, total, int(moves.sum()))


def between_variance(values: Floats, variances: Floats) -> float:
    """Variance between regions by the moments of DerSimonian and Laird, at least 0."""
    weight = 1 / variances
    mean = np.sum(weight * values) / weight.sum()
    q = np.sum(weight * (values - mean) ** 2)
    return float(max((q - (len(values) - 1)) / (weight.sum() - np.sum(weight**2) / weight.sum()), 0.0))


def shrunk(values: Floats, variances: Floats) -> tuple[Floats, Floats]:
    """Deviations from a common mean (length k > 3) shrunk towards 0, and their empirical-Bayes variances."""
    k = len(values)
    weight = variances / (variances + between_variance(values, variances))
    spread = variances * (1 - (k - 1) / k * weight) + 2 / (k - 3) * weight**2 * values**2
    return (1 - weight) * values, spread
