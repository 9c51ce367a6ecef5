"""Early starters against the rest: an estimate by difference in differences, judged by exchanging the starts.

With a dozen clusters standard errors by cluster are too small; the distribution of the estimate over all other ways in
which the same starts could have fallen on the regions is exact where the starts have nothing to do with the regions
(Fisher 1935; Rosenbaum 2002, Observational Studies, section 2.5). Intervals invert the test.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import factorial, prod

import numpy as np

from sxresearch.projection.scale import Floats
from sxresearch.terms import SEED

BASE_YEARS = 3
"""The level before a start is the mean of up to so many years: one carries its own chance, many the old course."""
MOST_EXCHANGES = 1999
NEVER = 9999
"""The start of a region that has not begun."""
_LEVEL = 0.05


@dataclass(frozen=True)
class Exchanged:
    """The estimate on the working scale with its 95 % interval (none where no test at 5 % is possible).

    ``p`` is two-sided; ``exchanges`` how many ways of falling were looked at (their inverse is the least p there is);
    ``spread`` is the standard deviation of the estimate over them.
    """

    value: float
    p: float
    low: float | None
    high: float | None
    exchanges: int
    spread: float


def compare_starts(years: np.ndarray, z: Floats, starts: np.ndarray) -> Exchanged | None:
    """Compare regions that began with those that had not yet; none where nothing can be compared.

    Parameters
    ----------
    years, z
        Consecutive years (length n) and figures on the working scale, regions × n, all finite.
    starts
        First year of each region's measure, :data:`NEVER` where it has none.
    """
    ways = np.array(list(_ways(starts)))
    treated = (years[None, :] >= starts[:, None]).astype(float)
    found = np.array([_estimate(years, z, way) for way in ways])
    moved = np.array([_estimate(years, treated, way) for way in ways])
    usable = np.isfinite(found)
    if not usable[0] or usable.sum() < len(ways):
        return None
    p = _p(found, moved, 0.0)
    low, high = _interval(found, moved) if 1 / len(ways) <= _LEVEL else (None, None)
    return Exchanged(float(found[0]), p, low, high, len(ways), float(np.sqrt(np.mean(found[1:] ** 2))))


def _estimate(years: np.ndarray, z: Floats, starts: np.ndarray) -> float:
    """Mean over starters and their years of (change since before the start) − (the same of those not begun yet)."""
    parts = []
    for region, start in enumerate(starts):
        since, before = years >= start, (years < start) & (years >= start - BASE_YEARS)
        if not since.any() or not before.any():
            continue
        change = z - z[:, before].mean(axis=1, keepdims=True)
        for year in np.nonzero(since)[0]:
            waiting = starts > years[year]
            if waiting.any():
                parts.append(change[region, year] - change[waiting, year].mean())
    return float(np.mean(parts)) if parts else np.nan


def _ways(starts: np.ndarray) -> Iterator[tuple[int, ...]]:
    """The true starts first, then every other way, or a fixed sample of them, in which they may fall."""
    yield tuple(starts)
    _, counts = np.unique(starts, return_counts=True)
    if factorial(len(starts)) // prod(factorial(count) for count in counts) <= MOST_EXCHANGES + 1:
        yield from (way for way in _distinct(tuple(sorted(starts))) if way != tuple(starts))
        return
    chance = np.random.default_rng(SEED)
    for _ in range(MOST_EXCHANGES):
        yield tuple(chance.permutation(starts))


def _distinct(items: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Every order of the items once."""
    if len(set(items)) == 1 or len(items) < 2:
        yield items
        return
    for first in sorted(set(items)):
        rest = list(items)
        rest.remove(first)
        for tail in _distinct(tuple(rest)):
            yield (first, *tail)


def _p(found: Floats, moved: Floats, effect: float) -> float:
    """Share of ways in which the estimate, less ``effect`` in those who began, is at least as far from 0."""
    left = np.abs(found - effect * moved)
    return float(np.mean(left >= left[0] - 1e-12 * max(1.0, left[0])))


def _interval(found: Floats, moved: Floats) -> tuple[float | None, float | None]:
    """Outermost effects that the test at 5 % does not reject; none on a side without an end."""
    others, slopes = found[1:], moved[1:]
    with np.errstate(divide="ignore", invalid="ignore"):
        edges = np.concatenate([(found[0] - others) / (1 - slopes), (found[0] + others) / (1 + slopes)])
    edges = np.unique(edges[np.isfinite(edges)])
    if not len(edges):
        return None, None
    kept = [edge for edge in edges if _p(found, moved, edge) > _LEVEL]
    reach = 10 * (1 + np.abs(edges).max())
    open_low, open_high = (_p(found, moved, side * reach) > _LEVEL for side in (-1, 1))
    low = None if open_low or not kept else float(min(kept))
    return low, None if open_high or not kept else float(max(kept))
