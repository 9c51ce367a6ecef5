"""The projection of a panel from its counts: the underlying rate, and the figure that will be published."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from sxresearch.projection.counts.count_data import (
    EventCounts,
    Family,
    counts_of,
    has_counts,
    latest_exposure,
    needs_counts,
)
from sxresearch.projection.counts.count_paths import Paths, fit_paths
from sxresearch.projection.counts.published_figure import published_below, published_draws
from sxresearch.projection.counts.published_quantiles import published_quantiles
from sxresearch.projection.evidence import POINTS_FOR_PEERS, NoProjection, grade
from sxresearch.projection.panel import Panel
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Floats, Scale, ScaleKind
from sxresearch.terms import EvidenceGrade

__all__ = ["CountProjection", "needs_counts", "project_counts"]

METHODS = {"poisson": "pooled-poisson", "binomial": "pooled-binomial"}
CODE_LENGTH = 6  # of a region's code
NAIVE_DF = 10.0  # steps have heavier tails than the normal


@dataclass(frozen=True)
class CountProjection:
    """The projection of a panel with counts; arrays over the panel's regions, on ``scale``.

    ``latest`` is the year of each region's last figure (0 where there is none), ``level`` the underlying rate in that
    year with the counting noise taken off, ``grades`` how much evidence there is or why there is no projection.
    """

    panel: Panel
    counts: EventCounts
    paths: Paths
    latest: np.ndarray
    grades: tuple[EvidenceGrade | NoProjection, ...]

    @property
    def method(self) -> str:
        """Name of the method."""
        return METHODS[self.counts.family]

    @property
    def scale(self) -> Scale:
        """Log, or logit between 0 and the factor, without an offset: no event needs none where events are counted."""
        if self.counts.family is Family.POISSON:
            return Scale(ScaleKind.LOG)
        return Scale(ScaleKind.LOGIT, 0.0, self.counts.factor)

    @property
    def level(self) -> Floats:
        """Underlying rate in each region's latest year, working scale; NaN without figures."""
        column = np.maximum(self.latest - self.panel.years[0], 0)
        mean = np.take_along_axis(self.paths.mean, column[:, None], axis=1)[:, 0]
        return np.where(self.latest > 0, mean + self.counts.offset, np.nan)

    @property
    def events(self) -> Floats:
        """Events of all years together; few of them are why a region is refused."""
        return self.counts.total

    def predictive(self, year: int, *, naive: bool = False) -> Predictive:
        """Distributions of the underlying rate in ``year``; NaN where refused or not ahead of the last figure.

        ``naive``: the same counts, walk and pooling, but no drift.
        """
        column = self._column(year)
        paths = self.paths
        ahead = self._graded & (year > self.latest)
        if naive:
            mean, variance = paths.naive_mean[:, column], paths.naive_variance[:, column]
            return self._student(ahead, mean + self.counts.offset, variance, np.full(len(mean), NAIVE_DF))
        mean, variance = paths.mean[:, column], paths.covariance[:, column, column]
        return self._student(ahead, mean + self.counts.offset, variance, paths.df[:, column])

    def change(self, base_year: int, year: int) -> tuple[Floats, Floats, Floats]:
        """Location, spread and df of the change of the underlying rate between two years, working scale.

        Both years come from the same joint posterior: the base is the underlying rate of ``base_year``, not its
        noisy figure. For rates it is the log of their ratio. NaN where :meth:`predictive` is.
        """
        if base_year < self.panel.years[0]:  # no figure so early on the definition in force
            nothing = np.full(len(self.latest), np.nan)
            return nothing, nothing, nothing
        first, second = self._column(base_year), self._column(year)
        cov = self.paths.covariance
        mean = self.paths.mean[:, second] - self.paths.mean[:, first]
        variance = cov[:, first, first] + cov[:, second, second] - 2 * cov[:, first, second]
        ahead = self._graded & (year > self.latest)
        found = self._student(ahead, mean, np.maximum(variance, 0.0), self.paths.df[:, second])
        return found.location, found.spread, found.df

    def published(
        self,
        year: int,
        low: Floats,
        high: Floats,
        exposure: Floats | None = None,
        *,
        naive: bool = False,
        rate: Floats | None = None,
    ) -> Floats:
        """P(low ≤ published figure < high) per region, the cuts in the unit and holding the rounding already.

        The figure is a Poisson (binomial) count over ``exposure``, by default that of the region's latest
        figure; overdispersion of single figures widens the rate. With ``rate`` (in the unit) that is the median of the
        underlying rate in place of the projected one. NaN where :meth:`predictive` is NaN.
        """
        projected = self.predictive(year, naive=naive)
        drawn_from = (projected if rate is None else projected.moved_to(rate)).widened(self.paths.excess)
        size = latest_exposure(self.counts) if exposure is None else np.asarray(exposure, dtype=float)
        upper = published_below(drawn_from, size, self.counts.factor, np.asarray(high, dtype=float))
        lower = published_below(drawn_from, size, self.counts.factor, np.asarray(low, dtype=float))
        return np.clip(upper - lower, 0.0, 1.0)

    def published_quantiles(self, year: int, probabilities: Sequence[float]) -> Floats:
        """Quantiles of the published figure of :meth:`published`, probabilities × regions, in the unit."""
        drawn_from = self.predictive(year).widened(self.paths.excess)
        return published_quantiles(drawn_from, latest_exposure(self.counts), self.counts.factor, probabilities)

    def published_draws(
        self, year: int, rows: np.ndarray, normal: Floats, mixing: Floats, chances: Floats, *, naive: bool = False
    ) -> Floats:  # fmt: skip
        """Draws of the published figures in ``year`` in the unit, as :meth:`published` counts them; (draws, rows).

        ``rows`` are places among the panel's regions; ``normal`` and ``mixing`` as in
        :meth:`~sxresearch.projection.predictive.Predictive.draws`; ``chances`` uniform numbers of the same shape.
        """
        rates = self.predictive(year, naive=naive).widened(self.paths.excess).at(rows).draws(normal, mixing)
        bounded, exposure = self.counts.family is Family.BINOMIAL, latest_exposure(self.counts)[rows]
        return published_draws(rates, exposure, self.counts.factor, chances, bounded=bounded)

    def common_variance(self, year: int) -> float:
        """The part of the variance in ``year`` that all regions share, for totals of regions; working scale."""
        return float(self.paths.common[self._column(year)])

    @property
    def _graded(self) -> np.ndarray:
        return np.array([not isinstance(item, NoProjection) for item in self.grades])

    def _column(self, year: int) -> int:
        column = year - int(self.panel.years[0])
        if not 0 <= column < self.paths.mean.shape[1]:
            raise ValueError(f"projected are {self.paths.mean.shape[1]} years from {self.panel.years[0]}, got {year}")
        return column

    def _student(self, ahead: np.ndarray, mean: Floats, variance: Floats, df: Floats) -> Predictive:
        """The t distribution with this mean, variance and df (so its scale is smaller than the standard deviation)."""
        spread = np.sqrt(variance * (df - 2) / df)
        return Predictive(self.scale, *(np.where(ahead, item, np.nan) for item in (mean, spread, df)))


