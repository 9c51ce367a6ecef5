"""Warnings, apart from the status: each rule is one small function over all regions.

A rule answers a boolean per region. What each means to a reader stands in the catalogue
(``warning-…``) and in docs/method.md.
"""

from dataclasses import dataclass

import numpy as np

from sxresearch.assessment.events.outcome import Obstacle, Outcome
from sxresearch.assessment.series import IndicatorSeries, last_seen
from sxresearch.assessment.status import WATCH_BELOW
from sxresearch.assessment.warnings.pace import Pace, falls_short
from sxresearch.assessment.warnings.step_variance import beyond_chance, step_variance
from sxresearch.assessment.warnings.volatility import volatile_regions
from sxresearch.plan.rules import Shape
from sxresearch.projection.evidence import NoProjection
from sxresearch.projection.scale import Floats
from sxresearch.terms import EvidenceGrade, WarningKind

STALLED_SHARE = 0.20  # less than a fifth of the pace that is needed
STALE_YEARS = 2
THIN = (Obstacle.ONE_POINT, Obstacle.TWO_POINTS, Obstacle.THIN_WITHOUT_PEERS)


@dataclass(frozen=True)
class Judged:
    """What the rules look at: one target over all regions."""

    series: IndicatorSeries
    outcome: Outcome
    pace: Pace
    wants_higher: bool
    shape: Shape
    as_of: np.ndarray

    @property
    def gain(self) -> Floats:
        """Observed yearly change, positive when toward the better side."""
        return self.pace.observed * (1.0 if self.wants_higher else -1.0)


def warnings(judged: Judged) -> list[tuple[WarningKind, ...]]:
    """All warnings per region, in the order of :class:`~sxresearch.terms.WarningKind`."""
    hits = {kind: rule(judged) for kind, rule in _RULES.items()}
    return [tuple(kind for kind in WarningKind if hits[kind][row]) for row in range(len(judged.series.regions))]


def hard_to_reach(judged: Judged) -> np.ndarray:
    """P(attain) below one half, or the target already missed."""
    return (judged.outcome.p_attain < WATCH_BELOW) | (judged.outcome.decided == 0)


def floor_broken(judged: Judged) -> np.ndarray:
    """A final figure of the plan's years lies below the floor that is to be kept."""
    return judged.outcome.floor_broken


def off_course(judged: Judged) -> np.ndarray:
    """No probability, but the latest figure is off the target and moves away, or too slowly for the years left.

    Of a gap: it is no narrower than in the base year. A region that fails what is only a lower bound for its
    townships (Obstacle.UPPER_BOUND_ONLY) has a probability, and is not meant.
    """
    silent = [item is not Obstacle.UPPER_BOUND_ONLY for item in judged.outcome.obstacles]
    open_ = np.isnan(judged.outcome.p_attain) & np.isnan(judged.outcome.decided) & silent
    slow = gap_widening(judged) | falls_short(judged.pace.required, judged.pace.observed)
    return open_ & (judged.outcome.met_now == 0) & slow


def volatile(judged: Judged) -> np.ndarray:
    """Moves more than its peers do beyond chance (:mod:`sxresearch.assessment.warnings.volatility`)."""
    projection = judged.series.projection
    if projection is None:
        return np.zeros(len(judged.series.regions), dtype=bool)
    return judged.series.taken(volatile_regions(projection)) == 1


def worsening(judged: Judged) -> np.ndarray:
    """Each of the last two steps is for the worse (beyond the published precision), and together beyond chance.

    Two worse steps alone come by chance in a quarter of cases, where steps go up and down at random.
    """
    sign = 1.0 if judged.wants_higher else -1.0
    unit = 10.0**-judged.series.indicator.decimals
    columns = last_seen(judged.series.figures, 3)
    three, panel = columns[:, 0] >= 0, judged.series.panel
    if panel is None or not three.any():
        return three
    held = np.maximum(columns, 0)
    last = np.take_along_axis(judged.series.figures, held, axis=1)
    twice = (np.diff(last * sign, axis=1) < -unit / 2).all(axis=1)
    moved = sign * np.diff(panel.scale.forward(last[:, [0, 2]]), axis=1)[:, 0]
    variance, df = (judged.series.taken(item) for item in step_variance(panel, leave=2))
    years = np.diff(judged.series.years[held[:, [0, 2]]], axis=1)[:, 0]
    return three & twice & beyond_chance(moved, variance * years, df)


def stalled(judged: Judged) -> np.ndarray:
    """Not met, and moving at less than a fifth of the pace that is needed, beyond chance, without worsening."""
    needed = np.abs(judged.pace.required)
    slow = (judged.gain >= 0) & (judged.gain < STALLED_SHARE * needed) & _behind_beyond_chance(judged, needed)
    return slow & (judged.outcome.met_now == 0) & np.isnan(judged.outcome.decided)


def _behind_beyond_chance(judged: Judged, needed: Floats) -> np.ndarray:
    """Where a region on course would by chance hardly be seen to move so little."""
    panel = judged.series.panel
    if panel is None:
        return np.zeros(len(needed), dtype=bool)
    variance, df = (judged.series.taken(item) for item in step_variance(panel))
    behind = (judged.gain - needed) * panel.scale.slope(judged.series.latest_value)
    with np.errstate(invalid="ignore", divide="ignore"):
        return beyond_chance(behind, variance / judged.pace.over, df)


def gap_widening(judged: Judged) -> np.ndarray:
    """A gap target whose gap is now at least as wide as in the base year."""
    if judged.shape is not Shape.GAP:
        return np.zeros(len(judged.series.regions), dtype=bool)
    return judged.outcome.met_now == 0


def stale(judged: Judged) -> np.ndarray:
    """The latest figure is two or more years older than the region's newest data."""
    latest = judged.series.latest_year
    return (latest > 0) & (judged.as_of - latest >= STALE_YEARS)


def definition_break(judged: Judged) -> np.ndarray:
    """Figures on an earlier definition exist and were left out."""
    return judged.series.dropped > 0


def thin_evidence(judged: Judged) -> np.ndarray:
    """Too few figures for a probability, or only enough with the help of other regions."""
    low = [item is EvidenceGrade.LOW for item in judged.series.grades]
    refused = [isinstance(item, NoProjection) and Obstacle(item.reason.value) in THIN for item in judged.series.grades]
    return (np.array(low) | np.array(refused)) & np.isnan(judged.outcome.decided)


def data_quality(judged: Judged) -> np.ndarray:
    """The latest figure is preliminary, or contradicts its own numerator and denominator."""
    return judged.series.preliminary_in(judged.series.latest_year) | judged.series.contradicting


_RULES = {
    WarningKind.HARD_TO_REACH: hard_to_reach,
    WarningKind.FLOOR_BROKEN: floor_broken,
    WarningKind.OFF_COURSE: off_course,
    WarningKind.VOLATILE: volatile,
    WarningKind.WORSENING: worsening,
    WarningKind.STALLED: stalled,
    WarningKind.GAP_WIDENING: gap_widening,
    WarningKind.STALE: stale,
    WarningKind.DEFINITION_BREAK: definition_break,
    WarningKind.THIN_EVIDENCE: thin_evidence,
    WarningKind.DATA_QUALITY: data_quality,
}
