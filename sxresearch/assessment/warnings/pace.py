"""What would have to happen: the yearly change needed, the one seen, and who ever managed it."""

from dataclasses import dataclass

import numpy as np

from sxresearch.assessment.series import IndicatorSeries, last_seen
from sxresearch.projection.scale import Floats

_SLACK = 1e-12  # of the working scale: rounding in the last digits is no difference of pace
RECENT_YEARS = 5  # used for the observed pace where the base year has no figure


@dataclass(frozen=True)
class Pace:
    """Per region: required and observed change per year (unit), over how many years, and comparable episodes.

    ``required`` is 0 where the latest figure already passes. ``episodes`` counts stretches of
    as many years as are left, taken end to end without overlap over all regions of the panel;
    ``at_pace`` those in which the change was at least as large as the one still needed,
    measured on the working scale.
    """

    required: Floats
    observed: Floats
    over: Floats
    episodes: Floats
    at_pace: Floats


def pace(series: IndicatorSeries, threshold: Floats, met_now: Floats, years: tuple[int, int]) -> Pace:
    """Pace toward ``threshold`` in the target year; ``years`` = (base year, target year)."""
    base_year, target_year = years
    left = target_year - series.latest_year
    with np.errstate(divide="ignore", invalid="ignore"):
        needed = np.where(left > 0, (threshold - series.latest_value) / left, np.nan)
    required = np.where(met_now == 1, np.where(np.isnan(needed), np.nan, 0.0), needed)
    asked = np.isfinite(required) & (required != 0)
    episodes, at_pace = _episodes(series, np.where(asked, left, 0), threshold)
    return Pace(required, *mean_pace(series, base_year), episodes, at_pace)


def falls_short(required: Floats, observed: Floats) -> np.ndarray:
    """Where the change seen goes the wrong way, or is slower than the one required."""
    with np.errstate(invalid="ignore"):
        return np.asarray(observed * np.sign(required) < np.abs(required))


def mean_pace(series: IndicatorSeries, base_year: int) -> tuple[Floats, Floats]:
    """Mean yearly change from the base year (or the last five years) to the latest figure, and the years it covers."""
    base = series.value_in(base_year)
    span = (series.latest_year - base_year).astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        since_base = np.where(span > 0, (series.latest_value - base) / span, np.nan)
    recent, years = _recent_change(series)
    return np.where(np.isnan(since_base), recent, since_base), np.where(np.isnan(since_base), years, span)


def _recent_change(series: IndicatorSeries) -> tuple[Floats, Floats]:
    """Mean yearly change over the last five years, or between the last two figures if they lie further apart; and over
    how many years.
    """
    before, last = last_seen(series.figures, 2).T
    with_two = before >= 0
    if not with_two.any():
        return np.full(len(series.regions), np.nan), np.full(len(series.regions), np.nan)
    recent = np.isfinite(series.figures) & (series.years >= series.years[last][:, None] - RECENT_YEARS)
    start = np.argmax(recent, axis=1)
    start = np.where(start == last, before, start)
    rows = np.arange(len(series.regions))
    moved = series.figures[rows, last] - series.figures[rows, start]
    years = np.where(with_two, series.years[last] - series.years[start], 1).astype(float)
    return np.where(with_two, moved / years, np.nan), np.where(with_two, years, np.nan)


def _episodes(series: IndicatorSeries, lengths: np.ndarray, threshold: Floats) -> tuple[Floats, Floats]:
    """Number of non-overlapping stretches of as many years, and of those as fast as needed; NaN for length 0."""
    total, reached = (np.full(len(series.regions), np.nan) for _ in range(2))
    panel = series.panel
    if panel is None:
        return total, reached
    needed = panel.scale.forward(threshold) - panel.scale.forward(series.latest_value)
    for length in np.unique(lengths[(lengths > 0) & (series.rows >= 0)]):
        moved = np.sort(_moves(panel.working, int(length)))
        mine = (lengths == length) & (series.rows >= 0)
        total[mine] = len(moved)
        up = len(moved) - np.searchsorted(moved, np.abs(needed[mine]) - _SLACK, side="left")
        down = np.searchsorted(moved, _SLACK - np.abs(needed[mine]), side="right")
        reached[mine] = np.select([needed[mine] > 0, needed[mine] < 0, needed[mine] == 0], [up, down, len(moved)], 0)
    return total, reached


def _moves(z: Floats, length: int) -> Floats:
    """Changes over stretches of ``length`` years, end to end from the last year back, over all regions."""
    ends = np.arange(z.shape[1] - 1, length - 1, -length)
    moved = (z[:, ends] - z[:, ends - length]).ravel()
    return moved[np.isfinite(moved)]
