"""What changed since the plan began: one indicator of one region, before and since, with what the data could show.

A change since a date is description: it does not say what brought it about. Where cities began a measure at different
times, :mod:`sxresearch.assessment.effect.earlier_start` compares them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from sxresearch.assessment.effect.effect_panel import EffectPanel, effect_panel
from sxresearch.assessment.effect.power import detectable
from sxresearch.assessment.effect.shrinkage import FEWEST_REGIONS, shrunk_estimates
from sxresearch.assessment.effect.step_regression import (
    DISTANCE,
    LEVEL,
    SLOPE,
    StepEstimates,
    enough,
    fit_steps,
    half_width,
    p_value,
)
from sxresearch.assessment.inputs import Inputs
from sxresearch.errors import BadParameter
from sxresearch.plan.indicators import Indicator
from sxresearch.projection.scale import Scale
from sxresearch.terms import Better, Group, Measure

SHOWN_BELOW = 0.05
"""Two-sided level at which a change is called shown."""
MANY_BEFORE, MANY_SINCE = 8, 5
"""With fewer figures before or since, the words say that they are few."""


class EffectFinding(StrEnum):
    """What the figures say about a change of course since the plan began."""

    TOO_FEW = "too_few"  # too few figures before or since
    STILL = "still"  # the series does not vary, or moves at elections only: nothing to judge by
    NOT_SHOWN = "not_shown"  # no change that chance would not make as well
    BETTER = "better"
    WORSE = "worse"
    CHANGED = "changed"  # of indicators that are best within a band


ANSWERED = frozenset({EffectFinding.NOT_SHOWN, EffectFinding.BETTER, EffectFinding.WORSE, EffectFinding.CHANGED})


@dataclass(frozen=True)
class EffectEstimate:
    """An estimate with its 95 % interval, in the indicator's unit (``slope``: per year), and the p of "no change"."""

    value: float
    low: float
    high: float
    p: float


@dataclass(frozen=True)
class PlanEffect:
    """The answer for one indicator, group and region.

    ``began`` is the plan's first year; ``before`` and ``since`` count figures; ``regions`` is how many lent strength
    (1: the region alone). ``former`` is where the course before the plan would have led in ``last_year``, and
    ``latest`` the figure that came; ``distance`` lies between them, ``level`` is the jump in the first year and
    ``slope`` the change of the yearly pace. ``common`` is the distance of the mean of all regions. ``detectable`` is
    the smallest distance for the better that such data show in four cases of five (none where not even the best value
    would be far enough). Everything is none where there is no answer.
    """

    indicator: Indicator
    group: Group
    region: str
    finding: EffectFinding
    began: int
    last_year: int | None
    before: int
    since: int
    regions: int = 1
    latest: float | None = None
    former: float | None = None
    distance: EffectEstimate | None = None
    level: EffectEstimate | None = None
    slope: EffectEstimate | None = None
    common: EffectEstimate | None = None
    detectable: float | None = None
    synthetic: bool = False

    @property
    def few(self) -> bool:
        """Whether the figures are few even where they allow an answer."""
        return self.before < MANY_BEFORE or self.since < MANY_SINCE


def effect(
    inputs: Inputs, region: str, indicator: str, group: str = "total", as_of: int | None = None,
    began: int | None = None, *, internal: bool = False,
) -> PlanEffect:  # fmt: skip
    """Whether the course of one indicator changed when the plan began.

    Parameters
    ----------
    inputs
        As :func:`~sxresearch.assessment.inputs.load_inputs` gives them.
    region, indicator, group
        Codes as in the observations.
    as_of
        Last data year used; by default the last year of the data.
    began
        First year of the new course; by default the first year of the first plan that binds the region.
    internal
        Whether figures of counties that are not published take part.

    Raises
    ------
    BadParameter
        If region, indicator or group is unknown, or no plan binds the region and no year is given.
    """
    level = inputs.region(region).level
    used = inputs if internal else inputs.published
    start = _start(inputs, region) if began is None else began
    series = effect_panel(used, level, indicator, group, as_of)
    return _answer(series, region, start, synthetic=region in inputs.synthetic_regions)


def effects(
    inputs: Inputs, region: str, as_of: int | None = None, began: int | None = None, *, internal: bool = False
) -> tuple[PlanEffect, ...]:
    """The answers for every indicator and group that a plan of the region sets a target for, each once.

    Of many answers one in twenty is called a change by chance alone: see :func:`expected_by_chance`. Else as
    :func:`effect`.
    """
    plans = [plan for plan in inputs.plans if region in plan.binds(inputs.regions)]
    asked = {(target.indicator, target.group): plan.period[0] for plan in plans for _, _, target in plan.places()}
    return tuple(
        effect(inputs, region, indicator, group, as_of, began or start, internal=internal)
        for (indicator, group), start in asked.items()
        if indicator is not None
    )


def expected_by_chance(found: tuple[PlanEffect, ...]) -> float:
    """How many changes would be called shown if nothing had changed anywhere, at most."""
    return SHOWN_BELOW * sum(item.finding in ANSWERED for item in found)


