"""What each department answers for: its targets in every region, a region's own bureau apart, trouble first."""

from dataclasses import replace

from bs4 import BeautifulSoup

from sxresearch.brief.content.regions.departments import departments_content, duties
from sxresearch.brief.content.regions.region_verdicts import members
from sxresearch.brief.page.department_sections import SECTIONS
from sxresearch.brief.page.section_page import write_sections
from sxresearch.plan.responsibility import Responsibility
from sxresearch.terms import Flag, Language
from tests.brief.conftest import REGION
from tests.brief.several import CODES, DEPARTMENT, make_several

BUREAU = "市教育局"


def two_bureaus():
    """Taiyuan and Datong each have a bureau of their own for one target, both of the same name."""
    inputs, assessment = make_several()
    table = assessment.verdicts
    target = next(name for name in table["target"] if name.endswith(".literacy"))
    own = {(target, region): BUREAU for region in (REGION, "140200")}
    for region in (REGION, "140200"):
        table.loc[(table["target"] == target) & (table["region"] == region), "department"] = BUREAU
    return members(replace(inputs, responsibility=Responsibility(own)), assessment, Language.ZH)


def test_a_department_answers_for_its_targets_in_every_region():
    (duty,) = duties(members(*make_several(), Language.ZH))
    assert duty.department == DEPARTMENT
    assert len(duty.rows) == 3 * len(CODES)
    assert f"在 {len(CODES)} 个地区负责 3 项监测目标，合计 {3 * len(CODES)} 项次" in duty.lead


def test_trouble_comes_first():
    (duty,) = duties(members(*make_several(), Language.ZH))
    order = [Flag.URGENT, Flag.WATCH, Flag.NONE]
    places = [order.index(row.flag) for row in duty.rows]
    assert places == sorted(places)


def test_the_bureaus_of_two_cities_are_two():
    found = {duty.department: duty for duty in duties(two_bureaus())}
    assert f"太原市·{BUREAU}" in found
    assert f"大同市·{BUREAU}" in found
    assert [row.subject.region.code for row in found[f"大同市·{BUREAU}"].rows] == ["140200"]


def test_the_page_leads_from_every_row_to_its_brief(tmp_path):
    content = departments_content(two_bureaus(), len(CODES), {code: f"{code}.html" for code in CODES}, internal=False)
    page = write_sections(content, SECTIONS, tmp_path / "departments.html", movable=True)
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    assert [head.get_text() for head in soup.select("summary h3")] == sorted(
        [DEPARTMENT, f"太原市·{BUREAU}", f"大同市·{BUREAU}"]
    )
    assert {link["href"] for link in soup.select("tbody a")} == {f"{code}.html" for code in CODES}


def test_where_no_department_is_named_there_is_no_page():
    inputs, assessment = make_several()
    assessment.verdicts["department"] = None
    assert departments_content(members(inputs, assessment, Language.ZH), len(CODES), {}, internal=False) is None


def test_the_page_says_which_regions_it_leaves_out(tmp_path):
    shown = members(*make_several(), Language.ZH)
    pages = {}
    for regions in (len(CODES), 301):
        content = departments_content(shown, regions, {}, internal=False)
        page = write_sections(content, SECTIONS, tmp_path / f"{regions}.html", movable=True)
        pages[regions] = page.read_text(encoding="utf-8")
    lead = f"本页只列县级以外的 {len(CODES)} 个地区，项数和预计数也只就这些地区计算"
    assert lead in pages[301]
    assert lead not in pages[len(CODES)]
