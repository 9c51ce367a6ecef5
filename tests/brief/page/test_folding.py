"""Sections that fold: the heading is the handle, nothing is lost."""

import pytest
from bs4 import BeautifulSoup

from sxresearch.brief.page import sections
from sxresearch.brief.page.folding import folded

SECTION = '<section aria-labelledby="a">\n<h2 id="a">甲</h2>\n<section><h3>乙</h3></section>\n<p>丙</p>\n</section>\n'


def test_a_main_section_is_open_and_an_annex_closed():
    main = BeautifulSoup(folded(SECTION, annex=False), "html.parser").section
    annex = BeautifulSoup(folded(SECTION, annex=True), "html.parser").section
    assert main.details.has_attr("open") and not annex.details.has_attr("open")
    assert annex["class"] == ["annex"] and not main.has_attr("class")
    for section in (main, annex):
        assert section.details.summary.h2["id"] == "a"
        assert section.details.p.get_text() == "丙"
        assert section.details.section.h3.get_text() == "乙"


def test_a_section_with_a_class_keeps_it():
    made = folded(SECTION.replace("<section aria", '<section class="sources" aria', 1), annex=True)
    assert BeautifulSoup(made, "html.parser").section["class"] == ["annex", "sources"]


@pytest.mark.parametrize(
    "html", ["<p>甲</p>", '<header></header><section><h2 id="a">甲</h2></section>', f"{SECTION}<p>丁</p>"]
)
def test_what_is_no_section_with_a_heading_stays_as_it_is(html: str):
    assert folded(html, annex=False) == html


def test_every_section_of_the_brief_but_the_answer_folds(content):
    for section in sections.SECTIONS[1:]:
        html = section.make(content).html
        assert (
            BeautifulSoup(folded(html, annex=section.annex), "html.parser").find(id=section.anchor).parent.name
            == "summary"
        )
