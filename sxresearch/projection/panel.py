"""Panels: the series of one indicator and group over comparable regions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np
import pandas as pd

from sxresearch.plan.indicators import Indicator
from sxresearch.plan.regions import Regions
from sxresearch.projection.scale import Floats, Scale, scale_of
from sxresearch.terms import Group, Level, ObservationStatus

PEER_LEVELS = {
    Level.NATION: "nation",
    Level.PROVINCE: "cities",  # one province has no peers of its own; it is the sum of its cities
    Level.CITY: "cities",
    Level.COUNTY: "counties",
}
"""Which regions are pooled with one another."""


@dataclass(frozen=True)
class Panel:
    """Values of one indicator and group: regions × consecutive years, NaN where there is no figure.

    Only figures on the definition in force in the last year are kept: a declared break is
    never bridged. ``values`` are in the indicator's unit; ``denominators`` have the same
    shape (NaN where unknown); ``preliminary`` marks figures that may still change.
    """

    indicator: Indicator
    group: Group
    regions: tuple[str, ...]
    years: np.ndarray
    values: Floats
    denominators: Floats
    preliminary: np.ndarray

    def __post_init__(self) -> None:
        shape = (len(self.regions), len(self.years))
        for array in (self.values, self.denominators, self.preliminary):
            if array.shape != shape:
                raise ValueError(f"expected regions × years = {shape}, got {array.shape}")
        if (np.diff(self.years) != 1).any():
            raise ValueError(f"years must be consecutive, got {self.years}")

    @property
    def scale(self) -> Scale:
        """Working scale of the panel's indicator."""
        return scale_of(self.indicator)

    @property
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

    def upto(self, year: int) -> Self:
        """The panel as it was known at the end of ``year``."""
        keep = self.years <= year
        return type(self)(
            self.indicator,
            self.group,
            self.regions,
            self.years[keep],
            self.values[:, keep],
            self.denominators[:, keep],
            self.preliminary[:, keep],
        )


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
    for (name, group, peers), rows in known.groupby(["indicator", "group", "peers"], sort=True):
        indicator = indicators[str(name)]
        comparable = rows[rows["year"] >= comparable_from(indicator, as_of)]
        if not comparable.empty:
            yield (str(name), Group(group), str(peers)), _panel(indicator, Group(group), comparable)


def comparable_from(indicator: Indicator, as_of: int) -> int:
    """First year on the definition that is in force in ``as_of``."""
    return max((mark.year for mark in indicator.breaks if mark.year <= as_of), default=0)


def _panel(indicator: Indicator, group: Group, rows: pd.DataFrame) -> Panel:
    years = np.arange(rows["year"].min(), rows["year"].max() + 1)
    codes = tuple(sorted(rows["region"].unique()))
    spot = (pd.Index(codes).get_indexer(rows["region"]), rows["year"].to_numpy() - years[0])

    def grid(column: pd.Series) -> Floats:
        filled = np.full((len(codes), len(years)), np.nan)
        filled[spot] = column.to_numpy(dtype=float)
        return filled

    preliminary = grid(rows["status"] == ObservationStatus.PRELIMINARY) == 1
    return Panel(indicator, group, codes, years, grid(rows["value"]), grid(rows["denominator"]), preliminary)
