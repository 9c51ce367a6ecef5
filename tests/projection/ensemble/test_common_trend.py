"""The common path: no region moves it far, a turn taken together does, and a far last figure lends nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sxresearch.projection.ensemble.common_trend import split
from sxresearch.projection.ensemble.ensemble_members import DEFAULT
from sxresearch.projection.grouping import Groups
from sxresearch.projection.stacking import project_rows

REGIONS, YEARS = 11, 10
CITIES = Groups(np.zeros(REGIONS, dtype=int))


def cities(seed: int = 0, scale: float = 0.05) -> np.ndarray:
    """(Y, S) walks with a common part."""
    rng = np.random.default_rng(seed)
    return rng.normal(0, scale, (YEARS, REGIONS)).cumsum(axis=0) + rng.normal(0, scale, (YEARS, 1)).cumsum(axis=0)


def test_medians_by_hand_and_independent_of_what_stands_beside():
    groups = Groups(np.array([0, 0, 0, 1, 1]))
    values, known = np.array([3.0, 1.0, 2.0, 5.0, 9.0]), np.array([True, True, True, True, True])
    np.testing.assert_array_equal(groups.median(values, known), [2.0, 7.0])
    np.testing.assert_array_equal(groups.median(values, known & (values != 9)), [2.0, 5.0])
    np.testing.assert_array_equal(groups.median(values, known & (values < 4)), [2.0, 0.0])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 500), st.floats(-50, 50), st.integers(0, REGIONS - 1))
def test_one_region_moves_the_path_by_less_than_a_usual_step(seed, slip, region):
    z = cities(seed)
    out, wrong = z.copy(), z.copy()
    out[-1, region] = np.nan
    wrong[-1, region] += slip
    moved = split(wrong, CITIES, DEFAULT).path[-1, 0] - split(out, CITIES, DEFAULT).path[-1, 0]
    assert abs(moved) < 0.05


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 500), st.floats(1.5, 30), st.sampled_from([-1, 1]))
def test_a_far_last_figure_is_as_good_as_left_out(seed, slip, sign):
    z = cities(seed)
    out, wrong = z.copy(), z.copy()
    out[-1, 4], wrong[-1, 4] = np.nan, z[-1, 4] + sign * slip
    panel, others = np.zeros(REGIONS, dtype=int), np.arange(REGIONS) != 4
    found = [project_rows(item.T, panel, [1, 5]) for item in (wrong, out)]
    wrongly, without = (item.location[:, others] for item in found)
    spread = found[1].spread[:, others]
    assert (np.abs(wrongly - without) < 0.3 * spread).all()  # a year's scale is a median over one figure more: .24 seen
    np.testing.assert_allclose(found[0].spread[:, others], spread, rtol=0.1)


@pytest.mark.parametrize("turn", [0.5, -0.5, 5.0])
def test_a_turn_that_regions_take_together_is_followed_in_full(turn):
    z = cities(3)
    turned = z.copy()
    turned[-1] += turn
    moved = split(turned, CITIES, DEFAULT).path[-1, 0] - split(z, CITIES, DEFAULT).path[-1, 0]
    assert moved == pytest.approx(turn, abs=0.02)


def test_a_turn_that_eight_of_eleven_take_is_followed():
    z = cities(3)
    turned = z.copy()
    turned[-1, :8] -= 0.6
    moved = split(turned, CITIES, DEFAULT).path[-1, 0] - split(z, CITIES, DEFAULT).path[-1, 0]
    assert moved < -0.3


@pytest.mark.parametrize(("distance", "trusted"), [(0.0, 1.0), (2.0, 0.5625), (3.99, 0.0), (4.0, 0.0), (9.0, 0.0)])
def test_trust_falls_to_nothing_at_four_standard_deviations(distance, trusted):
    """(1 − (u/4)²)² by hand: u = 2 gives (3/4)² = .5625; steps of ±1 have variance 1 and a median of 0."""
    sides = np.tile([1.0, -1.0], 41)
    z = np.stack([sides * (year % 2) for year in range(40)])
    z = np.vstack([z, z[-1]])  # in the last year nobody moves but one
    z[-1, 0] += distance
    found = split(z, Groups(np.zeros(82, dtype=int)), DEFAULT).trust[-1, 0]
    assert found == pytest.approx(trusted, abs=0.02)


@pytest.mark.parametrize(("reported", "moves"), [(1, False), (2, False), (3, True), (REGIONS, True)])
def test_one_or_two_regions_that_report_before_the_others_do_not_move_the_path(reported, moves):
    z = cities(4)
    z[-1, reported:] = np.nan
    wrong = z.copy()
    wrong[-1, 0] -= np.log(10)
    paths = [split(item, CITIES, DEFAULT) for item in (z, wrong)]
    assert np.isfinite(paths[0].path[-1, 0]) == moves
    if not moves:
        assert (paths[0].trust[-1, :reported] == 0).all()
        found = [project_rows(item.T, np.zeros(REGIONS, dtype=int), [1, 3]) for item in (z, wrong)]
        np.testing.assert_array_equal(found[0].location[:, reported:], found[1].location[:, reported:])


def test_where_only_two_ever_reported_one_still_moves_the_path():
    z = cities(4)[:, :2]
    z[-1, 1] = np.nan
    assert np.isfinite(split(z, Groups(np.zeros(2, dtype=int)), DEFAULT).path[-1, 0])


def test_what_is_far_is_measured_by_the_scatter_of_the_year():
    """Nothing is known before: the scale is 1.4826 times the median distance, 1. Tukey's biweight at 4 of them:
    (1 − (2/5.9304)²)² and (1 − (1/5.9304)²)²."""
    z = np.array([np.zeros(5), [-2.0, -1.0, 0.0, 1.0, 2.0]])
    found = split(z, Groups(np.zeros(5, dtype=int)), DEFAULT)
    assert found.path[-1, 0] == pytest.approx(0.0, abs=1e-12)
    np.testing.assert_allclose(found.trust[-1], [0.78546, 0.94394, 1, 0.94394, 0.78546], atol=1e-4)


@pytest.mark.parametrize(("year", "variance"), [(3, 2.04 / 12), (4, 2 * (0.03 + 9 * 0.0080952) / 15)])
def test_from_the_fourth_step_on_a_far_one_counts_as_three_standard_deviations(year: int, variance: float):
    """Two regions go ±.1 to and fro, then ±1, then stay; a third never moves. Third step: 2·(.01 + .01 + 1) over
    twelve steps. Fourth: at most nine times (4·.06/9 + .03)/(4 + 3) of each."""
    own = 0.1 * (np.arange(year) % 2)
    jump = own[-1] + (1.0 if year % 2 else -1.0)
    moved = np.concatenate([own, [jump, jump]])
    z = np.stack([moved, -moved, np.zeros(len(moved))], axis=1)
    assert split(z, Groups(np.zeros(3, dtype=int)), DEFAULT).own_variance[-1, 0] == pytest.approx(variance, rel=1e-4)
