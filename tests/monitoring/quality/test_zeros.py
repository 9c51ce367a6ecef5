"""Zero for a missing figure."""

import numpy as np
import pytest

from sxresearch.monitoring.quality import zeros as rules
from sxresearch.monitoring.quality.zeros import zeros
from tests.monitoring.quality.grids import hand_grid

SHARE, DEATHS = ("share", "total", "140101"), ("deaths", "total", "140101")


def test_a_high_share_does_not_fall_to_nothing(table, register):
    assert zeros(table({SHARE: {2020: 91.0, 2021: 92.0, 2022: 0.0}}), register)["rule"].tolist() == ["zero"]


@pytest.mark.parametrize(("lowest", "held"), [(20.0, 1), (19.9, 0)])
def test_edge_of_a_high_share(table, register, lowest, held):
    erratic = {2019: lowest, 2020: 99.0, 2021: lowest, 2022: 0.0}
    assert len(zeros(table({SHARE: erratic}), register)) == held


@pytest.mark.parametrize(("denominator", "held"), [(50_000.0, 1), (49_999.0, 0)])
def test_edge_of_expected_cases(table, register, denominator, held):
    """20 per 100,000 × 50,000 = 10 cases."""
    rows = table({DEATHS: {2020: 20.0, 2021: 20.0, 2022: 0.0}}, denominator=denominator)
    assert rules.EXPECTED_CASES == 10.0
    assert len(zeros(rows, register)) == held


def test_a_second_zero_in_most_years_is_what_the_series_is_like(table, register):
    assert zeros(table({SHARE: {2019: 0.0, 2020: 91.0, 2021: 0.0, 2022: 92.0}}), register).empty


def test_where_peers_have_zeros_one_more_is_none(table, register):
    peers = {("share", "total", f"14010{n}"): {2020: 50.0, 2021: 0.0} for n in range(2, 6)}
    assert zeros(table({SHARE: {2020: 91.0, 2021: 92.0, 2022: 0.0}, **peers}), register).empty


@pytest.mark.parametrize(("others", "cases"), [([2.0, 10.0], 0.351312), ([1.9, 10.0], 0.0)])
def test_scatter_shows_how_many_cases_there_are(others, cases):
    """(ln 5)² / .455 / 2 = 2.846473, of which the inverse; below a fifth of the largest figure nothing is shown."""
    assert rules._cases_shown_by_scatter(np.array(others)) == pytest.approx(cases, abs=1e-6)


@pytest.mark.parametrize(("figures", "usual"), [(50, False), (47, True)])
def test_edge_of_zeros_among_peers(figures, usual):
    """One of 50 is two per cent, one of 47 more."""
    peer = [0.0, *[5.0] * (figures - 1)]
    grid = hand_grid([[5.0] * figures, peer])
    assert bool(rules._usual(grid, grid.values == 0)[0]) is usual
