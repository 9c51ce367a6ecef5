"""What would have been said of a panel in a past year, by the method that judges: its figures, or its counts.

Both kinds answer the same questions, one entry per region of the whole panel, ``lead`` years after the origin.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from sxresearch.assessment.events.threshold import Threshold
from sxresearch.projection.counts.count_projection import CountProjection, needs_counts, project_counts
from sxresearch.projection.evidence import POINTS_FOR_PEERS, NoProjection, grade
from sxresearch.projection.panel import Panel
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Floats, Scale
from sxresearch.projection.stacking import Outlook


class PastAnswers(Protocol):
    """Answers given at one origin."""

    @property
    def graded(self) -> np.ndarray:
        """Regions for which a probability would have been given."""

    def chance(self, threshold: Threshold, lead: int) -> Floats:
        """P(the printed figure passes)."""

    def naive_chance(self, threshold: Threshold, lead: int) -> Floats:
        """The same if the level stayed as it was."""

    def hold(self, later: Floats, lead: int, levels: Sequence[float]) -> list[np.ndarray]:
        """For each of ``levels`` whether the central interval with that probability holds the later figure."""


@dataclass(frozen=True)
class AnswersByFigures:
    """From the figures of ``panel`` up to column ``end``; ``ours`` and ``naive`` start in the year after it."""

    panel: Panel
    end: int
    scale: Scale
    ours: Outlook
    naive: Outlook

    @cached_property
    def graded(self) -> np.ndarray:
        """See :class:`PastAnswers`."""
        points = np.isfinite(self.panel.values[:, : self.end + 1]).sum(axis=1)
        peers = int((points >= POINTS_FOR_PEERS).sum())
        return np.array([not isinstance(grade(int(count), peers), NoProjection) for count in points])

    def chance(self, threshold: Threshold, lead: int) -> Floats:
        """See :class:`PastAnswers`."""
        return threshold.chance(self._predictive(self.ours, lead))

    def naive_chance(self, threshold: Threshold, lead: int) -> Floats:
        """See :class:`PastAnswers`."""
        return threshold.chance(self._predictive(self.naive, lead))

    def hold(self, later: Floats, lead: int, levels: Sequence[float]) -> list[np.ndarray]:
        """See :class:`PastAnswers`; a figure that rounds to a limit is inside."""
        predictive, half = self._predictive(self.ours, lead), _half(self.panel)
        limits = (predictive.interval(level) for level in levels)
        return [np.asarray((later >= low - half) & (later <= high + half)) for low, high in limits]

    def _predictive(self, outlook: Outlook, lead: int) -> Predictive:
        row = self.end + lead - 1
        return Predictive(self.scale, outlook.location[row], outlook.spread[row], outlook.df[row])


@dataclass(frozen=True)
class AnswersByCounts:
    """From the counts known at the origin; ``rows`` are the places of their regions among all of ``panel``."""

    panel: Panel
    projection: CountProjection
    rows: np.ndarray

    @property
    def graded(self) -> np.ndarray:
        """See :class:`PastAnswers`."""
        found = np.zeros(len(self.panel.regions), dtype=bool)
        found[self.rows] = [not isinstance(item, NoProjection) for item in self.projection.grades]
        return found

    def chance(self, threshold: Threshold, lead: int) -> Floats:
        """See :class:`PastAnswers`; counting noise included, as in the verdict."""
        return self._placed(self._published(threshold.low[self.rows], threshold.high[self.rows], lead))

    def naive_chance(self, threshold: Threshold, lead: int) -> Floats:
        """See :class:`PastAnswers`; the same counts without any drift."""
        outlook = self.projection.predictive(self._year(lead), naive=True)
        low, high = threshold.low[self.rows], threshold.high[self.rows]
        return self._placed(np.clip(outlook.below(high) - outlook.below(low), 0.0, 1.0))

    def hold(self, later: Floats, lead: int, levels: Sequence[float]) -> list[np.ndarray]:
        """See :class:`PastAnswers`; the interval is that of the published figure.

        Half of the probability of the figure itself counts on either side (mid-P, Lancaster 1961, JASA 56, 223):
        counts move in jumps, and whole ones would make every interval too wide.
        """
        figure, half = later[self.rows], _half(self.panel)
        nothing = np.full(len(self.rows), -np.inf)
        below = sum(self._published(nothing, figure + side, lead) for side in (-half, half)) / 2
        place = self._placed(np.asarray(below))
        return [np.asarray((place >= (1 - level) / 2) & (place <= (1 + level) / 2)) for level in levels]

    def _published(self, low: Floats, high: Floats, lead: int) -> Floats:
        return self.projection.published(self._year(lead), low, high)

    def _year(self, lead: int) -> int:
        return int(self.projection.panel.years[-1]) + lead

    def _placed(self, column: Floats) -> Floats:
        out = np.full(len(self.panel.regions), np.nan)
        out[self.rows] = column
        return out


def answers_by_counts(panel: Panel, end: int, scale: Scale, reach: int) -> AnswersByCounts | None:
    """What the count model says of a panel as known in column ``end``; none where counting noise did not matter then.

    The panel is cut before anything else is done: regions and years without a figure yet are not there.
    """
    if panel.indicator.factor is None:
        return None
    seen = np.isfinite(panel.values[:, : end + 1])
    rows, first = np.flatnonzero(seen.any(axis=1)), int(np.argmax(seen.any(axis=0)))
    part = np.ix_(rows, np.arange(first, end + 1))
    then = Panel(
        panel.indicator, panel.group, tuple(panel.regions[row] for row in rows), panel.years[first : end + 1],
        panel.values[part], panel.denominators[part], panel.preliminary[part], scale,
    )  # fmt: skip
    if not needs_counts(then):
        return None
    return AnswersByCounts(panel, project_counts(then, int(then.years[-1]) + reach), rows)


def _half(panel: Panel) -> float:
    """Half a unit of the last decimal that is printed."""
    return float(0.5 * 10.0**-panel.indicator.decimals)
