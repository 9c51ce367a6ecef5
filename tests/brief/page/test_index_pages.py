"""The index links every brief, with the counts of its headline, and names what failed."""

from bs4 import BeautifulSoup

from sxresearch.brief.page.index_pages import Entry, Run, render_index, render_runs
from sxresearch.terms import Language, Level


def _index(content, tmp_path, **changes):
    entries = [
        Entry("140100", "太原市", Level.CITY, file="140100.html", headline={**content.headline, **changes}),
        Entry("140200", "<b>大同市</b>", Level.CITY, cause="找不到数据 <script>"),
    ]
    return BeautifulSoup(
        render_index(entries, tmp_path / "index.html", run="abc123").read_text(encoding="utf-8"), "html.parser"
    )


def test_the_index_links_each_brief_with_its_counts(content, tmp_path):
    row = _index(content, tmp_path).tbody.find_all("tr")[0]
    assert row.a["href"] == "140100.html"
    assert [cell.get_text() for cell in row.find_all("td")] == [
        "市",
        "2023",
        "12",
        "1",
        "2",
        "3",
        "1",
        "3",
        "2",
        "3/12 (25%)",
        "4/10 (40%)",
        "5.9 (4—8)",
        "",
    ]


def test_a_failed_region_says_why_and_links_nowhere(content, tmp_path):
    soup = _index(content, tmp_path)
    row = soup.tbody.find_all("tr")[1]
    assert row.a is None
    assert "<b>大同市</b>" in row.get_text()
    assert "未完成：找不到数据 <script>" in row.get_text()
    assert len(soup.find_all("script")) == 1
    assert "有 1 个地区没有完成" in soup.get_text()


def test_a_synthetic_brief_marks_the_index(content, tmp_path):
    assert _index(content, tmp_path).select_one(".mark") is None
    marked = _index(content, tmp_path, synthetic=True)
    assert marked.select_one(".mark")
    assert "演示数据" in marked.tbody.get_text()


def test_the_page_over_all_runs_links_each_run(tmp_path):
    runs = [Run("abc", "abc/index.html", 12, 1, True), Run("def", "def/index.html", 3, 0, False)]
    page = render_runs(runs, tmp_path / "runs.html", language=Language.EN)
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    assert [link["href"] for link in soup.tbody.find_all("a")] == ["abc/index.html", "def/index.html"]
    assert soup.html["lang"] == "en"
    assert soup.h1.get_text() == "All runs"
