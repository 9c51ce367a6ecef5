"""The Gaussian part of the count model: own and common paths given eight standard deviations, solved exactly.

Model and notation are those of :mod:`sxresearch.projection.counts.count_paths`. Everything is in closed form and
batched over regions and over points, the rows of a table of standard deviations.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from sxresearch.projection.counts.own_chains import Nodes, OwnChains
from sxresearch.projection.scale import Floats

# The eight standard deviations, link scale: columns of a table `sds` (points × 8).
LEVEL, OWN_DRIFT, OWN_WALK, EXCESS, DRIFT, WALK, YEAR, SLOPE = range(8)
OWN = slice(LEVEL, EXCESS + 1)
AT_ONCE = 4000  # own paths integrated out together, to keep memory small in panels of thousands of regions
COMMON_LEVEL_SD = 2.0  # around the panel's overall rate: says nothing
SLOPE_PERSISTENCE = 0.9  # of the moving slope from year to year, as in the common path of figures without counts


@dataclass(frozen=True)
class UnitCovariances:
    """Covariances of paths with unit standard deviations over all years; the first ``seen`` columns are observed."""

    own: Floats  # level, drift, walk
    common: Floats  # drift, walk, year, moving slope
    common_roots: tuple[Floats, ...]  # the level's first; each covariance is its root times the root's transpose
    seen: int

    @classmethod
    @lru_cache(maxsize=64)
    def of(cls, seen: int, ahead: int) -> "UnitCovariances":
        """Over ``seen`` observed years and ``ahead`` more."""
        t = np.arange(seen + ahead) - (seen - 1) / 2
        same_side = np.sign(t)[:, None] == np.sign(t)[None, :]
        walk = np.where(same_side, np.minimum(np.abs(t)[:, None], np.abs(t)[None, :]), 0.0)
        drift, year, slope = np.outer(t, t), np.eye(len(t)), _moved_root(len(t))
        # the walk adds up its yearly steps, away from the middle
        steps = np.sqrt(np.minimum(np.abs(t), 1.0)) * (same_side & (np.abs(t)[None, :] <= np.abs(t)[:, None]))
        roots: list[Floats] = [np.ones((len(t), 1)), np.atleast_2d(t.astype(float)).T, np.asarray(steps)]
        own, common = np.stack([np.ones_like(walk), drift, walk]), np.stack([drift, walk, year, slope @ slope.T])
        return cls(own, common, (*roots, year, slope), seen)

    def own_covariance(self, sds: Floats) -> Floats:
        """Covariance of a region's own path per point, without the excess of single figures; points × Y × Y."""
        return _mixed(sds[:, LEVEL : OWN_WALK + 1], self.own)

    def common_covariance(self, sds: Floats) -> Floats:
        """Covariance of the common path per point, points × Y × Y."""
        return _mixed(sds[:, DRIFT : SLOPE + 1], self.common) + COMMON_LEVEL_SD**2

    def common_root(self, sds: Floats) -> Floats:
        """Root of the common covariance per point, points × Y × (1 + 3·Y)."""
        level = np.full(len(sds), COMMON_LEVEL_SD)
        parts = zip((level, *sds.T[DRIFT : SLOPE + 1]), self.common_roots, strict=True)
        return np.concatenate([sd[:, None, None] * root for sd, root in parts], axis=2)


def _mixed(sds: Floats, unit: Floats) -> Floats:
    """Sums of unit covariances (K × Y × Y) with variances ``sds²`` (points × K); points × Y × Y."""
    years = unit.shape[1]
    return (sds**2 @ unit.reshape(len(unit), -1)).reshape(-1, years, years)


def _moved_root(years: int) -> Floats:
    """Root of the covariance of the way gone since the first year at a slope that is a stationary AR(1) of variance 1.

    Its columns are that AR(1)'s shocks.
    """
    lag = np.arange(years - 1)[:, None] - np.arange(years - 1)
    size = np.where(np.arange(years - 1) == 0, 1.0, np.sqrt(1 - SLOPE_PERSISTENCE**2))
    slope = np.where(lag >= 0, SLOPE_PERSISTENCE ** np.maximum(lag, 0), 0.0) * size
    return np.vstack([np.zeros((1, years - 1)), slope.cumsum(axis=0)])


