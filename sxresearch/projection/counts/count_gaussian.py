"""The Gaussian part of the count model: own and common paths given eight standard deviations, solved exactly.

Model and notation are those of :mod:`sxresearch.projection.counts.count_paths`. Everything is in closed form and
batched over regions.
"""

from dataclasses import dataclass

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

    def covariances(self, sds: Floats) -> tuple[Floats, Floats]:
        """Own and common covariance per point, points × Y × Y."""
        own = np.einsum("gk,kst->gst", sds[:, LEVEL : OWN_WALK + 1] ** 2, self.own)
        common = np.einsum("gk,kst->gst", sds[:, DRIFT : SLOPE + 1] ** 2, self.common)
        return own, common + COMMON_LEVEL_SD**2

    def roots(self, sds: Floats) -> tuple[Floats, Floats]:
        """Roots of the own and the common covariance at one point, Y × (2 + Y) and Y × (1 + 3·Y)."""
        own, common = sds[LEVEL : OWN_WALK + 1], (COMMON_LEVEL_SD, *sds[DRIFT : SLOPE + 1])
        return (
            np.hstack([sd * root for sd, root in zip(own, self.own_roots, strict=True)]),
            np.hstack([sd * root for sd, root in zip(common, self.common_roots, strict=True)]),
        )


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
    """The own paths of all regions integrated out, for some rows of standard deviations; first axis = rows."""

    inverse: Floats  # rows × regions × observed × observed
    information: Floats  # of the common path, rows × observed × observed
    pull: Floats  # rows × observed
    loglik: Floats  # rows


def own_paths(sds: Floats, working: WorkingObservations, shapes: UnitCovariances) -> OwnPaths:
    """Integrate the own paths out, for every row of ``sds``; only its own columns count.

    ``inverse = (own + excess·I + 1/precision)⁻¹``, written with the square root of the precision so that a year
    without a figure (precision 0) drops out (Rasmussen & Williams 2006, equations 3.26–3.27).
    """
    own = shapes.covariances(sds)[0][:, : shapes.seen, : shapes.seen]
    unit = np.eye(shapes.seen)
    own = own + sds[:, EXCESS, None, None] ** 2 * unit
    root = np.sqrt(working.precision)
    both = root[:, :, None] * root[:, None, :]
    matrix = unit + both * own[:, None]
    factor = np.linalg.cholesky(matrix)
    half = np.linalg.inv(factor) * root[:, None, :]  # of the inverse: the small information on a level stays exact
    inverse = np.swapaxes(half, 2, 3) @ half
    pulled = np.einsum("grst,rt->grs", inverse, working.z)
    loglik = -np.log(np.diagonal(factor, axis1=2, axis2=3)).sum(axis=(1, 2))
    loglik -= 0.5 * np.einsum("grs,rs->g", pulled, working.z)
    return OwnPaths(inverse, inverse.sum(axis=1), pulled.sum(axis=1), loglik)


