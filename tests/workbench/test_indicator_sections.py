"""The notebook on one indicator: what its sections show of a small world whose figures are known."""

import re

import pytest

import sxresearch as sx
from sxresearch.errors import BadParameter
from sxresearch.workbench import indicator_sections
from sxresearch.workbench.indicator_content import COMBINED, NAIVE, UNDERLYING, IndicatorContent
from tests.workbench.conftest import CITIES

SECTIONS = [name for name in sx.__all__ if name.startswith("indicator_") and hasattr(indicator_sections, name)]


@pytest.fixture(scope="module")
def content(ten_cities) -> IndicatorContent:
    return sx.indicator_content(ten_cities, "first", "total", CITIES[0])


def text(fragment) -> str:
    return re.sub(r"<[^>]+>|\s+", " ", re.sub(r"<svg.*?</svg>", "", fragment.html, flags=re.DOTALL))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", SECTIONS)
@pytest.mark.filterwarnings("ignore:omni_normtest", "ignore:kurtosistest")
def test_a_section_speaks_and_shows_no_id(name: str, lang: str, ten_cities):
    found = sx.indicator_content(ten_cities, "first", "total", CITIES[0], lang=lang)
    shown = text(getattr(sx, name)(found))
    assert len(shown.strip()) > 10
    assert not re.search(r"\b(at_most|not_assessable|rather_likely|per_100k|maternal_)\b", shown)


def test_the_target_is_told(content: IndicatorContent):
    assert "12.5" in text(sx.indicator_targets(content))
    assert "死亡数" in text(sx.indicator_targets(content))


def test_rows_stand_with_their_source(content: IndicatorContent):
    shown = text(sx.indicator_rows(content))
    assert shown.count(" case ") >= 24  # 12 years in two groups
    assert "共" not in shown


def test_the_brief_s_projection_stands_first_among_the_models(content: IndicatorContent):
    assert list(content.combined) in ([COMBINED, NAIVE], [COMBINED, UNDERLYING, NAIVE])
    verdict = content.verdicts[0].rows[0].row
    combined = content.combined[COMBINED]
    assert combined.median[-1] == pytest.approx(verdict.projected)
    assert (combined.lower80[-1], combined.upper80[-1]) == pytest.approx((verdict.lower80, verdict.upper80))


def test_the_models_stand_beside_it(content: IndicatorContent):
    shown = text(sx.indicator_models(content))
    for name in ("综合预测", "直线（最小二乘）", "随机游走加漂移", "泊松回归（实际水平）"):
        assert name in shown
    assert "OLS Regression Results" in sx.indicator_summaries(content).html


def test_a_summary_says_nothing_of_the_hour(content: IndicatorContent):
    html = sx.indicator_summaries(content).html
    assert "Log-Likelihood" in html
    assert not re.search(r"^(Date|Time):", html, re.MULTILINE)


def test_peers_are_those_of_the_level(content: IndicatorContent):
    assert content.peers == CITIES
    assert "<svg" in sx.indicator_peers(content).html


@pytest.mark.parametrize("asked", ["first", "指标first", "Indicator first"])
def test_an_indicator_may_be_called_by_its_name(asked: str, ten_cities):
    assert sx.indicator_content(ten_cities, asked, "total", CITIES[0]).indicator.id == "first"


def test_an_unknown_indicator_is_a_sentence_with_the_nearest_names(ten_cities):
    with pytest.raises(BadParameter, match="first"):
        sx.indicator_content(ten_cities, "frist", "total", CITIES[0])


def test_a_group_that_no_target_asks_for_is_said(ten_cities):
    found = sx.indicator_content(ten_cities, "first", "urban", CITIES[0])
    assert "没有对这个指标和分组提出监测目标" in text(sx.indicator_verdicts(found))
    assert "<svg" in sx.indicator_models(found).html


def test_a_group_without_figures_is_said(ten_cities):
    found = sx.indicator_content(ten_cities, "first", "rural", CITIES[0])
    for section in (sx.indicator_scale, sx.indicator_models, sx.indicator_summaries, sx.indicator_residuals):
        assert "没有可供估计的数" in text(section(found))
