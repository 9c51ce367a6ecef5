"""The rates that stand behind counts: what differences among places are left when the chance of counting is taken out.

Extremes of noisy figures are too far apart: with three deaths a year the best and the worst city differ though nothing
does. HEAT simulates from the figures as they are, which adds the noise a second time. Here the empirical logits (log
rates) with their variances (Gart and Zweifel 1967, Biometrika 54, 181) enter the normal hierarchical model with a
uniform prior on the spread between places (Gelman et al. 2013, Bayesian Data Analysis, section 5.4), and measures are
taken of its draws. ``python -m benchmarks.disparity`` prints what the intervals of both cover.
"""

from dataclasses import dataclass

import numpy as np
from scipy import special, stats

from sxresearch.projection.scale import Floats
from sxresearch.terms import SEED

DRAWS = 4000
_GRID = 200
_HALF = 0.5  # the half case of the empirical logit
_WIDEST = 8.0  # the spread is looked for up to so many times what the estimates show


@dataclass(frozen=True)
class CountedPlaces:
    """Events and exposure of k places; ``factor`` leads to the unit, ``share``: events are part of the exposure."""

    events: Floats
    exposure: Floats
    factor: float
    share: bool

    def __post_init__(self) -> None:
        if self.events.shape != self.exposure.shape or (self.exposure <= 0).any() or (self.events < 0).any():
            raise ValueError("events from 0 and exposures above 0 of the same places are needed")

    @property
    def estimates(self) -> tuple[Floats, Floats]:
        """Empirical logits of shares or logs of rates, and their variances."""
        events = self.events + _HALF
        if not self.share:
            return np.log(events / self.exposure), 1 / events
        others = np.maximum(self.exposure - self.events, 0.0) + _HALF
        return np.log(events / others), 1 / events + 1 / others

    def back(self, z: Floats) -> Floats:
        """From logit or log to the unit."""
        return self.factor * (special.expit(z) if self.share else np.exp(z))


def chance_alone(places: CountedPlaces) -> float:
    """p of "the places do not differ": Cochran's Q of the estimates, χ² with k − 1 degrees of freedom."""
    z, variance = places.estimates
    weight = 1 / variance
    mean = np.sum(weight * z) / weight.sum()
    return float(stats.chi2.sf(np.sum(weight * (z - mean) ** 2), len(z) - 1))


def draw_rates(places: CountedPlaces, draws: int = DRAWS, seed: int = SEED) -> Floats:
    """Draws of the true rates in the unit, draws × k; the same for the same counts and seed."""
    z, variance = places.estimates
    chance = np.random.default_rng(seed)
    grid, weights = _spreads(z, variance)
    spread = chance.choice(grid, size=draws, p=weights)[:, None]
    total = variance + spread**2
    precision = (1 / total).sum(axis=1, keepdims=True)
    centre = (z / total).sum(axis=1, keepdims=True) / precision
    centre = centre + chance.standard_normal(centre.shape) / np.sqrt(precision)
    weight = spread**2 / total
    mean, sd = centre + weight * (z - centre), np.sqrt(weight * variance)
    return places.back(mean + sd * chance.standard_normal(mean.shape))


def _spreads(z: Floats, variance: Floats) -> tuple[Floats, Floats]:
    """Values of the spread between places on a grid, and their posterior weights."""
    widest = _WIDEST * max(float(np.std(z)), float(np.sqrt(variance.min())))
    grid = np.linspace(0.0, widest, _GRID)
    total = variance + grid[:, None] ** 2
    precision = (1 / total).sum(axis=1)
    centre = (z / total).sum(axis=1) / precision
    log = -0.5 * (np.log(precision) + np.log(total).sum(axis=1) + ((z - centre[:, None]) ** 2 / total).sum(axis=1))
    weight = np.exp(log - log.max())
    return grid, weight / weight.sum()
