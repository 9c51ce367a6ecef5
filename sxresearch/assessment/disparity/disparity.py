"""Differences among the cities or counties of a region: how large now and in the base year, and whether they close."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from sxresearch.assessment.disparity.measures import FORMULAS, NONE_AT, DisparityMeasure
from sxresearch.assessment.disparity.true_rates import CountedPlaces, chance_alone, draw_rates
from sxresearch.assessment.inputs import Inputs
from sxresearch.errors import BadParameter
from sxresearch.monitoring.privacy.suppression import SUPPRESSED
from sxresearch.plan.indicators import Indicator
from sxresearch.projection.panel import comparable_from
from sxresearch.projection.scale import Floats
from sxresearch.terms import SEED, Better, Group, Level, Measure

FEWEST_PLACES = 3
CHANCE_ABOVE = 0.05
"""Above this p of Cochran's Q the places may all be alike: intervals then begin where nothing differs."""
_TAILS = (0.025, 0.975)


class DisparityTrend(StrEnum):
    """Where a disparity has gone since the base year."""

    CLOSING = "closing"
    WIDENING = "widening"
    NOT_SHOWN = "not_shown"  # no change beyond chance, or beyond the published precision
    NOT_COMPARABLE = "not_comparable"  # no base year, another definition, or other places


@dataclass(frozen=True)
class DisparityValue:
    """A measure of the printed figures; with counts its median and 95 % interval when chance is taken out."""

    value: float
    median: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class DisparityYear:
    """The measures of one year. ``best`` and ``worst`` are region codes, ``by_chance`` the p of "no difference"."""

    year: int
    best: str
    worst: str
    values: Mapping[DisparityMeasure, DisparityValue]
    by_chance: float | None = None


@dataclass(frozen=True)
class Disparity:
    """Differences of one indicator and group among the regions of ``level`` within ``region``.

    ``places`` are those measured; ``without_figure`` and ``suppressed`` count the others (suppressed: small counts).
    ``weighted`` says whether the population was known (else all weigh the same). ``base`` has the same places as
    ``base_now``, which is ``now`` for places with both years. ``change`` is now − base of each measure.
    """

    indicator: Indicator
    group: Group
    region: str
    level: Level
    places: tuple[str, ...]
    without_figure: int
    suppressed: int
    weighted: bool
    now: DisparityYear
    base: DisparityYear | None
    change: Mapping[DisparityMeasure, DisparityValue]
    trends: Mapping[DisparityMeasure, DisparityTrend]
    synthetic: bool

    @property
    def disagrees(self) -> bool:
        """Whether difference and ratio point to different directions."""
        asked = {self.trends[DisparityMeasure.DIFFERENCE], self.trends[DisparityMeasure.RATIO]}
        return {DisparityTrend.CLOSING, DisparityTrend.WIDENING} <= asked


def disparity(
    inputs: Inputs, region: str, indicator: str, group: str = "total", as_of: int | None = None, *,
    level: str | None = None, base_year: int | None = None, internal: bool = False,
) -> Disparity | None:  # fmt: skip
    """How far the regions below ``region`` lie apart; none with figures of fewer than :data:`FEWEST_PLACES`.

    Parameters
    ----------
    level
        ``city`` or ``county``; by default the level right below the region.
    base_year
        By default the base year of the first plan that binds the region.
    internal
        Whether figures of counties that are not published take part.

    Raises
    ------
    BadParameter
        If region, indicator, group or level is unknown, or the level does not lie below the region.
    """
    below = _level(inputs, region, level)
    if indicator not in inputs.indicators:
        raise BadParameter.of("indicator-unknown", "", id=indicator)
    if group not in set(Group):
        raise BadParameter.of("effect-group-unknown", "", found=group, expected="、".join(Group))
    last = as_of or inputs.extent.years()[1]
    used = inputs if internal else inputs.published
    codes = _codes(inputs, region, below)
    known = _PlaceFigures.of(used, inputs.indicators[indicator], group, codes, last)
    year = known.latest()
    if year is None:
        return None
    start = _base(inputs, region) if base_year is None else base_year
    return _measured(known, region, below, year, start, synthetic=bool(set(codes) & set(inputs.synthetic_regions)))


