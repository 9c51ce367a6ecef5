"""The variance of a year's change, by hand; and the stated rates of what is held against it."""

import numpy as np
import pytest

from sxresearch.assessment.warnings.step_variance import beyond_chance, step_variance
from tests.assessment.warnings.test_volatility import panel


def variance(values, leave: int = 0):
    """In the unit."""
    made = panel(values)
    found, df = step_variance(made, leave)
    return found / made.scale.slope(np.zeros(len(found))) ** 2, df


def test_alone_by_hand():
    # steps 1, -1, 1, -1 about no drift: 4 over 3 degrees of freedom
    found, df = variance([[5.0, 6, 5, 6, 5]])
    assert (found[0], df[0]) == (pytest.approx(4 / 3), 3)


def test_alone_four_steps_are_needed():
    assert np.isnan(variance([[5.0, 6, 5, 6]])[0]).all()


def test_the_last_steps_are_left_out():
    found, df = variance([[5.0, 6, 5, 6, 5, 99, 7]], leave=2)
    assert (found[0], df[0]) == (pytest.approx(4 / 3), 3)


def test_among_others_four_degrees_of_freedom_of_the_mean_are_added():
    # squares 4 and 16 over 3 + 3: mean 20/6
    found, df = variance([[5.0, 6, 5, 6, 5], [5.0, 7, 5, 7, 5]])
    assert found == pytest.approx([(4 * 20 / 6 + 4) / 7, (4 * 20 / 6 + 16) / 7])
    assert df.tolist() == [7, 7]


@pytest.mark.parametrize(("change", "beyond"), [(-2.35, False), (-2.36, True), (2.36, False), (np.nan, False)])
def test_the_limit_is_the_five_percent_point_of_t(change, beyond):
    assert beyond_chance(np.array([change]), np.array([1.0]), np.array([3.0])).tolist() == [beyond]


def test_without_any_variance_every_change_is_beyond_chance_and_without_knowledge_none():
    assert beyond_chance(np.array([-0.1, 0.1]), np.zeros(2), np.full(2, 5.0)).tolist() == [True, False]
    assert not beyond_chance(np.array([-9.0]), np.array([np.nan]), np.array([2.0])).any()


@pytest.mark.parametrize("regions", [1, 11])
def test_two_steps_at_random_are_beyond_chance_in_five_percent(regions):
    rng, hits, cases = np.random.default_rng(6), 0, 0
    while cases < 4_000:
        z = np.cumsum(rng.standard_normal((regions, 10)), axis=1)
        found, df = step_variance(panel(z), leave=2)
        moved = (z[:, -1] - z[:, -3]) * panel(z).scale.slope(z[:, -1])
        hits, cases = hits + int(beyond_chance(moved, 2 * found, df).sum()), cases + regions
    assert 0.03 < hits / cases < 0.065
