from pathlib import Path

import pytest

from sxresearch.errors import EXIT_BAD_INPUT, BadPlan
from sxresearch.plan.loading import load_indicators, load_plan, load_plans
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Level

INDICATOR = """\
- id: mortality
  name: {zh: 死亡率, en: Mortality}
  definition: {zh: 每10万活产的死亡数。, en: Deaths per 100 000 live births.}
  unit: per_100k
  lower: 0
  decimals: 1
  better: lower
  measure: rate
  groups: [total, urban, rural]
- id: enrolment
  name: {zh: 入学率, en: Enrolment}
  definition: {zh: 入学者占比。, en: Share enrolled.}
  unit: percent
  lower: 0
  upper: 100
  decimals: 1
  better: higher
  measure: share
"""

PLAN = """\
id: plan
title: {zh: 规划, en: Plan}
document: 文号
period: [2021, 2025]
baseline_year: 2020
target_year: 2025
applies_to: "140000"
fields:
  - id: health
    title: {zh: 健康, en: Health}
    goals:
      - number: 1
        title: {zh: 死亡率, en: Mortality}
        kind: quantitative
        served_by: [1]
        targets:
          - id: plan.health.1.mortality
            indicator: mortality
            rule: at_most
            value: 12.5
            phrase: 12.5/10万以内
    measures:
      - number: 1
        title: {zh: 措施, en: Measure}
"""
REGIONS = Regions({"140000": Region("140000", "山西省", "Shanxi", Level.PROVINCE, None)})


def register_faults(tmp_path: Path, text: str) -> str:
    path = tmp_path / "indicators.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadPlan) as refused:
        load_indicators(path)
    return _told(refused.value)


def plan_faults(tmp_path: Path, text: str) -> str:
    (tmp_path / "indicators.yaml").write_text(INDICATOR, encoding="utf-8")
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadPlan) as refused:
        load_plan(path, load_indicators(tmp_path / "indicators.yaml"), REGIONS)
    return _told(refused.value)


def _told(problem: BadPlan) -> str:
    assert problem.exit_code == EXIT_BAD_INPUT
    assert all(fault.zh and fault.en for fault in problem.faults)
    return "\n".join(f"{fault.where.split('/')[-1]} | {fault.en}" for fault in problem.faults)


def test_sound_files_load(tmp_path):
    (tmp_path / "indicators.yaml").write_text(INDICATOR, encoding="utf-8-sig")  # as Windows editors save it
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    indicators = load_indicators(tmp_path / "indicators.yaml")
    plan = load_plan(tmp_path / "plan.yaml", indicators, REGIONS)
    ((field, goal, target),) = plan.places()
    assert (field.id, goal.number, target.value) == ("health", 1, 12.5)
    assert indicators.spellings()["死亡率"] == "mortality"


def test_indicator_without_better_is_refused_where_it_begins(tmp_path):
    told = register_faults(tmp_path, INDICATOR.replace("  better: higher\n", ""))
    assert told == 'indicators.yaml:10, 1.better | Required key "better" is missing. Add it.'


def test_unknown_key_of_an_indicator(tmp_path):
    told = register_faults(tmp_path, INDICATOR.replace("  measure: rate\n", "  measure: rate\n  colour: red\n"))
    assert told.startswith('indicators.yaml:9, 0.colour | Unknown key "colour".')


def test_better_outside_its_vocabulary_names_the_choices(tmp_path):
    told = register_faults(tmp_path, INDICATOR.replace("better: lower", "better: down"))
    assert "indicators.yaml:7, 0.better" in told
    assert "'higher', 'lower' or 'band', got \"down\"" in told


def test_bounds_the_wrong_way_round(tmp_path):
    told = register_faults(tmp_path, INDICATOR.replace("upper: 100", "upper: 0"))
    assert "lower bound 0 must be below the upper bound 0" in told


def test_two_indicators_of_one_name(tmp_path):
    told = register_faults(tmp_path, INDICATOR.replace("zh: 入学率", "zh: 死亡率"))
    assert 'indicators.yaml:10, 1 | The name "死亡率" is already used by indicator mortality.' in told


def test_several_faults_of_a_register_are_all_told(tmp_path):
    told = register_faults(
        tmp_path, INDICATOR.replace("  better: higher\n", "").replace("decimals: 1", "decimals: 9", 1)
    )
    assert "1.better" in told
    assert "indicators.yaml:6, 0.decimals" in told


