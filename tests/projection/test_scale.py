"""Scales are one-to-one, stay inside the bounds, and never let a value pass a bound."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxresearch.projection.scale import Scale, ScaleKind

SHARE = Scale(ScaleKind.LOGIT, 0.0, 100.0, 0.05)
RATE = Scale(ScaleKind.LOG, 0.0, np.inf, 0.05)
PLAIN = Scale(ScaleKind.IDENTITY)


@given(st.floats(0.05, 99.95))
def test_share_goes_there_and_back(value):
    assert SHARE.back(SHARE.forward(value)) == pytest.approx(value, rel=1e-9)


@given(st.floats(0.05, 1e6))
def test_rate_goes_there_and_back(value):
    assert RATE.back(RATE.forward(value)) == pytest.approx(value, rel=1e-9)


@given(st.floats(-50, 50))
def test_a_share_never_leaves_its_bounds(z):
    assert 0 <= SHARE.back(z) <= 100


def test_logit_of_a_known_value():
    assert SHARE.forward(75.0) == pytest.approx(np.log(3))  # odds 3:1


def test_a_printed_bound_is_moved_inside_by_half_the_precision():
    assert SHARE.forward(100.0) == pytest.approx(np.log(99.95 / 0.05))
    assert RATE.forward(0.0) == pytest.approx(np.log(0.05))


def test_a_threshold_at_a_bound_is_infinite():
    assert SHARE.threshold(100.0) == np.inf
    assert SHARE.threshold(0.0) == -np.inf
    assert RATE.threshold(0.0) == -np.inf


def test_missing_stays_missing():
    for scale in (SHARE, RATE, PLAIN):
        assert np.isnan(scale.forward(np.nan))
        assert np.isnan(scale.threshold(np.nan))


def test_bounds_without_room_are_refused():
    with pytest.raises(ValueError, match="leave no room"):
        Scale(ScaleKind.LOGIT, 0.0, 1.0, 0.5)
