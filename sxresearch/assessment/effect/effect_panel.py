"""The series that a question about an effect looks at: a region's own, with those of its peers."""

from dataclasses import dataclass

import numpy as np

from sxresearch.assessment.inputs import Inputs
from sxresearch.errors import BadParameter
from sxresearch.plan.indicators import Indicator
from sxresearch.projection.panel import Panel, build_panels
from sxresearch.terms import Group, Level


@dataclass(frozen=True)
class EffectPanel:
    """``panel`` holds the regions of one level (the nation or the province alone); up to ``as_of``."""

    indicator: Indicator
    group: Group
    panel: Panel | None
    as_of: int

    def years_of(self, region: str) -> np.ndarray:
        """The years in which the region has a figure on the definition in force, ascending."""
        if self.panel is None or region not in self.panel.regions:
            return np.array([], dtype=int)
        return self.panel.years[np.isfinite(self.panel.values[self.panel.row(region)])]

    def beside(self, region: str) -> tuple[tuple[str, ...], np.ndarray, np.ndarray]:
        """The regions with a figure in every year that ``region`` has one; those years; figures on the working scale.

        Call where the region has figures.
        """
        assert self.panel is not None  # years_of is empty otherwise, and nobody asks
        seen = np.isfinite(self.panel.values)
        mine = seen[self.panel.row(region)]
        alike = np.asarray(seen[:, mine].all(axis=1))
        codes = tuple(code for code, kept in zip(self.panel.regions, alike, strict=True) if kept)
        return codes, self.panel.years[mine], self.panel.working[np.ix_(alike, mine)]


def effect_panel(inputs: Inputs, level: Level, indicator: str, group: str, as_of: int | None) -> EffectPanel:
    """The panel of all regions of one level.

    Raises
    ------
    BadParameter
        If indicator or group is unknown.
    """
    if indicator not in inputs.indicators:
        raise BadParameter.of("indicator-unknown", "", id=indicator)
    if group not in set(Group):
        raise BadParameter.of("effect-group-unknown", "", found=group, expected="、".join(Group))
    last = as_of or inputs.extent.years()[1]
    table = inputs.observations.figures
    codes = {region.code for region in inputs.regions if region.level is level}
    mine = table[(table["indicator"] == indicator) & (table["group"] == group) & table["region"].isin(codes)]
    panels = list(build_panels(mine, inputs.indicators.by_id, inputs.regions, last).values())
    return EffectPanel(inputs.indicators[indicator], Group(group), panels[0] if panels else None, last)
