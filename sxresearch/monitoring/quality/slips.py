"""Slips of the pen: a decimal point moved by one to three places, two digits swapped; and what is merely far off."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.quality.deviation import Deviation, deviation, first_median, in_unit, on_scale, without
from sxresearch.monitoring.quality.doubts import HALF_A_PLACE, SHIFTS, Hypothesis, QualityRule, doubts, together
from sxresearch.monitoring.quality.series_grid import SeriesGrid, median_of_others, moves_freely, series_grid
from sxresearch.working_scale import Floats


@dataclass(frozen=True)
class Limits:
    """A figure at least ``far`` spreads from its expectation, and its correction at most ``near``."""

    far: float
    near: float


POINT_MOVED = Limits(far=3.0, near=3.0)
"""A factor of ten: few figures would be so well explained by chance."""

SWAPPED = Limits(far=5.0, near=2.0)
"""Two digits: a figure of four has three neighbours, and one of them may fit by chance."""

GAIN = 3.0
"""The correction lies at least so many times nearer."""

BEYOND_OTHERS = 3.0
"""A correction is at most so many times smaller or larger than all figures of the series."""

ALSO_MOVED = 3.0
"""Another group of the indicator lies so many spreads off in the same direction: then no digits were swapped."""

NOTED = 6.0
"""Farther than so many spreads, without an explanation: said, and used."""

PASSES = 3
"""In one series at most so many slips are looked for, the gravest first."""


def slips(table: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Figures that a moved decimal point or two swapped digits explain (held), and others that are far off (noted)."""
    return slips_of(series_grid(table, register), register)


def slips_of(grid: SeriesGrid, register: Register) -> pd.DataFrame:
    """The same for a grid that is there already."""
    if not grid.seen.any():
        return together([])
    found = deviation(grid)
    free = moves_freely(grid, register)[:, None]
    parts = []
    for _ in range(PASSES):
        explained = _explained(found)
        explained = explained[free[explained["series"].to_numpy(), 0]]
        if explained.empty:
            break
        worst = explained.sort_values(["away", "apart", "column"], kind="stable").groupby("series").tail(1)
        spots = (worst["series"].to_numpy(), worst["column"].to_numpy())
        named = worst["hypothesis"].where(_of_usual_size(found.grid, worst), str(Hypothesis.UNKNOWN))
        meant = worst["meant"].where(named != Hypothesis.UNKNOWN)
        parts.append(doubts(grid.rows[spots], QualityRule.SLIP, named, meant))
        gone = np.zeros(grid.values.shape, dtype=bool)
        gone[spots] = True
        found = without(found, gone | (grid.seen & ~found.grid.seen))
    far = (np.abs(found.distance) >= NOTED) & free
    meant = in_unit(found)
    return together([*parts, doubts(grid.rows[far], QualityRule.FAR_OFF, expected=meant[far])])


def _of_usual_size(grid: SeriesGrid, slipped: pd.DataFrame) -> np.ndarray:
    """Whether what was meant is within half a decimal place of the series' other figures: else the slip is another."""
    series, column = slipped["series"].to_numpy(), slipped["column"].to_numpy()
    others = np.where(grid.seen, grid.values, np.nan)[series]
    others[np.arange(len(series)), column] = np.nan
    usual = first_median(others, np.isfinite(others).sum(axis=1))
    with np.errstate(divide="ignore", invalid="ignore"):
        away = np.abs(np.log10(slipped["meant"].to_numpy() / usual))
    return ~(away > HALF_A_PLACE)


def _explained(found: Deviation) -> pd.DataFrame:
    """Every figure that a hypothesis explains: columns series, column, hypothesis, meant, away, apart."""
    frames = [*_points_moved(found), _digits_swapped(found)]
    whole = pd.concat(frames, ignore_index=True)
    spots = (whole["series"].to_numpy(dtype=int), whole["column"].to_numpy(dtype=int))
    whole["apart"] = _from_peers(found.grid, spots[0])[spots]
    return whole.sort_values("left", kind="stable").drop_duplicates(["series", "column"])


