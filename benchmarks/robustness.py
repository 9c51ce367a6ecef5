"""One wrong last figure of one region: how far does it move the others' probabilities?

In real panels the last figure of one region is spoiled in the ways of a keyboard (a decimal point lost, two digits
swapped, the complement of a share, a unit lost) and, for comparison, left out. Every other region is asked about a
target somewhere within its interval; the target stays the same for all runs of a panel.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import special

from sxresearch.assessment.status import status_of
from sxresearch.projection.scale import infer_scale
from sxresearch.projection.stacking import project_grids
from sxresearch.terms import Status

REGIONS = 8, 60
FEWEST_YEARS = 5
AHEAD = 3
ORIGINS = 3  # years of judgement per indicator
REACH = {"other status": "< .01", "95 % wrong": "≤ out + .01", "median wrong": "≤ out + .01"}
TITLE = "one wrong last figure; the others' P less that with the right one (further: .01 more than if it is left out)"
_MORE = 0.01  # that a wrong figure may move a P beyond what leaving it out does


def robustness(folder: Path, seed: int = 0) -> pd.DataFrame:
    """Change of the others' P by kind of error: median and 95 % point, beside those of leaving the figure out."""
    history = pd.read_csv(folder / "history.csv.gz").dropna(subset="value")
    rng = np.random.default_rng(seed)
    found = [frame for _, rows in history.groupby("indicator") for frame in _judged(rows, rng)]
    return summary(pd.concat(found, ignore_index=True)) if found else pd.DataFrame()


def summary(moved: pd.DataFrame) -> pd.DataFrame:
    """Median and 95 % point of the others' changes of P by kind of error, and the shares of those that move further
    than without the figure, by more than .01, and of those whose status differs from the one without it."""
    kinds = pd.concat([moved, moved.assign(kind="all")]).groupby("kind", sort=False)
    return pd.DataFrame(
        {
            "probabilities": kinds.size(),
            "median wrong": kinds["wrong"].median(),
            "median left out": kinds["out"].median(),
            "95 % wrong": kinds["wrong"].quantile(0.95),
            "95 % left out": kinds["out"].quantile(0.95),
            "further": kinds["further"].mean(),
            "other status": kinds["other"].mean(),
        }
    )


def slips(value: float, share: bool) -> dict[str, float]:
    """The figure as a tired hand might send it."""
    digits = f"{value:.1f}"
    found = {"decimal point": value / 10, "complement": 100 - value} if share else {
        "decimal point": value / 10, "unit": value * 10
    }  # fmt: skip
    if len(digits) > 3 and digits[0] != digits[1]:
        found["digits swapped"] = float(digits[1] + digits[0] + digits[2:])
    return found


def _judged(rows: pd.DataFrame, rng: np.random.Generator) -> Iterator[pd.DataFrame]:
    wide = rows.pivot(index="region", columns="year", values="value")  # noqa: PD010
    if not REGIONS[0] <= len(wide) <= REGIONS[1]:
        return
    values = wide.reindex(columns=range(int(wide.columns.min()), int(wide.columns.max()) + 1)).to_numpy()
    ends = np.arange(FEWEST_YEARS, values.shape[1] + 1)
    for end in rng.choice(ends, min(ORIGINS, len(ends)), replace=False):
        known = values[np.isfinite(values[:, :end]).sum(axis=1) >= 3, :end]
        last = np.flatnonzero(np.isfinite(known[:, -1])) if len(known) >= REGIONS[0] else ()
        if len(last):
            yield _moved(known, int(rng.choice(last)), str(rows["unit"].iloc[0]), rng)


def _moved(values: np.ndarray, region: int, unit: str, rng: np.random.Generator) -> pd.DataFrame:
    share = infer_scale(values, unit).kind.value == "logit"
    spoiled = {"right": values[region, -1], "out": np.nan, **slips(float(values[region, -1]), share)}
    grids = {name: values.copy() for name in spoiled}
    for name, value in spoiled.items():
        grids[name][region, -1] = value
    scales = {name: infer_scale(grid, unit if share else "") for name, grid in grids.items()}
    found = project_grids([scales[name].forward(grid) for name, grid in grids.items()], [AHEAD] * len(grids))
    at, outlooks = values.shape[1] - 2 + AHEAD, dict(zip(grids, found, strict=True))
    aim = outlooks["right"].location[at] + rng.standard_normal(len(values)) * outlooks["right"].spread[at]
    goal = scales["right"].back(aim)
    p = {
        name: special.stdtr(item.df[at], (scales[name].forward(goal) - item.location[at]) / item.spread[at])
        for name, item in outlooks.items()
    }
    return changes(p, np.arange(len(values)) != region)


def changes(p: Mapping[str, np.ndarray], others: np.ndarray) -> pd.DataFrame:
    """How far the other regions' P moves, one row per kind of error and region; ``p`` has "right", "out" and errors."""
    frames = [
        pd.DataFrame(
            {
                "kind": name,
                "wrong": np.abs(p[name] - p["right"])[others],
                "out": np.abs(p["out"] - p["right"])[others],
                "further": (np.abs(p[name] - p["right"]) > np.abs(p["out"] - p["right"]) + _MORE)[others],
                "other": (_statuses(p[name]) != _statuses(p["out"]))[others],
            }
        )
        for name in p
        if name not in {"right", "out"}
    ]
    return pd.concat(frames)


def _statuses(p: np.ndarray) -> np.ndarray:
    return np.array([Status.NOT_ASSESSABLE if np.isnan(item) else status_of(item) for item in p])
