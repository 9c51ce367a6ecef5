"""Figures of years that had not come when they were reported."""

from datetime import date

import pandas as pd

from sxresearch.monitoring.quality.doubts import QualityRule, doubts


def later_years(table: pd.DataFrame, today: date) -> pd.DataFrame:
    """Figures of a year later than that of ``reported_at``; of a year later than today's where that is empty."""
    reported = pd.to_numeric(table["reported_at"].str.slice(0, 4), errors="coerce").fillna(today.year)
    return doubts(table.index[(table["year"] > reported) & table["value"].notna()], QualityRule.LATER_YEAR)
