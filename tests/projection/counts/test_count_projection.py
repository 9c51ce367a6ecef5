"""The count projection: what it refuses, where it agrees with itself, and sane answers at the edges."""

from itertools import pairwise

import numpy as np
import pytest
from scipy import stats

from sxresearch.projection.counts.count_projection import project_counts, totals
from sxresearch.projection.counts.published_figure import published_below
from sxresearch.projection.evidence import NoProjection, Refusal
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Scale, ScaleKind
from sxresearch.terms import EvidenceGrade
from tests.projection.count_panels import BIRTHS, INFANT, MATERNAL, SHARE, log_paths, panel_of

RATE, PART = Scale(ScaleKind.LOG), Scale(ScaleKind.LOGIT, 0.0, 100.0)
EXPOSURE = np.repeat(BIRTHS[:, None], 10, axis=1)


def cities(seed=0, indicator=INFANT, base=5e-3, **how):
    rng = np.random.default_rng(seed)
    return panel_of(indicator, rng.poisson(EXPOSURE * np.exp(log_paths(rng, base, (11, 10), **how))), EXPOSURE)


# --- the published figure --------------------------------------------------------------


def test_methods_part_d_single_year_rate_on_target_meets_it_48_percent_of_the_time():
    # 30 000 births at 12.5 per 100 000: 3.75 deaths expected, at most 3 pass 12.5. Exact: P(Poisson(3.75) ≤ 3) = .4838;
    # the 80 % range of the figure is 1 to 6 deaths, 3.3 to 20.0.
    certain = Predictive(RATE, np.log([12.5]), np.array([0.0]), np.array([30.0]))
    found = published_below(certain, np.array([30_000.0]), 1e5, np.array([12.55]))[0]
    assert found == pytest.approx(stats.poisson.cdf(3, 3.75), abs=1e-9)
    assert round(found, 2) == 0.48
    np.testing.assert_allclose(stats.poisson.ppf([0.1, 0.9], 3.75) / 0.3, [3.33, 20.0], atol=0.01)


@pytest.mark.parametrize("exposure", [200, 3_000, 30_000, 1_000_000])
@pytest.mark.parametrize("spread", [0.02, 0.2, 0.6])
def test_compounding_equals_brute_force(exposure, spread):
    rate = Predictive(RATE, np.log([12.5]), np.array([spread]), np.array([8.0]))
    grid = (np.arange(200_000) + 0.5) / 200_000
    mean = exposure * np.exp(np.log(12.5e-5) + spread * stats.t.ppf(grid, 8))
    top = np.ceil(11.05 * exposure / 1e5) - 1
    found = published_below(rate, np.array([float(exposure)]), 1e5, np.array([11.05]))[0]
    assert found == pytest.approx(stats.poisson.cdf(top, mean).mean(), abs=1e-4)


@pytest.mark.parametrize("size", [40, 900, 60_000])
def test_binomial_compounding_equals_brute_force(size):
    rate = Predictive(PART, np.array([3.0]), np.array([0.3]), np.array([8.0]))
    share = 1 / (1 + np.exp(-(3 + 0.3 * stats.t.ppf((np.arange(200_000) + 0.5) / 200_000, 8))))
    top = np.ceil(94.95 * size / 100) - 1
    found = published_below(rate, np.array([float(size)]), 100.0, np.array([94.95]))[0]
    assert found == pytest.approx(stats.binom.cdf(top, size, share).mean(), abs=1e-4)


def test_cuts_beyond_all_counts_and_missing_ones():
    rate = Predictive(PART, np.full(5, 3.0), np.full(5, 0.3), np.full(5, 8.0))
    cuts = np.array([-np.inf, 0.0, 100.05, np.inf, np.nan])
    np.testing.assert_array_equal(published_below(rate, np.full(5, 50.0), 100.0, cuts), [0, 0, 1, 1, np.nan])


