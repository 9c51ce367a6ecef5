"""The verdict table as a whole: its shape, its facts, and what must not change it."""

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sxresearch.assessment.assess import assess
from sxresearch.assessment.verdict import FAN_COLUMNS, VERDICT_COLUMNS
from sxresearch.errors import BadParameter
from sxresearch.plan.catalogue import Plan
from sxresearch.plan.overrides import Override, Overrides
from sxresearch.plan.responsibility import Responsibility
from tests.assessment.small_world import CITY, small_world

SHARE = {"better": "higher", "lower": 0, "upper": 100}
YEARS = range(2012, 2024)


def walks(seed: int, regions: int, start: float = 80.0) -> dict:
    """Shares that drift upward, one random walk per region, printed with one decimal."""
    rng = np.random.default_rng(seed)
    out = {}
    for number in range(regions):
        path = np.clip(start + 4 * rng.random() + np.cumsum(rng.normal(0.6, 0.7, len(YEARS))), 1, 99.9)
        out[f"14{number + 1:02d}00"] = {"total": dict(zip(YEARS, np.round(path, 1), strict=True))}
    return out


def test_table_has_every_column_and_one_row_per_region():
    result = assess(
        small_world(indicator=SHARE, target={"rule": "at_least", "value": 90}, series=walks(1, 3)), ["140100"]
    )
    assert tuple(result.verdicts.columns) == VERDICT_COLUMNS
    assert tuple(result.fans.columns) == FAN_COLUMNS
    assert len(result.verdicts) == 1
    assert list(result.fans["year"]) == [2024, 2025]


def test_fan_ends_in_the_verdict():
    result = assess(
        small_world(indicator=SHARE, target={"rule": "at_least", "value": 90}, series=walks(2, 3)), ["140100"]
    )
    row, last = result.verdicts.iloc[0], result.fans.iloc[-1]
    for ours, fan in (("projected", "median"), ("lower80", "lower80"), ("upper95", "upper95")):
        assert row[ours] == last[fan]
    assert (
        row["lower95"]
        < row["lower80"]
        < row["lower50"]
        < row["projected"]
        < row["upper50"]
        < row["upper80"]
        < row["upper95"]
    )


def test_what_a_plan_asks_of_other_regions_later_changes_nothing_here():
    world = small_world(indicator=SHARE, target={"rule": "at_least", "value": 90}, series=walks(4, 3))
    text = world.plans[0].model_dump_json().replace("a.b.1.c", "z.b.1.c")
    given = {**json.loads(text), "id": "later", "period": [2021, 2035], "target_year": 2035, "applies_to": "140300"}
    later = Plan.model_validate(given)
    both = replace(world, plans=(*world.plans, later))
    alone, beside = assess(world, [CITY]), assess(both, [CITY])
    pd.testing.assert_frame_equal(alone.verdicts, beside.verdicts)
    pd.testing.assert_frame_equal(alone.fans, beside.fans)
    whole = assess(both, list(world.regions.by_code))
    assert whole.fans.groupby("region")["year"].max().to_dict() == {CITY: 2025, "140300": 2035}
    ours, theirs = (found.of_region(CITY).verdicts["p_attain"].to_numpy(float) for found in (whole, alone))
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-9)


def test_order_of_regions_changes_nothing():
    series = walks(3, 6)
    inputs = small_world(indicator=SHARE, target={"rule": "at_least", "value": 90}, series=series)
    forward = assess(inputs, sorted(series)).verdicts.set_index("region")
    backward = assess(inputs, sorted(series, reverse=True)).verdicts.set_index("region")
    np.testing.assert_array_equal(forward["p_attain"], backward.loc[forward.index, "p_attain"])


def test_one_region_alone_gets_the_same_answer_as_in_the_whole_run():
    series = walks(4, 5)
    inputs = small_world(indicator=SHARE, target={"rule": "keep_at_least", "value": 85}, series=series)
    whole = assess(inputs).verdicts if inputs.regions_with_data() else None
    alone = assess(inputs, [CITY]).verdicts.iloc[0]
    assert whole is not None
    mine = whole[whole["region"] == CITY].iloc[0]
    assert (mine["p_attain"], mine["p_every_year"], mine["status"]) == (
        alone["p_attain"],
        alone["p_every_year"],
        alone["status"],
    )


