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

import numpy as np

from sxresearch.projection.counts.count_data import EventCounts
from sxresearch.projection.counts.count_gaussian import (
    AT_ONCE,
    EXCESS,
    OWN,
    CommonPaths,
    Kriging,
    OwnPaths,
    UnitCovariances,
    WorkingObservations,
    own_paths,
    passed_on,
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
TOGETHER = 400  # covariances of own paths worked on together, so that they stay in the processor's cache
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
    own, of_point = np.unique(model.points[:, OWN], axis=0, return_inverse=True)
    common = _common_paths(model.points, own, of_point, model)
    means, fourth = np.empty((len(model.points), regions, years)), np.zeros((regions, years))
    covariance = np.zeros((regions, years, years))
    at_once = max(TOGETHER // regions, 1)
    for first in range(0, len(own), at_once):
        kriging = Kriging.of(own[first : first + at_once], working, shapes)
        for place in range(len(kriging.taken)):
            mine = np.flatnonzero(of_point == first + place)
            weights, roots = model.weights[mine], common.root[mine]
            for point, weight in zip(mine, weights, strict=True):
                means[point], variance = posterior(kriging, place, common.mean[point], common.root[point])
                fourth += weight * variance**2
            covariance += weights.sum() * kriging.covariance[place]
            covariance += passed_on(kriging.passed[place], np.einsum("p,pki,pkj->ij", weights, roots, roots))
    mean = np.tensordot(model.weights, means, 1)
    around = np.moveaxis((means - mean) * np.sqrt(model.weights)[:, None, None], 0, 2)
    covariance += around @ np.swapaxes(around, 1, 2)
    variance = np.diagonal(covariance, axis1=1, axis2=2)
    df = 4 + 6 / np.maximum(3 * (fourth / variance**2 - 1), 0.06)
    still = model.without_drift[None]
    without = CommonPaths.of(still, own_paths(still, working, shapes), shapes)
    naive_mean, naive_variance = posterior(Kriging.of(still, working, shapes), 0, without.mean[0], without.root[0])
    return Paths(
        mean + model.centre,
        covariance,
        df,
        model.weights @ np.square(common.root).sum(axis=1),
        naive_mean + model.centre,
        naive_variance,
        np.full(regions, model.weights @ model.points[:, EXCESS] ** 2),
    )


def _common_paths(points: Floats, own: Floats, of_point: np.ndarray, model: LinearisedModel) -> CommonPaths:
    """The common path at every point; ``of_point`` is the place of its own standard deviations in ``own``."""
    at_once = max(AT_ONCE // len(model.working.z), 1)
    parts = [
        own_paths(own[first : first + at_once], model.working, model.shapes) for first in range(0, len(own), at_once)
    ]
    information, pull, loglik = (
        np.concatenate([getattr(part, name) for part in parts])[of_point] for name in ("information", "pull", "loglik")
    )
    return CommonPaths.of(points, OwnPaths(information, pull, loglik), model.shapes)
