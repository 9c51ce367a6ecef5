"""The true level behind a demonstration series.

Deliberately none of the models that the toolkit fits: a logistic approach from one
level to another, steps when a programme starts, a common disturbance in 2020-2022,
and autoregressive deviations that return to the path.
"""

from collections.abc import Sequence

import numpy as np
from scipy.special import expit

from sxresearch.monitoring.demo.profiles import FIRST_YEAR, LAST_YEAR, YEARS, Profile, to_working
from sxresearch.monitoring.demo.seeds import generator
from sxresearch.plan.indicators import Indicator

RETURN = 0.55  # share of a deviation that is still there a year later
STEP_SHARE = 0.2  # share of the whole way that is covered at once when a programme starts
CONVERGENCE = 0.25  # share of the first differences between cities that is gone in the last year
COUNTY_SPREAD = 0.6  # spread between counties of a city, as a share of the spread between cities
SHOCK_SHAPE = {2020: 0.7, 2021: 0.8, 2022: 1.0, 2023: 0.35}  # share of the profile's shock felt in each year


def city_path(city: str, indicator: Indicator, profile: Profile) -> np.ndarray:
    """True level of one city on the working scale, one per year."""
    chance = generator(city, indicator.id, "path")
    jump = _jumped(profile)
    start, end = to_working(profile.start, indicator), to_working(profile.end, indicator) - jump[-1]
    way = _way(indicator.id, float(chance.normal(0, 1)))
    offset = profile.spread * float(chance.standard_normal())
    felt = profile.shock * float(chance.uniform(0.6, 1.4)) * _shock_shape()
    settled = start + (end - start) * way + offset * (1 - CONVERGENCE * way) + jump
    path: np.ndarray = settled + felt + _returning(profile.walk, chance)
    return path


def county_paths(codes: Sequence[str], path: np.ndarray, indicator: Indicator, profile: Profile) -> np.ndarray:
    """True levels of a city's counties on the working scale, shape (counties, years)."""
    return np.stack([path + _county_offset(code, indicator, profile) for code in codes])


def _county_offset(code: str, indicator: Indicator, profile: Profile) -> float:
    return COUNTY_SPREAD * profile.spread * float(generator(code, indicator.id, "offset").standard_normal())


def held_between(elections: Sequence[int]) -> np.ndarray:
    """For each year the position of the year whose figure stands: the last election, else the first year."""
    last = [max((year for year in elections if year <= now), default=FIRST_YEAR) for now in YEARS]
    return np.array([max(year - FIRST_YEAR, 0) for year in last])


def _jumped(profile: Profile) -> np.ndarray:
    """Height of all redefinitions so far, one per year."""
    return np.array([sum(size for year, size in profile.jumps.items() if year <= now) for now in YEARS])


def _shock_shape() -> np.ndarray:
    return np.array([SHOCK_SHAPE.get(int(year), 0.0) for year in YEARS])


def _way(indicator: str, earlier: float) -> np.ndarray:
    """Share of the way from start to end covered by each year: 0 in the first, 1 in the last.

    ``earlier`` moves the city's programme start by that many years.
    """
    common = generator(indicator, "way")
    middle, width = common.uniform(2013, 2018), common.uniform(2.0, 4.5)
    curve = expit((YEARS - middle) / width)
    curve = (curve - curve[0]) / (curve[-1] - curve[0])
    start = np.clip(round(common.uniform(2012, 2021) + earlier), FIRST_YEAR + 1, LAST_YEAR)
    way: np.ndarray = (1 - STEP_SHARE) * curve + STEP_SHARE * (start <= YEARS)
    return way


def _returning(size: float, chance: np.random.Generator) -> np.ndarray:
    """Autoregressive deviations with innovations of standard deviation ``size``."""
    pushes = size * chance.standard_normal(len(YEARS))
    found = np.empty(len(YEARS))
    found[0] = pushes[0]
    for position in range(1, len(YEARS)):
        found[position] = RETURN * found[position - 1] + pushes[position]
    return found