def test_later_figures_are_not_looked_at():
    series = walks(5, 4)
    cut = {code: {"total": {y: v for y, v in groups["total"].items() if y <= 2020}} for code, groups in series.items()}
    target = {"rule": "at_least", "value": 90}
    seen = assess(small_world(indicator=SHARE, target=target, series=series), [CITY], as_of=2020).verdicts
    gone = assess(small_world(indicator=SHARE, target=target, series=cut), [CITY]).verdicts
    for column in ("p_attain", "projected", "lower80", "upper80", "warnings", "episodes_at_pace"):
        assert seen.iloc[0][column] == gone.iloc[0][column]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.floats(70, 95))
def test_every_year_is_never_likelier_than_the_target_year(seed, floor):
    target = {"rule": "keep_at_least", "value": round(floor, 1)}
    rows = assess(small_world(indicator=SHARE, target=target, series=walks(seed, 3)), ["140100", "140200"]).verdicts
    assert (rows["p_every_year"] <= rows["p_attain"] + 1e-12).all()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.floats(60, 99))
def test_probabilities_are_probabilities_and_projections_stay_inside_the_bounds(seed, value):
    target = {"rule": "at_least", "value": round(value, 1)}
    row = assess(small_world(indicator=SHARE, target=target, series=walks(seed, 2)), [CITY]).verdicts.iloc[0]
    assert 0 <= row["p_attain"] <= 1 and 0 <= row["p_naive"] <= 1
    assert 0 <= row["lower95"] <= row["projected"] <= row["upper95"] <= 100


def test_another_target_year_moves_the_question():
    inputs = small_world(indicator=SHARE, target={"rule": "at_least", "value": 90}, series=walks(6, 3))
    row = assess(inputs, [CITY], target_year=2024).verdicts.iloc[0]
    assert row["target_year"] == 2024
    assert "2024 年预计" in row["reason_zh"]


def test_unknown_region_and_year_outside_the_data_are_refused():
    inputs = small_world(indicator=SHARE, target={"rule": "at_least", "value": 90}, series=walks(7, 2))
    with pytest.raises(BadParameter, match="990000"):
        assess(inputs, ["990000"])
    with pytest.raises(BadParameter, match="2012–2023"):
        assess(inputs, [CITY], as_of=2030)


def test_shortfall_in_persons_by_hand():
    # 94.4 % of 1 000 against 95.0 %: 0.6 points short of 1 000 persons is 6 persons
    counted = {**SHARE, "numerator": {"zh": "人数", "en": "persons"}, "denominator": {"zh": "总数", "en": "all"}}
    world = small_world(
        indicator=counted,
        target={"rule": "at_least", "value": 95.0},
        series={CITY: {"total": {2020: 93.0, 2025: 94.4}}},
        counts=1000,
    )
    assert assess(world, [CITY]).verdicts.iloc[0]["shortfall_persons"] == pytest.approx(6.0)


def test_a_region_s_own_value_replaces_the_plan_s_and_both_are_told():
    world = small_world(
        indicator=SHARE, target={"rule": "at_least", "value": 95.0}, series={CITY: {"total": {2020: 93.0, 2025: 94.4}}}
    )
    own = replace(world, overrides=Overrides({("a.b.1.c", CITY): Override(94.0, None, "市规划")}))
    row = assess(own, [CITY]).verdicts.iloc[0]
    assert (row["status"], row["target_value"], row["plan_value"]) == ("met", 94.0, 95.0)
    assert "95.0%" in row["reason_zh"]
    assert assess(world, [CITY]).verdicts.iloc[0]["status"] == "missed"


