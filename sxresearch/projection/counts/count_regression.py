"""Batched generalised linear models: one fit per region by iterated weighted least squares, all regions at once.

Arrays are regions × years; a year without a figure has exposure 0. The counterparts in
:mod:`sxresearch.projection.reference.count_fits` are statsmodels' own; a test holds the two equal to 1e-6.
"""

from dataclasses import dataclass

import numpy as np

from sxresearch.projection.counts.count_data import Counts, Family
from sxresearch.projection.scale import Floats

STEPS = 60  # of Newton; ten are usual
PRECISE = 1e-11  # relative change of the deviance at which the fit has converged
LARGEST_MOVE = 5.0  # of a linear predictor in one step: keeps a wild start from overflowing


@dataclass(frozen=True)
class GlmFits:
    """One fit per region, NaN where a region's data do not determine it.

    ``params`` is regions × 2 (level in the origin year, change per year; linear predictor of events / exposure),
    ``covariance`` regions × 2 × 2 with dispersion 1, ``pearson`` the Pearson chi-square with ``df`` degrees of freedom.
    """

    params: Floats
    covariance: Floats
    deviance: Floats
    pearson: Floats
    df: np.ndarray

    @property
    def dispersion(self) -> Floats:
        """Pearson chi-square over df, not below 1: the quasi-likelihood dispersion (McCullagh & Nelder 1989, 4.5)."""
        return np.where(self.df > 0, np.maximum(self.pearson / np.maximum(self.df, 1), 1.0), np.nan)

    @property
    def slope_error(self) -> Floats:
        """Standard error of the change per year, widened by the dispersion."""
        return np.sqrt(self.covariance[:, 1, 1] * self.dispersion)


def fit_glms(counts: Counts, origin: int = 0, alpha: float = 0.0) -> GlmFits:
    """``g(events / exposure) = a + b·(year − origin)`` for every region, by Fisher scoring.

    Parameters
    ----------
    counts
        Events and exposure, regions × years, and the family (log link for Poisson, logit for binomial).
    origin
        Column whose year is 0.
    alpha
        Overdispersion of the negative binomial, variance ``mu + alpha·mu²``; 0 for Poisson. Poisson family only.

    Returns
    -------
    GlmFits
        NaN in regions with fewer than two figures and where events stand on one side only or too few years have
        any: the likelihood then has no finite maximum.

    Notes
    -----
    Nelder & Wedderburn (1972), JRSS A 135, 370; negative binomial with fixed alpha as in Hilbe (2011), chapter 8.
    """
    year = np.arange(counts.events.shape[1], dtype=float) - origin
    usable = _determined(counts)
    centre = np.where(counts.seen, year, 0.0).sum(axis=1) / np.maximum(counts.seen.sum(axis=1), 1)
    x = np.where(counts.seen, year - centre[:, None], 0.0)
    rates = np.where(usable, counts.rates, 0.5)
    params = np.stack([counts.family.link(rates), np.zeros(len(x))], axis=1)
    deviance = np.full(len(x), np.inf)
    for _ in range(STEPS):
        params = params + _step(counts, x, params, alpha)
        before, deviance = deviance, _deviance(counts, _mean(counts, x, params), alpha)
        if (np.abs(deviance - before) <= PRECISE * (np.abs(deviance) + 0.1))[usable].all():
            break
    else:
        usable = usable & (np.abs(deviance - before) <= 1e-6 * (np.abs(deviance) + 0.1))
    return _finished(counts, (x, centre), params, alpha, usable)


def _determined(counts: Counts) -> np.ndarray:
    """Where level and slope have a finite estimate.

    They have none when some line separates the years with events from those without: the likelihood then rises for
    ever along it (Silvapulle 1981, JRSS B 43, 310; for Poisson every figure counts as one that pulls down).
    """
    up = counts.seen & (counts.events > 0)
    down = counts.seen & (counts.events < counts.exposure) if counts.family is Family.BINOMIAL else counts.seen
    several = counts.seen.sum(axis=1) >= 2
    return several & ~_separated(up, down) & ~_separated(down, up)


def _separated(up: np.ndarray, down: np.ndarray) -> np.ndarray:
    """Whether every year that pulls up lies at or after every year that pulls down, in each row."""
    columns = np.arange(up.shape[1])
    first_up = np.where(up, columns, up.shape[1]).min(axis=1)
    last_down = np.where(down, columns, -1).max(axis=1)
    return first_up >= last_down


