"""The overview: the counts of every region, summaries with denominators, plots, peers, changes, links."""

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_notebook, new_output

from sxresearch.assessment.stored_verdicts import save_verdicts
from sxresearch.brief.content.regions.overview import SummaryBy, overview_content
from sxresearch.brief.page.export import export_html
from sxresearch.brief.page.overview_sections import ANCHORS, SECTIONS, matrix_part, share
from sxresearch.brief.page.section_page import write_sections
from sxresearch.errors import BadParameter
from sxresearch.language.numbers import MISSING
from tests.brief.several import CODES, DEPARTMENT, FORMULA, HOSTILE, LONG, RARE, make_several


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory):
    inputs, assessment = make_several(synthetic=True)
    earlier = assessment.verdicts.copy()
    hit = earlier["target"].str.endswith("screening")
    earlier.loc[hit, ["p_attain", "status"]] = [0.05, "very_unlikely"]
    path = save_verdicts(earlier, tmp_path_factory.mktemp("earlier") / "verdicts.parquet")
    return overview_content(inputs, assessment, previous=path, briefs="abc")


@pytest.fixture(scope="module")
def soup(content, tmp_path_factory: pytest.TempPathFactory) -> BeautifulSoup:
    page = write_sections(content, SECTIONS, tmp_path_factory.mktemp("overview") / "overview.html", movable=True)
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


def test_the_page_has_its_sections_in_order_under_one_title(soup):
    assert [item.get_text() for item in soup.find_all("h1")] == ["妇女儿童发展规划监测目标总览"]
    assert [item["id"] for item in soup.select("h2[id]")] == list(ANCHORS)
    assert [link["href"] for link in soup.select("nav a")] == [f"#{name}" for name in ANCHORS]


def test_synthetic_figures_are_marked(soup):
    assert "演示数据" in soup.select_one(".mark").get_text()


def test_every_region_leads_to_its_brief_with_its_counts(soup, content):
    rows = soup.select("#overview-answer ~ .scroll tbody tr")
    assert [row.a["href"] for row in rows] == [f"abc/{code}.html" for code in CODES]
    taiyuan = [cell.get_text() for cell in rows[1].find_all("td")]
    counts = content.members[1].counts
    assert taiyuan[1:8] == [
        str(n) for n in (counts.measurable, counts.met, counts.missed, counts.likely, counts.uncertain, counts.unlikely,
                         counts.not_assessable)
    ]  # fmt: skip
    assert taiyuan[8] == "4/10 (40%)"


def test_the_matrix_shows_every_answer_with_its_word(soup):
    table = soup.find(id="matrix")
    assert len(table.tbody.find_all("tr")) == 12
    row = next(row for row in table.tbody.find_all("tr") if row.th.get_text() == "孕产妇死亡率（农村）")
    cell = row.select("td.cell")[1]
    assert cell["title"] == "达标很困难 3%"
    assert cell.get_text(" ", strip=True) == "▼ 达标很困难 3%"
    assert row["data-department"] == DEPARTMENT


def test_a_matrix_too_wide_for_a_page_says_where_the_answers_are(content):
    narrow = content.matrix
    assert not narrow.too_wide
    shown = BeautifulSoup(matrix_part(replace(narrow, most=len(CODES) - 1), {}), "html.parser")
    assert shown.table is None
    assert "verdicts.parquet" in shown.get_text()
    assert str(len(CODES)) in shown.get_text()


def test_summaries_count_each_target_of_each_region_once(content):
    (plan,) = content.summary(SummaryBy.PLAN)
    assert plan.counts["total"] == 12 * len(CODES)
    assert plan.counts["assessable"] == 10 * len(CODES)
    assert [row.name for row in content.summary(SummaryBy.LEVEL)] == ["省", "市"]
    fields = content.summary(SummaryBy.FIELD)
    assert [row.name for row in fields] == ["妇女与健康", "妇女与生活"]
    assert sum(row.counts["total"] for row in fields) == plan.counts["total"]
    departments = {row.name: row.counts["total"] for row in content.summary(SummaryBy.DEPARTMENT)}
    assert departments == {DEPARTMENT: 3 * len(CODES), "（尚未登记责任部门）": 9 * len(CODES)}


def test_a_share_says_its_denominator():
    assert share(33, 56) == "33/56 (59%)"
    assert share(0, 0) == MISSING


def test_plots_say_what_they_show_and_nothing_is_ranked(soup, content):
    names = [plot.ranges for plot in content.intervals]
    assert names
    for ranges in names:  # the order of the region list, whatever the values
        assert [r.region for r in ranges] == ["太原市", "大同市", "阳泉市", "长治市", "晋城市"]
    texts = [item.get_text() for item in soup.select("#overview-spread ~ .panels svg desc")]
    assert any("长治市" in text and "差于 99.8% 界" in text for text in texts)


def test_changes_come_from_the_stored_verdicts_of_the_earlier_run(soup, content):
    assert sum(content.changes.counts.values()) == 12 * len(CODES)
    assert "妇女常见病筛查率" in soup.find(id="overview-changed").find_parent("table").get_text()


def test_without_an_earlier_run_it_says_so(tmp_path: Path):
    page = write_sections(overview_content(*make_several()), SECTIONS, tmp_path / "overview.html", movable=True)
    assert "没有可比的上次运行" in page.read_text(encoding="utf-8")


def test_the_notebook_gives_the_same_page(content, tmp_path: Path):
    outputs = [new_output("execute_result", data=section.make(content)._repr_mimebundle_()) for section in SECTIONS]
    cells = [new_code_cell("shown", outputs=[output], metadata={"tags": ["brief"]}) for output in outputs]
    exported = export_html(new_notebook(cells=cells), tmp_path / "exported.html")
    written = write_sections(content, SECTIONS, tmp_path / "written.html", movable=True)
    assert exported.read_bytes() == written.read_bytes()


def test_a_region_that_was_not_assessed_can_not_be_compared():
    with pytest.raises(BadParameter):
        overview_content(*make_several(), "149999")


def test_what_is_no_verdict_file_is_refused(tmp_path: Path):
    path = tmp_path / "verdicts.parquet"
    path.write_text("no table")
    with pytest.raises(BadParameter):
        overview_content(*make_several(), previous=path)
    with pytest.raises(BadParameter):
        overview_content(*make_several(), previous=tmp_path / "absent.parquet")


@pytest.mark.parametrize("name", [HOSTILE, FORMULA, LONG, RARE])
def test_odd_names_stay_text(name: str, tmp_path: Path):
    inputs, assessment = make_several((name, name, name), name=name, source=name)
    assessment.verdicts["department"] = name
    page = write_sections(overview_content(inputs, assessment), SECTIONS, tmp_path / "odd.html", movable=True)
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    assert len(soup.find_all("script")) == 1
    assert soup.find_all("img") == []
    assert "\u202e" not in page.read_text(encoding="utf-8")


def test_english_is_complete(tmp_path: Path):
    page = write_sections(
        overview_content(*make_several(), lang="en"), SECTIONS, tmp_path / "overview.html", movable=True
    )
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    assert soup.html["lang"] == "en"
    assert soup.h1.get_text() == "Overview of the targets of the women's and children's plans"
