"""The record beside the probabilities: its words are its numbers, and what it does to a brief."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from bs4 import BeautifulSoup

import sxresearch as sx
from sxresearch.assessment.inputs import load_inputs
from sxresearch.assessment.track_record.record import TrackRecord, summarise
from sxresearch.brief.content import panel_record as panel_records
from sxresearch.brief.content.panel_record import panel_record, record_text
from sxresearch.brief.page import sections
from sxresearch.errors import BadParameter
from sxresearch.terms import Language
from tests.assessment.small_world import small_world
from tests.assessment.track_record.test_past_targets import SHARE, TARGET
from tests.brief.conftest import REGION, make_assessment, make_inputs

NATION = "100000"


def make_record(*, years: int = 5, flip: bool = False, synthetic: bool = False) -> TrackRecord:
    """Twenty cases a year: said .9, .8, .5, .1 five times each, met 5, 4, 2, 0 times; ``flip`` turns it round."""
    said = np.repeat([0.9, 0.8, 0.5, 0.1], 5)
    came = np.array([1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    cases = pd.DataFrame({"origin": np.repeat(np.arange(2010, 2010 + years), 20), "horizon": 1})
    cases = cases.assign(indicator="a", group="total", region="140100")
    cases = cases.assign(outcome=np.tile(1 - came if flip else came, years), ours=np.tile(said, years))
    others = dict.fromkeys(("naive_walk", "growth_rate", "weighted_line", "grey_model"), 0.5)
    coverage = pd.DataFrame({"origin": 2010, "horizon": [1, 1, 1, 2], "covered50": 1, "covered80": [1, 1, 1, 0]})
    return summarise(cases.assign(**others), coverage.assign(covered95=1), synthetic=synthetic)


def test_the_first_screen_says_how_often_the_two_clear_answers_came_true():
    record = make_record()
    # worked by hand: of 10 with P ≥ .66 a year 9 are met, of 5 with P < .33 none
    assert record_text(record, Language.ZH).first_screen.startswith(
        "同级地区过去 100 次研判中，研判为“达标困难”的，后来有 100% 确实没有达标；"
        "研判为“有望达标”或“较有望”的，后来有 90% 达标。"
    )


@pytest.mark.parametrize(
    ("low", "high", "says"),
    [(0.0, 0.33, "没有研判为“有望达标”"), (0.66, 1.01, "没有研判为“达标困难”的"), (0.33, 0.66, "均为“难以判断”")],
)
def test_an_answer_that_was_never_given_has_no_share(low: float, high: float, says: str):
    record = make_record(years=9)
    cases = record.cases[(record.cases["ours"] >= low) & (record.cases["ours"] < high)]
    text = record_text(replace(record, cases=cases), Language.ZH).first_screen
    assert says in text and "–" not in text


def test_the_method_gives_score_and_coverage():
    text = "".join(record_text(make_record(), Language.ZH).sentences)
    assert "80%预测区间实际包含了后来数值的 75%" in text  # 3 of 4 figures lie inside
    loss = (5 * 0.1**2 + 4 * 0.2**2 + 0.8**2 + 5 * 0.5**2 + 5 * 0.1**2) / 20
    said = re.search(r"本方法 ([\d.]+)，对照模型（维持现状）0\.250", text)
    assert float(said[1]) == pytest.approx(loss, abs=0.00051)


def test_calibration_is_given_in_the_bands_of_the_headline():
    rows = [(band.cases, band.said, band.happened) for band in record_text(make_record(), Language.EN).bands]
    assert rows == [("50", "85%", "90%"), ("25", "50%", "40%"), ("25", "10%", "0%")]


def test_a_short_record_says_that_it_is_short_and_nothing_else():
    record = make_record(years=1)
    assert record.too_short
    text = record_text(record, Language.ZH)
    assert text.sentences == (
        "样本太少，尚不能检验：同级地区过去可以核对的研判只有 20 次（1 个年份），至少要有 30 次、4 个年份。"
        "概率是有依据的估计，不是保证。",
    )
    assert text.bands == ()


def test_a_synthetic_record_says_that_it_proves_nothing():
    assert "演示数据" in record_text(make_record(synthetic=True), Language.ZH).sentences[-1]
    assert not any("演示数据" in sentence for sentence in record_text(make_record(), Language.ZH).sentences)


def page_text(part, content) -> str:
    return BeautifulSoup(part(content).html, "html.parser").get_text()


def test_the_brief_shows_the_record_beside_the_answer_and_in_the_method():
    content = sx.brief_content(make_inputs(), make_assessment(), REGION, "zh", make_record())
    assert "过去 100 次研判中" in page_text(sections.headline, content)
    method = page_text(sections.method_notes, content)
    assert "尚未用本地区过去的目标检验" not in method
    assert "预测概率与实际结果对照" in method


def test_a_brief_without_a_record_says_so(content):
    assert "尚未用本地区过去的目标检验" in page_text(sections.method_notes, content)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_poor_record_takes_every_probability_from_the_brief(lang: str):
    record = make_record(flip=True)
    assert record.withhold
    content = sx.brief_content(make_inputs(), make_assessment(), REGION, lang, record)
    assert all(row.p is None for row in content.rows)
    assert all(item.target.flag == "watch" for item in content.alerts if not item.target.is_assessable)
    assert content.counts.not_assessable == 9  # two without data or value, seven that had a probability
    assert {item.target.status.value for item in content.alerts} == {"missed", "not_assessable"}
    fields = page_text(sections.warning_table, content) + page_text(sections.target_tables, content)
    assert not re.search(r"达标概率 \d", fields)
    assert {"zh": "回溯检验表明", "en": "less accurate than the yardstick"}[lang] in fields
    assert {"zh": "回溯检验不合格", "en": "The track record is not good enough"}[lang] in page_text(
        sections.headline, content
    )


def test_the_record_of_the_nation_rests_on_its_printed_figures_alone():
    inputs = load_inputs()
    record = panel_record(inputs, NATION)
    assert set(record.cases["region"]) == {NATION}
    assert not record.synthetic


@pytest.mark.parametrize("says_withhold", [True, False])
def test_a_brief_writes_down_whether_it_withheld_probabilities(says_withhold: bool):
    record = replace(make_record(), withhold=says_withhold)
    content = sx.brief_content(make_inputs(), make_assessment(), REGION, "zh", record)
    assert content.headline["withheld"] is says_withhold
    assert sx.brief_content(make_inputs(), make_assessment(), REGION, "zh").headline["withheld"] is False


@pytest.mark.parametrize("draw", [sx.reliability_diagram, sx.coverage_chart, sx.brier_chart])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pictures_have_a_title_a_finding_and_the_same_bytes(draw, lang: str):
    record = make_record()
    html = draw(record, lang).html
    assert html == draw(record, lang).html
    drawing = BeautifulSoup(html, "html.parser").svg
    assert drawing["role"] == "img"
    assert "100" in drawing.desc.get_text()


def test_the_alarm_chart_counts_at_the_levels_asked_for():
    html = sx.alarm_chart(make_record(), [0.3, 0.85], "en").html
    shown = re.findall(r">(\d+)</text>", html)
    # 45 of 100 missed; below 30 %: 25 warned, all hits, 20 not warned of; below 85 %: 75 warned, 45 hits, 30 false
    assert {"25", "20", "45", "30"} <= set(shown)


def test_synthetic_pictures_are_marked():
    assert "SYNTHETIC" in sx.brier_chart(make_record(synthetic=True), "en").html
    assert "SYNTHETIC" not in sx.brier_chart(make_record(), "en").html


def test_without_any_case_the_pictures_say_so():
    record = make_record()
    empty = summarise(record.cases.iloc[:0].drop(columns="base_rate"), record.coverage.iloc[:0].assign(origin=1))
    assert "没有可以核对的研判" in sx.reliability_diagram(empty).html


def test_a_language_we_do_not_speak_is_refused():
    with pytest.raises(BadParameter):
        sx.brier_chart(make_record(), "fr")


@pytest.mark.parametrize("says_withhold", [True, False])
def test_regions_judged_for_a_file_have_no_probability_that_their_brief_withholds(says_withhold: bool, monkeypatch):
    """Packs, evaluation reports, judgements and action lists are made from these."""
    record = replace(make_record(), withhold=says_withhold)
    monkeypatch.setattr(panel_records, "panel_record", lambda *_: record)
    series = {"140100": {"total": {year: 80.0 + year - 2010 for year in range(2010, 2024)}}}
    inputs = small_world(indicator=SHARE, target=TARGET, series=series)
    found = panel_records.assessed_regions(inputs, ["140100"])
    assert found.assessment.verdicts["p_attain"].isna().all() == says_withhold
    assert found.records == {"140100": record}
