"""The counts behind a panel: events and exposure, and how much of its movement is counting noise."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from scipy import special

from sxresearch.projection.panel import Panel
from sxresearch.projection.scale import Floats, ScaleKind
from sxresearch.terms import Measure

NOISE_SHARE = 0.2  # of the variance of yearly steps: from here on counting noise decides what a panel shows
FEW_A_YEAR = 20.0  # events a year; the counting error of a rate is then more than a fifth of it
COUNTABLE_A_YEAR = 5.0  # events a year from which the Pearson statistic follows its chi-square (Cochran 1954)
TOO_STEADY = 0.001  # tail probability below which figures are steadier than independent events can be
STEP_OVERLAP = 1.5  # neighbouring steps share a figure (correlation −1/2), so chi-square sums vary 1.5 times as much


class Family(StrEnum):
    """How events arise: Poisson for rates without a ceiling, binomial for shares."""

    POISSON = "poisson"
    BINOMIAL = "binomial"

    def link(self, rate: Floats) -> Floats:
        """Events per unit of exposure to the linear predictor (log or logit)."""
        with np.errstate(divide="ignore"):
            return np.log(rate) if self is Family.POISSON else special.logit(rate)

    def rate(self, eta: Floats) -> Floats:
        """Linear predictor to events per unit of exposure."""
        return np.exp(eta) if self is Family.POISSON else special.expit(eta)

    def spread(self, rate: Floats) -> Floats:
        """Variance of one unit of exposure's events, which is also d rate / d eta of the canonical link."""
        return rate if self is Family.POISSON else rate * (1 - rate)


@dataclass(frozen=True)
class EventCounts:
    """Whole events and exposure, regions × years; both are 0 where there is no figure.

    ``factor`` turns events / exposure into the indicator's unit; ``precision`` is one unit of the last printed decimal
    as events / exposure, 0 when the events are known themselves.
    """

    events: Floats
    exposure: Floats
    factor: float
    family: Family
    precision: float = 0.0

    def of(self, rows: np.ndarray) -> "EventCounts":
        """The counts of some regions."""
        return replace(self, events=self.events[rows], exposure=self.exposure[rows])

    def without(self, cells: np.ndarray) -> "EventCounts":
        """The counts without some figures (True in ``cells``)."""
        return replace(self, events=np.where(cells, 0.0, self.events), exposure=np.where(cells, 0.0, self.exposure))

    @property
    def rounding(self) -> Floats:
        """Variance of the rate that printing adds, regions × years.

        None where the printed figure still tells the whole number of events; else that of a number rounded to
        ``precision``, width²/12.
        """
        return np.where(self.exposure * self.precision > 1, self.precision**2 / 12, 0.0)

    @property
    def seen(self) -> np.ndarray:
        """Where there is a figure."""
        return self.exposure > 0

    @property
    def total(self) -> Floats:
        """Events of all years together, per region."""
        return self.events.sum(axis=1)

    @property
    def rates(self) -> Floats:
        """Events per unit of exposure over all years, per region; half an event is added so that none is 0 or 1.

        The half is Haldane's and Anscombe's correction (Anscombe 1956, Biometrika 43, 461); NaN without exposure.
        """
        size = self.exposure.sum(axis=1)
        more = 1.0 if self.family is Family.BINOMIAL else 0.0
        return np.where(size > 0, (self.total + 0.5) / np.where(size > 0, size + more, 1.0), np.nan)

    @property
    def offset(self) -> float:
        """What is added to the linear predictor to reach the panel's working scale."""
        return float(np.log(self.factor)) if self.family is Family.POISSON else 0.0


def has_counts(panel: Panel) -> bool:
    """Whether the figures are events over known denominators, drawn anew every year.

    Needed: a unit with a factor, a scale that is the link of a Poisson or binomial model (log from 0, or logit
    between 0 and the factor), and at least one denominator for every region that has figures. Shares that
    change only at elections are not drawn anew.
    """
    factor, scale = panel.indicator.factor, panel.scale
    if factor is None or panel.indicator.measure is Measure.STEP or scale.lower != 0:
        return False
    linked = scale.kind is ScaleKind.LOG or (scale.kind is ScaleKind.LOGIT and scale.upper == factor)
    known = np.any(np.isfinite(panel.values) & (panel.denominators > 0), axis=1)
    return linked and bool(np.all(known | (panel.points == 0)) and np.any(known))


def counts_of(panel: Panel) -> EventCounts:
    """Events = value / factor × denominator, to the nearest whole; call where :func:`has_counts` holds.

    A figure without its own denominator takes the one of the region's nearest year that has one: the size of a
    region changes slowly, and only the weight of the figure depends on it.
    """
    factor = panel.indicator.factor
    assert factor is not None
    family = Family.POISSON if panel.scale.kind is ScaleKind.LOG else Family.BINOMIAL
    size = nearest(np.where(panel.denominators > 0, panel.denominators, np.nan))
    seen = np.isfinite(panel.values) & np.isfinite(size)
    exposure = np.where(seen, size, 0.0)
    events = np.rint(np.where(seen, panel.values, 0.0) / factor * exposure)
    events = np.clip(events, 0, exposure if family is Family.BINOMIAL else np.inf)
    return EventCounts(events, exposure, factor, family, 10.0**-panel.indicator.decimals / factor)