def disparities(
    inputs: Inputs, region: str, as_of: int | None = None, *, level: str | None = None, internal: bool = False
) -> tuple[Disparity, ...]:
    """The disparities of every indicator and group that a plan of the region sets a target for, each once."""
    plans = [plan for plan in inputs.plans if region in plan.binds(inputs.regions)]
    asked = dict.fromkeys((target.indicator, target.group) for plan in plans for _, _, target in plan.places())
    found = (
        disparity(inputs, region, indicator, group, as_of, level=level, internal=internal)
        for indicator, group in asked
        if indicator is not None
    )
    return tuple(item for item in found if item is not None)


def _level(inputs: Inputs, region: str, level: str | None) -> Level:
    inputs.region(region)
    inside = {inputs.regions[code].level for code in inputs.regions.within(region) - {region}}
    possible = [item for item in Level if item in inside]
    if level is None and possible:
        return possible[0]
    if level not in possible:
        raise BadParameter.of(
            "disparity-level", "", found=str(level), expected="、".join(possible) or "–", region=region
        )
    return Level(level)


def _codes(inputs: Inputs, region: str, level: Level) -> tuple[str, ...]:
    inside = inputs.regions.within(region)
    return tuple(item.code for item in inputs.regions if item.code in inside and item.level is level)


def _base(inputs: Inputs, region: str) -> int | None:
    return next((plan.baseline_year for plan in inputs.plans if region in plan.binds(inputs.regions)), None)


@dataclass(frozen=True)
class _PlaceFigures:
    """Figures of one indicator and group in the places asked for, on the definition in force; ``all`` places count."""

    indicator: Indicator
    group: Group
    table: pd.DataFrame
    hidden: pd.DataFrame
    all: tuple[str, ...]

    @classmethod
    def of(cls, inputs: Inputs, indicator: Indicator, group: str, codes: tuple[str, ...], last: int) -> "_PlaceFigures":
        table = inputs.observations.figures
        mine = table[
            (table["indicator"] == indicator.id) & (table["group"] == group) & table["region"].isin(codes)
            & (table["year"] <= last) & (table["year"] >= comparable_from(indicator, last))
        ]  # fmt: skip
        hidden = mine[mine[SUPPRESSED]] if SUPPRESSED in mine else mine.iloc[:0]
        return cls(indicator, Group(group), mine[mine["value"].notna()], hidden, codes)

    def latest(self) -> int | None:
        """The last year in which at least half of the places that report at all have a figure, and three of them."""
        count = self.table.groupby("year")["region"].nunique()
        enough = count[(count >= FEWEST_PLACES) & (2 * count >= self.table["region"].nunique())]
        return None if enough.empty else int(enough.index.max())

    def year(self, year: int) -> pd.DataFrame:
        return self.table[self.table["year"] == year].set_index("region").reindex(self.all).dropna(subset=["value"])

    def counted(self, rows: pd.DataFrame) -> CountedPlaces | None:
        """The counts behind all the rows; none where any is missing."""
        factor = self.indicator.factor
        sizes = rows["denominator"].to_numpy(dtype=float)
        if factor is None or self.indicator.measure is Measure.MEAN or not (sizes > 0).all():
            return None
        events = rows["numerator"].astype(float).fillna(rows["value"] * rows["denominator"] / factor)
        share = self.indicator.measure is not Measure.RATE and self.indicator.bounded
        return CountedPlaces(events.to_numpy(dtype=float), sizes, factor, share)

    @property
    def higher(self) -> bool:
        return self.indicator.better is not Better.LOWER


def _measured(
    known: _PlaceFigures, region: str, level: Level, year: int, start: int | None, *, synthetic: bool
) -> Disparity:
    now, base = known.year(year), _comparable(known, year, start)
    kept = now.index if base is None else now.index.intersection(base.index)
    draws = _Draws.of(known, now, SEED)
    shown = _year(known, year, now, draws)
    hidden = set(known.hidden.loc[known.hidden["year"] == year, "region"])
    before = base_draws = None
    change: Mapping[DisparityMeasure, DisparityValue] = {}
    if base is not None and start is not None:
        base_rows, now_rows = base.loc[kept], now.loc[kept]
        base_draws = _Draws.of(known, base_rows, SEED + 1)
        before = _year(known, start, base_rows, base_draws)
        matched = draws if len(kept) == len(now) else _Draws.of(known, now_rows, SEED)
        change = _change(_year(known, year, now_rows, matched), before, matched, base_draws)
    return Disparity(
        known.indicator, known.group, region, level, tuple(now.index), len(known.all) - len(now) - len(hidden),
        len(hidden), draws.weighted, shown, before, change, _trends(known.indicator, change), synthetic,
    )  # fmt: skip


