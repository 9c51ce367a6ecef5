"""Which regions stand beside one: its peers, those above it up to the nation, and its parts."""

from collections.abc import Iterator
from dataclasses import dataclass

from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Level


@dataclass(frozen=True)
class Neighbours:
    """``peers``: the others of the same level under the same parent; ``above``: the regions that hold it, the nearest
    first; ``parts``: the regions right below it. Each in the order of the region list.
    """

    peers: tuple[Region, ...]
    above: tuple[Region, ...]
    parts: tuple[Region, ...]

    @property
    def codes(self) -> frozenset[str]:
        """The codes of them all."""
        return frozenset(region.code for group in (self.peers, self.above, self.parts) for region in group)


def neighbours(regions: Regions, region: Region) -> Neighbours:
    """The neighbours of ``region``; the nation stands above every other, and has neither peers nor parts here."""
    beside = regions.below(region.parent) if region.parent else ()
    peers = tuple(other for other in beside if other.level is region.level and other.code != region.code)
    return Neighbours(peers, tuple(_above(regions, region)), parts_of(regions, region))


def parts_of(regions: Regions, region: Region) -> tuple[Region, ...]:
    """The regions right below, in the order of the region list."""
    return regions.below(region.code)


def _above(regions: Regions, region: Region) -> Iterator[Region]:
    if region.level is Level.NATION:
        return
    above = tuple(regions.above(region.code))
    yield from above
    yield from (nation for nation in regions.nations if nation not in above)  # a list may hold it as a parent too
