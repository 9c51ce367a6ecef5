"""What an assessment stands on: plans, register, regions and monitoring data."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sxresearch.house import DATA, OBSERVATIONS, PLANS
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.observations import Observations, load_observations
from sxresearch.plan.catalogue import Plan
from sxresearch.plan.indicators import Indicators
from sxresearch.plan.loading import load_indicators, load_plans
from sxresearch.plan.regions import Regions, load_regions
from sxresearch.terms import Basis


@dataclass(frozen=True)
class Inputs:
    """Plans, indicators, regions and observations that agree with one another."""

    plans: tuple[Plan, ...]
    indicators: Indicators
    regions: Regions
    observations: Observations

    @property
    def register(self) -> Register:
        """What observations are checked against."""
        return Register(self.indicators, self.regions)

    @property
    def synthetic_regions(self) -> tuple[str, ...]:
        """Codes of the regions of which any figure is synthetic."""
        table = self.observations.table
        return tuple(table.loc[table["basis"] == Basis.SYNTHETIC, "region"].unique())

    def regions_with_data(self) -> tuple[str, ...]:
        """Codes of the regions that have a figure and a plan, in the order of the region list."""
        seen = set(self.observations.table.loc[self.observations.table["value"].notna(), "region"])
        bound = {code for plan in self.plans for code in plan.binds(self.regions)}
        return tuple(region.code for region in self.regions if region.code in seen & bound)


def load_register() -> Register:
    """The indicator register and the region list of this checkout."""
    return Register(load_indicators(DATA / "indicators.yaml"), load_regions(DATA / "regions.csv"))


def load_inputs(
    plans: Path | str = PLANS,
    observations: Path | str | Iterable[Path | str] = OBSERVATIONS,
    register: Register | None = None,
) -> Inputs:
    """Read everything an assessment needs.

    Raises
    ------
    BadPlan, BadObservations
        With every fault found.
    """
    known = register or load_register()
    return Inputs(
        load_plans(Path(plans), known.indicators, known.regions),
        known.indicators,
        known.regions,
        load_observations(observations, known),
    )