def nearest(values: Floats) -> Floats:
    """Gaps filled with the value of the row's nearest column that has one (the earlier of two); NaN in empty rows."""
    columns = np.arange(values.shape[1])
    distance = np.abs(columns[:, None] - columns[None, :]) + np.where(np.isfinite(values), 0.0, np.inf)[:, None, :]
    return np.take_along_axis(values, np.argmin(distance, axis=2), axis=1)


@dataclass(frozen=True)
class StepNoise:
    """Squared yearly steps over their counting variance: ``sum`` per region, and what counting alone makes of it.

    Of n steps around their mean that is n − 1/n, because the errors of neighbouring steps cancel in the mean.
    """

    sum: np.ndarray
    steps: np.ndarray


def step_noise(counts: EventCounts) -> StepNoise:
    """Pearson statistic of the steps of each region around its mean step.

    A step of the rate between figures with exposures E and E' carries the counting variance
    ``V(p)·(1/E + 1/E')``, V(p) = p or p(1 − p) (McCullagh & Nelder 1989, section 2.2), plus that of rounding; the
    expected ratio is 1 without real change and 1 + real/noise with it.
    """
    spread = counts.family.spread(np.nan_to_num(counts.rates, nan=0.5))
    rows, columns = np.nonzero(counts.seen)
    rate, size = counts.events[rows, columns] / counts.exposure[rows, columns], counts.exposure[rows, columns]
    same = rows[1:] == rows[:-1]
    owner, gap = rows[1:][same], np.diff(columns)[same]
    step, variance = np.diff(rate)[same], (spread[rows[1:]] * (1 / size[1:] + 1 / size[:-1]))[same]
    printed = counts.rounding[rows, columns]
    variance = variance + (printed[1:] + printed[:-1])[same]
    regions = len(counts.events)
    years = np.bincount(owner, gap, regions)
    drift = np.bincount(owner, step, regions) / np.maximum(years, 1)
    square = (step - drift[owner] * gap) ** 2 / variance
    count = np.bincount(owner, minlength=regions)
    return StepNoise(np.bincount(owner, square, regions), np.where(count > 1, count - 1 / np.maximum(count, 1), 0.0))


def needs_counts(panel: Panel) -> bool:
    """Whether a panel is projected from its counts.

    Yes, when it has counts (:func:`has_counts`) and counting noise matters: in the median region it makes up at
    least NOISE_SHARE of the variance of yearly steps, or some region has fewer than FEW_A_YEAR events a year
    (for shares: persons on the smaller side). No, when the figures are steadier than independent events can be
    (Pearson statistic of the larger regions below its TOO_STEADY quantile): then the same persons are counted
    year after year, and counting noise would be imputed where there is none.

    The panel's last year has no say in it: until the next year has borne it out, no figure changes how all others
    are judged.
    """
    if not has_counts(panel):
        return False
    counts = _borne_out(counts_of(panel))
    used = counts.seen.any(axis=1)
    yearly = _smaller_side(counts)
    noise = step_noise(counts)
    if _too_steady(noise, yearly):
        return False
    if bool((yearly[used] < FEW_A_YEAR).any()):
        return True
    solid = noise.steps > 0
    return bool(solid.any()) and float(np.median(noise.sum[solid] / noise.steps[solid])) <= 1 / NOISE_SHARE


def _borne_out(counts: EventCounts) -> EventCounts:
    """The counts without those of the last year; all of them where there are no others."""
    latest = np.zeros(counts.seen.shape, dtype=bool)
    latest[:, np.flatnonzero(counts.seen.any(axis=0))[-1:]] = True
    earlier = counts.without(latest)
    return earlier if earlier.seen.any() else counts


def _smaller_side(counts: EventCounts) -> Floats:
    """Events a year per region; of shares those on the side with fewer persons."""
    years = np.maximum(counts.seen.sum(axis=1), 1)
    size = counts.exposure.sum(axis=1)
    few = counts.total if counts.family is Family.POISSON else np.minimum(counts.total, size - counts.total)
    return few / years


def _too_steady(noise: StepNoise, yearly: Floats) -> bool:
    large = yearly >= COUNTABLE_A_YEAR
    steps = float(noise.steps[large].sum())
    if not steps:
        return False
    # mean `steps`, but 1.5 times the variance of a chi-square: scaled after Satterthwaite (1946)
    return bool(special.chdtr(steps / STEP_OVERLAP, noise.sum[large].sum() / STEP_OVERLAP) < TOO_STEADY)


def latest_exposure(counts: EventCounts) -> Floats:
    """Exposure of each region's latest figure; 0 without any."""
    last = counts.exposure.shape[1] - 1 - np.argmax(counts.seen[:, ::-1], axis=1)
    return np.take_along_axis(counts.exposure, last[:, None], axis=1)[:, 0]
