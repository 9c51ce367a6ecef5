"""What held figures do to the verdicts: each verdict without them, as it stands, and as it would be with them."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.parts.chunks import Chunk, targets_on
from sxresearch.assessment.publication.published_verdicts import published_verdicts
from sxresearch.monitoring.contract import HELD

MOST = 10
"""So many findings are told: those that matter most."""

_SERIES = ["region", "indicator", "group"]
COLUMNS = (*_SERIES, "rule", "years", "target", "status", "status_with", "p", "p_with")
"""One row per finding and target. ``years`` are those of the held figures; ``status`` and ``p`` are the verdict without
them, ``status_with`` and ``p_with`` what it would be if they were used. NaN where there is no probability, or where it
is not published."""


def held_effects(
    inputs: Inputs, regions: Sequence[str], as_of: int | None = None, *, internal: bool = False
) -> pd.DataFrame:
    """The findings that hold figures of ``regions``, by what they do to the verdicts.

    First those that change a status, then by how far they move a probability; one finding is what one rule holds in one
    series. At most MOST findings, with every target that asks about their series.
    """
    held = inputs.observations.held
    held = held[held["value"].notna() & held["region"].isin(list(regions))]
    held = held[held["year"] <= (as_of or inputs.extent.years()[1])]
    if held.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    both = _verdicts(_about(inputs, held), sorted(set(held["region"])), as_of, internal)
    found = held.groupby([*_SERIES, HELD], sort=False)["year"].agg(lambda years: tuple(sorted(map(int, years))))
    found = found.rename("years").reset_index().rename(columns={HELD: "rule"})
    effects = found.merge(both, on=_SERIES)
    return _most(effects)[list(COLUMNS)].reset_index(drop=True)


def _about(inputs: Inputs, held: pd.DataFrame) -> Inputs:
    """The inputs with the targets only that ask about an indicator with held figures."""
    chunk = Chunk(frozenset(held["indicator"]))
    plans = (targets_on(plan, chunk) for plan in inputs.plans)
    kept = tuple(plan for plan in plans if any(goal.targets for field in plan.fields for goal in field.goals))
    return replace(inputs, plans=kept or inputs.plans[:1])


def _verdicts(inputs: Inputs, regions: Sequence[str], as_of: int | None, internal: bool) -> pd.DataFrame:
    """Status and probability of every target without the held figures, and with them."""
    table = inputs.observations.table
    used = replace(inputs, observations=replace(inputs.observations, table=table.assign(**{HELD: ""})))
    sides = [published_verdicts(assess(one, regions, as_of), one, internal=internal).verdicts for one in (inputs, used)]
    columns = [*_SERIES, "target", "status", "p_attain"]
    one, other = (side[columns].rename(columns={"p_attain": "p"}) for side in sides)
    return one.merge(other, on=[*_SERIES, "target"], suffixes=("", "_with"))


def _most(effects: pd.DataFrame) -> pd.DataFrame:
    """The rows of the MOST findings that matter most, these in order."""
    changed = (effects["status"] != effects["status_with"]).astype(float)
    moved = (effects["p"] - effects["p_with"]).abs().fillna(0.0)
    weight = (changed + moved / 10).groupby([effects[name] for name in (*_SERIES, "rule")]).transform("max")
    rank = weight.rank(method="dense", ascending=False)
    ordered = effects.assign(weight=weight, rank=rank).sort_values(["rank", *_SERIES, "rule"], kind="stable")
    number = ordered.groupby([*_SERIES, "rule"], sort=False).ngroup()
    return ordered[np.asarray(number) < MOST]
