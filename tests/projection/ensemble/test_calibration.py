"""The small parts of the default: grouping, the shared path, mixing, the width."""

import numpy as np
import pytest

from sxresearch.projection.ensemble.calibration import CUT, EXPECTED, Predicted, learn_width
from sxresearch.projection.ensemble.common_trend import split
from sxresearch.projection.ensemble.ensemble_members import (
    COMMON_MEMBERS,
    DEFAULT,
    LONE_MEMBERS,
    OWN_MEMBERS,
    WALK,
    Member,
)
from sxresearch.projection.ensemble.ensemble_weights import combine, discounted
from sxresearch.projection.ensemble.kalman import Part
from sxresearch.projection.grouping import Groups

NAN = np.nan


def test_groups_sum_spread_and_mean_by_hand():
    groups = Groups(np.array([0, 0, 3]))
    np.testing.assert_array_equal(groups.sum(np.array([1.0, 2.0, 5.0])), [3.0, 5.0])
    np.testing.assert_array_equal(groups.spread(np.array([7.0, 8.0])), [7.0, 7.0, 8.0])
    np.testing.assert_array_equal(groups.mean(np.array([1.0, 4.0, 9.0]), np.array([2.0, 1.0, 0.0])), [2.0, 0.0])


def test_damped_members_start_in_their_stationary_distribution():
    for member in COMMON_MEMBERS + LONE_MEMBERS + OWN_MEMBERS:
        if 0 < member.damping < 1:
            after_a_year = member.damping**2 * member.slope_start + member.slope_shock
            assert after_a_year == pytest.approx(member.slope_start)


def test_path_and_deviations_add_up():
    z = np.random.default_rng(1).normal(size=(12, 7)).cumsum(axis=0)
    groups = Groups(np.zeros(7, dtype=int))
    parts = split(z, groups, DEFAULT)
    np.testing.assert_allclose(groups.spread(parts.path) + parts.own, z, atol=1e-12)


def test_a_region_that_joins_late_does_not_move_the_path():
    z = np.tile(np.arange(6.0)[:, None] * 0.1, 4)
    late = z.copy()
    late[:3, 3] = NAN
    late[:, 3] += 50
    groups = Groups(np.zeros(4, dtype=int))
    np.testing.assert_allclose(split(late, groups, DEFAULT).path, split(z, groups, DEFAULT).path, atol=1e-12)


def test_one_wild_region_hardly_moves_the_path():
    rng = np.random.default_rng(2)
    z = 0.1 * rng.normal(size=(10, 12)).cumsum(axis=0)
    wild = z.copy()
    wild[9:, 0] += 5.0
    groups = Groups(np.zeros(12, dtype=int))
    moved = split(wild, groups, DEFAULT).path[-1, 0] - split(z, groups, DEFAULT).path[-1, 0]
    assert abs(moved) < 0.1  # the plain mean would move by 5/12 = 0.42


def test_discounting_by_hand():
    np.testing.assert_allclose(discounted(np.array([1.0, 1.0, 2.0]), 0.5), [1.0, 1.5, 2.75])


@pytest.mark.parametrize(("slope", "favourite"), [(0.0, "walk"), (0.3, "drift")])
def test_weights_go_to_the_member_that_foretold_better(slope, favourite):
    rng = np.random.default_rng(3)
    z = (slope + 0.1 * rng.normal(size=(25, 1))).cumsum(axis=0)
    members = (WALK, Member("drift", 0, 0, 1.0, 1.0))
    mix = combine(z, Part(members, lambda *_: np.array(0.01), 2.0, DEFAULT), Groups(np.array([0])), 3)
    np.testing.assert_allclose(mix.weights.sum(axis=2), 1.0)
    np.testing.assert_allclose(mix.weights[:, 0], 0.5)  # no evidence yet: equal
    assert [member.name for member in members][int(mix.weights[0, -1, :, 0].argmax())] == favourite


def test_expected_cut_square_by_simulation():
    z = np.random.default_rng(4).normal(size=1_000_000)
    assert np.minimum(z**2, CUT).mean() == pytest.approx(EXPECTED, abs=0.003)


@pytest.mark.parametrize(("truth", "low", "high"), [(0.3, 0.3, 0.8), (3.0, 1.0, 1.8)])
def test_width_follows_past_errors_and_begins_at_the_default(truth, low, high):
    rng = np.random.default_rng(5)
    z = truth * rng.normal(size=(30, 8))
    flat = np.zeros((2, *z.shape))
    predicted = Predicted(flat, flat + 1.0, flat + 50.0)
    width = learn_width(z, predicted, Groups(np.zeros(8, dtype=int)), DEFAULT)
    assert width.factor[0, 0, 0] == 1 and width.origins[0, 0, 0] == 0
    assert low < width.factor[0, -1, 0] < high


def test_the_width_after_two_years_without_any_error():
    """A factor of 1 is worth 2 origins; from the third figure on every year is one more, the older counted .93: the
    factor one year ahead is √(2/(2 + 1.93)); two years ahead .7 of that evidence counts, and half an origin more."""
    zeros = np.zeros((2, 5, 1))
    width = learn_width(np.zeros((5, 1)), Predicted(zeros, zeros + 1, zeros + 50), Groups(np.array([0])), DEFAULT)
    np.testing.assert_allclose(width.origins[:, -1, 0], [1.93, 0.7 * 1.93 + 0.5])
    np.testing.assert_allclose(width.factor[:, -1, 0], np.sqrt([2 / 3.93, 2 / 3.851]))


def test_an_error_beyond_two_standard_deviations_counts_as_one_of_two():
    """4 over the mean of the cut squares, P(χ²(3) < 4) + 4·P(χ²(1) > 4) = .73854 + .18200, in one of three origins."""
    z = np.array([[0.0], [0.0], [0.0], [1e3]])
    zeros = np.zeros((1, 4, 1))
    width = learn_width(z, Predicted(zeros, zeros + 1, zeros + 1e9), Groups(np.array([0])), DEFAULT)
    assert width.factor[0, -1, 0] == pytest.approx(np.sqrt((2 + 4 / 0.92054) / 3), rel=1e-4)
