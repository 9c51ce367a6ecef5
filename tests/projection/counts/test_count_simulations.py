"""Simulations with known truth: how often the 80 % intervals of the count projection hold it.

Eleven cities with 3 000 to 40 000 births, ten years, three years ahead. Bands are wide enough for the number of
repetitions (cities of one repetition share their shocks). Figures of longer runs stand in the comments.
"""

import numpy as np
import pytest

from sxresearch.projection.counts.count_projection import project_counts
from tests.projection.count_panels import BIRTHS, FIRST, INFANT, MATERNAL, log_paths, panel_of

YEARS, AHEAD, REPEATS = 10, 3, 25
TARGET_YEAR = FIRST + YEARS + AHEAD - 1


def coverage(seed, indicator, base, *, regions=11, sizes=BIRTHS, repeats=REPEATS, **how):
    """Share of true rates inside the 80 % interval, and the same for the published figure (answered regions)."""
    rng = np.random.default_rng(seed)
    rates, figures = [], []
    for _ in range(repeats):
        truth = np.exp(log_paths(rng, base, (regions, YEARS + AHEAD), **how))
        exposure = np.repeat(sizes[:, None], YEARS, axis=1)
        projection = project_counts(
            panel_of(indicator, rng.poisson(exposure * truth[:, :YEARS]), exposure), TARGET_YEAR
        )
        outlook = projection.predictive(TARGET_YEAR)
        low, high = outlook.interval(0.8)
        actual = truth[:, -1] * indicator.factor
        rates.append(((actual > low) & (actual < high))[outlook.known])
        figures.append(published_inside(projection, rng.poisson(sizes * truth[:, -1]), sizes)[outlook.known])
    return np.concatenate(rates).mean(), np.concatenate(figures).mean()


def published_inside(projection, events, sizes):
    """P(.1 < u < .9) for a uniform u between P(X < events) and P(X ≤ events): exact for counts (randomised PIT)."""
    factor, bottom = projection.counts.factor, np.full(len(events), -np.inf)
    below = projection.published(TARGET_YEAR, bottom, events / sizes * factor)
    upto = projection.published(TARGET_YEAR, bottom, (events + 0.5) / sizes * factor)
    inside = np.clip(np.minimum(upto, 0.9) - np.maximum(below, 0.1), 0, None)
    return inside / np.maximum(upto - below, 1e-12)


@pytest.mark.parametrize(
    ("indicator", "base", "how"),
    [
        (MATERNAL, 16e-5, {}),  # these 25 repetitions: .93, the moving slope widens
        (MATERNAL, 16e-5, {"shock": 0.1}),  # .87 and .82
        (INFANT, 5e-3, {}),  # .80 and .81
        (INFANT, 5e-3, {"shock": 0.1}),  # .85 and .83
        (INFANT, 5e-3, {"drift": -0.1}),  # .83 and .80
    ],
    ids=["maternal", "maternal, year shocks", "infant", "infant, year shocks", "infant, steep"],
)
def test_intervals_of_eleven_cities_are_calibrated(indicator, base, how):
    rate, figure = coverage(1, indicator, base, **how)
    assert 0.72 < rate < 0.95
    assert 0.75 < figure < 0.89


def test_one_region_alone_rests_on_the_priors():
    rate, figure = coverage(2, INFANT, 5e-3, regions=1, sizes=np.array([20_000.0]), repeats=100)
    assert 0.66 < rate < 0.94
    assert 0.72 < figure < 0.92


def test_without_real_change_intervals_are_wide_but_the_figures_are_right():
    # nothing but counting noise: the prior keeps some real change, so the rate is covered too often
    rate, figure = coverage(3, MATERNAL, 16e-5, drift=0.0, walk=0.0, common=0.0, repeats=15)
    assert 0.85 < rate <= 1.0
    assert 0.76 < figure < 0.92


def test_117_counties_of_which_most_have_no_event_in_a_year():
    rng = np.random.default_rng(4)
    sizes = rng.lognormal(np.log(2500), 0.7, 117).round()
    truth = np.exp(log_paths(rng, 12e-5, (117, YEARS + AHEAD)))
    exposure = np.repeat(sizes[:, None], YEARS, axis=1)
    events = rng.poisson(exposure * truth[:, :YEARS])
    assert (events == 0).mean() > 0.6
    projection = project_counts(panel_of(MATERNAL, events, exposure), TARGET_YEAR)
    error = projection.paths.mean[:, -1] - np.log(truth[:, -1])
    sd = np.sqrt(projection.paths.covariance[:, -1, -1])
    assert 0.6 < (np.abs(error) < 1.2816 * sd).mean() <= 1.0  # one panel: the common path alone moves it by .15
    refused = np.isnan(projection.predictive(TARGET_YEAR).location)
    np.testing.assert_array_equal(refused, events.sum(axis=1) < 10)


def test_falling_exactly_on_the_required_path():
    # 16.0 in 2020 to 12.5 in 2025; one city with 30 000 births. The published figure meets the target 48 times of 100.
    rng = np.random.default_rng(5)
    rates = 16e-5 * (12.5 / 16) ** ((np.arange(FIRST, TARGET_YEAR + 1) - 2020) / 5)
    low, high = np.array([-np.inf]), np.array([12.55])
    both = []
    for _ in range(60):
        panel = panel_of(MATERNAL, rng.poisson(30_000 * rates[None, :YEARS]), 30_000)
        projection = project_counts(panel, TARGET_YEAR)
        published = projection.published(TARGET_YEAR, low, high)[0]
        both.append((projection.predictive(TARGET_YEAR).below(high)[0], published))
    underlying, published = np.array(both).T
    # three deaths a year prove no fall of 5 % a year: the answer stays near one in three, and never near certainty
    assert 0.2 < underlying.mean() < 0.55
    assert 0.3 < published.mean() < 0.55
    assert published.std() < underlying.std()  # counting noise pulls every answer toward the middle
    assert published.max() < 0.85
