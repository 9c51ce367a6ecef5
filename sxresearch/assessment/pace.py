"""What would have to happen: the yearly change needed, the one seen, and who ever managed it."""

from dataclasses import dataclass

import numpy as np

from sxresearch.assessment.series import Series
from sxresearch.projection.scale import Floats

RECENT_YEARS = 5  # used for the observed pace where the base year has no figure


@dataclass(frozen=True)
class Pace:
    """Per region: required and observed change per year (unit), and comparable episodes.

    ``required`` is 0 where the latest figure already passes. ``episodes`` counts stretches of
    as many years as are left, taken end to end without overlap over all regions of the panel;
    ``at_pace`` those in which the change was at least as large as the one still needed,
    measured on the working scale.
    """

    required: Floats
    observed: Floats
    episodes: Floats
    at_pace: Floats


def pace(series: Series, threshold: Floats, met_now: Floats, years: tuple[int, int]) -> Pace:
    """Pace toward ``threshold`` in the target year; ``years`` = (base year, target year)."""
    base_year, target_year = years
    left = target_year - series.latest_year
    with np.errstate(divide="ignore", invalid="ignore"):
        needed = np.where(left > 0, (threshold - series.latest_value) / left, np.nan)
    required = np.where(met_now == 1, np.where(np.isnan(needed), np.nan, 0.0), needed)
    found = [
        _episodes(series, code, int(gap), goal) if change != 0 and np.isfinite(change) else (np.nan, np.nan)
        for code, gap, goal, change in zip(series.regions, left, threshold, required, strict=True)
    ]
    counts = np.array(found, dtype=float).reshape(-1, 2)
    return Pace(required, observed_change(series, base_year), counts[:, 0], counts[:, 1])


def observed_change(series: Series, base_year: int) -> Floats:
    """Mean yearly change from the base year (or the last five years) to the latest figure."""
    base = series.value_in(base_year)
    span = (series.latest_year - base_year).astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        since_base = np.where(span > 0, (series.latest_value - base) / span, np.nan)
    recent = np.array([_recent_change(*series.history(code)) for code in series.regions])
    return np.where(np.isnan(since_base), recent, since_base)


def _recent_change(years: np.ndarray, values: Floats) -> float:
    seen = np.flatnonzero(np.isfinite(values))
    if len(seen) < 2:
        return np.nan
    start = seen[years[seen] >= years[seen[-1]] - RECENT_YEARS][0]
    if start == seen[-1]:
        start = seen[-2]
    return float((values[seen[-1]] - values[start]) / (years[seen[-1]] - years[start]))


def _episodes(series: Series, region: str, length: int, threshold: float) -> tuple[float, float]:
    """Number of non-overlapping stretches of ``length`` years, and of those as fast as needed."""
    place = series.regions.index(region)
    panel = series.panel
    if panel is None or length < 1 or series.rows[place] < 0:
        return np.nan, np.nan
    z = panel.working
    ends = np.arange(z.shape[1] - 1, length - 1, -length)
    moved = (z[:, ends] - z[:, ends - length]).ravel()
    moved = moved[np.isfinite(moved)]
    latest = series.latest_value[place]
    scale = panel.scale
    needed = float(scale.forward(threshold) - scale.forward(latest))
    return float(len(moved)), float((np.sign(needed) * moved >= abs(needed) - 1e-12).sum())
