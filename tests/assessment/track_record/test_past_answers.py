"""What would have been said in a past year: count panels by the model that judges them."""

from dataclasses import replace

import numpy as np
import pytest

from sxresearch.assessment.events import threshold as thresholds
from sxresearch.assessment.track_record.past_answers import answers_by_counts
from sxresearch.assessment.track_record.past_targets import judge_past_targets
from sxresearch.projection.counts.count_projection import project_counts
from tests.assessment.small_world import small_world
from tests.projection.count_panels import INFANT, log_paths, panel_of

ORIGIN, LEAD = 7, 2  # the eighth of ten years, and two years ahead
GOAL = thresholds.at_most(np.full(5, 4.8), INFANT.decimals)


@pytest.fixture(scope="module")
def panel():
    rng = np.random.default_rng(3)
    births = np.full((5, 10), 4_000.0)
    return panel_of(INFANT, rng.poisson(births * np.exp(log_paths(rng, 5e-3, (5, 10)))), births)


def test_the_answer_is_the_verdicts_own(panel):
    """A projection made with the first eight years only gives the same probabilities."""
    found = answers_by_counts(panel, ORIGIN, panel.scale, LEAD)
    then = replace(
        panel,
        years=panel.years[: ORIGIN + 1],
        **{name: getattr(panel, name)[:, : ORIGIN + 1] for name in ("values", "denominators", "preliminary")},
    )
    year = int(then.years[-1]) + LEAD
    expected = project_counts(then, year).published(year, GOAL.low, GOAL.high)
    np.testing.assert_array_equal(found.chance(GOAL, LEAD), expected)
    assert found.graded.all() and (found.chance(GOAL, LEAD) != found.naive_chance(GOAL, LEAD)).all()


def test_neither_later_figures_nor_later_regions_change_an_answer(panel):
    values = panel.values.copy()
    values[:, ORIGIN + 1 :] *= 3
    values[4, : ORIGIN + 1] = np.nan  # has reported since
    without = replace(panel, values=panel.values.copy())
    without.values[4] = np.nan
    found, expected = (
        answers_by_counts(item, ORIGIN, panel.scale, LEAD).chance(GOAL, LEAD)
        for item in (replace(panel, values=values), without)
    )
    np.testing.assert_array_equal(found, expected)
    assert np.isnan(found[4]) and np.isfinite(found[:4]).all()


def test_the_interval_of_the_published_figure_by_hand(panel):
    """Inside where at least a tenth lies on either side, half of the figure's own probability on each."""
    found = answers_by_counts(panel, ORIGIN, panel.scale, LEAD)
    year = int(panel.years[ORIGIN]) + LEAD
    for figure in np.arange(2.0, 9.0, 0.5):
        later = np.full(5, figure)
        cuts = [found.projection.published(year, np.full(5, -np.inf), later + side) for side in (-0.05, 0.05)]
        middle = sum(cuts) / 2
        np.testing.assert_array_equal(
            found.hold(later, LEAD, (0.8,))[0], (middle >= 0.1 - 1e-12) & (middle <= 0.9 + 1e-12)
        )
    assert not found.hold(np.full(5, np.nan), LEAD, (0.8,))[0].any()


def test_without_counts_that_matter_the_figures_answer(panel):
    assert answers_by_counts(replace(panel, denominators=np.full((5, 10), np.nan)), ORIGIN, panel.scale, LEAD) is None
    assert answers_by_counts(replace(panel, denominators=panel.denominators * 1e6), ORIGIN, panel.scale, LEAD) is None


def test_the_record_of_a_count_indicator_is_that_of_the_count_model():
    """Four cities with 5,000 births a year: the record's probabilities are not those of the model for figures."""
    rng = np.random.default_rng(5)
    series = {
        f"14{city:02d}00": {"total": {2010 + k: float(n) / 5 for k, n in enumerate(rng.poisson(25, 14))}}
        for city in range(1, 5)
    }
    mortality = {
        "unit": "per_mille", "measure": "rate", "better": "lower", "lower": 0, "decimals": 1,
        "numerator": {"zh": "死亡", "en": "deaths"}, "denominator": {"zh": "活产", "en": "births"},
    }  # fmt: skip
    target = {"rule": "reduce_from_base", "value": 10}
    counted, plain = (
        judge_past_targets(small_world(indicator=mortality, target=target, series=series, counts=births), 2023).cases
        for births in (5_000.0, None)
    )
    assert list(counted["outcome"]) == list(plain["outcome"]) and len(counted) >= 6
    assert (np.abs(counted["ours"] - plain["ours"]) > 0.02).any()
