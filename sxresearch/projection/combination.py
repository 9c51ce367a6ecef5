"""The entry: panels in, projections to the target year out, by the default method or the naive walk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from sxresearch.projection.closed_form import last
from sxresearch.projection.distributions import DISTRIBUTION_ARRAYS, Distributions, LearnedDistributions
from sxresearch.projection.ensemble.ensemble_members import DEFAULT, WALK
from sxresearch.projection.ensemble.rolling_origin import member_origins
from sxresearch.projection.evidence import POINTS_FOR_PEERS, NoProjection, Refusal, grade, handful_of_events
from sxresearch.projection.panel import Panel
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Floats
from sxresearch.projection.stacking import Outlook, project_grids
from sxresearch.terms import EvidenceGrade, Measure

METHOD = "naive+pooled+damped"
NAIVE = "naive"
"""What stands in the verdict table's column ``method``."""

_naive_origins = partial(member_origins, member=WALK)


@dataclass(frozen=True)
class Diagnostics:
    """What the default method learned from a panel, per horizon 1…H after the panel's last year.

    ``common_weights`` and ``own_weights`` (H, K) are the members' weights in the common path
    and in the regions' own deviations (NaN for one region alone), by the names in
    ``common_members`` and ``own_members``; ``width`` (H,) is the factor on the standard
    deviation and ``origins`` (H,) the discounted number of whole-year origins behind it.
    """

    common_members: tuple[str, ...]
    own_members: tuple[str, ...]
    common_weights: Floats
    own_weights: Floats
    width: Floats
    origins: Floats


@dataclass(frozen=True)
class Projection:
    """The projection of a panel.

    ``latest`` is the year of each region's last figure (0 where there is none) and ``level``
    that figure on the working scale. The distributions begin in ``first_year``, one row per
    year and one column per region; before a region's own latest figure they mean nothing and
    are not given out. ``grades`` says per region how much evidence there is, or why there is no
    projection. ``diagnostics`` is there for the default method only.
    """

    panel: Panel
    latest: np.ndarray
    level: Floats
    first_year: int
    default: Distributions
    naive: Distributions
    grades: tuple[EvidenceGrade | NoProjection, ...]
    method: str
    diagnostics: Diagnostics | None

    def predictive(self, year: int, *, naive: bool = False) -> Predictive:
        """Distributions of all regions in ``year``; NaN where refused or not ahead of the last figure."""
        chosen = self.naive if naive else self.default
        found = (self._in(year, item) for item in (chosen.location, chosen.spread, chosen.df))
        return Predictive(self.panel.scale, *found)

    def common_share(self, year: int) -> Floats:
        """Share of the variance in ``year`` that all regions have in common, in [0, 1]; NaN where refused."""
        with np.errstate(invalid="ignore", divide="ignore"):
            share = self.default.shared / self.default.spread**2
        return self._in(year, share)

    def _in(self, year: int, values: Floats) -> Floats:
        row = year - self.first_year
        graded = np.array([not isinstance(item, NoProjection) for item in self.grades])
        ahead = graded & (self.latest < year) & (0 <= row < len(values))
        return np.where(ahead, values[min(max(row, 0), len(values) - 1)], np.nan)


def project(panel: Panel, until: int) -> Projection:
    """Project every region of a panel to the year ``until``; see :func:`project_many`."""
    return project_many([panel], until)[0]


def project_many(panels: Sequence[Panel], until: int) -> list[Projection]:
    """Project many panels to the year ``until`` in one pass.

    Each is projected by itself, from its own last year; panels lend one another nothing. Indicators
    that move at elections only keep their level: they are projected by the naive walk.
    """
    grids = [panel.working for panel in panels]
    reaches = [max(until - int(panel.years[-1]), 1) for panel in panels]
    naive = project_grids(grids, reaches, method=_naive_origins)
    chosen = _default_or_none(panels, reaches)
    return [_projection(panel, mine, walk) for panel, mine, walk in zip(panels, chosen, naive, strict=True)]


def _default_or_none(panels: Sequence[Panel], reaches: list[int]) -> Iterator[Outlook | None]:
    """What the default method says of each panel; none where the naive walk is to be used."""
    stepwise = [panel.indicator.measure is Measure.STEP for panel in panels]
    open_ = [place for place, step in enumerate(stepwise) if not step]
    found = iter(project_grids([panels[i].working for i in open_], [reaches[i] for i in open_]))
    for step in stepwise:
        yield None if step else next(found)


def _projection(panel: Panel, default: Outlook | None, naive: Outlook) -> Projection:
    end = last(panel.working)
    latest = np.where(end.position >= 0, panel.years[0] + end.position, 0)
    peers = int((end.points >= POINTS_FOR_PEERS).sum())
    grades = tuple(
        NoProjection(Refusal.UNCOUNTED_EVENTS, int(points)) if few else grade(int(points), peers)
        for points, few in zip(end.points, _uncounted(panel), strict=True)
    )
    first = int(latest[latest > 0].min(initial=panel.years[-1])) + 1
    from_ = slice(first - 1 - int(panel.years[0]), None)
    return Projection(
        panel,
        latest,
        end.value,
        first,
        _of_years(default or naive, from_),
        _of_years(naive, from_),
        grades,
        NAIVE if default is None else METHOD,
        None if default is None else _diagnostics(default),
    )


def _uncounted(panel: Panel) -> np.ndarray:
    """Regions whose rate is a handful of cases of which the number is not known."""
    if panel.indicator.measure is not Measure.RATE:
        return np.zeros(len(panel.regions), dtype=bool)
    return handful_of_events(panel.values) & (panel.points > 2) & ~(panel.denominators > 0).any(axis=1)


def _of_years(outlook: Outlook, years: slice) -> Distributions:
    return Distributions(*(getattr(outlook, name)[years] for name in DISTRIBUTION_ARRAYS))


def _diagnostics(outlook: LearnedDistributions) -> Diagnostics:
    alone = np.isnan(outlook.own_weights).all()
    members = DEFAULT.lone_members if alone else DEFAULT.common_members
    return Diagnostics(
        tuple(member.name for member in members),
        tuple(member.name for member in DEFAULT.own_members),
        outlook.common_weights,
        outlook.own_weights,
        outlook.width,
        outlook.origins,
    )
