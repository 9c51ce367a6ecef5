"""Regional values: where they hold, and what is refused."""

import numpy as np
import pytest

from sxresearch.errors import BadPlan
from sxresearch.paths import DATA, PLANS
from sxresearch.plan.loading import load_indicators, load_plans
from sxresearch.plan.overrides import Overrides, load_overrides
from sxresearch.plan.regions import load_regions
from sxresearch.terms import Language

CITY = """\
plan: small-plan
region: "140100"
document: 并政发〔2023〕1号
values:
  - target: small.health.1.mortality
    value: 10
    strict: false
  - target: small.health.2.air
    value: 76.5
"""
MORTALITY, AIR = "small.health.1.mortality", "small.health.2.air"
PLACES = ("140000", "140100", "140105")


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "overrides"
    path.mkdir()
    return path


@pytest.fixture
def read(folder, plan, indicators, regions):
    """Loads the folder after writing ``files`` into it."""

    def load(**files):
        for name, text in files.items():
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return load_overrides(folder, [plan], indicators, regions)

    return load


@pytest.fixture
def target(plan):
    return {item.id: item for _, _, item in plan.places()}


def test_no_folder_gives_no_overrides(tmp_path, plan, indicators, regions, target):
    nothing = load_overrides(tmp_path / "none", [plan], indicators, regions)
    assert len(nothing) == 0
    np.testing.assert_array_equal(nothing.values(target[MORTALITY], PLACES), [12.5, 12.5, 12.5])


def test_files_that_are_not_yaml_are_left_alone(folder, read):
    (folder / "README.md").write_text("# notes", encoding="utf-8")
    assert len(read()) == 0


@pytest.mark.parametrize("name", ["太原.yml", "taiyuan.YML", "太原.yaml"])
def test_both_endings_are_read(folder, read, name):
    (folder / name).write_text(CITY, encoding="utf-8")
    assert read().value_for(MORTALITY, "140100") == 10.0


def test_a_file_that_is_not_utf8_is_refused_with_its_name(folder, read):
    (folder / "taiyuan.yml").write_text(CITY, encoding="gb18030")
    with pytest.raises(BadPlan, match=r"taiyuan\.yml"):
        read()


def test_a_city_s_value_holds_for_the_city_alone(read, target):
    given = read(city=CITY)
    assert [given.value_for(MORTALITY, code) for code in PLACES] == [None, 10.0, None]
    np.testing.assert_array_equal(given.values(target[MORTALITY], PLACES), [12.5, 10.0, 12.5])


def test_the_province_s_value_does_not_reach_its_cities(read, target):
    given = read(province=CITY.replace("140100", "140000"))
    np.testing.assert_array_equal(given.values(target[MORTALITY], PLACES), [10.0, 12.5, 12.5])


def test_an_assigned_value_is_supplied_for_its_region_only(read, target):
    np.testing.assert_array_equal(read(city=CITY).values(target[AIR], PLACES), [np.nan, 76.5, np.nan])


def test_strictness_is_the_region_s_where_it_says_so(read, target):
    assert read(city=CITY).strict(target[MORTALITY], PLACES).tolist() == [True, False, True]
    silent = read(city=CITY.replace("    strict: false\n", ""))
    assert silent.strict(target[MORTALITY], PLACES).tolist() == [True, True, True]


def test_the_document_stands_beside_the_value(read):
    assert read(city=CITY).get(MORTALITY, "140100").document == "并政发〔2023〕1号"


def test_several_files_add_up(read):
    county = CITY.replace("140100", "140105").replace("value: 10\n", "value: 11\n")
    given = read(city=CITY, county=county)
    assert (len(given), given.value_for(MORTALITY, "140105")) == (4, 11.0)


