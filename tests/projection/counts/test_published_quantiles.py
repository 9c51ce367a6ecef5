"""Quantiles of the published figure: those of the compound count, found a second time by drawing it out in full."""

import numpy as np
import pytest
from scipy import stats

from sxresearch.projection.counts.published_figure import published_below
from sxresearch.projection.counts.published_quantiles import published_quantiles
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Scale, ScaleKind

RATE, PART = Scale(ScaleKind.LOG), Scale(ScaleKind.LOGIT, 0.0, 100.0)
LEVELS = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
GRID = (np.arange(20_000) + 0.5) / 20_000


def by_hand(means: np.ndarray, law, most: int) -> np.ndarray:
    """Quantiles of a mixture over ``means``, from its cumulative distribution written out count by count."""
    below = np.array([law(count, means).mean() for count in range(most)])
    return np.array([np.flatnonzero(below >= level)[0] for level in LEVELS])


@pytest.mark.parametrize("exposure", [8_000, 30_000, 150_000])
@pytest.mark.parametrize("spread", [0.02, 0.3, 0.8])
def test_rates_of_few_events(exposure, spread):
    rate = Predictive(RATE, np.log([12.5]), np.array([spread]), np.array([8.0]))
    means = exposure * np.exp(np.log(12.5e-5) + spread * stats.t.ppf(GRID, 8))
    found = published_quantiles(rate, np.array([float(exposure)]), 1e5, LEVELS)[:, 0]
    np.testing.assert_allclose(found * exposure / 1e5, by_hand(means, stats.poisson.cdf, 400), atol=1e-6)


@pytest.mark.parametrize("centre", [3.5, -3.5])
def test_shares_near_a_bound_count_the_smaller_side(centre):
    rate = Predictive(PART, np.array([centre]), np.array([0.3]), np.array([8.0]))
    means = 1 / (1 + np.exp(-(centre + 0.3 * stats.t.ppf(GRID, 8))))
    found = published_quantiles(rate, np.array([300.0]), 100.0, LEVELS)[:, 0]
    np.testing.assert_allclose(found * 3, by_hand(means, lambda k, p: stats.binom.cdf(k, 300, p), 301), atol=1e-6)


@pytest.mark.parametrize(("scale", "centre", "factor"), [(RATE, np.log(480.0), 1e5), (PART, 0.4, 100.0)])
def test_many_events_agree_with_the_exact_distribution(scale, centre, factor):
    """The continuous form is within .02 of the probability that the compound count gives its quantiles."""
    rate = Predictive(scale, np.array([centre]), np.array([0.2]), np.array([8.0]))
    size = np.array([20_000.0])
    for level, cut in zip(LEVELS, published_quantiles(rate, size, factor, LEVELS), strict=True):
        assert published_below(rate, size, factor, cut)[0] == pytest.approx(level, abs=0.02)


def test_a_place_with_one_case_a_year_can_publish_0_or_one_case_and_nothing_between():
    """8 050 births at 12.7 per 100 000 are 1.02 deaths: the middle figure is one death, 12.42, not 12.7."""
    rate = Predictive(RATE, np.log([12.7]), np.array([0.1]), np.array([30.0]))
    found = published_quantiles(rate, np.array([8_050.0]), 1e5, (0.1, 0.5))[:, 0]
    np.testing.assert_allclose(found, [0.0, 1e5 / 8_050])


def test_no_projection_no_exposure_no_quantile():
    rate = Predictive(RATE, np.array([np.nan, 2.0, 2.0]), np.full(3, 0.1), np.full(3, 9.0))
    found = published_quantiles(rate, np.array([100.0, 0.0, np.nan]), 1e5, (0.5,))
    assert np.isnan(found).all()


@pytest.mark.parametrize(("expected", "whole"), [(29.9, True), (30.1, False)])
def test_from_thirty_expected_events_on_a_count_is_as_good_as_continuous(expected: float, whole: bool):
    rate = Predictive(RATE, np.log([10 * expected]), np.array([0.1]), np.array([30.0]))
    counts = published_quantiles(rate, np.array([10_000.0]), 1e5, LEVELS)[:, 0] / 10
    assert bool(np.allclose(counts, np.rint(counts))) is whole
