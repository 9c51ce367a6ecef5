"""Reports copied from last year, and single figures that stand still."""

import pytest

from sxresearch.monitoring.quality.copies import copied_reports, copied_years, repeated

NAMES = ("share", "coverage", *(f"more{number}" for number in range(6)))


def report(same: int, count: int) -> dict:
    return {
        (name, "total", "140101"): {2021: 50.0 + place, 2022: 50.0 + place + (0 if place < same else 1)}
        for place, name in enumerate(NAMES[:count])
    }


@pytest.mark.parametrize(("same", "count", "copied"), [(5, 5, True), (4, 4, False), (4, 5, False), (8, 8, True)])
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
