"""Thin panels cut from real ones: twelve regions and 3 to 14 years, as a province has them.

Each indicator with twelve regions or more gives panels whose regions and last years are drawn at random; nothing older
than the years drawn, and no other region, is looked at.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.coverage import LONGEST
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import infer_scale
from sxresearch.projection.stacking import project_grids

REGIONS = 12
YEARS = (3, 4, 6, 8, 10, 14)
ORIGINS = 6  # last years drawn per indicator and number of years
FEWEST_POINTS = 3  # of a region that is judged
REACH = ".77–.88"


def thin_panels(folder: Path, seed: int = 0) -> pd.DataFrame:
    """Share of figures inside the 80 % interval by years of history, pooled, by side, by indicator and by horizon."""
    history = pd.read_csv(folder / "history.csv.gz").dropna(subset="value")
    rng = np.random.default_rng(seed)
    parts = [part.assign(indicator=name) for name, rows in history.groupby("indicator") for part in _judged(rows, rng)]
    if not parts:
        return pd.DataFrame()
    judged = pd.concat(parts, ignore_index=True)
    every = pd.concat([judged.assign(kind=judged["years"].astype(str) + " years"), judged.assign(kind="all")])
    kinds = every.groupby("kind", sort=False)
    by_horizon = every.pivot_table(index="kind", columns="horizon", values="inside", sort=False)
    return pd.DataFrame(
        {
            "80 %": kinds["inside"].mean(),
            "below": kinds["below"].mean(),
            "above": kinds["above"].mean(),
            "macro": every.groupby(["kind", "indicator"])["inside"].mean().groupby("kind").mean(),
            **{f"{horizon} ahead": by_horizon[horizon] for horizon in sorted(by_horizon.columns)},
            "figures": kinds.size(),
        }
    ).reindex([*(f"{years} years" for years in YEARS), "all"])


def _judged(rows: pd.DataFrame, rng: np.random.Generator) -> Iterator[pd.DataFrame]:
    wide = rows.pivot(index="region", columns="year", values="value")  # noqa: PD010 the keys are unique
    values = wide.reindex(columns=range(int(wide.columns.min()), int(wide.columns.max()) + 1)).to_numpy()
    for years in YEARS:
        ends = np.arange(years, values.shape[1])
        for end in rng.choice(ends, min(ORIGINS, len(ends)), replace=False):
            known = values[:, end - years : end]
            usable = np.isfinite(known[:, -1]) & (np.isfinite(known).sum(axis=1) >= FEWEST_POINTS)
            if usable.sum() >= REGIONS:
                rows_drawn = rng.choice(np.flatnonzero(usable), REGIONS, replace=False)
                later = values[rows_drawn, end : end + LONGEST]
                yield _held(known[rows_drawn], later, str(rows["unit"].iloc[0])).assign(years=years)


def _held(known: np.ndarray, later: np.ndarray, unit: str) -> pd.DataFrame:
    """One row per later figure: whether the interval holds it, or on which side it lies; compared where scales add."""
    scale, ahead = infer_scale(known, unit), later.shape[1]
    outlook = project_grids([scale.forward(known)], [ahead])[0]
    found = Predictive(scale, *(item[-ahead:].T for item in (outlook.location, outlook.spread, outlook.df)))
    low, high = (found.working_quantile(level) for level in (0.1, 0.9))
    z, seen = scale.forward(later), np.isfinite(later)
    horizon = np.broadcast_to(np.arange(1, ahead + 1), later.shape)
    columns = {"horizon": horizon, "inside": (z >= low) & (z <= high), "below": z < low, "above": z > high}
    return pd.DataFrame({name: column[seen] for name, column in columns.items()})
