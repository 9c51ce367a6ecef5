"""How far each figure lies from what its own other years and its peers lead one to expect."""

from dataclasses import dataclass, replace

import numpy as np

from sxresearch.monitoring.quality.series_grid import SeriesGrid
from sxresearch.working_scale import Floats, ScaleKind

NEIGHBOURS = 3
"""A figure is compared with the median of so many of its nearest other years: one wrong neighbour is outvoted."""

OWN_SPREAD_UNKNOWN = 0.2
"""Spread of a year's deviation on the working scale where a panel is too small to show one."""

PRIOR_YEARS = 5.0
"""So many years' weight has the spread of the panel beside that of the series itself."""

FEWEST_OWN = 4
"""With fewer years one slip would make the spread of its series: the panel's alone is taken."""

FEWEST_FOR_SPREAD = 12
"""So many deviations are needed before a panel's own spread is believed."""

WITH_NEIGHBOURS = 1.5
"""Counting noise of a figure with that of its neighbours' median, in variances of one figure."""

SMALLEST_SPREAD = 0.02
"""Below this no spread is believed: a series that stood still may move."""

_NORMAL = 1.4826  # a median absolute deviation to a standard deviation


@dataclass(frozen=True)
class Deviation:
    """``expected`` (working scale) and ``spread`` of each figure of a grid, S × Y; NaN where nothing can be expected.

    ``path`` is what the peers did.
    The figure itself is left out of its expectation; ``spread`` grows with the root of the distance in years.
    """

    grid: SeriesGrid
    path: Floats
    expected: Floats
    spread: Floats

    @property
    def distance(self) -> Floats:
        """Figure less expectation, in spreads."""
        return self.of(self.grid.working)

    def of(self, working: Floats) -> Floats:
        """The same for other figures in the places of these (working scale)."""
        return (working - self.expected) / self.spread


def deviation(grid: SeriesGrid) -> Deviation:
    """Expectation and spread of every figure.

    What the peers did is taken out of each series (:attr:`SeriesGrid.common_path`); the expectation is the median of
    the nearest other years. The spread is the median absolute deviation of the series, weighted with its panel's.
    """
    path = grid.common_path
    apart = grid.working - path
    expected, reach = neighbours_median(apart)
    residual = np.abs(apart - expected) / reach
    expected = expected + path
    spread = np.hypot(_spread(grid, residual) * reach, _counting_noise(grid, expected))
    return Deviation(grid, path, expected, spread)


def without(found: Deviation, figures: np.ndarray) -> Deviation:
    """The same after some figures (S × Y) have been left out: their neighbours are expected anew, spreads stay."""
    rows = figures.any(axis=1)
    working = np.where(figures, np.nan, found.grid.working)
    again, reach = neighbours_median((working - found.path)[rows])
    before = neighbours_median((found.grid.working - found.path)[rows])[1]
    expected, spread = found.expected.copy(), found.spread.copy()
    expected[rows] = again + found.path[rows]
    spread[rows] *= reach / before
    return Deviation(replace(found.grid, working=working), found.path, expected, spread)


def neighbours_median(apart: Floats) -> tuple[Floats, Floats]:
    """Median of the nearest NEIGHBOURS other years, and the root of their mean distance in years; both S × Y."""
    median, reach = np.full_like(apart, np.nan), np.full_like(apart, np.nan)
    for column in range(apart.shape[1]):
        order = _nearest(column, apart.shape[1])
        near = apart[:, order]
        taken = np.isfinite(near) & (np.cumsum(np.isfinite(near), axis=1) <= NEIGHBOURS)
        count = taken.sum(axis=1)
        away = np.abs(order - column)
        with np.errstate(invalid="ignore", divide="ignore"):
            reach[:, column] = np.sqrt((taken * away).sum(axis=1) / count)
        median[:, column] = first_median(np.where(taken, near, np.nan), count)
    return median, reach


