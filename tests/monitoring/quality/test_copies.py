"""Reports copied from last year, and single figures that stand still."""

import math

import pytest

from sxresearch.monitoring.quality import copies as rules
from sxresearch.monitoring.quality.copies import copied_reports, copied_years, repeated, repeated_of
from tests.monitoring.quality.grids import hand_deviation, hand_grid

NAMES = ("share", "coverage", *(f"more{number}" for number in range(8)))


def report(same: int, count: int) -> dict:
    return {
        (name, "total", "140101"): {2021: 50.0 + place, 2022: 50.0 + place + (0 if place < same else 1)}
        for place, name in enumerate(NAMES[:count])
    }


@pytest.mark.parametrize(
    ("same", "count", "copied"),
    [(5, 5, True), (4, 4, False), (4, 5, False), (8, 8, True), (9, 10, True), (8, 10, False), (8, 9, False)],
)
def test_edges_of_size_and_share(table, register, same, count, copied):
    found = copied_reports(table(report(same, count)), register)
    assert found.to_numpy().tolist() == ([["140101", 2022]] if copied else [])


def test_the_copied_figures_are_held_not_the_first_year(table, register):
    rows = table(report(6, 6))
    found = copied_years(rows, register, copied_reports(rows, register))
    assert rows.loc[found.index, "year"].unique().tolist() == [2022]
    assert len(found) == 6


def test_elections_and_bounds_stand_still_by_nature(table, register):
    figures = {("seats", "total", "140101"): {2021: 30.0, 2022: 30.0}}
    figures |= {(name, "total", "140101"): {2021: 100.0, 2022: 100.0} for name in NAMES}
    assert copied_reports(table(figures), register).empty


def test_a_figure_repeated_to_the_last_digit_while_peers_move_is_noted(rising, table, register):
    figures = rising(step=4.0, start=30.0)
    key = ("share", "total", "140103")
    before = 58.3217
    figures = {**figures, key: {**figures[key], 2022: before, 2023: before}}
    rows = table(figures)
    found = repeated(rows, register)
    assert rows.loc[found.index, ["region", "year"]].to_numpy().tolist() == [["140103", 2023]]


@pytest.mark.parametrize(("step", "noted"), [(2.03, 0), (2.05, 1)])
def test_edge_of_chance(step, noted, register, monkeypatch):
    """Digits of .1, a normal step of 1 about the peers' step: .1 · φ(2.03) = .00508, .1 · φ(2.05) = .00488."""
    monkeypatch.setattr(rules, "deviation", lambda grid: hand_deviation(grid, 1 / math.sqrt(2)))
    peers = [[10.0 + n, 10.0 + n + step] for n in range(4)]
    grid = hand_grid([[10.1, 10.1], *peers], [[10.1, 10.1], *peers])
    assert len(repeated_of(grid, register)) == noted
