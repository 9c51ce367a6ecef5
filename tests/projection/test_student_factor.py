"""The factor of Student t draws against scipy's own χ² quantile."""

import numpy as np
import pytest
from scipy import stats

from sxresearch.projection.student_factor import student_factors, student_quantiles

MIXING = np.array([1e-9, 6e-5, 0.01, 0.3, 0.5, 0.9, 0.999, 1 - 1e-9])[:, None]


@pytest.mark.parametrize("df", [1.0, 2.5, 3.9999, 4.0, 4.0001, 5.3, 11.0, 30.0, 104.0, 1e4])
def test_every_factor_is_that_of_the_chi_square_quantile(df: float):
    expected = np.sqrt(df / stats.chi2(df).ppf(MIXING))
    found = student_factors(np.array([df]), MIXING)
    assert found == pytest.approx(expected, rel=1e-9)
    assert found[1:] == pytest.approx(expected[1:], rel=1e-13)  # all but a χ² in a thousand million


def test_the_normal_distribution_has_none_and_a_missing_one_stays_missing():
    normal, missing = student_factors(np.array([np.inf, np.nan]), MIXING).T
    assert normal == pytest.approx(np.ones(len(MIXING)), abs=1e-8)
    assert np.isnan(missing).all()


def test_company_changes_nothing():
    """A distribution's factors are the same alone and among others, to the last digits."""
    many = np.linspace(3.0, 100.0, 50)
    alone = np.hstack([student_factors(many[[place]], MIXING) for place in range(len(many))])
    assert student_factors(many, MIXING) == pytest.approx(alone, rel=1e-14)


@pytest.mark.parametrize("df", [1.0, 3.9999, 4.0, 4.0001, 5.3, 11.0, 104.0, 1e5, np.inf])
def test_every_quantile_is_scipys(df: float):
    below = np.array([3e-4, 0.01, 0.3, 0.5, 0.9, 0.9997])
    expected = stats.norm.ppf(below) if np.isinf(df) else stats.t(df).ppf(below)
    assert student_quantiles(np.array([df]), below)[0] == pytest.approx(expected, rel=1e-11, abs=1e-12)
