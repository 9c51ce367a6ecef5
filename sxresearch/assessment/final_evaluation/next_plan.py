"""What the next plan could ask for: the value that would be reached with a given probability, by the same projections.

The value reached with probability q is the quantile 1 − q of the figure that will be published, where higher is better,
and the quantile q where lower is better.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.series import IndicatorSeries, open_store
from sxresearch.plan.catalogue import Plan
from sxresearch.projection.evidence import NoProjection
from sxresearch.terms import Better, Group

CHANCES = (0.5, 0.8, 0.9)
"""Probabilities with which the values would be reached."""


@dataclass(frozen=True)
class ReachableValues:
    """One series of one region: the values, in the indicator's unit, reached in ``year`` with each of CHANCES."""

    indicator: str
    group: Group
    year: int
    values: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.values) != len(CHANCES):
            raise ValueError(f"one value for each of {CHANCES} expected, got {len(self.values)}")


def next_target_year(plan: Plan) -> int:
    """The target year of a next plan of the same length."""
    return plan.target_year + plan.period[1] - plan.period[0] + 1


def reachable(
    inputs: Inputs, region: str, plan: Plan, as_of: int, chances: Sequence[float] = CHANCES
) -> tuple[ReachableValues, ...]:
    """Every series of the plan that has a projection to the next target year and a direction.

    Parameters
    ----------
    inputs
        Plans, register, regions and figures.
    region
        Six-digit code.
    plan
        The plan that ends.
    as_of
        Last data year used.
    chances
        Probabilities in (0, 1).
    """
    year = next_target_year(plan)
    asked = {(t.indicator, t.group): None for _, _, t in plan.places() if t.indicator is not None}
    store = open_store(inputs, (region,), as_of, year)
    found = []
    for indicator, group in asked:
        series = store.get(str(indicator), group)
        values = _values(series, year, chances)
        if values is not None:
            found.append(ReachableValues(str(indicator), group, year, values))
    return tuple(found)


def _values(series: IndicatorSeries, year: int, chances: Sequence[float]) -> tuple[float, ...] | None:
    better = series.indicator.better
    if better is Better.BAND or series.projection is None or isinstance(series.grades[0], NoProjection):
        return None
    tails = [1 - chance if better is Better.HIGHER else chance for chance in chances]
    order = np.argsort(tails)
    quantiles = series.published(year, [tails[place] for place in order])[:, 0]
    values = np.empty(len(tails))
    values[order] = quantiles
    return tuple(map(float, values)) if np.isfinite(values).all() else None
