"""Figures that no chance explains: each one against what all other figures of its panel foretell.

Given the standard deviations, the linear predictor of one cell given every other figure is normal, so it says how
likely events as few or as many are: ``P(X ≤ x)`` and ``P(X ≥ x)`` with ``X`` Poisson or binomial and the linear
predictor integrated out. Other regions' figures of the same year are among those that foretell, so a turn that
regions take together is not far, however large; the region's own later figures are as well, so a new level that the
next year has borne out is not far in its last year.
"""

import numpy as np
from scipy import special

from sxresearch.projection.counts.count_data import EventCounts, Family
from sxresearch.projection.counts.count_gaussian import (
    UnitCovariances,
    WorkingObservations,
    left_out,
)
from sxresearch.projection.evidence import FAR
from sxresearch.projection.scale import Floats

FEWEST_REGIONS = 3  # then a wrong figure has a majority against it
FEWEST_FIGURES = 3  # of a region: with two nobody can say which of them is wrong
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(40)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()


def far_figures(
    counts: EventCounts, working: WorkingObservations, shapes: UnitCovariances, sds: Floats, centre: float
) -> np.ndarray:
    """Figures beyond FAR that are the farthest of their region and of their year; regions × years, True where so.

    Only the farthest, because one far figure can make its neighbours look far.
    """
    if len(counts.events) < FEWEST_REGIONS:
        return np.zeros(counts.events.shape, dtype=bool)
    distance = distances(counts, *left_out(sds, working, shapes), centre)
    distance = np.where(counts.seen.sum(axis=1, keepdims=True) >= FEWEST_FIGURES, distance, 0.0)
    farthest = (distance == distance.max(axis=0)) & (distance == distance.max(axis=1, keepdims=True))
    return np.asarray(farthest & (distance > FAR))


def distances(counts: EventCounts, mean: Floats, variance: Floats, centre: float) -> Floats:
    """How far each figure is out, as the standard normal quantile of its tail; 0 in the middle or without a figure.

    ``mean`` (around ``centre``) and ``variance`` are those of the linear predictor given all other figures, with the
    excess of a single one; regions × years.
    """
    eta = centre + mean[..., None] + np.sqrt(variance)[..., None] * _NODES
    lower, upper = _tails(counts, counts.family.rate(np.clip(eta, -40, 40)))
    tail = np.minimum(lower @ _WEIGHTS, upper @ _WEIGHTS)
    return np.where(counts.seen, np.maximum(-special.ndtri(np.clip(tail, 1e-300, 0.5)), 0.0), 0.0)


def _tails(counts: EventCounts, rate: Floats) -> tuple[Floats, Floats]:
    """P(X ≤ events) and P(X ≥ events) at each rate, regions × years × rates."""
    events, size = counts.events[..., None], np.maximum(counts.exposure, 1.0)[..., None]
    if counts.family is Family.BINOMIAL:
        size = np.maximum(np.rint(size), events)
        return _binomial(events, size, rate), _binomial(size - events, size, 1 - rate)
    return special.pdtr(events, size * rate), np.where(events > 0, special.pdtrc(events - 1, size * rate), 1.0)


def _binomial(events: Floats, size: Floats, rate: Floats) -> Floats:
    """P(X ≤ events), as an incomplete beta function (Abramowitz & Stegun 1964, 26.5.24)."""
    short = np.maximum(size - events, 1.0)
    return np.where(events >= size, 1.0, special.betainc(short, events + 1, 1 - rate))
