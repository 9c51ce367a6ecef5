"""Blocks of origin years by hand, the interval by statsmodels, and how often it errs when nothing is amiss."""

import numpy as np
import pytest
import statsmodels.api as sm

from sxresearch.assessment.track_record.year_blocks import block_count, block_interval, year_blocks


@pytest.mark.parametrize(
    ("years", "length", "blocks"),
    [
        ([2010, 2011, 2012, 2013], 1, [3, 2, 1, 0]),
        ([2010, 2011, 2012, 2013], 2, [1, 1, 0, 0]),
        ([2009, 2010, 2011, 2012, 2013], 2, [1, 1, 1, 0, 0]),
        ([2012, 2013], 5, [0, 0]),
        ([2005, 2013], 2, [3, 0]),
    ],
)
def test_blocks_are_counted_back_from_the_last_year(years, length, blocks):
    assert year_blocks(np.array(years), length).tolist() == blocks
    assert block_count(np.array(years), length) == len(set(blocks))


def test_equal_blocks_give_a_point_one_block_gives_no_limit_and_none_gives_nothing():
    assert block_interval(np.full(6, 0.2), np.array([1, 1, 2, 2, 3, 3])) == pytest.approx((0.2, 0.2, 0.2))
    assert block_interval(np.array([0.0, 1.0]), np.array([1, 2]), 2) == (0.5, -np.inf, np.inf)
    assert np.isnan(block_interval(np.array([]), np.array([]))).all()


def test_two_blocks_by_hand():
    # means 0 and 1, half apart from .5; t with one degree of freedom has the 97.5 % point 12.706
    found = block_interval(np.array([0.0, 1.0]), np.array([1, 2]))
    assert found == pytest.approx((0.5, 0.5 - 12.706 * 0.5, 0.5 + 12.706 * 0.5), rel=1e-4)


def test_the_interval_is_that_of_cluster_robust_errors_in_statsmodels():
    rng = np.random.default_rng(2)
    origin = rng.integers(2008, 2020, 60)
    difference = rng.normal(0.02, 0.1, 60)
    groups, blocks = year_blocks(origin, 2), block_count(origin, 2)
    options = {"groups": groups, "use_correction": False}
    fitted = sm.OLS(difference, np.ones(60)).fit(cov_type="cluster", cov_kwds=options, use_t=True)
    mean, low, high = block_interval(difference, origin, 2)
    # statsmodels' uncorrected variance lacks the factor blocks / (blocks - 1)
    reach = 2.5705818 * fitted.bse[0] * np.sqrt(blocks / (blocks - 1))  # t with five degrees of freedom
    assert blocks == 6
    assert (low, high) == pytest.approx((mean - reach, mean + reach))


@pytest.mark.parametrize(("ahead", "years"), [(2, 8), (2, 16), (5, 20)])
def test_under_equal_skill_it_errs_seldom(ahead, years):
    """Differences are what happens in the ``ahead`` years to come; judged by single years it erred in .13–.24."""
    rng, origin = np.random.default_rng(4), np.arange(years)
    fired = 0
    for _ in range(1_000):
        path = np.cumsum(rng.standard_normal(years + ahead))
        fired += block_interval(path[ahead:] - path[:years], origin, ahead)[1] > 0
    assert fired / 1_000 < 0.065
