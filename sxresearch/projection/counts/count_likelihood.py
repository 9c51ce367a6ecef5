"""How likely the working observations of a panel are at given standard deviations, all paths integrated out.

Model and notation are those of :mod:`sxresearch.projection.counts.count_paths`.
"""

from functools import lru_cache

import numpy as np

from sxresearch.projection.counts.count_gaussian import (
    AT_ONCE,
    DRIFT,
    OWN,
    SLOPE,
    UnitCovariances,
    WorkingObservations,
    own_paths,
)
from sxresearch.projection.scale import Floats

_UNSEEN_SHOCK = 1e-13
"""Variance of a year's shock that the common path has at least, so that its root exists where nothing moves."""


class Likelihood:
    """Log marginal likelihood of standard deviations given the working observations of a panel.

    What the own paths say depends on the own standard deviations alone; it is computed once for each set of them.
    """

    def __init__(self, working: WorkingObservations, shapes: UnitCovariances):
        self._working, self._shapes = working, shapes
        self._own: dict[bytes, tuple[Floats, Floats, float]] = {}

    def __call__(self, sds: Floats) -> Floats:
        """One number per row of ``sds`` (points × 8), up to a constant of the panel.

        With ``R R'`` the covariance of the common path, ``J`` what the own paths leave known of it and ``p`` their
        pull, it is ``own − ½·log|M| + ½·|L⁻¹v|²`` where ``M = I + R'JR = LL'`` and ``v = R'p``. One Cholesky
        factorisation of M with v as a further row gives both (Golub & Van Loan 2013, section 4.2).
        """
        information, pull, loglik = self._of_own(sds)
        root = _common_roots(self._shapes.seen, _distinct(sds[:, DRIFT : SLOPE + 1]).tobytes())
        turned = np.swapaxes(root, 1, 2)
        v = (turned @ pull[:, :, None])[:, :, 0]
        seen, points = self._shapes.seen, len(v)
        bordered = np.empty((points, seen + 1, seen + 1))
        bordered[:, :seen, :seen] = turned @ information @ root + np.eye(seen)
        bordered[:, seen, :seen] = bordered[:, :seen, seen] = v
        bordered[:, seen, seen] = 1 + np.square(v).sum(axis=1)  # |L⁻¹v| ≤ |v|: the last pivot is 1 at least
        factor = np.linalg.cholesky(bordered)
        pivots = np.diagonal(factor, axis1=1, axis2=2)[:, :seen]
        total: Floats = loglik - np.log(pivots).sum(axis=1) + 0.5 * np.square(factor[:, seen, :seen]).sum(axis=1)
        return total

    def _of_own(self, sds: Floats) -> tuple[Floats, Floats, Floats]:
        """Information, pull and log likelihood of the own paths per point, or of the one set that all points share."""
        own = _distinct(sds[:, OWN])
        keys = [row.tobytes() for row in own]
        new = {key: place for place, key in enumerate(keys) if key not in self._own}
        at_once = max(AT_ONCE // len(self._working.z), 1)
        keyed = list(new)
        for some in (keyed[first : first + at_once] for first in range(0, len(keyed), at_once)):
            found = own_paths(sds[[new[key] for key in some]], self._working, self._shapes)
            for key, *parts in zip(some, found.information, found.pull, found.loglik, strict=True):
                self._own[key] = tuple(parts)
        information, pull, loglik = map(np.array, zip(*(self._own[key] for key in keys), strict=True))
        return information, pull, loglik


def _distinct(table: Floats) -> Floats:
    """The first row alone where all rows are the same, else all."""
    return table[:1] if (table == table[0]).all() else table


@lru_cache(maxsize=64)
def _common_roots(seen: int, sds: bytes) -> Floats:
    """Square roots of the common path's covariance in the observed years, points × observed × observed.

    ``sds`` are the bytes of a table of its four standard deviations: a search asks for the same few tables each time.
    """
    table = np.frombuffer(sds).reshape(-1, SLOPE + 1 - DRIFT)
    points = np.concatenate([np.zeros((len(table), DRIFT)), table], axis=1)
    covariance = UnitCovariances.of(seen, 0).common_covariance(points)
    return np.asarray(np.linalg.cholesky(covariance + _UNSEEN_SHOCK * np.eye(seen)))
