"""Panels: the series of one indicator and group over comparable regions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

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
    return dict(_panels(_SortedFigures.of(known, peers), indicators, as_of))


def _panels(
    known: "_SortedFigures", indicators: Mapping[str, Indicator], as_of: int
) -> Iterator[tuple[PanelKey, Panel]]:
    for first in _runs(known.indicator, known.group):
        rows = known.rows(first)
        indicator, group = indicators[str(rows.indicator[0])], Group(rows.group[0])
        comparable = rows.rows(rows.year >= comparable_from(indicator, as_of))
        if not len(comparable.year):
            continue
        scale = scale_of(indicator, comparable.laid_out().values)
        for second in _runs(comparable.peers):
            mine = comparable.rows(second).laid_out()
            key = (indicator.id, group, str(comparable.peers[second][0]))
            yield key, Panel(
                indicator, group, mine.regions, mine.years, mine.values, mine.denominators, mine.preliminary, scale
            )  # fmt: skip


def comparable_from(indicator: Indicator, as_of: int) -> int:
    """First year on the definition that is in force in ``as_of``."""
    return max((mark.year for mark in indicator.breaks if mark.year <= as_of), default=0)


class _Grid(NamedTuple):
    """Figures laid out as regions × consecutive years, NaN where there is none."""

    regions: tuple[str, ...]
    years: np.ndarray
    values: Floats
    denominators: Floats
    preliminary: np.ndarray


@dataclass(frozen=True)
class _SortedFigures:
    """The rows of an observation table as arrays of one entry per figure, sorted by indicator, group and peer level."""

    indicator: np.ndarray
    group: np.ndarray
    peers: np.ndarray
    region: np.ndarray
    year: np.ndarray
    value: Floats
    denominator: Floats
    preliminary: np.ndarray

    @classmethod
    def of(cls, table: pd.DataFrame, peers: pd.Series) -> "_SortedFigures":
        """The figures of regions of a known peer level."""
        names = (table["indicator"], table["group"], peers, table["region"])
        indicator, group, level, region = (column.astype(object).to_numpy() for column in names)
        year = table["year"].to_numpy(dtype=int)
        value, denominator = (table[name].to_numpy(dtype=float) for name in ("value", "denominator"))
        preliminary = (table["status"] == ObservationStatus.PRELIMINARY).to_numpy(dtype=bool)
        found = cls(indicator, group, level, region, year, value, denominator, preliminary)
        keys = [pd.factorize(column, sort=True)[0] for column in (level, group, indicator)]
        order = np.lexsort(keys)
        return found.rows(order[keys[0][order] >= 0])

    def rows(self, which: "np.ndarray | slice") -> "_SortedFigures":
        """Some of the figures."""
        return _SortedFigures(*(getattr(self, field.name)[which] for field in fields(self)))

    def laid_out(self) -> _Grid:
        """The figures by region and year; where two rows are of the same place, the later one."""
        codes, place = np.unique(self.region, return_inverse=True)
        years = np.arange(self.year.min(), self.year.max() + 1)
        spot = (place, self.year - years[0])
        values, denominators = (np.full((len(codes), len(years)), np.nan) for _ in range(2))
        values[spot], denominators[spot] = self.value, self.denominator
        preliminary = np.zeros(values.shape, dtype=bool)
        preliminary[spot] = self.preliminary
        return _Grid(tuple(codes), years, values, denominators, preliminary)


def _runs(*keys: np.ndarray) -> Iterator[slice]:
    """The stretches of rows that are alike in all ``keys``."""
    differ = np.zeros(max(len(keys[0]) - 1, 0), dtype=bool)
    for key in keys:
        differ |= key[1:] != key[:-1]
    edges = [0, *(np.flatnonzero(differ) + 1), len(keys[0])]
    yield from (slice(first, last) for first, last in pairwise(edges) if last > first)