BROKEN = [
    (
        "plan: small-plan",
        "plan: smal-plan",
        "a.yaml:1, plan",
        "没有标识为“smal-plan”的规划（已有：small-plan）",
        "There is no plan with the id",
    ),
    (
        'region: "140100"',
        'region: "140199"',
        "a.yaml:2, region",
        "地区代码 140199 不在 regions.csv 中",
        "Region code 140199 is not in",
    ),
    (
        'region: "140100"',
        'region: "100000"',
        "a.yaml:2, region",
        "规划 small-plan 不适用于地区 100000",
        "does not apply to region 100000",
    ),
    (
        'region: "140100"',
        "region: 140100",
        "a.yaml:2, region",
        "形似数字的内容请加引号",
        "put what looks like a number in quotes",
    ),
    (
        "document: 并政发〔2023〕1号\n",
        "",
        "a.yaml:1, document",
        "缺少必填项“document”",
        'Required key "document" is missing',
    ),
    ("    strict: false", "    stict: false", "a.yaml:7, values.0.stict", "未知的键“stict”", 'Unknown key "stict"'),
    (
        "value: 10",
        "value: ten",
        "a.yaml:6, values.0.value",
        "“value”应为数字，现为“ten”",
        '"value" must be a number, got "ten"',
    ),
    (
        "value: 10",
        "value: -1",
        "a.yaml:6, values.0.value",
        "目标值 -1 超出指标范围 [0, ∞]",
        "lies outside the indicator's bounds [0, ∞]",
    ),
    (
        "value: 76.5",
        "value: 176.5",
        "a.yaml:9, values.1.value",
        "目标值 176.5 超出指标范围 [0, 100]",
        "outside the indicator's bounds [0, 100]",
    ),
    (
        "value: 10",
        "value: 10.25",
        "a.yaml:6, values.0.value",
        "目标值 10.25 比指标的发布精度",
        "10.25 is finer than the indicator",
    ),
    (
        MORTALITY,
        "small.health.1.morality",
        "a.yaml:5, values.0.target",
        "没有监测目标“small.health.1.morality”",
        "has no target",
    ),
    (
        MORTALITY,
        "small.health.1.gap",
        "a.yaml:6, values.0.value",
        "规则是 narrow_gap，没有数值可改",
        "which has no value to replace",
    ),
    (
        MORTALITY,
        "small.law.1.laws",
        "a.yaml:6, values.0.value",
        "规则是 qualitative，没有数值可改",
        "which has no value to replace",
    ),
    (
        "value: 76.5",
        "value: 76.5\n    strict: false",
        "a.yaml:10, values.1.strict",
        "不分“以下”与“及以下”",
        "are not told apart",
    ),
    (AIR, MORTALITY, "a.yaml:8, values.1.target", "已在 ", "already has a value for target"),
    ("values:\n", "values: []\nold:\n", "a.yaml:4, values", "“values”的条目太少", '"values" has too few items'),
]


@pytest.mark.parametrize(("old", "new", "place", "zh", "en"), BROKEN)
def test_broken_file_is_refused_with_place_and_remedy(read, old, new, place, zh, en):
    assert CITY.count(old) == 1
    with pytest.raises(BadPlan) as refusal:
        read(a=CITY.replace(old, new))
    told = {fault.where.rpartition("/")[2]: fault for fault in refusal.value.faults}
    assert zh in told[place].sentence(Language.ZH)
    assert en in told[place].sentence(Language.EN)


def test_the_same_value_in_two_files_names_the_other(read):
    with pytest.raises(BadPlan) as refusal:
        read(a=CITY, b=CITY)
    assert [fault.where.rpartition("/")[2] for fault in refusal.value.faults] == [
        "b.yaml:5, values.0.target",
        "b.yaml:8, values.1.target",
    ]
    assert "a.yaml:5, values.0.target" in refusal.value.faults[0].en


def test_faults_of_all_files_are_told_together(read):
    with pytest.raises(BadPlan) as refusal:
        read(a=CITY.replace("value: 10\n", "value: ten\n"), b="[]", c=CITY.replace("140100", "140199"))
    assert [fault.where.rpartition("/")[2].split(":")[0] for fault in refusal.value.faults] == [
        "a.yaml",
        "b.yaml",
        "c.yaml",
    ]


def test_shipped_folder_holds_no_values_and_its_sample_loads(tmp_path):
    indicators, regions = load_indicators(DATA / "indicators.yaml"), load_regions(DATA / "regions.csv")
    plans = load_plans(PLANS, indicators, regions)
    assert load_overrides(PLANS / "overrides", plans, indicators, regions) == Overrides()
    readme = (PLANS / "overrides" / "README.md").read_text(encoding="utf-8")
    (tmp_path / "sample.yaml").write_text(readme.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    sample = load_overrides(tmp_path, plans, indicators, regions)
    assert sample.value_for("women.health.2.maternal_mortality_ratio", "140100") == 10.0
    assert sample.value_for("women.environment.6.good_air_days", "140100") == 76.5
