"""The figures and the projection of one indicator and group, aligned with a list of regions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.plan.indicators import Indicator
from sxresearch.plan.regions import PEER_LEVELS
from sxresearch.projection.combination import Projection, project_many
from sxresearch.projection.counts.count_data import has_counts
from sxresearch.projection.counts.count_projection import CountProjection, needs_counts, project_counts
from sxresearch.projection.evidence import NoProjection, Refusal
from sxresearch.projection.panel import Panel, build_panels
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.rate_intervals import PooledRate, pooled_rate
from sxresearch.projection.scale import Floats, Scale, scale_of
from sxresearch.terms import EvidenceGrade, Group

AnyProjection: TypeAlias = Projection | CountProjection


@dataclass(frozen=True, eq=False)
class IndicatorSeries:
    """One indicator and group over ``regions`` (length R), all of one peer level; arrays have one entry per region.

    Only figures on the definition in force are here; ``held`` counts all figures of a region,
    those on earlier definitions included. ``contradicting`` marks regions whose latest figure
    is not its numerator over its denominator.
    """

    indicator: Indicator
    group: Group
    regions: tuple[str, ...]
    projection: AnyProjection | None
    held: np.ndarray
    contradicting: np.ndarray

    @property
    def panel(self) -> Panel | None:
        """The panel of comparable regions, none without any figure."""
        return self.projection.panel if self.projection else None

    @property
    def scale(self) -> Scale:
        """Working scale of the projection."""
        if self.projection is None:
            return scale_of(self.indicator)
        return self.projection.scale if isinstance(self.projection, CountProjection) else self.projection.panel.scale

    @cached_property
    def rows(self) -> np.ndarray:
        """Row of each region in the panel, −1 where it has no figure."""
        codes = self.panel.regions if self.panel else ()
        return pd.Index(codes).get_indexer(list(self.regions)) if codes else np.full(len(self.regions), -1)

    @cached_property
    def latest_year(self) -> np.ndarray:
        """Year of the latest figure; 0 where there is none."""
        return self._taken(self.projection.latest, 0).astype(int) if self.projection else np.zeros(len(self.rows), int)

    @cached_property
    def latest_value(self) -> Floats:
        """Latest figure in the unit, NaN where there is none."""
        return self._in_years(self.latest_year, "values")

    @cached_property
    def level(self) -> Floats:
        """Level from which the projection starts, working scale; NaN where there is none."""
        return self._taken(self.projection.level, np.nan) if self.projection else np.full(len(self.rows), np.nan)

    @cached_property
    def points(self) -> np.ndarray:
        """Number of figures on the definition in force."""
        return self._taken(self.panel.points, 0).astype(int) if self.panel else np.zeros(len(self.rows), int)

    @property
    def dropped(self) -> np.ndarray:
        """Number of figures left out because they stand on an earlier definition."""
        return self.held - self.points

    def value_in(self, year: int) -> Floats:
        """The figure of ``year``, NaN where there is none."""
        return self._in_years(np.full(len(self.regions), year), "values")

    def preliminary_in(self, years: np.ndarray | int) -> np.ndarray:
        """Whether the figure of ``years`` (one for all, or one per region) is preliminary."""
        return self._in_years(np.broadcast_to(years, len(self.regions)), "preliminary") == 1

    @cached_property
    def latest_denominator(self) -> Floats:
        """Denominator behind the latest figure, NaN where unknown."""
        return self._in_years(self.latest_year, "denominators")

    @cached_property
    def grades(self) -> tuple[EvidenceGrade | NoProjection, ...]:
        """Per region: how much evidence there is, or why there is no projection."""
        nothing = (NoProjection(Refusal.BEFORE_BREAK if count else Refusal.NO_DATA) for count in self.held)
        if self.projection is None:
            return tuple(nothing)
        grades = self.projection.grades
        return tuple(none if row < 0 else grades[row] for row, none in zip(self.rows, nothing, strict=True))

    @property
    def method(self) -> str:
        """Name of the method, empty without any projection."""
        return self.projection.method if self.projection else ""

    @property
    def counted(self) -> CountProjection | None:
        """The projection by counts, where counting noise matters."""
        return self.projection if isinstance(self.projection, CountProjection) else None

    @cached_property
    def has_counts(self) -> bool:
        """Whether denominators stand behind the figures."""
        return self.panel is not None and has_counts(self.panel)

    @cached_property
    def pooled(self) -> PooledRate | None:
        """Rate of the last three years together, for the panel's regions; none where counting noise is small."""
        return None if self.counted is None else pooled_rate(self.counted.panel)

    def predictive(self, year: int, *, naive: bool = False) -> Predictive:
        """Distributions in ``year``, NaN where there is no projection."""
        if self.projection is None:
            gap = np.full(len(self.rows), np.nan)
            return Predictive(self.scale, gap, gap, gap)
        found = self.projection.predictive(year, naive=naive)
        return Predictive(self.scale, self.taken(found.location), self.taken(found.spread), self.taken(found.df))

    def published(self, year: int, probabilities: Sequence[float]) -> Floats:
        """Quantiles of the figure that will be published for ``year``, probabilities × regions, in the unit.

        Where cases are counted chance is in them; else they are those of :meth:`predictive`.
        """
        if self.counted is None:
            outlook = self.predictive(year)
            return np.array([outlook.quantile(p) for p in probabilities])
        return np.array([self.taken(row) for row in self.counted.published_quantiles(year, probabilities)])

    def common_share(self, year: int) -> Floats:
        """Share of the variance in ``year`` that all regions have in common, in [0, 1]; NaN without a projection."""
        if self.projection is None:
            return np.full(len(self.rows), np.nan)
        if isinstance(self.projection, CountProjection):
            outlook = self.predictive(year)
            return np.clip(self.projection.common_variance(year) / outlook.variance, 0.0, 1.0)
        return np.clip(self.taken(self.projection.common_share(year)), 0.0, 1.0)

    def taken(self, column: np.ndarray) -> Floats:
        """One entry per region from one per panel row, NaN where a region is not in the panel."""
        return self._taken(column, np.nan)

    def put(self, column: Floats) -> Floats:
        """One entry per panel row from one per region, NaN for the panel's other regions."""
        out = np.full(len(self.panel.regions) if self.panel else 0, np.nan)
        held = self.rows >= 0
        out[self.rows[held]] = column[held]
        return out

    @cached_property
    def years(self) -> np.ndarray:
        """The panel's years, one per column of ``figures``; empty without a panel."""
        return self.panel.years if self.panel else np.array([], dtype=int)

    @cached_property
    def figures(self) -> Floats:
        """Figures in the unit, regions × years, NaN where there is none."""
        if self.panel is None:
            return np.full((len(self.regions), 0), np.nan)
        held = self.rows >= 0
        return np.where(held[:, None], self.panel.values[np.where(held, self.rows, 0)], np.nan)

    def history(self, region: str) -> tuple[np.ndarray, Floats]:
        """Years and figures (NaN gaps) of one region; empty where there is none."""
        row = self.rows[self.regions.index(region)]
        if self.panel is None or row < 0:
            return np.array([], dtype=int), np.array([])
        return self.panel.years, self.panel.values[row]

    def _taken(self, column: np.ndarray, nothing: float) -> Floats:
        held = self.rows >= 0
        return np.where(held, np.asarray(column, dtype=float)[np.where(held, self.rows, 0)], nothing)

    def _in_years(self, years: np.ndarray, what: str) -> Floats:
        if self.panel is None:
            return np.full(len(self.regions), np.nan)
        table = getattr(self.panel, what)
        columns = years - self.panel.years[0]
        inside = (self.rows >= 0) & (columns >= 0) & (columns < table.shape[1])
        return np.where(inside, table[np.where(inside, self.rows, 0), np.where(inside, columns, 0)], np.nan)


