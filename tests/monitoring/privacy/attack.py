"""A reader with pencil and paper: every count that the published figures of a table still give away.

Knows nothing of how figures were chosen: multiplies rates by denominators, subtracts parts from wholes again and again,
and narrows down what remains (no count is negative, a part is no larger than its whole).
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import Register

KEY = ["region", "indicator", "group", "year"]
PAIRS = (("female", "male"), ("urban", "rural"))
AGES = ("neonatal_mortality_rate", "infant_mortality_rate", "under5_mortality_rate")


def counts_told(published: pd.DataFrame, register: Register, counted_as: pd.Series | None = None) -> pd.Series:
    """Every count that follows exactly, by region, indicator, group and year.

    ``published`` has KEY and the columns value, numerator, denominator (NaN: not published).
    """
    factors = {key: item.factor or np.nan for key, item in register.indicators.by_id.items()}
    rated = published["value"] * published["denominator"] / published["indicator"].map(factors)
    counts = published["numerator"].fillna(rated).to_numpy(dtype=float)
    place = {key: number for number, key in enumerate(published[KEY].itertuples(index=False, name=None))}
    low, high = np.where(np.isnan(counts), 0.0, counts), np.where(np.isnan(counts), np.inf, counts)
    narrow(low, high, list(_sums(place, register)))
    told = np.abs(high - low) < 0.49
    return pd.Series((low + high)[told] / 2, index=pd.MultiIndex.from_frame(published.loc[told, KEY]))


def narrow(low: np.ndarray, high: np.ndarray, sums: list[tuple[int, list[int], bool]]) -> None:
    """Bounds of every count made as tight as the sums allow, one sum after another until nothing moves."""
    for _ in range(60):
        before = (high - low).copy()
        for whole, parts, closed in sums:
            part_low, part_high = low[parts], high[parts]
            high[parts] = np.minimum(part_high, high[whole] - (part_low.sum() - part_low))
            low[whole] = max(low[whole], part_low.sum())
            if closed:
                others = part_high.sum() - part_high if np.isfinite(part_high).all() else _others(part_high)
                low[parts] = np.maximum(part_low, low[whole] - others)
                high[whole] = min(high[whole], part_high.sum())
        if np.array_equal(before, high - low):
            return


def _others(high: np.ndarray) -> np.ndarray:
    return np.array([np.delete(high, spot).sum() for spot in range(len(high))])


def _sums(place: dict, register: Register) -> Iterable[tuple[int, list[int], bool]]:
    children: dict[str, list[str]] = {}
    for region in register.regions:
        children.setdefault(region.parent or "", []).append(region.code)
    for region, indicator, group, year in place:
        own = place[region, indicator, group, year]
        if group == "total":
            for pair in PAIRS:
                parts = [place[key] for side in pair if (key := (region, indicator, side, year)) in place]
                if parts:
                    yield own, parts, len(parts) == len(pair)
        parts = [place[key] for code in children.get(region, ()) if (key := (code, indicator, group, year)) in place]
        if len(parts) > 1:
            yield own, parts, True
        for inner in AGES[: AGES.index(indicator)] if indicator in AGES else ():
            if (key := (region, inner, group, year)) in place:
                yield own, [place[key]], False
