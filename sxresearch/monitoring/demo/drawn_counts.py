"""Counts behind the demonstration figures: drawn for counties, summed to cities and the province.

Because every figure is a sum of the same counts, groups add up to the total and
counties to their city.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sxresearch.monitoring.demo.population import share_of, whole
from sxresearch.monitoring.demo.profiles import to_unit
from sxresearch.monitoring.demo.seeds import generator
from sxresearch.plan.indicators import Indicator
from sxresearch.terms import GROUP_PAIRS, Group, Unit

FACTOR = {
    Unit.PERCENT: 100,
    Unit.PER_MILLE: 1000,
    Unit.PER_10K: 10_000,
    Unit.PER_100K: 100_000,
    Unit.PER_1000_POPULATION: 1000,
    Unit.PER_1000_CHILDREN: 1000,
    Unit.RATIO: 1,
}
"""What numerator / denominator is multiplied with to give the published figure."""

_RARE = {Unit.PER_MILLE, Unit.PER_10K, Unit.PER_100K}


@dataclass(frozen=True)
class Counts:
    """Events and those at risk; whole numbers, shape (regions, years)."""

    numerator: np.ndarray
    denominator: np.ndarray

    def summed(self) -> "Counts":
        """All regions together, shape (1, years)."""
        return Counts(self.numerator.sum(axis=0, keepdims=True), self.denominator.sum(axis=0, keepdims=True))

    def minus(self, part: "Counts") -> "Counts":
        """What is left beside ``part``."""
        return Counts(self.numerator - part.numerator, self.denominator - part.denominator)

    def held(self, positions: np.ndarray) -> "Counts":
        """Every year with the counts of the year at its position (bodies elected for several years)."""
        return Counts(self.numerator[:, positions], self.denominator[:, positions])

    def level(self, indicator: Indicator) -> np.ndarray:
        """The published figures in the indicator's unit, rounded to its decimals."""
        share: np.ndarray = self.numerator / self.denominator
        return np.round(share * FACTOR[indicator.unit], indicator.decimals)


def stacked(parts: Sequence[Counts]) -> Counts:
    """The regions of several tables of counts below one another."""
    return Counts(
        np.concatenate([part.numerator for part in parts]), np.concatenate([part.denominator for part in parts])
    )


@dataclass(frozen=True)
class Draw:
    """What one city's counts are drawn from."""

    city: str
    indicator: Indicator
    path: np.ndarray
    """Counties' true levels on the working scale, shape (counties, years)."""
    offsets: Mapping[Group, float]
    exposure: np.ndarray
    """Denominators of the total, shape (counties, years)."""

    def chances(self, group: Group) -> np.ndarray:
        """True share or rate of a group, as numerator per denominator."""
        return to_unit(self.path + self.offsets.get(group, 0.0), self.indicator) / FACTOR[self.indicator.unit]

    def generator(self, group: Group) -> np.random.Generator:
        """The source of chance of one group."""
        return generator(self.city, self.indicator.id, group)

    def of_groups(self) -> dict[Group, Counts]:
        """Counts of the total and of every group with an offset."""
        pair = next((pair for pair in GROUP_PAIRS if set(pair) <= set(self.offsets)), None)
        found = self._from(pair) if pair else {Group.TOTAL: self._drawn(Group.TOTAL, self.exposure)}
        for first, second in GROUP_PAIRS:
            if {first, second} & set(self.offsets) and not {first, second} & set(found):
                part = self._split(found[Group.TOTAL], first, second)
                found |= {first: part, second: found[Group.TOTAL].minus(part)}
        return {group: counts for group, counts in found.items() if group is Group.TOTAL or group in self.offsets}

    def _from(self, pair: tuple[Group, Group]) -> dict[Group, Counts]:
        first, second = pair
        size = self._size(first)
        one, other = self._drawn(first, size), self._drawn(second, self.exposure - size)
        both = Counts(one.numerator + other.numerator, one.denominator + other.denominator)
        return {Group.TOTAL: both, first: one, second: other}

    def _size(self, group: Group) -> np.ndarray:
        return whole(self.exposure * share_of(group))

    def _drawn(self, group: Group, size: np.ndarray) -> Counts:
        chances, chance = self.chances(group), self.generator(group)
        if self.indicator.bounded:
            events = chance.binomial(size, np.clip(chances, 0, 1))
        elif self.indicator.unit in _RARE:
            events = chance.poisson(size * chances)
        else:  # large numbers of places or pupils: no counting noise worth the name
            events = whole(size * chances)
        return Counts(events, size)

    def _split(self, total: Counts, first: Group, second: Group) -> Counts:
        """The part of ``first`` in a total that has been drawn already."""
        size = whole(total.denominator * share_of(first))
        rest = total.denominator - size
        if not self.indicator.bounded:
            weight = size * self.chances(first)
            share = weight / np.maximum(weight + rest * self.chances(second), 1e-300)
            return Counts(self.generator(first).binomial(total.numerator, share), size)
        lacking = total.denominator - total.numerator
        few = lacking < total.numerator  # the smaller side is split, so that chance can't overfill a group
        odds = [np.where(few, 1 - self.chances(group), self.chances(group)) for group in (first, second)]
        share = size * odds[0] / np.maximum(size * odds[0] + rest * odds[1], 1e-300)
        smaller = np.where(few, lacking, total.numerator)
        taken = np.clip(self.generator(first).binomial(smaller, share), smaller - rest, size)
        return Counts(np.where(few, size - taken, taken), size)
