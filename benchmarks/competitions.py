"""Yearly series of the M1, M3 and Tourism competitions, each series on its own."""

from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.scoring import smape
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import infer_scale
from sxresearch.projection.stacking import project_rows

REACH = {"sMAPE": "≤ 16.1 (M3)", "90 % covers": ".87–.93 (M3)"}


def series(folder: Path, competition: str) -> tuple[np.ndarray, np.ndarray]:
    """Training values, aligned at their end, and test values: (series, years) and (series, horizons)."""
    data = pd.read_csv(folder / "mcomp_yearly.csv.gz")
    mine = data[data["competition"] == competition]
    return _stacked(mine[mine["role"] == "train"], at_end=True), _stacked(mine[mine["role"] == "test"], at_end=False)


def _stacked(rows: pd.DataFrame, *, at_end: bool) -> np.ndarray:
    lists = [group["value"].to_numpy() for _, group in rows.groupby("series")]
    out = np.full((len(lists), max(map(len, lists))), np.nan)
    for row, values in zip(out, lists, strict=True):
        row[slice(-len(values), None) if at_end else slice(len(values))] = values
    return out


def figures(median: np.ndarray, interval: tuple[np.ndarray, np.ndarray], train: np.ndarray, test: np.ndarray) -> dict:
    """sMAPE over all horizons, at the first and the last; MASE; coverage of the 90 % interval and its score (MSIS)."""
    low, high = interval
    known = np.isfinite(test)
    error, inside = smape(median, test), (test >= low) & (test <= high)
    naive = np.nanmean(np.abs(np.diff(train, axis=1)), axis=1, keepdims=True)
    miss = (2 / 0.1) * (np.maximum(low - test, 0) + np.maximum(test - high, 0))
    return {
        "sMAPE": np.nanmean(error),
        "first": np.nanmean(error[:, 0]),
        "last": np.nanmean(error[:, -1]),
        "MASE": np.nanmean(np.abs(test - median) / naive),
        "90 % covers": inside[known].mean(),
        "MSIS": np.nanmean((high - low + miss) / naive),
    }


def ours(folder: Path, competition: str) -> dict:
    """The default method's figures."""
    train, test = series(folder, competition)
    return figures(*project(train, test.shape[1]), train, test)


def project(train: np.ndarray, longest: int) -> tuple[np.ndarray, tuple[np.ndarray, np.ndarray]]:
    """Median and 90 % interval, each (series, horizons)."""
    scale = infer_scale(train)
    found = project_rows(scale.forward(train), np.arange(len(train)), range(1, longest + 1))
    foretold = Predictive(scale, found.location, found.spread, found.df)
    low, high = foretold.interval(0.9)
    return foretold.median.T, (low.T, high.T)


def naive(folder: Path, competition: str) -> dict:
    """Figures of the last value carried forward, which has no interval."""
    train, test = series(folder, competition)
    flat = np.repeat(train[:, -1:], test.shape[1], axis=1)
    return {**figures(flat, (flat, flat), train, test), "90 % covers": np.nan, "MSIS": np.nan}


def table(folder: Path) -> pd.DataFrame:
    """Ours and the naive walk on the three competitions, and the published M3 entrants."""
    rows = {}
    for name in ("M1", "M3", "Tourism"):
        rows[f"{name}: this method"], rows[f"{name}: naive walk"] = ours(folder, name), naive(folder, name)
    published = pd.read_csv(folder / "m3_yearly_accuracy.csv").set_index("method")
    names = {"smape_1_6": "sMAPE", "smape_h1": "first", "smape_h6": "last", "mase_1_6": "MASE"}
    entrants = published[list(names)].rename(columns=names).sort_values("sMAPE").head(6)
    intervals = pd.read_csv(folder / "m3_yearly_pi_accuracy.csv").set_index("method")
    names = {"sMAPE": "sMAPE", "MASE": "MASE", "coverage90": "90 % covers", "MSIS90": "MSIS"}
    both = pd.concat([entrants, intervals[list(names)].rename(columns=names)]).add_prefix("M3: ", axis=0)
    return pd.concat([pd.DataFrame(rows).T, both])
