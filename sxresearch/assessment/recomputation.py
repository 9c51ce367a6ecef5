"""Projections of the default method worked out a second time by statsmodels, for whoever wants to be sure of one.

``sx.recompute(inputs, "140000", "women.health.2.cervical_screening")`` takes one target of one region;
``sx.recompute_all`` every target of a region that has a projection.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.series import IndicatorSeries, SeriesStore, open_store
from sxresearch.errors import BadParameter
from sxresearch.language import say
from sxresearch.plan.catalogue import Plan, Target
from sxresearch.projection.combination import Projection
from sxresearch.projection.counts.count_paths import linearise
from sxresearch.projection.counts.count_projection import CountProjection, pooling_groups, totals
from sxresearch.projection.evidence import NoProjection
from sxresearch.projection.reference.count_recomputation import recompute_paths
from sxresearch.projection.reference.ensemble_recomputation import recompute_panel, recompute_walk
from sxresearch.projection.scale import Floats
from sxresearch.terms import Group, Language

HOLDS = 1e-8  # largest relative difference at which two calculations count as the same


@dataclass(frozen=True)
class RecomputedSeries:
    """One series of one region twice: by this toolkit and by statsmodels, on the working scale.

    ``ours`` and ``theirs`` are years × (location, spread, df). ``learned`` is the largest difference of the members'
    weights and of the width, NaN where nothing of the kind is learned (naive walk, counts).
    """

    indicator: str
    group: Group
    method: str
    years: tuple[int, ...]
    ours: Floats
    theirs: Floats
    learned: float

    def __post_init__(self) -> None:
        if not self.ours.shape == self.theirs.shape == (len(self.years), 3):
            raise ValueError(f"expected years × 3, got {self.ours.shape} and {self.theirs.shape}")

    @property
    def largest_difference(self) -> float:
        """Largest relative difference; locations, which may lie near 0, relative to the spread at least."""
        size = np.abs(self.ours)  # a new array
        size[:, 0] = np.maximum(size[:, 0], size[:, 1])
        return float(np.max(np.abs(self.theirs - self.ours) / size))

    @property
    def holds(self) -> bool:
        """Whether both calculations are the same to eight digits."""
        return self.largest_difference <= HOLDS


@dataclass(frozen=True)
class Recomputation:
    """A target's projection recomputed: one series, or the two that the target compares."""

    region: str
    target: str
    series: tuple[RecomputedSeries, ...]

    @property
    def largest_difference(self) -> float:
        """Largest relative difference on the working scale."""
        return max(item.largest_difference for item in self.series)

    @property
    def holds(self) -> bool:
        """Whether both calculations are the same in every series."""
        return all(item.holds for item in self.series)

    def report(self, language: Language = Language.ZH) -> str:
        """What was compared, how far both lie apart, and how far the recomputation goes."""
        lines = [say("recompute-title", language, region=self.region, target=self.target)]
        for item in self.series:
            first, last = str(item.years[0]), str(item.years[-1])
            values = {"indicator": item.indicator, "group": item.group.value, "first": first, "last": last}
            lines.append(say("recompute-series", language, **values, difference=f"{item.largest_difference:.1e}"))
            if not np.isnan(item.learned):
                lines.append(say("recompute-learned", language, difference=f"{item.learned:.1e}"))
            lines.append(say(f"recompute-how-{_REACH[item.method]}", language))
        lines.append(say("recompute-holds" if self.holds else "recompute-differs", language))
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.report()


_REACH = {
    "naive+pooled+damped": "default", "naive": "naive", "pooled-poisson": "counts", "pooled-binomial": "counts",
}  # fmt: skip


def recompute(inputs: Inputs, region: str, target: str, as_of: int | None = None) -> Recomputation:
    """Recompute the projection behind one target of one region.

    Parameters
    ----------
    inputs
        As :func:`~sxresearch.assessment.inputs.load_inputs` gives them.
    region
        Code of a region that a plan with this target binds.
    target
        The target's id, as in the verdict table.
    as_of
        Last data year used; by default the last year of the data.

    Raises
    ------
    BadParameter
        If the region, target or year is unknown, or nothing is projected for it.
    """
    places = [item for item in _asked(inputs, region) if item[1].id == target]
    if not places:
        raise BadParameter.of("recompute-target", "", target=target, region=region)
    plan, wanted = places[0]
    names = {name for name, _ in _keys(wanted)}
    table = inputs.observations.table
    some = replace(inputs.observations, table=table[table["indicator"].isin(names)])
    found = _Engine(replace(inputs, observations=some), region, _last_year(inputs, as_of)).of(plan, wanted)
    if found is None:
        raise BadParameter.of("recompute-nothing", "", target=target, region=region)
    return found


