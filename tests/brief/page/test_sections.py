"""The parts of the page: numbers in text equal numbers in tables, and names can do no harm."""

import re

import pytest
from bs4 import BeautifulSoup

from sxresearch.brief.content.headline import MIME_TYPE
from sxresearch.brief.content.target_rows import TargetRow
from sxresearch.brief.page import sections

ALL = tuple(section.make for section in sections.SECTIONS)


def _soup(fragment):
    return BeautifulSoup(fragment.html, "html.parser")


def test_counts_of_the_bar_add_up_to_the_stated_denominator(content):
    shown = [item.get_text() for item in _soup(sections.headline(content)).select(".bar-legend strong")]
    numbers = [tuple(map(int, re.findall(r"\d+", text)[:2])) for text in shown]
    assert {of for _, of in numbers} == {content.counts.measurable}
    assert sum(number for number, _ in numbers) == content.counts.measurable


def test_the_first_screen_answers_the_four_questions(content):
    text = _soup(sections.headline(content)).get_text()
    assert "可评估的 10 项指标任务中，预计约有 6 项到 2025 年达不到目标（有 80% 的可能在 4 到 8 项之间）。" in text
    assert "概率相加为 5.9" in text
    answers = [item.get_text() for item in _soup(sections.headline(content)).select(".big")]
    assert answers == ["约 6 项", "伤害死亡率", "7 项中 3 项证据充分", "紧急 4 项、关注 2 项"]


def test_the_headline_counts_of_page_and_index_are_the_same(content):
    data = sections.headline(content).data[MIME_TYPE]
    assert data["counts"]["urgent"] == content.counts.urgent == 4
    assert data["synthetic"] is False


def test_warning_table_field_tables_and_charts_show_the_same_numbers(content):
    warned = {
        row.th.contents[0]: row.b.get_text()
        for row in _soup(sections.warning_table(content)).select("table.warnings tbody tr:has(th)")
    }
    fields = _soup(sections.fan_charts(content))
    listed = {}
    for row in fields.select("table.targets tbody tr"):
        cells = row.find_all(["td", "th"])
        listed[cells[1].contents[0].strip()] = cells[5].get_text()
    assert len(warned) == len(content.alerts)
    assert {title: listed[title] for title in warned} == warned
    charts = {figure.title.get_text(): figure.desc.get_text() for figure in fields.select("figure.panel svg")}
    for title, probability in warned.items():
        assert probability == "–" or f"达标概率 {probability}" in charts[title]


def test_every_table_has_a_caption_and_scoped_heads(content):
    for part in ALL:
        for table in _soup(part(content)).find_all("table"):
            assert table.caption.get_text()
            assert all(head.get("scope") for head in table.find_all("th"))


def test_not_assessable_targets_say_why(content):
    assert "没有数据。" in _soup(sections.fan_charts(content)).get_text()


def test_names_from_data_are_shown_as_text(make_content):
    evil = "<script>alert(1)</script>"
    content = make_content(name=evil, region=f"{evil}市", source=f"{evil}\"'")
    for part in ALL:
        soup = _soup(part(content))
        assert not soup.find_all("script")
    assert evil in _soup(sections.warning_table(content)).get_text()
    assert evil in _soup(sections.headline(content)).h1.get_text()
    assert evil in _soup(sections.source_notes(content)).get_text()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_synthetic_figures_are_marked_in_the_first_part(make_content, lang):
    text = _soup(sections.headline(make_content(lang, basis="synthetic"))).get_text()
    assert {"zh": "演示数据", "en": "SYNTHETIC"}[lang] in text


def test_english_holds_no_chinese_but_the_data(make_content):
    text = "".join(
        _soup(part(make_content("en"))).get_text()
        for part in (sections.headline, sections.gap_table, sections.method_notes)
    )
    assert not re.search(r"[\u4e00-\u9fff]", text)


def test_readings_stand_below_the_table_of_their_field_once_and_numbered(content, monkeypatch):
    monkeypatch.setattr(TargetRow, "readings", ("甲。", "乙。"))
    page = _soup(sections.fan_charts(content))
    with_table = [part for part in content.fields if part.rows]
    notes = [[note.get_text() for note in below.find_all("span")] for below in page.select("p.readings")]
    assert notes == [["1 甲。", "2 乙。"]] * len(with_table)
    for head in page.select("table.targets tbody th"):
        assert [mark.get_text() for mark in head.select("a.note-mark")] == ["1", "2"]
    assert all(page.find(id=mark["href"][1:]) for mark in page.select("a.note-mark"))


def test_a_reading_that_the_reason_says_already_is_no_note(content, monkeypatch):
    monkeypatch.setattr(TargetRow, "readings", property(lambda row: (row.reason,)))
    unassessable = [row for part in content.fields for row in part.rows if not row.is_assessable]
    assert unassessable
    assert all(part.marks(row) == [] for part in content.fields for row in part.rows if not row.is_assessable)
