"""The predictive distribution against scipy and by property."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Scale, ScaleKind

SHARE = Scale(ScaleKind.LOGIT, 0.0, 100.0, 0.05)
PLAIN = Scale(ScaleKind.IDENTITY)


def one(location: float, spread: float, df: float = 7.0, scale: Scale = PLAIN) -> Predictive:
    return Predictive(scale, np.array([location]), np.array([spread]), np.array([df]))


def test_interval_and_probability_agree_with_scipy():
    d = one(2.0, 0.5)
    low, high = d.interval(0.8)
    assert (low[0], high[0]) == pytest.approx(stats.t.interval(0.8, 7, loc=2.0, scale=0.5))
    assert d.below(2.3)[0] == pytest.approx(stats.t.cdf(0.6, 7))


@given(st.floats(-4, 4), st.floats(0.01, 2), st.floats(3, 40), st.sampled_from([0.5, 0.8, 0.95]))
def test_an_interval_holds_its_probability_and_stays_inside_the_bounds(location, spread, df, coverage):
    d = one(location, spread, df, SHARE)
    low, high = d.interval(coverage)
    assert 0 <= low[0] <= high[0] <= 100
    above_all = high[0] == 100  # an interval that ends at the bound holds all that lies beyond
    inside = (1.0 if above_all else d.below(high)[0]) - d.below(low)[0]
    if above_all or low[0] == 0:
        assert inside >= coverage - 1e-9
    else:
        assert inside == pytest.approx(coverage, abs=1e-9)


def test_what_lies_beyond_the_bound_is_printed_as_the_bound():
    d = one(np.log(100.05 / 0.05), 1.0, 8.0, SHARE)  # the middle of the distribution is 100 %
    assert d.below(100.0)[0] == pytest.approx(0.5)
    assert d.below(100.05)[0] == 1.0 and d.below(0.0)[0] == 0.0
    assert d.median[0] == 100.0


@given(st.floats(0.01, 1), st.floats(0.02, 1))
def test_intervals_are_nested(spread, extra):
    d = one(0.3, spread)
    (low50, high50), (low95, high95) = d.interval(0.5), d.interval(0.95)
    assert low95 <= low50 <= high50 <= high95
    wider = d.widened(np.array([extra]))
    assert wider.interval(0.8)[1] >= d.interval(0.8)[1]


def test_missing_projection_answers_nothing():
    d = one(np.nan, np.nan, np.nan)
    assert np.isnan(d.below(1.0)[0]) and np.isnan(d.median[0]) and not d.known[0]


def test_a_certain_value_is_below_or_not():
    d = one(2.0, 0.0)
    np.testing.assert_array_equal(d.below(np.array([2.0])), [0.0])
    np.testing.assert_array_equal(d.below(np.array([2.1])), [1.0])


def test_draws_follow_the_distribution():
    d = one(1.0, 0.4, 6.0)
    points = stats.qmc.Sobol(2, scramble=True, rng=np.random.default_rng(3)).random_base2(14)
    sample = d.draws(stats.norm.ppf(points[:, :1]), points[:, 1:])
    # quantiles of t(6) at 10 %, 50 %, 90 % (scipy)
    expected = 1.0 + 0.4 * stats.t.ppf([0.1, 0.5, 0.9], 6)
    np.testing.assert_allclose(np.quantile(sample, [0.1, 0.5, 0.9]), expected, atol=0.01)


def test_different_shapes_are_refused():
    with pytest.raises(ValueError, match="shapes differ"):
        Predictive(PLAIN, np.zeros(2), np.ones(3), np.ones(2))
