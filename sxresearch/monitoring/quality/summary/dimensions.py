"""Four questions to every figure that was expected: is it there, plausible, consistent with others, and was it on time?

In the manner of Countdown to 2030, which gives one line per year; the dimensions are those of the World Health
Organization's Data Quality Review (2017), module 1: completeness and timeliness, internal and external consistency.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import HELD, KEY
from sxresearch.monitoring.privacy.suppression import SUPPRESSED
from sxresearch.monitoring.quality.doubts import QualityRule

DUE_MONTH = 9
"""A figure is on time when it is reported before October of the following year: the monitoring of a year is written up
in its last quarter (docs/decisions.md)."""

IMPLAUSIBLE = frozenset(
    {
        QualityRule.IMPOSSIBLE, QualityRule.LATER_YEAR, QualityRule.RUNNING_YEAR, QualityRule.IMPLAUSIBLE,
        QualityRule.SLIP, QualityRule.ZERO, QualityRule.YEAR_SLIP, QualityRule.OTHER_UNIT, QualityRule.COPIED_YEAR,
        QualityRule.FAR_OFF, QualityRule.REPEATED, QualityRule.SHARE_LIKE,
    }
)  # fmt: skip
"""Doubts about the figure itself."""

INCONSISTENT = frozenset(QualityRule) - IMPLAUSIBLE
"""Doubts from another figure: numerator, groups, parts, deaths by age, a final figure beside a preliminary one."""

DIMENSIONS = ("complete", "plausible", "consistent", "on_time")
"""Of the expected figures the share that is there; of those that are there the shares that are plausible, consistent,
and, where the day of the report is known, on time."""


def expected_figures(regions: Iterable[str], series: Iterable[tuple[str, str]], years: Iterable[int]) -> pd.DataFrame:
    """The figures that a table should hold: every (indicator, group) in every region and year."""
    pairs = list(series)
    index = pd.MultiIndex.from_product(
        [list(regions), range(len(pairs)), list(years)], names=["region", "pair", "year"]
    )
    frame = index.to_frame(index=False)
    names = pd.DataFrame(pairs, columns=["indicator", "group"])
    return frame.join(names, on="pair")[list(KEY)]


def judged_figures(expected: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """``expected`` with the four answers: columns DIMENSIONS, 1 or 0, NaN where a question can't be asked.

    ``table`` has one row per figure; what holds one (column ``held``) says whether it is the figure itself or another.
    A figure that is there and not published counts as reported.
    """
    held = table[HELD] if HELD in table else pd.Series("", index=table.index)
    unpublished = table.get(SUPPRESSED, False)
    known = table[list(KEY)].assign(
        there=table["value"].notna() | unpublished,
        plausible=~held.isin(IMPLAUSIBLE),
        consistent=~held.isin(INCONSISTENT),
        on_time=on_time(table),
    )
    both = expected.merge(known, on=list(KEY), how="left")
    there = both["there"].eq(True)
    answers = {name: both[name].astype(float).where(there) for name in DIMENSIONS[1:]}
    return both[list(KEY)].assign(complete=there.astype(float), **answers)


def on_time(table: pd.DataFrame) -> np.ndarray:
    """Whether each figure was reported in time, 1 or 0; NaN where the day of the report is not known."""
    day = pd.to_datetime(table["reported_at"].replace("", None), errors="coerce")
    months = (day.dt.year - table["year"].astype(int) - 1) * 12 + day.dt.month
    return np.where(day.isna(), np.nan, (months <= DUE_MONTH).astype(float))


def tallied(judged: pd.DataFrame, by: str) -> pd.DataFrame:
    """Figures ``expected`` and ``reported`` for each value of column ``by``, in the order in which they come.

    For each dimension also how many have an answer, and how many answers are 1 (columns ``<dimension>_asked`` and
    ``<dimension>_good``). Tallies of some regions and of others add up (:func:`summed`).
    """
    groups = judged.groupby(by, sort=False)
    counts = groups["complete"].agg(expected="size", reported="sum")
    asked, good = groups[list(DIMENSIONS)].count(), groups[list(DIMENSIONS)].sum()
    return counts.join([asked.add_suffix("_asked"), good.add_suffix("_good")]).astype(int)


def summed(tallies: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Tallies by the same column as one, in the order in which their values first come."""
    return pd.concat(list(tallies)).groupby(level=0, sort=False).sum()


def shares(tally: pd.DataFrame) -> pd.DataFrame:
    """Mean of each dimension, NaN where it has no answer, with the numbers of figures ``expected`` and ``reported``."""
    means = {name: tally[f"{name}_good"] / tally[f"{name}_asked"] for name in DIMENSIONS}
    return tally[["expected", "reported"]].assign(**means)
