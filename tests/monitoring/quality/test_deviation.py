"""What is expected of a figure, and how far from it figures usually lie: numbers worked out by hand."""

import math

import numpy as np
import pytest

from sxresearch.monitoring.quality.deviation import _counting_noise, _spread, deviation, neighbours_median
from sxresearch.working_scale import Scale, ScaleKind
from tests.monitoring.quality.grids import hand_grid


def test_the_median_of_the_three_nearest_other_years():
    median, reach = neighbours_median(np.array([[1.0, 2.0, 4.0, 8.0, 16.0]]))
    assert median[0].tolist() == [4.0, 4.0, 2.0, 4.0, 4.0]  # of 2 4 8; 1 4 8; 1 2 8; 2 4 16; 2 4 8
    assert reach[0] ** 2 == pytest.approx([2, 4 / 3, 4 / 3, 4 / 3, 2])


@pytest.mark.parametrize(
    ("residuals", "spread"),
    [
        ([0.1] * 3, 0.2),  # three years: what is usual, no more
        ([0.1] * 4, math.sqrt((4 * 0.14826**2 + 5 * 0.2**2) / 9)),  # median absolute deviation × 1.4826
        ([0.1] * 10, math.sqrt((10 * 0.14826**2 + 5 * 0.2**2) / 15)),
    ],
)
def test_a_series_alone_has_its_own_spread_beside_the_usual_one(residuals, spread):
    assert _spread(hand_grid([residuals]), np.array([residuals]))[0, 0] == pytest.approx(spread)


def test_twelve_deviations_show_a_panels_spread_eleven_do_not():
    twelve = np.full((2, 6), 0.1)
    assert _spread(hand_grid(twelve.tolist()), twelve)[0, 0] == pytest.approx(0.14826)
    eleven = twelve.copy()
    eleven[1, 5] = np.nan
    expected = math.sqrt((6 * 0.14826**2 + 5 * 0.2**2) / 11)
    assert _spread(hand_grid(eleven.tolist()), eleven)[0, 0] == pytest.approx(expected)


def test_no_panel_is_so_still_that_nothing_may_move():
    still = np.zeros((2, 6))
    assert _spread(hand_grid(still.tolist()), still)[0, 0] == 0.02


def test_few_cases_widen_the_spread():
    """20 per 100,000 of a million births are 200 cases: √(1.5 / 200.5)."""
    log = Scale(ScaleKind.LOG)
    grid = hand_grid([[math.log(20.0)]], [[20.0]], [[10.0]], scale=log)
    assert _counting_noise(grid, grid.working)[0, 0] == pytest.approx(math.sqrt(1.5 / 200.5))


def test_what_the_peers_did_is_taken_out():
    rows = [[float(region + 2 * year) for year in range(6)] for region in range(5)]
    rows[0][5] = 20.0  # the others rise by 2 a year: 10 was to be expected
    found = deviation(hand_grid(rows))
    assert found.expected[0, 5] == pytest.approx(10.0)
    assert found.distance[1:] == pytest.approx(0.0, abs=1e-9)
