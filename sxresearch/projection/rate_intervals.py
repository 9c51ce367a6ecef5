"""Exact and near-exact intervals for observed rates and shares, and the pooled rate of several years.

All functions are vectorised and silent at zero events; ``coverage`` is that of the central interval.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from sxresearch.projection.counts.count_data import EventCounts, Family, counts_of
from sxresearch.projection.panel import Panel
from sxresearch.projection.scale import Floats

POOLED_YEARS = 3  # docs/decisions.md, "Rates of rare events"


def garwood(events: ArrayLike, coverage: float = 0.95) -> tuple[Floats, Floats]:
    """Exact interval for the mean of a Poisson count (Garwood 1936, Biometrika 28, 437).

    ``[χ²(α/2; 2x)/2, χ²(1 − α/2; 2x + 2)/2]``, the lower limit 0 at no event. Divide by the exposure for a rate.
    """
    x, tail = np.asarray(events, dtype=float), (1 - coverage) / 2
    low = np.where(x > 0, special.gammaincinv(np.where(x > 0, x, 1.0), tail), 0.0)
    return np.where(np.isnan(x), np.nan, low), special.gammaincinv(x + 1, 1 - tail)


def wilson(events: ArrayLike, size: ArrayLike, coverage: float = 0.95) -> tuple[Floats, Floats]:
    """Score interval for a share (Wilson 1927, JASA 22, 209), as shares in [0, 1]; NaN where ``size`` is 0."""
    x, z = np.asarray(events, dtype=float), special.ndtri((1 + coverage) / 2)
    n = np.asarray(size, dtype=float)
    n = np.where(n > 0, n, np.nan)
    centre = (x + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * np.sqrt(x * (n - x) / n + z**2 / 4)
    return np.where(x == 0, 0.0, centre - half) + 0 * n, np.where(x == n, 1.0, centre + half)


def rate_interval(
    events: ArrayLike, exposure: ArrayLike, factor: float, *, share: bool = False, coverage: float = 0.95
) -> tuple[Floats, Floats]:
    """Interval of ``factor·events / exposure``: Wilson for shares, Garwood for rates; NaN without exposure."""
    size = np.asarray(exposure, dtype=float)
    if share:
        low, high = wilson(events, size, coverage)
        return factor * low, factor * high
    low, high = garwood(events, coverage)
    size = np.where(size > 0, size, np.nan)
    return factor * low / size, factor * high / size


@dataclass(frozen=True)
class PooledRate:
    """The rate of each region's latest years taken together, in the indicator's unit; arrays over regions.

    ``years`` is the number of figures that went in (those of the window that exist), ``last_year`` the year of the
    latest (0 without any), ``events_a_year`` their mean number of events. NaN where there is no figure.
    """

    rate: Floats
    lower80: Floats
    upper80: Floats
    lower95: Floats
    upper95: Floats
    events: Floats
    exposure: Floats
    events_a_year: Floats
    years: np.ndarray
    last_year: np.ndarray


def pooled_rate(panel: Panel, years: int = POOLED_YEARS) -> PooledRate:
    """Events over exposure of the ``years`` calendar years that end with each region's latest figure.

    Call where :func:`~sxresearch.projection.counts.count_data.has_counts` holds.
    """
    counts = counts_of(panel)
    columns = np.arange(len(panel.years))
    last = np.where(counts.seen, columns, -1).max(axis=1, initial=-1)
    used = counts.seen & (columns > (last - years)[:, None])
    some = used.any(axis=1)
    events = np.where(some, np.where(used, counts.events, 0.0).sum(axis=1), np.nan)
    exposure = np.where(some, np.where(used, counts.exposure, 0.0).sum(axis=1), np.nan)
    found = used.sum(axis=1)
    return PooledRate(
        counts.factor * events / exposure,
        *_interval(counts, events, exposure, 0.80),
        *_interval(counts, events, exposure, 0.95),
        events,
        exposure,
        events / np.maximum(found, 1),
        found,
        np.where(some, panel.years[0] + last, 0),
    )


def _interval(counts: EventCounts, events: Floats, exposure: Floats, coverage: float) -> tuple[Floats, Floats]:
    share = counts.family is Family.BINOMIAL
    return rate_interval(events, exposure, counts.factor, share=share, coverage=coverage)
