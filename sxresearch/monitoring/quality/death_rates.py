"""Deaths of the first month are among those of the first year, and these among those before the fifth birthday."""

import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.quality.doubts import QualityRule, doubts, together

NESTED = ("neonatal_mortality_rate", "infant_mortality_rate", "under5_mortality_rate")
"""Each is part of the next; all are per 1,000 live births."""

GRAVE = 1.5
"""Rates of one system cannot be out of order at all; those of different surveys are off by less than this factor."""


def death_rates_out_of_order(table: pd.DataFrame, register: Register, nested: tuple[str, ...] = NESTED) -> pd.DataFrame:
    """Both figures of every pair in which the part exceeds the whole by more than rounding.

    Held where it does so by more than a half; by less, noted: the two rates may come from surveys of their own.
    """
    mine = table[table["indicator"].isin(nested) & table["value"].notna()]
    keys = ["region", "group", "year"]
    wide = mine.pivot(index=keys, columns="indicator", values="value")  # noqa: PD010
    labels = mine.assign(label=mine.index).pivot(index=keys, columns="indicator", values="label")  # noqa: PD010
    found = []
    for place, part in enumerate(nested):
        for whole in nested[place + 1 :]:
            if {part, whole} <= set(wide.columns):
                above = wide[part] - wide[whole] > _rounding(register, part, whole)
                grave = above & (wide[part] > GRAVE * wide[whole])
                for rule, where in ((QualityRule.MORTALITY_ORDER, grave), (QualityRule.MORTALITY_NEAR, above & ~grave)):
                    found += [doubts(labels.loc[where, name].astype(int), rule) for name in (part, whole)]
    return together(found)


def _rounding(register: Register, *names: str) -> float:
    """Both figures rounded: half a unit of the last decimal each."""
    return sum(0.5 * 10.0 ** -register.indicators[name].decimals for name in names) + 1e-9
