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

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sxresearch.projection.counts.count_data import EventCounts
from sxresearch.projection.counts.count_gaussian import (
    AT_ONCE,
    EXCESS,
    OWN,
    Kriging,
    UnitCovariances,
    WorkingObservations,
    posterior,
    posterior_means,
)
from sxresearch.projection.counts.count_likelihood import Likelihood
from sxresearch.projection.counts.count_search import (
    ascent,
    best_without_drift,
    grids_of,
    importance_sample,
    starting_point,
)
from sxresearch.projection.counts.far_figures import far_figures
from sxresearch.projection.scale import Floats

ROUNDS = 12  # of linearisation at most
SETTLED = 1e-3  # largest change of a linear predictor
LARGEST_MOVE = 2.0  # of a linear predictor in one round
SCREENINGS = 3  # for far figures at most; after each the model is fitted again
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
    grids = grids_of(len(counts.events))
    without_drift = best_without_drift(mode, grids, Likelihood(working.of(_evenly_spread(counts)), shapes))
    likelihood = Likelihood(working, shapes)
    if len(counts.events) > REGIONS_TO_CLIMB:
        mode = ascent(mode, grids, likelihood)
    points, weights = importance_sample(mode, grids, likelihood)
    return LinearisedModel(counts, working, shapes, overall_level(counts), points, weights, without_drift)


def _climb(counts: EventCounts, shapes: UnitCovariances) -> tuple[Floats, WorkingObservations]:
    """The best standard deviations, and the working observations at the linear predictors that they give."""
    grids = grids_of(len(counts.events))
    centre = overall_level(counts)
    eta = np.repeat(_start(counts, centre)[:, None], shapes.seen, axis=1)
    mode = starting_point(grids)
    some = _evenly_spread(counts)
    for _ in range(ROUNDS):
        working = _linearised(counts, eta, centre)
        mode = ascent(mode, grids, Likelihood(working.of(some), shapes))
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


def _mixture_moments(model: LinearisedModel) -> Paths:
    """Mixture over the sample: mean, covariance, and a df that matches the kurtosis of the mixed normals.

    A mixture of normals with one mean and variances v has excess kurtosis ``3·var(v)/mean(v)²``, a Student t
    ``6/(df − 4)``.
    """
    working, shapes = model.working, model.shapes
    regions, years = len(working.z), shapes.own.shape[1]
    mean, fourth, common = np.zeros((regions, years)), np.zeros((regions, years)), np.zeros(years)
    second = np.zeros((regions, years, years))
    for points, weights, kriging, of_set in _in_portions(model):
        location, covariance, shared = posterior(points, working, shapes, kriging, of_set)
        mean += np.tensordot(weights, location, 1)
        second += np.tensordot(weights, covariance + location[..., :, None] * location[..., None, :], 1)
        fourth += np.tensordot(weights, np.diagonal(covariance, axis1=2, axis2=3) ** 2, 1)
        common += weights @ shared
    covariance = second - mean[:, :, None] * mean[:, None, :]
    variance = np.diagonal(covariance, axis1=1, axis2=2)
    df = 4 + 6 / np.maximum(3 * (fourth / variance**2 - 1), 0.06)
    still = model.without_drift[None]
    (naive_mean,), (naive_covariance,), _ = posterior(
        still, working, shapes, Kriging.of(still, working, shapes), np.array([0])
    )
    return Paths(
        mean + model.centre,
        covariance,
        df,
        common,
        naive_mean + model.centre,
        np.diagonal(naive_covariance, axis1=1, axis2=2).copy(),
        np.full(regions, model.weights @ model.points[:, EXCESS] ** 2),
    )


def _in_portions(model: LinearisedModel) -> Iterator[tuple[Floats, Floats, Kriging, np.ndarray]]:
    """Points, their weights, and the own paths with the place of each point's own; few at a time in a large panel."""
    own, of_point = np.unique(model.points[:, OWN], axis=0, return_inverse=True)
    at_once = max(AT_ONCE // len(model.working.z), 1)
    for first_set in range(0, len(own), at_once):
        kriging = Kriging.of(own[first_set : first_set + at_once], model.working, model.shapes)
        mine = np.flatnonzero((of_point >= first_set) & (of_point < first_set + at_once))
        for some in (mine[first : first + at_once] for first in range(0, len(mine), at_once)):
            yield model.points[some], model.weights[some], kriging, of_point[some] - first_set