def last_seen(figures: Floats, count: int) -> np.ndarray:
    """Columns of the last ``count`` figures of each row, the latest last; −1 where a row has fewer."""
    rest = np.isfinite(figures)
    rows = np.arange(len(rest))
    columns = np.full((len(rest), count), -1)
    for place in range(count - 1, -1, -1):
        some = rest.any(axis=1)
        latest = rest.shape[1] - 1 - np.argmax(rest[:, ::-1], axis=1) if rest.shape[1] else np.zeros(len(rest), int)
        columns[some, place] = latest[some]
        rest[rows[some], latest[some]] = False
    return columns


@dataclass(frozen=True)
class SeriesStore:
    """All series of an assessment, by indicator and group, over regions of one peer level.

    ``facts`` has one row per indicator, group and region: how many figures there are, and
    whether the latest contradicts its own counts.
    """

    regions: tuple[str, ...]
    indicators: Mapping[str, Indicator]
    projections: Mapping[tuple[str, Group], AnyProjection]
    facts: pd.DataFrame

    def get(self, indicator: str, group: Group) -> IndicatorSeries:
        """The series of ``indicator`` and ``group`` over this store's regions, the same one each time."""
        key = (indicator, group)
        if key not in self._given:
            self._given[key] = self._series(key)
        return self._given[key]

    @cached_property
    def _given(self) -> dict[tuple[str, Group], IndicatorSeries]:
        return {}

    def _series(self, key: tuple[str, Group]) -> IndicatorSeries:
        mine = self.facts.loc[key] if key in self._held else _NO_FACTS
        aligned = mine.reindex(list(self.regions), fill_value=0)
        return IndicatorSeries(
            self.indicators[key[0]],
            key[1],
            self.regions,
            self.projections.get(key),
            aligned["held"].to_numpy(dtype=int),
            aligned["contradicting"].to_numpy(dtype=bool),
        )

    @cached_property
    def _held(self) -> frozenset[tuple[str, Group]]:
        return frozenset((str(name), Group(group)) for name, group, _ in self.facts.index)


