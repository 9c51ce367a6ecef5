"""A whole year of an indicator ten or a hundred times too large or small: the peers themselves have moved."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.quality.deviation import neighbours_median, on_scale
from sxresearch.monitoring.quality.doubts import POWERS, Hypothesis, QualityRule, doubts, together
from sxresearch.monitoring.quality.series_grid import SeriesGrid, moves_freely
from sxresearch.working_scale import Floats

FEWEST_SERIES = 4
"""So many regions must have a figure in the year and in another."""

FAR = 4.0
"""Spreads between the year's common level and its neighbours'."""

GAIN = 4.0
"""The converted year lies at least so many times nearer."""

SMALLEST_SPREAD = 0.15
"""Spread of a common step on the working scale that is always allowed for."""

TOGETHER = 0.75
"""At least this share of the regions lies near the factor."""


@dataclass(frozen=True)
class _Year:
    rows: np.ndarray
    hypothesis: Hypothesis
    meant: Floats


def year_slips(grid: SeriesGrid, register: Register) -> pd.DataFrame:
    """Figures of years in which most regions of a panel are off by one factor of ten or a hundred."""
    free = moves_freely(grid, register)
    apart = grid.working - neighbours_median(grid.working)[0]
    moved = {name: on_scale(grid, grid.values / factor, grid.seen) - grid.working for name, factor in POWERS.items()}
    found: list[_Year] = []
    for mine in grid.members:
        if len(mine) >= FEWEST_SERIES and free[mine[0]]:
            found += _years(grid, mine, apart[mine], {name: shift[mine] for name, shift in moved.items()})
    return together(doubts(year.rows, QualityRule.YEAR_SLIP, year.hypothesis, year.meant) for year in found)


def _years(
    grid: SeriesGrid, mine: np.ndarray, apart: Floats, moved: dict[Hypothesis, Floats]
) -> Iterable[_Year]:  # fmt: skip
    count = np.isfinite(apart).sum(axis=0)
    level = _column_medians(apart)
    spread = max(SMALLEST_SPREAD, 1.4826 * float(np.nanmedian(np.abs(level)))) if np.isfinite(level).any() else np.inf
    for column in np.flatnonzero((count >= FEWEST_SERIES) & (np.abs(level) >= FAR * spread)):
        for hypothesis, shift in moved.items():
            left = apart[:, column] + shift[:, column]
            known = np.isfinite(left)
            near = known & (np.abs(left) <= np.abs(apart[:, column]) / GAIN)
            if near.sum() >= max(FEWEST_SERIES, TOGETHER * count[column]):
                rows = grid.rows[mine[near], column]
                yield _Year(rows, hypothesis, grid.values[mine[near], column] / POWERS[hypothesis])
                break


def _column_medians(apart: Floats) -> Floats:
    """Median of each column, NaN without a number."""
    out = np.full(apart.shape[1], np.nan)
    there = np.isfinite(apart).any(axis=0)
    out[there] = np.nanmedian(apart[:, there], axis=0)
    return out
