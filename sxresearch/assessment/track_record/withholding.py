"""Probabilities that the track record speaks against are not given out (docs/decisions.md)."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np
import pandas as pd

from sxresearch.assessment.status import DECIDED, flag_of
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.verdict import Assessment
from sxresearch.assessment.warnings.pace import falls_short
from sxresearch.language import say
from sxresearch.terms import Language, Status, WarningKind

PROBABILITIES = ("p_attain", "p_underlying", "p_every_year", "p_naive")


def withheld(assessment: Assessment, record: TrackRecord) -> Assessment:
    """The assessment without probabilities when the record says ``withhold``; else as it is.

    Targets that had a probability become not assessable, with the record as the reason, and lose
    the flag and the warning that rest on the probability; a pace that falls short is warned of all the same. What is
    decided stays: it is a fact.
    """
    return without_probabilities(assessment, assessment.regions) if record.withhold else assessment


def without_probabilities(assessment: Assessment, regions: Collection[str]) -> Assessment:
    """The assessment with the probabilities of ``regions`` taken out, see :func:`withheld`; the other rows as they are.

    The regions are those whose record says ``withhold``, or whose brief wrote down that it gives none.
    """
    if not regions:
        return assessment
    table = assessment.verdicts.copy(deep=False)  # only the columns that change are made anew
    open_ = table["p_attain"].notna() & ~table["status"].isin([status.value for status in DECIDED])
    hit = open_ & table["region"].isin(list(regions))
    table.loc[hit, list(PROBABILITIES)] = np.nan
    table.loc[hit, "status"] = Status.NOT_ASSESSABLE.value
    table.loc[hit, "warnings"] = _without_the_chance(table.loc[hit])
    kinds = table.loc[hit, "warnings"].map(lambda text: [WarningKind(kind) for kind in text.split(";") if kind])
    table.loc[hit, "flag"] = [flag_of(Status.NOT_ASSESSABLE, None, found).value for found in kinds]
    for language in Language:
        table.loc[hit, f"reason_{language.value}"] = say("obstacle-withheld", language)
        table[f"notes_{language.value}"] = table[f"notes_{language.value}"].astype(object).mask(hit, "")
    gone = pd.MultiIndex.from_frame(table.loc[hit, ["region", "target"]])
    return replace(assessment, verdicts=table, scenarios=_without(assessment.scenarios, gone))


def _without(scenarios: pd.DataFrame, gone: pd.MultiIndex) -> pd.DataFrame:
    """The scenarios of the other targets: what if has no answer where what is to be expected has none."""
    return scenarios[~pd.MultiIndex.from_frame(scenarios[["region", "target"]]).isin(gone)].reset_index(drop=True)


def _without_the_chance(rows: pd.DataFrame) -> list[str]:
    """The warnings that stand without a probability, and that of a pace that falls short."""
    required, observed = (rows[f"{name}_change_per_year"].to_numpy(float) for name in ("required", "observed"))
    slow = (rows["met_now"] == 0).to_numpy() & falls_short(required, observed)
    texts = []
    for text, late in zip(rows["warnings"], slow, strict=True):
        kinds = {WarningKind(kind) for kind in str(text or "").split(";") if kind} - {WarningKind.HARD_TO_REACH}
        late = late or WarningKind.GAP_WIDENING in kinds
        kinds |= {WarningKind.OFF_COURSE} if late else set()
        texts.append(";".join(kind for kind in WarningKind if kind in kinds))
    return texts