@dataclass(frozen=True)
class WorkingObservations:
    """Observations of the linearised model around the overall level, and their precision; regions × observed years."""

    z: Floats
    precision: Floats

    def of(self, rows: np.ndarray) -> "WorkingObservations":
        """Those of some regions."""
        return WorkingObservations(self.z[rows], self.precision[rows])


@dataclass(frozen=True)
class OwnPaths:
    """The own paths of all regions integrated out, for every point."""

    information: Floats  # of the common path, points × observed × observed
    pull: Floats  # points × observed
    loglik: Floats  # points


def own_paths(sds: Floats, working: WorkingObservations, shapes: UnitCovariances) -> OwnPaths:
    """Integrate the own paths out, for every row of ``sds``; only its own columns count.

    Of every region it is the inverse of ``own + excess·I + 1/precision``; a year without a figure (precision 0) drops
    out.
    """
    chains = OwnChains.of(sds[:, OWN], working.precision, Nodes.of(shapes.seen, 0))
    return _integrated(chains, sds, working)


def _integrated(chains: OwnChains, sds: Floats, working: WorkingObservations) -> OwnPaths:
    weighed = chains.weighed(working.z)
    square = (weighed * working.z).sum(axis=(1, 2))
    widened = np.log1p(sds[:, EXCESS, None, None] ** 2 * working.precision).sum(axis=(1, 2))
    loglik = -0.5 * (widened + chains.log_det.sum(axis=1) + square)
    return OwnPaths(chains.information(), weighed.sum(axis=1), loglik)


def posterior_means(mode: Floats, working: WorkingObservations, shapes: UnitCovariances) -> Floats:
    """Posterior mean of eta with excess in the observed years, relative to the overall level."""
    sds, seen = mode[None], shapes.seen
    chains = OwnChains.of(sds[:, OWN], working.precision, Nodes.of(seen, 0))
    integrated = _integrated(chains, sds, working)
    own = shapes.own_covariance(sds)[0, :seen, :seen] + mode[EXCESS] ** 2 * np.eye(seen)
    common = shapes.common_covariance(sds)[0, :seen, :seen]
    path = common @ np.linalg.solve(np.eye(seen) + integrated.information[0] @ common, integrated.pull[0])
    return path + chains.weighed(working.z - path)[0] @ own


@dataclass(frozen=True)
class Kriging:
    """The own paths at some sets of own standard deviations, given the common path; the first axis is the sets.

    ``covariance`` (sets × regions × Y × Y) is that of the own paths, ``taken`` (sets × regions × Y) what they take from
    the observations, ``passed`` (sets × regions × Y × Y) what they leave of the common path.
    """

    covariance: Floats
    taken: Floats
    passed: Floats

    @classmethod
    def of(cls, sds: Floats, working: WorkingObservations, shapes: UnitCovariances) -> "Kriging":
        """At the own standard deviations of every row of ``sds`` (Rasmussen & Williams 2006, section 2.7)."""
        years, seen = shapes.own.shape[1], shapes.seen
        chains = OwnChains.of(sds[:, OWN], working.precision, Nodes.of(seen, years - seen))
        covariance = chains.covariance()
        known = working.precision / (1 + sds[:, EXCESS, None, None] ** 2 * working.precision)
        weights = covariance[..., :seen] * known[:, :, None]
        passed = np.zeros_like(covariance)
        passed[..., :seen] = -weights
        passed[..., np.arange(years), np.arange(years)] += 1.0
        return cls(covariance, (weights @ working.z[:, :, None])[..., 0], passed)


