"""Demonstration figures: made up, the same on every run, and marked so in every row.

They behave like real monitoring data (levels near national ones, cities that differ,
a disturbance in 2020-2022, counts behind the rates, missing years, a redefinition,
bodies elected for several years) and say nothing about any real place.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pandas as pd

from sxresearch.files import publish
from sxresearch.monitoring.contract import COLUMNS, Register
from sxresearch.monitoring.demo.drawn_counts import Counts, Draw, stacked
from sxresearch.monitoring.demo.nested_deaths import PART_OF, ByCity, with_deaths_of
from sxresearch.monitoring.demo.population import POPULATION_10K, PROVINCE, cities, counties, exposure_of, weights_of
from sxresearch.monitoring.demo.profiles import FIRST_YEAR, LAST_YEAR, YEARS, Profile, load_profiles, to_unit
from sxresearch.monitoring.demo.seeds import generator
from sxresearch.monitoring.demo.true_paths import city_path, county_paths, held_between
from sxresearch.paths import DATA
from sxresearch.plan.indicators import Indicator
from sxresearch.plan.loading import load_indicators
from sxresearch.plan.regions import load_regions
from sxresearch.terms import Basis, Group, ObservationStatus

SOURCE = "演示数据（合成）/ synthetic data"
MAIN_FILE, COUNTY_FILE = "shanxi-demo.csv", "shanxi-demo-counties.csv"

_GAP = 0.25  # share of series with one year missing inside
_LATE = 0.05  # share of series whose last year has not come in yet
_PRELIMINARY = 0.25  # share of indicators whose last year is preliminary
_READING_NOISE = 0.4  # noise of figures without counts, as a share of the profile's walk

_Cities: TypeAlias = Mapping[str, list[str]]
"""Each city with its counties."""


@dataclass(frozen=True)
class _Figures:
    """Figures of one group of one indicator: regions in rows, years in columns."""

    regions: list[str]
    group: Group
    level: np.ndarray
    """Values in the indicator's unit."""
    counts: Counts | None = None


def demo_observations(register: Register, profiles: Mapping[str, Profile], *, counties: bool) -> pd.DataFrame:
    """Synthetic observations 2010-2023 in the contract's columns.

    Every series draws from its own source of chance: neither another indicator nor
    the counties change the rest, but for deaths that are among others (:mod:`nested_deaths`).

    Parameters
    ----------
    register
        Gives the indicators' units, bounds and decimals, and the regions.
    profiles
        How each indicator is made up, by indicator id.
    counties
        Whether the counties' rows follow those of the province and the cities.
    """
    shown = {PROVINCE, *POPULATION_10K} | {item.code for item in register.regions if counties}
    parts = [
        _rows(figures, register.indicators[name], profile, shown)
        for name, profile in profiles.items()
        for figures in _figures(register, profiles, name)
    ]
    table = pd.concat(parts, ignore_index=True)
    table = table.sort_values(["region", "indicator", "group", "year"], kind="stable", ignore_index=True)
    return table.astype({"numerator": "Int64", "denominator": "Int64"})


def write_demo(folder: Path, *, counties: bool = False) -> list[Path]:
    """Write the demonstration files of this checkout's register; gives their paths."""
    register = Register(load_indicators(DATA / "indicators.yaml"), load_regions(DATA / "regions.csv"))
    table = demo_observations(register, load_profiles(DATA / "demo" / "profiles.yaml"), counties=counties)
    main = table["region"].isin([PROVINCE, *POPULATION_10K])
    written = [_written(table[main], folder / MAIN_FILE)]
    if counties:
        written.append(_written(table[~main], folder / COUNTY_FILE))
    return written


def _written(table: pd.DataFrame, path: Path) -> Path:
    return publish(path, lambda part: table.to_csv(part, index=False, lineterminator="\n"))


def _figures(register: Register, profiles: Mapping[str, Profile], name: str) -> Iterator[_Figures]:
    indicator, profile = register.indicators[name], profiles[name]
    by_city = {city: counties(city, register.regions) for city in cities(register.regions)}
    held = held_between(profile.elections) if profile.elections else np.arange(len(YEARS))
    if profile.exposure is None:
        yield from _without_counts(indicator, profile, by_city, held)
    else:
        yield from _with_counts(_counts(register, profiles, name, by_city), indicator, by_city, held)


def _regions(by_city: _Cities) -> list[str]:
    return [PROVINCE, *by_city, *(code for codes in by_city.values() for code in codes)]


