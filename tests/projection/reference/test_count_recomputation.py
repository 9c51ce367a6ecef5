"""The count model's paths as states that move from year to year: statsmodels' filter equals the closed form."""

import numpy as np
import pytest
from scipy import special

from sxresearch.projection.counts.count_data import counts_of
from sxresearch.projection.counts.count_paths import fit_paths, linearise, overall_level
from sxresearch.projection.reference.count_recomputation import glm_level, recompute_paths
from tests.projection.count_panels import INFANT, SHARE, log_paths, panel_of

AHEAD = 3


def infant_deaths(shape: tuple[int, int]):
    rng = np.random.default_rng(0)
    births = np.full(shape, 8_000.0)
    panel = panel_of(INFANT, rng.poisson(births * np.exp(log_paths(rng, 5e-3, shape))), births)
    panel.values[0, 3] = np.nan  # a year without a figure
    return panel


def one_figure_far_out():
    panel = infant_deaths((5, 10))
    panel.values[1, -1] *= 10
    return panel


def shares():
    return panel_of(SHARE, np.random.default_rng(1).binomial(500, 0.7, (3, 8)), 500)


def shares_of_many():
    """Eleven regions: nothing is known about the level before, and six digits of it after."""
    rng = np.random.default_rng(3)
    chance = special.expit(np.log(9) + rng.normal(0, 0.3, (11, 1)))
    return panel_of(SHARE, rng.binomial(100_000, chance, (11, 12)), 100_000)


@pytest.mark.parametrize(
    "panel",
    [
        infant_deaths((5, 10)),
        infant_deaths((5, 9)),
        infant_deaths((1, 7)),
        one_figure_far_out(),
        shares(),
        shares_of_many(),
    ],
    ids=["even years", "odd years", "one region", "one figure far out", "shares", "shares of many"],
)
def test_paths_given_the_standard_deviations(panel):
    counts = counts_of(panel)
    paths, (mean, variance, df) = fit_paths(counts, AHEAD), recompute_paths(linearise(counts, AHEAD))
    np.testing.assert_allclose(mean.T, paths.mean[:, -AHEAD:], rtol=1e-11)
    np.testing.assert_allclose(variance.T, np.diagonal(paths.covariance, axis1=1, axis2=2)[:, -AHEAD:], rtol=1e-11)
    np.testing.assert_allclose(df.T, paths.df[:, -AHEAD:], rtol=1e-10)


@pytest.mark.parametrize("panel", [infant_deaths((5, 10)), shares()], ids=["rate", "share"])
def test_overall_level_is_the_intercept_of_a_glm(panel):
    counts = counts_of(panel)
    assert glm_level(counts) == pytest.approx(overall_level(counts), rel=1e-12)
