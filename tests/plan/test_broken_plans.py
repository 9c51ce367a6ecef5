"""Plan files that are wrong in one thing each: refused with file, line, path inside it, and what to do."""

from dataclasses import dataclass

import pytest

from sxresearch.errors import EXIT_BAD_INPUT, BadPlan
from sxresearch.plan.loading import load_indicators
from sxresearch.terms import Language


@dataclass(frozen=True)
class Case:
    """One change to the small valid plan (or register) and what the reader is told."""

    name: str
    old: str
    new: str
    place: str
    zh: str
    en: str


CASES = [
    Case(
        "unknown key of the plan",
        "document: 文号\n",
        "document: 文号\nauthor: 某人\n",
        ":4, author",
        "未知的键“author”。请检查拼写，或删去它。",
        'Unknown key "author". Check its spelling, or remove it.',
    ),
    Case(
        "unknown key of a target",
        "            strict: true\n",
        "            stricter: true\n",
        ":21, fields.0.goals.0.targets.0.stricter",
        "未知的键“stricter”。请检查拼写，或删去它。",
        'Unknown key "stricter". Check its spelling, or remove it.',
    ),
    Case(
        "a goal without a kind",
        "        kind: quantitative\n        served_by: [1]\n",
        "        served_by: [1]\n",
        ":12, fields.0.goals.0.kind",
        "缺少必填项“kind”。请补上。",
        'Required key "kind" is missing. Add it.',
    ),
    Case(
        "a goal of an unknown kind",
        "        kind: qualitative\n",
        "        kind: vague\n",
        ":65, fields.1.goals.0.kind",
        "现为“vague”。请改成其中之一。",
        'got "vague". Use one of these.',
    ),
    Case(
        "a title in one language only",
        "title: {zh: 多上学, en: More schooling}",
        "title: {zh: 多上学}",
        ":30, fields.0.goals.1.title.en",
        "缺少必填项“en”。请补上。",
        'Required key "en" is missing. Add it.',
    ),
    Case(
        "an unknown rule",
        "rule: narrow_gap",
        "rule: close_gap",
        ":26, fields.0.goals.0.targets.1.rule",
        "现为“close_gap”。请改成其中之一。",
        'got "close_gap". Use one of these.',
    ),
    Case(
        "a value in words",
        "value: 12.5",
        'value: "12.5"',
        ":20, fields.0.goals.0.targets.0.value",
        "“value”应为数字，现为“12.5”。请改成不带引号和单位的数字。",
        '"value" must be a number, got "12.5". Write it without quotes or unit.',
    ),
    Case(
        "a threshold rule without its value",
        "            value: 90\n",
        "",
        ":34, fields.0.goals.1.targets.0",
        "规则 at_least 必须写明“value”。请补上，或改用别的规则。",
        'Rule at_least needs "value". Add it, or use another rule.',
    ),
    Case(
        "a gap without its second series",
        "            second_group: rural\n",
        "",
        ":23, fields.0.goals.0.targets.1",
        "规则 narrow_gap 必须写明“second_indicator/second_group”。",
        'Rule narrow_gap needs "second_indicator/second_group".',
    ),
    Case(
        "a gap of a series with itself",
        "second_group: rural",
        "second_group: urban",
        ":23, fields.0.goals.0.targets.1",
        "第二个序列与第一个完全相同。请用 second_indicator 或 second_group 指明另一个序列。",
        "The second series is the same as the first. Name another one with second_indicator or second_group.",
    ),
    Case(
        "a key that the rule has no use for",
        "            rule: narrow_gap\n",
        "            rule: narrow_gap\n            tolerance: 2.0\n",
        ":23, fields.0.goals.0.targets.1",
        "规则 narrow_gap 用不到“tolerance”。请删去它，或改用别的规则。",
        'Rule narrow_gap has no use for "tolerance". Remove it, or use another rule.',
    ),
    Case(
        "strict on a rule that has no limit",
        "            rule: narrow_gap\n",
        "            rule: narrow_gap\n            strict: true\n",
        ":23, fields.0.goals.0.targets.1",
        "规则 narrow_gap 用不到“strict”。请删去它，或改用别的规则。",
        'Rule narrow_gap has no use for "strict". Remove it, or use another rule.',
    ),
    Case(
        "an unknown indicator",
        "indicator: clean_air",
        "indicator: blue_sky",
        ":47, fields.0.goals.1.targets.2.indicator",
        "指标“blue_sky”不在 indicators.yaml 中。请检查拼写，或先登记该指标。",
        'Indicator "blue_sky" is not in indicators.yaml. Check its spelling, or register it first.',
    ),
    Case(
        "a group that the indicator is not monitored in",
        "            indicator: clean_air\n",
        "            indicator: clean_air\n            group: female\n",
        ":48, fields.0.goals.1.targets.2.group",
        "指标 clean_air 没有分组“female”（已登记：total）。请改分组，或在指标中登记它。",
        'Indicator clean_air has no group "female" (registered: total). Change the group, or register it',
    ),
    Case(
        "at most, on an indicator that should rise",
        "            rule: at_least\n            value: 90\n",
        "            rule: at_most\n            value: 90\n",
        ":36, fields.0.goals.1.targets.0.rule",
        "规则 at_most 不适用于指标 enrolment（该指标的改善方向为 higher）。请检查规则或指标的 better。",
        "Rule at_most does not fit indicator enrolment, whose better direction is higher. Check the rule or",
    ),
    Case(
        "a value beyond the indicator's bounds",
        "value: 90",
        "value: 190",
        ":37, fields.0.goals.1.targets.0.value",
        "目标值 190 超出指标范围 [0, 100]。请核对原文。",
        "Target value 190 lies outside the indicator's bounds [0, 100]. Check it against the text.",
    ),
    Case(
        "a reduction of more than everything",
        "            rule: at_most\n            value: 12.5\n            strict: true\n",
        "            rule: reduce_from_base\n            value: 120\n",
        ":20, fields.0.goals.0.targets.0.value",
        "目标值 120 超出指标范围 [0, 100]。请核对原文。",
        "Target value 120 lies outside the indicator's bounds [0, 100]. Check it against the text.",
    ),
    Case(
        "a value finer than the indicator is published",
        "value: 12.5",
        "value: 12.55",
        ":20, fields.0.goals.0.targets.0.value",
        "目标值 12.55 比指标的发布精度（小数 1 位）更细。请提高指标的 decimals 或核对原文。",
        "Target value 12.55 is finer than the indicator is published (1 decimals). Raise the indicator's decimals",
    ),
    Case(
        "the same target id twice",
        "id: small.health.1.gap",
        "id: small.health.1.mortality",
        ":23, fields.0.goals.0.targets.1.id",
        "标识“small.health.1.mortality”用了两次。每个规划、领域和监测目标须有唯一标识，请改名。",
        'Id "small.health.1.mortality" is used twice. Every plan, field and target needs its own id; rename one.',
    ),
    Case(
        "the same field id twice",
        "  - id: law\n",
        "  - id: health\n",
        ":60, fields.1.id",
        "标识“health”用了两次。",
        'Id "health" is used twice.',
    ),
    Case(
        "a measure that no goal names",
        "        served_by: [2]\n",
        "        served_by: [1]\n",
        ":58, fields.0.measures.1",
        "策略措施 2 没有任何主要目标引用。请在所服务目标的 served_by 中写上它。",
        "No goal names measure 2. Add it to served_by of the goal that it serves.",
    ),
    Case(
        "a goal served by a measure that is not there",
        "        served_by: [2]\n",
        "        served_by: [2, 7]\n",
        ":32, fields.0.goals.1.served_by",
        "本领域没有策略措施 7。请改成已有的编号。",
        "This field has no measure 7. Use an existing number.",
    ),
    Case(
        "a figure stated in a measure that is not there",
        "            stated_in: 2\n",
        "            stated_in: 9\n",
        ":44, fields.0.goals.1.targets.1.stated_in",
        "本领域没有策略措施 9。请改成已有的编号。",
        "This field has no measure 9. Use an existing number.",
    ),
    Case(
        "a figure stated in a measure named by a word",
        "            stated_in: 2\n",
        "            stated_in: second\n",
        ":44, fields.0.goals.1.targets.1.stated_in",
        "“stated_in”应为整数，现为“second”。请改成整数。",
        '"stated_in" must be a whole number, got "second". Write a whole number.',
    ),
    Case(
        "goals with a gap in their numbers",
        "      - number: 2\n        title: {zh: 多上学",
        "      - number: 3\n        title: {zh: 多上学",
        ":11, fields.0.goals",
        "编号应从 1 起连续，现为 1, 3。请按规划原文的顺序编号。",
        "Numbers must run from 1 without gaps, got 1, 3. Number them as the plan does.",
    ),
    Case(
        "a qualitative goal with a measurable target",
        "            rule: qualitative\n",
        "            indicator: enrolment\n            rule: increase\n",
        ":65, fields.1.goals.0.kind",
        "目标类型为“qualitative”，但含监测目标 1 项。",
        'The goal\'s kind is "qualitative" but it holds 1 targets.',
    ),
    Case(
        "a directional goal with a number",
        "        kind: quantitative\n        served_by: [2]\n",
        "        kind: directional\n        served_by: [2]\n",
        ":31, fields.0.goals.1.kind",
        "目标类型为“directional”，但有数值的目标为 3 项。",
        'The goal\'s kind is "directional" but 3 of its targets have a number.',
    ),
    Case(
        "a goal without any target",
        "        targets:\n          - id: small.law.1.laws\n            rule: qualitative\n            phrase: 法规\n",
        "",
        ":63, fields.1.goals.0",
        "目标 1 一个监测目标也没有。定性目标请加一条 rule: qualitative，使它仍然可见。",
        "Goal 1 holds no target at all. Give a qualitative goal one target with rule: qualitative",
    ),
    Case(
        "a region that is not listed",
        'applies_to: "140000"',
        'applies_to: "990000"',
        ":7, applies_to",
        "地区代码 990000 不在 regions.csv 中。",
        "Region code 990000 is not in regions.csv.",
    ),
    Case(
        "a region code without quotes",
        'applies_to: "140000"',
        "applies_to: 140000",
        ":7, applies_to",
        "“applies_to”应为非空的文字，现为“140000”。请填写文字；形似数字的内容请加引号。",
        'must be text that is not empty, got "140000". Write words; put what looks like a number in quotes.',
    ),
    Case(
        "a target year before the plan begins",
        "target_year: 2025",
        "target_year: 2019",
        ":1",
        "现为 2020, 2021, 2019, 2025。请核对 baseline_year、period 和 target_year。",
        "got 2020, 2021, 2019, 2025. Check baseline_year, period and target_year.",
    ),
    Case(
        "a year with a digit too many",
        "baseline_year: 2020",
        "baseline_year: 20200",
        ":5, baseline_year",
        "“baseline_year”应不大于 2100，现为“20200”。请改正。",
        '"baseline_year" must be at most 2100, got "20200". Correct it.',
    ),
    Case(
        "a period of one year",
        "period: [2021, 2025]",
        "period: [2021]",
        ":4, period",
        "“period”的条目太少。请补上，或按样例文件改写。",
        '"period" has too few items. Add what is missing, or follow the sample file.',
    ),
    Case(
        "a plan without fields",
        "fields:\n",
        "fields: []\nrest:\n",
        ":8, fields",
        "“fields”的条目太少。请补上，或按样例文件改写。",
        '"fields" has too few items. Add what is missing, or follow the sample file.',
    ),
    Case(
        "an id that is no id",
        "id: small.law.1.laws",
        "id: Small law",
        ":68, fields.1.goals.0.targets.0.id",
        "“id”的写法不合规定",
        '"id" is not written as required',
    ),
    Case(
        "an empty phrase",
        "phrase: 差距缩小",
        'phrase: ""',
        ":28, fields.0.goals.0.targets.1.phrase",
        "“phrase”应为非空的文字",
        '"phrase" must be text that is not empty',
    ),
    Case(
        "a key twice",
        "document: 文号\n",
        "document: 文号\ndocument: 文号\n",
        ":4",
        "键“document”在同一层出现了两次。请只保留一个。",
        'Key "document" appears twice in the same place. Keep one of them.',
    ),
    Case(
        "wrong indentation",
        "    goals:\n      - number: 1\n        title: {zh: 少死亡",
        "    goals:\n     number: 1\n        title: {zh: 少死亡",
        ":13",
        "文件不是合法的 YAML",
        "This is not valid YAML",
    ),
    Case(
        "an alias",
        "document: 文号\n",
        "document: *other\n",
        ":3",
        "文件不是合法的 YAML",
        "This is not valid YAML",
    ),
]


