"""Figures outside what an indicator can be in any region."""

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.quality.doubts import QualityRule, doubts, explained, together

IMPOSSIBLE_BEYOND = 2.0
"""More than so many times the highest plausible figure, or less than the lowest divided by it: no region can be so."""


def outside_plausible(table: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Figures outside the register's plausible range: held; far outside: refused.

    A zero below the range is held: it often stands where a figure is missing.
    """
    low, high = plausible_ranges(table["indicator"], register)
    value = table["value"].to_numpy(dtype=float)
    out = (value < low) | (value > high)
    usual = _usual(table, ~out & (value != 0))
    never = out & ((value > high * IMPOSSIBLE_BEYOND) | ((value < low / IMPOSSIBLE_BEYOND) & (value != 0)))
    return together(
        doubts(table.index[where], rule, *explained(value[where], low[where], high[where], usual[where]))
        for rule, where in ((QualityRule.IMPOSSIBLE, never), (QualityRule.IMPLAUSIBLE, out & ~never))
    )


def _usual(table: pd.DataFrame, inside: np.ndarray) -> np.ndarray:
    """Median of the figures inside the range: the region's own other years, else the other regions'; NaN without."""
    sound = table["value"].where(inside)
    own, others = (
        sound.groupby([table[name] for name in names]).transform("median").to_numpy(dtype=float)
        for names in (["indicator", "group", "region"], ["indicator", "group"])
    )
    return np.where(np.isnan(own), others, own)


def plausible_ranges(indicator: pd.Series, register: Register) -> tuple[np.ndarray, np.ndarray]:
    """Lowest and highest plausible figure per row; the bounds where the register names no range."""
    ranges = {key: item.plausible_range for key, item in register.indicators.by_id.items()}
    low, high = ({key: pair[side] for key, pair in ranges.items()} for side in (0, 1))
    return (
        indicator.map(low).astype(float).fillna(-np.inf).to_numpy(),
        indicator.map(high).astype(float).fillna(np.inf).to_numpy(),
    )
