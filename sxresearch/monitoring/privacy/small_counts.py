"""The counts of persons and cases behind figures, and which are so small that they may point at somebody."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.plan.indicators import Indicator
from sxresearch.terms import Countable, Level, Measure, Unit

FEWEST_PUBLISHED = 5
"""A county's count of 1 to 4 is not published; 0 and 5 are."""

PROTECTED = frozenset({Level.COUNTY})
"""The levels at which a small count points at persons."""

_SOME = 0.01  # less than this is nothing, written as a rounded rate

_COUNTED_IN: Mapping[Unit, float] = MappingProxyType(
    {
        Unit.PERSONS: 1.0,
        Unit.NUMBER: 1.0,
        Unit.CASES: 1.0,
        Unit.TEN_THOUSAND: 1e4,
        Unit.TEN_THOUSAND_PERSONS: 1e4,
        Unit.TEN_THOUSAND_CASES: 1e4,
        Unit.TEN_THOUSAND_PERSON_TIMES: 1e4,
        Unit.HUNDRED_MILLION_PERSONS: 1e8,
    }
)


def is_small(counts: np.ndarray) -> np.ndarray:
    """Whether a count lies between 1 and 4; a count worked out from a rounded rate need not be whole."""
    return (counts > _SOME) & (counts < FEWEST_PUBLISHED)


def counts_behind(table: pd.DataFrame, register: Register) -> pd.DataFrame:
    """The counts of persons that each figure states or gives away, aligned with ``table``; NaN where none follows.

    What an indicator counts stands in the register; where it says nothing, persons.

    Columns: ``events`` (numerator; else rate × denominator, also where another row of the region states the
    denominator; else the amount itself), ``others`` (of a share: the denominator less the events) and ``exposure``
    (the denominator as it stands in the row).
    """
    by_id = register.indicators.by_id
    factor = table["indicator"].map({key: item.factor or np.nan for key, item in by_id.items()}).astype(float)
    amount = table["indicator"].map({key: _amount(item) for key, item in by_id.items()}).astype(float)
    share = table["indicator"].map({key: _is_share(item) for key, item in by_id.items()}).astype(bool)
    exposure = table["denominator"].astype(float)
    of_all = exposure.fillna(_stated_elsewhere(table, register))
    value = table["value"].astype(float)
    events = table["numerator"].astype(float).fillna(value * of_all / factor).fillna(value * amount)
    counted = table["indicator"].map({key: item.counts.value for key, item in by_id.items()})
    events = events.where(counted == Countable.PERSONS)
    exposure = exposure.where(counted != Countable.NO_PERSONS)
    return pd.DataFrame({"events": events, "others": (of_all - events).where(share), "exposure": exposure})


def _amount(indicator: Indicator) -> float:
    """Persons or cases per unit of an amount; NaN for everything else."""
    return _COUNTED_IN.get(indicator.unit, np.nan) if indicator.denominator is None else np.nan


def _is_share(indicator: Indicator) -> bool:
    return indicator.measure is Measure.SHARE and indicator.bounded


def _stated_elsewhere(table: pd.DataFrame, register: Register) -> pd.Series:
    """The denominator that another figure of the region, group and year states under the same name; else its latest."""
    named = {key: item.denominator.zh for key, item in register.indicators.by_id.items() if item.denominator}
    place = pd.DataFrame(
        {"region": table["region"], "group": table["group"], "name": table["indicator"].map(named)}, index=table.index
    )
    known = place.assign(year=table["year"], size=table["denominator"].astype(float)).dropna(subset=["name", "size"])
    if known.empty:
        return pd.Series(np.nan, index=table.index)
    keys = ["region", "group", "name"]
    same_year = known.groupby([*keys, "year"])["size"].max()
    latest = known.sort_values("year", kind="stable").groupby(keys)["size"].last()
    exact = same_year.reindex(pd.MultiIndex.from_frame(place.assign(year=table["year"]))).to_numpy()
    nearby = latest.reindex(pd.MultiIndex.from_frame(place)).to_numpy()
    return pd.Series(np.where(np.isnan(exact), nearby, exact), index=table.index)
