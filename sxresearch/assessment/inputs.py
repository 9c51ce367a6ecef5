"""What an assessment stands on: plans, register, regions and monitoring data."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import pandas as pd

from sxresearch.assessment.data_extent import DataExtent, extent_of, skimmed_extent
from sxresearch.errors import BadParameter, Fault, SxError
from sxresearch.freed_memory import give_back
from sxresearch.monitoring.accepted import load_accepted
from sxresearch.monitoring.contract import COLUMNS, Register
from sxresearch.monitoring.intake.source_files import LINE, observation_files
from sxresearch.monitoring.ledger.actions import Actions
from sxresearch.monitoring.ledger.judgements import Judgements
from sxresearch.monitoring.ledger.kept_ledgers import KnownTargets, kept_actions, kept_judgements
from sxresearch.monitoring.loading import load_observations
from sxresearch.monitoring.observations import Observations
from sxresearch.monitoring.privacy.published_figures import published_figures
from sxresearch.monitoring.quality.copies import copied_reports
from sxresearch.paths import ACCEPTED, ACTIONS, DATA, JUDGEMENTS, OBSERVATIONS, PLANS, RESPONSIBILITY
from sxresearch.plan.catalogue import Plan, Target
from sxresearch.plan.former_regions import load_former_regions
from sxresearch.plan.indicators import Indicators
from sxresearch.plan.loading import OWN_INDICATORS, load_indicators, load_plans
from sxresearch.plan.overrides import Overrides, load_overrides
from sxresearch.plan.regions import Region, Regions, load_regions
from sxresearch.plan.responsibility import Responsibility, load_responsibility
from sxresearch.plan.selection import plans_in_force, plans_named

Loaded = TypeVar("Loaded")
_NOTHING = Observations(pd.DataFrame(columns=[*COLUMNS, "file", LINE]), ())


@dataclass(frozen=True)
class Inputs:
    """Plans, indicators, regions and observations that agree with one another.

    ``overrides`` are values that a region's own plan sets; ``responsibility`` names departments; ``judgements`` and
    ``actions`` are what people said and agreed. Where ``observations`` are a part of more, ``whole_extent`` is the
    extent of all.
    """

    plans: tuple[Plan, ...]
    indicators: Indicators
    regions: Regions
    observations: Observations
    overrides: Overrides = field(default_factory=Overrides)
    responsibility: Responsibility = field(default_factory=Responsibility)
    whole_extent: DataExtent | None = None
    judgements: Judgements = field(default_factory=Judgements)
    actions: Actions = field(default_factory=Actions)

    @property
    def register(self) -> Register:
        """What observations are checked against."""
        return Register(self.indicators, self.regions)

    @cached_property
    def extent(self) -> DataExtent:
        """Where there are figures, and which regions have synthetic ones."""
        return self.whole_extent or extent_of(self.observations.table)

    @cached_property
    def published(self) -> "Inputs":
        """The same with the figures as they are published: without small counts (:mod:`monitoring.privacy`).

        What is judged is judged on the full figures; what is shown is made from these.
        """
        shown = published_figures(self.observations, self.register)
        give_back()
        return self if shown is self.observations else replace(self, observations=shown, whole_extent=self.extent)

    def shown_as(self, shown: Observations) -> "Inputs":
        """The same, with ``shown`` as what was found to be published of the whole: a part alone would not tell.

        It is kept where the cached property keeps it, so that inputs made from these with other observations forget it.
        """
        same = replace(self, whole_extent=self.extent)
        vars(same)["published"] = replace(same, observations=shown)
        return same

    def region(self, code: str) -> Region:
        """The region with this code.

        Raises
        ------
        BadParameter
            If it is not in the region list.
        """
        if code not in self.regions:
            raise BadParameter.of("region-unknown", "", code=code)
        return self.regions[code]

    @property
    def synthetic_regions(self) -> tuple[str, ...]:
        """Codes of the regions of which any figure is synthetic."""
        return self.extent.synthetic

    def department_of(self, target: Target, region: str) -> str | None:
        """Who answers for a target in a region: as the list of departments says, else as the register does."""
        named = self.responsibility.of(target.id, region)
        return named or (self.indicators[target.indicator].department if target.indicator else None)

    def regions_with_data(self) -> tuple[str, ...]:
        """Codes of the regions that have a figure and a plan, in the order of the region list."""
        bound = {code for plan in self.plans for code in plan.binds(self.regions)}
        known = self.extent.regions & bound
        return tuple(region.code for region in self.regions if region.code in known)

    def last_target_year(self, regions: Collection[str]) -> int | None:
        """The latest year in which a target is due in any of the regions; none where no plan binds them."""
        asked = set(regions)
        binding = (plan for plan in self.plans if not asked.isdisjoint(plan.binds(self.regions)))
        return max((plan.last_target_year for plan in binding), default=None)


def load_register(plans: Path | str = PLANS) -> Register:
    """The register with what the plan folder adds to it, region list, former counties and confirmed figures."""
    regions = load_regions(DATA / "regions.csv")
    indicators = load_indicators(DATA / "indicators.yaml", Path(plans) / OWN_INDICATORS)
    former = load_former_regions(DATA / "regions_former.csv", regions)
    return Register(indicators, regions, former, load_accepted(ACCEPTED, indicators, regions))


def load_inputs(
    plans: Path | str = PLANS,
    observations: Path | str | Iterable[Path | str] = OBSERVATIONS,
    register: Register | None = None,
    *,
    plan_ids: Sequence[str] | None = None,
    as_of: int | None = None,
) -> Inputs:
    """Read everything an assessment needs.

    Of the plans it holds those named in ``plan_ids``; without any, those whose period covers ``as_of`` (by default
    the last year of the data).

    Raises
    ------
    SxError
        With every fault of the plans and of the observations together.
    """
    return _about(_read(plans, observations, register or load_register(plans)), plan_ids, as_of)


def _read(
    plans: Path | str, observations: Path | str | Iterable[Path | str], known: Register, *, figures_too: bool = True
) -> Inputs:
    """Everything; without ``figures_too`` only what lies beside the figures."""
    folder, among = Path(plans), _paths(observations)
    faults: list[Fault] = []
    read = _tried(lambda: load_plans(folder, known.indicators, known.regions), faults)
    figures = _tried(lambda: load_observations(among, known), faults) if figures_too else _NOTHING
    if read is None or figures is None:
        raise SxError(faults)
    observed, targets = observation_files(among), KnownTargets(bound_targets(read, known.regions), known)
    return Inputs(
        read,
        known.indicators,
        known.regions,
        figures,
        load_overrides(folder / "overrides", read, known.indicators, known.regions),
        load_responsibility(RESPONSIBILITY, read, known.indicators, known.regions),
        judgements=kept_judgements(JUDGEMENTS, observed, targets),
        actions=kept_actions(ACTIONS, observed, targets),
    )


def _paths(observations: Path | str | Iterable[Path | str]) -> list[Path | str]:
    """Files and folders as a list, which can be gone through twice."""
    return [observations] if isinstance(observations, Path | str) else list(observations)


def bound_targets(plans: Iterable[Plan], regions: Regions) -> dict[str, frozenset[str]]:
    """Every target's id to the codes of the regions that its plan binds."""
    binds = [(plan, frozenset(plan.binds(regions))) for plan in plans]
    return {target.id: codes for plan, codes in binds for _, _, target in plan.places()}


