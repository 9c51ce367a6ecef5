"""Shrinkage over regions: by hand, and against statsmodels' meta-analysis."""

import numpy as np
import pytest
from statsmodels.stats.meta_analysis import combine_effects

from sxresearch.assessment.effect.shrinkage import FEWEST_REGIONS, between_variance, shrunk, shrunk_estimates
from sxresearch.assessment.effect.step_regression import fit_steps

YEARS = np.arange(2011, 2025)


def test_dersimonian_laird_as_statsmodels_has_it():
    values, variances = np.array([1.2, -0.3, 0.8, 2.9, -1.5, 0.1]), np.array([0.2, 0.3, 0.25, 0.4, 0.1, 0.5])
    assert between_variance(values, variances) == pytest.approx(combine_effects(values, variances, "chi2").tau2)


def test_by_hand_with_equal_variances():
    """Values ±2 and 0 twice, variance 1: Q = 8, DL: (8 − 4)/(5 − 1) = 1, so half remains."""
    values, variances = np.array([2.0, -2.0, 0.0, 0.0, 0.0]), np.ones(5)
    assert between_variance(values, variances) == pytest.approx(1.0)
    kept, spread = shrunk(values, variances)
    assert kept == pytest.approx([1, -1, 0, 0, 0])
    # Morris: 1 − (4/5)(1/2) + (2/2)(1/4)·y²
    assert spread == pytest.approx([0.6 + 1.0, 0.6 + 1.0, 0.6, 0.6, 0.6])


def test_regions_that_differ_by_chance_only_are_taken_together():
    values = np.array([0.1, -0.1, 0.05, -0.05, 0.0])
    assert between_variance(values, np.ones(5)) == 0
    assert shrunk(values, np.ones(5))[0] == pytest.approx(np.zeros(5))


def test_a_region_is_the_mean_of_all_and_its_own_shrunk_part():
    rng = np.random.default_rng(2)
    panel = rng.standard_normal((11, len(YEARS))).cumsum(axis=1)
    found = shrunk_estimates(YEARS, panel, 3, 2021)
    assert found is not None
    common = fit_steps(YEARS, panel.mean(axis=0), 2021)
    assert found.common.values == pytest.approx(common.values)
    alone = fit_steps(YEARS, panel[3], 2021).values
    assert (np.abs(found.own.values - common.values) <= np.abs(alone - common.values) + 1e-12).all()
    assert (found.own.variances > found.common.variances).all()
    assert found.regions == 11


def test_regions_that_stand_still_lend_nothing():
    rng = np.random.default_rng(2)
    panel = rng.standard_normal((FEWEST_REGIONS - 1, len(YEARS))).cumsum(axis=1)
    assert shrunk_estimates(YEARS, panel, 0, 2021) is None  # too few
    assert shrunk_estimates(YEARS, np.full((8, len(YEARS)), 5.0), 0, 2021) is None
