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
    weights = _weights(years, starts)
    if weights is None:
        return None
    kinds, kind_of = np.unique(starts, return_inverse=True)
    first = np.array([int(np.argmax(starts == start)) for start in kinds])
    ways = first[np.array(list(_ways(tuple(kind_of.tolist()))))]
    treated = (years[None, :] >= starts[:, None]).astype(float)
    found, moved = (_estimates(item, weights, ways) for item in (z, treated))
    p = float(_p(found, moved, np.zeros(1))[0])
    low, high = _interval(found, moved) if 1 / len(ways) <= _LEVEL else (None, None)
    return Exchanged(float(found[0]), p, low, high, len(ways), float(np.sqrt(np.mean(found[1:] ** 2))))


def _weights(years: np.ndarray, starts: np.ndarray) -> Floats | None:
    """Weight of every figure in the estimate, regions × years; none where nobody can be compared.

    The estimate is the mean, over starters and their years, of the change since before the start less the same of
    those that have not begun. A row depends on the region's start alone, so that exchanged starts exchange rows.
    """
    total, parts = np.zeros((len(starts), len(years))), 0
    for region, start in enumerate(starts):
        since, before = years >= start, (years < start) & (years >= start - BASE_YEARS)
        if not before.any():
            continue
        for place in np.nonzero(since)[0]:
            waiting = starts > years[place]
            if waiting.any():
                change = np.where(before, -1.0 / before.sum(), 0.0)
                change[place] += 1
                total[region] += change
                total[waiting] -= change / waiting.sum()
                parts += 1
    return total / parts if parts else None


def _estimates(z: Floats, weights: Floats, ways: np.ndarray) -> Floats:
    """The estimate for every way, given as the region whose row of weights each region takes."""
    return (z @ weights.T)[np.arange(len(z))[None, :], ways].sum(axis=1)


def _ways(kinds: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """The true kinds of start first, then every other way, or a fixed sample of them, in which they may fall."""
    yield kinds
    counts = [kinds.count(kind) for kind in set(kinds)]
    if factorial(len(kinds)) // prod(factorial(count) for count in counts) <= MOST_EXCHANGES + 1:
        yield from (way for way in _distinct(tuple(sorted(kinds))) if way != kinds)
        return
    chance = np.random.default_rng(SEED)
    for _ in range(MOST_EXCHANGES):
        yield tuple(chance.permutation(kinds).tolist())


def _distinct(items: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Every order of the items once."""
    if len(set(items)) < 2:
        yield items
        return
    for first in sorted(set(items)):
        rest = list(items)
        rest.remove(first)
        for tail in _distinct(tuple(rest)):
            yield (first, *tail)


def _p(found: Floats, moved: Floats, effects: Floats) -> Floats:
    """For each effect: share of ways in which the estimate, less the effect in those who began, is as far from 0."""
    left = np.abs(found[None, :] - effects[:, None] * moved[None, :])
    true = left[:, :1]
    return np.asarray(np.mean(left >= true - 1e-12 * np.maximum(1.0, true), axis=1))


def _interval(found: Floats, moved: Floats) -> tuple[float | None, float | None]:
    """Outermost effects that the test at 5 % does not reject; none on a side without an end."""
    with np.errstate(divide="ignore", invalid="ignore"):
        edges = np.concatenate([(found[0] - found[1:]) / (1 - moved[1:]), (found[0] + found[1:]) / (1 + moved[1:])])
    edges = np.unique(edges[np.isfinite(edges)])
    if not len(edges):
        return None, None
    kept = edges[_p(found, moved, edges) > _LEVEL]
    reach = 10 * (1 + np.abs(edges).max())
    open_low, open_high = _p(found, moved, np.array([-reach, reach])) > _LEVEL
    low = None if open_low or not len(kept) else float(kept.min())
    return low, None if open_high or not len(kept) else float(kept.max())
