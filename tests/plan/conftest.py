"""A small valid plan with its register and regions, for tests that change one thing each."""

from pathlib import Path

import pytest

from sxresearch.plan.indicators import Indicators
from sxresearch.plan.loading import load_indicators, load_plan
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Level

REGISTER = """\
- id: mortality
  name: {zh: 死亡率, en: Mortality}
  aliases: [死亡比]
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
- id: clean_air
  name: {zh: 好天比例, en: Clean days}
  definition: {zh: 空气好的天数占比。, en: Share of days with clean air.}
  unit: percent
  lower: 0
  upper: 100
  decimals: 1
  better: higher
  measure: share
"""

PLAN = """\
id: small-plan
title: {zh: 小省发展规划, en: Small plan}
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
        title: {zh: 少死亡, en: Fewer deaths}
        kind: quantitative
        served_by: [1]
        targets:
          - id: small.health.1.mortality
            indicator: mortality
            rule: at_most
            value: 12.5
            strict: true
            phrase: 降到12.5/10万以下
          - id: small.health.1.gap
            indicator: mortality
            group: urban
            rule: narrow_gap
            second_group: rural
            phrase: 差距缩小
      - number: 2
        title: {zh: 多上学, en: More schooling}
        kind: quantitative
        served_by: [2]
        targets:
          - id: small.health.2.enrolment
            indicator: enrolment
            rule: at_least
            value: 90
            aspiration: true
            phrase: 入学率达到90%
          - id: small.health.2.coverage
            indicator: enrolment
            rule: at_least
            value: 80
            stated_in: 2
            phrase: 不低于80%
          - id: small.health.2.air
            indicator: clean_air
            rule: assigned
            phrase: 下达的好天比例
        not_targets:
          - phrase: 意识提高
            reason: {zh: 意识没有统计, en: Awareness is not counted}
          - phrase: 5岁以下
            reason: {zh: 年龄界限, en: An age limit}
    measures:
      - number: 1
        title: {zh: 措施甲, en: Measure A}
      - number: 2
        title: {zh: 措施乙, en: Measure B}
  - id: law
    title: {zh: 法律, en: Law}
    goals:
      - number: 1
        title: {zh: 有法可依, en: Laws exist}
        kind: qualitative
        served_by: [1]
        targets:
          - id: small.law.1.laws
            rule: qualitative
            phrase: 法规
    measures:
      - number: 1
        title: {zh: 措施丙, en: Measure C}
"""


@pytest.fixture
def register_text() -> str:
    return REGISTER


@pytest.fixture
def plan_text() -> str:
    return PLAN


@pytest.fixture
def indicators(tmp_path) -> Indicators:
    path = tmp_path / "register.yaml"
    path.write_text(REGISTER, encoding="utf-8")
    return load_indicators(path)


@pytest.fixture
def regions() -> Regions:
    return Regions(
        {
            "100000": Region("100000", "全国", "China", Level.NATION, None),
            "140000": Region("140000", "山西省", "Shanxi", Level.PROVINCE, "100000"),
            "140100": Region("140100", "太原市", "Taiyuan", Level.CITY, "140000"),
            "140105": Region("140105", "小店区", "Xiaodian", Level.COUNTY, "140100"),
        }
    )


@pytest.fixture
def load(tmp_path: Path, indicators, regions):
    """Loads the text of a plan file that lies at ``<tmp_path>/plan.yaml``."""

    def load_text(text: str):
        path = tmp_path / "plan.yaml"
        path.write_text(text, encoding="utf-8")
        return load_plan(path, indicators, regions)

    return load_text


@pytest.fixture
def plan(load):
    return load(PLAN)
