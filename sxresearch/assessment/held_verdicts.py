"""The verdicts that held figures bear on: without them, as they stand, and as they would be if they were used."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import pandas as pd

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.verdict import VERDICT_COLUMNS, Details
from sxresearch.monitoring.contract import HELD
from sxresearch.plan.catalogue import Target


class _Series(NamedTuple):
    indicator: str
    group: str


@dataclass(frozen=True)
class HeldVerdicts:
    """Two verdict tables (columns VERDICT_COLUMNS) without reasons and notes.

    ``without`` has the verdicts as they stand, and may hold more than held figures bear on; ``used`` those that would
    stand if held figures were used, on the targets about a series with any, in the regions with any.
    """

    without: pd.DataFrame
    used: pd.DataFrame


def held_figures_of(inputs: Inputs, regions: Sequence[str], as_of: int | None) -> pd.DataFrame:
    """The held figures of ``regions`` up to ``as_of`` (by default the last year of the data), blank cells left out."""
    held = inputs.observations.held
    held = held[held["value"].notna() & held["region"].isin(list(regions))]
    return held[held["year"] <= (as_of or inputs.extent.years()[1])]


def held_verdicts(
    inputs: Inputs, regions: Sequence[str], as_of: int | None, target_year: int | None = None
) -> HeldVerdicts:
    """Judge the targets about series with held figures, in the regions with any, without these figures and with them.

    Raises
    ------
    BadParameter
        If a region or year can't be used.
    """
    both = (_verdicts(inputs, regions, as_of, target_year, used=used) for used in (False, True))
    return HeldVerdicts(*both)


def verdicts_with_held(
    inputs: Inputs, regions: Sequence[str], as_of: int | None, target_year: int | None
) -> pd.DataFrame:
    """The ``used`` side alone, for who has judged without them already."""
    return _verdicts(inputs, regions, as_of, target_year, used=True)


def _verdicts(
    inputs: Inputs, regions: Sequence[str], as_of: int | None, target_year: int | None, *, used: bool
) -> pd.DataFrame:
    held = held_figures_of(inputs, regions, as_of)
    if held.empty:
        return pd.DataFrame(columns=list(VERDICT_COLUMNS))
    about = _about(inputs, held, used=used)
    with_any = sorted(set(held["region"]))
    return assess(about, with_any, as_of, target_year, details=Details.NONE).verdicts


def _about(inputs: Inputs, held: pd.DataFrame, *, used: bool) -> Inputs:
    """The inputs with the targets about a series with held figures, and the figures that these need.

    Every series is projected from its own figures (:func:`sxresearch.projection.panel.build_panels`), so that the
    answers are those of the whole.
    """
    asked = {_Series(*names) for names in held[["indicator", "group"]].itertuples(index=False, name=None)}
    plans = tuple(plan.with_targets(lambda target: _first(target) in asked) for plan in inputs.plans)
    needed = asked | {_second(target) for plan in plans for _, _, target in plan.places() if target.has_second}
    table = inputs.observations.table
    mine = table[pd.MultiIndex.from_frame(table[["indicator", "group"]]).isin(list(needed))]
    mine = mine.assign(**{HELD: ""}) if used else mine
    observations = replace(inputs.observations, table=mine.reset_index(drop=True))
    return replace(inputs, plans=plans, observations=observations, whole_extent=inputs.extent)


def _first(target: Target) -> _Series:
    return _Series(str(target.indicator), target.group.value)


def _second(target: Target) -> _Series:
    indicator, group = target.second_series
    return _Series(str(indicator), group.value)
