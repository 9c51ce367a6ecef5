"""The Word file read back: styles, numbers, tables, the mark on every page, a letterhead kept, the same bytes again."""

from pathlib import Path

import pytest
from docx import Document
from docx.shared import Cm
from openpyxl import load_workbook

from sxresearch.brief.report.blocks import Blank, GeneratedText, ReportContent, ReportTable
from sxresearch.brief.report.excel_report import write_excel_report
from sxresearch.brief.report.report_style import check_template
from sxresearch.brief.report.word_report import write_word_report
from sxresearch.errors import BadParameter

MARK = "演示数据，并非真实统计"


@pytest.fixture(scope="module")
def word(report: ReportContent, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_word_report(report, tmp_path_factory.mktemp("word") / "report.docx")


def by_style(path: Path, style: str) -> list[str]:
    return [block.text for block in Document(str(path)).paragraphs if block.style.name == style]


def test_every_generated_sentence_stands_in_its_style_with_its_number(word: Path, report: ReportContent):
    written = "".join(by_style(word, "自动生成"))
    for item in report.sentences:
        assert f"{item.sentence.text}〔{item.number}〕" in written
    assert len(by_style(word, "自动生成")) == sum(isinstance(block, GeneratedText) for block in report.blocks)


def test_the_numbers_have_a_character_style_of_their_own(word: Path, report: ReportContent):
    runs = [run for block in Document(str(word)).paragraphs for run in block.runs if run.style.name == "句子编号"]
    assert [run.text for run in runs] == [f"〔{item.number}〕" for item in report.sentences]


def test_what_people_write_has_its_own_style(word: Path, report: ReportContent):
    blanks = [block.asked for block in report.blocks if isinstance(block, Blank)]
    assert [text for text in by_style(word, "待填写") if text.startswith("【待填写】")] == [
        f"【待填写】{asked}" for asked in blanks
    ]


def test_the_tables_read_back_are_the_tables_of_the_report(word: Path, report: ReportContent):
    wanted = [block for block in report.blocks if isinstance(block, ReportTable)]
    read = Document(str(word)).tables
    assert len(read) == len(wanted)
    for table, block in zip(read, wanted, strict=True):
        lines = [[cell.text for cell in row.cells] for row in table.rows]
        assert lines[0] == list(block.heads)
        shown = [[cell.text or ("【待填写】" if cell.by_hand else "") for cell in row] for row in block.rows]
        assert lines[1:] == shown


def test_cells_for_people_are_told_apart_from_generated_ones(word: Path):
    styles = {
        cell.paragraphs[0].style.name
        for table in Document(str(word)).tables
        for row in table.rows
        for cell in row.cells
    }
    assert styles == {"自动生成（表内）", "待填写（表内）"}


def test_the_mark_stands_on_every_page(word: Path):
    assert [MARK in section.header.paragraphs[0].text for section in Document(str(word)).sections] == [True]


def test_the_same_report_gives_the_same_bytes(report: ReportContent, word: Path, tmp_path: Path):
    assert write_word_report(report, tmp_path / "again.docx").read_bytes() == word.read_bytes()
    one, two = (write_excel_report(report, tmp_path / name).read_bytes() for name in ("a.xlsx", "b.xlsx"))
    assert one == two


@pytest.fixture
def letterhead(tmp_path: Path) -> Path:
    document = Document()
    document.sections[0].left_margin = Cm(4)
    document.sections[0].header.paragraphs[0].text = "太原市妇女儿童工作委员会"
    document.add_paragraph("封面")
    document.add_paragraph("{{报告}}")
    document.add_paragraph("抄送：省妇儿工委")
    document.save(str(tmp_path / "letterhead.docx"))
    return tmp_path / "letterhead.docx"


def test_a_letterhead_keeps_its_page_and_gets_the_report_in_its_place(
    report: ReportContent, letterhead: Path, tmp_path: Path
):
    document = Document(str(write_word_report(report, tmp_path / "out.docx", letterhead)))
    texts = [block.text for block in document.paragraphs]
    assert texts[0] == "封面"
    assert texts[1] == report.title
    assert texts[-1] == "抄送：省妇儿工委"
    assert "{{报告}}" not in texts
    assert document.sections[0].left_margin == pytest.approx(Cm(4), abs=635)  # Word keeps twips
    heads = [block.text for block in document.sections[0].header.paragraphs]
    assert MARK in heads[0]
    assert heads[1] == "太原市妇女儿童工作委员会"
    assert len(document.tables) == sum(isinstance(block, ReportTable) for block in report.blocks)


def test_a_letterhead_without_a_place_gets_the_report_at_its_end(report: ReportContent, tmp_path: Path):
    plain = Document()
    plain.add_paragraph("封面")
    plain.save(str(tmp_path / "plain.docx"))
    document = Document(str(write_word_report(report, tmp_path / "out.docx", tmp_path / "plain.docx")))
    assert [block.text for block in document.paragraphs][:2] == ["封面", report.title]


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 broken"])
def test_what_is_no_word_document_is_refused_with_a_sentence(content: bytes, tmp_path: Path):
    path = tmp_path / "letterhead.docx"
    path.write_bytes(content)
    with pytest.raises(BadParameter, match=r"另存为 \.docx"):
        check_template(path)
    with pytest.raises(BadParameter, match=r"另存为 \.docx"):
        check_template(tmp_path / "absent.docx")


def test_the_workbook_lists_each_sentence_with_its_rows(report: ReportContent, tmp_path: Path):
    book = load_workbook(write_excel_report(report, tmp_path / "report.xlsx"))
    assert book.sheetnames == ["句子与出处", "评估结果", "待填写"]
    assert MARK in book["句子与出处"]["A1"].value
    rows = list(book["句子与出处"].iter_rows(min_row=3, values_only=True))
    listed = {row[0]: row[2] for row in rows if row[2]}
    assert listed == {item.number: item.sentence.text for item in report.sentences}
    assert {row[0] for row in rows} == set(listed)
    assert len(list(book["待填写"].iter_rows(min_row=3))) == len(report.blanks)
    assert len(list(book["评估结果"].iter_rows(min_row=3))) == len(report.rows)