def test_huge_exposure_makes_the_two_questions_one():
    projection = project_counts(cities(), 2025)
    low, high = np.full(11, -np.inf), np.full(11, 3.05)
    underlying = projection.predictive(2025).widened(projection.paths.excess).below(high)
    np.testing.assert_allclose(projection.published(2025, low, high, np.full(11, 1e12)), underlying, atol=1e-5)
    small = projection.published(2025, low, high, np.full(11, 300.0))
    assert (np.abs(small - underlying) > 0.02).any()


def test_published_is_a_distribution():
    projection = project_counts(cities(indicator=MATERNAL, base=30e-5), 2025)
    edges = np.array([0.0, 5.0, 12.55, 20.05, 40.0, np.inf])
    parts = [projection.published(2025, np.full(11, a), np.full(11, b)) for a, b in pairwise(edges)]
    graded = np.isfinite(parts[0])
    np.testing.assert_allclose(np.sum(parts, axis=0)[graded], 1.0, atol=1e-9)


# --- refusals --------------------------------------------------------------------------


def test_refusal_ladder_with_few_events():
    events = np.array([[9, 0, 0, 0, 0, 0], [0, 1, 9, 0, 0, 0], [0] * 6] + [[4] * 6] * 8)
    keep = np.ones(events.shape, dtype=bool)
    keep[3, 2:], keep[4, 4:], keep[5] = False, False, False
    projection = project_counts(panel_of(MATERNAL, events, 30_000, keep=keep), 2022)
    few = NoProjection(Refusal.FEW_EVENTS, 6)
    assert projection.grades[:3] == (few, EvidenceGrade.MEDIUM, few)
    assert projection.grades[3:6] == (
        NoProjection(Refusal.TWO_POINTS, 2),
        EvidenceGrade.LOW,
        NoProjection(Refusal.NO_DATA, 0),
    )
    answered = np.isfinite(projection.predictive(2022).location)
    np.testing.assert_array_equal(answered, [False, True, False, False, True, False] + [True] * 5)
    np.testing.assert_array_equal(np.isfinite(projection.published(2022, np.zeros(11), np.full(11, 12.5))), answered)
    np.testing.assert_array_equal(projection.latest[3:6], [2014, 2016, 0])


def test_a_year_with_a_figure_is_not_projected():
    projection = project_counts(cities(), 2025)
    assert np.isnan(projection.predictive(2022).location).all()
    assert np.isfinite(projection.predictive(2023).location).all()
    with pytest.raises(ValueError, match="2030"):
        projection.predictive(2030)


def test_without_counts_it_says_so():
    panel = cities()
    panel.denominators[:] = np.nan
    with pytest.raises(ValueError, match="no counts"):
        project_counts(panel, 2025)


# --- behaviour -------------------------------------------------------------------------


def test_large_counts_are_believed_and_small_ones_drawn_to_the_panel():
    events = np.array([[2000.0] * 8] * 6 + [[480] * 8, [2] * 8])
    exposure = np.array([[400_000.0] * 8] * 6 + [[400_000] * 8, [1600] * 8])
    level = np.exp(project_counts(panel_of(INFANT, events, exposure), 2023).level)
    assert level[6] == pytest.approx(1.2, rel=0.02)
    assert 1.2 < level[7] < 5.0


def test_uncertainty_grows_with_the_horizon_and_falls_with_exposure():
    projection = project_counts(cities(), 2027)
    spread = np.stack([projection.predictive(year).spread for year in range(2023, 2028)])
    assert (np.diff(spread, axis=0) > 0).all()
    assert spread[0, 0] < spread[0, -1]


def test_naive_has_no_drift():
    projection = project_counts(cities(drift=-0.12), 2027)
    near, far = projection.predictive(2023, naive=True), projection.predictive(2027, naive=True)
    np.testing.assert_allclose(near.location, far.location, atol=1e-9)
    assert (projection.predictive(2027).location < far.location).all()


def test_change_is_measured_between_underlying_rates():
    projection = project_counts(cities(drift=-0.1), 2025)
    location, spread, _ = projection.change(2020, 2025)
    assert (location < -0.2).all()
    assert (spread**2 < projection.paths.covariance[:, -1, -1] + projection.paths.covariance[:, 7, 7]).all()
    assert 0 < projection.common_variance(2025) < projection.predictive(2025).spread.max() ** 2 * 2


