"""Figures that are not their numerator over their denominator."""

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.quality.doubts import Hypothesis, QualityRule, doubts, together
from sxresearch.monitoring.quality.last_decimal import last_decimal
from sxresearch.terms import Measure

ROUNDED = 1.0
"""Units of the last decimal by which a figure may differ from its counts: both are rounded."""

GRAVE = 0.05
"""A relative difference that makes more of it than a matter of rounding."""

EXPLAINED = 0.02
"""So near, relatively, a hypothesis must come."""

_FACTORS = {
    Hypothesis.OVER_10: 10.0,
    Hypothesis.OVER_100: 100.0,
    Hypothesis.OVER_1000: 1000.0,
    Hypothesis.OVER_10000: 10_000.0,
    Hypothesis.TIMES_10: 0.1,
    Hypothesis.TIMES_100: 0.01,
    Hypothesis.TIMES_1000: 0.001,
    Hypothesis.TIMES_10000: 0.0001,
}


def counts_disagree(table: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Figures that differ from numerator over denominator: beyond 5 % held, else noted.

    The hypothesis says what the *figure* would be, seen from the counts: ``over-10000`` where the denominator is in
    万 or ``times-10000`` where the numerator is; numerator and denominator exchanged; more cases than persons.
    """
    factor = table["indicator"].map({key: item.factor for key, item in register.indicators.by_id.items()})
    known = factor.notna() & table["value"].notna() & (table["denominator"] > 0) & table["numerator"].notna()
    mine = table[known]
    counted = (mine["numerator"] / mine["denominator"] * factor[known].astype(float)).to_numpy()
    value = mine["value"].to_numpy(dtype=float)
    rounded = ROUNDED * last_decimal(mine["indicator"], register)
    above = _more_cases_than_persons(mine, register)
    off = np.abs(counted - value)
    grave = above | (off > np.maximum(rounded, GRAVE * np.abs(value)))
    slight = (off > rounded) & ~grave
    named = _explained(mine[grave], value[grave], factor[known][grave].astype(float).to_numpy(), above[grave])
    return together(
        [
            doubts(mine.index[grave], QualityRule.COUNTS, named, counted[grave]),
            doubts(mine.index[slight], QualityRule.COUNTS_ROUNDING, expected=counted[slight]),
        ]
    )


def _more_cases_than_persons(rows: pd.DataFrame, register: Register) -> np.ndarray:
    shares = {key for key, item in register.indicators.by_id.items() if item.measure in (Measure.SHARE, Measure.STEP)}
    return (rows["indicator"].isin(shares) & (rows["numerator"] > rows["denominator"])).to_numpy()


def _explained(rows: pd.DataFrame, value: np.ndarray, factor: np.ndarray, above: np.ndarray) -> list[str]:
    top, bottom = rows["numerator"].to_numpy(dtype=float), rows["denominator"].to_numpy(dtype=float)
    named = np.where(above, str(Hypothesis.NUMERATOR_ABOVE), str(Hypothesis.UNKNOWN)).astype(object)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.where(value != 0, top / bottom * factor / value, np.nan)
        exchanged = np.where(value != 0, bottom / top * factor / value, np.nan)
        for hypothesis, times in _FACTORS.items():
            named[np.abs(ratio / times - 1) <= EXPLAINED] = str(hypothesis)
        named[np.abs(exchanged - 1) <= EXPLAINED] = str(Hypothesis.COUNTS_SWAPPED)
    return list(named)
