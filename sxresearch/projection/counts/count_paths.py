"""The true rates behind counts: one Gaussian path per region around a common path, read through counting noise.

On the link scale (log for Poisson, logit for binomial)::

    eta[r, t] = common[t] + own[r, t]          events ~ Poisson or binomial(exposure × rate(eta + excess[r, t]))
    common    = level + drift·t + way(t) + walk(t) + year(t)
    own       = level(r) + drift(r)·t + walk(r, t)

``walk`` is the real change that accumulates, ``year`` a shock that all regions share for one year, ``excess`` the
overdispersion of a single figure (to second order the negative binomial's, Lawless 1987, Can. J. Stat. 15, 209).
``t`` is time in years from the middle of the data, ``way`` the sum of a slope that moves from year to year and dies
out (momentum: the damped trend of Gardner & McKenzie 1985, Management Science 31, 1237).

Events enter by their working observation and its expected information at the current fit, as in iterated weighted
least squares; given the eight standard deviations everything is then Gaussian and solved exactly (penalised
quasi-likelihood, Breslow & Clayton 1993, JASA 88, 9). The standard deviations come from the panel: their marginal
likelihood times fixed priors on a grid, averaged over by importance sampling (in the manner of Rue, Martino &
Chopin 2009, JRSS B 71, 319), so that what is unknown about them widens the result. A panel of one region has
only the priors for company. Figures that no chance explains are left out first
(:mod:`sxresearch.projection.counts.far_figures`), so a wrong one moves no other region.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import numpy as np
from scipy import stats

from sxresearch.projection.counts.count_data import EventCounts
from sxresearch.projection.counts.count_gaussian import (
    DRIFT,
    EXCESS,
    LEVEL,
    OWN,
    OWN_DRIFT,
    OWN_WALK,
    SLOPE,
    WALK,
    YEAR,
    Kriging,
    Likelihood,
    UnitCovariances,
    WorkingObservations,
    posterior,
    posterior_means,
)  # fmt: skip
from sxresearch.projection.counts.far_figures import far_figures
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
GRID: Floats = np.array([0.004, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32])
LEVEL_GRID: Floats = 5 * GRID
ROUNDS = 12  # of linearisation at most
SETTLED = 1e-3  # largest change of a linear predictor
LARGEST_MOVE = 2.0  # of a linear predictor in one round
SCREENINGS = 3  # for far figures at most; after each the model is fitted again
LOG2_POINTS = 5  # importance sample of 32 points
REGIONS_TO_CLIMB = 200
"""In a larger panel the search for the best standard deviations looks at so many regions, evenly spread, and at all
in its last sweep; the sample's weights, the common path and every region's own path come from all regions."""


@dataclass(frozen=True)
class Paths:
    """Posterior of the true rates on the link scale, observed years and years ahead (Y columns).

    ``mean`` and ``naive_mean`` are regions × Y, ``covariance`` regions × Y × Y; ``naive_variance`` belongs to the path
    without any drift. ``common`` is the part of the variance that all regions share, shape (Y,). ``df`` is that of
    the Student t with the mixture's kurtosis, regions × Y. ``excess`` is per region the variance of a single figure
    beyond its counting noise.
    """

    mean: Floats
    covariance: Floats
    df: Floats
    common: Floats
    naive_mean: Floats
    naive_variance: Floats
    excess: Floats


@dataclass(frozen=True)
class LinearisedModel:
    """The count model once everything in it is Gaussian: what is left is one linear filter per row of ``points``.

    ``counts`` are those without far figures, ``centre`` is the panel's overall level (link scale), ``points`` (N × 8)
    the sampled standard deviations with their ``weights`` (N,), ``without_drift`` (8,) those of the paths without any
    drift.
    """

    counts: EventCounts
    working: WorkingObservations
    shapes: UnitCovariances
    centre: float
    points: Floats
    weights: Floats
    without_drift: Floats


def fit_paths(counts: EventCounts, ahead: int) -> Paths:
    """True rates of every region in the observed years and ``ahead`` years more.

    ``counts`` holds at least one figure. Regions without any are drawn toward the panel alone.
    """
    return _mixture_moments(linearise(counts, ahead))


def linearise(counts: EventCounts, ahead: int) -> LinearisedModel:
    """Linearise around the best fit without far figures, and draw standard deviations from their posterior."""
    shapes = UnitCovariances.of(counts.events.shape[1], ahead)
    mode, working = _climb(counts, shapes)
    every = counts
    for _ in range(SCREENINGS):
        far = far_figures(counts, working, shapes, mode, overall_level(counts))
        far &= (counts.seen == every.seen).all(axis=1, keepdims=True)  # one figure of a region at most
        if not far.any():
            break
        counts = counts.without(far)
        mode, working = _climb(counts, shapes)
    grids = _grids(len(counts.events))
    without_drift = _without_drift(mode, grids, Likelihood(working.of(_evenly_spread(counts)), shapes))
    likelihood = Likelihood(working, shapes)
    if len(counts.events) > REGIONS_TO_CLIMB:
        mode = _ascent(mode, grids, likelihood)
    points, weights = _importance_sample(mode, grids, likelihood)
    return LinearisedModel(counts, working, shapes, overall_level(counts), points, weights, without_drift)


def _climb(counts: EventCounts, shapes: UnitCovariances) -> tuple[Floats, WorkingObservations]:
    """The best standard deviations, and the working observations at the linear predictors that they give."""
    grids = _grids(len(counts.events))
    centre = overall_level(counts)
    eta = np.repeat(_start(counts, centre)[:, None], shapes.seen, axis=1)
    mode = np.array([grid[np.argmin(np.abs(grid - start))] for grid, start in zip(grids, START, strict=True)])
    some = _evenly_spread(counts)
    for _ in range(ROUNDS):
        working = _linearised(counts, eta, centre)
        mode = _ascent(mode, grids, Likelihood(working.of(some), shapes))
        move = posterior_means(mode, working, shapes) + centre - eta
        eta = eta + np.clip(move, -LARGEST_MOVE, LARGEST_MOVE)
        if np.abs(move).max() < SETTLED:
            break
    return mode, _linearised(counts, eta, centre)


def _evenly_spread(counts: EventCounts) -> np.ndarray:
    """Rows of the regions with figures, or of REGIONS_TO_CLIMB of them."""
    known = np.flatnonzero(counts.seen.any(axis=1))
    if len(known) <= REGIONS_TO_CLIMB:
        return known
    return known[np.linspace(0, len(known) - 1, REGIONS_TO_CLIMB).round().astype(int)]


def _grids(regions: int) -> list[Floats]:
    """Values tried for each standard deviation; what a panel of one region can't have is 0."""
    none = np.array([0.0])
    if regions == 1:
        return [none, none, none, GRID, GRID, GRID, none, GRID]
    return [_grid(column) for column in range(len(PRIOR_SCALES))]


