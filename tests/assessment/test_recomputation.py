"""Every projected target of the demonstration province and of the nation, worked out again by statsmodels."""

import numpy as np
import pytest

import sxresearch as sx
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.recomputation import HOLDS, RecomputedSeries
from sxresearch.errors import BadParameter
from sxresearch.terms import Group, Language


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return sx.load_inputs()


@pytest.mark.parametrize(("region", "fewest"), [pytest.param("140000", 100, marks=pytest.mark.long), ("100000", 7)])
def test_every_projected_target(inputs, region, fewest):
    found = sx.recompute_all(inputs, region)
    assert len(found) >= fewest
    for item in found:
        for series in item.series:
            assert series.largest_difference <= HOLDS, str(item)
            assert np.isfinite(series.theirs).all()
            # the location and, but for counts, the members' weights and the width as well
            np.testing.assert_allclose(series.theirs[:, 0], series.ours[:, 0], rtol=1e-8, atol=1e-10)
            assert np.isnan(series.learned) or series.learned < 1e-8
        assert item.holds
    methods = {series.method for item in found for series in item.series}
    assert methods >= ({"naive+pooled+damped", "naive", "pooled-poisson"} if region == "140000" else set())


def test_one_target_says_what_was_done(inputs):
    found = sx.recompute(inputs, "100000", "outlines.women_health.2.maternal_mortality_ratio")
    assert len(found.series) == 1 and found.series[0].years == tuple(range(2025, 2031))
    text, english = found.report(Language.ZH), found.report(Language.EN)
    assert "statsmodels" in text and "两种算法一致" in text
    assert "both calculations agree" in english and f"{found.largest_difference:.1e}" in english


def test_an_earlier_year_is_recomputed_with_what_was_known_then(inputs):
    found = sx.recompute(inputs, "100000", "outlines.women_health.2.maternal_mortality_ratio", as_of=2015)
    assert found.series[0].years[0] == 2016 and found.holds


@pytest.mark.parametrize(
    ("region", "target", "as_of", "says"),
    [
        ("990000", "x", None, "990000"),
        ("100000", "no.such.target", None, "no.such.target"),
        ("100000", "outlines.women_health.2.maternal_mortality_ratio", 1900, "1900"),
    ],
)
def test_what_cannot_be_recomputed_is_told(inputs, region, target, as_of, says):
    with pytest.raises(BadParameter, match=says):
        sx.recompute(inputs, region, target, as_of)


@pytest.mark.parametrize(
    ("method", "off", "holds"),
    [
        ("naive", 0.9e-8, True), ("naive", 1.1e-8, False), ("pooled-poisson", 0.9e-8, True),
        ("pooled-poisson", 1.1e-8, False),
    ],
)  # fmt: skip
def test_where_two_calculations_stop_being_the_same(method, off, holds):
    ours = np.array([[0.0, 0.5, 8.0]])
    theirs = ours * [1, 1, 1 + off]
    assert RecomputedSeries("a", Group.TOTAL, method, (2025,), ours, theirs, np.nan).holds is holds


def test_a_location_near_zero_is_measured_by_the_spread():
    ours = np.array([[1e-12, 0.5, 8.0]])
    theirs = np.array([[1e-9, 0.5, 8.0]])
    found = RecomputedSeries("a", Group.TOTAL, "naive", (2025,), ours, theirs, np.nan)
    assert found.largest_difference == pytest.approx((1e-9 - 1e-12) / 0.5)
