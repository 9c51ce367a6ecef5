"""Coverage by horizon over rolling origins: every panel cut in every year, scale and all."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd

from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import infer_scale
from sxresearch.projection.stacking import project_grids

LONGEST = 5
FEWEST_POINTS = 4
REACH = ".74–.87"


def coverage(folder: Path) -> pd.DataFrame:
    """Share of figures inside the intervals by horizon, pooled and averaged over indicators."""
    return by_horizon(judged_origins(folder))


def judged_origins(folder: Path) -> pd.DataFrame:
    """One row per region, origin and horizon: whether the intervals hold the figure, and what the origin was like."""
    history = pd.read_csv(folder / "history.csv.gz")
    return pd.concat(_judged(rows).assign(indicator=name) for name, rows in history.groupby("indicator"))


def by_horizon(judged: pd.DataFrame) -> pd.DataFrame:
    """Shares by horizon: inside the intervals, and beyond the 80 % interval on either side."""
    pooled = judged.groupby("horizon")[["50 %", "80 %", "95 %", "below", "above"]].mean()
    macro = judged.groupby(["horizon", "indicator"])["80 %"].mean().groupby("horizon").mean()
    return pooled.assign(macro=macro, figures=judged.groupby("horizon").size())


SPLITS = {"points": (4, 6, 9, 14, 20), "regions": (1, 5, 12, 22, 60), "pace": (0.5, 1, 2)}
"""Upper ends of the classes, each included; pace is the distance gone in five years over what steps of that size make
at random."""


def by_kind(judged: pd.DataFrame) -> pd.DataFrame:
    """The same by the number of figures, the number of regions and the pace at the origin, all horizons together."""
    parts = {}
    for name, edges in SPLITS.items():
        classes = pd.cut(judged[name], (-np.inf, *edges, np.inf), labels=_labels(edges))
        for label, rows in judged.groupby(classes, observed=True):
            of_indicators = rows.groupby("indicator")["80 %"].mean().mean()
            parts[f"{name} {label}"] = {
                **rows[["80 %", "below", "above"]].mean().to_dict(), "macro": of_indicators, "figures": len(rows)
            }  # fmt: skip
    return pd.DataFrame(parts).T


def _labels(edges: Sequence[float]) -> list[str]:
    """``≤ 4``, ``> 4, ≤ 6``, …, ``> 20``."""
    return [f"≤ {edges[0]:g}", *(f"> {low:g}, ≤ {high:g}" for low, high in pairwise(edges)), f"> {edges[-1]:g}"]


def _judged(rows: pd.DataFrame) -> pd.DataFrame:
    wide = rows.pivot(index="region", columns="year", values="value")  # noqa: PD010
    wide = wide.reindex(columns=range(int(wide.columns.min()), int(wide.columns.max()) + 1))
    return pd.concat(_origins(wide.to_numpy(), str(rows["unit"].iloc[0])), ignore_index=True)


def _origins(values: np.ndarray, unit: str) -> Iterator[pd.DataFrame]:
    """One table per origin and horizon."""
    ends = [end for end in range(FEWEST_POINTS - 1, values.shape[1] - 1) if np.isfinite(values[:, end]).any()]
    scales = [infer_scale(_seen(values, end), unit) for end in ends]
    grids = [scale.forward(values[:, : end + 1]) for end, scale in zip(ends, scales, strict=True)]
    outlooks = project_grids(grids, [LONGEST] * len(grids))
    grids_of = dict(zip(ends, grids, strict=True))
    for end, scale, outlook in zip(ends, scales, outlooks, strict=True):
        known = np.isfinite(values[:, : end + 1])
        usable = known[:, end] & (known.sum(axis=1) >= FEWEST_POINTS)
        for horizon in range(1, min(LONGEST, values.shape[1] - 1 - end) + 1):
            later, row = values[:, end + horizon], end + horizon - 1
            judged = usable & np.isfinite(later)
            foretold = Predictive(scale, outlook.location[row], outlook.spread[row], outlook.df[row])
            columns: dict = {"horizon": np.full(int(judged.sum()), horizon), "points": known.sum(axis=1)[judged],
                             "regions": int(known.any(axis=1).sum()), "pace": _pace(grids_of[end])[judged]}  # fmt: skip
            low, high = (foretold.working_quantile(level) for level in (0.1, 0.9))
            z = scale.forward(later)
            columns |= {"below": (z < low)[judged], "above": (z > high)[judged]}
            for level in (50, 80, 95):
                columns[f"{level} %"] = _inside(foretold, scale.forward(later), level / 100)[judged]
            yield pd.DataFrame(columns)


def _pace(z: np.ndarray) -> np.ndarray:
    """Distance gone in the last five years over √5 robust steps, 0 where unknown."""
    steps = np.abs(np.diff(z, axis=1))
    usual = (
        np.median(np.where(np.isfinite(steps), steps, np.nan)[np.isfinite(steps)]) if np.isfinite(steps).any() else 0
    )
    gone = np.abs(z[:, -1] - z[:, max(z.shape[1] - 6, 0)])
    return np.nan_to_num(gone / max(float(usual) * np.sqrt(5.0), 1e-12))


def _seen(values: np.ndarray, end: int) -> np.ndarray:
    """What was known in the origin year; regions that report later are not there yet."""
    known = values[:, : end + 1]
    return known[np.isfinite(known).any(axis=1)]


def _inside(foretold: Predictive, z: np.ndarray, level: float) -> np.ndarray:
    """Inside the interval, compared on the working scale: at a bound both limits coincide in the unit."""
    low, high = (foretold.working_quantile((1 + sign * level) / 2) for sign in (-1, 1))
    return (z >= low) & (z <= high)
