"""Zeros that stand where a figure is missing."""

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.quality.doubts import QualityRule, doubts
from sxresearch.monitoring.quality.series_grid import SeriesGrid, series_grid
from sxresearch.working_scale import Floats

FEWEST_OTHERS = 2
"""So many other years, none of them zero, must be there."""

EXPECTED_CASES = 10.0
"""With so many cases expected a year without one has a probability of exp(−10) = .00005."""

HIGH_SHARE = 20.0
"""A share that was never below this in other years does not fall to nothing."""

SMALLEST_SHARE = 0.2
"""A series whose smallest figure is less than this share of its largest may well reach zero."""

MEDIAN_CHI_SQUARED = 0.455
"""Median of χ² with one degree of freedom: a median of squares to a variance."""

ZEROS_AMONG_PEERS = 0.02
"""Where more of the panel's figures than this are zero, zeros are what the indicator is like."""


def zeros(table: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Zeros in series without any other zero, where chance does not explain them."""
    return zeros_of(series_grid(table, register), register)


def zeros_of(grid: SeriesGrid, register: Register) -> pd.DataFrame:
    """The same for a grid that is there already."""
    zero = grid.seen & (grid.values == 0)
    other = grid.seen & (grid.values > 0)
    alone = (zero.sum(axis=1) < other.sum(axis=1)) & (other.sum(axis=1) >= FEWEST_OTHERS)
    suspects = np.flatnonzero(zero.any(axis=1) & alone & ~_usual(grid, zero))
    found = [
        grid.rows[row, column]
        for row in suspects
        for column in np.flatnonzero(zero[row])
        if _unexplained(grid, register, int(row), grid.trials[row, column])
    ]
    return doubts(np.array(found, dtype=int), QualityRule.ZERO)


def _usual(grid: SeriesGrid, zero: np.ndarray) -> np.ndarray:
    """Series of a panel in whose other series zeros are common."""
    usual = np.zeros(len(zero), dtype=bool)
    for mine in grid.members:
        zeros_here, figures = zero[mine].sum(axis=1), grid.seen[mine].sum(axis=1)
        rest = np.maximum(figures.sum() - figures, 1)
        usual[mine] = (zeros_here.sum() - zeros_here) / rest > ZEROS_AMONG_PEERS
    return usual


def _unexplained(grid: SeriesGrid, register: Register, row: int, trials: float) -> bool:
    """Whether so many cases were to be expected that none is no chance."""
    others = grid.values[row][grid.seen[row] & (grid.values[row] > 0)]
    indicator = register.indicators[grid.keys["indicator"].iloc[row]]
    if np.isfinite(trials):
        return bool(np.median(others) * trials >= EXPECTED_CASES)
    if indicator.bounded and others.min() >= HIGH_SHARE:
        return True
    return bool(_cases_shown_by_scatter(others) >= EXPECTED_CASES)


def _cases_shown_by_scatter(others: Floats) -> float:
    """Cases a year that would make counting noise of the size seen: the inverse squared coefficient of variation."""
    if others.min() < SMALLEST_SHARE * others.max():
        return 0.0
    noise = float(np.median(np.diff(np.log(others)) ** 2)) / MEDIAN_CHI_SQUARED / 2
    return 1.0 / max(noise, 1e-9)
