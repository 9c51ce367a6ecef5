"""A region against the regions right below it: the weighted mean of the parts is the whole."""

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.quality.averages import averages
from sxresearch.monitoring.quality.doubts import QualityRule, doubts, together
from sxresearch.monitoring.quality.last_decimal import last_decimal

FEWEST_PARTS = 2
"""One part alone is no partition."""

ROUNDED = 1.0
"""Units of the last decimal by which whole and weighted mean may differ: all figures are rounded."""

APART = 0.02
"""And so much, relatively: wholes come from fuller counts than their parts."""


def wholes_unlike_parts(table: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Wholes that are not the mean of their parts weighted by denominators; without these, wholes outside their range.

    Only years in which every part that reports the indicator at all has a figure are compared.
    """
    known = table[table["indicator"].isin(averages(register)) & table["value"].notna()]
    parent = {region.code: region.parent for region in register.regions}
    parts = known.assign(whole=known["region"].map(parent)).dropna(subset=["whole"])
    if parts.empty:
        return together([])
    keys = ["whole", "indicator", "group", "year"]
    sums = _sums(parts, keys)
    sums = sums[sums["parts"] >= sums.groupby(keys[:3])["parts"].transform("max").clip(lower=FEWEST_PARTS)]
    wholes = known.rename(columns={"region": "whole"})
    label = pd.Series(wholes.index, index=pd.MultiIndex.from_frame(wholes[keys]))
    both = sums.join(wholes.set_index(keys)["value"].rename("stated"), how="inner")
    rounded = ROUNDED * last_decimal(both.index.get_level_values("indicator").to_series(), register)
    room = np.maximum(rounded, APART * both["stated"].abs())
    weighted = both["weighted"].notna()
    off = weighted & ((both["stated"] - both["weighted"]).abs() > room)
    out = ~weighted & ((both["stated"] < both["low"] - room) | (both["stated"] > both["high"] + room))
    found = both[off | out]
    expected = found["weighted"].fillna(found["stated"].clip(found["low"], found["high"]))
    return doubts(label.loc[found.index].to_numpy(), QualityRule.PARTS, expected=expected.to_numpy())


def _sums(parts: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """How many parts each whole has, their range, and their mean where all have a denominator."""
    weighed = parts.assign(product=parts["value"] * parts["denominator"])
    sums = weighed.groupby(keys).agg(
        parts=("value", "size"),
        low=("value", "min"),
        high=("value", "max"),
        product=("product", "sum"),
        weight=("denominator", "sum"),
        weights=("denominator", "count"),
    )
    complete = (sums["weights"] == sums["parts"]) & (sums["weight"] > 0)
    return sums.assign(weighted=(sums["product"] / sums["weight"]).where(complete))
