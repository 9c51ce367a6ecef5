"""Grids of series written by hand, on the identity scale: the working values are the figures."""

import numpy as np
import pandas as pd

from sxresearch.monitoring.quality.deviation import Deviation
from sxresearch.monitoring.quality.series_grid import SeriesGrid
from sxresearch.working_scale import Scale, ScaleKind

IDENTITY = Scale(ScaleKind.IDENTITY)


def hand_grid(
    working: list, values: list | None = None, trials: list | None = None, *, scale: Scale = IDENTITY
) -> SeriesGrid:
    """One panel of counties, a row each; row labels count from 0, row by row."""
    z = np.array(working, dtype=float)
    keys = pd.DataFrame({"indicator": "share", "group": "total", "region": [f"r{n}" for n in range(len(z))]})
    size = np.full(z.shape, np.nan) if trials is None else np.array(trials, dtype=float)
    figures = z if values is None else np.array(values, dtype=float)
    labels = np.arange(z.size).reshape(z.shape)
    years = np.arange(2015, 2015 + z.shape[1])
    keys = keys.assign(peers="counties", era=0)
    return SeriesGrid(keys, years, figures, z, labels, size, np.zeros(len(z), dtype=int), (scale,))


def hand_deviation(grid: SeriesGrid, spread: float = 1.0) -> Deviation:
    """Zero expected everywhere."""
    nothing = np.zeros_like(grid.working)
    return Deviation(grid, nothing, nothing, np.full_like(nothing, spread))
