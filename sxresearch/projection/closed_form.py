"""Steps, drifts and straight lines of whole panels in closed form, batched.

Arrays are regions × years on the working scale, NaN where there is no figure. No function
here loops over regions; :mod:`sxresearch.projection.reference.series_fits` holds the statsmodels
counterparts and a test holds the two equal.
"""

from dataclasses import dataclass

import numpy as np

from sxresearch.projection.scale import Floats


@dataclass(frozen=True)
class Steps:
    """Changes between neighbouring figures: ``delta`` over ``gap`` years, NaN/0 where none ends.

    Both have the shape of the panel; position (r, t) holds the step that ends in year t.
    """

    delta: Floats
    gap: Floats


@dataclass(frozen=True)
class Last:
    """Each region's latest figure: value, position of its year, number of figures, and years spanned."""

    value: Floats
    position: np.ndarray
    points: np.ndarray
    span: Floats


def steps(z: Floats) -> Steps:
    """Steps between neighbouring figures, irregular gaps kept in years."""
    seen = np.isfinite(z)
    position = np.where(seen, np.arange(z.shape[1]), -1)
    latest = np.maximum.accumulate(position, axis=1)
    previous = np.concatenate([np.full((len(z), 1), -1), latest[:, :-1]], axis=1)
    ends = seen & (previous >= 0)
    before = np.take_along_axis(z, np.maximum(previous, 0), axis=1)
    gap = np.where(ends, np.arange(z.shape[1]) - previous, 0).astype(float)
    return Steps(np.where(ends, z - before, np.nan), gap)


def last(z: Floats) -> Last:
    """Latest figure of each region; NaN and -1 for a region without any."""
    seen = np.isfinite(z)
    points = seen.sum(axis=1)
    position = np.where(points > 0, z.shape[1] - 1 - np.argmax(seen[:, ::-1], axis=1), -1)
    first = np.argmax(seen, axis=1)
    value = np.where(points > 0, np.take_along_axis(z, np.maximum(position, 0)[:, None], axis=1)[:, 0], np.nan)
    return Last(value, position, points, np.where(points > 0, position - first, 0).astype(float))


def drift(moves: Steps) -> tuple[Floats, Floats]:
    """Mean yearly change and variance of a year's change, per region.

    ``c = Σ delta / Σ gap`` and ``s2 = Σ (delta − c·gap)² / gap / (steps − 1)``: the
    maximum-likelihood drift of a random walk observed at irregular times, with the
    degrees of freedom corrected. NaN where there are too few steps.
    """
    has = moves.gap > 0
    count = has.sum(axis=1)
    years = moves.gap.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        c = np.where(count > 0, np.nansum(moves.delta, axis=1) / years, np.nan)
        left = np.where(has, (moves.delta - c[:, None] * moves.gap) ** 2 / moves.gap, 0.0)
        s2 = np.where(count > 1, left.sum(axis=1) / (count - 1), np.nan)
    return c, s2


def line_trend(z: Floats, ahead: Floats, weights: Floats | None = None) -> tuple[Floats, Floats]:
    """Straight line by (weighted) least squares, evaluated ``ahead`` years after each region's latest figure.

    Parameters
    ----------
    z
        regions × years, working scale.
    ahead
        horizons, shape (horizons,).
    weights
        regions × years, inverse to the variance of each figure; equal by default.

    Returns
    -------
    tuple
        Mean and variance of a new observation of weight 1, both regions × horizons; the variance
        is ``s²·(1 + 1/Σw + (x − x̄)²/Sxx)`` with n − 2 degrees of freedom (any regression
        textbook, e.g. Draper & Smith 1998, sections 1.4 and 9.2). NaN below three figures.
    """
    seen = np.isfinite(z)
    w = np.where(seen, 1.0 if weights is None else weights, 0.0)
    x = np.where(seen, np.arange(z.shape[1], dtype=float), 0.0)
    y = np.where(seen, z, 0.0)
    n, total = seen.sum(axis=1), w.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        centre, level = (w * x).sum(axis=1) / total, (w * y).sum(axis=1) / total
        dx, dy = x - centre[:, None], y - level[:, None]
        sxx = (w * dx**2).sum(axis=1)
        slope = (w * dx * dy).sum(axis=1) / sxx
        s2 = (w * (dy - slope[:, None] * dx) ** 2).sum(axis=1) / (n - 2)
        at = last(z).position[:, None] + ahead[None, :] - centre[:, None]
        mean = level[:, None] + slope[:, None] * at
        variance = s2[:, None] * (1 + 1 / total[:, None] + at**2 / sxx[:, None])
    enough = (n > 2)[:, None]
    return np.where(enough, mean, np.nan), np.where(enough, variance, np.nan)
