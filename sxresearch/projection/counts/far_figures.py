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
_SURELY_NEAR = float(_NODES[np.cumsum(_WEIGHTS)[::-1] > 4 * special.ndtr(-FAR)].max())
"""The largest node from which on the weights make up more than four times the tail beyond FAR."""


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
    """How far each figure is out, as the standard normal quantile of its tail; 0 near the middle or without a figure.

    ``mean`` (around ``centre``) and ``variance`` are those of the linear predictor given all other figures, with the
    excess of a single one; regions × years.
    """
    found = np.zeros(counts.events.shape)
    cells = np.nonzero(counts.seen & ~_near(counts, centre + mean, variance))
    eta = centre + mean[cells][:, None] + np.sqrt(variance[cells])[:, None] * _NODES
    events, size = (item[cells][:, None] for item in _sizes(counts))
    lower, upper = _tails(counts.family, events, size, counts.family.rate(np.clip(eta, -40, 40)))
    tail = np.minimum(lower @ _WEIGHTS, upper @ _WEIGHTS)
    found[cells] = np.maximum(-special.ndtri(np.clip(tail, 1e-300, 0.5)), 0.0)
    return found


def _near(counts: EventCounts, eta: Floats, variance: Floats) -> np.ndarray:
    """Figures that can't be beyond FAR, told from where the rate that they would be the mean of lies among the nodes.

    At that rate half of the probability at least is on either side of a whole mean (it is the median: Neumann 1966,
    Wiss. Z. TU Dresden 15, 223), at a larger rate P(X ≥ x) and at a smaller one P(X ≤ x) are larger still. So
    neither tail is smaller than half the weight of the nodes beyond that rate.
    """
    events, size = _sizes(counts)
    own = counts.family.link(events / size)
    with np.errstate(divide="ignore", invalid="ignore"):
        place = (own - eta) / np.sqrt(variance)
    return np.asarray(np.abs(place) <= _SURELY_NEAR)


def _sizes(counts: EventCounts) -> tuple[Floats, Floats]:
    """Events, and the exposure that they are drawn from; whole persons where these are counted."""
    size = np.maximum(counts.exposure, 1.0)
    return counts.events, np.maximum(np.rint(size), counts.events) if counts.family is Family.BINOMIAL else size


def _tails(family: Family, events: Floats, size: Floats, rate: Floats) -> tuple[Floats, Floats]:
    """P(X ≤ events) and P(X ≥ events) at each rate."""
    if family is Family.BINOMIAL:
        return _binomial(events, size, rate), _binomial(size - events, size, 1 - rate)
    return special.pdtr(events, size * rate), np.where(events > 0, special.pdtrc(events - 1, size * rate), 1.0)


def _binomial(events: Floats, size: Floats, rate: Floats) -> Floats:
    """P(X ≤ events), as an incomplete beta function (Abramowitz & Stegun 1964, 26.5.24)."""
    short = np.maximum(size - events, 1.0)
    return np.where(events >= size, 1.0, special.betainc(short, events + 1, 1 - rate))
