"""Time and memory, as ratios measured in the same run: paired, median of several repeats."""

import multiprocessing
import resource
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from benchmarks.competitions import figures
from benchmarks.peers import Peer, peers
from sxresearch.projection.stacking import project_rows

YEARS, HORIZONS = 10, 3
REPEATS = 5
SERIES_OF_A_PEER = 30  # per repeat
SERIES_OF_OURS = 20_000  # per repeat; alone, one series would measure numpy's overhead only
SIZES = (50_000, 100_000, 200_000)
REACH = {"time": "≤ 5 s", "memory": "≤ 2 GB", "ratio": "≥ 100 (AutoETS)"}
_KILOBYTES_IN_GB = 1e6


def synthetic(count: int) -> np.ndarray:
    """Log-scale random walks with a small drift: made up, for timing only."""
    return np.cumsum(np.random.default_rng(0).normal(0.01, 0.05, (count, YEARS)), axis=1)


def against_peers() -> pd.DataFrame:
    """Time per series (ms) of every peer, and how many times ours that is."""
    z = synthetic(SERIES_OF_OURS)
    values = np.exp(z[:SERIES_OF_A_PEER]) * 100
    rows = {}
    for name, peer in peers().items():
        peer(values[0], HORIZONS)  # compiled or imported on first use
        pairs = [(_per_series(peer, values), _ours_per_series(z)) for _ in range(REPEATS)]
        theirs, mine = np.median(pairs, axis=0)
        rows[name] = {"ms a series": theirs * 1e3, "ours": mine * 1e3, "ratio": np.median([a / b for a, b in pairs])}
    return pd.DataFrame(rows).T


def _per_series(peer: Peer, values: np.ndarray) -> float:
    return _timed(lambda: [peer(row, HORIZONS) for row in values]) / len(values)


def _ours_per_series(z: np.ndarray) -> float:
    return _timed(lambda: project_rows(z, np.arange(len(z)), range(1, HORIZONS + 1))) / len(z)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def accuracy_of_peers(train: np.ndarray, test: np.ndarray) -> pd.DataFrame:
    """The peers' figures on competition series."""
    rows = {}
    for name, peer in peers().items():
        found = np.array([peer(row[np.isfinite(row)], test.shape[1]) for row in train])
        rows[name] = figures(found[:, 0], (found[:, 1], found[:, 2]), train, test)
    return pd.DataFrame(rows).T


def many() -> pd.DataFrame:
    """Seconds, microseconds a series and peak memory for single series and for panels of eleven, by size."""
    rows = {
        f"{size:,} {kind}": _in_new_process(size, regions)
        for kind, regions in (("single series", 1), ("in panels of 11", 11), ("in one panel", 0))
        for size in (SIZES if regions == 1 else SIZES[-1:])
    }
    return pd.DataFrame(rows).T


def _in_new_process(size: int, regions: int) -> dict[str, float]:
    """Measured in a process of its own, so that the memory peak is this run's."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        seconds, peak = pool.apply(measure, (size, regions))
    return {"seconds": seconds, "µs a series": seconds / size * 1e6, "peak GB": peak}


def measure(size: int, regions: int) -> tuple[float, float]:
    """Seconds and peak memory (GB) of the default method on ``size`` series; regions = 0 is one panel of all."""
    z = synthetic(size)
    panel = np.arange(size) // regions if regions else np.zeros(size, dtype=int)
    seconds = _timed(lambda: project_rows(z, panel, range(1, HORIZONS + 1)))
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILOBYTES_IN_GB
