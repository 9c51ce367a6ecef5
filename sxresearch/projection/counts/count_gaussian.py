"""The Gaussian part of the count model: own and common paths given eight standard deviations, solved exactly.

Model and notation are those of :mod:`sxresearch.projection.counts.count_paths`. Everything is in closed form and
batched over regions and over points, the rows of a table of standard deviations.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

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
    own_roots: tuple[Floats, ...]  # each covariance is its root times the root's transpose
    common_roots: tuple[Floats, ...]  # the level's root first
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
        return cls(own, common, tuple(roots), (*roots, year, slope), seen)

    def own_covariance(self, sds: Floats) -> Floats:
        """Covariance of a region's own path per point, without the excess of single figures; points × Y × Y."""
        return _mixed(sds[:, LEVEL : OWN_WALK + 1], self.own)

    def common_covariance(self, sds: Floats) -> Floats:
        """Covariance of the common path per point, points × Y × Y."""
        return _mixed(sds[:, DRIFT : SLOPE + 1], self.common) + COMMON_LEVEL_SD**2

    def own_root(self, sds: Floats) -> Floats:
        """Root of the own covariance per point, points × Y × (2 + Y)."""
        return np.concatenate(
            [sd[:, None, None] * root for sd, root in zip(sds.T[LEVEL : OWN_WALK + 1], self.own_roots, strict=True)],
            axis=2,
        )

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

    half: Floats  # points × regions × observed × observed; half'·half is the inverse that own_paths speaks of
    information: Floats  # of the common path, points × observed × observed
    pull: Floats  # points × observed
    loglik: Floats  # points

    @property
    def inverse(self) -> Floats:
        """Inverse covariance of the working observations given the common path, points × regions × observed²."""
        return np.swapaxes(self.half, 2, 3) @ self.half


def own_paths(sds: Floats, working: WorkingObservations, shapes: UnitCovariances) -> OwnPaths:
    """Integrate the own paths out, for every row of ``sds``; only its own columns count.

    ``inverse = (own + excess·I + 1/precision)⁻¹``, written with the square root of the precision so that a year
    without a figure (precision 0) drops out (Rasmussen & Williams 2006, equations 3.26–3.27).
    """
    points, (regions, seen) = len(sds), working.z.shape
    own = shapes.own_covariance(sds)[:, :seen, :seen] + sds[:, EXCESS, None, None] ** 2 * np.eye(seen)
    root = np.sqrt(working.precision)
    factor = np.linalg.cholesky(np.eye(seen) + root[:, :, None] * root[:, None, :] * own[:, None])
    half = np.linalg.inv(factor) * root[:, None, :]  # the small information on a level stays exact
    stacked, left = half.reshape(points, regions * seen, seen), half @ working.z[:, :, None]
    left = left.reshape(points, regions * seen)
    turned = np.swapaxes(stacked, 1, 2)
    loglik = -np.log(np.diagonal(factor, axis1=2, axis2=3)).sum(axis=(1, 2)) - 0.5 * np.square(left).sum(axis=1)
    return OwnPaths(half, turned @ stacked, (turned @ left[:, :, None])[:, :, 0], loglik)


def posterior_means(mode: Floats, working: WorkingObservations, shapes: UnitCovariances) -> Floats:
    """Posterior mean of eta with excess in the observed years, relative to the overall level."""
    sds, seen = mode[None], shapes.seen
    integrated = own_paths(sds, working, shapes)
    own = shapes.own_covariance(sds)[0, :seen, :seen] + mode[EXCESS] ** 2 * np.eye(seen)
    common = shapes.common_covariance(sds)[0, :seen, :seen]
    path = common @ np.linalg.solve(np.eye(seen) + integrated.information[0] @ common, integrated.pull[0])
    rest = (integrated.inverse[0] @ (working.z - path)[:, :, None])[:, :, 0]
    return path + rest @ own


@dataclass(frozen=True)
class Kriging:
    """The own paths at some sets of own standard deviations, given the common path; the first axis is the sets.

    ``integrated`` is what :func:`own_paths` gives for them; ``covariance`` (sets × regions × Y × Y) that of the own
    paths, ``weights`` (sets × regions × Y × observed) what they take from the observations, ``passed = I − weights``
    (sets × regions × Y × Y) what they leave of the common path.
    """

    integrated: OwnPaths
    covariance: Floats
    weights: Floats
    passed: Floats

    @classmethod
    def of(cls, sds: Floats, working: WorkingObservations, shapes: UnitCovariances) -> "Kriging":
        """At the own standard deviations of every row of ``sds`` (Rasmussen & Williams 2006, section 2.7)."""
        known = working.precision / (1 + sds[:, EXCESS, None, None] ** 2 * working.precision)
        root = shapes.own_root(sds)
        read = root[:, None, : shapes.seen]
        own = _posterior_root(root[:, None], np.swapaxes(read, 2, 3) @ (known[..., None] * read))
        covariance = np.swapaxes(own, 2, 3) @ own
        weights = covariance[..., : shapes.seen] * known[:, :, None, :]
        passed = np.broadcast_to(np.eye(root.shape[1]), covariance.shape).copy()
        passed[..., : shapes.seen] -= weights
        return cls(own_paths(sds, working, shapes), covariance, weights, passed)


def posterior(
    sds: Floats, working: WorkingObservations, shapes: UnitCovariances, kriging: Kriging, of_set: np.ndarray
) -> tuple[Floats, Floats, Floats]:
    """Mean (points × regions × Y), covariance (points × regions × Y × Y) and the common path's variance (points × Y).

    ``of_set`` (points,) is the place in ``kriging`` of each point's own standard deviations; the common path's own
    uncertainty comes in by what the own paths leave of it. Variances are sums of squares, never differences: a level
    all but unknown before (variance 4) and known to 1e-7 after keeps all its digits.
    """
    seen, integrated = shapes.seen, kriging.integrated
    root = shapes.common_root(sds)
    read = root[:, :seen]
    common = _posterior_root(root, np.swapaxes(read, 1, 2) @ integrated.information[of_set] @ read)
    turned = np.swapaxes(common, 1, 2)
    path = (turned @ (common[:, :, :seen] @ integrated.pull[of_set][:, :, None]))[:, :, 0]
    rest = working.z - path[:, None, :seen]
    mean = path[:, None] + (kriging.weights[of_set] @ rest[..., None])[..., 0]
    shared = kriging.passed[of_set] @ turned[:, None]
    covariance = kriging.covariance[of_set] + shared @ np.swapaxes(shared, 2, 3)
    return mean, covariance, np.square(common).sum(axis=1)


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
    integrated = own_paths(sds[None], working, shapes)
    read = shapes.common_root(sds[None])[0, : shapes.seen]
    common = _posterior_root(read, read.T @ integrated.information[0] @ read)
    inverse = integrated.inverse[0]
    path = common.T @ (common @ integrated.pull[0])
    known = working.precision > 0
    through = common @ inverse
    precision = np.diagonal(inverse, axis1=1, axis2=2) - np.square(through).sum(axis=1)
    variance = 1 / np.where(known, np.maximum(precision, 1e-12), 1.0)
    mean = working.z - (inverse @ (working.z - path)[:, :, None])[:, :, 0] * variance
    noise = 1 / np.where(known, working.precision, 1.0)
    return np.where(known, mean, 0.0), np.where(known, np.maximum(variance - noise, 0.0), 0.0)
