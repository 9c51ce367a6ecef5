"""The standard deviations of the count model: their priors, the search for the best ones, and a sample of them.

Model and notation are those of :mod:`sxresearch.projection.counts.count_paths`.
"""

from functools import lru_cache

import numpy as np
from scipy import stats

from sxresearch.projection.counts.count_gaussian import (
    DRIFT,
    EXCESS,
    LEVEL,
    OWN_DRIFT,
    OWN_WALK,
    SLOPE,
    WALK,
    YEAR,
)
from sxresearch.projection.counts.count_likelihood import Likelihood
from sxresearch.projection.scale import Floats
from sxresearch.terms import SEED

PRIOR_SCALES = np.array([0.4, 0.01, 0.10, 0.05, 0.08, 0.02, 0.012, 0.037])
"""Means of the exponential priors (Simpson et al. 2017, Stat. Sci. 32, 1: no change is the simplest case).

Per year: own drift 1 %, common walk 2 %, year shock 1.2 % and moving slope 3.7 % are what maximises the marginal
likelihood of 145 stretches of real rates (19 sources; with one of them left out the walk stays at 1–2.5 %, the slope
at 3–4 %). The common drift, 8 %, is wider than those panels ask for (4 %), so that a steady fall of 10 % is believed;
it was chosen on real counts and simulations together (docs/method.md). A region's own walk 10 %, excess 5 %; levels
differ by 40 %.
"""
START = np.array([0.4, 0.01, 0.08, 0.01, 0.04, 0.08, 0.01, 0.01])  # of the search: with walks, which must be disproved
BLOCKS = ((LEVEL,), (OWN_DRIFT,), (OWN_WALK,), (EXCESS,), (DRIFT, WALK, SLOPE), (YEAR,))
"""Searched and drawn together: a drift, a walk and a moving slope explain the same years, and one by one the search
stays with whichever comes first."""
GRID = (0.004, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32)
GRID_UNITS = np.array([5.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0])  # of each grid: levels differ more than years do
LOG2_POINTS = 5  # importance sample of 32 points
_CELL_EDGES = np.sqrt(np.multiply(GRID[1:], GRID[:-1]))  # the outer cells go on to 0 and to ∞
_BEYOND = np.exp(-np.concatenate([[0.0], _CELL_EDGES, [np.inf]]) * (GRID_UNITS / PRIOR_SCALES)[:, None])
_LOG_PRIORS = np.log(_BEYOND[:, :-1] - _BEYOND[:, 1:])  # of each cell, standard deviations × grid

Grids = tuple[tuple[float, ...], ...]
"""The values tried for each standard deviation."""


def grids_of(regions: int) -> Grids:
    """All grids; what a panel of one region can't have is 0."""
    absent = (LEVEL, OWN_DRIFT, OWN_WALK, YEAR) if regions == 1 else ()
    return tuple((0.0,) if column in absent else _grid(column) for column in range(len(PRIOR_SCALES)))


def _grid(column: int) -> tuple[float, ...]:
    return tuple(float(GRID_UNITS[column] * value) for value in GRID)


def starting_point(grids: Grids) -> Floats:
    """The values of the grids that are nearest to START, shape (8,)."""
    return np.array([min(grid, key=lambda value: abs(value - start)) for grid, start in zip(grids, START, strict=True)])


def best_without_drift(mode: Floats, grids: Grids, likelihood: Likelihood) -> Floats:
    """The best standard deviations when no drift is allowed: the walk then has to explain every change."""
    still = mode.copy()
    still[[OWN_DRIFT, DRIFT, SLOPE]] = 0.0
    fixed = tuple((0.0,) if column in (OWN_DRIFT, DRIFT, SLOPE) else grid for column, grid in enumerate(grids))
    return ascent(ascent(still, fixed, likelihood), fixed, likelihood)


def ascent(mode: Floats, grids: Grids, likelihood: Likelihood) -> Floats:
    """One sweep of block-wise coordinate ascent over the grids, from ``mode`` (8,) to a better or the same point."""
    for block in BLOCKS:
        table = _together(mode, block, grids)
        if len(table) > 1:
            mode = table[np.argmax(log_posterior(table, likelihood))]
    return mode


def importance_sample(mode: Floats, grids: Grids, likelihood: Likelihood) -> tuple[Floats, Floats]:
    """Points drawn from the product of the profiles through the mode, each once, with their importance weights.

    Weights of single draws are truncated at √n times their mean (Ionides 2008, J. Comput. Graph. Stat. 17, 295).
    """
    uniforms = _uniforms()
    points, density = np.repeat(mode[None], len(uniforms), axis=0), np.zeros(len(uniforms))
    for chances, block in zip(uniforms.T, BLOCKS, strict=True):
        table = _together(mode, block, grids)
        profile = log_posterior(table, likelihood)
        mass = np.exp(profile - profile.max())
        mass = (mass + 0.01) / (mass + 0.01).sum() if len(block) == 1 else mass / mass.sum()
        place = np.minimum(np.searchsorted(np.cumsum(mass), chances), len(table) - 1)
        points[:, block] = table[place][:, block]
        density += np.log(mass[place])
    once, of_draw = np.unique(points, axis=0, return_inverse=True)
    target = log_posterior(once, likelihood)[of_draw]
    weight = np.exp(target - density - (target - density).max())
    weight = np.minimum(weight, weight.mean() * np.sqrt(len(weight)))
    return once, np.bincount(of_draw, weight / weight.sum()).astype(float)


def log_posterior(sds: Floats, likelihood: Likelihood) -> Floats:
    """Log marginal likelihood plus the log prior probability of each standard deviation's cell of its grid.

    Cells meet at the geometric means of neighbouring values; a standard deviation of 0 is none and has no cell.
    """
    cell = np.searchsorted(_CELL_EDGES, sds / GRID_UNITS)
    prior = np.where(sds > 0, _LOG_PRIORS[np.arange(len(GRID_UNITS)), cell], 0.0)
    return np.asarray(likelihood(sds) + prior.sum(axis=1))


def _together(mode: Floats, columns: tuple[int, ...], grids: Grids) -> Floats:
    """Every combination of the grids of ``columns``, the others as in ``mode``; combinations × 8."""
    values = _combinations(tuple(grids[column] for column in columns))
    table = np.repeat(mode[None], len(values), axis=0)
    table[:, columns] = values
    return table


@lru_cache(maxsize=64)
def _combinations(grids: Grids) -> Floats:
    mesh = np.meshgrid(*grids, indexing="ij")
    return np.stack([item.ravel() for item in mesh], axis=1)


@lru_cache(maxsize=1)
def _uniforms() -> Floats:
    """Scrambled Sobol' points with a fixed seed: the same input gives the same result everywhere."""
    return stats.qmc.Sobol(len(BLOCKS), scramble=True, rng=np.random.default_rng(SEED)).random_base2(LOG2_POINTS)
