"""The answer first: counts that add up, and a headline that other programs can read."""

from dataclasses import replace

import pytest

from sxresearch.brief.content.headline import MIME_TYPE, answer_text, count, ranged, rates_text, read_headline
from sxresearch.terms import Language, Status


def test_every_measurable_target_is_in_exactly_one_count(content):
    counts = content.counts
    parts = (counts.met, counts.missed, counts.likely, counts.uncertain, counts.unlikely, counts.not_assessable)
    assert parts == (1, 2, 3, 1, 3, 2)  # as listed in TARGETS of conftest
    assert sum(parts) == counts.measurable == 12


def test_checklist_items_are_counted_apart(content):
    assert content.counts.qualitative == 1
    assert [row.is_checklist for row in content.rows].count(True) == 1


def test_expected_misses_is_the_sum_of_the_chances_of_missing_and_the_decided_misses(content):
    chances = (0.955, 0.032, 0.71, 0.41, 0.24, 0.12, 0.67)
    assert content.counts.expected_misses == pytest.approx(2 + sum(1 - p for p in chances))


def test_the_range_holds_the_expected_number_and_is_said_in_the_answer(content):
    counts = content.counts
    assert (counts.misses_low, counts.misses_high) == (4, 8)  # as on the page; two of them are decided
    assert "约有 6 项（80%预测区间 4—8 项）到 2025 年难以如期实现" in answer_text(counts, content.years, Language.ZH)
    assert "about 6 (80% prediction interval 4–8)" in answer_text(counts, content.years, Language.EN)


def test_no_range_where_all_is_decided_and_a_sure_one_in_words(content):
    decided = replace(content.counts, likely=0, uncertain=0, unlikely=0, not_assessable=9)
    assert answer_text(decided, content.years, Language.ZH).endswith("结果均已确定，6 项未达标。")
    sure = replace(content.counts, misses_low=6, misses_high=6)
    assert "约有 6 项（可能性超过 80%）" in answer_text(sure, content.years, Language.ZH)


@pytest.mark.parametrize(
    ("none", "of", "leads"),
    [(4, 12, ""), (5, 12, "超过三分之一"), (6, 12, "超过三分之一"), (7, 12, "超过一半"), (8, 12, "超过一半"),
     (9, 12, "超过三分之二"), (12, 12, "现有数据尚不足以评估")],
)  # fmt: skip
def test_the_sentence_leads_with_what_cannot_be_assessed_beyond_a_third(content, none: int, of: int, leads: str):
    counts = replace(content.counts, measurable=of, not_assessable=none)
    text = answer_text(counts, content.years, Language.ZH)
    assert text.startswith(leads or "可评估的 8 项")


def test_both_rates_come_with_their_denominators(content):
    counts = replace(content.counts, nearly_met=2)
    assert rates_text(counts, Language.ZH) == (
        "按最新数据，现已达标率 25%（已达标 3 项 ÷ 监测目标 12 项；只计有数据的 10 项为 30%）。"
        "另有 2 项基本达到（从基期到目标已完成 95% 以上），未计入。"
    )
    assert "基本达到" not in rates_text(content.counts, Language.ZH)
    assert answer_text(counts, content.years, Language.ZH).startswith("可评估的 10 项")
    assert "预计达标比例（含较有望）40%" in answer_text(counts, content.years, Language.ZH)  # 1 + 3 of 10


def test_a_run_of_an_earlier_version_has_no_range():
    assert ranged(2.25, None, None, Language.ZH) == "2.2"
    assert ranged(2.25, 1, 4, Language.ZH) == "2.2 (1—4)"
    assert ranged(2.25, 1, 4, Language.EN) == "2.2 (1–4)"


def test_met_now_has_its_own_denominator(content):
    assert (content.counts.met_now, content.counts.with_latest) == (3, 10)


def test_evidence_of_open_judgements_adds_up(content):
    counts = content.counts
    open_judgements = counts.assessable - counts.decided
    assert counts.sure_full + counts.sure_medium + counts.sure_low == open_judgements == 7


def test_nothing_to_count_gives_zeros():
    assert count([]).measurable == 0
    assert count([]).expected_misses == 0


def test_a_headline_is_found_in_the_notebook_that_shows_it(content):
    notebook = {"cells": [{"cell_type": "markdown"}, {"outputs": [{"data": {MIME_TYPE: content.headline}}]}]}
    found = read_headline(notebook)
    assert found["region"] == "140100"
    assert found["counts"]["measurable"] == 12


def test_a_notebook_without_headline_was_not_finished():
    with pytest.raises(LookupError, match="headline"):
        read_headline({"cells": [{"outputs": []}]})


def test_every_status_has_its_own_shape(content):
    shapes = {row.status: row.symbol for row in content.rows}
    assert set(shapes) == set(Status)
    assert len(set(shapes.values())) == len(shapes)
