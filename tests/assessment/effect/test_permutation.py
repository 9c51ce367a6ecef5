"""Early starters against the rest: the estimate by hand, exact exchanges, inverted tests."""

import numpy as np
import pytest

from sxresearch.assessment.effect.permutation import MOST_EXCHANGES, NEVER, compare_starts

YEARS = np.arange(2018, 2024)


def starts(count: int, begun: dict[int, int]) -> np.ndarray:
    return np.array([begun.get(region, NEVER) for region in range(count)])


def test_the_estimate_by_hand():
    """One starter in 2022: 1, 1, 1, 1, 5, 7 against mean 0, 0, 0, 0, 1, 1: (4 − 1 + 6 − 1)/2 = 4."""
    z = np.array([[1, 1, 1, 1, 5, 7], [0, 0, 0, 0, 2, 2], [0, 0, 0, 0, 0, 0], [3, 3, 3, 3, 4, 4]], dtype=float)
    found = compare_starts(YEARS, z, starts(4, {0: 2022}))
    assert found is not None
    assert found.value == pytest.approx(4.0)
    assert found.exchanges == 4  # each of four regions might have been the starter
    assert found.p == pytest.approx(1 / 4)
    assert (found.low, found.high) == (None, None)  # the least p is .25: nothing can be shown at 5 %


def test_those_that_begin_later_are_compared_with_until_they_begin():
    z = np.zeros((6, 6))
    z[0, 3:] = 2.0  # began in 2021, moved by 2
    z[1, 5:] = 2.0  # began in 2023, moved by 2
    found = compare_starts(YEARS, z, starts(6, {0: 2021, 1: 2023}))
    assert found is not None
    assert found.value == pytest.approx(2.0)
    assert found.exchanges == 6 * 5
    assert found.p == pytest.approx(1 / 30)
    assert found.low == pytest.approx(2.0) and found.high == pytest.approx(2.0)  # no noise at all


def test_an_added_effect_moves_estimate_and_interval_and_not_the_width():
    rng = np.random.default_rng(1)
    z, begun = rng.standard_normal((11, 6)).cumsum(axis=1), starts(11, {0: 2021, 4: 2021, 7: 2022})
    moved = z + 3.0 * (YEARS[None, :] >= begun[:, None])
    plain, found = compare_starts(YEARS, z, begun), compare_starts(YEARS, moved, begun)
    assert plain is not None and found is not None and plain.low is not None and found.low is not None
    assert found.value - plain.value == pytest.approx(3.0)
    assert (found.low - plain.low, found.high - plain.high) == pytest.approx((3.0, 3.0))
    assert found.low < found.value < found.high


def test_the_interval_holds_what_the_test_does_not_reject():
    rng = np.random.default_rng(5)
    z, begun = rng.standard_normal((10, 6)).cumsum(axis=1), starts(10, {1: 2021, 2: 2021, 3: 2021})
    found = compare_starts(YEARS, z, begun)
    treated = (YEARS[None, :] >= begun[:, None]).astype(float)
    assert found is not None and found.low is not None and found.high is not None
    for effect, kept in ((found.low + 0.01, True), (found.low - 0.01, False), (found.high + 0.01, False)):
        assert (compare_starts(YEARS, z - effect * treated, begun).p > 0.05) is kept


def test_many_regions_are_exchanged_by_a_fixed_sample():
    z, begun = (
        np.random.default_rng(3).standard_normal((30, 6)).cumsum(axis=1),
        starts(30, dict.fromkeys(range(9), 2021)),
    )
    one, other = compare_starts(YEARS, z, begun), compare_starts(YEARS, z, begun)
    assert one == other
    assert one is not None and one.exchanges == MOST_EXCHANGES + 1


@pytest.mark.parametrize("begun", [{}, dict.fromkeys(range(4), 2021), {0: 2018}])
def test_without_anybody_to_compare_there_is_no_answer(begun):
    assert compare_starts(YEARS, np.zeros((4, 6)), starts(4, begun)) is None
