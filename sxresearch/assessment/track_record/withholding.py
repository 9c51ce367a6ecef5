"""Probabilities that the track record speaks against are not given out (DESIGN section 5)."""

from collections.abc import Collection

import numpy as np

from sxresearch.assessment.status import DECIDED
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.verdict import Assessment
from sxresearch.language import say
from sxresearch.terms import Flag, Language, Status, WarningKind

PROBABILITIES = ("p_attain", "p_published", "p_every_year", "p_naive")


def withheld(assessment: Assessment, record: TrackRecord) -> Assessment:
    """The assessment without probabilities when the record says ``withhold``; else as it is.

    Targets that had a probability become not assessable, with the record as the reason, and lose
    their flag and the warning that rests on the probability. What is decided stays: it is a fact.
    """
    return without_probabilities(assessment, assessment.regions) if record.withhold else assessment


def without_probabilities(assessment: Assessment, regions: Collection[str]) -> Assessment:
    """The assessment with the probabilities of ``regions`` taken out, see :func:`withheld`; the other rows as they are.

    The regions are those whose record says ``withhold``, or whose brief wrote down that it gives none.
    """
    if not regions:
        return assessment
    table = assessment.verdicts.copy()
    open_ = table["p_attain"].notna() & ~table["status"].isin([status.value for status in DECIDED])
    hit = open_ & table["region"].isin(list(regions))
    table.loc[hit, list(PROBABILITIES)] = np.nan
    table.loc[hit, "status"] = Status.NOT_ASSESSABLE.value
    table.loc[hit, "flag"] = Flag.NONE.value
    table.loc[hit, "warnings"] = table.loc[hit, "warnings"].map(_without_the_chance)
    for language in Language:
        table.loc[hit, f"reason_{language.value}"] = say("obstacle-withheld", language)
    return Assessment(table, assessment.fans)


def _without_the_chance(warnings: str | None) -> str:
    kinds = (kind for kind in str(warnings or "").split(";") if kind)
    return ";".join(kind for kind in kinds if kind != WarningKind.HARD_TO_REACH)
