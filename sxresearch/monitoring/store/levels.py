"""A region's own figures held against those of the regions below it, added up by numerator and denominator."""

import numpy as np
import pandas as pd

from sxresearch.errors import BadParameter
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.quality.last_decimal import last_decimal

COLUMNS = (
    "indicator", "group", "year", "unit", "own_value", "own_numerator", "own_denominator", "parts", "parts_value",
    "parts_numerator", "parts_denominator", "difference", "agrees",
)  # fmt: skip
_KEY = ["indicator", "group", "year"]


def levels_compared(table: pd.DataFrame, region: str, register: Register) -> pd.DataFrame:
    """A region against the regions right below it, for every figure of which all parts state both counts.

    ``parts_value`` is the sum of the numerators over the sum of the denominators, in the unit of the indicator;
    ``parts`` is how many regions they come from, which is the most that reported the series in any year; ``agrees``
    says that whole and parts differ by no more than one unit of the last decimal.

    Raises
    ------
    BadParameter
        If nothing lies below the region.
    """
    below = {item.code for item in register.regions if item.parent == region}
    if region not in register.regions:
        raise BadParameter.of("region-unknown", "", code=region)
    if not below:
        raise BadParameter.of("region-without-parts", "", code=region)
    factors = {key: item.factor for key, item in register.indicators.by_id.items() if item.factor is not None}
    known = table[table["indicator"].isin(factors) & table["value"].notna()]
    sums = _sums(known[known["region"].isin(below)])
    own = known[known["region"] == region].set_index(_KEY)
    both = sums.join(own[["value", "unit", "numerator", "denominator"]].add_prefix("own_"), how="inner").reset_index()
    factor = both["indicator"].map(factors).astype(float)
    both["parts_value"] = both["parts_numerator"] / both["parts_denominator"] * factor
    both["difference"] = both["own_value"] - both["parts_value"]
    room = np.asarray(last_decimal(both["indicator"], register), dtype=float)
    both["agrees"] = both["difference"].abs().to_numpy() <= room * (1 + 1e-9)
    return both.rename(columns={"own_unit": "unit"})[list(COLUMNS)]


def _sums(parts: pd.DataFrame) -> pd.DataFrame:
    """Sums of the counts, where every part that reports the series in any year has both."""
    counted = parts.dropna(subset=["numerator", "denominator"])
    sums = counted.groupby(_KEY).agg(
        parts=("value", "size"), parts_numerator=("numerator", "sum"), parts_denominator=("denominator", "sum")
    )
    most = parts.groupby(_KEY[:2])["region"].nunique()
    whole = sums["parts"].to_numpy() == most.reindex(sums.index.droplevel("year")).to_numpy()
    return sums[whole & (sums["parts_denominator"] > 0).to_numpy()]
