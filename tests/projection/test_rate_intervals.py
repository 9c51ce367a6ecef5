"""Intervals of observed rates: published tables, statsmodels, hand calculation."""

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.rates import confint_poisson

from sxresearch.projection.rate_intervals import garwood, pooled_rate, rate_interval, wilson
from tests.projection.count_panels import BIRTHS, MATERNAL, SHARE, panel_of


@pytest.mark.parametrize(
    ("events", "low", "high"),
    [(0, 0.0, 3.689), (1, 0.0253, 5.572), (3, 0.6187, 8.767), (10, 4.795, 18.39), (100, 81.36, 121.63)],
)
def test_garwood_equals_the_printed_table(events, low, high):
    # Ulm 1990 (Am J Epidemiol 131, 373) and the table of exact Poisson limits in Breslow & Day 1987, p. 70
    assert garwood(events) == pytest.approx((low, high), rel=1e-3)


@pytest.mark.parametrize("coverage", [0.8, 0.95])
def test_garwood_equals_statsmodels(coverage):
    for events in (1, 2, 7, 40, 900):
        expected = confint_poisson(events, 1, method="exact-c", alpha=1 - coverage)
        assert garwood(events, coverage) == pytest.approx(expected, rel=1e-10)


def test_garwood_holds_its_coverage_exactly():
    # tail probabilities at the limits, from the Poisson distribution itself
    low, high = garwood(4, 0.9)
    assert stats.poisson.sf(3, low) == pytest.approx(0.05)
    assert stats.poisson.cdf(4, high) == pytest.approx(0.05)


@pytest.mark.parametrize("coverage", [0.8, 0.95])
def test_wilson_equals_statsmodels(coverage):
    for events, size in ((0, 12), (1, 30), (15, 30), (299, 300), (300, 300)):
        expected = proportion_confint(events, size, alpha=1 - coverage, method="wilson")
        np.testing.assert_allclose(wilson(events, size, coverage), expected, atol=1e-12)


def test_no_exposure_gives_no_interval():
    assert np.isnan(wilson(0, 0)).all()
    assert np.isnan(rate_interval(0, 0, 1e5)).all()


def test_no_death_in_a_city_has_an_upper_limit():
    # 3.689 / 30 000 births: docs/decisions.md
    low, high = rate_interval(0, 30_000, 1e5)
    assert (low, high) == pytest.approx((0.0, 12.296), abs=1e-3)


def test_pooled_rate_takes_each_regions_latest_three_years():
    events = np.array([[9, 3, 5, 4], [0, 0, 0, 0], [2, 1, 3, 0]])
    keep = np.array([[True] * 4, [True] * 4, [True, False, True, False]])
    pooled = pooled_rate(panel_of(MATERNAL, events, BIRTHS[:3, None] + np.zeros(4), keep=keep))
    np.testing.assert_array_equal(pooled.events, [12, 0, 5])
    np.testing.assert_array_equal(pooled.years, [3, 3, 2])
    np.testing.assert_array_equal(pooled.last_year, [2016, 2016, 2015])
    np.testing.assert_allclose(pooled.events_a_year, [4, 0, 2.5])
    np.testing.assert_allclose(pooled.rate, [10.0, 0.0, 5 / 54_000 * 1e5])
    assert (pooled.lower95[0], pooled.upper95[0]) == pytest.approx(np.array(garwood(12)) / 1.2)
    assert pooled.lower95[0] < pooled.lower80[0] < pooled.rate[0] < pooled.upper80[0] < pooled.upper95[0]


def test_pooled_share_is_a_wilson_interval_and_no_figure_is_nan():
    keep = np.array([[True, True], [False, False]])
    pooled = pooled_rate(panel_of(SHARE, [[90, 96], [1, 1]], [[100, 100], [100, 100]], keep=keep))
    assert pooled.upper95[0] == pytest.approx(100 * wilson(186, 200)[1])
    assert np.isnan(pooled.rate[1]) and pooled.last_year[1] == 0 and pooled.years[1] == 0
