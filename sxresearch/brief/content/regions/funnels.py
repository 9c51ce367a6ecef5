"""Funnels: is a region's rate out of the ordinary, given how many cases its size lets one expect?

A ranking of small regions ranks chance. A funnel shows every region's rate against its denominator, with the limits
within which 95 and 99.8 % of the regions would lie if all had the common rate. Exact limits of the Poisson and the
binomial distribution, interpolated between whole counts: D. J. Spiegelhalter, Funnel plots for comparing
institutional performance, Statistics in Medicine 24 (2005) 1185–1202, appendix A.1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from sxresearch.brief.content.comparison.others_figures import ENOUGH
from sxresearch.brief.content.headline import counted
from sxresearch.brief.content.regions.peers import good_of
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.content.subject import SeriesKey
from sxresearch.brief.content.wording import known, series_name
from sxresearch.language import say, word
from sxresearch.terms import Better, Language, Measure

LIMITS = (0.001, 0.025, 0.975, 0.999)
"""Tail probabilities of the 95 and the 99.8 % limits."""

MOST_EVENTS = 300.0
"""With more expected cases per region chance is no longer what sets regions apart, and limits mislead."""

_STEPS = 60  # points along a limit line


class Zone(StrEnum):
    """Where a region lies in a funnel."""

    INSIDE = "inside"
    ABOVE = "above"
    BELOW = "below"
    FAR_ABOVE = "far-above"
    FAR_BELOW = "far-below"


@dataclass(frozen=True)
class Dot:
    """One region: its cases, what its cases are counted in, the rate, and the cases to be expected."""

    region: str
    events: float
    exposure: float
    rate: float
    expected: float
    zone: Zone


@dataclass(frozen=True)
class Funnel:
    """One funnel; ``curve`` has the columns exposure, far_low, low, high, far_high (rates).

    ``size`` is what exposure counts.
    """

    identifier: str
    title: str
    unit: str
    year: int
    centre: float
    decimals: int
    dots: tuple[Dot, ...]
    curve: pd.DataFrame
    better: Better
    size: str

    @property
    def outside(self) -> tuple[Dot, ...]:
        """Regions beyond the 95 % limits."""
        return tuple(dot for dot in self.dots if dot.zone is not Zone.INSIDE)


def attainment_funnel(shown: Sequence[RegionVerdicts]) -> Funnel | None:
    """The share of assessable targets that are met or likely, by region; none with too few regions."""
    counts = [
        (member.name, *good_of([row for row in counted(member.rows) if not row.is_checklist])) for member in shown
    ]
    usable = [(name, good, of) for name, good, of in counts if of]
    if len(usable) < ENOUGH:
        return None
    language = shown[0].subject.language
    return _funnel(
        pd.DataFrame(usable, columns=["region", "events", "exposure"]).astype({"events": float, "exposure": float}),
        factor=100.0,
        binomial=True,
        identifier="funnel-attainment",
        title=say("brief-overview-funnel-attainment", language),
        unit=word("unit", "percent", language),
        year=shown[0].subject.as_of,
        decimals=0,
        better=Better.HIGHER,
        size=say("brief-overview-funnel-targets", language),
    )


def rate_funnels(shown: Sequence[RegionVerdicts]) -> tuple[Funnel, ...]:
    """One funnel per rate of rare events among the judged series, for the latest year that most regions report."""
    found = (_rate_funnel(series, shown) for series in _series(shown))
    return tuple(item for item in found if item is not None)


def _series(shown: Sequence[RegionVerdicts]) -> list[SeriesKey]:
    series = (
        member.subject.first_series(row.place.target)
        for member in shown
        for row in member.rows
        if row.place.target.indicator
    )
    return list({(item.indicator.id, item.group): item for item in series if item}.values())


def _rate_funnel(series: SeriesKey, shown: Sequence[RegionVerdicts]) -> Funnel | None:
    factor = series.indicator.factor
    if series.indicator.measure is not Measure.RATE or factor is None or factor <= 100:
        return None
    latest = _counted(series, shown)
    if latest.empty:
        return None
    year = int(latest["year"].value_counts().sort_index(ascending=False).idxmax())
    rows = latest[latest["year"] == year]
    expected = rows["exposure"] * rows["events"].sum() / rows["exposure"].sum()
    if len(rows) < ENOUGH + 1 or not 0 < expected.median() <= MOST_EVENTS:
        return None
    language, counted_in = shown[0].subject.language, series.indicator.denominator
    return _funnel(
        rows,
        factor=factor,
        binomial=False,
        identifier=f"funnel-{series.indicator.id}-{series.group}".replace("_", "-"),
        title=series_name(series, language),
        unit=word("unit", series.indicator.unit, language).strip(),
        year=year,
        decimals=series.indicator.decimals,
        better=series.indicator.better,
        size=counted_in.in_language(language) if counted_in else say("brief-overview-funnel-size", language),
    )


def _counted(series: SeriesKey, shown: Sequence[RegionVerdicts]) -> pd.DataFrame:
    """Latest counts of every region: region, year, events, exposure."""
    rows = []
    for member in shown:
        rows += [
            (member.name, item.year, item.numerator, item.denominator)
            for item in member.subject.seen(series)
            if known(item.numerator) and item.denominator > 0
        ]
    return pd.DataFrame(rows, columns=["region", "year", "events", "exposure"])


def _funnel(rows: pd.DataFrame, *, factor: float, binomial: bool, **about: Any) -> Funnel:
    common = float(rows["events"].sum() / rows["exposure"].sum())
    lines = np.linspace(rows["exposure"].min() * 0.7, rows["exposure"].max() * 1.08, _STEPS)
    edges = limits(lines, common, binomial=binomial) * factor
    curve = pd.DataFrame(edges, columns=["far_low", "low", "high", "far_high"]).assign(exposure=lines)
    own = limits(rows["exposure"].to_numpy(), common, binomial=binomial)
    dots = tuple(
        Dot(row.region, row.events, row.exposure, row.events / row.exposure * factor, row.exposure * common, zone)
        for row, zone in zip(rows.itertuples(), map(_zone, rows["events"] / rows["exposure"], own), strict=True)
    )
    return Funnel(centre=common * factor, dots=dots, curve=curve, **about)


def limits(exposure: np.ndarray, common: float, *, binomial: bool) -> np.ndarray:
    """Rates at the tail probabilities LIMITS, shape (len(exposure), 4), if every region had the rate ``common``."""
    size = np.round(exposure) if binomial else exposure
    law = stats.binom(size.astype(int), common) if binomial else stats.poisson(exposure * common)
    columns = []
    for tail in LIMITS:
        count = law.ppf(tail)
        above, below = law.cdf(count), law.cdf(count - 1)
        columns.append(np.clip((count - (above - tail) / (above - below)) / size, 0, None))
    found = np.column_stack(columns)
    return np.clip(found, 0, 1) if binomial else found


def _zone(rate: float, own: np.ndarray) -> Zone:
    far_low, low, high, far_high = own
    if rate > high:
        return Zone.FAR_ABOVE if rate > far_high else Zone.ABOVE
    if rate < low:
        return Zone.FAR_BELOW if rate < far_low else Zone.BELOW
    return Zone.INSIDE


def is_good(funnel: Funnel, dot: Dot) -> bool:
    """Whether a region outside the limits is on the better side."""
    return (dot.zone in (Zone.ABOVE, Zone.FAR_ABOVE)) == (funnel.better is Better.HIGHER)


def side(funnel: Funnel, dot: Dot, language: Language) -> str:
    """Where a region lies, in words: on the better or the worse side, and how far out."""
    if dot.zone is Zone.INSIDE:
        return say("brief-overview-zone-inside", language)
    far = "far-" if dot.zone in (Zone.FAR_ABOVE, Zone.FAR_BELOW) else ""
    return say(f"brief-overview-zone-{far}{'better' if is_good(funnel, dot) else 'worse'}", language)
