"""Panels with known truth for the count tests: eleven cities, rates and shares."""

import numpy as np

from sxresearch.plan.indicators import Indicator
from sxresearch.projection.panel import Panel
from sxresearch.terms import Better, Group, Measure, Unit

WORDS = {"zh": "甲", "en": "a"}
COUNTED = {"name": WORDS, "definition": WORDS, "decimals": 1, "numerator": WORDS, "denominator": WORDS, "lower": 0}
MATERNAL = Indicator(id="m", unit=Unit.PER_100K, better=Better.LOWER, measure=Measure.RATE, **COUNTED)
INFANT = Indicator(id="i", unit=Unit.PER_MILLE, better=Better.LOWER, measure=Measure.RATE, **COUNTED)
SHARE = Indicator(id="s", unit=Unit.PERCENT, better=Better.HIGHER, measure=Measure.SHARE, upper=100, **COUNTED)
BIRTHS = np.array([40_000, 32_000, 27_000, 22_000, 18_000, 15_000, 11_000, 8_000, 6_000, 4_500, 3_000.0])
FIRST = 2013


def panel_of(indicator, events, exposure, *, regions=None, keep=None):
    """A panel whose figures are the printed ones of these counts; ``keep`` is False where no figure exists."""
    events, exposure = np.atleast_2d(events).astype(float), np.atleast_2d(exposure).astype(float)
    exposure = np.broadcast_to(exposure, events.shape)
    keep = np.ones(events.shape, dtype=bool) if keep is None else np.atleast_2d(keep)
    names = regions or tuple(f"r{k}" for k in range(len(events)))
    values = np.where(keep, np.round(events / exposure * indicator.factor, indicator.decimals), np.nan)
    years = np.arange(FIRST, FIRST + events.shape[1])
    blank = np.zeros(events.shape, dtype=bool)
    return Panel(indicator, Group.TOTAL, names, years, values, np.where(keep, exposure, np.nan), blank)


def log_paths(rng, base, shape, *, level=0.3, drift=-0.05, walk=0.05, common=0.03, shock=0.0):
    """True paths on the link scale: regions × years around a common walk with drift and year shocks."""
    regions, years = shape
    shared = drift * np.arange(years) + rng.normal(0, common, years).cumsum() + rng.normal(0, shock, years)
    own = rng.normal(0, level, (regions, 1)) + rng.normal(0, walk, shape).cumsum(axis=1)
    return np.log(base) + shared + own
