"""A moved decimal point and swapped digits are held, with what the figure should have been; a jump is not."""

import numpy as np
import pytest

from sxresearch.monitoring.quality import slips as rules
from sxresearch.monitoring.quality.slips import slips, slips_of, swapped
from tests.monitoring.quality.grids import hand_deviation, hand_grid

COUNTY = "140103"
SERIES = ("share", "total", COUNTY)


def with_value(figures: dict, value: float, year: int = 2023) -> dict:
    return {**figures, SERIES: {**figures[SERIES], year: value}}


def found(figures, table, register):
    doubts = slips(table(figures), register)
    return [tuple(row) for row in doubts[["rule", "hypothesis"]].to_numpy()]


def test_nothing_in_figures_that_rise_together(rising, table, register):
    assert found(rising(), table, register) == []


@pytest.mark.parametrize("year", [2015, 2019, 2023])
@pytest.mark.parametrize(("factor", "hypothesis"), [(0.1, "over-10"), (0.01, "over-100")])
def test_a_moved_point_is_held_wherever_it_stands(rising, table, register, year, factor, hypothesis):
    figures = rising()
    right = figures[SERIES][year]
    doubts = slips(table(with_value(figures, round(right * factor, 4), year)), register)
    assert doubts[["rule", "hypothesis"]].to_numpy().tolist() == [["slip", hypothesis]]
    assert doubts["expected"].iloc[0] == pytest.approx(right, abs=0.1)


def test_ten_times_too_large(rising, table, register):
    figures = rising(start=4.0, step=0.1)
    assert found(with_value(figures, figures[SERIES][2023] * 10), table, register) == [("slip", "times-10")]


def test_swapped_digits(rising, table, register):
    figures = rising(start=24.0, step=0.2)  # 29.x
    assert found(with_value(figures, 92.1), table, register) == [("slip", "digits-swapped")]


def test_with_two_years_only_the_peers_tell(rising, table, register):
    figures = rising(years=range(2022, 2024))
    assert found(with_value(figures, figures[SERIES][2023] / 10), table, register) == [("slip", "over-10")]


def test_far_off_without_an_explanation_is_a_note(rising, table, register):
    assert found(with_value(rising(), 15.0), table, register) == [("far-off", "unknown")]


def test_elections_may_jump(rising, table, register):
    figures = rising("seats")
    key = ("seats", "total", COUNTY)
    assert found({**figures, key: {**figures[key], 2023: 7.5}}, table, register) == []


def test_one_case_among_none_is_no_slip(table, register):
    series = dict.fromkeys(range(2014, 2023), 0.0) | {2023: 22.4}
    assert found({("deaths", "total", COUNTY): series}, table, register) in ([], [("far-off", "unknown")])


def test_few_cases_vary(rising, table, register):
    """1, 9 and 12 deaths a year: with the denominator known, a tenth of the rate is no slip."""
    years = dict(zip(range(2015, 2024), [1.07, 3.19, 0.36, 4.44, 2.22, 1.84, 2.24, 1.52, 0.76], strict=True))
    assert found({("deaths", "total", COUNTY): years}, lambda f: table(f, denominator=275_000.0), register) == []


@pytest.mark.parametrize(
    ("value", "others"), [(88.3, [83.8]), (83.8, [38.8, 88.3]), (5.0, []), (12.34, [21.34, 13.24, 12.43]), (0.5, [5.0])]
)
def test_every_swap_of_neighbours(value, others):
    assert swapped(value) == others


@pytest.mark.parametrize(
    ("name", "limit", "distances"),
    [("POINT_MOVED", 3.0, (2.9, 3.0)), ("SWAPPED", 5.0, (4.9, 5.0))],
)
def test_edges_of_far(name, limit, distances):
    limits = getattr(rules, name)
    assert limits.far == limit
    assert [bool(rules._fits(away, 0.0, limits)) for away in distances] == [False, True]


@pytest.mark.parametrize(("left", "fits"), [(2.0, True), (2.01, False)])
def test_edge_of_near(left, fits):
    assert bool(rules._fits(9.0, left, rules.SWAPPED)) is fits


@pytest.mark.parametrize(("left", "fits"), [(2.0, True), (2.01, False)])
def test_edge_of_gain(left, fits):
    assert bool(rules._fits(6.0, left, rules.POINT_MOVED)) is fits  # 6 / 3


@pytest.mark.parametrize(("left", "fits"), [(3.0, True), (3.01, False)])
def test_edge_of_near_for_a_moved_point(left, fits):
    assert bool(rules._fits(12.0, left, rules.POINT_MOVED)) is fits


@pytest.mark.parametrize(("meant", "like"), [(300.0, True), (301.0, False), (3.34, True), (3.32, False)])
def test_edge_of_a_correction_like_the_others(meant, like):
    """Three times the largest of 10, 20 and 100, or a third of the smallest."""
    grid = hand_grid([[10.0, 20.0, 100.0]])
    assert bool(rules._like_others(grid, np.full((1, 3), meant))[0, 0]) is like


@pytest.mark.parametrize(("other", "moved"), [(3.0, True), (2.99, False), (-3.0, False)])
def test_edge_of_another_group_that_moved(other, moved):
    grid = hand_grid([[6.0], [other]])
    grid.keys["region"] = "r0"  # two groups of one region
    assert bool(rules._groups_moved(hand_deviation(grid))[0, 0]) is moved


@pytest.mark.parametrize(("value", "noted"), [(6.0, 3), (5.9, 0)])
def test_edge_of_far_off(value, noted, register, monkeypatch):
    monkeypatch.setattr(rules, "deviation", hand_deviation)
    found = slips_of(hand_grid([[value] * 3]), register)
    assert found["rule"].tolist() == ["far-off"] * noted


def test_three_slips_are_looked_for_in_a_series(rising, table, register):
    figures = rising(years=range(2000, 2024), step=0.2)
    wrong = {**figures[SERIES], **{year: round(figures[SERIES][year] / 100, 3) for year in (2002, 2008, 2014, 2020)}}
    assert len(slips(table({**figures, SERIES: wrong}), register).query("rule == 'slip'")) == 3
