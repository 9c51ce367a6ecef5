"""What one region is asked to report: a row for every indicator, group and year, with the figure known so far."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from sxresearch.errors import BadParameter
from sxresearch.monitoring.template.sheet_words import zh
from sxresearch.plan.catalogue import Plan
from sxresearch.plan.indicators import Indicator, Indicators
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Basis, Group


@dataclass(frozen=True)
class KnownFigure:
    """A figure that is known already, in the indicator's unit; shown for orientation only."""

    value: float
    year: int
    synthetic: bool


@dataclass(frozen=True)
class FormEntry:
    """One figure that is asked for; ``known`` is the latest before ``year``."""

    indicator: Indicator
    group: Group
    year: int
    known: KnownFigure | None = None


@dataclass(frozen=True)
class Form:
    """Everything that ``region`` is asked for, in the order of its plans; ``indicators`` each once."""

    region: Region
    years: tuple[int, ...]
    entries: tuple[FormEntry, ...]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators asked for, each once."""
        return tuple({entry.indicator.id: entry.indicator for entry in self.entries}.values())

    @property
    def title(self) -> str:
        """What stands above the form."""
        return zh("title", region=self.region.name, code=self.region.code)

    @property
    def synthetic(self) -> bool:
        """Whether any of the figures shown for orientation is synthetic."""
        return any(entry.known.synthetic for entry in self.entries if entry.known)


def form_of(
    code: str,
    years: Iterable[int],
    plans: Iterable[Plan],
    indicators: Indicators,
    regions: Regions,
    figures: pd.DataFrame,
) -> Form:
    """The form of the region ``code``.

    Parameters
    ----------
    years
        Years to report; none asks for the year after the latest figure of the region or, where it has none, of the
        first region above it that has.
    figures
        The table of :class:`~sxresearch.monitoring.observations.Observations`.

    Raises
    ------
    BadParameter
        If no plan binds the region, or no year is given and neither it nor a region above it has a figure.
    """
    region = regions[code]
    used = used_indicators((plan for plan in plans if code in plan.binds(regions)), indicators)
    if not used:
        raise BadParameter.of("region-without-plan", "", code=code, name=region.name)
    with_value = figures[figures["value"].notna()]
    own = with_value[with_value["region"] == code]
    asked = tuple(sorted(set(years))) or (_next_year(with_value, region, regions),)
    known = _by_series(own)
    return Form(region, asked, tuple(_entries(used, asked, known)))


def used_indicators(plans: Iterable[Plan], indicators: Indicators) -> tuple[Indicator, ...]:
    """The indicators that targets of the plans look at, in the plans' order, each once."""
    ids = (
        name
        for plan in plans
        for _, _, target in plan.places()
        for name in (target.indicator, target.second_indicator)
        if name is not None
    )
    return tuple(indicators[name] for name in dict.fromkeys(ids))


def _next_year(figures: pd.DataFrame, region: Region, regions: Regions) -> int:
    """The year after the latest figure of the region, or of the first above it that has any."""
    latest = figures.groupby("region")["year"].max()
    above: Region | None = region
    while above is not None and above.code not in latest.index:
        above = regions[above.parent] if above.parent else None
    if above is None:
        raise BadParameter.of("template-year-unknown", "", code=region.code, name=region.name)
    return int(latest[above.code]) + 1


_Series = Mapping[tuple[str, str], Sequence[KnownFigure]]


def _by_series(own: pd.DataFrame) -> _Series:
    """Indicator and group to the figures, the earliest first."""
    found: dict[tuple[str, str], list[KnownFigure]] = {}
    for row in own.sort_values("year").itertuples(index=False):
        figure = KnownFigure(float(row.value), int(row.year), row.basis == Basis.SYNTHETIC)
        found.setdefault((row.indicator, row.group), []).append(figure)
    return found


def _entries(used: Iterable[Indicator], years: Sequence[int], known: _Series) -> Iterable[FormEntry]:
    for indicator in used:
        for group in indicator.groups:
            before = known.get((indicator.id, group.value), ())
            for year in years:
                earlier = [figure for figure in before if figure.year < year]
                yield FormEntry(indicator, group, year, earlier[-1] if earlier else None)