def _comparable(known: _PlaceFigures, year: int, start: int | None) -> pd.DataFrame | None:
    """The base year's figures; none where there are too few of the places of now."""
    if start is None or start >= year or start < comparable_from(known.indicator, year):
        return None
    base, now = known.year(start), known.year(year)
    return base if len(base.index.intersection(now.index)) >= FEWEST_PLACES else None


@dataclass(frozen=True)
class _Draws:
    """Weights, and the measures of draws of the true rates (none without counts)."""

    weights: Floats
    weighted: bool
    measures: Mapping[DisparityMeasure, Floats] | None
    by_chance: float | None

    @classmethod
    def of(cls, known: _PlaceFigures, rows: pd.DataFrame, seed: int) -> "_Draws":
        size = rows["denominator"].to_numpy(dtype=float)
        weighted = bool((size > 0).all())
        weights = size / size.sum() if weighted else np.full(len(rows), 1 / len(rows))
        places = known.counted(rows)
        if places is None:
            return cls(weights, weighted, None, None)
        rates = draw_rates(places, seed=seed)
        found = {kind: formula(rates, weights, higher=known.higher) for kind, formula in FORMULAS.items()}
        return cls(weights, weighted, found, chance_alone(places))


def _year(known: _PlaceFigures, year: int, rows: pd.DataFrame, draws: _Draws) -> DisparityYear:
    y = rows["value"].to_numpy(dtype=float)
    values = {
        kind: _value(float(formula(y, draws.weights, higher=known.higher)), kind, draws)
        for kind, formula in FORMULAS.items()
    }
    high, low = str(rows.index[int(np.argmax(y))]), str(rows.index[int(np.argmin(y))])
    best, worst = (high, low) if known.higher else (low, high)
    return DisparityYear(year, best, worst, values, draws.by_chance)


def _value(printed: float, kind: DisparityMeasure, draws: _Draws) -> DisparityValue:
    if draws.measures is None or draws.by_chance is None:
        return DisparityValue(printed)
    low, high = (float(item) for item in np.quantile(draws.measures[kind], _TAILS))
    start = NONE_AT[kind] if draws.by_chance > CHANCE_ABOVE else low
    return DisparityValue(printed, float(np.median(draws.measures[kind])), start, high)


def _change(
    now: DisparityYear, base: DisparityYear, later: _Draws, earlier: _Draws
) -> Mapping[DisparityMeasure, DisparityValue]:
    out = {}
    for kind in DisparityMeasure:
        printed = now.values[kind].value - base.values[kind].value
        if later.measures is None or earlier.measures is None:
            out[kind] = DisparityValue(printed)
            continue
        moved = later.measures[kind] - earlier.measures[kind]
        low, high = (float(item) for item in np.quantile(moved, _TAILS))
        out[kind] = DisparityValue(printed, float(np.median(moved)), low, high)
    return out


def _trends(
    indicator: Indicator, change: Mapping[DisparityMeasure, DisparityValue]
) -> Mapping[DisparityMeasure, DisparityTrend]:
    return {kind: _trend(indicator, kind, change.get(kind)) for kind in DisparityMeasure}


def _trend(indicator: Indicator, kind: DisparityMeasure, moved: DisparityValue | None) -> DisparityTrend:
    if moved is None or not np.isfinite(moved.value):
        return DisparityTrend.NOT_COMPARABLE
    if moved.low is not None and moved.high is not None:
        if moved.high < 0:
            return DisparityTrend.CLOSING
        return DisparityTrend.WIDENING if moved.low > 0 else DisparityTrend.NOT_SHOWN
    least = 10.0**-indicator.decimals if kind in (DisparityMeasure.DIFFERENCE, DisparityMeasure.FROM_BEST) else 0.01
    if abs(moved.value) < least:
        return DisparityTrend.NOT_SHOWN
    return DisparityTrend.CLOSING if moved.value < 0 else DisparityTrend.WIDENING
