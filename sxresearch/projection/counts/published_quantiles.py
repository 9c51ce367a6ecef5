"""Quantiles of the figure that will be published: a count over an exposure, drawn from a rate that is uncertain too."""

from collections.abc import Sequence

import numpy as np

from sxresearch.projection.counts.count_data import Family
from sxresearch.projection.counts.published_figure import LARGEST_ETA, NODES, WEIGHTS
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Floats

FEW = 30.0  # events expected on the smaller side; from here on a count is as good as continuous
MOST = 600  # counts looked through: twenty times FEW, far beyond any limit of a band
_SLACK = 1e-12


def published_quantiles(
    rate: Predictive, exposure: Floats, factor: float, probabilities: Sequence[float]
) -> Floats:  # fmt: skip
    """The smallest figures with at least the given probabilities at or below them, probabilities × regions.

    Parameters
    ----------
    rate
        Distribution of the rate that the events are drawn from, as in
        :func:`~sxresearch.projection.counts.published_figure.published_below`.
    exposure
        Expected exposure, per region; NaN or 0 gives NaN.

    Notes
    -----
    With fewer than FEW expected events the quantiles are those of the compound count itself, so they lie on the
    figures that can be published at all: with one event per 8 000 births a rate of 12.5 or 0 per 100 000, nothing
    between. From FEW on the counting variance 1 / (N p), for shares 1 / (N p (1 − p)), is added on the working scale
    (delta method).
    """
    known = rate.known & (exposure > 0)
    bounded = np.isfinite(rate.scale.upper)
    family = Family.BINOMIAL if bounded else Family.POISSON
    offset = 0.0 if bounded else float(np.log(factor))
    size = np.where(known, np.rint(exposure) if bounded else exposure, np.nan)
    middle = family.rate(np.clip(np.where(known, rate.location - offset, 0.0), -LARGEST_ETA, LARGEST_ETA))
    information = np.maximum(size * family.spread(middle), _SLACK)
    found = np.array([rate.widened(1 / information).quantile(p) for p in probabilities])
    upper_side = bounded & (middle > 0.5)
    few = known & (size * np.where(upper_side, 1 - middle, middle) < FEW)
    for side in (False, True):
        rows = np.flatnonzero(few & (upper_side == side))
        if len(rows):
            counts = _count_quantiles(rate.at(rows), size[rows], family, offset, probabilities, mirrored=side)
            found[:, rows] = counts / size[rows] * factor
    return np.where(known, found, np.nan)


def _count_quantiles(
    rate: Predictive, size: Floats, family: Family, offset: float, probabilities: Sequence[float], *, mirrored: bool
) -> Floats:  # fmt: skip
    """Quantiles of the number of events; ``mirrored`` counts those without the event, which are fewer."""
    eta = np.array([rate.working_quantile(node) for node in NODES]).T - offset
    eta = np.clip(eta, -LARGEST_ETA, LARGEST_ETA)
    wanted = np.array([1 - p if mirrored else p for p in probabilities])[:, None]
    quantiles = _first_reaching(family, family.rate(-eta if mirrored else eta), size[:, None], wanted, strict=mirrored)
    return size - quantiles if mirrored else quantiles


def _first_reaching(family: Family, rate: Floats, size: Floats, wanted: Floats, *, strict: bool) -> Floats:
    """The smallest count whose cumulative probability reaches ``wanted``, by the recurrence of the mass function.

    ``P(k + 1) = P(k) · N r / (k + 1)``, for the binomial ``P(k) · (N − k) / (k + 1) · r / (1 − r)``. ``strict``: beyond
    ``wanted``, as the mirrored quantile needs.
    """
    poisson = family is Family.POISSON
    rate = np.minimum(rate, 1 - _SLACK) if not poisson else rate
    with np.errstate(under="ignore"):
        mass = np.exp(-size * rate) if poisson else np.exp(size * np.log1p(-rate))
        odds = size * rate if poisson else rate / (1 - rate)
    below = mass @ WEIGHTS
    found = np.full((len(wanted), len(rate)), np.nan)
    for count in range(MOST):
        reached = below > wanted + _SLACK if strict else below >= wanted - _SLACK
        found = np.where(np.isnan(found) & reached, count, found)
        if np.isfinite(found).all():
            break
        with np.errstate(under="ignore"):
            mass = mass * odds * (1.0 if poisson else np.maximum(size - count, 0.0)) / (count + 1)
        below = below + mass @ WEIGHTS
    return np.where(np.isnan(found), MOST, found)