def test_the_unchanged_plan_is_accepted(plan):
    assert [target.id for _, _, target in plan.places()][-1] == "small.law.1.laws"


def test_there_are_at_least_twenty_cases():
    assert len({case.name for case in CASES}) == len(CASES) >= 20


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_broken_plan_is_refused_with_place_and_remedy(case, load, plan_text, tmp_path):
    assert plan_text.count(case.old) == 1, "the case changes one thing"
    with pytest.raises(BadPlan) as refusal:
        load(plan_text.replace(case.old, case.new))
    assert refusal.value.exit_code == EXIT_BAD_INPUT
    told = {fault.where: fault for fault in refusal.value.faults}
    where = f"{tmp_path / 'plan.yaml'}{case.place}"
    assert where in told
    assert case.zh in told[where].sentence(Language.ZH)
    assert case.en in told[where].sentence(Language.EN)


def test_every_fault_of_a_file_is_told_at_once(load, plan_text):
    worse = plan_text.replace("kind: qualitative", "kind: vague").replace("value: 12.5", "value: much")
    worse = worse.replace("document: 文号\n", "")
    with pytest.raises(BadPlan) as refusal:
        load(worse)
    assert [fault.where.rpartition(", ")[2] for fault in refusal.value.faults] == [
        "document",
        "fields.0.goals.0.targets.0.value",
        "fields.1.goals.0.kind",
    ]


