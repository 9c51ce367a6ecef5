"""Panels: the series of one indicator and group over comparable regions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from sxresearch.plan.indicators import Indicator
from sxresearch.plan.regions import PEER_LEVELS, Regions
from sxresearch.projection.scale import Floats, Scale, scale_of
from sxresearch.terms import Group, ObservationStatus


@dataclass(frozen=True)
class Panel:
    """Values of one indicator and group: regions × consecutive years, NaN where there is no figure.

    Only figures on the definition in force in the last year are kept: a declared break is
    never bridged. ``values`` are in the indicator's unit; ``denominators`` have the same
    shape (NaN where unknown); ``preliminary`` marks figures that may still change.
    ``common_scale`` is the working scale where several panels must share one (the nation, the
    cities and the counties of one indicator); by default the panel's own figures set it.
    """

    indicator: Indicator
    group: Group
    regions: tuple[str, ...]
    years: np.ndarray
    values: Floats
    denominators: Floats
    preliminary: np.ndarray
    common_scale: Scale | None = None

    def __post_init__(self) -> None:
        shape = (len(self.regions), len(self.years))
        for array in (self.values, self.denominators, self.preliminary):
            if array.shape != shape:
                raise ValueError(f"expected regions × years = {shape}, got {array.shape}")
        if (np.diff(self.years) != 1).any():
            raise ValueError(f"years must be consecutive, got {self.years}")

    @cached_property
    def scale(self) -> Scale:
        """Working scale of the panel's indicator."""
        return self.common_scale or scale_of(self.indicator, self.values)

    @cached_property
    def working(self) -> Floats:
        """Values on the working scale, same shape."""
        return self.scale.forward(self.values)

    @property
    def points(self) -> np.ndarray:
        """Number of figures per region."""
        return np.isfinite(self.values).sum(axis=1)

    def row(self, region: str) -> int:
        """Position of a region in the panel."""
        return self.regions.index(region)


PanelKey = tuple[str, Group, str]


def build_panels(
    table: pd.DataFrame, indicators: Mapping[str, Indicator], regions: Regions, as_of: int
) -> dict[PanelKey, Panel]:
    """All panels of an observation table, by indicator, group and peer level.

    Figures later than ``as_of`` are not looked at.
    """
    known = table[(table["year"] <= as_of) & table["value"].notna()]
    peers = known["region"].map({region.code: PEER_LEVELS[region.level] for region in regions})
    return dict(_panels(known.assign(peers=peers), indicators, as_of))


def _panels(known: pd.DataFrame, indicators: Mapping[str, Indicator], as_of: int) -> Iterator[tuple[PanelKey, Panel]]:
    for (name, group), rows in known.groupby(["indicator", "group"], sort=True):
        indicator = indicators[str(name)]
        comparable = rows[rows["year"] >= comparable_from(indicator, as_of)]
        if comparable.empty:
            continue
        scale = scale_of(indicator, _Grid(comparable).filled("value"))
        for peers, mine in comparable.groupby("peers", sort=True):
            yield (str(name), Group(group), str(peers)), _panel(indicator, Group(group), mine, scale)


def comparable_from(indicator: Indicator, as_of: int) -> int:
    """First year on the definition that is in force in ``as_of``."""
    return max((mark.year for mark in indicator.breaks if mark.year <= as_of), default=0)


class _Grid:
    """Where the rows of a long table stand in regions × consecutive years."""

    def __init__(self, rows: pd.DataFrame):
        self.years = np.arange(rows["year"].min(), rows["year"].max() + 1)
        self.codes = tuple(sorted(rows["region"].unique()))
        self._rows = rows
        self._spot = (pd.Index(self.codes).get_indexer(rows["region"]), rows["year"].to_numpy() - self.years[0])

    def filled(self, column: str) -> Floats:
        """The numbers of a column, NaN where there is no row."""
        return self.placed(self._rows[column].to_numpy(dtype=float))

    def placed(self, numbers: np.ndarray) -> Floats:
        """One number per row, NaN where there is no row."""
        out = np.full((len(self.codes), len(self.years)), np.nan)
        out[self._spot] = numbers
        return out


def _panel(indicator: Indicator, group: Group, rows: pd.DataFrame, scale: Scale) -> Panel:
    grid = _Grid(rows)
    preliminary = grid.placed((rows["status"] == ObservationStatus.PRELIMINARY).to_numpy()) == 1
    values, denominators = grid.filled("value"), grid.filled("denominator")
    return Panel(indicator, group, grid.codes, grid.years, values, denominators, preliminary, scale)