def _nearest(column: int, years: int) -> np.ndarray:
    others = np.delete(np.arange(years), column)
    return others[np.argsort(np.abs(others - column), kind="stable")]


def first_median(numbers: Floats, count: np.ndarray) -> Floats:
    """Row medians of the first ``count`` numbers in order, NaN where there is none."""
    if not numbers.shape[1]:
        return np.full(len(numbers), np.nan)
    order = np.sort(numbers, axis=1)
    rows = np.arange(len(numbers))
    middle = (order[rows, np.maximum(count - 1, 0) // 2] + order[rows, np.minimum(count // 2, order.shape[1] - 1)]) / 2
    return np.where(count > 0, middle, np.nan)


def _spread(grid: SeriesGrid, residual: Floats) -> Floats:
    """Standard deviation of each series' deviations over one year, S × 1; at least what rounding makes."""
    count = np.isfinite(residual).sum(axis=1)
    own = _NORMAL * first_median(residual, count)
    years = np.where(count >= FEWEST_OWN, count, 0)
    prior = np.full(len(own), OWN_SPREAD_UNKNOWN)
    for mine in grid.members:
        known = residual[mine][np.isfinite(residual[mine])]
        if len(mine) > 1 and len(known) >= FEWEST_FOR_SPREAD:
            prior[mine] = _NORMAL * np.median(known)
    weighed = (years * np.nan_to_num(own) ** 2 + PRIOR_YEARS * prior**2) / (years + PRIOR_YEARS)
    return np.maximum(np.sqrt(weighed), SMALLEST_SPREAD)[:, None]


def _counting_noise(grid: SeriesGrid, expected: Floats) -> Floats:
    """Standard deviation of a figure on the working scale from its number of cases, that of its neighbours included.

    The variance of a logarithm of ``c`` cases is 1 / c, that of a logit of share p is 1 / (c (1 − p)). The fewer of
    the expected and the reported cases are taken, since few are uncertain either way, and half a case is added. Zero
    where no denominator is known.
    """
    noise = np.zeros_like(expected)
    for scale, mine in zip(grid.scales, grid.members, strict=True):
        if scale.kind is ScaleKind.IDENTITY:
            continue
        level = np.fmin(scale.back(expected[mine]), grid.values[mine])
        cases = level * grid.trials[mine] * (1.0 - level / scale.upper)
        noise[mine] = np.nan_to_num(np.sqrt(WITH_NEIGHBOURS / (cases + 0.5)))
    return noise


def in_unit(found: Deviation) -> Floats:
    """The expectation in the indicator's unit, S × Y."""
    out = np.full_like(found.expected, np.nan)
    for scale, mine in zip(found.grid.scales, found.grid.members, strict=True):
        out[mine] = scale.back(found.expected[mine])
    return out


def scale_slopes(grid: SeriesGrid) -> Floats:
    """Change on the working scale for one unit of the figure, S × Y."""
    slopes = np.ones_like(grid.values)
    for scale, mine in zip(grid.scales, grid.members, strict=True):
        slopes[mine] = scale.slope(grid.values[mine])
    return slopes


def on_scale(grid: SeriesGrid, values: Floats, asked: np.ndarray) -> Floats:
    """Other figures in the places of a grid's, on the working scale; NaN where the figure is not possible.

    Only the series with a figure in ``asked`` (S × Y) are gone through; the others are NaN.
    """
    out = np.full_like(values, np.nan)
    rows = np.asarray(asked.any(axis=1))
    for scale, members in zip(grid.scales, grid.members, strict=True):
        mine = members[rows[members]]
        if not len(mine):
            continue
        possible = (values[mine] >= scale.lower) & (values[mine] <= scale.upper)
        if scale.kind is ScaleKind.IDENTITY:
            possible = np.isfinite(values[mine])
        out[mine] = np.where(possible, scale.forward(values[mine]), np.nan)
    return out
