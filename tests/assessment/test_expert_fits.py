"""statsmodels' own results for one region's series, by the codes that a notebook knows."""

import numpy as np
import pytest

import sxresearch as sx
from sxresearch.errors import BadParameter
from tests.assessment.small_world import CITY, small_world

RATE = {
    "better": "lower", "lower": 0, "unit": "per_100k", "measure": "rate",
    "numerator": {"zh": "死亡数", "en": "deaths"}, "denominator": {"zh": "活产数", "en": "live births"},
}  # fmt: skip
TARGET = {"rule": "at_most", "value": 12.5}


@pytest.fixture(scope="module")
def falling():
    """A rate that halves every year, exactly; births 12.8 million."""
    figures = {year: 64 / 2 ** (year - 2014) for year in range(2014, 2021)}
    return small_world(indicator=RATE, target=TARGET, series={CITY: {"total": figures}}, counts=12.8e6)


@pytest.mark.filterwarnings("ignore:omni_normtest")  # of statsmodels, with fewer than eight figures
def test_trend_and_drift_of_a_rate_that_halves(falling):
    """On the log scale a line through log 64 with slope −log 2."""
    assert sx.fit_trend(falling, CITY, "first").params == pytest.approx([np.log(64), -np.log(2)])
    assert sx.fit_drift(falling, CITY, "first").params == pytest.approx([-np.log(2)])
    assert "OLS" in str(sx.fit_trend(falling, CITY, "first").summary())


@pytest.mark.parametrize("overdispersed", [False, True])
def test_counts_that_halve(falling, overdispersed):
    found = sx.fit_counts(falling, CITY, "first", overdispersed=overdispersed)
    assert found.params == pytest.approx([np.log(64e-5), -np.log(2)])  # no overdispersion: Poisson either way
    assert "Poisson" in str(found.summary())


def test_a_share_is_fitted_by_logistic_regression():
    share = {"better": "higher", "lower": 0, "upper": 100, "numerator": {"zh": "甲", "en": "a"},
             "denominator": {"zh": "乙", "en": "b"}}  # fmt: skip
    world = small_world(
        indicator=share, target={"rule": "at_least", "value": 50}, counts=1000,
        series={CITY: {"total": {2015: 20.0, 2016: 21.0, 2017: 20.0, 2018: 19.0}}},
    )  # fmt: skip
    found = sx.fit_counts(world, CITY, "first")
    assert "Binomial" in str(found.summary()) and found.fittedvalues.mean() == pytest.approx(0.2)


def test_a_member_has_the_most_likely_step_variance():
    """A walk: the mean squared step. Steps of the logarithm are log 2, −log 2, log 2 and 0."""
    world = small_world(
        indicator=RATE, target=TARGET, series={CITY: {"total": dict(enumerate([8.0, 16.0, 8.0, 16.0, 16.0], 2015))}}
    )
    found = sx.fit_member(world, CITY, "first", "walk")
    assert found.params.iloc[0] == pytest.approx(3 / 4 * np.log(2) ** 2)
    assert found.get_forecast(1).predicted_mean.iloc[0] == pytest.approx(np.log(16))
    assert "step variance" in str(found.summary())


def test_every_member_can_be_fitted_by_its_name():
    world = small_world(
        indicator=RATE, target=TARGET, series={CITY: {"total": dict(enumerate([8.0, 9, 7, 6, 6.5, 5], 2015))}}
    )
    assert len(sx.member_names()) >= 10
    for name in sx.member_names():
        assert sx.fit_member(world, CITY, "first", name).params.iloc[0] > 0


def test_figures_after_as_of_are_left_out(falling):
    assert sx.fit_trend(falling, CITY, "first", as_of=2016).nobs == 3


@pytest.mark.parametrize(
    ("fit", "region", "indicator", "more", "says"),
    [
        ("fit_trend", "990000", "first", {}, "990000"),
        ("fit_trend", CITY, "nothing", {}, "nothing"),
        ("fit_trend", CITY, "first", {"group": "female"}, "female"),
        ("fit_trend", CITY, "first", {"group": "martian"}, "martian"),
        ("fit_trend", CITY, "first", {"as_of": 2015}, "有 2 个数据"),
        ("fit_drift", CITY, "first", {"as_of": 2015}, "有 2 个数据"),
        ("fit_member", CITY, "first", {"member": "prophet"}, "prophet"),
        ("fit_counts", CITY, "first", {"as_of": 2015}, "有 2 个数据"),
    ],
)
def test_what_cannot_be_fitted_is_told(falling, fit, region, indicator, more, says):
    with pytest.raises(BadParameter, match=says):
        getattr(sx, fit)(falling, region, indicator, **more)


def test_without_denominators_there_are_no_counts_to_fit():
    world = small_world(indicator=RATE, target=TARGET, series={CITY: {"total": {2014: 9.0, 2015: 8.0, 2016: 9.0}}})
    with pytest.raises(BadParameter, match="fit_trend"):
        sx.fit_counts(world, CITY, "first")


def test_a_series_that_never_moves_has_no_step_variance():
    world = small_world(indicator=RATE, target=TARGET, series={CITY: {"total": dict.fromkeys(range(2014, 2020), 9.0)}})
    with pytest.raises(BadParameter, match="要有变化"):
        sx.fit_member(world, CITY, "first", "walk")


@pytest.mark.filterwarnings("ignore:omni_normtest")
def test_segments_are_those_of_the_effect():
    figures = {year: 50.0 + (year * 7) % 5 + 2.0 * (year >= 2021) for year in range(2010, 2025)}
    mean = {"better": "higher", "measure": "mean", "unit": "years"}
    world = small_world(indicator=mean, target={"rule": "at_least", "value": 90}, series={CITY: {"total": figures}})
    fit, found = sx.fit_segments(world, CITY, "first", 2021), sx.effect(world, CITY, "first")
    unit = found.level.value / fit.params[1]
    assert fit.params[2] * unit == pytest.approx(found.slope.value)
    assert fit.pvalues[1] == pytest.approx(found.level.p)
    with pytest.raises(BadParameter):
        sx.fit_segments(world, CITY, "first", 2024)
