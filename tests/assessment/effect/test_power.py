"""Power by the noncentral t, held to statsmodels."""

import pytest
from statsmodels.stats.power import TTestPower

from sxresearch.assessment.effect.power import POWER, detectable, power_of


@pytest.mark.parametrize("n", [4, 8, 15])
@pytest.mark.parametrize("effect", [0.2, 0.8, 1.5])
def test_power_as_statsmodels_has_it(n, effect):
    """A one-sample test of n figures: the standard error of the mean is 1/√n, n − 1 degrees of freedom."""
    theirs = TTestPower().power(effect, n, 0.05)
    assert power_of(effect, n**-0.5, n - 1) == pytest.approx(theirs, abs=1e-6)
    assert power_of(-effect, n**-0.5, n - 1) == pytest.approx(theirs, abs=1e-6)


def test_no_change_is_called_one_in_twenty_times():
    assert power_of(0.0, 1.0, 9) == pytest.approx(0.05)


@pytest.mark.parametrize("df", [3, 7, 10, 30, 200])
def test_the_detectable_change_is_seen_in_four_cases_of_five(df):
    assert power_of(detectable(2.5, df), 2.5, df) == pytest.approx(POWER)
    assert POWER == 0.80


def test_known_size_for_many_figures():
    """z.975 + z.80 = 1.960 + 0.842."""
    assert detectable(1.0, 1e6) == pytest.approx(2.802, abs=1e-3)
