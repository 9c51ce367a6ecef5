"""The own paths of many regions at once, in time that grows with their years and not with the years' third power.

A walk is a Markov chain, so what figures leave unknown of it has the covariance ``p_i·q_j`` of any two years on one
side of the middle, ``i`` the one nearer to it: two vectors in place of a matrix (Meurant 1992, SIAM J. Matrix Anal.
Appl. 13, 707). Level and drift are two columns more, put in by Woodbury's identity. Every sum in the recursions is one
of positive terms. Arrays are sides × nodes × sets × regions, the nodes counted from the middle outwards.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from sxresearch.projection.scale import Floats


@dataclass(frozen=True)
class Nodes:
    """The years on either side of the middle; the shorter side is filled up with nodes that are no year.

    ``paths`` are a level of 1 and the time in years from the middle of those observed, ``step`` the years from the
    node before; of every year ``flat`` is its place among the 2·nodes, ``inner`` (Y × Y) is 1 where the row's year is
    on the column's side and nearer to the middle, ½ on the diagonal. The first ``seen`` years are observed.
    """

    paths: Floats
    step: Floats
    year: np.ndarray
    observed: np.ndarray
    flat: np.ndarray
    inner: Floats
    seen: int

    @classmethod
    @lru_cache(maxsize=64)
    def of(cls, seen: int, ahead: int) -> "Nodes":
        """Of ``seen`` observed years and ``ahead`` more."""
        years, middle = np.arange(seen + ahead), seen // 2
        time = years - (seen - 1) / 2
        sides = years[:middle][::-1], years[middle:]
        count = max(map(len, sides))
        year = np.array([np.pad(side, (0, count - len(side)), constant_values=-1) for side in sides])
        held = year >= 0
        observed = held & (year < seen)
        far = np.where(held, np.abs(time)[year], 0.0)
        step = np.where(held, np.diff(far, axis=1, prepend=0.0), 0.0)
        flat = np.empty(len(years), dtype=int)
        flat[year[held]] = np.flatnonzero(held)
        left = years < middle
        nearer = (left[:, None] == left) & (np.abs(time)[:, None] <= np.abs(time))
        inner = np.where(np.eye(len(years), dtype=bool), 0.5, nearer.astype(float))
        by_node = np.where(held, time[year], 0.0)[:, :, None, None]
        paths = np.stack([np.ones_like(by_node), by_node])
        return cls(paths, step[:, :, None, None], np.where(observed, year, 0), observed[:, :, None], flat, inner, seen)

    def placed(self, table: Floats) -> Floats:
        """A table (regions × observed years) by nodes: 2 × nodes × 1 × regions; 0 where nothing is observed."""
        return np.asarray((table.T[self.year] * self.observed)[:, :, None])

    def by_year(self, nodes: Floats) -> Floats:
        """What stands by nodes (… × 2 × nodes × sets × regions) by years: … × Y × sets × regions."""
        shape = nodes.shape
        return nodes.reshape(*shape[:-4], -1, *shape[-2:]).take(self.flat, axis=-3)


@dataclass(frozen=True)
class OwnChains:
    """What the figures say of the own paths, given the common one: level, drift and walk, read through ``known``.

    ``known`` is the precision of each working observation, the excess in it. ``grows`` and ``falls`` are the ``p`` and
    ``q`` of the walk; ``columns`` (2 × …) span what is unknown of level and drift on top of it. ``log_det`` (sets ×
    regions) is that of ``I + known·own covariance``.
    """

    nodes: Nodes
    known: Floats
    grows: Floats
    falls: Floats
    columns: Floats
    log_det: Floats

    @classmethod
    def of(cls, own: Floats, precision: Floats, nodes: Nodes) -> "OwnChains":
        """At standard deviations of level, drift, walk and excess (sets × 4); ``precision`` is regions × observed."""
        level, drift, walk, excess = own.T[:, :, None]
        noise = nodes.placed(precision)
        known = noise / (1 + excess**2 * noise)
        grows, falls, scale = _vectors(known, walk**2, nodes.step)
        rest = _left_open(nodes.paths, known, grows, falls)
        time = nodes.paths[1]
        one, steep = known * rest
        first = 1 + level**2 * one.sum(axis=(0, 1))
        across = level * drift * (time * one).sum(axis=(0, 1)) / np.sqrt(first)
        second = 1 + drift**2 * (time * steep).sum(axis=(0, 1)) - across**2
        columns = np.empty_like(rest)
        columns[0] = level / np.sqrt(first) * rest[0]
        columns[1] = (drift * rest[1] - across * columns[0]) / np.sqrt(second)
        return cls(nodes, known, grows, falls, columns, np.log(scale[0] * first) + np.log(scale[1] * second))

    def weighed(self, z: Floats) -> Floats:
        """The inverse covariance of the working observations times ``z``; sets × regions × observed years, both."""
        placed = self.nodes.placed(z)
        of_columns = self.known * self.columns
        taken = (of_columns * placed).sum(axis=(1, 2), keepdims=True)
        found = self.known * _left_open(placed, self.known, self.grows, self.falls)
        found -= of_columns[0] * taken[0]
        found -= of_columns[1] * taken[1]
        return self.nodes.by_year(found)[: self.nodes.seen].transpose(1, 2, 0)

    def information(self) -> Floats:
        """What all regions together know of a path that they share: sets × observed years², the sum of the inverses."""
        sides, count, sets, regions = self.known.shape
        inner, outer = ((self.known * item).transpose(0, 2, 1, 3) for item in (self.grows, self.falls))
        half = inner @ np.swapaxes(outer, 2, 3) * _upper_half(count)
        blocks = half + np.swapaxes(half, 2, 3)
        found = np.zeros((sets, sides * count, sides * count))
        for side in range(sides):
            part = slice(side * count, (side + 1) * count)
            found[:, part, part] = -blocks[side]
        places = np.arange(sides * count)
        found[:, places, places] += self.known.sum(axis=3).reshape(-1, sets).T
        for column in self.columns:
            table = (self.known * column).reshape(-1, sets, regions).transpose(1, 0, 2)
            found -= table @ np.swapaxes(table, 1, 2)
        flat = self.nodes.flat[: self.nodes.seen]
        return found[:, flat[:, None], flat]

    def covariance(self) -> Floats:
        """Covariance of the own paths, sets × regions × Y × Y."""
        grows, falls = (self.nodes.by_year(item).transpose(1, 2, 0) for item in (self.grows, self.falls))
        half = (grows[..., :, None] * self.nodes.inner) * falls[..., None, :]
        columns = self.nodes.by_year(self.columns).transpose(2, 3, 1, 0)
        half += 0.5 * columns @ np.swapaxes(columns, -1, -2)
        return np.asarray(half + np.swapaxes(half, -1, -2))


def _vectors(known: Floats, variance: Floats, step: Floats) -> tuple[Floats, Floats, Floats]:
    """``p``, ``q`` and per side the determinant of ``I + known·walk``; ``variance`` (sets × 1) is a year's step's.

    ``p`` is the response to a push at the middle, ``q`` that of a chain which is free at its outer end.
    """
    count = known.shape[1]
    grows, falls = np.empty_like(known), np.empty_like(known)
    way = step * variance
    slope: Floats = np.ones_like(known[:, 0])
    before: Floats = np.zeros_like(slope)
    for node in range(count):
        before = before + way[:, node] * slope
        grows[:, node] = before
        slope = slope + known[:, node] * before
    after: Floats = np.ones_like(slope)
    slope = np.zeros_like(slope)
    for node in range(count - 1, -1, -1):
        falls[:, node] = after
        slope = slope + known[:, node] * after
        after = after + way[:, node] * slope
    falls /= after[:, None]
    return grows, falls, after


def _left_open(path: Floats, known: Floats, grows: Floats, falls: Floats) -> Floats:
    """What the walk does not follow of a path (… × 2 × nodes × sets × regions) once it is observed."""
    pushed = known * path
    nearer, farther = grows * pushed, falls * pushed
    for node in range(1, known.shape[1]):  # quicker than cumsum, which adds up element by element
        nearer[..., node, :, :] += nearer[..., node - 1, :, :]
        farther[..., -1 - node, :, :] += farther[..., -node, :, :]
    followed = falls * nearer
    followed[..., :-1, :, :] += grows[..., :-1, :, :] * farther[..., 1:, :, :]
    return np.asarray(path - followed)


@lru_cache(maxsize=64)
def _upper_half(count: int) -> Floats:
    """What makes a matrix with its transpose whole again: 1 above the diagonal and ½ on it."""
    return np.triu(np.ones((count, count))) - 0.5 * np.eye(count)
