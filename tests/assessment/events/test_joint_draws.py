"""Numbers drawn jointly: their correlation, and what it is shrunk to."""

import numpy as np
import pytest

from sxresearch.assessment.events import joint_draws
from sxresearch.assessment.events.joint_draws import correlation

NAN = np.nan
UP = [1.0, -1.0, 1.0, -1.0]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([], [], 0.5),  # nothing known: two groups of one region share services and bad years
        ([1.0, -1.0], [1.0, -1.0], 0.5),  # two pairs say nothing
        ([1.0, -1.0, 1.0, NAN], [1.0, -1.0, NAN, 1.0], 0.5),  # a pair needs both
        (UP, UP, (10 * 0.5 + 4) / 14),
        (UP, [-1.0, 1.0, -1.0, 1.0], (10 * 0.5 - 4) / 14),
        (UP, [2.0, 2.0, 2.0, 2.0], 0.5),  # one that never moves has no correlation of its own
        (UP * 30, UP * 30, (10 * 0.5 + 120) / 130),
        ([3.0, 0.0, 0.0], [3.0, 0.0, 0.0], (10 * 0.5 + 3) / 13),
    ],
)
def test_correlation_is_worth_ten_pairs_before_any_is_seen(first, second, expected):
    assert correlation(np.array(first), np.array(second)) == pytest.approx(expected)


def test_draws_are_standard_and_the_same_every_time():
    normal = joint_draws.normals(3)
    assert normal.shape == (4096, 3)
    np.testing.assert_allclose(normal.mean(axis=0), 0, atol=2e-3)
    np.testing.assert_allclose(normal.std(axis=0), 1, atol=2e-3)
    np.testing.assert_allclose(np.corrcoef(normal, rowvar=False), np.eye(3), atol=0.01)
    joint_draws.normals.cache_clear()
    np.testing.assert_array_equal(joint_draws.normals(3), normal)


def test_a_path_is_correlated_by_the_square_root_of_the_years_less_what_passes():
    paths = joint_draws.walk(4)
    together = np.corrcoef(paths, rowvar=False)
    assert together[0, 3] == pytest.approx(0.95 * np.sqrt(1 / 4), abs=0.02)
    assert together[2, 3] == pytest.approx(0.95 * np.sqrt(3 / 4), abs=0.02)
