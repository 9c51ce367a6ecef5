"""The count that a chance stands for: against scipy's own Poisson quantiles."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sxresearch.projection.counts.published_figure import poisson_quantile


@pytest.mark.parametrize("mean", [0.0, 1e-8, 0.02, 0.7, 3.0, 41.5, 987.0, 2.5e5])
def test_every_quantile_is_scipys(mean: float):
    chances = np.concatenate([[1e-9, 1 - 1e-9], (np.arange(4096) + 0.5) / 4096])[:, None]
    expected = stats.poisson.ppf(chances, mean)
    np.testing.assert_array_equal(poisson_quantile(chances, np.array([mean])), np.maximum(expected, 0.0))


@given(chance=st.floats(1e-9, 1 - 1e-9), mean=st.floats(0.0, 1e4))
def test_the_distribution_function_reaches_the_chance_there_and_not_before(chance: float, mean: float):
    count = float(poisson_quantile(np.array([chance]), np.array([mean]))[0])
    assert stats.poisson.cdf(count, mean) >= chance
    assert count == 0 or stats.poisson.cdf(count - 1, mean) < chance
