"""Gaps between two groups of a region, and the groups that reach the target."""

import numpy as np
import pytest
from statsmodels.stats.proportion import confint_proportions_2indep

import sxresearch as sx
from sxresearch.assessment.disparity.disparity import DisparityTrend
from sxresearch.assessment.disparity.disparity_words import gap_summary
from sxresearch.assessment.disparity.group_gaps import AGES, difference_limits
from sxresearch.paths import DATA
from sxresearch.plan.loading import load_indicators
from sxresearch.projection.rate_intervals import wilson
from sxresearch.terms import Group, Language
from tests.assessment.small_world import CITY, small_world

SHARE = {"better": "higher", "lower": 0, "upper": 100, "numerator": {"zh": "甲", "en": "a"},
         "denominator": {"zh": "乙", "en": "b"}}  # fmt: skip
TARGET = {"rule": "at_least", "value": 80}


def world(urban, rural, *, counts=1000.0, better="higher"):
    groups = {"urban": urban, "rural": rural, "total": {2023: 85.0}}
    return small_world(
        indicator={**SHARE, "better": better}, target=TARGET, series={CITY: {f"/{k}": v for k, v in groups.items()}},
        counts=counts,
    )  # fmt: skip


def gap(*args, **kwargs):
    (found,) = sx.group_gaps(world(*args, **kwargs), CITY)
    return found


def test_limits_of_a_difference_of_shares_are_newcombe_s():
    """Wilson's limits put together by MOVER are Newcombe's (1998) score interval, which statsmodels has."""
    low, high = wilson([56, 48], [70, 80])
    ours = difference_limits(0.8, (low[0], high[0]), 0.6, (low[1], high[1]))
    theirs = confint_proportions_2indep(56, 70, 48, 80, method="newcomb", compare="diff")
    assert ours == pytest.approx(theirs, abs=1e-9)


def test_limits_of_a_ratio_by_hand():
    """log(90/60) ± 1.96·√(1/900.5 − 1/1000.5 + 1/600.5 − 1/1000.5)."""
    found = gap({2023: 90.0}, {2023: 60.0})
    half = 1.959964 * np.sqrt(1 / 900.5 - 1 / 1000.5 + 1 / 600.5 - 1 / 1000.5)
    assert found.now.ratio.low == pytest.approx(1.5 * np.exp(-half), rel=1e-6)
    assert found.now.ratio.high == pytest.approx(1.5 * np.exp(half), rel=1e-6)


@pytest.mark.parametrize(
    ("base", "counts", "by_difference"),
    [
        ((90.0, 40.0), 1000.0, DisparityTrend.CLOSING),
        ((90.0, 85.0), 1000.0, DisparityTrend.WIDENING),
        ((90.0, 61.0), 1000.0, DisparityTrend.NOT_SHOWN),
        ((60.0, 90.0), 1000.0, DisparityTrend.NOT_SHOWN),  # turned round, as large as before
        ((90.0, 61.0), None, DisparityTrend.WIDENING),  # printed figures alone
        ((90.0, 60.05), None, DisparityTrend.NOT_SHOWN),  # within rounding
    ],
)
def test_closing_or_not(base, counts, by_difference):
    found = gap({2020: base[0], 2023: 90.0}, {2020: base[1], 2023: 60.0}, counts=counts)
    assert found.by_difference is by_difference
    assert (found.now.difference.low is None) is (counts is None)


@pytest.mark.parametrize(("better", "worse"), [("higher", 1), ("lower", 0), ("band", None)])
def test_who_is_worse_off(better, worse):
    assert gap({2023: 90.0}, {2023: 60.0}, better=better).worse == worse
    assert gap({2023: 90.0}, {2023: 90.04}, better=better).worse is None  # printed alike


def test_only_years_of_both_are_compared():
    found = gap({2020: 80.0, 2022: 85.0, 2023: 90.0}, {2020: 60.0, 2022: 60.0})
    assert (found.now.year, found.base.year) == (2022, 2020)
    assert sx.group_gaps(world({2022: 90.0}, {2023: 60.0}), CITY) == ()


def test_a_line_says_how_many_gaps_are_beyond_chance():
    inputs = world({2020: 90.0, 2023: 90.0}, {2020: 40.0, 2023: 60.0})
    said = gap_summary(sx.group_gaps(inputs, CITY), Language.ZH)
    assert said.startswith("有分子、分母的 1 项差距中，1 项超出计数的偶然起伏") and "缩小且超出偶然起伏的 1 项" in said
    assert gap_summary((), Language.ZH) == ""


def test_ages_are_indicators_of_the_register_from_the_youngest_on():
    register = load_indicators(DATA / "indicators.yaml")
    for family in AGES:
        assert all(name in register for name in family)
        assert {register[name].unit for name in family} == {register[family[0]].unit}


def test_which_groups_reach_the_target():
    found = sx.group_attainment(world({2023: 80.0}, {2023: 79.9}), CITY)
    assert [(item.group, item.met) for item in found] == [
        (Group.TOTAL, True), (Group.URBAN, True), (Group.RURAL, False)
    ]  # fmt: skip
