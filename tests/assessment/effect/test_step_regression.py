"""Segmented regression on yearly steps, held to statsmodels, to numbers by hand, and to its own symmetries."""

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from sxresearch.assessment.effect.step_regression import (
    DISTANCE,
    FEWEST_BEFORE,
    FEWEST_SINCE,
    LEVEL,
    SLOPE,
    enough,
    fit_steps,
    half_width,
    p_value,
    step_results,
)

YEARS = np.arange(2010, 2025)


def wandering(seed: int, years: np.ndarray = YEARS) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal(len(years)).cumsum()


def test_estimates_by_hand():
    """Steps 1, 3, 2, 2 before 2021 (mean 2), then 7 in its first year, then 4 and 6 (mean 5)."""
    years = np.arange(2016, 2024)
    z = np.cumsum([0.0, 1, 3, 2, 2, 7, 4, 6])
    found = fit_steps(years, z, 2021)
    assert found.values == pytest.approx([7 - 2, 5 - 2, 5 + 2 * 3])
    assert found.df == 7 - 3
    # residuals −1, 1, 0, 0 and −1, 1: scale (1 + 1 + 1 + 1)/4 = 1; variance of the mean of 4 is 1/4, of 2 is 1/2
    assert found.variances == pytest.approx([1 + 1 / 4, 1 / 2 + 1 / 4, 3 + 9 / 4])


@pytest.mark.parametrize("missing", [[], [2013], [2012, 2013, 2022]])
def test_equal_to_statsmodels(missing):
    years = np.array([year for year in YEARS if year not in missing])
    z = wandering(4, years)
    ours, theirs = fit_steps(years, z, 2021), step_results(years, z, 2021)
    asked = np.array([[0, 1, 0], [0, 0, 1], [0, 1, 2024 - 2021]])
    test = theirs.t_test(asked)
    assert ours.values == pytest.approx(test.effect, abs=1e-8)
    assert np.sqrt(ours.variances) == pytest.approx(test.sd.ravel()[[0, 1, 2]], abs=1e-8)
    assert ours.df == theirs.df_resid
    p = [p_value(*pair, ours.df) for pair in zip(ours.values, ours.variances, strict=True)]
    assert p == pytest.approx(np.asarray(test.pvalue), abs=1e-8)
    low = [value - half_width(variance, ours.df) for value, variance in zip(ours.values, ours.variances, strict=True)]
    assert low == pytest.approx(test.conf_int()[:, 0], abs=1e-8)


def test_statsmodels_agrees_with_generalised_least_squares_of_a_random_walk():
    """The same estimates from the levels, with the covariance min(s, t) of a random walk from the first figure on."""
    z = wandering(9)
    since = np.maximum(YEARS - 2021, 0)
    path = np.column_stack([YEARS - YEARS[0], YEARS >= 2021, since]).astype(float)[1:]
    order = np.arange(1, len(YEARS))
    fit = sm.GLS(z[1:] - z[0], path, sigma=np.minimum(order[:, None], order[None, :])).fit()
    assert fit_steps(YEARS, z, 2021).values[[LEVEL, SLOPE]] == pytest.approx(fit.params[1:], abs=1e-8)


@given(st.floats(-5, 5), st.floats(-3, 3), st.floats(-3, 3), st.integers(0, 1000))
def test_a_line_a_jump_and_a_bend_are_added_exactly(slope, jump, bend, seed):
    z = wandering(seed)
    since = (YEARS - 2021) * (YEARS >= 2021)
    plain, moved = (
        fit_steps(YEARS, z, 2021),
        fit_steps(YEARS, z + slope * YEARS + jump * (YEARS >= 2021) + bend * since, 2021),
    )
    assert moved.values - plain.values == pytest.approx([jump, bend, jump + 3 * bend], abs=1e-6)
    assert moved.variances == pytest.approx(plain.variances, rel=1e-6, abs=1e-9)


def test_many_series_at_once_are_each_alone():
    panel = np.array([wandering(seed) for seed in range(5)])
    together = fit_steps(YEARS, panel, 2021)
    for row, series in enumerate(panel):
        alone = fit_steps(YEARS, series, 2021)
        assert together.of(row).values == pytest.approx(alone.values)
        assert together.of(row).variances == pytest.approx(alone.variances)


@pytest.mark.parametrize("series", [np.full(15, 99.9), 3.0 + 0.25 * np.arange(15)])
def test_what_stands_still_or_is_a_line_leaves_nothing_to_judge_by(series):
    found = fit_steps(YEARS, series, 2021)
    assert not found.moves
    assert found.variances[DISTANCE] == 0


@pytest.mark.parametrize(
    ("before", "since", "answer"),
    [(FEWEST_BEFORE, FEWEST_SINCE, True), (FEWEST_BEFORE - 1, 9, False), (9, FEWEST_SINCE - 1, False), (0, 0, False)],
)
def test_how_many_figures_are_enough(before, since, answer):
    assert enough(np.arange(2021 - before, 2021 + since), 2021) is answer
    assert (FEWEST_BEFORE, FEWEST_SINCE) == (4, 3)
