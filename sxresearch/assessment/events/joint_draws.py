"""Joint draws: the same deterministic random numbers wherever two values meet.

Scrambled Sobol' points (scipy.stats.qmc) with a fixed seed: the same input gives the
same probability on every machine, and 4 096 of them resolve it to about 0.001.
"""

from functools import lru_cache

import numpy as np
from scipy import special, stats

from sxresearch.projection.scale import Floats
from sxresearch.terms import SEED

_LOG2_DRAWS = 12

PRIOR_CORRELATION = 0.5  # two groups of one region share its services and its bad years
PRIOR_PAIRS = 10.0  # weight of the prior, in pairs of yearly steps
PASSING = 0.05  # share of a year's variance that the next year's figure does not keep; docs/decisions.md, "Joint paths"


@lru_cache(maxsize=16)
def uniforms(dimensions: int) -> Floats:
    """Points in the open unit cube, shape (draws, dimensions)."""
    points = stats.qmc.Sobol(dimensions, scramble=True, rng=np.random.default_rng(SEED)).random_base2(_LOG2_DRAWS)
    return np.clip(points, 1e-9, 1 - 1e-9)


def student_uniforms() -> Floats:
    """Uniform numbers for the Student factor, shape (draws, 1)."""
    return uniforms(1)


@lru_cache(maxsize=1)
def pair() -> tuple[Floats, Floats]:
    """Two independent standard normals, each of shape (draws, 1)."""
    normal = normals(2)
    return normal[:, :1], normal[:, 1:]


def counting() -> tuple[Floats, Floats]:
    """Two independent uniforms for the counts behind two published figures, each of shape (draws, 1)."""
    chances = uniforms(5)
    return chances[:, 3:4], chances[:, 4:]


@lru_cache(maxsize=8)
def normals(count: int) -> Floats:
    """Independent standard normals, shape (draws, count)."""
    return special.ndtri(uniforms(count + 1)[:, 1:])


@lru_cache(maxsize=16)
def walk(years: int) -> Floats:
    """Standardised paths, shape (draws, years): a random walk, and in each year a little that does not last.

    Column h has variance 1 and correlation ``(1 − PASSING)·sqrt(h/k)`` with column k > h.
    """
    normal = normals(2 * years)
    lasting = np.cumsum(normal[:, :years], axis=1) / np.sqrt(np.arange(1, years + 1))
    return np.sqrt(1 - PASSING) * lasting + np.sqrt(PASSING) * normal[:, years:]


def correlation(first: Floats, second: Floats) -> float:
    """Correlation of the yearly steps of two series over a panel, shrunk to the prior.

    Parameters
    ----------
    first, second
        Steps on the working scale, same shape, NaN where there is none.
    """
    both = np.isfinite(first) & np.isfinite(second)
    count = int(both.sum())
    if count < 3:
        return PRIOR_CORRELATION
    x, y = first[both] - first[both].mean(), second[both] - second[both].mean()
    size = np.sqrt((x**2).sum() * (y**2).sum())
    own = float((x * y).sum() / size) if size > 0 else PRIOR_CORRELATION
    return (PRIOR_PAIRS * PRIOR_CORRELATION + count * own) / (PRIOR_PAIRS + count)
