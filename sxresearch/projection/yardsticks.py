"""Rules in use elsewhere, recomputed as yardsticks; none of them is used for a verdict.

All work in the indicator's unit on regions × years (NaN for no figure) and answer the value
expected ``ahead`` years after the last column, without any interval. At most the last ten
figures of a region are used, as in the published practice that they stand for.
"""

import numpy as np

from sxresearch.projection.closed_form import last, line_trend
from sxresearch.projection.scale import Floats

FIGURES = 10  # at most so many of the latest figures
POINTS_FOR_GREY = 4  # what the literature asks of GM(1,1)
_RATIO = 0.95  # of the required growth rate: "on course" (Open SDG, Eurostat; docs/decisions.md)


def growth_rate_on_course(
    base: Floats, latest: Floats, goal: Floats, *, spans: tuple[Floats, Floats], wants_more: np.ndarray
) -> Floats:
    """1 where the target is met or the growth rate is at least 95 % of the required one, else 0.

    Compound yearly rates, from the base to the latest figure against from the base to the goal;
    ``spans`` are the years of both. NaN where there is no such rate: figures that are not
    positive, or no time passed (docs/decisions.md, "Yardsticks", on the faults of this rule).
    """
    passed, whole = (np.asarray(item, dtype=float) for item in spans)
    met = np.where(wants_more, latest >= goal, latest <= goal)
    sound = (base > 0) & (latest > 0) & (goal > 0) & (passed > 0) & (whole > 0) & (base != goal)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = ((latest / base) ** (1 / passed) - 1) / ((goal / base) ** (1 / whole) - 1)
    lost = np.where(wants_more, goal <= base, goal >= base)  # met at the base, and no longer
    on_course = np.where(sound, (ratio >= _RATIO).astype(float), np.nan)
    return np.where(met, 1.0, np.where(lost, 0.0, on_course))


def weighted_line(values: Floats, ahead: Floats) -> Floats:
    """Straight line with weights t/n, the latest figure counting most (in the manner of UN ESCAP)."""
    recent = _recent(values)
    seen = np.isfinite(recent)
    order = np.cumsum(seen, axis=1)
    weights = np.where(seen, order / np.maximum(order[:, -1:], 1), 1.0)
    gap = recent.shape[1] - 1 - last(recent).position
    mean, _ = line_trend(recent, np.unique(gap[:, None] + ahead), weights)
    return _picked(mean, gap, ahead)


def grey_model(values: Floats, ahead: Floats) -> Floats:
    """GM(1,1), the grey model of Deng (1982, *Systems & Control Letters* 1, 288).

    ``x1`` is the running total of the figures, ``z`` the means of neighbouring totals; least
    squares of ``x[k] = −a·z[k] + b`` gives ``total(k) = (x[1] − b/a)·exp(−a·k) + b/a``, and the
    figure is its yearly change. The figures are taken in order; years without one are passed
    over. NaN below four figures and unless all are positive.
    """
    recent = _recent(values)
    seen = np.isfinite(recent)
    count = seen.sum(axis=1)
    x = np.where(seen, recent, 0.0)
    total = np.cumsum(x, axis=1)
    later = seen & (np.cumsum(seen, axis=1) > 1)
    z = np.where(later, total - 0.5 * x, 0.0)
    n = np.maximum(count - 1, 1)
    y = np.where(later, x, 0.0)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        z_mean, y_mean = z.sum(axis=1) / n, y.sum(axis=1) / n
        dz = np.where(later, z - z_mean[:, None], 0.0)
        a = -(dz * (y - y_mean[:, None])).sum(axis=1) / (dz**2).sum(axis=1)
        b = y_mean + a * z_mean
        first = np.take_along_axis(x, np.argmax(seen, axis=1)[:, None], axis=1)[:, 0]
        gap = recent.shape[1] - 1 - last(recent).position
        k = (count - 1 + gap)[:, None] + ahead
        grown = (first - b / a)[:, None] * np.exp(-a[:, None] * k) * (1 - np.exp(a[:, None]))
    steady = np.abs(a) < 1e-12  # no growth at all: the limit of the formula
    found = np.where(steady[:, None], b[:, None], grown)
    sound = (count >= POINTS_FOR_GREY) & (np.where(seen, recent, 1.0) > 0).all(axis=1)
    return np.where(sound[:, None], found, np.nan)


def _recent(values: Floats) -> Floats:
    """The last ten figures of each region, the others taken out."""
    seen = np.isfinite(values)
    from_end = np.cumsum(seen[:, ::-1], axis=1)[:, ::-1]
    return np.where(seen & (from_end <= FIGURES), values, np.nan)


def _picked(mean: Floats, gap: np.ndarray, ahead: Floats) -> Floats:
    """Columns of a line evaluated at every needed distance."""
    wanted = gap[:, None] + ahead
    column = np.searchsorted(np.unique(wanted), wanted)
    return np.take_along_axis(mean, column, axis=1)