REGISTER_CASES = [
    Case(
        "an indicator without its better direction",
        "  better: lower\n",
        "",
        ":1, 0.better",
        "缺少必填项“better”。",
        'Required key "better" is missing.',
    ),
    Case(
        "bounds the wrong way round",
        "  lower: 0\n  decimals: 1\n",
        "  lower: 5\n  upper: 1\n  decimals: 1\n",
        ":1, 0",
        "下限 5 应小于上限 1。请改正 lower 或 upper。",
        'The lower bound 5 must be below the upper bound 1. Correct "lower" or "upper".',
    ),
    Case(
        "a numerator without a denominator",
        "  groups: [total, urban, rural]\n",
        "  groups: [total, urban, rural]\n  numerator: {zh: 死亡数, en: deaths}\n",
        ":1, 0",
        "分子和分母应同时给出，现只有一个。",
        "Numerator and denominator go together, only one is given.",
    ),
    Case(
        "a group twice",
        "[total, urban, rural]",
        "[total, urban, urban]",
        ":1, 0",
        "groups 至少写一个分组，且各写一次。",
        '"groups" must name at least one group, each once.',
    ),
    Case(
        "a name used twice",
        "zh: 入学率",
        "zh: 死亡比",
        ":11, 1",
        "名称“死亡比”已被指标 mortality 使用。",
        'The name "死亡比" is already used by indicator mortality.',
    ),
    Case(
        "more decimals than are kept",
        "  lower: 0\n  decimals: 1\n  better: lower",
        "  lower: 0\n  decimals: 9\n  better: lower",
        ":7, 0.decimals",
        "“decimals”应不大于 4，现为“9”。",
        '"decimals" must be at most 4, got "9".',
    ),
]


@pytest.mark.parametrize("case", REGISTER_CASES, ids=lambda case: case.name)
def test_broken_register_is_refused_with_place_and_remedy(case, register_text, tmp_path):
    assert register_text.count(case.old) == 1, "the case changes one thing"
    path = tmp_path / "register.yaml"
    path.write_text(register_text.replace(case.old, case.new), encoding="utf-8")
    with pytest.raises(BadPlan) as refusal:
        load_indicators(path)
    told = {fault.where: fault for fault in refusal.value.faults}
    assert f"{path}{case.place}" in told
    fault = told[f"{path}{case.place}"]
    assert case.zh in fault.sentence(Language.ZH)
    assert case.en in fault.sentence(Language.EN)
