"""Two series that a target compares, and joint draws of what both will have."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import pandas as pd

from sxresearch.assessment.events import joint_draws
from sxresearch.assessment.series import IndicatorSeries, last_seen
from sxresearch.projection.closed_form import steps
from sxresearch.projection.paired import PairProjection, project_pair
from sxresearch.projection.panel import Panel
from sxresearch.projection.scale import Floats

AT_ONCE = 300
"""Regions whose draws are held at once (10 MB for each figure). In a panel that is no larger they are kept; in a larger
one they are drawn anew each time."""


@dataclass(frozen=True)
class Pair:
    """Two series over the same regions, asked about years up to ``until``."""

    first: IndicatorSeries
    second: IndicatorSeries
    until: int

    def difference_in(self, year: int) -> Floats:
        """First minus second figure of ``year``, NaN unless both are there."""
        return self.first.value_in(year) - self.second.value_in(year)

    def latest_common(self) -> tuple[Floats, Floats]:
        """Latest year in which both have a figure (NaN if none), and the difference in it."""
        _, mine, theirs = np.intersect1d(self.first.years, self.second.years, return_indices=True)
        gaps = self.first.figures[:, mine] - self.second.figures[:, theirs]
        place = last_seen(gaps, 1)[:, 0]
        known = place >= 0
        year, gap = np.full(len(gaps), np.nan), np.full(len(gaps), np.nan)
        year[known] = self.first.years[mine][place[known]]
        gap[known] = gaps[known, place[known]]
        return year, gap

    def over_regions(self, answers: Callable[[slice], Sequence[Floats]]) -> tuple[Floats, ...]:
        """What ``answers`` gives for the regions at some places, at most AT_ONCE of them; put together along the last
        axis.
        """
        count = len(self.first.regions)
        parts = [answers(slice(first, first + AT_ONCE)) for first in range(0, max(count, 1), AT_ONCE)]
        return tuple(np.concatenate(found, axis=-1) for found in zip(*parts, strict=True))

    def draws(self, year: int, rows: slice, *, naive: bool = False) -> tuple[Floats, Floats]:
        """Joint draws of both published figures in ``year``, each draws × regions at ``rows``, in the unit.

        Where both series have the same years their difference is projected as a series of its own; elsewhere (other
        years, counts, elections) the two projections are drawn with the correlation of their yearly steps. A value
        already observed is the same in every draw. Those of the year ``until`` are kept: the event, the fan and the
        scenarios ask for them.
        """
        if year != self.until or len(self.first.regions) > AT_ONCE:
            return self._draws(year, rows, naive=naive)
        if naive not in self._kept:
            self._kept[naive] = self._draws(year, slice(None), naive=naive)
        first, second = self._kept[naive]
        return first[:, rows], second[:, rows]

    @cached_property
    def _kept(self) -> dict[bool, tuple[Floats, Floats]]:
        return {}

    def _draws(self, year: int, rows: slice, *, naive: bool) -> tuple[Floats, Floats]:
        together = self._together
        if together is None:
            return self._apart(year, rows, naive=naive)
        place = self._place_together[rows]
        known = (place >= 0) & together.known(year)[place]
        drawn = together.draws(year, place, joint_draws.pair(), joint_draws.student_uniforms(), naive=naive)
        if known.all():
            return drawn
        first, second = self._apart(year, rows, naive=naive)
        return np.where(known, drawn[0], first), np.where(known, drawn[1], second)

    @cached_property
    def _place_together(self) -> np.ndarray:
        """Where each region stands in the projection of both; -1 for those that it lacks."""
        regions = () if self._together is None else self._together.regions
        return pd.Index(regions).get_indexer(list(self.first.regions))

    @cached_property
    def _together(self) -> PairProjection | None:
        one, other = self.first, self.second
        if one.panel is None or other.panel is None or one.counted is not None or other.counted is not None:
            return None
        return project_pair(one.panel, other.panel, self.until)

    def _apart(self, year: int, rows: slice, *, naive: bool) -> tuple[Floats, Floats]:
        """Draws of two projections with correlated errors."""
        shared, own = joint_draws.pair()
        rho = self._correlation
        first, second = joint_draws.counting()
        return (
            _drawn(self.first, year, rows, shared, first, naive=naive),
            _drawn(self.second, year, rows, rho * shared + np.sqrt(1 - rho**2) * own, second, naive=naive),
        )

    @cached_property
    def _correlation(self) -> float:
        """Correlation of yearly steps over all regions that both panels hold."""
        one, other = self.first.panel, self.second.panel
        if one is None or other is None:
            return joint_draws.PRIOR_CORRELATION
        return joint_draws.correlation(*_common_steps(one, other))


@lru_cache(maxsize=1)
def pair_of(first: IndicatorSeries, second: IndicatorSeries, until: int) -> Pair:
    """The pair of two series: the event, the fan and the scenarios of a target rest on the same draws."""
    return Pair(first, second, until)


def _common_steps(a: Panel, b: Panel) -> tuple[Floats, Floats]:
    """Steps of both panels over their common regions and years, flattened."""
    place = pd.Index(b.regions).get_indexer(list(a.regions))
    rows = (np.flatnonzero(place >= 0), place[place >= 0])
    years = np.intersect1d(a.years, b.years)
    if not len(rows[0]) or len(years) < 2:
        return np.array([]), np.array([])
    cut = [panel.working[mine][:, np.isin(panel.years, years)] for panel, mine in zip((a, b), rows, strict=True)]
    return steps(cut[0]).delta.ravel(), steps(cut[1]).delta.ravel()


def _drawn(series: IndicatorSeries, year: int, rows: slice, normal: Floats, chances: Floats, *, naive: bool) -> Floats:
    """Draws of the published figure at ``rows``; of events counted, with the noise of counting."""
    observed, mixing = series.value_in(year)[rows], joint_draws.student_uniforms()
    if series.counted is None:
        drawn = series.predictive(year, naive=naive).at(rows).draws(normal, mixing)
    else:
        place = series.rows[rows]
        drawn = np.full((len(mixing), len(place)), np.nan)
        drawn[:, place >= 0] = series.counted.published_draws(
            year, place[place >= 0], normal, mixing, chances, naive=naive
        )
    return np.where(np.isnan(observed), drawn, observed)