_NO_FACTS = pd.DataFrame({"held": pd.Series(dtype=int), "contradicting": pd.Series(dtype=int)})


def open_store(inputs: Inputs, regions: tuple[str, ...], as_of: int, until: int) -> SeriesStore:
    """Project the panels of ``regions`` to ``until``, looking at nothing later than ``as_of``.

    The regions must be of one peer level: what is pooled with one another is judged together.
    """
    figures = inputs.observations.figures
    levels = {PEER_LEVELS[inputs.regions[code].level] for code in regions}
    peers = figures["region"].map({region.code: PEER_LEVELS[region.level] for region in inputs.regions})
    known = figures[(figures["year"] <= as_of) & figures["value"].notna() & peers.isin(levels)]
    panels = build_panels(known, inputs.indicators.by_id, inputs.regions, as_of)
    projections = {key[:2]: item for key, item in zip(panels, _projected(list(panels.values()), until), strict=True)}
    return SeriesStore(regions, inputs.indicators.by_id, projections, _facts(known, inputs.indicators.by_id))


def _projected(panels: list[Panel], until: int) -> list[AnyProjection]:
    """Each panel by its counts where counting noise matters, else by its figures."""
    counted = [needs_counts(panel) for panel in panels]
    rest = iter(project_many([panel for panel, by_counts in zip(panels, counted, strict=True) if not by_counts], until))
    return [
        project_counts(panel, until) if by_counts else next(rest)
        for panel, by_counts in zip(panels, counted, strict=True)
    ]


def _facts(known: pd.DataFrame, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    factor = known["indicator"].map({key: item.factor for key, item in indicators.items()}).astype(float)
    unit = 10.0 ** -known["indicator"].map({key: item.decimals for key, item in indicators.items()}).astype(float)
    off = (known["numerator"] / known["denominator"] * factor - known["value"]).abs() > unit
    keys = ["indicator", "group", "region"]
    latest = known["year"] == known.groupby(keys)["year"].transform("max")
    marked = known[keys].assign(held=1, contradicting=(off & latest).astype(int))
    return marked.groupby(keys).agg({"held": "sum", "contradicting": "max"}).sort_index()
