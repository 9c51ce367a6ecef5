"""Summary measures of inequality, as the World Health Organization documents them for its toolkit HEAT.

Formulas: WHO, Health Equity Assessment Toolkit, Technical notes; Schlotheuber and Hosseinpoor (2022, Int. J. Environ.
Res. Public Health 19, 3697). All take estimates y of k places (last axis), weights p (shares of the population that sum
to 1; equal without a population), and are vectorised over leading axes, so that draws are measured at once.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

import numpy as np

from sxresearch.projection.scale import Floats


class DisparityMeasure(StrEnum):
    """What is told of the differences among places."""

    DIFFERENCE = "difference"
    """Largest difference: best minus worst, without a sign."""
    RATIO = "ratio"
    """Largest ratio: higher over lower."""
    FROM_BEST = "from_best"
    """Mean difference from the best, weighted (HEAT: MDBW): Σ p·|y − best|."""
    INDEX = "index"
    """Index of disparity, weighted, in per cent of the mean (HEAT: IDISW): 100·Σ p·|y − μ| / μ, μ = Σ p·y."""


def largest_difference(y: Floats, p: Floats, *, higher: bool) -> Floats:
    """max − min (HEAT: difference, groups without an order)."""
    return np.max(y, axis=-1) - np.min(y, axis=-1)


def largest_ratio(y: Floats, p: Floats, *, higher: bool) -> Floats:
    """max / min (HEAT: ratio, groups without an order); infinite where the lowest is 0, NaN where all are."""
    low, high = np.min(y, axis=-1), np.max(y, axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(high > 0, high / low, np.nan)


def mean_from_best(y: Floats, p: Floats, *, higher: bool) -> Floats:
    """Σ p·|y − best|; ``higher`` says which way is better."""
    best = np.max(y, axis=-1, keepdims=True) if higher else np.min(y, axis=-1, keepdims=True)
    return np.sum(p * np.abs(y - best), axis=-1)


def disparity_index(y: Floats, p: Floats, *, higher: bool) -> Floats:
    """100·Σ p·|y − μ| / μ with μ = Σ p·y; NaN where μ is 0."""
    mean = np.sum(p * y, axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return 100 * np.where(mean > 0, np.sum(p * np.abs(y - mean[..., None]), axis=-1) / mean, np.nan)


FORMULAS: Mapping[DisparityMeasure, Callable[..., Floats]] = MappingProxyType(
    {
        DisparityMeasure.DIFFERENCE: largest_difference,
        DisparityMeasure.RATIO: largest_ratio,
        DisparityMeasure.FROM_BEST: mean_from_best,
        DisparityMeasure.INDEX: disparity_index,
    }
)
NONE_AT: Mapping[DisparityMeasure, float] = MappingProxyType(
    {kind: 1.0 if kind is DisparityMeasure.RATIO else 0.0 for kind in DisparityMeasure}
)
"""The value of each measure where all places are alike."""