@dataclass(frozen=True)
class CommonPaths:
    """The common path at some points: means (points × Y) and roots ``U`` (points × Y × Y), ``U'U`` the covariance."""

    mean: Floats
    root: Floats

    @classmethod
    def of(cls, sds: Floats, integrated: OwnPaths, shapes: UnitCovariances) -> "CommonPaths":
        """Once the own paths are integrated out at the same points.

        Variances are sums of squares, never differences: a level all but unknown before (variance 4) and known to 1e-7
        after keeps all its digits.
        """
        seen = shapes.seen
        root = np.swapaxes(np.linalg.qr(np.swapaxes(shapes.common_root(sds), 1, 2), mode="r"), 1, 2)
        read = root[:, :seen]
        found = _posterior_root(root, np.swapaxes(read, 1, 2) @ integrated.information @ read)
        mean = np.swapaxes(found, 1, 2) @ (found[:, :, :seen] @ integrated.pull[:, :, None])
        return cls(mean[:, :, 0], found)


def posterior(kriging: Kriging, place: int, mean: Floats, root: Floats) -> tuple[Floats, Floats]:
    """Means and variances of a point's paths, each regions × Y.

    ``place`` is that of its own standard deviations in ``kriging``; ``mean`` (Y,) and ``root`` (Y × Y) are those of its
    common path, whose own uncertainty comes in by what the own paths leave of it.
    """
    passed = kriging.passed[place]
    shape, years = passed.shape[:2], passed.shape[2]
    both = passed.reshape(-1, years) @ np.column_stack([root.T, mean])
    shared = np.square(both[:, :years]).sum(axis=1).reshape(shape)
    own = np.diagonal(kriging.covariance[place], axis1=1, axis2=2)
    return kriging.taken[place] + both[:, years].reshape(shape), own + shared


def passed_on(passed: Floats, covariance: Floats) -> Floats:
    """What the common path's covariance (Y × Y) adds to each region's own, regions × Y × Y, by ``passed`` of it."""
    through = (passed.reshape(-1, passed.shape[2]) @ covariance).reshape(passed.shape)
    return np.asarray(through @ np.swapaxes(passed, 1, 2))


def _posterior_root(root: Floats, information: Floats) -> Floats:
    """``U`` (… × K × Y) with ``U'U`` the covariance of a path once its observed years are known.

    The path is ``root`` (… × Y × K) times independent standard normals, on which the observed years bring
    ``information`` (… × K × K) beside the unit that they start with.
    """
    precision = np.eye(root.shape[-1]) + information
    return np.asarray(np.linalg.solve(np.linalg.cholesky(precision), np.swapaxes(root, -1, -2)))


def left_out(sds: Floats, working: WorkingObservations, shapes: UnitCovariances) -> tuple[Floats, Floats]:
    """Mean and variance of eta with excess in each cell given all other figures at one point; regions × observed years.

    With ``K`` the covariance of all working observations, ``z − (K⁻¹z)/diag K⁻¹`` and ``1/diag K⁻¹`` are mean and
    variance of each one given the others (Rasmussen & Williams 2006, equations 5.12); its own noise is taken off
    again. Where there is no figure both are 0.
    """
    chains = OwnChains.of(sds[None, OWN], working.precision, Nodes.of(shapes.seen, 0))
    integrated = _integrated(chains, sds[None], working)
    read = shapes.common_root(sds[None])[0, : shapes.seen]
    common = _posterior_root(read, read.T @ integrated.information[0] @ read)
    path = common.T @ (common @ integrated.pull[0])
    known, weight = working.precision > 0, working.precision / (1 + sds[EXCESS] ** 2 * working.precision)
    inverse = -weight[:, :, None] * chains.covariance()[0] * weight[:, None, :]
    inverse[:, np.arange(shapes.seen), np.arange(shapes.seen)] += weight
    through = common @ inverse
    precision = np.diagonal(inverse, axis1=1, axis2=2) - np.square(through).sum(axis=1)
    variance = 1 / np.where(known, np.maximum(precision, 1e-12), 1.0)
    mean = working.z - (inverse @ (working.z - path)[:, :, None])[:, :, 0] * variance
    noise = 1 / np.where(known, working.precision, 1.0)
    return np.where(known, mean, 0.0), np.where(known, np.maximum(variance - noise, 0.0), 0.0)
