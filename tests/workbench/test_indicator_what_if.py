"""What if, in the notebook on one indicator: the same chances as the assessment, in a table and in a chart."""

import re

import pytest

import sxresearch as sx
from sxresearch.assessment.assess import assess
from sxresearch.assessment.verdict import Details
from sxresearch.assessment.what_if import Scenario
from sxresearch.language.numbers import percent
from sxresearch.workbench.indicator_content import IndicatorContent
from tests.workbench.conftest import CITIES
from tests.workbench.test_indicator_sections import text

WORDS = {
    Scenario.STAYS: "维持现状",
    Scenario.OWN: "本地区近年速度",
    Scenario.BEST_PEER: "同级最快速度",
    Scenario.REQUIRED: "所需速度",
}


@pytest.fixture(scope="module")
def content(ten_cities) -> IndicatorContent:
    return sx.indicator_content(ten_cities, "first", "total", CITIES[0])


def test_every_path_has_the_chance_that_the_assessment_gives(content: IndicatorContent, ten_cities):
    known = assess(ten_cities, CITIES, details=Details.ALL).of_region(CITIES[0]).scenarios
    shown = text(sx.indicator_what_if(content))
    assert len(known) >= 3
    for row in known.itertuples():
        chance = percent(min(max(row.p, 1e-9), 1 - 1e-9))
        assert re.search(rf"{WORDS[Scenario(row.scenario)]}[^%]*{re.escape(chance)}", shown), (row, shown)


def test_the_chart_shows_each_path_and_the_latest_figure_and_target_year(content: IndicatorContent):
    (svg,) = re.findall(r"<svg.*?</svg>", sx.indicator_what_if(content).html, re.DOTALL)
    (finding,) = re.findall(r"<desc[^>]*>(.*?)</desc>", svg, re.DOTALL)
    paths = content.verdicts[0].subject.assessment.scenarios
    drawn = set(paths["scenario"])
    assert all((WORDS[name] in finding) == (name.value in drawn) for name in Scenario)
    assert ">2023<" in svg and ">2025<" in svg


def test_the_last_line_is_what_the_model_expects(content: IndicatorContent):
    mine = next(member for member in content.verdicts if member.region.code == CITIES[0])
    words = text(sx.indicator_what_if(content)).split()
    assert words[-4:] == ["模型预测（不作假设）", "–", "–", mine.rows[0].probability]


def test_what_no_target_asks_for_has_no_paths(ten_cities):
    found = sx.indicator_content(ten_cities, "first", "urban", CITIES[0])
    assert "没有对这个指标和分组提出监测目标" in text(sx.indicator_what_if(found))


def test_what_is_decided_has_no_paths(ten_cities):
    found = sx.indicator_content(ten_cities, "first", "total", CITIES[0], target_year=2022)
    assert "没有能按速度测算的监测目标" in text(sx.indicator_what_if(found))
