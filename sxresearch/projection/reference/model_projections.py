"""What each single-series model of statsmodels says of a region, beside the default method: years to come, residuals.

The models see the region's own figures only, which is why their intervals differ from those of the default method,
which pools. Intervals are those of statsmodels, for the figure to come (lines, walks, members) or for the level behind
it (count regressions, where the chance of single cases comes on top).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy import stats
from statsmodels.tsa.statespace.mlemodel import MLEResults

from sxresearch.projection.counts.count_data import Family, counts_of, has_counts
from sxresearch.projection.ensemble.ensemble_members import Member
from sxresearch.projection.evidence import NoProjection
from sxresearch.projection.panel import Panel
from sxresearch.projection.reference import count_fits, series_fits
from sxresearch.projection.scale import Floats
from sxresearch.terms import COVERAGES

_UPPER = 0.5 + COVERAGES["80"] / 2  # probability below the upper limit
TREND, DRIFT = "straight line", "fitted drift"
POISSON, OVERDISPERSED, BINOMIAL = "poisson", "negative binomial", "binomial"


@dataclass(frozen=True)
class ModelProjection:
    """One model of one region: median and 80 % limits per year to come, in the unit.

    ``results`` are statsmodels' own. ``residuals`` are standardised, by the year of the figure; in a walk and a
    member they are errors one step ahead.
    """

    name: str
    years: tuple[int, ...]
    median: Floats
    lower80: Floats
    upper80: Floats
    results: Any = field(repr=False)
    residuals: Mapping[int, float] = field(repr=False)

    def __post_init__(self) -> None:
        if not self.median.shape == self.lower80.shape == self.upper80.shape == (len(self.years),):
            raise ValueError(f"expected one entry per year, got {self.median.shape} for {len(self.years)} years")


@dataclass(frozen=True)
class RefusedModel:
    """A model that the region's figures do not suffice for, and why."""

    name: str
    reason: NoProjection


def model_projections(
    panel: Panel, region: str, members: Sequence[Member], until: int
) -> tuple[ModelProjection | RefusedModel, ...]:
    """Straight line, walk with drift, every one of ``members``, and count regressions where there are counts.

    Parameters
    ----------
    panel
        As the assessment projects it; ``region`` is one of its regions.
    members
        The default method's models.
    until
        Last year to project to; the first is the year after the panel's last.
    """
    years = np.arange(int(panel.years[-1]) + 1, until + 1)
    z = panel.working[panel.row(region)]
    one = _OneSeries(panel, z, years)
    found = [one.trend(), one.drift(), *(one.member(member) for member in members)]
    return tuple(found + (list(_count_models(panel, region, years)) if has_counts(panel) else []))


@dataclass(frozen=True)
class _OneSeries:
    """A region's figures on the working scale, and the years to come."""

    panel: Panel
    z: Floats
    years: np.ndarray

    def trend(self) -> ModelProjection | RefusedModel:
        fit = series_fits.fit_trend(self.panel.years, self.z)
        if isinstance(fit, NoProjection):
            return RefusedModel(TREND, fit)
        ahead = np.array([fit.predict(int(year)) for year in self.years]).reshape(-1, 2)
        seen = self.panel.years[np.isfinite(self.z)]
        spread = np.sqrt(fit.results.scale)
        left = dict(zip(seen.tolist(), (fit.results.resid / spread).tolist(), strict=True)) if spread > 0 else {}
        return self._given(TREND, ahead, fit.results.df_resid, fit.results, left)

    def drift(self) -> ModelProjection | RefusedModel:
        fit = series_fits.fit_drift(self.z)
        if isinstance(fit, NoProjection):
            return RefusedModel(DRIFT, fit)
        seen = self.panel.years[np.isfinite(self.z)]
        ahead = np.array([fit.predict(int(year - seen[-1])) for year in self.years]).reshape(-1, 2)
        left = dict(zip(seen[1:].tolist(), fit.results.resid_pearson.tolist(), strict=True))
        return self._given(DRIFT, ahead, fit.results.df_resid, fit.results, left)

    def member(self, member: Member) -> ModelProjection | RefusedModel:
        fit = series_fits.fit_member(self.panel.years, self.z, member)
        if isinstance(fit, NoProjection):
            return RefusedModel(member.name, fit)
        ahead = np.zeros((0, 2))
        if len(self.years):
            forecast = fit.get_forecast(len(self.years))
            ahead = np.column_stack([forecast.predicted_mean, np.asarray(forecast.se_mean) ** 2])
        return self._given(member.name, ahead, np.inf, fit, _innovations(fit))

    def _given(self, name: str, ahead: Floats, df: float, results: Any, left: Mapping[int, float]) -> ModelProjection:
        reach = stats.t.ppf(_UPPER, df) * np.sqrt(ahead[:, 1])
        middle, low, high = (self.panel.scale.back(ahead[:, 0] + side) for side in (0.0, -reach, reach))
        return ModelProjection(name, tuple(map(int, self.years)), middle, low, high, results, left)


def _innovations(fit: MLEResults) -> dict[int, float]:
    """Standardised one-step errors by year, without the years that have no figure."""
    errors = fit.standardized_forecasts_error[0]
    years = [int(period.year) for period in fit.model.data.row_labels]
    return {year: float(error) for year, error in zip(years, errors, strict=True) if np.isfinite(error)}


def _count_models(panel: Panel, region: str, years: np.ndarray) -> Iterator[ModelProjection | RefusedModel]:
    counts = counts_of(panel).of(np.array([panel.row(region)]))
    events, exposure = (np.where(counts.seen, item, np.nan)[0] for item in (counts.events, counts.exposure))
    fits = (
        {BINOMIAL: count_fits.fit_binomial}
        if counts.family is Family.BINOMIAL
        else {POISSON: count_fits.fit_poisson, OVERDISPERSED: count_fits.fit_negative_binomial}
    )
    seen = panel.years[np.isfinite(events) & np.isfinite(exposure) & (np.nan_to_num(exposure) > 0)]
    for name, fit_of in fits.items():
        fit = fit_of(panel.years, events, exposure)
        yield (
            RefusedModel(name, fit) if isinstance(fit, NoProjection) else _level(fit, name, counts.factor, years, seen)
        )


def _level(fit: count_fits.CountFit, name: str, factor: float, years: np.ndarray, seen: np.ndarray) -> ModelProjection:
    """Fitted rates with confidence limits, which are straight on the link's scale."""
    design = np.column_stack([np.ones(len(years)), years - fit.origin]).astype(float)
    eta = design @ fit.results.params
    reach = stats.norm.ppf(_UPPER) * np.sqrt(np.einsum("ij,jk,ik->i", design, fit.results.cov_params(), design))
    middle, low, high = (fit.family.rate(eta + side) * factor for side in (np.zeros_like(eta), -reach, reach))
    left = dict(zip(seen.tolist(), np.asarray(fit.results.resid_pearson).tolist(), strict=True))
    return ModelProjection(name, tuple(map(int, years)), middle, low, high, fit.results, left)
