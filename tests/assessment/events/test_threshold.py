"""Thresholds at the published precision."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxresearch.assessment.events import threshold as thresholds
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Scale, ScaleKind

SHARE = Scale(ScaleKind.LOGIT, 0.0, 100.0, 0.05)


def outlook(location: float, spread: float = 0.3) -> Predictive:
    return Predictive(SHARE, np.array([location]), np.array([spread]), np.array([8.0]))


def below(value, decimals):
    return thresholds.at_most(value, decimals, excluded=True)


def above(value, decimals):
    return thresholds.at_least(value, decimals, excluded=True)


@pytest.mark.parametrize(
    ("make", "threshold", "value", "passes"),
    [
        (thresholds.at_least, 95.0, 95.0, 1),  # exactly on the threshold
        (thresholds.at_least, 95.0, 94.95, 0),  # printed with two decimals, it is no 95
        (thresholds.at_least, 95.0, 95.01, 1),
        (thresholds.at_most, 12.5, 12.5, 1),  # 以内 includes the figure
        (thresholds.at_most, 12.5, 12.54, 0),
        (thresholds.at_most, 12.5, 12.46, 1),
        (below, 2.5, 2.5, 0),  # 低于 does not
        (below, 2.5, 2.46, 1),
        (above, 80.0, 80.0, 0),  # base equal to target: no increase
        (above, 80.88, 80.86, 0),
        (above, 80.0, 80.01, 1),
        (thresholds.at_most, 8.88, 8.8, 1),  # a computed threshold between two printed figures
        (thresholds.at_most, 11.1 * 0.8, 8.88, 1),  # exactly on it, but for the last binary digit
        (thresholds.at_most, 8.88, 8.9, 0),
        (thresholds.at_most, 0.0, 0.0, 1),  # target zero
        (thresholds.at_most, 0.0, 0.1, 0),
    ],
)
def test_printed_figures_are_compared_with_their_own_digits(make, threshold, value, passes):
    assert make(np.array([threshold]), 1).passed(np.array([value]))[0] == passes


@pytest.mark.parametrize(
    ("make", "threshold", "low", "high"),
    [
        (thresholds.at_least, 95.0, 94.95, np.inf),
        (above, 95.0, 95.05, np.inf),
        (thresholds.at_most, 12.5, -np.inf, 12.55),
        (below, 12.5, -np.inf, 12.45),
        (thresholds.at_most, 8.88, -np.inf, 8.85),  # 8.8 passes, 8.9 does not
        (below, 8.88, -np.inf, 8.85),
        (thresholds.at_least, 8.82, 8.85, np.inf),
        (above, 8.82, 8.85, np.inf),
    ],
)
def test_a_figure_to_come_is_rounded_before_it_is_compared(make, threshold, low, high):
    found = make(np.array([threshold]), 1)
    assert (found.low[0], found.high[0]) == (pytest.approx(low), pytest.approx(high))


def test_every_region_has_its_own_precision():
    found = thresholds.at_least(np.full(3, 95.0), np.array([0, 1, 2]))
    np.testing.assert_allclose(found.low, [94.5, 94.95, 94.995])


def test_read_otherwise_moves_the_figure_itself_to_the_other_side():
    found = thresholds.at_most(np.array([3.2]), 1)
    assert (found.passed(np.array([3.2]))[0], found.read_otherwise.passed(np.array([3.2]))[0]) == (1, 0)
    assert found.read_otherwise.high[0] == pytest.approx(3.15)


@given(st.integers(1, 998), st.floats(-3, 3), st.floats(0.05, 1))
def test_at_least_and_at_most_share_only_the_figure_itself(tenths, location, spread):
    """P(at_least) + P(at_most) = 1 + P(Y rounds to T)."""
    threshold, d = np.array([tenths / 10]), outlook(location, spread)
    rounds_to = d.below(threshold + 0.05) - d.below(threshold - 0.05)
    total = thresholds.at_least(threshold, 1).chance(d) + thresholds.at_most(threshold, 1).chance(d)
    assert total[0] == pytest.approx(1 + rounds_to[0], abs=1e-9)


@given(st.integers(1, 998), st.floats(-3, 3), st.floats(0, 2))
def test_shifting_toward_the_target_never_lowers_the_chance(tenths, location, shift):
    threshold = np.array([tenths / 10])
    up, down = thresholds.at_least(threshold, 1), thresholds.at_most(threshold, 1)
    assert up.chance(outlook(location + shift))[0] >= up.chance(outlook(location))[0] - 1e-12
    assert down.chance(outlook(location - shift))[0] >= down.chance(outlook(location))[0] - 1e-12


@given(st.integers(100, 900), st.floats(-3, 3), st.integers(1, 40), st.integers(0, 40))
def test_a_wider_tolerance_never_lowers_the_chance(tenths, location, narrow, more):
    centre, d = np.array([tenths / 10]), outlook(location)
    wide = (narrow + more) / 10
    tight = thresholds.between(centre - narrow / 10, centre + narrow / 10, 1).chance(d)
    assert thresholds.between(centre - wide, centre + wide, 1).chance(d)[0] >= tight[0] - 1e-12


def test_missing_stays_missing():
    found = thresholds.at_least(np.array([np.nan, 95.0]), 1)
    np.testing.assert_array_equal(np.isnan(found.passed(np.array([96.0, np.nan]))), [True, True])
