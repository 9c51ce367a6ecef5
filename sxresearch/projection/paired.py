"""Two series that a target compares: their difference, and their mean, each projected as a series of its own.

On the working scale ``first = mean + difference/2`` and ``second = mean − difference/2``. What moves both series alike
drops out of the difference exactly, however much of it the yearly figures' noise hides from a correlation of steps;
and a gap that closes is seen to close. Mean and difference of two series that vary alike are uncorrelated, so they are
drawn independently.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import pandas as pd

from sxresearch.projection.distributions import DISTRIBUTION_ARRAYS, Distributions
from sxresearch.projection.ensemble.ensemble_members import WALK
from sxresearch.projection.ensemble.rolling_origin import member_origins
from sxresearch.projection.evidence import POINTS_FOR_PEERS, NoProjection, grade
from sxresearch.projection.panel import Panel
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Floats, Scale, ScaleKind
from sxresearch.projection.stacking import project_grids
from sxresearch.terms import Measure

_walk_origins = partial(member_origins, member=WALK)


@dataclass(frozen=True)
class PairPart:
    """The mean or the difference: what the default method and the naive walk say, one row per year."""

    default: Distributions
    naive: Distributions


@dataclass(frozen=True)
class PairProjection:
    """Mean and difference of two panels over the ``regions`` that both hold.

    ``scale`` is the working scale of both; ``latest`` the last year in which a region has both figures, 0 where there
    are too few such years for a projection or where one of the two has a later figure. The distributions begin in
    ``first_year``.
    """

    regions: tuple[str, ...]
    scale: Scale
    latest: np.ndarray
    first_year: int
    mean: PairPart
    difference: PairPart

    def known(self, year: int) -> np.ndarray:
        """Regions whose pair is projected to ``year``."""
        return (self.latest > 0) & (year > self.latest)

    def draws(
        self, year: int, places: np.ndarray, normals: tuple[Floats, Floats], mixing: Floats, *, naive: bool = False
    ) -> tuple[Floats, Floats]:  # fmt: skip
        """Joint draws of both figures in ``year`` in the unit for the regions at ``places``, each (draws, places); NaN
        where not known.

        ``normals`` are two independent standard normals and ``mixing`` uniform numbers, each (draws, 1).
        """
        difference, mean = (
            self._at(year, part.naive if naive else part.default).at(places).draws(normal, mixing)
            for part, normal in zip((self.difference, self.mean), normals, strict=True)
        )
        return self.scale.back(mean + difference / 2), self.scale.back(mean - difference / 2)

    def _at(self, year: int, found: Distributions) -> Predictive:
        row = min(max(year - self.first_year, 0), len(found.location) - 1)
        known = self.known(year)
        location, spread, df = (
            np.where(known, getattr(found, name)[row], np.nan) for name in ("location", "spread", "df")
        )
        return Predictive(Scale(ScaleKind.IDENTITY), location, spread, df)


def common_scale(first: Panel, second: Panel) -> Scale | None:
    """The scale on which the two can be subtracted: of one kind and with the same bounds; else none.

    The larger start (offset, or size of a step) serves both.
    """
    one, other = first.scale, second.scale
    if (one.kind, one.lower, one.upper) != (other.kind, other.lower, other.upper):
        return None
    return replace(one, offset=max(one.offset, other.offset), unit=max(one.unit, other.unit))


def project_pair(first: Panel, second: Panel, until: int) -> PairProjection | None:
    """Project mean and difference to the year ``until`` from the figures of both panels.

    None where the two can't be subtracted, have no region in common, or move at elections only.
    """
    scale = common_scale(first, second)
    regions = tuple(code for code in first.regions if code in set(second.regions))
    if scale is None or not regions or Measure.STEP in (first.indicator.measure, second.indicator.measure):
        return None
    years = np.arange(min(first.years[0], second.years[0]), max(first.years[-1], second.years[-1]) + 1)
    one, other = (scale.forward(_laid_out(panel, regions, years)) for panel in (first, second))
    grids = [(one + other) / 2, one - other]
    reaches = [max(until - int(years[-1]), 1)] * len(grids)
    found = zip(project_grids(grids, reaches), project_grids(grids, reaches, method=_walk_origins), strict=True)
    mean, difference = (PairPart(*_both(pair)) for pair in found)
    return PairProjection(regions, scale, _latest(one, other, years), int(years[0]) + 1, mean, difference)


def _both(pair: tuple[Distributions, Distributions]) -> Iterator[Distributions]:
    for item in pair:
        yield Distributions(*(getattr(item, name) for name in DISTRIBUTION_ARRAYS))


def _laid_out(panel: Panel, regions: tuple[str, ...], years: np.ndarray) -> Floats:
    table = pd.DataFrame(panel.values, index=list(panel.regions), columns=panel.years)
    return table.reindex(index=list(regions), columns=years).to_numpy(dtype=float)


def _latest(one: Floats, other: Floats, years: np.ndarray) -> np.ndarray:
    """Last year with both figures per region; 0 with too few of them, or where one series goes on alone."""
    both, either = np.isfinite(one) & np.isfinite(other), np.isfinite(one) | np.isfinite(other)
    points = both.sum(axis=1)
    peers = int((points >= POINTS_FOR_PEERS).sum())
    graded = np.array([not isinstance(grade(int(count), peers), NoProjection) for count in points])
    last = [np.where(seen, years, 0).max(axis=1) for seen in (both, either)]
    return np.where(graded & (last[0] == last[1]), last[0], 0)