def _points_moved(found: Deviation) -> Iterator[pd.DataFrame]:
    away = np.abs(found.distance)
    for hypothesis, factor in SHIFTS.items():
        meant = found.grid.values / factor
        asked = (away >= POINT_MOVED.far) & _like_others(found.grid, meant)
        left = np.abs(found.of(on_scale(found.grid, meant, asked)))
        fits = _fits(away, left, POINT_MOVED) & asked
        yield _frame(found, fits, hypothesis, meant, left)


def _like_others(grid: SeriesGrid, meant: Floats) -> np.ndarray:
    """Whether a correction is of the size of the series' other figures: among rare cases one is no slip for none."""
    positive = np.where(grid.values > 0, grid.values, np.nan)
    low = np.fmin.reduce(positive, axis=1)[:, None]
    high = np.fmax.reduce(positive, axis=1)[:, None]
    return (grid.values > 0) & (meant >= low / BEYOND_OTHERS) & (meant <= high * BEYOND_OTHERS)


def _fits(away: Floats, left: Floats, limits: Limits) -> np.ndarray:
    return (away >= limits.far) & (left <= limits.near) & (away >= GAIN * left)


def _frame(found: Deviation, spots: np.ndarray, hypothesis: str, meant: Floats, left: Floats) -> pd.DataFrame:
    series, column = np.nonzero(spots)
    return pd.DataFrame(
        {
            "series": series,
            "column": column,
            "hypothesis": hypothesis,
            "meant": meant[spots],
            "away": np.abs(found.distance)[spots].round(6),
            "left": left[spots],
        }
    )


def _from_peers(grid: SeriesGrid, series: np.ndarray) -> Floats:
    """How far the figures of some series lie from their peers': of two that contradict each other the farther is meant.

    S × Y; zero for panels without any of ``series``.
    """
    away = np.zeros_like(grid.working)
    panels = set(grid.panel[series].tolist())
    for mine in (members for number, members in enumerate(grid.members) if number in panels):
        away[mine] = np.abs(np.nan_to_num(grid.working[mine] - median_of_others(grid.working[mine])))
    return away


def _digits_swapped(found: Deviation) -> pd.DataFrame:
    """Only figures that are far off are spelled out."""
    away = np.abs(found.distance)
    best, left = np.full_like(away, np.nan), np.full_like(away, np.inf)
    far = away >= SWAPPED.far
    swaps = [swapped(value) for value in found.grid.values[far]]
    for turn in range(max(map(len, swaps), default=0)):
        meant = np.full_like(away, np.nan)
        meant[far] = [options[turn] if turn < len(options) else np.nan for options in swaps]
        rest = np.abs(found.of(on_scale(found.grid, meant, far)))
        nearer = rest < left
        best, left = np.where(nearer, meant, best), np.where(nearer, rest, left)
    fits = _fits(away, left, SWAPPED) & ~_groups_moved(found)
    return _frame(found, fits, str(Hypothesis.DIGITS_SWAPPED), best, left)


def _groups_moved(found: Deviation) -> np.ndarray:
    """Figures beside which another group of the same region and year has moved the same way."""
    keys = found.grid.keys
    sign = np.where(np.abs(found.distance) >= ALSO_MOVED, np.sign(found.distance), 0.0)
    moved = np.zeros(sign.shape, dtype=bool)
    for direction in (1.0, -1.0):
        here = pd.DataFrame(sign == direction)
        alike = here.groupby([keys["indicator"], keys["region"]]).transform("sum").to_numpy()
        moved |= here.to_numpy() & (alike > 1)
    return moved


def swapped(value: float) -> list[float]:
    """What a figure reads with two adjoining digits exchanged, each other figure once; the sign and point stay."""
    text = np.format_float_positional(value, trim="-")
    digits = [place for place, sign in enumerate(text) if sign.isdigit()]
    others = []
    for first, second in pairwise(digits):
        turned = list(text)
        turned[first], turned[second] = turned[second], turned[first]
        others.append(float("".join(turned)))
    return [other for other in dict.fromkeys(others) if other != value]
