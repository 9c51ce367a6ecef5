"""Whole series, or their years since some year, in another unit: a share for a percentage, ‰ for %."""

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.quality.deviation import first_median
from sxresearch.monitoring.quality.doubts import POWERS, Hypothesis, QualityRule, doubts, together
from sxresearch.monitoring.quality.series_grid import SeriesGrid, median_of_others
from sxresearch.terms import AMOUNTS, Better, Unit
from sxresearch.working_scale import Floats

FEWEST_OTHERS = 4
"""A series is compared with at least so many other regions."""

FAR = 4.0
"""Spreads of the peers' levels between a series and the others."""

NEAR = 2.5
"""Spreads between the converted series and the others."""

SMALLEST_SPREAD = 0.1
"""Regions differ in level by at least a tenth (logarithms)."""

FEWEST_YEARS = 2
"""So many years before and after a change of unit; a single figure is a slip."""

WHOLE = 1.0
"""A share of 1 is at most this; hardly a percentage that is wanted high is so small."""

JUMP_OVER_NOISE = 4.0
"""A change of unit within a series stands out from its other steps by so much."""

JUMP_TOLERANCE = 0.5
"""How far, in logarithms, the jump may lie from a factor of ten or a hundred."""

_NORMAL = 1.4826


def other_units(grid: SeriesGrid, register: Register) -> pd.DataFrame:
    """Series that lie a factor of ten or a hundred from all others, and years after a jump by such a factor.

    Amounts differ with the size of a region: only their jumps count.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.where(grid.values > 0, np.log(grid.values), np.nan)
    level = first_median(logs, np.isfinite(logs).sum(axis=1))
    return together(
        [
            *_whole_series(grid, np.where(_amounts(grid, register), np.nan, level)),
            *_since_some_year(grid, logs, level),
            *_shares_of_one(grid, register),
        ]
    )


def _shares_of_one(grid: SeriesGrid, register: Register) -> list[pd.DataFrame]:
    """Series of a percentage that never passes 1 %: shares of 1, as .56, .58, .60?

    Held where the percentage is wanted high; and one that is wanted low, where the region has such a series and no
    percentage above 1 at all: then its report is written in shares. Else one that is wanted low may be so small: noted
    where it could be a hundred times as large.
    """
    items = [register.indicators[name] for name in grid.keys["indicator"]]
    percent = np.array([item.unit is Unit.PERCENT for item in items], dtype=bool)
    low = np.array([item.better is Better.LOWER for item in items], dtype=bool)
    known = np.isfinite(grid.values)
    top = np.where(known, grid.values, -np.inf).max(axis=1, initial=-np.inf)
    small = percent & (top > 0) & (top <= WHOLE)
    held = small & (~low | _in_shares(grid, small & ~low, percent & (top > WHOLE)))
    could_be = top / POWERS[Hypothesis.OVER_100] <= [item.plausible_range[1] for item in items]
    noted = grid.rows[small & could_be & ~held][known[small & could_be & ~held]]
    found = np.flatnonzero(held)
    return [
        _all_years(grid, found, "over-100", POWERS[Hypothesis.OVER_100], known[found]),
        doubts(noted, QualityRule.SHARE_LIKE, Hypothesis.OVER_100),
    ]


def _in_shares(grid: SeriesGrid, sure: np.ndarray, larger: np.ndarray) -> np.ndarray:
    """Series of regions that have a series in ``sure`` and none in ``larger``."""
    region = grid.keys["region"]
    found: np.ndarray = (region.isin(region[sure].unique()) & ~region.isin(region[larger].unique())).to_numpy()
    return found


def _amounts(grid: SeriesGrid, register: Register) -> np.ndarray:
    """Which series count things."""
    return grid.keys["indicator"].map(lambda name: register.indicators[name].unit in AMOUNTS).to_numpy(dtype=bool)


def _whole_series(grid: SeriesGrid, levels: Floats) -> list[pd.DataFrame]:
    parts = []
    for mine in grid.members:
        if len(mine) <= FEWEST_OTHERS:
            continue
        level = levels[mine]
        others = median_of_others(level[:, None])[:, 0]
        apart = level - others
        spread = np.maximum(_NORMAL * median_of_others(np.abs(apart)[:, None])[:, 0], SMALLEST_SPREAD)
        outside = _outside_others(level)
        for hypothesis, factor in POWERS.items():
            left = np.abs(apart - np.log(factor)) / spread
            found = outside & (np.abs(apart) / spread >= FAR) & (left <= NEAR)
            if found.any():
                parts.append(_all_years(grid, mine[found], hypothesis, factor, grid.seen[mine[found]]))
    return parts


def _outside_others(level: Floats) -> np.ndarray:
    """Whether each level lies below or above all others."""
    order = np.sort(level[np.isfinite(level)])
    if len(order) <= FEWEST_OTHERS:
        return np.zeros(len(level), dtype=bool)
    return ((level == order[0]) & (order[1] > order[0])) | ((level == order[-1]) & (order[-2] < order[-1]))


def _since_some_year(grid: SeriesGrid, logs: Floats, level: Floats) -> list[pd.DataFrame]:
    """The side of the jump that the peers (else the earlier figures) disagree with."""
    parts = []
    others = _levels_of_others(grid, level)
    steps = np.diff(logs, axis=1)
    with np.errstate(invalid="ignore"):
        jumps = np.abs(np.abs(steps) - np.log(10)) <= JUMP_TOLERANCE
        jumps |= np.abs(np.abs(steps) - np.log(100)) <= JUMP_TOLERANCE
    for row, cut in zip(*np.nonzero(jumps), strict=True):
        before, after = logs[row, : cut + 1], logs[row, cut + 1 :]
        if min(np.isfinite(before).sum(), np.isfinite(after).sum()) < FEWEST_YEARS:
            continue
        jump = _median(after) - _median(before)
        noise = max(_roughness(before), _roughness(after), SMALLEST_SPREAD)
        factor = min(POWERS.values(), key=lambda known: abs(jump - np.log(known)))
        if abs(jump) < JUMP_OVER_NOISE * noise or abs(jump - np.log(factor)) > JUMP_TOLERANCE:
            continue
        later = np.isnan(others[row]) or abs(_median(after) - others[row]) >= abs(_median(before) - others[row])
        years = grid.seen[[row]].copy()
        years[0, : cut + 1 if later else None] &= not later
        years[0, cut + 1 :] &= later
        meant = factor if later else 1 / factor
        name = next(key for key, known in POWERS.items() if np.isclose(known, meant))
        parts.append(_all_years(grid, np.array([row]), name, meant, years))
    return parts


def _roughness(logs: Floats) -> float:
    """Largest distance of a figure from the median of its side."""
    known = logs[np.isfinite(logs)]
    return float(np.abs(known - np.median(known)).max())


def _levels_of_others(grid: SeriesGrid, level: Floats) -> Floats:
    others = np.full(len(level), np.nan)
    for mine in grid.members:
        others[mine] = median_of_others(level[mine][:, None])[:, 0]
    return others


def _median(numbers: Floats) -> float:
    known = numbers[np.isfinite(numbers)]
    return float(np.median(known)) if len(known) else float("nan")


def _all_years(
    grid: SeriesGrid, series: np.ndarray, hypothesis: str, factor: float, years: np.ndarray
) -> pd.DataFrame:  # fmt: skip
    return doubts(grid.rows[series][years], QualityRule.OTHER_UNIT, hypothesis, grid.values[series][years] / factor)
