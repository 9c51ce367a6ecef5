"""Scales are one-to-one, stay inside the bounds, and never let a value pass a bound."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxresearch.plan.indicators import Indicator
from sxresearch.projection.scale import Scale, ScaleKind, infer_scale, scale_of

SHARE = Scale(ScaleKind.LOGIT, 0.0, 100.0, 0.05)
RATE = Scale(ScaleKind.LOG, 0.0, offset=0.05)
PLAIN = Scale(ScaleKind.IDENTITY, unit=4.0)
NAN = np.nan


def indicator(**given) -> Indicator:
    words = {"zh": "甲", "en": "A"}
    base = {"id": "a", "name": words, "definition": words, "unit": "percent", "decimals": 1, "better": "higher"}
    return Indicator.model_validate({**base, "measure": "share", **given})


@given(st.floats(0.0, 100.0))
def test_share_goes_there_and_back(value):
    assert SHARE.back(SHARE.forward(value)) == pytest.approx(value, rel=1e-9, abs=1e-9)


@given(st.floats(0.0, 1e6))
def test_rate_goes_there_and_back(value):
    assert RATE.back(RATE.forward(value)) == pytest.approx(value, rel=1e-9, abs=1e-9)


@given(st.floats(-50, 50))
def test_a_share_never_leaves_its_bounds(z):
    assert 0 <= SHARE.back(z) <= 100


def test_started_logit_of_a_known_value():
    assert SHARE.forward(75.0) == pytest.approx(np.log(75.05 / 25.05))


def test_bounds_are_finite_places():
    assert SHARE.forward(100.0) == pytest.approx(np.log(100.05 / 0.05))
    assert RATE.forward(0.0) == pytest.approx(np.log(0.05))
    assert SHARE.forward(104.0) == SHARE.forward(100.0)


def test_nothing_lies_below_the_lower_bound_and_everything_below_what_passes_the_upper():
    assert SHARE.threshold(0.0) == -np.inf and RATE.threshold(0.0) == -np.inf
    assert SHARE.threshold(100.05) == np.inf
    assert SHARE.threshold(100.0) == SHARE.forward(100.0)  # what lies beyond is printed as 100
    assert RATE.threshold(np.inf) == np.inf


def test_missing_stays_missing():
    for scale in (SHARE, RATE, PLAIN):
        assert np.isnan(scale.forward(NAN)) and np.isnan(scale.threshold(NAN)) and np.isnan(scale.back(NAN))


@given(st.floats(0.5, 99.5))
def test_slope_is_the_derivative(value):
    for scale in (SHARE, RATE, PLAIN):
        step = 1e-5
        numeric = (scale.forward(value + step) - scale.forward(value - step)) / (2 * step)
        assert scale.slope(value) == pytest.approx(numeric, rel=1e-4)


def test_bounds_out_of_order_are_refused():
    with pytest.raises(ValueError, match="two bounds in order"):
        Scale(ScaleKind.LOGIT, 1.0, 1.0)
    with pytest.raises(ValueError, match="offset must be at least 0"):
        Scale(ScaleKind.LOG, offset=-1.0)


def test_share_of_the_register_has_half_a_point_and_less_near_a_bound():
    share = indicator(lower=0, upper=100)
    assert scale_of(share, [[40.0, 60.0]]).offset == 0.5
    # median distance to the bound 0.2, half of it 0.1
    assert scale_of(share, [[99.9, 99.8, 99.7]]).offset == pytest.approx(0.1)
    # never less than half the published precision
    assert scale_of(share, [[99.96, 99.96, 99.96]]).offset == 0.05


def test_rate_of_the_register_starts_its_log_only_with_zeros():
    rate = indicator(unit="per_100k", measure="rate", lower=0)
    assert scale_of(rate, [[3.0, 10.0]]) == Scale(ScaleKind.LOG, 0.0)
    assert scale_of(rate, [[0.0, 4.0, 4.0]]).offset == 2.0
    assert scale_of(rate, [[0.0, 0.0]]).offset == 1.0


def test_mean_of_the_register_is_measured_in_its_own_steps():
    age = indicator(unit="years_of_age", measure="mean", lower=0)
    # a change of 3 over 9 years counts as 3/√9 = 1 a year; 1.4826 · 1 / 0.05
    values = [[70.0, *[NAN] * 8, 73.0]]
    assert scale_of(age, values).unit == pytest.approx(1.4826 / 0.05)
    assert scale_of(age, [[70.0]]).unit == 70.0


def test_inferred_scale_knows_only_the_unit_and_the_values():
    assert infer_scale([[20.0, 80.0]], "% of women").kind is ScaleKind.LOGIT
    assert infer_scale([[20.0, 101.0]], "percent").kind is ScaleKind.LOG  # gross enrolment
    assert infer_scale([[-2.0, 1.0]], "percent").kind is ScaleKind.IDENTITY
    assert infer_scale([[2.0, 1.0]], "per 1,000").kind is ScaleKind.LOG
    assert infer_scale([[NAN]], "%").kind is ScaleKind.LOG