class Likelihood:
    """Log marginal likelihood of standard deviations given the working observations of a panel.

    What the own paths say depends on the own standard deviations alone; it is computed once for each set of them.
    """

    def __init__(self, working: WorkingObservations, shapes: UnitCovariances):
        self._working, self._shapes = working, shapes
        self._own: dict[bytes, tuple[Floats, Floats, float]] = {}

    def __call__(self, sds: Floats) -> Floats:
        """One number per row of ``sds`` (points × 7); the common path is integrated out in closed form."""
        keys = [row[OWN].tobytes() for row in sds]
        new = {key: place for place, key in enumerate(keys) if key not in self._own}
        at_once = max(AT_ONCE // len(self._working.z), 1)
        keyed = list(new)
        for some in (keyed[first : first + at_once] for first in range(0, len(keyed), at_once)):
            found = own_paths(sds[[new[key] for key in some]], self._working, self._shapes)
            for key, *parts in zip(some, found.information, found.pull, found.loglik, strict=True):
                self._own[key] = tuple(parts)
        information, pull, loglik = map(np.array, zip(*(self._own[key] for key in keys), strict=True))
        seen = self._shapes.seen
        common = self._shapes.covariances(sds)[1][:, :seen, :seen]
        open_ = np.eye(seen) + information @ common
        path = (common @ np.linalg.solve(open_, pull[:, :, None]))[:, :, 0]
        total: Floats = loglik - 0.5 * np.linalg.slogdet(open_)[1] + 0.5 * np.einsum("gs,gs->g", pull, path)
        return total


def posterior_means(mode: Floats, working: WorkingObservations, shapes: UnitCovariances) -> Floats:
    """Posterior mean of eta with excess in the observed years, relative to the overall level."""
    integrated = own_paths(mode[None], working, shapes)
    own, common = (item[0, : shapes.seen, : shapes.seen] for item in shapes.covariances(mode[None]))
    own = own + mode[EXCESS] ** 2 * np.eye(shapes.seen)
    path = common @ np.linalg.solve(np.eye(shapes.seen) + integrated.information[0] @ common, integrated.pull[0])
    rest = np.einsum("rst,rt->rs", integrated.inverse[0], working.z - path)
    return path + rest @ own


@dataclass(frozen=True)
class Kriging:
    """The own paths at one set of own standard deviations, given the common path.

    ``integrated`` is what :func:`own_paths` gives for them; ``covariance`` (regions × Y × Y) that of the own paths,
    ``weights`` (regions × Y × observed) what they take from the observations, ``passed = I − weights``
    (regions × Y × Y) what they leave of the common path.
    """

    integrated: OwnPaths
    covariance: Floats
    weights: Floats
    passed: Floats

    @classmethod
    def of(cls, sds: Floats, working: WorkingObservations, shapes: UnitCovariances) -> "Kriging":
        """At the own standard deviations of ``sds`` (8,) (Rasmussen & Williams 2006, section 2.7)."""
        known = working.precision / (1 + sds[EXCESS] ** 2 * working.precision)
        own = _posterior_root(shapes.roots(sds)[0], known[:, :, None] * np.eye(shapes.seen), shapes.seen)
        covariance = np.swapaxes(own, 1, 2) @ own
        weights = covariance[:, :, : shapes.seen] * known[:, None, :]
        passed = np.repeat(np.eye(covariance.shape[1])[None], len(weights), axis=0)
        passed[:, :, : shapes.seen] -= weights
        return cls(own_paths(sds[None], working, shapes), covariance, weights, passed)


def posterior(
    sds: Floats, working: WorkingObservations, shapes: UnitCovariances, kriging: Kriging
) -> tuple[Floats, Floats, Floats]:
    """Mean (regions × Y), covariance (regions × Y × Y) and the common path's variance (Y) at one point.

    ``kriging`` is that of the same own standard deviations; the common path's own uncertainty comes in by what the own
    paths leave of it. Variances are sums of squares, never differences: a level all but unknown before (variance 4) and
    known to 1e-7 after keeps all its digits.
    """
    seen, integrated = slice(shapes.seen), kriging.integrated
    common = _posterior_root(shapes.roots(sds)[1], integrated.information[0], shapes.seen)
    path, path_covariance = common.T @ (common[:, seen] @ integrated.pull[0]), common.T @ common
    mean = path + np.einsum("rft,rt->rf", kriging.weights, working.z - path[seen])
    shared = kriging.passed @ common.T
    return mean, kriging.covariance + shared @ np.swapaxes(shared, 1, 2), np.diagonal(path_covariance)


def _posterior_root(root: Floats, information: Floats, seen: int) -> Floats:
    """``U`` (… × K × Y) with ``U'U`` the covariance of a path once its observed years bring ``information``.

    The path is ``root`` (Y × K) times independent standard normals, whose precision becomes ``I + root' J root``.
    """
    read = root[:seen]
    precision = np.eye(root.shape[1]) + read.T @ information @ read
    return np.asarray(np.linalg.solve(np.linalg.cholesky(precision), root.T))


def left_out(sds: Floats, working: WorkingObservations, shapes: UnitCovariances) -> tuple[Floats, Floats]:
    """Mean and variance of eta with excess in each cell given all other figures at one point; regions × observed years.

    With ``K`` the covariance of all working observations, ``z − (K⁻¹z)/diag K⁻¹`` and ``1/diag K⁻¹`` are mean and
    variance of each one given the others (Rasmussen & Williams 2006, equations 5.12); its own noise is taken off
    again. Where there is no figure both are 0.
    """
    integrated = own_paths(sds[None], working, shapes)
    common = _posterior_root(shapes.roots(sds)[1], integrated.information[0], shapes.seen)[:, : shapes.seen]
    inverse = integrated.inverse[0]
    path = common.T @ (common @ integrated.pull[0])
    known = working.precision > 0
    through = np.einsum("fs,rst->rft", common, inverse)
    precision = np.diagonal(inverse, axis1=1, axis2=2) - np.square(through).sum(axis=1)
    variance = 1 / np.where(known, np.maximum(precision, 1e-12), 1.0)
    mean = working.z - np.einsum("rst,rt->rs", inverse, working.z - path) * variance
    noise = 1 / np.where(known, working.precision, 1.0)
    return np.where(known, mean, 0.0), np.where(known, np.maximum(variance - noise, 0.0), 0.0)