def load_frame(
    plans: Path | str = PLANS,
    observations: Path | str | Iterable[Path | str] = OBSERVATIONS,
    register: Register | None = None,
    *,
    plan_ids: Sequence[str] | None = None,
    as_of: int | None = None,
) -> Inputs:
    """The inputs without any figure, but with the extent of all: for an assessment in chunks.

    Parquet files in the contract's own words are only skimmed; their figures are checked chunk by chunk. Anything else
    is read and checked as a whole.

    Raises
    ------
    SxError
        As :func:`load_inputs`.
    """
    known, observations = register or load_register(plans), _paths(observations)
    skimmed = skimmed_extent(observation_files(observations), known)
    if skimmed is None:
        inputs = _read(plans, observations, known)
        figures = inputs.observations
        skimmed = replace(inputs.extent, reports=copied_reports(figures.table, known))
    else:
        inputs = _read(plans, observations, known, figures_too=False)
        figures = inputs.observations
    empty = Observations(figures.table.iloc[:0], figures.sources)
    return _about(replace(inputs, observations=empty, whole_extent=skimmed), plan_ids, as_of)


def _about(inputs: Inputs, plan_ids: Sequence[str] | None, as_of: int | None) -> Inputs:
    """The inputs with the plans that are meant."""
    if plan_ids:
        return replace(inputs, plans=plans_named(inputs.plans, plan_ids))
    if as_of is None and inputs.extent.figures.empty:
        return inputs
    year = inputs.extent.years()[1] if as_of is None else as_of
    return replace(inputs, plans=plans_in_force(inputs.plans, year))


def _tried(load: Callable[[], Loaded], faults: list[Fault]) -> Loaded | None:
    """What ``load`` gives; nothing when it is refused, with its faults put to the others."""
    try:
        return load()
    except SxError as problem:
        faults += problem.faults
        return None
