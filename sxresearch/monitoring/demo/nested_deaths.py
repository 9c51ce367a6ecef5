"""Deaths of the first month are among those of the first year, and these among those before the fifth birthday.

Each of the three is drawn by itself; where the part then exceeds the whole, deaths of the whole are moved between
counties of the same year, so that the sums stay what was drawn.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from sxresearch.monitoring.demo.drawn_counts import Counts
from sxresearch.terms import GROUP_PAIRS, Group

ByCity = Mapping[str, Mapping[Group, Counts]]
"""Counts of each city's counties, by group."""

PART_OF = {"infant_mortality_rate": "neonatal_mortality_rate", "under5_mortality_rate": "infant_mortality_rate"}
"""Each indicator with the one whose deaths are all among its own."""


def with_deaths_of(part: ByCity, whole: ByCity) -> dict[str, dict[Group, Counts]]:
    """``whole`` with at least the deaths of ``part`` in every county, year and group.

    Deaths come from other counties of the same city where these have any to spare, else from those of other cities.
    Both are drawn in the groups urban and rural, of which the total is the sum.
    """
    pair = next(pair for pair in GROUP_PAIRS if set(pair) <= set(next(iter(whole.values()))))
    moved = {group: _of_group(part, whole, group) for group in pair}
    return {
        city: {**{group: moved[group][city] for group in pair}, Group.TOTAL: _both(*(moved[g][city] for g in pair))}
        for city in whole
    }


def _both(one: Counts, other: Counts) -> Counts:
    return Counts(one.numerator + other.numerator, one.denominator + other.denominator)


def _of_group(part: ByCity, whole: ByCity, group: Group) -> dict[str, Counts]:
    found = {}
    for city in whole:
        least, deaths = part[city][group].numerator, whole[city][group].numerator
        found[city] = _each_year(deaths, least)
    least = np.concatenate([part[city][group].numerator for city in whole])
    deaths = _each_year(np.concatenate(list(found.values())), least)
    cuts = np.cumsum([len(rows) for rows in found.values()])[:-1]
    return {
        city: replace(whole[city][group], numerator=rows)
        for city, rows in zip(whole, np.split(deaths, cuts), strict=True)
    }


def _each_year(deaths: np.ndarray, least: np.ndarray) -> np.ndarray:
    years = (raised(*year) for year in zip(deaths.T, least.T, strict=True))
    return np.stack(list(years), axis=1)


def raised(deaths: np.ndarray, least: np.ndarray) -> np.ndarray:
    """Deaths per county with what is lacking to ``least`` taken from counties that have more than theirs.

    Those with more to spare give more. Where all together have too little, as much is moved as there is. Whole
    numbers, shape (counties,); the sum stays.
    """
    lacking, spare = np.maximum(least - deaths, 0), np.maximum(deaths - least, 0)
    amount = int(min(lacking.sum(), spare.sum()))
    return deaths + shared_out(amount, lacking) - shared_out(amount, spare)


def shared_out(amount: int, room: np.ndarray) -> np.ndarray:
    """``amount`` in whole numbers in proportion to ``room``, never more than it; largest remainders first."""
    if amount == 0:
        return np.zeros_like(room)
    exact = amount * room / room.sum()
    given = np.floor(exact).astype(room.dtype)
    order = np.argsort(-(exact - given), kind="stable")
    given[order[: amount - int(given.sum())]] += 1
    return given
