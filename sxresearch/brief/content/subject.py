"""What one brief is about: a region, its verdicts, and the data behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.publication.published_verdicts import published_verdicts
from sxresearch.assessment.verdict import Assessment, AssessmentByRegion
from sxresearch.brief.content.comparison.neighbours import Neighbours, neighbours
from sxresearch.brief.content.comparison.others_figures import OthersFigures, others_figures
from sxresearch.monitoring.observations import Observations
from sxresearch.monitoring.privacy.suppression import SUPPRESSED
from sxresearch.plan.catalogue import Goal, Plan, PlanField, Target
from sxresearch.plan.indicators import Indicator
from sxresearch.plan.regions import Region
from sxresearch.terms import Basis, Group, Language


class Place(NamedTuple):
    """Where a target stands in its plan."""

    plan: Plan
    field: PlanField
    goal: Goal
    target: Target


class SeriesKey(NamedTuple):
    """An indicator in one population group."""

    indicator: Indicator
    group: Group


class ObservedFigure(NamedTuple):
    """One observed row as plain values; numerator and denominator are not a number where they are not known."""

    year: int
    value: float
    numerator: float
    denominator: float
    status: str
    basis: str


@dataclass(frozen=True)
class Subject:
    """One region with everything its brief may speak of.

    ``assessment`` holds the rows of this region only.
    """

    inputs: Inputs
    assessment: Assessment
    region: Region
    language: Language

    @cached_property
    def places(self) -> dict[str, Place]:
        """Target id to its place, for the plans that were judged here."""
        return {
            place.target.id: place for plan in self.plans for place in (Place(plan, *rest) for rest in plan.places())
        }

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """The plans that bind this region and were judged: in file order, documents counted apart last."""
        judged = set(self.assessment.verdicts["plan"])
        mine = (plan for plan in self.inputs.plans if plan.id in judged)
        return tuple(sorted(mine, key=lambda plan: plan.counted_apart))

    @property
    def leading_plans(self) -> tuple[Plan, ...]:
        """The plans that the headline is about: of documents counted apart the first, where there is nothing else."""
        return tuple(plan for plan in self.plans if not plan.counted_apart) or self.plans[:1]

    @cached_property
    def as_of(self) -> int:
        """The last data year used."""
        return int(self.assessment.verdicts["as_of"].max())

    @cached_property
    def target_years(self) -> tuple[int, ...]:
        """The target years of the judged plans, ascending."""
        return tuple(sorted({int(year) for year in self.assessment.verdicts["target_year"]}))

    @cached_property
    def observed(self) -> pd.DataFrame:
        """The region's observations of judged indicators up to ``as_of``, blank cells included, held figures not."""
        return self._mine(self._own.figures)

    @cached_property
    def held(self) -> pd.DataFrame:
        """The region's held figures of judged indicators up to ``as_of``; column ``held`` names the rule."""
        return self._mine(self._own.held)

    @cached_property
    def earlier(self) -> pd.DataFrame:
        """The reports on judged indicators up to ``as_of`` that another one replaced, in their order."""
        return self._mine(self._own.superseded)

    def held_rows(self, series: SeriesKey) -> Iterator[Any]:
        """The held rows of one series by year, those with a figure to show."""
        held = self._held_by_series.get((series.indicator.id, series.group.value))
        return iter(()) if held is None else held.itertuples()

    @cached_property
    def _held_by_series(self) -> dict[tuple[str, str], pd.DataFrame]:
        return _series_apart(self.held[self.held["value"].notna()].sort_values("year", kind="stable"))

    def _mine(self, table: pd.DataFrame) -> pd.DataFrame:
        verdicts = self.assessment.verdicts
        judged = {*verdicts["indicator"].dropna(), *verdicts["second_indicator"].dropna()}
        return table[(table["year"] <= self.as_of) & table["indicator"].isin(judged)]

    @cached_property
    def _own(self) -> Observations:
        return self.inputs.observations.of_regions([self.region.code])

    @cached_property
    def _known(self) -> pd.DataFrame:
        return self.observed[self.observed["value"].notna()].sort_values("year", kind="stable")

    @cached_property
    def _by_series(self) -> dict[tuple[str, str], pd.DataFrame]:
        return _series_apart(self._known)

    def figures(self, series: SeriesKey) -> pd.DataFrame:
        """The observed rows of one series by year, without blank cells."""
        found = self._by_series.get((series.indicator.id, series.group.value))
        return self._known.iloc[:0] if found is None else found

    def seen(self, series: SeriesKey) -> tuple[ObservedFigure, ...]:
        """The same as plain values, for who goes through them one by one."""
        return self._seen.get((series.indicator.id, series.group.value), ())

    @cached_property
    def _seen(self) -> dict[tuple[str, str], tuple[ObservedFigure, ...]]:
        known = self._known
        series = zip(known["indicator"].tolist(), known["group"].tolist(), strict=True)
        columns = (known[name].tolist() for name in ObservedFigure._fields)
        found: dict[tuple[str, str], list[ObservedFigure]] = {}
        for key, figure in zip(series, map(ObservedFigure._make, zip(*columns, strict=True)), strict=True):
            found.setdefault(key, []).append(figure)
        return {key: tuple(figures) for key, figures in found.items()}

    @property
    def first_year(self) -> int | None:
        """The year of the earliest figure of any series; none without any."""
        return int(self._known["year"].iloc[0]) if len(self._known) else None

    def blank_years(self, series: SeriesKey) -> list[int]:
        """Years in which the cell of one series was left blank."""
        return self._blank.get((series.indicator.id, series.group.value), [])

    @cached_property
    def _blank(self) -> dict[tuple[str, str], list[int]]:
        rows = self.observed[self.observed["value"].isna()].drop(self._unpublished.index, errors="ignore")
        found: dict[tuple[str, str], list[int]] = {}
        for indicator, group, year in zip(rows["indicator"], rows["group"], rows["year"], strict=True):
            found.setdefault((str(indicator), str(group)), []).append(int(year))
        return found

    @cached_property
    def _unpublished(self) -> pd.DataFrame:
        rows = self._mine(self._own.table)
        return rows[rows[SUPPRESSED]] if SUPPRESSED in rows else rows.iloc[:0]

    def suppressed_years(self, series: SeriesKey) -> list[int]:
        """Years of which the figure of one series is not published, held or not."""
        rows = self._unpublished_by_series.get((series.indicator.id, series.group.value))
        return [] if rows is None else sorted(int(year) for year in rows["year"])

    @cached_property
    def _unpublished_by_series(self) -> dict[tuple[str, str], pd.DataFrame]:
        return _series_apart(self._unpublished)

    @cached_property
    def neighbours(self) -> Neighbours:
        """The regions beside this one."""
        return neighbours(self.inputs.regions, self.region)

    @cached_property
    def others(self) -> OthersFigures:
        """The figures of the regions beside this one."""
        return others_figures(self.inputs.observations.figures, self.neighbours, self.as_of)

    def fan(self, target: Target) -> pd.DataFrame:
        """The projected years of one target, in their order."""
        found = self._fans.get(target.id)
        return self.assessment.fans.iloc[:0] if found is None else found

    @cached_property
    def _fans(self) -> dict[str, pd.DataFrame]:
        fans = self.assessment.fans
        known = fans[fans["median"].notna()].sort_values("year", kind="stable")
        return {str(name): rows for name, rows in known.groupby("target", sort=False)}

    def first_series(self, target: Target) -> SeriesKey | None:
        """The series a target speaks of; none for a checklist item."""
        return SeriesKey(self.inputs.indicators[target.indicator], target.group) if target.indicator else None

    def second_series(self, target: Target) -> SeriesKey | None:
        """The series it is compared with, where there is one."""
        if not target.has_second:
            return None
        indicator, group = target.second_series
        return SeriesKey(self.inputs.indicators[str(indicator)], group)

    @property
    def synthetic(self) -> bool:
        """Whether any figure of this region, or any verdict on it, is synthetic."""
        rows = self.observed
        return bool((rows["basis"] == Basis.SYNTHETIC).any() or self.assessment.verdicts["synthetic"].eq(True).any())


def _series_apart(figures: pd.DataFrame) -> dict[tuple[str, str], pd.DataFrame]:
    """The rows of each series, by indicator and group."""
    apart = figures.groupby(["indicator", "group"], sort=False)
    return {(str(indicator), str(group)): rows for (indicator, group), rows in apart}


class PublishedRegions:
    """Regions with what may be published of them, each found when it is asked for; with ``internal`` everything.

    The one place through which figures and verdicts reach an artefact. ``verdicts`` is the table of all of them.
    """

    def __init__(self, inputs: Inputs, assessment: Assessment, language: Language, *, internal: bool):
        published = published_verdicts(assessment, inputs, internal=internal)
        self.verdicts = published.verdicts
        self._figures = inputs if internal else inputs.published
        self._by_region = AssessmentByRegion(published)
        self._language = language

    def subject(self, region: Region) -> Subject:
        """The region; it has no verdicts where it was not judged."""
        return Subject(self._figures, self._by_region.of([region.code]), region, self._language)
