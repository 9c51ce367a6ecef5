"""Doubts about figures: which rule, how grave, and what is thought to have happened."""

from collections.abc import Iterable
from enum import StrEnum

import numpy as np
import pandas as pd

from sxresearch.monitoring.findings import Severity


class QualityRule(StrEnum):
    """What can be doubtful about a figure; the value stands in the column ``held``."""

    IMPOSSIBLE = "impossible"
    LATER_YEAR = "later-year"
    RUNNING_YEAR = "running-year"
    IMPLAUSIBLE = "implausible"
    SLIP = "slip"
    YEAR_SLIP = "year-slip"
    OTHER_UNIT = "other-unit"
    COUNTS = "counts"
    ZERO = "zero"
    COPIED_YEAR = "copied-year"
    MORTALITY_ORDER = "mortality-order"
    GROUPS = "groups"
    PARTS = "parts"
    MORTALITY_NEAR = "mortality-near"
    FAR_OFF = "far-off"
    COUNTS_ROUNDING = "counts-rounding"
    REPEATED = "repeated"
    SHARE_LIKE = "share-like"
    PRELIMINARY = "preliminary-beside-final"


SEVERITY = dict.fromkeys(QualityRule, Severity.HOLD)
SEVERITY |= dict.fromkeys((QualityRule.IMPOSSIBLE, QualityRule.LATER_YEAR), Severity.REFUSE)
SEVERITY |= dict.fromkeys(
    (QualityRule.PARTS, QualityRule.MORTALITY_NEAR, QualityRule.FAR_OFF, QualityRule.COUNTS_ROUNDING), Severity.NOTE
)
SEVERITY |= dict.fromkeys((QualityRule.REPEATED, QualityRule.SHARE_LIKE, QualityRule.PRELIMINARY), Severity.NOTE)
"""What follows from each rule."""


class Hypothesis(StrEnum):
    """What is thought to have happened to a figure."""

    UNKNOWN = "unknown"
    TIMES_10 = "times-10"
    TIMES_100 = "times-100"
    TIMES_1000 = "times-1000"
    TIMES_10000 = "times-10000"
    OVER_10 = "over-10"
    OVER_100 = "over-100"
    OVER_1000 = "over-1000"
    OVER_10000 = "over-10000"
    DIGITS_SWAPPED = "digits-swapped"
    COUNTS_SWAPPED = "counts-swapped"
    NUMERATOR_ABOVE = "numerator-above"


POWERS = {
    Hypothesis.TIMES_10: 10.0,
    Hypothesis.OVER_10: 0.1,
    Hypothesis.TIMES_100: 100.0,
    Hypothesis.OVER_100: 0.01,
}
"""By what a figure was multiplied in a shift of the decimal point or a mix-up of units."""

COLUMNS = ("rule", "hypothesis", "expected")


def doubts(
    rows: pd.Index | np.ndarray,
    rule: QualityRule,
    hypothesis: Hypothesis | Iterable[str] = Hypothesis.UNKNOWN,
    expected: float | Iterable[float] = np.nan,
) -> pd.DataFrame:
    """One doubt per label in ``rows`` of the observation table: columns :data:`COLUMNS`.

    ``expected`` is the value that the figure would have had, in the indicator's unit; NaN where none is thought of.
    """
    named = hypothesis if isinstance(hypothesis, str) else list(hypothesis)
    likely = expected if isinstance(expected, float) else list(expected)
    return pd.DataFrame({"rule": str(rule), "hypothesis": named, "expected": likely}, index=pd.Index(rows))


def together(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """All doubts in one table; of equal rules on one figure the first."""
    whole = [part for part in parts if len(part)]
    if not whole:
        return doubts(pd.Index([], dtype=int), QualityRule.SLIP)
    joined = pd.concat(whole)
    return joined[~pd.MultiIndex.from_arrays([joined.index, joined["rule"]]).duplicated()]


def severities(found: pd.DataFrame) -> pd.Series:
    """Severity of each doubt."""
    return found["rule"].map({str(rule): str(severity) for rule, severity in SEVERITY.items()})


SHIFTS = {**POWERS, Hypothesis.TIMES_1000: 1000.0, Hypothesis.OVER_1000: 0.001}
"""The same with three places, where a figure is outside anything possible."""

HALF_A_PLACE = 0.5
"""A correction is believed up to so many decimal places from what the other figures are like."""

EITHER = 2
"""So many shifts of the decimal point are named side by side where nothing decides; of more, none."""


def explained(values: np.ndarray, low: np.ndarray, high: np.ndarray, usual: np.ndarray) -> tuple[list[str], np.ndarray]:
    """For figures outside ``low`` … ``high``: the shift of the decimal point that would bring each inside.

    Of several shifts that would, the one that leads to the ``usual`` figure (NaN where none is known); without a usual
    figure two are both named (``times-100 times-1000``), since a range alone can't tell; else the cause stays unknown.
    Returns the hypotheses and the values they lead to (NaN where no one does). Arrays of one length.
    """
    factors = np.array(list(SHIFTS.values()))
    meant = values[:, None] / factors
    inside = (meant >= low[:, None]) & (meant <= high[:, None]) & (meant != 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        away = np.where(inside, np.abs(np.log10(meant / usual[:, None])), np.inf)
    away = np.where(np.isnan(away), np.where(inside.sum(axis=1, keepdims=True) == 1, 0.0, np.inf), away)
    best = np.argmin(away, axis=1)
    rows = np.arange(len(values))
    known = away[rows, best] <= HALF_A_PLACE
    names = np.array([str(shift) for shift in SHIFTS], dtype=object)
    named = np.where(known, names[best], str(Hypothesis.UNKNOWN))
    for row in np.flatnonzero(~known & np.isnan(usual) & (inside.sum(axis=1) == EITHER)):
        named[row] = " ".join(names[inside[row]])
    return named.tolist(), np.where(known, meant[rows, best], np.nan)
