"""What changed: another band, or ten points and more within one; the worse first."""

import pytest

from sxresearch.brief.content.regions.changes import Move, changes
from sxresearch.brief.content.regions.region_verdicts import members
from sxresearch.terms import Language
from tests.brief.conftest import REGION, make_assessment, make_inputs


def shown():
    return members(make_inputs(), make_assessment(), Language.ZH)


def before(**edits: tuple[float | None, str]):
    table = make_assessment().verdicts.copy()
    table["as_of"] = 2022
    for short, (p, status) in edits.items():
        hit = table["target"].str.endswith(f".{short}")
        assert hit.sum() == 1
        table.loc[hit, ["p_attain", "status"]] = [p, status]
    return table


def moves(**edits: tuple[float | None, str]):
    return [(item.title, item.move) for item in changes(before(**edits), shown()).rows]


def test_nothing_moved():
    found = changes(before(), shown())
    assert found.rows == ()
    assert found.counts == {Move.SAME: 12}
    assert (found.before_as_of, found.now_as_of) == (2022, 2023)


def test_the_worse_stand_before_the_better_and_the_larger_steps_first():
    assert moves(life=(0.7, "rather_likely"), maternal=(0.5, "uncertain"), coverage=(0.4, "uncertain")) == [
        ("孕产妇死亡率（农村）", Move.WORSE),
        ("孕产妇系统管理率", Move.WORSE),
        ("平均预期寿命（女性）", Move.BETTER),
    ]


def test_a_small_step_across_an_edge_is_told_and_one_within_a_band_is_not():
    assert moves(screening=(0.65, "uncertain")) == [("妇女常见病筛查率", Move.BETTER)]
    assert moves(screening=(0.67, "rather_likely")) == []


def test_a_large_step_within_a_band_is_told():
    assert moves(screening=(0.87, "rather_likely")) == [("妇女常见病筛查率", Move.WORSE)]


def test_gaining_and_losing_an_answer_is_neither_better_nor_worse():
    assert moves(life=(None, "not_assessable")) == [("平均预期寿命（女性）", Move.GAINED)]
    assert moves(committee=(0.5, "uncertain")) == [("村委会成员中女性比例", Move.LOST)]


def test_a_fact_against_a_probability_goes_by_the_order_of_the_answers():
    assert moves(literacy=(0.8, "rather_likely")) == [("健康素养水平", Move.BETTER)]
    assert moves(injury=(0.2, "unlikely")) == [("伤害死亡率", Move.WORSE)]


def test_what_the_earlier_run_did_not_have_is_new():
    table = before()
    found = changes(table[~table["target"].str.endswith(".life")], shown())
    assert found.counts[Move.NEW] == 1
    assert found.rows == ()


def test_words_and_step_of_a_change():
    (item,) = changes(before(maternal=(0.5, "uncertain")), shown()).rows
    assert (item.before, item.now) == ("◇ 难以判断 50%", "▼ 达标很困难 3%")
    assert item.step == pytest.approx(0.032 - 0.5)
    assert item.region == "太原市"
    assert REGION == "140100"