def _mean(counts: Counts, x: Floats, params: Floats) -> Floats:
    eta = params[:, :1] + params[:, 1:] * x
    return counts.exposure * counts.family.rate(np.clip(eta, -500, 500))


def _weights(counts: Counts, mean: Floats, alpha: float) -> tuple[Floats, Floats]:
    """Working weight and (observed − mean) × d eta / d mean × weight, that is the score, per cell."""
    if counts.family is Family.BINOMIAL:
        share = mean / np.where(counts.seen, counts.exposure, 1.0)
        return mean * (1 - share), counts.events - mean
    return mean / (1 + alpha * mean), (counts.events - mean) / (1 + alpha * mean)


def _information(weight: Floats, x: Floats) -> Floats:
    """Expected information, regions × 2 × 2."""
    sums = [(weight * x**power).sum(axis=1) for power in range(3)]
    return np.stack([np.stack(sums[:2], axis=-1), np.stack(sums[1:], axis=-1)], axis=-2)


def _inverse(matrix: Floats) -> Floats:
    """Inverse of 2 × 2 matrices; NaN where singular."""
    (a, b), (c, d) = np.moveaxis(matrix, (-2, -1), (0, 1))
    determinant = a * d - b * c
    safe = np.where(determinant > 0, determinant, np.nan)
    return np.stack([np.stack([d, -b], axis=-1), np.stack([-c, a], axis=-1)], axis=-2) / safe[:, None, None]


def _step(counts: Counts, x: Floats, params: Floats, alpha: float) -> Floats:
    weight, score = _weights(counts, _mean(counts, x, params), alpha)
    slopes = np.stack([score.sum(axis=1), (score * x).sum(axis=1)], axis=-1)
    move = np.nan_to_num((_inverse(_information(weight, x)) @ slopes[:, :, None])[:, :, 0])
    reach = np.abs(move[:, 0]) + np.abs(move[:, 1]) * np.abs(x).max(axis=1, initial=0.0)
    return move * np.minimum(1.0, LARGEST_MOVE / np.maximum(reach, LARGEST_MOVE))[:, None]


def _deviance(counts: Counts, mean: Floats, alpha: float) -> Floats:
    """Twice the log-likelihood ratio to the saturated model (McCullagh & Nelder 1989, section 2.3)."""
    y = counts.events
    near = _ratio_log(y, mean)
    if counts.family is Family.BINOMIAL:
        rest = _ratio_log(counts.exposure - y, counts.exposure - mean)
        return 2 * (near + rest).sum(axis=1)
    if alpha == 0:
        return 2 * (near - (y - mean)).sum(axis=1)
    return 2 * (near - (y + 1 / alpha) * np.log((1 + alpha * y) / (1 + alpha * mean))).sum(axis=1)


def _ratio_log(y: Floats, mean: Floats) -> Floats:
    """``y·log(y/mean)``, 0 where y is 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(y > 0, y * np.log(y / mean), 0.0)


def _finished(
    counts: Counts, design: tuple[Floats, Floats], params: Floats, alpha: float, usable: np.ndarray
) -> GlmFits:
    """Back from years around each region's own centre to years since the origin."""
    x, centre = design
    mean = _mean(counts, x, params)
    weight, score = _weights(counts, mean, alpha)
    inverse = _inverse(_information(weight, x))
    turn = np.zeros_like(inverse)
    turn[:, 0, 0] = turn[:, 1, 1] = 1.0
    turn[:, 0, 1] = -centre
    with np.errstate(divide="ignore", invalid="ignore"):
        pearson = np.where(counts.seen, score**2 / weight, 0.0).sum(axis=1)
    bad = ~usable
    params = (turn @ params[:, :, None])[:, :, 0]
    covariance = turn @ inverse @ np.swapaxes(turn, 1, 2)
    params[bad], covariance[bad] = np.nan, np.nan
    df = np.where(usable, counts.seen.sum(axis=1) - 2, 0)
    deviance = _deviance(counts, mean, alpha)
    return GlmFits(params, covariance, np.where(bad, np.nan, deviance), np.where(bad, np.nan, pearson), df)
