"""How many targets will be missed: the mean, and an 80 % range from joint draws.

Targets are not missed one by one. The joint distribution is a Gaussian copula of one-factor form (Li 2000, *Journal of
Fixed Income* 9(4), 43): a target is missed where a standard normal falls below the quantile of 1 − P, and these normals
are correlated

* within an indicator across regions by the share of its variance that the projection finds in common
  (``common_share`` of the verdict table), at least RELATED;
* across indicators, in one region or several, by RELATED. This is assumed, on the wide side: on real panels errors of
  different indicators of one region correlate .1 on average (docs/method.md), and the range covers more than 80 %;
* fully between targets of one indicator in one region.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from scipy import special

from sxresearch.projection.scale import Floats
from sxresearch.terms import SEED

RELATED = 0.30
COVERAGE = 0.80
DRAWS = 4_096
PORTION = 2**14
"""So many normals are looked at together: they stay near the processor, however many regions there are."""

ROWS_KEPT = 64
"""Normals of one region are drawn and kept in multiples of so many rows: regions have about as many indicators."""
_BY_INDICATOR = attrgetter("indicator", "region", "p", "common")


class OpenTarget(NamedTuple):
    """A target that is not decided yet: whose, about what, P(met), and the share of variance that regions share."""

    region: str
    indicator: str
    p: float
    common: float = RELATED


@dataclass(frozen=True)
class MissCount:
    """Targets that will be missed: how many on average, and the 80 % range; those already missed are counted."""

    expected: float
    low: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError(f"a range needs two counts in order, got {self.low} and {self.high}")


def expected_misses(missed: int, chances: Iterable[float]) -> float:
    """How many targets will be missed on average: those that are already, and 1 − P of each open one that has a P."""
    return float(missed + sum(1 - p for p in chances))


def miss_count(missed: int, targets: Sequence[OpenTarget]) -> MissCount:
    """The mean and the 80 % range of the number of misses, ``missed`` of them decided already.

    The range is central: the smallest counts at or below which lie 10 and 90 % of the joint draws, so it holds at least
    80 %. The draws are the same for the same targets, in whatever order they come.
    """
    expected = expected_misses(missed, (target.p for target in targets))
    if not targets:
        return MissCount(expected, missed, missed)
    tails = ((1 - COVERAGE) / 2, (1 + COVERAGE) / 2)
    low, high = np.quantile(_drawn(targets), tails, method="inverted_cdf")
    return MissCount(expected, missed + int(low), missed + int(high))


def _drawn(targets: Sequence[OpenTarget]) -> np.ndarray:
    """Number of misses in each joint draw."""
    if len({target.region for target in targets}) == 1:
        return _drawn_of_one_region(targets)
    rng = np.random.default_rng(SEED)
    everywhere, missed = rng.standard_normal((DRAWS, 1)), np.zeros(DRAWS, dtype=int)
    for _, mine in groupby(sorted(targets, key=_BY_INDICATOR), key=attrgetter("indicator")):
        missed += _missed(list(mine), everywhere, rng)
    return missed


def _drawn_of_one_region(targets: Sequence[OpenTarget]) -> np.ndarray:
    """The same for targets of one region: the normals that would be drawn are those of every other single region."""
    ordered = sorted(targets, key=_BY_INDICATOR)
    indicators = {name: place for place, name in enumerate(dict.fromkeys(target.indicator for target in ordered))}
    group = np.array([indicators[target.indicator] for target in ordered])
    rows = 1 + 2 * len(indicators)
    normals = _normals(-(-rows // ROWS_KEPT) * ROWS_KEPT, DRAWS)  # the first are the same however many are drawn
    everywhere, alike, own = normals[0], normals[1 + 2 * group], normals[2 + 2 * group]
    weight = np.clip([target.common for target in ordered], RELATED, 1.0)[:, None]
    cut = special.ndtri(1 - np.array([target.p for target in ordered]))[:, None]
    own *= np.sqrt(1 - weight)
    own += np.sqrt(RELATED) * everywhere + np.sqrt(weight - RELATED) * alike
    return np.count_nonzero(own < cut, axis=0)


@lru_cache(maxsize=2)
def _normals(rows: int, draws: int) -> Floats:
    """The first rows × draws standard normals of the generator."""
    return np.random.default_rng(SEED).standard_normal((rows, draws))


def _missed(targets: list[OpenTarget], everywhere: Floats, rng: np.random.Generator) -> np.ndarray:
    """Misses among the targets of one indicator, per draw."""
    places = {region: place for place, region in enumerate(sorted({target.region for target in targets}))}
    place = [places[target.region] for target in targets]
    alike = rng.standard_normal((DRAWS, 1))
    common = np.clip([target.common for target in targets], RELATED, 1.0)
    cut = special.ndtri(1 - np.array([target.p for target in targets]))
    every_region_once = place == list(range(len(places)))
    weight = common[:1] if (common == common[0]).all() else common  # where it is one number, so is what it multiplies
    missed = np.empty(DRAWS, dtype=int)
    for rows in _portions(len(places)):
        own = rng.standard_normal((rows.stop - rows.start, len(places)))
        own = own if every_region_once else own[:, place]
        own *= np.sqrt(1 - weight)
        own += np.sqrt(RELATED) * everywhere[rows] + np.sqrt(weight - RELATED) * alike[rows]
        missed[rows] = np.count_nonzero(own < cut, axis=1)
    return missed


def _portions(columns: int) -> Iterator[slice]:
    """The draws in portions of about PORTION numbers: the same numbers, drawn in the same order."""
    step = max(1, PORTION // columns)
    yield from (slice(first, min(first + step, DRAWS)) for first in range(0, DRAWS, step))
