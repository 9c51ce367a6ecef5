"""All series of an observation table side by side: series × years, with what their peers did left out of each."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.plan.regions import PEER_LEVELS
from sxresearch.terms import Measure
from sxresearch.working_scale import Floats, Scale, scale_of

FEWEST_PEERS = 3
"""A common step is taken from at least so many other regions; with fewer, from the region's own steps."""


@dataclass(frozen=True)
class SeriesGrid:
    """Figures of S series (one region, indicator, group and definition each) over Y consecutive years.

    ``values`` in the unit and ``working`` on the working scale are S × Y, NaN where there is no figure; ``rows`` holds
    the label of each figure in the observation table, −1 where there is none; ``trials`` the denominator of each in
    the indicator's own multiple (a case more is 1 / trials in the unit), NaN where unknown. ``panel`` (S) numbers the
    sets of comparable series; ``scales`` has one entry per panel. ``keys`` has the columns indicator, group, region,
    peers, era.
    """

    keys: pd.DataFrame
    years: np.ndarray
    values: Floats
    working: Floats
    rows: np.ndarray
    trials: Floats
    panel: np.ndarray
    scales: tuple[Scale, ...]

    @cached_property
    def members(self) -> list[np.ndarray]:
        """The series of each panel."""
        order = np.argsort(self.panel, kind="stable")
        return np.split(order, np.flatnonzero(np.diff(self.panel[order])) + 1) if len(order) else []

    @cached_property
    def seen(self) -> np.ndarray:
        """Where there is a figure."""
        return np.isfinite(self.working)

    @cached_property
    def common_path(self) -> Floats:
        """What the other regions of the panel did up to each year, summed from the first; S × Y, working scale."""
        path = np.zeros_like(self.working)
        for mine in self.members:
            path[mine] = _paths(self.working[mine])
        return path


def series_grid(table: pd.DataFrame, register: Register) -> SeriesGrid:
    """The grid of all figures of an observation table."""
    known = table.loc[table["value"].notna(), ["indicator", "group", "region", "year", "value", "denominator"]]
    known = known.assign(
        peers=known["region"].map({region.code: PEER_LEVELS[region.level] for region in register.regions}),
        era=_eras(known, register),
    )
    names = ["indicator", "group", "era", "peers", "region"]
    keys = known[names].drop_duplicates().sort_values(names, ignore_index=True)
    place = pd.MultiIndex.from_frame(keys).get_indexer(pd.MultiIndex.from_frame(known[names]))
    first = int(known["year"].min()) if len(known) else 0
    years = np.arange(first, int(known["year"].max()) + 1) if len(known) else np.array([], dtype=int)
    spot = (place, known["year"].to_numpy(dtype=int) - first)
    values, rows = np.full((len(keys), len(years)), np.nan), np.full((len(keys), len(years)), -1)
    values[spot], rows[spot] = known["value"].to_numpy(dtype=float), known.index.to_numpy()
    trials = np.full_like(values, np.nan)
    factor = known["indicator"].map({key: item.factor for key, item in register.indicators.by_id.items()})
    trials[spot] = known["denominator"].to_numpy(dtype=float) / factor.astype(float).to_numpy()
    panel = keys.groupby(names[:4], sort=False).ngroup().to_numpy()
    working, scales = _on_working_scale(keys, values, panel, register)
    return SeriesGrid(keys, years, values, working, rows, trials, panel, scales)


def _eras(known: pd.DataFrame, register: Register) -> pd.Series:
    """How many definitions of its indicator came before a figure's: a declared break is never bridged."""
    era = pd.Series(0, index=known.index)
    for key, item in register.indicators.by_id.items():
        for mark in item.breaks:
            era += ((known["indicator"] == key) & (known["year"] >= mark.year)).astype(int)
    return era


def _on_working_scale(
    keys: pd.DataFrame, values: Floats, panel: np.ndarray, register: Register
) -> tuple[Floats, tuple[Scale, ...]]:
    """Figures on the scale of their indicator; all regions, of every level, set its offset."""
    working, scales = np.full_like(values, np.nan), {}
    for (name, _, _), mine in keys.groupby(["indicator", "group", "era"], sort=False).indices.items():
        scale = scale_of(register.indicators[str(name)], values[mine])
        working[mine] = scale.forward(values[mine])
        scales.update(dict.fromkeys(panel[mine].tolist(), scale))
    return working, tuple(scales[number] for number in range(len(scales)))


def moves_freely(grid: SeriesGrid, register: Register) -> np.ndarray:
    """Series that can change in any year (those of elections stand still in between); length S."""
    steps = {key for key, item in register.indicators.by_id.items() if item.measure is Measure.STEP}
    return ~grid.keys["indicator"].isin(steps).to_numpy()


def _paths(z: Floats) -> Floats:
    """Per region the summed median steps of the other regions of its panel, R × Y.

    Where fewer than FEWEST_PEERS others have a step, the median of the region's own steps a year, zero without one.
    """
    steps = np.diff(z, axis=1)
    common = median_of_others(steps)
    others = np.isfinite(steps).sum(axis=0) - np.isfinite(steps)
    alone = others < FEWEST_PEERS
    own = np.zeros((len(z), 1))
    lone = alone.any(axis=1)
    own[lone, 0] = np.nan_to_num(_own_pace(z[lone]))
    taken = np.where(alone, own, common)
    return np.concatenate([np.zeros((len(z), 1)), np.cumsum(taken, axis=1)], axis=1)


def _own_pace(z: Floats) -> Floats:
    """Median step a year of each row, over gaps too; NaN with fewer than two figures."""
    columns = np.arange(z.shape[1])
    pace = np.full(len(z), np.nan)
    for row in np.flatnonzero(np.isfinite(z).sum(axis=1) >= 2):
        there = columns[np.isfinite(z[row])]
        pace[row] = np.median(np.diff(z[row, there]) / np.diff(there))
    return pace


def median_of_others(column: Floats) -> Floats:
    """Median over the other rows with a number, for each row and column; NaN where no other row has one."""
    order = np.sort(column, axis=0)  # NaN last
    count = np.isfinite(column).sum(axis=0)
    rank = _ranks(column)
    there = np.isfinite(column)
    left = count - there  # how many others
    middles = []
    for position in ((left - 1) // 2, left // 2):
        place = np.clip(position + (there & (position >= rank)), 0, max(len(column) - 1, 0))
        middles.append(np.take_along_axis(order, place, axis=0))
    return np.where(left > 0, (middles[0] + middles[1]) / 2, np.nan)


def _ranks(column: Floats) -> np.ndarray:
    """Place of each number among those of its column, ties in the order of rows; NaN last."""
    ranks = np.empty(column.shape, dtype=int)
    np.put_along_axis(ranks, np.argsort(column, axis=0, kind="stable"), np.arange(len(column))[:, None], axis=0)
    return ranks