def test_unknown_key_of_a_target(tmp_path):
    told = plan_faults(
        tmp_path, PLAN.replace("            value: 12.5\n", "            value: 12.5\n            vaule: 3\n")
    )
    assert told == (
        'plan.yaml:21, fields.0.goals.0.targets.0.vaule | Unknown key "vaule". Check its spelling, or remove it.'
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "rule: at_most",
            "rule: at_least",
            "plan.yaml:19, fields.0.goals.0.targets.0.rule | Rule at_least does not fit",
        ),
        ("indicator: mortality", "indicator: mortalty", 'Indicator "mortalty" is not in indicators.yaml'),
        ("rule: at_most", "rule: atmost", 'got "atmost"'),
        ("            value: 12.5\n", "", 'Rule at_most needs "value"'),
        ("value: 12.5", 'value: "12.5"', "plan.yaml:20, fields.0.goals.0.targets.0.value"),
        ("value: 12.5", "value: 12.55", "finer than the indicator is published (1 decimals)"),
        ("value: 12.5", "value: -3", "outside the indicator's bounds [0, ∞]"),
        ("value: 12.5", "value: 12.5\n            group: female", 'mortality has no group "female"'),
        ("value: 12.5", "value: 12.5\n            stated_in: 4", "This field has no measure 4"),
        ("value: 12.5", "value: 12.5\n            tolerance: 2", 'Rule at_most has no use for "tolerance"'),
        ("kind: quantitative", "kind: qualitative", 'kind is "qualitative" but it holds 1 targets'),
        ("served_by: [1]", "served_by: [2]", "plan.yaml:15, fields.0.goals.0.served_by | This field has no measure 2"),
        ("        served_by: [1]\n", "", "No goal names measure 1"),
        ("      - number: 1\n        title: {zh: 死", "      - number: 2\n        title: {zh: 死", "must run from 1"),
        ('applies_to: "140000"', 'applies_to: "150000"', "plan.yaml:7, applies_to | Region code 150000"),
        ("target_year: 2025", "target_year: 2026", "Years must be ordered"),
        ("baseline_year: 2020\n", "", 'Required key "baseline_year" is missing'),
        ("document: 文号", "document: 文号\ndocument: 又一个", 'plan.yaml:4 | Key "document" appears twice'),
        ("document: 文号", "document: [文号", "This is not valid YAML"),
        ("document: 文号", "document: !!python/name:os.system", "This is not valid YAML"),
        ("document: 文号", "document: &a 文号", "anchors (&) and aliases (*) are refused"),
        ("document: 文号", "? [a, b]\n: 1\ndocument: 文号", "This is not valid YAML"),
    ],
)
def test_each_broken_plan_is_refused_with_its_place(tmp_path, old, new, expected):
    assert old in PLAN
    assert expected in plan_faults(tmp_path, PLAN.replace(old, new, 1))


def test_id_used_twice_in_one_plan(tmp_path):
    target = PLAN[PLAN.index("          - id: plan") : PLAN.index("    measures:")]
    told = plan_faults(tmp_path, PLAN.replace(target, target * 2))
    assert told.startswith('plan.yaml:22, fields.0.goals.0.targets.1.id | Id "plan.health.1.mortality" is used twice')


@pytest.mark.parametrize("content", ["", "# nothing\n"])
def test_empty_plan_file(tmp_path, content):
    assert "The file is empty" in plan_faults(tmp_path, content)


def test_list_where_a_plan_was_expected(tmp_path):
    assert "pairs were expected" in plan_faults(tmp_path, "- a\n")


def test_file_in_another_encoding(tmp_path):
    path = tmp_path / "indicators.yaml"
    path.write_text(INDICATOR, encoding="gb18030")
    with pytest.raises(BadPlan) as refused:
        load_indicators(path)
    assert "must be UTF-8" in _told(refused.value)


def test_missing_register(tmp_path):
    with pytest.raises(BadPlan) as refused:
        load_indicators(tmp_path / "none.yaml")
    assert "was not found" in _told(refused.value)


def test_folder_of_plans_tells_the_faults_of_all(tmp_path):
    (tmp_path / "indicators.yaml").write_text(INDICATOR, encoding="utf-8")
    indicators = load_indicators(tmp_path / "indicators.yaml")
    folder = tmp_path / "plans"
    folder.mkdir()
    with pytest.raises(BadPlan) as refused:
        load_plans(folder, indicators, REGIONS)
    assert "holds no plan file" in _told(refused.value)
    (folder / "a.yaml").write_text(PLAN.replace("rule: at_most", "rule: at_least"), encoding="utf-8")
    (folder / "b.yaml").write_text(PLAN.replace("document", "dokument"), encoding="utf-8")
    with pytest.raises(BadPlan) as refused:
        load_plans(folder, indicators, REGIONS)
    told = _told(refused.value)
    assert "a.yaml:19" in told
    assert "b.yaml:3" in told


def test_two_files_of_one_plan(tmp_path):
    (tmp_path / "indicators.yaml").write_text(INDICATOR, encoding="utf-8")
    indicators = load_indicators(tmp_path / "indicators.yaml")
    folder = tmp_path / "plans"
    folder.mkdir()
    for name in ("a.yaml", "b.yaml"):
        (folder / name).write_text(PLAN, encoding="utf-8")
    with pytest.raises(BadPlan) as refused:
        load_plans(folder, indicators, REGIONS)
    assert 'Id "plan" is used twice' in _told(refused.value)


def test_a_former_id_of_an_indicator_is_that_of_today(tmp_path):
    renamed = INDICATOR.replace("  unit: per_100k", "  former_ids: [deaths_per_county]\n  unit: per_100k")
    (tmp_path / "indicators.yaml").write_text(renamed, encoding="utf-8")
    (tmp_path / "old.yaml").write_text(PLAN.replace("indicator: mortality", "indicator: deaths_per_county"))
    indicators = load_indicators(tmp_path / "indicators.yaml")
    (target,) = (target for _, _, target in load_plan(tmp_path / "old.yaml", indicators, REGIONS).places())
    assert target.indicator == "mortality"
    assert "deaths_per_county" not in indicators.spellings()


def test_a_former_id_that_is_in_use_is_refused(tmp_path):
    told = register_faults(tmp_path, INDICATOR.replace("  unit: percent", "  former_ids: [mortality]\n  unit: percent"))
    assert "mortality" in told
