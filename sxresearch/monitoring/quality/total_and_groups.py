"""A total lies between its two groups: women and men, town and country."""

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.quality.averages import averages
from sxresearch.monitoring.quality.doubts import QualityRule, doubts, together
from sxresearch.monitoring.quality.last_decimal import last_decimal
from sxresearch.terms import GROUP_PAIRS, Group

PAIRS = GROUP_PAIRS[::-1]

ROUNDED = 1.0
"""Units of the last decimal by which a total may lie outside: three figures are rounded."""

APART = 0.05
"""And so much, relatively: groups and total may come from surveys of their own."""


def totals_outside_groups(table: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Totals below both groups or above both; quantities that add up (persons) are not averages and are left out."""
    mine = table[table["indicator"].isin(averages(register)) & table["value"].notna()]
    keys = ["indicator", "region", "year"]
    wide = mine.pivot(index=keys, columns="group", values="value")  # noqa: PD010
    totals = mine[mine["group"] == Group.TOTAL]
    label = pd.Series(totals.index, index=pd.MultiIndex.from_frame(totals[keys]))
    rounded = ROUNDED * last_decimal(wide.index.get_level_values("indicator").to_series(), register)
    found = []
    for pair in PAIRS:
        if {*pair, Group.TOTAL} <= set(wide.columns):
            total, low, high = wide[Group.TOTAL], wide[list(pair)].min(axis=1), wide[list(pair)].max(axis=1)
            room = np.maximum(rounded, APART * total.abs())
            outside = wide[list(pair)].notna().all(axis=1) & ((total < low - room) | (total > high + room))
            nearer = low.where(total < low, high)[outside]
            found.append(doubts(label.loc[nearer.index].to_numpy(), QualityRule.GROUPS, expected=nearer.to_numpy()))
    return together(found)
