"""How many people, births, pupils … stand behind the demonstration figures of each region.

Rough magnitudes only: they give small cities few events and large ones many.
"""

from collections.abc import Sequence

import numpy as np

from sxresearch.monitoring.demo.profiles import YEARS, Exposure
from sxresearch.monitoring.demo.seeds import generator
from sxresearch.plan.regions import Regions
from sxresearch.terms import Group, Level

PROVINCE = "140000"

POPULATION_10K = {
    "140100": 530, "140200": 310, "140300": 132, "140400": 318, "140500": 219, "140600": 159,
    "140700": 338, "140800": 477, "140900": 269, "141000": 398, "141100": 340,
}  # fmt: skip
"""Residents of each city in 10 000 persons: the 2020 census in round figures, held constant."""

_PER_1000: dict[Exposure, tuple[float, float]] = {
    "children_0_17": (226, 196),
    "children_0_4": (52, 38),
    "committee_members": (3.6, 2.9),
    "communities": (0.58, 0.75),
    "congress_delegates": (0.9, 0.9),
    "employed_persons": (487, 495),
    "insured_persons": (120, 190),
    "live_births": (10.7, 6.1),
    "older_women": (68, 108),
    "party_members": (58, 66),
    "population": (1000, 1000),
    "pregnant_women": (11.2, 6.4),
    "pupils_junior": (48, 33),
    "pupils_kindergarten": (24, 26),
    "pupils_primary": (83, 68),
    "pupils_senior": (41, 32),
    "rural_households": (190, 150),
    "schools": (0.42, 0.2),
    "teachers": (10.5, 11.5),
    "urban_employed": (118, 132),
    "villages": (3.2, 2.2),
    "women_15_64": (362, 330),
    "women_all": (487, 490),
}
"""Exposure per 1 000 residents in the first and last year; straight line between (own round figures)."""

_SHARE = {
    Group.URBAN: (0.48, 0.64),
    Group.RURAL: (0.52, 0.36),
    Group.FEMALE: (0.486, 0.486),
    Group.MALE: (0.514, 0.514),
}
"""Share of each group in the total, first and last year (own round figures)."""


def exposure_of(city: str, kind: Exposure, weights: np.ndarray) -> np.ndarray:
    """Denominators of one city's counties; whole numbers, shape (counties, years)."""
    first, last = _PER_1000[kind]
    wobble = np.exp(0.01 * generator(city, kind).standard_normal(len(YEARS)))
    of_city = whole(POPULATION_10K[city] * 10 * np.linspace(first, last, len(YEARS)) * wobble)
    edges = whole(np.concatenate([[0.0], np.cumsum(weights)])[:, None] * of_city)
    return np.diff(edges, axis=0)


def whole(size: np.ndarray) -> np.ndarray:
    """Sizes as whole numbers."""
    rounded: np.ndarray = np.rint(size).astype(np.int64)
    return rounded


def share_of(group: Group) -> np.ndarray:
    """Share of a group in the total, one per year."""
    before, after = _SHARE[group]
    return np.linspace(before, after, len(YEARS))


def cities(regions: Regions) -> list[str]:
    """The cities with a known size, in the order of the region list."""
    return [item.code for item in regions if item.level is Level.CITY and item.code in POPULATION_10K]


def counties(city: str, regions: Regions) -> list[str]:
    """The counties of one city, in the order of the region list; the city itself where none is listed."""
    return [item.code for item in regions if item.level is Level.COUNTY and item.parent == city] or [city]


def weights_of(codes: Sequence[str]) -> np.ndarray:
    """Fixed share of each county in its city; sums to one."""
    size = np.array([np.exp(0.5 * generator(code, "size").standard_normal()) for code in codes])
    share: np.ndarray = size / size.sum()
    return share