def test_an_assigned_value_is_judged_once_a_region_supplies_it():
    series = {CITY: {"total": {2020: 80.0, 2025: 85.0}}}
    world = small_world(indicator=SHARE, target={"rule": "assigned"}, series=series)
    own = replace(world, overrides=Overrides({("a.b.1.c", CITY): Override(84.0, None, "下达文件")}))
    assert assess(world, [CITY]).verdicts.iloc[0]["status"] == "not_assessable"
    assert assess(own, [CITY]).verdicts.iloc[0]["status"] == "met"


def test_the_responsible_department_is_named():
    world = small_world(
        indicator=SHARE, target={"rule": "at_least", "value": 95.0}, series={CITY: {"total": {2020: 93.0}}}
    )
    named = replace(world, responsibility=Responsibility({("a.b.1.c", ""): "卫生健康委"}))
    assert assess(named, [CITY]).verdicts.iloc[0]["department"] == "卫生健康委"


RATE = {
    "better": "lower", "lower": 0, "unit": "per_100k", "measure": "rate",
    "numerator": {"zh": "死亡数", "en": "deaths"}, "denominator": {"zh": "活产数", "en": "live births"},
}  # fmt: skip


def maternal(births: float, seed: int = 3) -> dict:
    """Deaths drawn at a rate that falls from 16 to 12.5 per 100 000, in twelve regions of equal size."""
    rng = np.random.default_rng(seed)
    rates = np.linspace(16.0, 12.5, len(YEARS))
    return {
        f"14{number:02d}00": {"total": dict(zip(YEARS, rng.poisson(births * rates / 1e5) / births * 1e5, strict=True))}
        for number in range(1, 13)
    }


def test_a_few_deaths_a_year_are_told_as_what_they_are():
    world = small_world(
        indicator=RATE, target={"rule": "at_most", "value": 12.5}, series=maternal(30_000), counts=30_000
    )
    row = assess(world, [CITY]).verdicts.iloc[0]
    assert "单年数值主要反映偶然起伏" in row["reason_zh"] and "近 3 年合并" in row["reason_zh"]
    # the published figure carries the noise of about four deaths: it is less certain than the rate behind it
    assert abs(row["p_attain"] - 0.5) < abs(row["p_underlying"] - 0.5) + 0.15
    assert row["p_underlying"] != row["p_attain"]


def test_with_many_deaths_both_questions_have_one_answer():
    world = small_world(indicator=RATE, target={"rule": "at_most", "value": 12.5}, series=maternal(5e7), counts=5e7)
    row = assess(world, [CITY]).verdicts.iloc[0]
    # not exactly equal: a single figure may scatter beyond counting noise, which no denominator removes
    assert row["p_underlying"] == pytest.approx(row["p_attain"], abs=0.05)
    assert "偶然起伏" not in row["reason_zh"]


def test_fewer_than_ten_deaths_in_all_years_give_a_rate_but_no_probability():
    rng = np.random.default_rng(1)
    births = 900
    series = {
        f"14{number:02d}00": {"total": {y: float(rng.poisson(0.1)) / births * 1e5 for y in YEARS}}
        for number in range(1, 13)
    }
    world = small_world(indicator=RATE, target={"rule": "at_most", "value": 12.5}, series=series, counts=births)
    rows = assess(world, sorted(series)[:1]).verdicts.iloc[0]
    assert rows["status"] == "not_assessable"
    assert "不足 10 例" in rows["reason_zh"]


def test_a_cut_is_judged_by_the_printed_base_and_the_rate_behind_the_noisy_base_stands_beside_it():
    series = maternal(200_000)
    lucky = dict(series[CITY]["total"])
    lucky[2020] = 8.0  # a year with few deaths by chance, which the final evaluation will compare with all the same
    world = small_world(
        indicator=RATE,
        target={"rule": "reduce_from_base", "value": 10},
        series={**series, CITY: {"total": lucky}},
        counts=200_000,
    )
    row = assess(world, [CITY]).verdicts.iloc[0]
    assert row["target_value"] == pytest.approx(7.2)
    assert row["p_underlying"] > row["p_attain"] + 0.1
    assert "以上概率针对目标年公布值" in row["reason_zh"]
