"""The Word file: real headings and tables, described pictures, the mark on every page, the same bytes again."""

import io
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from sxresearch.brief.content.pack import department_pack, family_pack, region_pack
from sxresearch.brief.office.word import write_word
from sxresearch.errors import BadParameter
from tests.brief.conftest import REGION, make_assessment, make_inputs
from tests.brief.several import DEPARTMENT, FORMULA, HOSTILE, LONG, PROVINCE, RARE, make_several


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pack = region_pack(make_inputs(basis="synthetic"), make_assessment(synthetic=True), REGION)
    return write_word(pack, tmp_path_factory.mktemp("word") / "one.docx")


def headings(path: Path) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in Document(str(path)).paragraphs if p.style.name.startswith("Heading")]


def table_after(path: Path, caption: str) -> list[list[str]]:
    """The texts of the first table whose caption begins so."""
    document = Document(str(path))
    for table in document.tables:
        before = table._tbl.getprevious()
        if before is not None and "".join(t.text or "" for t in before.iter(qn("w:t"))).startswith(caption):
            return [[cell.text for cell in row.cells] for row in table.rows]
    raise LookupError(caption)


def test_the_chapters_stand_in_the_order_of_an_evaluation_report(one: Path):
    first = [text for style, text in headings(one) if style == "Heading 1"]
    assert first == [
        "一、摘要", "二、评估过程与数据", "三、监测目标概况", "四、各领域完成情况与措施", "五、主要问题与预警",
        "六、缺项数据与疑点", "七、对策建议", "附录",
    ]  # fmt: skip


def test_no_heading_skips_a_level(one: Path):
    levels = [int(style.removeprefix("Heading ")) for style, _ in headings(one)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_repeats_its_head_and_says_what_it_is(one: Path):
    tables = Document(str(one)).tables
    assert len(tables) > 10
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None


def test_every_chart_is_a_picture_of_200_dots_per_inch_with_its_finding(one: Path):
    document = Document(str(one))
    texts = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert len(texts) == 11
    assert all("研判：" in text for text in texts)
    with zipfile.ZipFile(one) as archive:
        pictures = [archive.read(name) for name in archive.namelist() if name.endswith(".png")]
    widths = {Image.open(io.BytesIO(picture)).size[0] for picture in pictures}
    assert widths == {round(8.7 / 2.54 * 200)}


def test_the_mark_of_synthetic_figures_is_on_every_page_and_only_on_theirs(one: Path, tmp_path: Path):
    assert "演示数据" in Document(str(one)).sections[0].header.paragraphs[0].text
    real = write_word(region_pack(make_inputs(), make_assessment(), REGION), tmp_path / "real.docx")
    assert Document(str(real)).sections[0].header.paragraphs[0].text == ""


def test_chinese_fonts_are_named_with_what_may_replace_them(one: Path):
    with zipfile.ZipFile(one) as archive:
        fonts, styles = archive.read("word/fontTable.xml").decode(), archive.read("word/styles.xml").decode()
    assert 'w:name="宋体"><w:altName w:val="SimSun' in fonts
    assert 'w:eastAsia="宋体"' in styles
    assert 'w:eastAsia="黑体"' in styles


def test_the_same_pack_gives_the_same_bytes(one: Path, tmp_path: Path):
    pack = region_pack(make_inputs(basis="synthetic"), make_assessment(synthetic=True), REGION)
    assert write_word(pack, tmp_path / "again.docx").read_bytes() == one.read_bytes()


def test_warned_targets_come_with_what_would_have_to_happen_and_the_plans_measures(one: Path):
    rows = table_after(one, "预警目标达标所需的变化")
    assert len(rows) == 1 + 6
    maternal = next(row for row in rows if row[1] == "孕产妇死亡率（农村）")
    assert "今后每年须下降" in maternal[2]
    assert maternal[3] == "1 完善妇幼服务网络"
    assert maternal[4] == "卫生健康委"


def test_the_province_comes_with_its_cities_and_their_matrix(tmp_path: Path):
    path = write_word(family_pack(*make_several(), PROVINCE), tmp_path / "family.docx")
    counts = table_after(path, "监测目标按研判等级的项数")
    assert [row[0] for row in counts[1:]] == ["山西省", "太原市", "大同市", "阳泉市", "长治市", "晋城市"]
    matrix = table_after(path, "妇女与健康")
    assert matrix[0][1:] == ["山西省", "太原市", "大同市", "阳泉市", "长治市", "晋城市"]
    assert next(row for row in matrix if row[0] == "孕产妇死亡率（农村）")[2] == "▼"


def test_a_department_gets_its_own_targets_in_every_region(tmp_path: Path):
    path = write_word(department_pack(*make_several(), DEPARTMENT), tmp_path / "department.docx")
    rows = table_after(path, "妇女与健康：")
    assert {row[2] for row in rows[1:]} == {"孕产妇死亡率（农村）", "妇女常见病筛查率", "孕产妇死亡率：城市与农村"}
    assert len(rows) == 1 + 3 * 6


def test_an_unknown_department_is_refused_with_those_that_are_known():
    with pytest.raises(BadParameter, match=DEPARTMENT):
        department_pack(*make_several(), "没有的部门")


@pytest.mark.parametrize("name", [HOSTILE, FORMULA, LONG, RARE])
def test_odd_names_and_sources_break_nothing(name: str, tmp_path: Path):
    inputs = make_inputs(name=name, region=name, source=name)
    path = write_word(region_pack(inputs, make_assessment(), REGION), tmp_path / "odd.docx")
    text = "\n".join(p.text for p in Document(str(path)).paragraphs)
    assert name[:2] in text
    assert "\u202e" not in text
    assert "\u0007" not in text


def test_english_is_complete(tmp_path: Path):
    path = write_word(region_pack(make_inputs(), make_assessment(), REGION, "en"), tmp_path / "en.docx")
    assert headings(path)[0][1] == "1 Summary"
    assert "Proposals" in [text.removeprefix("7 ") for _, text in headings(path)]
