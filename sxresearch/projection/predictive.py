"""The predictive distribution: Student t on the working scale, for many regions at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from sxresearch.projection.scale import Floats, Scale
from sxresearch.projection.student_factor import student_factors


@dataclass(frozen=True)
class Predictive:
    """Distributions ``location + spread · t(df)`` on the working scale of ``scale``.

    The three arrays have the same shape, one entry per region (or region and year); NaN
    where there is no projection, and every answer there is NaN.
    """

    scale: Scale
    location: Floats
    spread: Floats
    df: Floats

    def __post_init__(self) -> None:
        for name in ("location", "spread", "df"):
            object.__setattr__(self, name, np.asarray(getattr(self, name), dtype=float))
        if not self.location.shape == self.spread.shape == self.df.shape:
            raise ValueError(f"shapes differ: {self.location.shape}, {self.spread.shape}, {self.df.shape}")
        if (self.spread < 0).any() or (self.df <= 0).any():
            raise ValueError("spread must be at least 0 and df above 0")

    @property
    def known(self) -> np.ndarray:
        """Where there is a projection."""
        return np.isfinite(self.location)

    def working_quantile(self, probability: float) -> Floats:
        """Quantile on the working scale."""
        return np.asarray(self.location + self.spread * special.stdtrit(self.df, probability))

    def quantile(self, probability: float) -> Floats:
        """Quantile in the indicator's unit."""
        return self.scale.back(self.working_quantile(probability))

    @property
    def variance(self) -> Floats:
        """Variance on the working scale; infinite for two degrees of freedom or fewer."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(self.df > 2, self.spread**2 * self.df / (self.df - 2), np.inf * self.spread)

    @property
    def median(self) -> Floats:
        """Median in the indicator's unit."""
        return self.scale.back(self.location)

    def interval(self, coverage: float) -> tuple[Floats, Floats]:
        """Central prediction interval with probability ``coverage``, in the indicator's unit."""
        return self.quantile((1 - coverage) / 2), self.quantile((1 + coverage) / 2)

    def below(self, threshold: ArrayLike) -> Floats:
        """P(Y < threshold), the threshold in the indicator's unit; NaN thresholds give NaN."""
        z = self.scale.threshold(threshold)
        with np.errstate(divide="ignore", invalid="ignore"):
            standard = np.where(z == self.location, 0.0, (z - self.location) / self.spread)
        chance = np.asarray(special.stdtr(self.df, standard))
        sure = (self.spread == 0) & np.isfinite(self.location)  # a point: Y < threshold, or not
        return np.where(sure, np.where(np.isnan(z), np.nan, self.location < z), chance)

    def draws(self, normal: Floats, mixing: Floats) -> Floats:
        """Values in the indicator's unit, shape (draws, *shape of the distributions).

        The distributions are one-dimensional here. ``normal`` holds N(0, 1) numbers, shape
        (draws, regions) or (draws, 1); ``mixing`` uniform numbers in (0, 1), shape (draws, 1),
        that set the common Student factor. Distributions given the same
        ``mixing`` and correlated ``normal`` are drawn jointly.
        """
        degrees, place = np.unique(self.df, return_inverse=True)
        factor = student_factors(degrees, mixing)[:, place]
        return self.scale.back(self.location + self.spread * normal * factor)

    def at(self, places: np.ndarray | slice) -> "Predictive":
        """The distributions at ``places``."""
        return Predictive(self.scale, self.location[places], self.spread[places], self.df[places])

    def moved_to(self, median: ArrayLike) -> "Predictive":
        """The same spread around another ``median``, given in the indicator's unit."""
        location = np.where(self.known, self.scale.forward(median), np.nan)
        return Predictive(self.scale, location, self.spread, self.df)

    def widened(self, variance: ArrayLike) -> "Predictive":
        """The same distributions with ``variance`` (working scale, ≥ 0) added."""
        return Predictive(
            self.scale, self.location, np.sqrt(self.spread**2 + np.asarray(variance, dtype=float)), self.df
        )
