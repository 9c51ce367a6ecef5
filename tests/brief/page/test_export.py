"""The page: one file, no address, the same bytes, marked when synthetic."""

import base64
import hashlib
import re
from itertools import pairwise

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_notebook, new_output

from sxresearch.brief.page import sections
from sxresearch.brief.page.export import SectionsMissing, export_html, page_values, without_addresses
from sxresearch.language import say
from sxresearch.terms import Language

PARTS = tuple(section.make for section in sections.SECTIONS)


def _notebook(content):
    cells = [
        new_code_cell("secret = 1", outputs=[new_output("execute_result", data={"text/html": "<p>hidden table</p>"})])
    ]
    for part in PARTS:
        output = new_output("execute_result", data=part(content)._repr_mimebundle_())
        cells.append(new_code_cell("show()", outputs=[output], metadata={"tags": ["brief"]}))
    return new_notebook(cells=cells)


@pytest.fixture(scope="module")
def synthetic_page(make_content, tmp_path_factory):
    content = make_content(basis="synthetic", source="见 https://example.org/a?b=1 第3页")
    path = export_html(_notebook(content), tmp_path_factory.mktemp("page") / "brief.html")
    return path.read_text(encoding="utf-8")


def test_nothing_in_the_page_points_anywhere(synthetic_page):
    assert "http" not in synthetic_page.replace("http-equiv", "")
    assert "example.org/a?b=1" in synthetic_page
    addresses = re.findall(r'(?:href|src)="([^"#]*)', synthetic_page)
    assert set(addresses) == {""}
    assert "url(data:font/woff2" in synthetic_page


def test_the_policy_forbids_everything_but_what_is_inside(synthetic_page):
    policy = BeautifulSoup(synthetic_page, "html.parser").find("meta", {"http-equiv": "Content-Security-Policy"})[
        "content"
    ]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:")


def test_the_one_script_of_a_page_is_the_one_that_the_policy_names(synthetic_page):
    (script,) = BeautifulSoup(synthetic_page, "html.parser").find_all("script")
    digest = base64.b64encode(hashlib.sha256(script.string.encode()).digest()).decode("ascii")
    assert f"script-src 'sha256-{digest}'" in synthetic_page


def test_code_and_side_tables_stay_out(synthetic_page):
    assert "secret" not in synthetic_page
    assert "hidden table" not in synthetic_page


def test_one_title_ordered_headings_and_language(synthetic_page):
    soup = BeautifulSoup(synthetic_page, "html.parser")
    levels = [int(head.name[1]) for head in soup.find_all(re.compile(r"^h[1-6]$"))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert soup.html["lang"] == "zh-CN"


def test_the_contents_lead_to_the_sections(synthetic_page):
    soup = BeautifulSoup(synthetic_page, "html.parser")
    targets = [link["href"].removeprefix("#") for link in soup.select("nav a")]
    assert targets == list(sections.ANCHORS)
    assert all(soup.find(id=name).name == "h2" for name in targets)
    ids = [item["id"] for item in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_synthetic_pages_are_marked_on_screen_and_on_every_printed_page(synthetic_page):
    soup = BeautifulSoup(synthetic_page, "html.parser")
    assert soup.select_one(".mark").get_text() == "演示数据，并非真实统计 · SYNTHETIC DATA, not real statistics"
    assert '@page { @top-center { content: "演示数据' in synthetic_page
    assert len(soup.select(".mark")) == 1 and ".marked .synthetic-note { display: none; }" in synthetic_page


def test_real_figures_are_not_called_synthetic(content, tmp_path):
    page = export_html(_notebook(content), tmp_path / "brief.html").read_text(encoding="utf-8")
    assert "演示" not in page
    assert "SYNTHETIC" not in page


def test_the_same_notebook_gives_the_same_bytes_from_memory_and_from_a_file(content, tmp_path):
    notebook = _notebook(content)
    nbformat.write(notebook, tmp_path / "brief.ipynb")
    first = export_html(notebook, tmp_path / "a.html").read_bytes()
    assert export_html(tmp_path / "brief.ipynb", tmp_path / "b.html").read_bytes() == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "b.html", "brief.ipynb"]


def test_a_notebook_that_did_not_finish_is_refused_and_nothing_written(tmp_path):
    with pytest.raises(LookupError):
        export_html(new_notebook(), tmp_path / "brief.html")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("place", range(1, len(PARTS)))
def test_with_any_one_cell_deleted_the_page_is_refused_and_its_section_named(place, content, tmp_path):
    notebook = _notebook(content)
    del notebook.cells[1 + place]
    with pytest.raises(SectionsMissing) as raised:
        export_html(notebook, tmp_path / "brief.html")
    (fault,) = raised.value.faults
    assert say(f"brief-{sections.ANCHORS[place]}-heading", Language.ZH) in fault.zh
    assert not list(tmp_path.iterdir())


def test_addresses_lose_their_scheme_only():
    assert without_addresses("见 HTTP://a.cn 和 https://b.cn/x") == "见 a.cn 和 b.cn/x"


def _font(said: str, language: Language) -> str:
    return page_values("", language, [said], synthetic=False)["font"]


def test_chinese_pages_share_one_font_and_english_pages_carry_only_what_they_use():
    assert _font("孕产妇死亡率\n", Language.ZH) == _font("学前教育 ≈", Language.ZH) != _font("鑫", Language.ZH)
    assert len(_font("Taiyuan 太原", Language.EN)) < len(_font("太原", Language.ZH)) / 5
