"""Targets and figures in words."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxresearch.brief.content.subject import SeriesKey
from sxresearch.brief.content.wording import distance, interval, known, moving, pace, stated
from sxresearch.language.numbers import MORE_DECIMALS, is_finer, own_decimals
from sxresearch.terms import Group


def _aims(content):
    return {row.place.target.id.split(".")[-1]: row.aim for row in content.rows}


def test_every_rule_says_what_it_asks_for(content):
    aims = _aims(content)
    assert aims == {
        "life": "不低于 80岁",
        "maternal": "不高于 12.5/10万",
        "screening": "85% 左右（幅度 4.25 个百分点）",
        "gap": "差距小于 2020 年",
        "checklist": "定性目标，凭佐证材料评定",
        "coverage": "保持在 95% 以上（以目标年为准）",
        "injury": "比 2020 年下降 20%（即不高于 12.00/10万）",
        "literacy": "高于 2020 年水平",
        "anaemia": "低于 2020 年水平",
        "myopia": "低于 38%",
        "committee": "不低于 30%",
        "delegates": "不低于“党员中女性比例”",
        "nurseries": "上级下达（数值尚未提供）",
    }


def test_titles_name_the_group_and_both_sides_of_a_gap(content):
    titles = {row.place.target.id.split(".")[-1]: row.title for row in content.rows}
    assert titles["maternal"] == "孕产妇死亡率（农村）"
    assert titles["gap"] == "孕产妇死亡率：城市与农村"
    assert titles["screening"] == "妇女常见病筛查率"
    assert titles["checklist"] == "health目标3"


@pytest.mark.parametrize(("value", "decimals"), [(95.0, 0), (12.5, 1), (99.95, 2), (0.0, 0)])
def test_a_plans_figure_keeps_its_own_precision(value, decimals):
    assert stated(value) == decimals


@pytest.mark.parametrize(
    ("change", "signed", "words"),
    [
        (0.3, "+0.3 个百分点", "上升 0.3 个百分点"),
        (0.05, "+0.05 个百分点", "上升 0.05 个百分点"),
        (-0.004, "−0.004 个百分点", "下降 0.004 个百分点"),
        (-12.34, "−12.3 个百分点", "下降 12.3 个百分点"),
        (0.0, "0.0 个百分点", "没有变化"),
    ],
)
def test_a_small_change_is_not_rounded_to_nothing(content, change, signed, words):
    series = SeriesKey(content.subject.inputs.indicators["screening"], Group.TOTAL)
    assert pace(content.subject, series, change) == signed
    assert moving(content.subject, series, change, family="moved") == words


def test_distances_have_no_sign_and_ranges_no_unit(content):
    series = SeriesKey(content.subject.inputs.indicators["screening"], Group.TOTAL)
    assert distance(content.subject, series, -2.1) == "2.1 个百分点"
    assert interval(content.subject, series, 92.04, 96.1) == "92.0—96.1"
    assert interval(content.subject, series, math.nan, 96.1) == "–"


@pytest.mark.parametrize("cell", [None, math.nan, np.nan, np.float64("nan"), pd.NA, pd.NaT])
def test_missing_cells_are_known_as_such(cell):
    assert known(cell) is False


@pytest.mark.parametrize(
    "cell", [0.0, np.float64(0.0), math.inf, 0, "", "nan", True, False, pd.Timestamp("2024-01-01")]
)
def test_everything_else_is_something(cell):
    assert known(cell) is True


@given(st.floats(-1e7, 1e7), st.integers(0, 4))
def test_one_figure_is_shown_as_finely_as_among_many(value, decimals):
    finer = sum(bool(is_finer(value, decimals + extra)) for extra in range(MORE_DECIMALS))
    assert own_decimals(value, decimals) == decimals + finer


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (12.5, 1, 1), (12.55, 1, 2), (12.555, 1, 3), (12.5555, 1, 3), (12.5 + 1e-10, 1, 1), (0.1 + 0.2, 1, 1),
        (0.125, 2, 3), (2.675, 2, 3), (-12.55, 1, 2), (0.0, 0, 0), (math.nan, 2, 2), (None, 1, 1),
    ],
)  # fmt: skip
def test_an_observed_figure_is_shown_as_it_was_printed(value, decimals, shown):
    assert own_decimals(value, decimals) == shown
