"""Many Student t distributions at the same uniform numbers: their quantiles, and what turns normal draws into theirs.

The latter is ``√(df / χ²)``, the χ² read off at the uniform numbers.
"""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from scipy import special
from scipy.interpolate import BarycentricInterpolator

from sxresearch.projection.scale import Floats

_NODES = 24
"""Interpolated factors then differ from the exact ones by less than 1e-13, relatively; by 1e-9 at ``mixing`` 1e-9."""
_FEWEST_DF = 4.0  # below, each is computed by itself


def student_factors(df: Floats, mixing: Floats) -> Floats:
    """The factors of distributions with ``df`` degrees of freedom, shape (draws, distributions).

    ``mixing`` are uniform numbers in (0, 1), shape (draws, 1). The logarithm of the factor is smooth in ``df^-½``, from
    0 (the normal distribution) on: it is interpolated at Chebyshev points (Berrut & Trefethen 2004, SIAM Review
    46, 501), because the χ² quantile itself is slow and every distribution of counted events has a ``df`` of its own.
    """
    out = np.full((len(mixing), len(df)), np.nan)
    smooth, rest = df >= _FEWEST_DF, df < _FEWEST_DF
    out[:, smooth] = np.exp(_interpolated(mixing.tobytes())(df[smooth] ** -0.5)).T
    out[:, rest] = _exact(df[rest], mixing)
    return out


def student_quantiles(df: Floats, probabilities: Floats) -> Floats:
    """Quantiles of Student t, shape (distributions, probabilities), of distributions with ``df`` degrees of freedom.

    Interpolated as the factors are: they too are smooth in ``df^-½``.
    """
    smooth = df >= _FEWEST_DF
    out = special.stdtrit(np.where(smooth, np.nan, df)[:, None], probabilities)
    out[smooth] = _quantiles(probabilities.tobytes())(df[smooth] ** -0.5)
    return np.asarray(out)


@lru_cache(maxsize=4)
def _interpolated(mixing: bytes) -> BarycentricInterpolator:
    """Log factors as a function of ``df^-½`` between 0 and that of the fewest df."""
    drawn = np.frombuffer(mixing)[:, None]
    return _through(lambda df: np.log(_exact(df, drawn)).T)


@lru_cache(maxsize=4)
def _quantiles(probabilities: bytes) -> BarycentricInterpolator:
    """Quantiles as a function of ``df^-½`` between 0 and that of the fewest df."""
    below = np.frombuffer(probabilities)
    return _through(lambda df: special.stdtrit(df[:, None], below))


def _through(values: Callable[[Floats], Floats]) -> BarycentricInterpolator:
    """The interpolant of what has one row per number of degrees of freedom."""
    angles = (2 * np.arange(_NODES) + 1) * np.pi / (2 * _NODES)
    points = (1 + np.cos(angles)) / 2 * _FEWEST_DF**-0.5
    weights = (-1.0) ** np.arange(_NODES) * np.sin(angles)
    return BarycentricInterpolator(points, values(points**-2.0), wi=weights)


def _exact(df: Floats, mixing: Floats) -> Floats:
    return np.asarray(np.sqrt(df / (2.0 * special.gammaincinv(df / 2.0, mixing))))