def _counts(register: Register, profiles: Mapping[str, Profile], name: str, by_city: _Cities) -> ByCity:
    """Counts of each city's counties; with at least the deaths that are among them, where these are made up too."""
    drawn = {city: _drawn(city, codes, register.indicators[name], profiles[name]) for city, codes in by_city.items()}
    part = PART_OF.get(name, "")
    return with_deaths_of(_counts(register, profiles, part, by_city), drawn) if part in profiles else drawn


def _with_counts(drawn: ByCity, indicator: Indicator, by_city: _Cities, held: np.ndarray) -> Iterator[_Figures]:
    for group in next(iter(drawn.values())):
        lowest = [groups[group].held(held) for groups in drawn.values()]
        middle = stacked([counts.summed() for counts in lowest])
        counts = stacked([middle.summed(), middle, *lowest])
        yield _Figures(_regions(by_city), group, counts.level(indicator), counts)


def _drawn(city: str, codes: list[str], indicator: Indicator, profile: Profile) -> dict[Group, Counts]:
    if profile.exposure is None:
        raise ValueError(f"{indicator.id} has no exposure")
    path = county_paths(codes, city_path(city, indicator, profile), indicator, profile)
    exposure = np.maximum(exposure_of(city, profile.exposure, weights_of(codes)), 1)
    return Draw(city, indicator, path, profile.groups, exposure).of_groups()


def _without_counts(indicator: Indicator, profile: Profile, by_city: _Cities, held: np.ndarray) -> Iterator[_Figures]:
    paths = {city: city_path(city, indicator, profile)[held] for city in by_city}
    of_counties = [county_paths(codes, paths[city], indicator, profile) for city, codes in by_city.items()]
    working = np.concatenate([np.stack(list(paths.values())), *of_counties])
    codes = _regions(by_city)
    weights = [POPULATION_10K[city] for city in by_city]
    for group in (Group.TOTAL, *profile.groups):
        values = _read(codes[1:], working + profile.groups.get(group, 0.0), group, indicator, profile)
        province = np.average(values[: len(by_city)], axis=0, weights=weights)
        yield _Figures(codes, group, np.round(np.vstack([province, values]), indicator.decimals))


def _read(codes: list[str], working: np.ndarray, group: Group, indicator: Indicator, profile: Profile) -> np.ndarray:
    """Levels as an office would read them: with a little noise, in the indicator's unit."""
    if profile.elections:
        return to_unit(working, indicator)
    noise = [generator(code, indicator.id, group, "reading").standard_normal(len(YEARS)) for code in codes]
    return to_unit(working + _READING_NOISE * profile.walk * np.stack(noise), indicator)


def _rows(figures: _Figures, indicator: Indicator, profile: Profile, shown: Container[str]) -> pd.DataFrame:
    kept = [position for position, region in enumerate(figures.regions) if region in shown]
    regions = [figures.regions[position] for position in kept]
    columns = {"region": np.repeat(regions, len(YEARS)), "year": np.tile(YEARS, len(regions))}
    columns["value"] = figures.level[kept].ravel()
    if figures.counts:
        columns["numerator"] = figures.counts.numerator[kept].ravel()
        columns["denominator"] = figures.counts.denominator[kept].ravel()
    columns["status"] = np.tile(_status(indicator), len(regions))
    fixed = {"indicator": indicator.id, "group": figures.group.value, "unit": indicator.unit.value}
    table = pd.DataFrame(columns).assign(**fixed, basis=Basis.SYNTHETIC.value, source=SOURCE, reported_at="")
    published = np.concatenate([_published(region, indicator, profile) for region in regions])
    return table.reindex(columns=list(COLUMNS))[published]


def _status(indicator: Indicator) -> list[str]:
    settled = [ObservationStatus.FINAL.value] * (len(YEARS) - 1)
    preliminary = generator(indicator.id, "status").random() < _PRELIMINARY
    return [*settled, (ObservationStatus.PRELIMINARY if preliminary else ObservationStatus.FINAL).value]


def _published(region: str, indicator: Indicator, profile: Profile) -> np.ndarray:
    """Which years a region has published."""
    seen = profile.first_year <= YEARS
    if region == PROVINCE:
        return seen
    chance = generator(region, indicator.id, "missing")
    gap, late = chance.random() < _GAP, chance.random() < _LATE
    inside = int(chance.integers(FIRST_YEAR + 1, LAST_YEAR))
    return seen & ~(gap & (inside == YEARS)) & ~(late & (LAST_YEAR == YEARS))
