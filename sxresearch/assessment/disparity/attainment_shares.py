"""Who reaches the target by the latest figure: each group of a region, and how many of the regions below it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sxresearch.assessment.events import threshold
from sxresearch.assessment.inputs import Inputs
from sxresearch.monitoring.privacy.suppression import SUPPRESSED
from sxresearch.plan.catalogue import Target
from sxresearch.plan.indicators import Indicator
from sxresearch.projection.panel import comparable_from
from sxresearch.terms import Group, Level, RuleKind

_UPWARDS = frozenset({RuleKind.AT_LEAST, RuleKind.KEEP_AT_LEAST, RuleKind.EVERY_UNIT_AT_LEAST})
_DOWNWARDS = frozenset({RuleKind.AT_MOST})


@dataclass(frozen=True)
class GroupAttainment:
    """The latest figure of one group against the target's value; the target itself speaks of ``target.group``."""

    target: Target
    region: str
    group: Group
    year: int
    value: float
    met: bool


@dataclass(frozen=True)
class AttainmentShare:
    """Of the regions of ``level`` below a region: how many have a figure of the year, and how many reach the value.

    ``suppressed`` have a figure that is not published and are in neither count.
    """

    target: Target
    region: str
    level: Level
    year: int
    judged: int
    met: int
    suppressed: int
    regions: int


def group_attainment(
    inputs: Inputs, region: str, as_of: int | None = None, *, internal: bool = False
) -> tuple[GroupAttainment, ...]:
    """Every group with a figure, for every target that sets a value to reach (at least, at most, keep at least).

    Raises
    ------
    BadParameter
        If the region is unknown.
    """
    inputs.region(region)
    table = _figures(inputs, as_of, internal=internal)
    mine = table[(table["region"] == region) & table["value"].notna()]
    return tuple(item for target in _asked(inputs, region) for item in _of_groups(inputs, mine, region, target, as_of))


def attainment_shares(
    inputs: Inputs, region: str, as_of: int | None = None, *, internal: bool = False
) -> tuple[AttainmentShare, ...]:
    """For every such target: how many of the regions below reach it, level by level.

    Raises
    ------
    BadParameter
        If the region is unknown.
    """
    inputs.region(region)
    table = _figures(inputs, as_of, internal=internal)
    inside = inputs.regions.within(region) - {region}
    levels = [level for level in Level if any(inputs.regions[code].level is level for code in inside)]
    found = (
        _share(inputs, table, region, level, target, as_of) for target in _asked(inputs, region) for level in levels
    )
    return tuple(item for item in found if item is not None)


def _figures(inputs: Inputs, as_of: int | None, *, internal: bool) -> pd.DataFrame:
    table = (inputs if internal else inputs.published).observations.figures
    return table if as_of is None else table[table["year"] <= as_of]


def _asked(inputs: Inputs, region: str) -> Iterator[Target]:
    for plan in inputs.plans:
        if region in plan.binds(inputs.regions):
            for _, _, target in plan.places():
                if target.rule in _UPWARDS | _DOWNWARDS and target.indicator is not None and target.value is not None:
                    yield target


def _of_groups(
    inputs: Inputs, mine: pd.DataFrame, region: str, target: Target, as_of: int | None
) -> Iterator[GroupAttainment]:
    indicator = inputs.indicators[str(target.indicator)]
    rows = _comparable(mine, indicator, as_of or inputs.extent.years()[1])
    for group in Group:
        latest = rows[rows["group"] == group].sort_values("year").tail(1)
        if len(latest):
            value = float(latest["value"].iloc[0])
            met = bool(_met(target, np.array([value]), indicator)[0])
            yield GroupAttainment(target, region, group, int(latest["year"].iloc[0]), value, met)


def _comparable(table: pd.DataFrame, indicator: Indicator, last: int) -> pd.DataFrame:
    return table[(table["indicator"] == indicator.id) & (table["year"] >= comparable_from(indicator, last))]


def _met(target: Target, values: np.ndarray, indicator: Indicator) -> np.ndarray:
    """Printed figures against the printed value, as verdicts compare them."""
    side = threshold.at_most if target.rule in _DOWNWARDS else threshold.at_least
    asked = side(np.full(len(values), target.value), indicator.decimals, excluded=target.strict)
    return asked.passed(values) == 1


def _share(
    inputs: Inputs, table: pd.DataFrame, region: str, level: Level, target: Target, as_of: int | None
) -> AttainmentShare | None:
    inside = inputs.regions.within(region)
    codes = [item.code for item in inputs.regions if item.code in inside and item.level is level]
    last = as_of or inputs.extent.years()[1]
    indicator = inputs.indicators[str(target.indicator)]
    rows = _comparable(table, indicator, last)
    rows = rows[rows["region"].isin(codes) & (rows["group"] == target.group)]
    known = rows[rows["value"].notna()]
    if known.empty:
        return None
    year = int(known["year"].max())
    values = known.loc[known["year"] == year, "value"].to_numpy(dtype=float)
    hidden = rows[(rows["year"] == year) & rows[SUPPRESSED]] if SUPPRESSED in rows else rows.iloc[:0]
    return AttainmentShare(
        target, region, level, year, len(values), int(_met(target, values, indicator).sum()), len(hidden), len(codes)
    )
