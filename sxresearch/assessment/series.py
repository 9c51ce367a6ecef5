"""The figures and the projection of one indicator and group, aligned with a list of regions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.plan.indicators import Indicator
from sxresearch.projection.combination import Projection, project
from sxresearch.projection.evidence import NoProjection, Refusal
from sxresearch.projection.panel import build_panels
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Floats, Scale, scale_of
from sxresearch.terms import EvidenceGrade, Group


@dataclass(frozen=True)
class Series:
    """One indicator and group over ``regions`` (length R); arrays have one entry per region.

    Only figures on the definition in force are here; ``held`` counts all figures of a region,
    those on earlier definitions included. ``contradicting`` marks regions whose latest figure
    is not its numerator over its denominator.
    """

    indicator: Indicator
    group: Group
    regions: tuple[str, ...]
    projections: tuple[Projection, ...]
    held: np.ndarray
    contradicting: np.ndarray
    _spots: dict[str, tuple[int, int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        spots = {
            code: (k, row) for k, item in enumerate(self.projections) for row, code in enumerate(item.panel.regions)
        }
        object.__setattr__(self, "_spots", spots)

    @property
    def scale(self) -> Scale:
        """Working scale of the indicator."""
        return scale_of(self.indicator)

    @cached_property
    def latest_year(self) -> np.ndarray:
        """Year of the latest figure; 0 where there is none."""
        return self._gather([item.latest for item in self.projections], 0).astype(int)

    @cached_property
    def latest_value(self) -> Floats:
        """Latest figure in the unit, NaN where there is none."""
        return self._by_year(self.latest_year)

    @cached_property
    def points(self) -> np.ndarray:
        """Number of figures on the definition in force."""
        return self._gather([item.panel.points for item in self.projections], 0).astype(int)

    @property
    def dropped(self) -> np.ndarray:
        """Number of figures left out because they stand on an earlier definition."""
        return self.held - self.points

    def value_in(self, year: int) -> Floats:
        """The figure of ``year``, NaN where there is none."""
        return self._by_year(np.full(len(self.regions), year))

    def preliminary_in(self, year: int) -> np.ndarray:
        """Whether the figure of ``year`` is preliminary."""
        return self._by_year(np.full(len(self.regions), year), "preliminary") == 1

    @cached_property
    def latest_denominator(self) -> Floats:
        """Denominator behind the latest figure, NaN where unknown."""
        return self._by_year(self.latest_year, "denominators")

    @cached_property
    def grades(self) -> tuple[EvidenceGrade | NoProjection, ...]:
        """Per region: how much evidence there is, or why there is no projection."""
        nothing = (NoProjection(Refusal.BEFORE_BREAK if count else Refusal.NO_DATA) for count in self.held)
        found = (self._spots.get(code) for code in self.regions)
        return tuple(
            self.projections[spot[0]].grades[spot[1]] if spot else none
            for spot, none in zip(found, nothing, strict=True)
        )

    @cached_property
    def method(self) -> str:
        """Name of the method, empty without any projection."""
        return self.projections[0].method if self.projections else ""

    def predictive(self, year: int, *, naive: bool = False) -> Predictive:
        """Distributions in ``year``, NaN where there is no projection."""
        each = [item.predictive(year, naive=naive) for item in self.projections]
        return Predictive(
            self.scale,
            self._gather([item.location for item in each], np.nan),
            self._gather([item.spread for item in each], np.nan),
            self._gather([item.df for item in each], np.nan),
        )

    def history(self, region: str) -> tuple[np.ndarray, Floats]:
        """Years and figures (NaN gaps) of one region; empty where there is none."""
        spot = self._spots.get(region)
        if spot is None:
            return np.array([], dtype=int), np.array([])
        panel = self.projections[spot[0]].panel
        return panel.years, panel.values[spot[1]]

    def panel_of(self, region: str) -> Projection | None:
        """The projection of the panel that holds ``region``."""
        spot = self._spots.get(region)
        return None if spot is None else self.projections[spot[0]]

    def _gather(self, columns: list[np.ndarray], nothing: float) -> Floats:
        out = np.full(len(self.regions), nothing, dtype=float)
        for place, code in enumerate(self.regions):
            spot = self._spots.get(code)
            if spot is not None:
                out[place] = columns[spot[0]][spot[1]]
        return out

    def _by_year(self, years: np.ndarray, what: str = "values") -> Floats:
        out = np.full(len(self.regions), np.nan)
        for place, (code, year) in enumerate(zip(self.regions, years, strict=True)):
            spot = self._spots.get(code)
            if spot is None:
                continue
            panel = self.projections[spot[0]].panel
            column = int(year) - int(panel.years[0])
            if 0 <= column < len(panel.years):
                out[place] = getattr(panel, what)[spot[1], column]
        return out


@dataclass(frozen=True)
class SeriesStore:
    """All series of an assessment, by indicator and group.

    ``facts`` has one row per indicator, group and region: how many figures there are, and
    whether the latest contradicts its own counts.
    """

    regions: tuple[str, ...]
    indicators: Mapping[str, Indicator]
    projections: Mapping[tuple[str, Group], tuple[Projection, ...]]
    facts: pd.DataFrame

    def get(self, indicator: str, group: Group) -> Series:
        """The series of ``indicator`` and ``group`` over this store's regions."""
        key = (indicator, group)
        mine = self.facts.loc[key] if key in self.projections or key in self._held else _NO_FACTS
        aligned = mine.reindex(list(self.regions), fill_value=0)
        return Series(
            self.indicators[indicator],
            group,
            self.regions,
            self.projections.get(key, ()),
            aligned["held"].to_numpy(dtype=int),
            aligned["contradicting"].to_numpy(dtype=bool),
        )

    @cached_property
    def _held(self) -> frozenset[tuple[str, Group]]:
        return frozenset((str(name), Group(group)) for name, group, _ in self.facts.index)


_NO_FACTS = pd.DataFrame({"held": pd.Series(dtype=int), "contradicting": pd.Series(dtype=int)})


def open_store(inputs: Inputs, regions: tuple[str, ...], as_of: int, until: int) -> SeriesStore:
    """Project every panel of ``inputs`` to ``until``, looking at nothing later than ``as_of``."""
    figures = inputs.observations.table
    known = figures[(figures["year"] <= as_of) & figures["value"].notna()]
    panels = build_panels(known, inputs.indicators.by_id, inputs.regions, as_of)
    projections: dict[tuple[str, Group], list[Projection]] = {}
    for (indicator, group, _), panel in panels.items():
        projections.setdefault((indicator, group), []).append(project(panel, until))
    fixed = {key: tuple(items) for key, items in projections.items()}
    return SeriesStore(regions, inputs.indicators.by_id, fixed, _facts(known, inputs.indicators.by_id))


def _facts(known: pd.DataFrame, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    factor = known["indicator"].map({key: item.factor for key, item in indicators.items()}).astype(float)
    unit = 10.0 ** -known["indicator"].map({key: item.decimals for key, item in indicators.items()}).astype(float)
    off = (known["numerator"] / known["denominator"] * factor - known["value"]).abs() > unit
    keys = ["indicator", "group", "region"]
    latest = known["year"] == known.groupby(keys)["year"].transform("max")
    marked = known[keys].assign(held=1, contradicting=(off & latest).astype(int))
    return marked.groupby(keys).agg({"held": "sum", "contradicting": "max"}).sort_index()
