"""The plan's targets asked again in the past."""

import numpy as np
import pytest

from sxresearch.assessment.track_record.past_targets import CASE_COLUMNS, judge_past_targets
from tests.assessment.small_world import small_world

SHARE = {"better": "higher", "lower": 0, "upper": 100}
YEARS = range(2010, 2024)
TARGET = {"rule": "at_least", "value": 90}


def figures(seed: int, regions: int = 4) -> dict:
    rng = np.random.default_rng(seed)
    return {
        f"14{number + 1:02d}00": {
            "total": dict(zip(YEARS, np.round(80 + np.cumsum(rng.normal(0.4, 0.6, len(YEARS))), 1), strict=True))
        }
        for number in range(regions)
    }


def test_geometry_is_the_plans_own():
    """As of 2023: three years since the base of 2020, two years to 2025; only the bound region is asked."""
    series = figures(1)
    past = judge_past_targets(small_world(indicator=SHARE, target=TARGET, series=series), 2023)
    cases = past.cases
    assert tuple(cases.columns) == CASE_COLUMNS
    assert (cases["horizon"] == 2).all() and set(cases["region"]) == {"140100"}
    # base three years before, outcome two years after; five figures at the origin: 2014 … 2021
    assert list(cases["origin"]) == list(range(2014, 2022))


PLAIN = {"better": "higher", "unit": "ratio", "measure": "mean"}  # no bounds: the distance is kept in the unit


@pytest.mark.parametrize(
    ("target", "met"),
    [
        # asked of 10.0 in 2014 … 2017 five years on: 13.0, 11.0, 12.0 and 9.0 in 2019 … 2022
        ({"rule": "at_least", "value": 13.0}, [1, 0, 1, 0]),  # 2 points above the base of 2020
        ({"rule": "increase"}, [1, 1, 1, 0]),
        ({"rule": "around", "value": 13.5, "tolerance": 1.5}, [1, 1, 1, 0]),  # 12.0 is enough: 1 point
        ({"rule": "around", "value": 13.5, "tolerance": 1.4}, [1, 0, 1, 0]),  # 12.1 is: 1.1 points
    ],
)
def test_outcome_by_hand(target, met):
    """As of 2023 the base of 2020 (11.0) lies three years back and 2025 two years ahead: five years in all."""
    figures = {2012: 9.0, 2013: 10.2, 2014: 10.0, 2015: 10.0, 2016: 10.0, 2017: 10.0, 2018: 10.2}
    figures |= {2019: 13.0, 2020: 11.0, 2021: 12.0, 2022: 9.0, 2023: 10.4}
    world = small_world(indicator=PLAIN, target=target, series={"140100": {"total": figures}})
    cases = judge_past_targets(world, 2023).cases.set_index("origin")
    assert list(cases["outcome"].loc[[2017, 2018, 2019, 2020]]) == met


def test_later_figures_change_no_probability():
    """A question asked in 2016 is answered the same when the figures after 2018 are other figures."""
    series = figures(3)
    other = {
        code: {
            "total": {year: value + (5.0 if year in (2022, 2023) else 0.0) for year, value in groups["total"].items()}
        }
        for code, groups in series.items()
    }
    found = [
        judge_past_targets(small_world(indicator=SHARE, target=TARGET, series=item), 2023).cases.set_index("origin")
        for item in (series, other)
    ]
    for method in ("ours", "naive_walk", "weighted_line", "grey_model"):
        np.testing.assert_array_equal(found[0].loc[:2019, method], found[1].loc[:2019, method])


def test_coverage_counts_every_figure_ahead_of_every_origin():
    past = judge_past_targets(small_world(indicator=SHARE, target=TARGET, series=figures(4)), 2023)
    counted = past.coverage.groupby("horizon").size()
    # all four regions from five figures on: origins 2014 … 2022 for one year ahead, … 2021 for two
    assert list(counted) == [4 * 9, 4 * 8]
    assert past.coverage["covered95"].mean() > past.coverage["covered50"].mean()


@pytest.mark.parametrize(
    ("rule", "better", "value", "harder"),
    [
        ("at_most", "lower", 70, 60),
        ("keep_around", "higher", 88, 95),
        ("reduce_from_base", "lower", 5, 30),
    ],
)
def test_a_harder_target_is_met_less_often_and_given_less_chance(rule, better, value, harder):
    answers = []
    for goal in (value, harder):
        world = small_world(
            indicator={**SHARE, "better": better}, target={"rule": rule, "value": goal}, series=figures(5)
        )
        answers.append(judge_past_targets(world, 2023).cases[["ours", "outcome"]].mean())
    assert answers[0]["ours"] > answers[1]["ours"] and answers[0]["outcome"] >= answers[1]["outcome"]


def test_questions_without_a_number_or_direction_are_not_asked():
    series = figures(6)
    for indicator, target in (
        ({**SHARE, "better": "band"}, {"rule": "around", "value": 80}),
        ({**SHARE, "better": "lower"}, {"rule": "slow_down"}),
    ):
        past = judge_past_targets(small_world(indicator=indicator, target=target, series=series), 2023)
        assert past.cases.empty and tuple(past.cases.columns) == CASE_COLUMNS


def test_a_step_indicator_is_carried_forward():
    world = small_world(indicator={**SHARE, "measure": "step"}, target=TARGET, series=figures(7))
    cases = judge_past_targets(world, 2023).cases
    np.testing.assert_array_equal(cases["ours"], cases["naive_walk"])
