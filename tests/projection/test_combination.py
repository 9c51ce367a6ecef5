"""The entry: panels in, projections out."""

import numpy as np
import pytest
from scipy import stats

from sxresearch.plan.indicators import Indicator
from sxresearch.projection.combination import METHOD, NAIVE, project, project_many
from sxresearch.projection.evidence import NoProjection, Refusal
from sxresearch.projection.panel import Panel
from sxresearch.terms import EvidenceGrade, Group
from tests.projection.panels import walks

NAN = np.nan
WORDS = {"zh": "甲", "en": "A"}


def panel(values: np.ndarray, first: int = 2012, **given) -> Panel:
    base = {"id": "a", "name": WORDS, "definition": WORDS, "unit": "percent", "decimals": 1, "better": "higher"}
    indicator = Indicator.model_validate({**base, "measure": "share", "lower": 0, "upper": 100, **given})
    empty = np.full(values.shape, NAN)
    codes = tuple(f"14{number:02d}00" for number in range(len(values)))
    return Panel(indicator, Group.TOTAL, codes, first + np.arange(values.shape[1]), values, empty, empty == 1)


@pytest.fixture(scope="module")
def cities() -> Panel:
    z = walks(np.random.default_rng(7), (11, 12), correlation=0.3)
    values = np.round(100 / (1 + np.exp(-z)), 1)
    values[3, -2:] = NAN  # last seen two years ago
    values[5, :-2] = NAN  # two figures only
    values[6, :-4] = NAN  # four figures
    return panel(values)


def test_answers_lie_inside_the_bounds(cities):
    found = project(cities, 2028)
    assert found.method == METHOD
    for year in (2024, 2028):
        low, high = found.predictive(year).interval(0.8)
        known = np.isfinite(low)
        assert known[[0, 1, 2]].all() and (low[known] < high[known]).all()
        assert (low[known] >= 0).all() and (high[known] <= 100).all()


def test_intervals_widen_with_the_years(cities):
    found = project(cities, 2028)
    widths = np.array([np.subtract(*found.predictive(year).interval(0.8)[::-1])[0] for year in range(2024, 2029)])
    assert (np.diff(widths) > 0).all()


def test_grades_and_refusals(cities):
    found = project(cities, 2026)
    assert found.grades[0] is EvidenceGrade.FULL and found.grades[6] is EvidenceGrade.LOW
    assert found.grades[5] == NoProjection(Refusal.TWO_POINTS, 2)
    assert np.isnan(found.predictive(2025).location[5])
    assert np.isnan(found.common_share(2025)[5])


def test_a_region_that_lags_is_projected_from_its_own_latest_figure(cities):
    found = project(cities, 2026)
    assert found.latest[3] == 2021 and found.latest[0] == 2023
    assert np.isnan(found.predictive(2021).location[3])
    for year in (2022, 2023, 2024):
        assert np.isfinite(found.predictive(year).location[3])
    assert np.isnan(found.predictive(2023).location[0])
    assert found.predictive(2024).spread[3] > found.predictive(2022).spread[3]


def test_naive_walk_stays_at_the_last_figure(cities):
    found = project(cities, 2028)
    for year in (2024, 2028):
        np.testing.assert_allclose(found.predictive(year, naive=True).location[[0, 3]], found.level[[0, 3]], atol=1e-12)


def test_years_outside_the_projection_answer_nothing(cities):
    found = project(cities, 2026)
    assert np.isnan(found.predictive(2027).location).all()
    assert np.isnan(found.predictive(2000).location).all()


def test_shares_of_common_variance_are_shares(cities):
    share = project(cities, 2026).common_share(2026)
    known = np.isfinite(share)
    assert known.sum() == 10 and ((share[known] > 0) & (share[known] < 1)).all()


def test_what_was_learned_is_told(cities):
    learned = project(cities, 2026).diagnostics
    np.testing.assert_allclose(learned.common_weights.sum(axis=1), 1.0)
    np.testing.assert_allclose(learned.own_weights.sum(axis=1), 1.0)
    assert learned.common_weights.shape == (3, len(learned.common_members))
    assert (learned.width > 0.3).all() and (learned.width < 2).all() and (learned.origins > 0).all()


def test_many_panels_equal_one_by_one(cities):
    others = [panel(cities.values[:, 3:], 2015), panel(cities.values[:1]), panel(cities.values, 2010), cities]
    for together, alone in zip(project_many(others, 2027), [project(item, 2027) for item in others], strict=True):
        for year in (2024, 2027):
            for naive in (False, True):
                a, b = together.predictive(year, naive=naive), alone.predictive(year, naive=naive)
                np.testing.assert_allclose(a.location, b.location, rtol=0, atol=1e-10)
                np.testing.assert_allclose(a.spread, b.spread, rtol=1e-10)


def test_a_step_indicator_keeps_its_level(cities):
    found = project(panel(cities.values, measure="step"), 2026)
    np.testing.assert_array_equal(found.predictive(2026).location, found.predictive(2026, naive=True).location)
    assert found.method == NAIVE and found.diagnostics is None


def test_a_panel_without_figures_is_refused_not_an_exception():
    found = project(panel(np.full((2, 4), NAN)), 2020)
    assert found.grades == (NoProjection(Refusal.NO_DATA, 0),) * 2
    assert np.isnan(found.predictive(2020).location).all()


def test_quantiles_are_those_of_the_stated_t_distribution(cities):
    found = project(cities, 2026).predictive(2026)
    low, _ = found.interval(0.8)
    expected = cities.scale.back(found.location + found.spread * stats.t.ppf(0.1, found.df))
    np.testing.assert_allclose(low[0], expected[0], rtol=1e-12)
