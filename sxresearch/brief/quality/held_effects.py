"""What held figures do to the verdicts: each verdict without them, as it stands, and as it would be with them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from sxresearch.assessment.held_verdicts import HeldVerdicts, held_figures_of, held_verdicts
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.publication.published_verdicts import published_verdicts
from sxresearch.assessment.verdict import FAN_COLUMNS, Assessment
from sxresearch.monitoring.contract import HELD

MOST = 10
"""So many findings are told: those that matter most."""

_SERIES = ["region", "indicator", "group"]
COLUMNS = (*_SERIES, "rule", "years", "target", "status", "status_with", "p", "p_with")
"""One row per finding and target. ``years`` are those of the held figures; ``status`` and ``p`` are the verdict without
them, ``status_with`` and ``p_with`` what it would be if they were used. NaN where there is no probability, or where it
is not published."""


def held_effects(
    inputs: Inputs,
    regions: Sequence[str],
    as_of: int | None = None,
    *,
    internal: bool = False,
    judged: HeldVerdicts | None = None,
) -> pd.DataFrame:
    """The findings that hold figures of ``regions``, by what they do to the verdicts.

    First those that change a status, then by how far they move a probability; one finding is what one rule holds in one
    series. At most MOST findings, with every target that asks about their series. ``judged`` are the verdicts of a run
    on these regions; without them they are judged here.
    """
    held = held_figures_of(inputs, regions, as_of)
    if held.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    found = held.groupby([*_SERIES, HELD], sort=False)["year"].agg(lambda years: tuple(sorted(map(int, years))))
    found = found.rename("years").reset_index().rename(columns={HELD: "rule"})
    both = _both(inputs, judged or held_verdicts(inputs, regions, as_of), found[_SERIES].drop_duplicates(), internal)
    return _most(found.merge(both, on=_SERIES))[list(COLUMNS)].reset_index(drop=True)


def _both(inputs: Inputs, judged: HeldVerdicts, series: pd.DataFrame, internal: bool) -> pd.DataFrame:
    """Status and probability of every target about the ``series``, without the held figures and with them."""
    sides = (_published(inputs, side.merge(series, on=_SERIES), internal) for side in (judged.without, judged.used))
    return next(sides).merge(next(sides), on=[*_SERIES, "target"], suffixes=("", "_with"))


def _published(inputs: Inputs, verdicts: pd.DataFrame, internal: bool) -> pd.DataFrame:
    shown = published_verdicts(Assessment(verdicts, pd.DataFrame(columns=list(FAN_COLUMNS))), inputs, internal=internal)
    columns = [*_SERIES, "target", "status", "p_attain"]
    return shown.verdicts[columns].rename(columns={"p_attain": "p"})


def _most(effects: pd.DataFrame) -> pd.DataFrame:
    """The rows of the MOST findings that matter most, these in order."""
    changed = (effects["status"] != effects["status_with"]).astype(float)
    moved = (effects["p"] - effects["p_with"]).abs().fillna(0.0)
    weight = (changed + moved / 10).groupby([effects[name] for name in (*_SERIES, "rule")]).transform("max")
    rank = weight.rank(method="dense", ascending=False)
    ordered = effects.assign(weight=weight, rank=rank).sort_values(["rank", *_SERIES, "rule"], kind="stable")
    number = ordered.groupby([*_SERIES, "rule"], sort=False).ngroup()
    return ordered[np.asarray(number) < MOST]
