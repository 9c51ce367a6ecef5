"""Panels for the tests of the projection: random ones with every kind of gap, and real national series."""

from functools import lru_cache

import numpy as np
import pandas as pd

from sxresearch.paths import DATA

NAN = np.nan
FEWEST = 5


def ragged_panel(seed: int) -> np.ndarray:
    """Random walks (9 regions × 14 years) with gaps, late starts, early ends, one point, no point."""
    z = np.random.default_rng(seed).normal(size=(9, 14)).cumsum(axis=1)
    z[0, 4:7] = NAN
    z[1, :9] = NAN
    z[2] = NAN
    z[3, 1:] = NAN
    z[4, -3:] = NAN
    z[5, 1::2] = NAN
    z[6, 2:] = NAN
    return z


@lru_cache(maxsize=1)
def national_series() -> dict[str, np.ndarray]:
    """Logarithms of published national figures by consecutive years, NaN gaps; series of five figures or more."""
    table = pd.read_csv(DATA / "observations" / "china-national.csv")
    table = table[(table["group"] == "total") & (table["value"] > 0)]
    out = {}
    for name, rows in table.groupby("indicator"):
        values = rows.drop_duplicates("year", keep="last").set_index("year")["value"].sort_index()
        if len(values) >= FEWEST:
            out[str(name)] = np.log(values.reindex(range(values.index[0], values.index[-1] + 1)).to_numpy(dtype=float))
    return out


def walks(
    rng: np.random.Generator,
    shape: tuple[int, int],
    *,
    correlation: float = 0.0,
    drift: float = 0.03,
    noise: float = 0.0,
) -> np.ndarray:
    """Random walks with drift, step 0.1, whose yearly shocks are correlated between regions; plus noise."""
    shared = rng.standard_normal((1, shape[1])) * np.sqrt(correlation)
    shocks = shared + rng.standard_normal(shape) * np.sqrt(1 - correlation)
    slopes = drift + 0.02 * rng.standard_normal((shape[0], 1))
    return np.cumsum(slopes + 0.1 * shocks, axis=1) + noise * rng.standard_normal(shape)
