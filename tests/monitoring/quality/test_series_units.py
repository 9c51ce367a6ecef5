"""A series in another unit, or since some year."""

import math
from dataclasses import replace

import numpy as np
import pytest

from sxresearch.monitoring.quality import series_units as rules
from sxresearch.monitoring.quality.series_grid import series_grid
from sxresearch.monitoring.quality.series_units import other_units
from sxresearch.plan.indicators import Indicators
from tests.monitoring.quality.grids import hand_grid

KEY = ("share", "total", "140104")


def test_a_share_for_a_percentage(rising, table, register):
    figures = rising()
    wrong = {**figures, KEY: {year: round(value / 100, 3) for year, value in figures[KEY].items()}}
    rows = table(wrong)
    found = other_units(series_grid(rows, register), register)
    assert rows.loc[found.index, "region"].unique().tolist() == ["140104"]
    assert len(found) == 9
    assert found["hypothesis"].unique().tolist() == ["over-100"]


def test_since_some_year(rising, table, register):
    figures = rising()
    wrong = {**figures, KEY: {y: round(v / 100, 3) if y >= 2021 else v for y, v in figures[KEY].items()}}
    rows = table(wrong)
    found = other_units(series_grid(rows, register), register)
    assert rows.loc[found.index, "year"].tolist() == [2021, 2022, 2023]
    assert found["hypothesis"].unique().tolist() == ["over-100"]


def test_a_region_that_is_merely_low_is_left(rising, table, register):
    figures = rising()
    low = {**figures, KEY: {year: value / 3 for year, value in figures[KEY].items()}}
    assert other_units(series_grid(table(low), register), register).empty


def test_four_others_are_needed(rising, table, register):
    figures = dict(list(rising().items())[:5])
    wrong = {**figures, KEY: {year: value / 10 for year, value in figures[KEY].items()}}
    assert len(other_units(series_grid(table(wrong), register), register)) == 9
    fewer = dict(list(wrong.items())[1:])
    assert other_units(series_grid(table(fewer), register), register).empty


@pytest.mark.parametrize(
    ("values", "held"),
    [({2020: 0.56, 2021: 0.58, 2022: 0.6}, 3), ({2020: 0.98, 2021: 1.0}, 2), ({2020: 0.98, 2021: 1.01}, 0),
     ({2020: 0.56}, 1), ({2020: 0.0, 2021: 0.0}, 0), ({2020: 0.0, 2021: 0.5}, 2)],
)  # fmt: skip
def test_a_lone_series_of_shares_of_one(values, held, table, register):
    rows = table({("more0", "total", "140104"): values})
    found = other_units(series_grid(rows, register), register)
    assert len(found) == held
    assert set(found["hypothesis"]) <= {"over-100"}


def test_a_rate_that_is_no_percentage_may_be_so_small(table, register):
    rows = table({("deaths", "total", "140104"): {2020: 0.56, 2021: 0.58, 2022: 0.6}})
    assert other_units(series_grid(rows, register), register).empty


def held_levels(others: list[float], mine: float) -> int:
    """How many of three years are held of a series at ``mine`` beside others (logarithms)."""
    levels = np.array([*others, mine])
    rows = np.repeat(levels[:, None], 3, axis=1)
    return sum(map(len, rules._whole_series(hand_grid(rows.tolist(), np.exp(rows).tolist()), levels)))


@pytest.mark.parametrize(("away", "held"), [(0.388, 3), (0.389, 0)])
def test_edge_of_far(away, held):
    """The others' median distance is ``away``, their spread 1.4826 times that: ln 10 = 4 × 1.4826 × .38827."""
    assert held_levels([-away, -away, 0.0, away, away], math.log(10)) == held


@pytest.mark.parametrize(
    ("away", "beyond", "held"),
    [
        (0.2, 0.741, 3), (0.2, 0.742, 0),  # 2.5 × 1.4826 × .2 = .7413
        (0.0, 0.249, 3), (0.0, 0.251, 0),  # 2.5 × the smallest spread, .1
    ],
)  # fmt: skip
def test_edge_of_near(away, beyond, held):
    assert held_levels([-away, -away, 0.0, away, away], math.log(10) + beyond) == held


def held_years(*logs: float) -> int:
    rows = np.array([logs])
    return sum(map(len, rules._since_some_year(hand_grid(rows.tolist(), np.exp(rows).tolist()), rows, np.zeros(1))))


@pytest.mark.parametrize(
    ("before", "beyond", "held"),
    [
        ((0.0, 0.0), 0.0, 2), ((0.0,), 0.0, 0),  # two years on either side
        ((0.0, 0.0), 0.499, 2), ((0.0, 0.0), 0.501, 0),  # so near to a factor of ten
        ((0.57, -0.57, 0.0), 0.0, 2), ((0.58, -0.58, 0.0), 0.0, 0),  # ln 10 / 4 = .5756
    ],
)  # fmt: skip
def test_edges_of_a_jump(before, beyond, held):
    assert held_years(*before, math.log(10) + beyond, math.log(10) + beyond) == held


LOW = ("illness", "total", "140104")
HIGH = ("more0", "total", "140104")


@pytest.mark.parametrize(
    ("figures", "rules"),
    [
        ({LOW: {2020: 0.0563, 2021: 0.0541}}, ["share-like"] * 2), ({LOW: {2023: 1.0}}, ["share-like"]),
        ({LOW: {2023: 1.01}}, []), ({LOW: {2022: 0.05, 2023: 1.01}}, []), ({LOW: {2023: 0.0}}, []),
        ({LOW: {2023: 0.0563}, HIGH: {2023: 0.563}}, ["other-unit"] * 2),
        ({LOW: {2023: 0.0563}, HIGH: {2023: 56.3}}, ["share-like"]),
        ({LOW: {2023: 0.0563}, HIGH: {2023: 0.563}, ("more1", "total", "140104"): {2023: 1.01}},
         ["share-like", "other-unit"]),
        ({LOW: {2023: 0.0563}, ("more0", "total", "140105"): {2023: 0.563}}, ["share-like", "other-unit"]),
        ({LOW: {2023: 0.0563}, ("illness", "total", "140105"): {2023: 5.63}}, ["share-like"]),
    ],
)  # fmt: skip
def test_a_percentage_that_is_wanted_low(figures, rules, table, register):
    """Alone it may be so small; where the region's whole report is at most 1, it is written in shares."""
    found = other_units(series_grid(table(figures), register), register).sort_index()
    assert found["rule"].tolist() == rules
    assert set(found["hypothesis"]) <= {"over-100"}


@pytest.mark.parametrize(("value", "noted"), [(0.6, 1), (0.61, 0)])
def test_a_hundred_times_as_much_must_be_possible(value, noted, table, register):
    item = register.indicators["illness"].model_copy(update={"plausible": (0.0, 60.0)})
    narrow = replace(register, indicators=Indicators(by_id={**register.indicators.by_id, "illness": item}))
    assert len(other_units(series_grid(table({LOW: {2023: value}}), narrow), narrow)) == noted
