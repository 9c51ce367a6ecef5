"""Figures of years that had not come, or not ended, when they were reported."""

from datetime import date

import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.quality.doubts import QualityRule, doubts, together
from sxresearch.terms import Measure


def later_years(table: pd.DataFrame, register: Register, today: date) -> pd.DataFrame:
    """Figures of a year later than that of ``reported_at`` (refused), or of that year itself (held).

    Where ``reported_at`` is empty, today's year stands for it. An annual figure, preliminary or not, can't be known
    before its year has ended; what elections or appointments decide in one step can, and is left alone.
    """
    reported = pd.to_numeric(table["reported_at"].str.slice(0, 4), errors="coerce").fillna(today.year)
    there = table["value"].notna()
    steps = [key for key, item in register.indicators.by_id.items() if item.measure is Measure.STEP]
    running = there & (table["year"] == reported) & ~table["indicator"].isin(steps)
    return together(
        [
            doubts(table.index[there & (table["year"] > reported)], QualityRule.LATER_YEAR),
            doubts(table.index[running], QualityRule.RUNNING_YEAR),
        ]
    )
