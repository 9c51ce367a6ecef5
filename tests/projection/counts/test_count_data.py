"""Events behind printed figures, and when a panel is projected from them."""

import numpy as np
import pytest
from scipy import stats

from sxresearch.projection.counts.count_data import (
    Family,
    counts_of,
    has_counts,
    nearest,
    needs_counts,
    step_noise,
)
from sxresearch.terms import Measure
from tests.projection.count_panels import BIRTHS, INFANT, MATERNAL, SHARE, log_paths, panel_of

EXPOSURE = np.repeat(BIRTHS[:, None], 10, axis=1)


def test_events_come_back_from_the_printed_rate():
    events = np.random.default_rng(1).poisson(EXPOSURE * 16e-5)
    counts = counts_of(panel_of(MATERNAL, events, EXPOSURE))
    np.testing.assert_array_equal(counts.events, events)
    assert counts.family is Family.POISSON and counts.rounding.max() == 0


def test_a_year_without_denominator_borrows_the_nearest():
    panel = panel_of(INFANT, [[5, 6, 7, 8]], [[1000, 1100, 1200, 1300]])
    panel.denominators[0, [0, 2]] = np.nan
    np.testing.assert_array_equal(counts_of(panel).exposure, [[1100, 1100, 1100, 1300]])


def test_nearest_prefers_the_earlier_and_leaves_empty_rows():
    filled = nearest(np.array([[1.0, np.nan, 3.0], [np.nan] * 3]))
    np.testing.assert_array_equal(filled[0], [1, 1, 3])
    assert np.isnan(filled[1]).all()


def test_rounding_counts_where_the_print_hides_the_events():
    # 99.9 % of 40 000 tells 20 persons up or down; 99.9 % of 900 tells them exactly
    counts = counts_of(panel_of(SHARE, [[39_960, 39_970], [899, 898]], [[40_000, 40_000], [900, 900]]))
    np.testing.assert_allclose(counts.rounding[0], 0.001**2 / 12)
    np.testing.assert_array_equal(counts.rounding[1], 0)


def test_step_noise_by_hand():
    # rates .02 .04 .02 of 100: mean step 0, p = (8 + .5)/300; (.02² + .02²)/(p·2/100); 2 − 1/2 steps
    noise = step_noise(counts_of(panel_of(INFANT, [[2, 4, 2]], [[100, 100, 100]])))
    assert noise.sum[0] == pytest.approx(2 * 0.02**2 / (8.5 / 300 * 0.02))
    assert noise.steps[0] == 1.5


def test_step_noise_is_one_without_real_change():
    events = np.random.default_rng(2).poisson(80, (3000, 10))
    noise = step_noise(counts_of(panel_of(INFANT, events, 9_000)))
    assert noise.sum.sum() / noise.steps.sum() == pytest.approx(1.0, abs=0.03)


def test_maternal_deaths_need_counts_and_large_shares_do_not():
    rng = np.random.default_rng(3)
    deaths = rng.poisson(EXPOSURE * np.exp(log_paths(rng, 16e-5, (11, 10))))
    assert needs_counts(panel_of(MATERNAL, deaths, EXPOSURE))
    pupils = np.full((11, 10), 300_000)
    share = 1 / (1 + np.exp(-log_paths(rng, 3.0, (11, 10))))
    assert not needs_counts(panel_of(SHARE, rng.binomial(pupils, share), pupils))


def test_noisy_shares_of_many_events_need_counts():
    rng = np.random.default_rng(4)
    assert needs_counts(panel_of(SHARE, rng.binomial(500, 0.5, (11, 10)), 500))


def test_stocks_steadier_than_chance_do_not():
    # the same 400 of 1 000 are counted each year, one joins
    stock = 400 + np.arange(10) + np.zeros((11, 1))
    assert not needs_counts(panel_of(SHARE, stock, 1000))


def test_without_denominators_or_with_elections_there_are_no_counts():
    panel = panel_of(MATERNAL, [[3, 4, 5]], [[30_000] * 3])
    panel.denominators[:] = np.nan
    assert not has_counts(panel) and not needs_counts(panel)
    elected = SHARE.model_copy(update={"measure": Measure.STEP})
    assert not has_counts(panel_of(elected, [[30, 30]], [[100, 100]]))


@pytest.mark.parametrize(
    ("events", "needed"),
    [
        # 19.75 and 20 a year; the swings are far beyond chance, so noise alone would not call for counts
        ([5, 35, 5, 34, 20], True), ([5, 35, 5, 35, 20], False),
        # ratio of squared steps to counting noise 4·d²/(2·mean)/(4 − 1/4): 4.84 and 5.13, a share of noise of 1/5 is 5
        ([100, 132, 100, 132, 100, 100], True), ([100, 133, 100, 133, 100, 100], False),
        # the last year decides nothing, unless it is the only one
        ([5, 35, 5, 35, 0], False), ([5, 35, 5, 34, 350], True), ([19], True), ([20], False),
    ],
)  # fmt: skip
def test_where_counts_begin_to_be_needed(events, needed):
    assert needs_counts(panel_of(INFANT, [events], [[10_000] * len(events)])) is needed


def test_where_figures_become_steadier_than_chance():
    """Tail .001 of a chi-square scaled by 1.5 for the overlap of steps, here by scipy; ten steps to and fro by d."""
    tails, exact = {}, INFANT.model_copy(update={"decimals": 9})
    for d in range(330, 600, 3):
        panel = panel_of(exact, [[1_000_000 + d * (year % 2) for year in range(12)]], [[100_000_000] * 12])
        noise = step_noise(_first_years(counts_of(panel), 11))
        tails[d] = stats.chi2.cdf(noise.sum[0] / 1.5, noise.steps[0] / 1.5)
        assert needs_counts(panel) is bool(tails[d] >= 0.001), d
    nearest_tails = sorted(tails.values(), key=lambda tail: abs(tail - 0.001))[:2]
    assert all(0.00095 < tail < 0.00105 for tail in nearest_tails)
    assert min(tails.values()) < 0.001 < max(tails.values())


def _first_years(counts, years):
    """The last year decides nothing."""
    later = np.arange(counts.events.shape[1]) >= years
    return counts.without(np.broadcast_to(later, counts.events.shape))


@pytest.mark.parametrize(("yearly", "needed"), [([5] * 10, False), ([5] * 9 + [4], True)])
def test_only_regions_with_five_events_a_year_can_be_too_steady(yearly, needed):
    """Five a year that never move are the same persons each year; with 4.9 a year nothing is said about steadiness."""
    assert needs_counts(panel_of(INFANT, [[*yearly, 5]], [[1000] * 11])) is needed