def test_gaps_need_no_filling_and_order_of_regions_does_not_matter():
    keep = np.ones((11, 10), dtype=bool)
    keep[:, 3], keep[2, 5:8], keep[4, 8:] = False, False, False
    events = np.random.default_rng(5).poisson(EXPOSURE * 4e-3)
    one = project_counts(panel_of(INFANT, events, EXPOSURE, keep=keep), 2025)
    other = project_counts(panel_of(INFANT, events[::-1], EXPOSURE[::-1], keep=keep[::-1]), 2025)
    np.testing.assert_allclose(one.predictive(2025).location, other.predictive(2025).location[::-1], rtol=1e-9)
    assert one.latest[4] == 2020


def test_a_province_beside_its_cities_counts_nobody_twice():
    panel = cities()
    codes = tuple(f"14{k:02d}00" for k in range(1, 12))
    total = np.rint(panel.values / 1000 * panel.denominators).sum(axis=0)
    events = np.rint(panel.values / 1000 * panel.denominators)
    alone = project_counts(panel_of(INFANT, events, EXPOSURE, regions=codes), 2025)
    beside = panel_of(
        INFANT, np.vstack([total, events]), np.vstack([EXPOSURE.sum(axis=0), EXPOSURE]), regions=("140000", *codes)
    )
    both = project_counts(beside, 2025)
    np.testing.assert_allclose(both.predictive(2025).location[1:], alone.predictive(2025).location)
    assert np.isfinite(both.predictive(2025).location[0])


def test_which_regions_are_totals():
    np.testing.assert_array_equal(totals(("100000", "140000", "140100", "140105", "r0")), [0, 1, 1, 0, 0])
    np.testing.assert_array_equal(totals(("140100", "140200")), [0, 0])


@pytest.mark.parametrize(
    ("indicator", "events", "exposure"),
    [
        (MATERNAL, np.zeros((11, 10)), 3_000),
        (MATERNAL, np.eye(11, 10), 3_000),
        (SHARE, np.full((11, 10), 500), 500),
        (SHARE, np.zeros((11, 10)), 500),
        (INFANT, np.full((1, 10), 20), 4_000),
        (INFANT, np.tile([0, 40], (11, 5)), 4_000),
        (INFANT, np.repeat([[5, 500]], 5, axis=1).repeat(11, axis=0), 10_000),
        (INFANT, np.full((11, 1), 20), 4_000),
        (INFANT, np.full((60, 4), 20), 4_000),
    ],
    ids=[
        "all zero",
        "one event each",
        "all 100 %",
        "all 0 %",
        "one region",
        "alternating",
        "jump",
        "one year",
        "60 x 4",
    ],
)
def test_odd_panels_give_finite_answers_inside_the_bounds(indicator, events, exposure):
    projection = project_counts(panel_of(indicator, events, exposure), 2027)
    spread = np.diagonal(projection.paths.covariance, axis1=1, axis2=2)
    assert np.isfinite(projection.paths.mean).all() and (spread > 0).all() and (spread < 9).all()
    outlook = projection.predictive(2027)
    low, high = (limit[outlook.known] for limit in outlook.interval(0.95))
    assert (low >= 0).all() and (high <= (indicator.upper or np.inf)).all()


def test_all_hundred_percent_stays_high():
    projection = project_counts(panel_of(SHARE, np.full((11, 10), 5000), 5000), 2025)
    assert (projection.published(2025, np.full(11, 94.95), np.full(11, np.inf)) > 0.99).all()


def test_the_projection_without_drift_has_ten_degrees_of_freedom():
    """1.3722 is the .9 quantile of t(10) in any table; its variance is 10/8 of its squared spread."""
    projection = project_counts(cities(), 2025)
    still = projection.predictive(2025, naive=True)
    spread = np.sqrt(projection.paths.naive_variance[:, -1] * 8 / 10)
    np.testing.assert_allclose(still.working_quantile(0.9) - still.location, 1.3722 * spread, rtol=1e-4)