def recompute_all(inputs: Inputs, region: str, as_of: int | None = None) -> list[Recomputation]:
    """Recompute every target of a region that has a projection; about a third of a second each."""
    engine = _Engine(inputs, region, _last_year(inputs, as_of))
    found = (engine.of(plan, target) for plan, target in _asked(inputs, region))
    return [item for item in found if item is not None]


def _asked(inputs: Inputs, region: str) -> Iterator[tuple[Plan, Target]]:
    """The targets with an indicator that bind a region."""
    inputs.region(region)
    for plan in inputs.plans:
        if region in plan.binds(inputs.regions):
            yield from ((plan, target) for _, _, target in plan.places() if target.indicator is not None)


def _keys(target: Target) -> list[tuple[str, Group]]:
    """The series that a target is about."""
    own = [(str(target.indicator), target.group)]
    return own + ([(str(target.second_series[0]), target.second_series[1])] if target.has_second else [])


def _last_year(inputs: Inputs, as_of: int | None) -> int:
    table = inputs.observations.table
    years = table.loc[table["value"].notna(), "year"]
    first, last = int(years.min()), int(years.max())
    if as_of is not None and not first <= as_of <= last:
        raise BadParameter.of("year-outside-data", "", name="as_of", found=str(as_of), first=str(first), last=str(last))
    return as_of or last


@dataclass(frozen=True)
class _Engine:
    """The projections of a region's peers, each recomputed once."""

    inputs: Inputs
    region: str
    as_of: int
    done: dict[tuple[str, Group, int], tuple[Floats, float]] = field(default_factory=dict)
    stores: list[SeriesStore] = field(default_factory=list)

    def of(self, plan: Plan, target: Target) -> Recomputation | None:
        """A target's series twice; none where one of them has no projection for the target year."""
        series = [self._series(name, group, plan.target_year) for name, group in _keys(target)]
        known = tuple(item for item in series if item is not None)
        return Recomputation(self.region, target.id, known) if len(known) == len(series) else None

    @property
    def _store(self) -> SeriesStore:
        if not self.stores:
            until = max(plan.target_year for plan in self.inputs.plans)
            self.stores.append(open_store(self.inputs, (self.region,), self.as_of, until))
        return self.stores[0]

    def _series(self, name: str, group: Group, until: int) -> RecomputedSeries | None:
        series = self._store.get(name, group)
        projection = series.projection
        if projection is None or isinstance(series.grades[0], NoProjection) or int(series.latest_year[0]) >= until:
            return None
        years = tuple(range(int(projection.panel.years[-1]) + 1, until + 1))
        if not years:
            return None
        key = name, group, until
        if key not in self.done:
            self.done[key] = _recomputed(projection, self.region, len(years))
        theirs, learned = self.done[key]
        return RecomputedSeries(name, group, series.method, years, _ours(series, years), theirs, learned)


def _ours(series: IndicatorSeries, years: tuple[int, ...]) -> Floats:
    found = [series.predictive(year) for year in years]
    return np.array([[item.location[0], item.spread[0], item.df[0]] for item in found])


def _recomputed(projection: Projection | CountProjection, region: str, longest: int) -> tuple[Floats, float]:
    """Years × (location, spread, df) of one region, and the largest difference in what was learned."""
    if isinstance(projection, CountProjection):
        return _counts_again(projection, region, longest), np.nan
    panel = projection.panel
    held = np.flatnonzero(panel.points)
    row = int(np.searchsorted(held, panel.row(region)))
    again = recompute_panel if projection.diagnostics else recompute_walk
    found = again(panel.working[held].T, longest)
    learned = np.nan
    if projection.diagnostics:
        pairs = [(getattr(found, name), getattr(projection.diagnostics, name)[:longest]) for name in _LEARNED]
        learned = max(float(np.nanmax(np.abs(a - b), initial=0.0)) for a, b in pairs)
    return np.stack([found.location[:, row], found.spread[:, row], found.df[:, row]], axis=1), learned


_LEARNED = ("width", "common_weights", "own_weights")


def _counts_again(projection: CountProjection, region: str, longest: int) -> Floats:
    """Years × (location, spread, df) of one region from the counts of the regions it is pooled with."""
    counts, row = projection.counts, projection.panel.row(region)
    rows = next(item for item in pooling_groups(counts, totals(projection.panel.regions)) if row in item)
    mine = counts.of(rows)
    mean, variance, df = (item[:, list(rows).index(row)] for item in recompute_paths(linearise(mine, longest)))
    return np.stack([mean + counts.offset, np.sqrt(variance * (df - 2) / df), df], axis=1)
