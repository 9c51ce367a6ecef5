"""Several reports of one figure."""

import pandas as pd

from sxresearch.monitoring.contract import KEY
from sxresearch.monitoring.quality.doubts import QualityRule, doubts
from sxresearch.terms import ObservationStatus


def preliminary_beside_final(table: pd.DataFrame) -> pd.DataFrame:
    """Preliminary figures that stand beside a final or revised one of the same year, whatever their report dates.

    The table is that of all reports, before one of each figure is chosen.
    """
    early = (table["status"] == ObservationStatus.PRELIMINARY) & table["value"].notna()
    if not early.any():
        return doubts(table.index[:0], QualityRule.PRELIMINARY)
    settled = table.loc[~early & table["value"].notna(), list(KEY)]
    beside = pd.MultiIndex.from_frame(table.loc[early, list(KEY)]).isin(pd.MultiIndex.from_frame(settled))
    return doubts(table.index[early][beside], QualityRule.PRELIMINARY)
