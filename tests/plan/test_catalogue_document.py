"""The catalogue as a document: its counts, its wording, and that the committed file is the generated one."""

import re

import pytest

from sxresearch.paths import DATA, PLANS, ROOT
from sxresearch.plan.catalogue_document import catalogue_markdown
from sxresearch.plan.loading import load_indicators, load_plans
from sxresearch.plan.regions import load_regions
from sxresearch.terms import RuleKind


@pytest.fixture(scope="module")
def shipped():
    indicators = load_indicators(DATA / "indicators.yaml")
    return load_plans(PLANS, indicators, load_regions(DATA / "regions.csv")), indicators


@pytest.fixture
def small(plan, indicators):
    return catalogue_markdown([plan], indicators)


def test_committed_catalogue_is_the_generated_one(shipped):
    committed = (ROOT / "docs" / "catalogue.md").read_text(encoding="utf-8")
    assert committed == catalogue_markdown(*shipped), "run: python -m sxresearch catalogue --out docs/catalogue.md"


@pytest.mark.parametrize(
    ("title", "goals", "measures"),
    [
        ("山西省妇女发展“十四五”规划", [10, 10, 9, 9, 9, 9, 10, 9], 93),
        ("山西省儿童发展“十四五”规划", [12, 11, 9, 10, 7, 10, 11], 87),
    ],
)
def test_counts_by_field_are_those_of_the_plans(shipped, title, goals, measures):
    plan = catalogue_markdown(*shipped).split(f"\n## {title}")[1].split("\n## ")[0]
    table = plan.split("### 按领域统计")[1].split("###")[0]
    rows = [
        [cell.strip(" *") for cell in line.split("|")[1:-1]] for line in table.splitlines() if line.startswith("|")
    ][2:]
    assert [int(row[1]) for row in rows] == [*goals, sum(goals)]
    assert int(rows[-1][6]) == measures
    for row in rows:
        assert int(row[1]) == sum(map(int, row[2:6]))
    assert len(re.findall(r"^#### \d+\. ", plan, re.M)) == sum(goals)


def test_every_target_and_rule_of_the_plans_is_listed(shipped):
    document = catalogue_markdown(*shipped)
    for plan in shipped[0]:
        for _, _, target in plan.places():
            assert document.count(f"`{target.id}`") == 1
    assert all(document.count(f"| `{rule}` ") == len(shipped[0]) for rule in RuleKind)


def test_counts_of_the_small_plan(small):
    assert "| 健康 / Health | 2 | 2 | 0 | 0 | 0 | 2 | 5 | 1 | 0 |" in small
    assert "| 法律 / Law | 1 | 0 | 0 | 1 | 0 | 1 | 0 | 0 | 1 |" in small
    assert "| **合计 / Total** | **3** | **2** | **0** | **1** | **0** | **3** | **5** | **1** | **1** |" in small


def test_goals_whose_figure_stands_only_in_a_measure_are_counted_apart(shipped):
    """Of 145 goals 31 state a figure, or that one will be assigned; two more have theirs from a measure alone."""
    text = catalogue_markdown(*shipped)
    totals = []
    for title in ("山西省妇女发展“十四五”规划", "山西省儿童发展“十四五”规划"):
        table = text.split(f"\n## {title}")[1].split("### 按领域统计")[1].split("###")[0]
        totals.append([cell.strip(" *") for cell in table.strip().splitlines()[-1].split("|")[1:-1]])
    assert [int(row[2]) for row in totals] == [17, 14]
    assert [int(row[5]) for row in totals] == [1, 1]


def test_a_statement_read_elsewhere_names_where(shipped):
    text = catalogue_markdown(*shipped)
    assert "出处 / Seen in: 纲要的英文报道 / An English report of the outline" in text
    assert "数值" in text
    assert "(2022 年) / at least 22% (by 2022)" in text


def test_rules_of_the_small_plan(small):
    assert "| `at_least` 不低于 / at least | 2 |  | **2** |" in small
    assert "| `qualitative` 定性（清单） / qualitative (checklist) |  | 1 | **1** |" in small
    assert "| **合计 / Total** | **5** | **1** | **6** |" in small


def test_a_goal_shows_its_kind_and_the_measures_that_serve_it(small):
    assert "#### 1. 少死亡 / Fewer deaths\n\n定量 / quantitative · 对应措施 / served by measures: 1 措施甲\n" in small


def test_a_target_shows_indicator_rule_value_and_phrase(small):
    assert (
        "- `small.health.1.mortality` · 死亡率 / Mortality · 不高于 12.5/10万 (不含本数) / "
        "at most 12.5 per 100 000 (the figure itself excluded) · “降到12.5/10万以下”"
    ) in small
    assert "不低于 90% (力争) / at least 90% (aspiration) · “入学率达到90%”" in small


def test_a_gap_names_both_groups(small):
    assert "(城市 / urban) · 差距缩小 / narrower gap · 对照 / against: 死亡率 / Mortality (农村 / rural)" in small


def test_a_target_from_a_measure_names_it(small):
    assert "“不低于80%” (措施 / measure 2)" in small


def test_what_is_no_target_stands_with_its_reason(small):
    assert "- 不立项 / No target “意识提高”: 意识没有统计 / Awareness is not counted" in small


def test_another_reading_stands_below_its_target(load, plan_text, indicators):
    text = plan_text.replace("value: 12.5", "value: 12.5\n            other_reading: {zh: 另一种, en: another}")
    assert "\n  - 另一读法 / Other reading: 另一种 / another\n" in catalogue_markdown([load(text)], indicators)


def test_a_reduction_is_in_percent_whatever_the_unit(load, plan_text, indicators):
    rule = "            rule: at_most\n            value: 12.5\n            strict: true\n"
    text = plan_text.replace(rule, "            rule: reduce_from_base\n            value: 20\n")
    assert "比基期下降 20% / down from the base year by 20%" in catalogue_markdown([load(text)], indicators)


def test_a_tolerance_is_shown_in_the_unit_of_the_indicator(load, plan_text, indicators):
    text = plan_text.replace(
        "            rule: at_least\n            value: 90\n",
        "            rule: around\n            value: 90\n            tolerance: 2.5\n",
    )
    assert "左右 90% (力争, 允许幅度 2.5%) / about 90% (aspiration, tolerance 2.5%)" in catalogue_markdown(
        [load(text)], indicators
    )