def _start(inputs: Inputs, region: str) -> int:
    for plan in inputs.plans:
        if region in plan.binds(inputs.regions):
            return plan.period[0]
    raise BadParameter.of("effect-no-plan", "", region=region)


def _answer(series: EffectPanel, region: str, began: int, *, synthetic: bool) -> PlanEffect:
    years = series.years_of(region)
    since = int((years >= began).sum())
    last = int(years[-1]) if len(years) else None

    def none(finding: EffectFinding) -> PlanEffect:
        return PlanEffect(
            series.indicator, series.group, region, finding, began, last, len(years) - since, since, synthetic=synthetic
        )

    if not enough(years, began):
        return none(EffectFinding.TOO_FEW)
    if series.indicator.measure is Measure.STEP:
        return none(EffectFinding.STILL)
    fitted = _fitted(series, region, began)
    return none(EffectFinding.STILL) if fitted is None else _worded(series, none(EffectFinding.NOT_SHOWN), fitted)


@dataclass(frozen=True)
class _Fitted:
    own: StepEstimates
    common: StepEstimates | None
    regions: int


def _fitted(series: EffectPanel, region: str, began: int) -> _Fitted | None:
    codes, years, z = series.beside(region)
    row = codes.index(region)
    if len(codes) >= FEWEST_REGIONS:
        found = shrunk_estimates(years, z, row, began)
        if found is not None:
            return _Fitted(found.own, found.common, found.regions)
    alone = fit_steps(years, z[row], began)
    return _Fitted(alone, None, 1) if alone.moves else None


def _worded(series: EffectPanel, empty: PlanEffect, fitted: _Fitted) -> PlanEffect:
    """The estimates in the indicator's unit."""
    panel = series.panel
    assert panel is not None  # an answer was fitted on it
    scale, row = panel.scale, panel.row(empty.region)
    since = panel.values[row, panel.years >= empty.began]
    first, latest = since[np.isfinite(since)][[0, -1]]
    distance = _apart(scale, latest, fitted.own, DISTANCE)
    former = float(scale.back(scale.forward(latest) - fitted.own.values[DISTANCE]))
    return PlanEffect(
        empty.indicator, empty.group, empty.region, _finding(empty.indicator, distance, latest - former), empty.began,
        empty.last_year, empty.before, empty.since, fitted.regions, float(latest), former, distance,
        _apart(scale, first, fitted.own, LEVEL), _pace(scale, latest, fitted.own),
        None if fitted.common is None else _apart(scale, _middle(series), fitted.common, DISTANCE),
        _detectable(scale, former, fitted.own, empty.indicator), empty.synthetic,
    )  # fmt: skip


def _apart(scale: Scale, figure: float, found: StepEstimates, kind: int) -> EffectEstimate:
    """How far a figure lies from the former course, in the unit: the figure stays, the course is what is uncertain."""
    z, value, variance = float(scale.forward(figure)), float(found.values[kind]), float(found.variances[kind])
    half = half_width(variance, found.df)
    low, middle, high = (
        float(scale.back(z) - scale.back(z - change)) for change in (value - half, value, value + half)
    )
    return EffectEstimate(middle, low, high, p_value(value, variance, found.df))


def _pace(scale: Scale, figure: float, found: StepEstimates) -> EffectEstimate:
    """The change of slope per year at the latest figure (delta method)."""
    value, variance = float(found.values[SLOPE]), float(found.variances[SLOPE])
    unit = float(scale.slope(figure))
    half = half_width(variance, found.df)
    return EffectEstimate(
        value / unit, (value - half) / unit, (value + half) / unit, p_value(value, variance, found.df)
    )


def _middle(series: EffectPanel) -> float:
    """The latest figure of the panel's mean path, in the unit."""
    assert series.panel is not None  # as above
    last = [row[np.isfinite(row)][-1] for row in series.panel.working if np.isfinite(row).any()]
    return float(series.panel.scale.back(np.mean(last)))


def _detectable(scale: Scale, former: float, found: StepEstimates, indicator: Indicator) -> float | None:
    """The smallest change for the better (of bands: upwards) that would be seen; none where it passes the bound."""
    step = detectable(float(np.sqrt(found.variances[DISTANCE])), found.df)
    sign, bound = (-1.0, indicator.lower) if indicator.better is Better.LOWER else (1.0, indicator.upper)
    reached = float(scale.forward(former)) + sign * step
    if bound is not None and sign * reached >= sign * float(scale.forward(bound)):
        return None
    return abs(float(scale.back(reached)) - former)


def _finding(indicator: Indicator, distance: EffectEstimate, moved: float) -> EffectFinding:
    if distance.p >= SHOWN_BELOW:
        return EffectFinding.NOT_SHOWN
    if indicator.better is Better.BAND:
        return EffectFinding.CHANGED
    return EffectFinding.BETTER if (moved > 0) == (indicator.better is Better.HIGHER) else EffectFinding.WORSE


def shown(found: tuple[PlanEffect, ...]) -> Iterator[PlanEffect]:
    """The answers that call a change."""
    return (item for item in found if item.finding in ANSWERED - {EffectFinding.NOT_SHOWN})