def overall_level(counts: EventCounts) -> float:
    """Events over exposure of the whole panel on the link scale, half an event added (:attr:`EventCounts.rates`)."""
    events, exposure = counts.events.reshape(1, -1), counts.exposure.reshape(1, -1)
    return float(counts.family.link(EventCounts(events, exposure, counts.factor, counts.family).rates)[0])


def _start(counts: EventCounts, centre: float) -> Floats:
    """Each region's own level, drawn toward the panel with the weight of two expected events."""
    share = float(counts.family.rate(np.asarray(centre)))
    prior = 2.0 / min(share, 1 - share) if counts.family.value == "binomial" else 2.0 / share
    return counts.family.link((counts.total + prior * share) / (counts.exposure.sum(axis=1) + prior))


def _linearised(counts: EventCounts, eta: Floats, centre: float) -> WorkingObservations:
    rate = counts.family.rate(np.clip(eta, -40, 40))
    spread = np.maximum(counts.family.spread(rate), 1e-300)
    # a level that stays between two printed values is rounded the same way each year: averaging does not help
    rounding = counts.rounding * counts.seen.sum(axis=1, keepdims=True)
    precision = counts.exposure * spread / (1 + rounding * counts.exposure / spread)
    gap = np.where(counts.seen, counts.events / np.where(counts.seen, counts.exposure, 1.0) - rate, 0.0)
    return WorkingObservations(eta - centre + gap / spread, precision)


def _log_posterior(sds: Floats, likelihood: Likelihood) -> Floats:
    """Log marginal likelihood plus the log prior probability of each standard deviation's cell of its grid."""
    total = likelihood(sds)
    for column, of_column in enumerate(sds.T):
        total = total + np.where(of_column > 0, _log_prior(column)[np.searchsorted(_grid(column), of_column)], 0.0)
    return total


def _grid(column: int) -> Floats:
    return LEVEL_GRID if column == LEVEL else GRID


@lru_cache(maxsize=len(PRIOR_SCALES))
def _log_prior(column: int) -> Floats:
    """Log probability of each cell of a grid: cells meet at geometric means, the outer ones go on to 0 and to ∞.

    One number more stands for what is off the grid.
    """
    grid = _grid(column)
    edges = np.concatenate([[0.0], np.sqrt(grid[1:] * grid[:-1]), [np.inf]])
    beyond = np.exp(-edges / PRIOR_SCALES[column])
    return np.append(np.log(beyond[:-1] - beyond[1:]), 0.0)


