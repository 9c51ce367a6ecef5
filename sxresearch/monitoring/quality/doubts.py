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
    PRELIMINARY = "preliminary-beside-final"


SEVERITY = dict.fromkeys(QualityRule, Severity.HOLD)
SEVERITY |= dict.fromkeys((QualityRule.IMPOSSIBLE, QualityRule.LATER_YEAR), Severity.REFUSE)
SEVERITY |= dict.fromkeys(
    (QualityRule.PARTS, QualityRule.MORTALITY_NEAR, QualityRule.FAR_OFF, QualityRule.COUNTS_ROUNDING), Severity.NOTE
)
SEVERITY |= dict.fromkeys((QualityRule.REPEATED, QualityRule.PRELIMINARY), Severity.NOTE)
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


def explained(values: np.ndarray, low: np.ndarray, high: np.ndarray) -> tuple[list[str], np.ndarray]:
    """For figures outside ``low`` … ``high``: the shift of the decimal point that would bring each inside.

    Returns the hypotheses and the values they lead to (NaN where none does). Arrays of one length.
    """
    named = np.full(len(values), str(Hypothesis.UNKNOWN), dtype=object)
    likely = np.full(len(values), np.nan)
    for hypothesis, factor in POWERS.items():
        meant = values / factor
        fits = np.isnan(likely) & (meant >= low) & (meant <= high) & (meant != 0)
        named[fits], likely[fits] = str(hypothesis), meant[fits]
    return list(named), likely
