"""Figures copied from the year before: a whole report, or one figure that stands still while its peers move."""

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.quality.deviation import deviation, scale_slopes
from sxresearch.monitoring.quality.doubts import QualityRule, doubts
from sxresearch.monitoring.quality.series_grid import SeriesGrid, moves_freely, series_grid

FEWEST_SERIES = 5
"""A report is called copied when at least so many of its figures could be compared."""

SAME_SHARE = 0.9
"""And so large a share of them equals last year's."""

CHANCE = 0.005
"""A single figure repeated: less likely than this."""


def copied_years(table: pd.DataFrame, register: Register, reports: pd.DataFrame) -> pd.DataFrame:
    """Figures that equal the year before's in the reports that :func:`copied_reports` found."""
    same = _same_as_before(_moving(table, register))
    here = pd.MultiIndex.from_frame(same[["region", "year"]]).isin(pd.MultiIndex.from_frame(reports))
    found = same[here & same["same"]]
    return doubts(found.index, QualityRule.COPIED_YEAR)


def copied_reports(table: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Regions and years whose figures are those of the year before: columns region and year.

    Figures that move freely are compared: none of elections, none at a bound, none that stood still before.
    """
    return repeated_reports(repetitions(table, register))


def repetitions(table: pd.DataFrame, register: Register) -> pd.DataFrame:
    """How many figures of each region and year (the index) could be compared with the year before's, ``size``, and how
    many of them are the same, ``sum``. Those of different indicators can be added.
    """
    return _same_as_before(_moving(table, register)).groupby(["region", "year"])["same"].agg(["size", "sum"])


def repeated_reports(counts: pd.DataFrame) -> pd.DataFrame:
    """Regions and years that :func:`repetitions` of all indicators show as copied: columns region and year."""
    found = counts[(counts["size"] >= FEWEST_SERIES) & (counts["sum"] / counts["size"] >= SAME_SHARE)]
    return found.index.to_frame(index=False)


def _moving(table: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Figures that could have changed."""
    items = register.indicators.by_id
    steps = {key for key, item in items.items() if item.measure == "step"}
    low, high = register.bounds(table["indicator"])
    free = table["value"].notna() & ~table["indicator"].isin(steps) & (table["value"] > low) & (table["value"] < high)
    return table.loc[free, ["region", "indicator", "group", "year", "value"]]


def _same_as_before(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures that have one in the year before, and whether it is the same: columns region, year, same."""
    keys = ["region", "indicator", "group"]
    ordered = figures.sort_values([*keys, "year"], kind="stable")
    before = ordered.groupby(keys, sort=False)[["year", "value"]].shift()
    follows = before["year"] == ordered["year"] - 1
    same = (ordered["value"] == before["value"])[follows]
    return ordered.loc[follows, ["region", "year"]].assign(same=same)


def repeated(table: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Single figures equal to the last digit to the year before's, where chance would seldom make them so."""
    return repeated_of(series_grid(table, register), register)


def repeated_of(grid: SeriesGrid, register: Register) -> pd.DataFrame:
    """The same for a grid that is there already.

    With digits of width δ and a step of normal size s about the peers' step m, a tie has the probability
    δ · φ(m/s) / s; the step's size is √2 times the spread of a figure.
    """
    found = deviation(grid)
    with np.errstate(invalid="ignore"):
        same = grid.values[:, 1:] == grid.values[:, :-1]
    same &= (np.diff(grid.common_path, axis=1) != 0) & moves_freely(grid, register)[:, None] & ~_at_bound(grid)[:, 1:]
    width = (_precision(grid.values) * scale_slopes(grid))[:, 1:]
    size = np.sqrt(2) * found.spread[:, 1:]
    move = np.diff(grid.common_path, axis=1) / size
    chance = width / size * np.exp(-(move**2) / 2) / np.sqrt(2 * np.pi)
    return doubts(grid.rows[:, 1:][same & (chance < CHANCE)], QualityRule.REPEATED)


def _at_bound(grid: SeriesGrid) -> np.ndarray:
    at = np.zeros(grid.values.shape, dtype=bool)
    for scale, mine in zip(grid.scales, grid.members, strict=True):
        at[mine] = (grid.values[mine] <= scale.lower) | (grid.values[mine] >= scale.upper)
    return at


def _precision(values: np.ndarray) -> np.ndarray:
    """Width of the last digit that each series uses, S × 1: the finest of its figures."""
    decimals = np.zeros((len(values), 1))
    for places in (1, 2, 3, 4):
        finer = np.abs(values * 10 ** (places - 1) - np.round(values * 10 ** (places - 1))) > 1e-6
        decimals[finer.any(axis=1)] = places
    return 10.0**-decimals
