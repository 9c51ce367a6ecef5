"""The figures of the regions beside one: read once, by series and region."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from sxresearch.brief.content.comparison.neighbours import Neighbours
from sxresearch.plan.regions import Region

ENOUGH = 3
"""With fewer peers there is nothing to compare with."""

Series = tuple[str, str]
"""An indicator's id and a population group."""


@dataclass(frozen=True)
class OthersFigures:
    """Figures of the neighbours that may be shown, in the indicators' units.

    ``values`` has series, region code and year to the figure; ``weights`` likewise to the denominator behind it, where
    one is known.
    """

    neighbours: Neighbours
    values: Mapping[Series, Mapping[str, Mapping[int, float]]]
    weights: Mapping[Series, Mapping[str, Mapping[int, float]]]

    def of(self, series: Series, region: Region) -> Mapping[int, float]:
        """Year to figure of one region; empty without any."""
        return self.values.get(series, {}).get(region.code, {})

    def in_year(self, series: Series, regions: tuple[Region, ...], year: int) -> dict[str, float]:
        """Region code to its figure of ``year``, for those that have one."""
        found = ((region.code, self.of(series, region).get(year)) for region in regions)
        return {code: value for code, value in found if value is not None}

    def range_of_peers(self, series: Series, first: int) -> dict[int, tuple[float, float]]:
        """Year, from ``first`` on, to the lowest and highest peer; only years with ENOUGH of them."""
        years: dict[int, list[float]] = {}
        for region in self.neighbours.peers:
            for year, value in self.of(series, region).items():
                years.setdefault(year, []).append(value)
        return {
            year: (min(values), max(values))
            for year, values in sorted(years.items())
            if year >= first and len(values) >= ENOUGH
        }


def others_figures(table: pd.DataFrame, neighbours: Neighbours, as_of: int) -> OthersFigures:
    """The neighbours' figures of ``table``, which holds what may be shown, up to the year ``as_of``."""
    mine = table[table["region"].isin(neighbours.codes) & (table["year"] <= as_of) & table["value"].notna()]
    values: dict[Series, dict[str, dict[int, float]]] = {}
    weights: dict[Series, dict[str, dict[int, float]]] = {}
    columns = [mine[name].tolist() for name in ("indicator", "group", "region", "year", "value", "denominator")]
    for indicator, group, region, year, value, denominator in zip(*columns, strict=True):
        values.setdefault((indicator, group), {}).setdefault(region, {})[int(year)] = float(value)
        if denominator == denominator and denominator:  # neither unknown nor 0
            weights.setdefault((indicator, group), {}).setdefault(region, {})[int(year)] = float(denominator)
    return OthersFigures(neighbours, values, weights)
