"""The parts of the page: numbers in text equal numbers in tables, and names can do no harm."""

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from sxresearch.brief.content.headline import MIME_TYPE
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.page import sections

ALL = tuple(section.make for section in sections.SECTIONS)


def _soup(fragment):
    return BeautifulSoup(fragment.html, "html.parser")


def test_counts_of_the_bar_add_up_to_the_stated_denominator(content):
    shown = [item.get_text() for item in _soup(sections.headline(content)).select(".bar-legend strong")]
    assert sum(map(int, shown)) == content.counts.measurable == 12
    assert f"÷ 监测目标 {content.counts.measurable} 项" in _soup(sections.headline(content)).get_text()


def test_the_first_screen_answers_the_four_questions(content):
    page = _soup(sections.headline(content))
    assert [head.get_text() for head in page.select("h3")] == [
        "预计有多少项难以如期实现？", "哪些最困难？", "研判有多可靠？", "当前应优先推进哪些工作？",
    ]  # fmt: skip
    assert page.select_one(".lead").get_text() == (
        "可评估的 10 项监测目标中，预计约有 6 项（80%预测区间 4—8 项）到 2025 年难以如期实现，"
        "预计达标比例（含较有望）40%。"
    )
    assert [item.get_text() for item in page.select(".hardest strong")] == [
        "伤害死亡率",
        "中重度贫血患病率",
        "孕产妇死亡率（农村）",
    ]
    assert "数据支撑充分的 3 项" in page.select_one(".sure").get_text()
    assert "仍可争取的 2 项" in page.select_one(".do").get_text()  # the gap (41 %) and coverage (24 %)


def test_no_figure_stands_twice_on_the_first_screen_and_no_hash(content):
    page = _soup(sections.headline(content))
    assert content.provenance.identity not in page.get_text()
    said = page.select_one(".answer").get_text()
    counts = content.counts
    once = {
        f"可评估的 {counts.assessable} 项", "约有 6 项", "4—8 项", f"已达标 {counts.met_now} 项",
        f"监测目标 {counts.measurable} 项", f"有数据的 {counts.with_latest} 项", "预计达标比例", "现已达标率",
    }  # fmt: skip
    assert {text: said.count(text) for text in once} == dict.fromkeys(once, 1)
    assert content.provenance.identity in _soup(sections.source_notes(content)).get_text()


def test_the_headline_counts_of_page_and_index_are_the_same(content):
    data = sections.headline(content).data[MIME_TYPE]
    assert data["counts"]["urgent"] == content.counts.urgent == 4
    assert data["synthetic"] is False


def test_each_target_stands_once_in_full_in_the_warning_list_or_in_the_annex(content):
    warned = {
        row["id"]: row.th.contents[0].strip()
        for row in _soup(sections.warning_table(content)).select("table.warnings tbody tr[id]")
    }
    in_full, pointers = [], {}
    for row in _soup(sections.target_tables(content)).select("table.targets tbody tr"):
        link = row.select_one('a[href^="#warning-"]')
        title = row.th.contents[0].strip()
        if link:
            pointers[link["href"][1:]] = title
        else:
            in_full.append(title)
    assert pointers == warned  # each warning is pointed at by its own target
    every = [row.title for row in content.rows if not row.is_checklist]
    assert sorted([*in_full, *warned.values()]) == sorted(every)


def test_charts_stand_once_and_say_what_the_warning_list_says(content):
    warned = {
        row.th.contents[0].strip(): row.b.get_text()
        for row in _soup(sections.warning_table(content)).select("table.warnings tbody tr[id]")
    }
    main, annex = (
        {figure.title.get_text(): figure.desc.get_text() for figure in _soup(part(content)).select("figure.panel svg")}
        for part in (sections.fan_charts, sections.target_tables)
    )
    assert not main.keys() & annex.keys()
    charts = main | annex
    for title, probability in warned.items():
        assert probability == "–" or f"达标概率 {probability}" in charts[title]
    assert set(main) == {"孕产妇死亡率：城市与农村", "孕产妇系统管理率"}  # what can still go either way


def test_a_field_without_numbers_has_its_section_its_goals_and_its_measures(content):
    field = content.fields[0].field
    part = replace(content.fields[0], rows=(), panels=(), charted=(), checklist=content.checklist)
    page = _soup(sections.fan_charts(replace(content, fields=(part, content.fields[1]))))
    text = page.select("section.field")[0].get_text()
    assert content.checklist[0].title in text
    assert all(item.title.zh in text for item in field.measures)


def test_warnings_say_what_they_look_at(content):
    text = _soup(sections.warning_table(content)).get_text()
    assert "连续变差（最近两次变化）" in text and "停滞（近五年平均）" in text


def test_every_table_has_a_caption_and_scoped_heads(content):
    for part in ALL:
        for table in _soup(part(content)).find_all("table"):
            assert table.caption.get_text()
            assert all(head.get("scope") for head in table.find_all("th"))


def test_not_assessable_targets_say_why(content):
    assert "没有数据。" in _soup(sections.target_tables(content)).get_text()


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


def test_readings_stand_below_the_table_of_their_field_once_and_numbered(make_content, monkeypatch):
    monkeypatch.setattr(TargetRow, "readings", ("甲。", "乙。"))
    content = make_content()
    page = _soup(sections.target_tables(content))
    with_table = [part for part in content.fields if part.rows]
    notes = [[note.get_text() for note in below.find_all("span")] for below in page.select("p.readings")]
    assert notes == [["注1 甲。", "注2 乙。"]] * len(with_table)
    for head in page.select("table.targets tbody th"):
        assert [mark.get_text() for mark in head.select("a.note-mark")] == ["注1", "注2"]
    assert all(page.find(id=mark["href"][1:]) for mark in page.select("a.note-mark"))


def test_a_reading_that_the_reason_says_already_is_no_note(make_content, monkeypatch):
    monkeypatch.setattr(TargetRow, "readings", property(lambda row: (row.reason,)))
    content = make_content()
    unassessable = [row for part in content.fields for row in part.rows if not row.is_assessable]
    assert unassessable
    assert all(part.marks(row) == [] for part in content.fields for row in part.rows if not row.is_assessable)