def _together(mode: Floats, columns: tuple[int, ...], grids: list[Floats]) -> Floats:
    """Every combination of the grids of ``columns``, the others as in ``mode``; combinations × 8."""
    mesh = np.meshgrid(*(grids[column] for column in columns), indexing="ij")
    table = np.repeat(mode[None], mesh[0].size, axis=0)
    table[:, columns] = np.stack([item.ravel() for item in mesh], axis=1)
    return table


def _ascent(mode: Floats, grids: list[Floats], likelihood: Likelihood) -> Floats:
    """One sweep of block-wise coordinate ascent over the grids."""
    for block in BLOCKS:
        table = _together(mode, block, grids)
        if len(table) > 1:
            mode = table[np.argmax(_log_posterior(table, likelihood))]
    return mode


@lru_cache(maxsize=1)
def _uniforms() -> Floats:
    """Scrambled Sobol' points with a fixed seed: the same input gives the same result everywhere."""
    return stats.qmc.Sobol(len(BLOCKS), scramble=True, rng=np.random.default_rng(SEED)).random_base2(LOG2_POINTS)


def _importance_sample(mode: Floats, grids: list[Floats], likelihood: Likelihood) -> tuple[Floats, Floats]:
    """Points drawn from the product of the profiles through the mode, each once, with their importance weights.

    Weights of single draws are truncated at √n times their mean (Ionides 2008, J. Comput. Graph. Stat. 17, 295).
    """
    uniforms = _uniforms()
    points, density = np.repeat(mode[None], len(uniforms), axis=0), np.zeros(len(uniforms))
    for chances, block in zip(uniforms.T, BLOCKS, strict=True):
        table = _together(mode, block, grids)
        profile = _log_posterior(table, likelihood)
        mass = np.exp(profile - profile.max())
        mass = (mass + 0.01) / (mass + 0.01).sum() if len(block) == 1 else mass / mass.sum()
        place = np.minimum(np.searchsorted(np.cumsum(mass), chances), len(table) - 1)
        points[:, block] = table[place][:, block]
        density += np.log(mass[place])
    once, of_draw = np.unique(points, axis=0, return_inverse=True)
    target = _log_posterior(once, likelihood)[of_draw]
    weight = np.exp(target - density - (target - density).max())
    weight = np.minimum(weight, weight.mean() * np.sqrt(len(weight)))
    return once, np.bincount(of_draw, weight / weight.sum()).astype(float)


def _mixture_moments(model: LinearisedModel) -> Paths:
    """Mixture over the sample: mean, covariance, and a df that matches the kurtosis of the mixed normals.

    A mixture of normals with one mean and variances v has excess kurtosis ``3·var(v)/mean(v)²``, a Student t
    ``6/(df − 4)``.
    """
    working, shapes = model.working, model.shapes
    regions, years = len(working.z), shapes.own.shape[1]
    mean, fourth, common = np.zeros((regions, years)), np.zeros((regions, years)), np.zeros(years)
    second = np.zeros((regions, years, years))
    sample = zip(model.points, model.weights, strict=True)
    for _, of_one_own in groupby(sample, key=lambda item: item[0][OWN].tobytes()):
        alike = list(of_one_own)
        kriging = Kriging.of(alike[0][0], working, shapes)
        for point, weight in alike:
            location, covariance, shared = posterior(point, working, shapes, kriging)
            mean += weight * location
            second += weight * (covariance + location[:, :, None] * location[:, None, :])
            fourth += weight * np.diagonal(covariance, axis1=1, axis2=2) ** 2
            common += weight * shared
    covariance = second - mean[:, :, None] * mean[:, None, :]
    variance = np.diagonal(covariance, axis1=1, axis2=2)
    df = 4 + 6 / np.maximum(3 * (fourth / variance**2 - 1), 0.06)
    still = model.without_drift
    naive_mean, naive_covariance, _ = posterior(still, working, shapes, Kriging.of(still, working, shapes))
    return Paths(
        mean + model.centre,
        covariance,
        df,
        common,
        naive_mean + model.centre,
        np.diagonal(naive_covariance, axis1=1, axis2=2).copy(),
        np.full(regions, model.weights @ model.points[:, EXCESS] ** 2),
    )


def _without_drift(mode: Floats, grids: list[Floats], likelihood: Likelihood) -> Floats:
    """The best standard deviations when no drift is allowed: the walk then has to explain every change."""
    none = np.array([0.0])
    fixed = [none if column in (OWN_DRIFT, DRIFT, SLOPE) else grid for column, grid in enumerate(grids)]
    still = mode.copy()
    still[[OWN_DRIFT, DRIFT, SLOPE]] = 0.0
    return _ascent(_ascent(still, fixed, likelihood), fixed, likelihood)