def project_counts(panel: Panel, until: int) -> CountProjection:
    """Project every region of a panel with counts to the year ``until``.

    Raises ValueError where :func:`~sxresearch.projection.counts.count_data.has_counts` does not hold.
    """
    if not has_counts(panel):
        raise ValueError(f"{panel.indicator.id} has no counts")
    counts = counts_of(panel)
    total = totals(panel.regions)
    paths = _fit(counts, total, max(until - int(panel.years[-1]), 0))
    last = np.where(counts.seen, np.arange(len(panel.years)), -1).max(axis=1)
    points = counts.seen.sum(axis=1)
    peers = np.where(total, 0, (points[~total] >= POINTS_FOR_PEERS).sum())
    grades = tuple(grade(int(n), int(m), float(k)) for n, m, k in zip(points, peers, counts.total, strict=True))
    return CountProjection(panel, counts, paths, np.where(last >= 0, panel.years[0] + last, 0), grades)


def totals(regions: tuple[str, ...]) -> np.ndarray:
    """Regions that contain others of the list, by their six-digit codes (GB/T 2260: trailing zeros stand for "all").

    A province beside its cities counts the same events a second time, so it lends them no strength and borrows none.
    """
    codes = [code for code in regions if len(code) == CODE_LENGTH and code.isdigit()]
    stems = {code: code.rstrip("0") + "0" * (len(code.rstrip("0")) % 2) for code in codes}
    inside = {code[:digits] for code in codes for digits in (0, 2, 4) if len(stems[code]) > digits}
    return np.array([code in stems and stems[code] in inside for code in regions])


def pooling_groups(counts: EventCounts, total: np.ndarray) -> list[np.ndarray]:
    """Rows that are fitted together: the parts with one another, each total by itself; none without any figure."""
    rows = [np.flatnonzero(~total), *np.flatnonzero(total)[:, None]] if total.any() else [np.arange(len(total))]
    return [group for group in rows if counts.of(group).seen.any()]


def _fit(counts: EventCounts, total: np.ndarray, ahead: int) -> Paths:
    """Paths of all regions, group by group."""
    if not total.any():
        return fit_paths(counts, ahead)
    groups = pooling_groups(counts, total)
    fits = [fit_paths(counts.of(rows), ahead) for rows in groups]
    return _merged(fits, np.concatenate(groups), len(counts.events))


def _merged(fits: list[Paths], rows: np.ndarray, regions: int) -> Paths:
    """One table in the panel's order, NaN for a group without any figure; what is common is the first group's."""

    def spread_out(name: str) -> Floats:
        found = np.concatenate([getattr(fit, name) for fit in fits])
        out = np.full((regions, *found.shape[1:]), np.nan)
        out[rows] = found
        return out

    names = ("mean", "covariance", "df", "naive_mean", "naive_variance", "excess")
    return replace(fits[0], **{name: spread_out(name) for name in names})
