"""The count that a chance stands for: against scipy's own Poisson and binomial quantiles."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats

from sxresearch.projection.counts.inverse_counts import binomial_quantile, poisson_quantile


@pytest.mark.parametrize("mean", [0.0, 1e-8, 0.02, 0.7, 3.0, 41.5, 987.0, 2.5e5])
def test_every_quantile_is_scipys(mean: float):
    chances = np.concatenate([[1e-9, 1 - 1e-9], (np.arange(4096) + 0.5) / 4096])[:, None]
    expected = stats.poisson.ppf(chances, mean)
    np.testing.assert_array_equal(poisson_quantile(chances, np.array([mean])), np.maximum(expected, 0.0))


@given(chance=st.floats(1e-9, 1 - 1e-9), mean=st.floats(0.0, 1e4))
def test_the_distribution_function_reaches_the_chance_there_and_not_before(chance: float, mean: float):
    count = float(poisson_quantile(np.array([chance]), np.array([mean]))[0])
    assert stats.poisson.cdf(count, mean) >= chance - 1e-12
    assert count == 0 or stats.poisson.cdf(count - 1, mean) < chance + 1e-12


@pytest.mark.parametrize("rate", [0.0, 2e-313, 1e-150, 1e-8, 4e-4, 0.03, 0.5, 0.97, 0.9996, 1.0])
@pytest.mark.parametrize("size", [1.0, 7.0, 1000.0, 31_000.0, 1e6])
def test_every_binomial_quantile_is_scipys(size: float, rate: float):
    chances = np.concatenate([[1e-9, 1 - 1e-9], (np.arange(1024) + 0.5) / 1024])[:, None]
    expected = np.maximum(stats.binom.ppf(chances, size, rate), 0.0)
    found = binomial_quantile(chances, np.array([size]), np.array([rate]))
    reached = np.isclose(stats.binom.cdf(np.minimum(found, expected), size, rate), chances, rtol=0, atol=1e-13)
    assert ((found == expected) | reached).all()  # a chance that is the distribution function's value itself


@given(chance=st.floats(1e-9, 1 - 1e-9), size=st.integers(1, 10**5), rate=st.floats(0.0, 1.0))
def test_the_binomial_distribution_function_reaches_the_chance_there(chance: float, size: int, rate: float):
    count = float(binomial_quantile(np.array([chance]), np.array([size]), np.array([rate]))[0])
    assert stats.binom.cdf(count, size, rate) >= chance - 1e-12
    assert count == 0 or stats.binom.cdf(count - 1, size, rate) < chance + 1e-12


def steps_near(mean: float, spread: float) -> np.ndarray:
    """Counts within three and a half standard deviations of their mean."""
    return np.arange(np.ceil(mean - 3.5 * spread), np.floor(mean + 3.5 * spread) + 1)


@pytest.mark.parametrize("mean", [0.04, 0.15, 0.4, 1.1, 2.3, 4.8, 10.0, 10.7, 13.2, 21.0, 55.5, 240.0, 3100.0])
def test_beside_every_step_of_the_poisson_distribution(mean: float):
    counts = steps_near(mean, np.sqrt(mean))
    counts = counts[counts >= 0]
    step = special.pdtr(counts, mean)
    np.testing.assert_array_equal(poisson_quantile(step * (1 - 1e-9), np.full(len(counts), mean)), counts)
    np.testing.assert_array_equal(poisson_quantile(step * (1 + 1e-9), np.full(len(counts), mean)), counts + 1)


@pytest.mark.parametrize(
    "size, rate", [(41, 0.5), (60, 0.21), (60, 0.79), (2000, 0.005), (2000, 0.995), (31_000, 0.31)]
)
def test_beside_every_step_of_the_binomial_distribution(size: int, rate: float):
    counts = steps_near(size * rate, np.sqrt(size * rate * (1 - rate)))
    counts = counts[(counts >= 0) & (counts < size)]
    step = 1.0 - special.betainc(counts + 1, size - counts, rate)
    below, above = (binomial_quantile(step + by, np.array([float(size)]), np.array([rate])) for by in (-1e-9, 1e-9))
    np.testing.assert_array_equal(below, counts)
    np.testing.assert_array_equal(above, counts + 1)
