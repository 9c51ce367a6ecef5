"""The workbook: typed cells, filters, frozen heads, no formula anywhere, and the figures of brief and report."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from sxresearch.brief.content.pack import Pack, department_pack, family_pack, region_pack
from sxresearch.brief.office.excel import write_excel
from sxresearch.brief.office.excel_lists import region_lines
from sxresearch.brief.office.word import write_word
from sxresearch.brief.page.brief_page import write_brief
from sxresearch.language.numbers import figure
from sxresearch.office_files import neutralised
from tests.brief.conftest import REGION, make_assessment, make_inputs
from tests.brief.several import CODES, DEPARTMENT, FORMULA, HOSTILE, LONG, PROVINCE, RARE, make_several


@pytest.fixture(scope="module")
def pack() -> Pack:
    return region_pack(make_inputs(basis="synthetic"), make_assessment(synthetic=True), REGION)


@pytest.fixture(scope="module")
def path(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_excel(pack, tmp_path_factory.mktemp("excel") / "one.xlsx")


def records(path: Path, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet by the names of its head, which stands below the mark of synthetic figures."""
    rows = list(load_workbook(path)[sheet].iter_rows(values_only=True))
    head = 1 if rows[0][0] and "SYNTHETIC" in str(rows[0][0]) else 0
    return [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :]]


def test_the_sheets_of_a_region(path: Path):
    book = load_workbook(path)
    assert book.sheetnames == ["一页摘要", "说明与出处", "评估结果", "预警清单", "妇女与健康", "妇女与生活", "监测数据"]


def test_every_sheet_is_marked_frozen_and_filtered(path: Path):
    for sheet in load_workbook(path):
        assert "演示数据" in sheet["A1"].value
        assert "演示数据" in sheet.oddHeader.center.text
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref is not None


def test_nothing_is_printed_below_nine_points(path: Path):
    """Cells are set in 11 points; a sheet that is fitted to the paper's width must not be wider than it at 82 %."""
    for sheet in load_workbook(path):
        width = sum(column.width * (column.max - column.min + 1) for column in sheet.column_dimensions.values())
        if sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage:
            assert width <= 185, sheet.title
        else:
            assert sheet.page_setup.scale == 82, sheet.title
            assert sheet.print_title_cols


def test_real_figures_carry_no_mark(tmp_path: Path):
    book = load_workbook(write_excel(region_pack(make_inputs(), make_assessment(), REGION), tmp_path / "real.xlsx"))
    assert "演示" not in str(book["评估结果"]["A1"].value)


def test_numbers_are_numbers_in_the_indicators_precision_and_unit(path: Path):
    sheet = load_workbook(path)["妇女与健康"]
    head = [cell.value for cell in sheet[2]]
    row = next(row for row in sheet.iter_rows(min_row=3) if row[head.index("监测目标")].value == "孕产妇死亡率（农村）")
    latest = row[head.index("最新值")]
    assert latest.value == 19.4
    assert latest.number_format == '0.0"/10万"'
    assert row[head.index("2012")].value == pytest.approx(23.7)


def test_observations_are_those_of_the_region_with_their_sources(tmp_path: Path):
    inputs, assessment = make_several()
    rows = records(write_excel(region_pack(inputs, assessment, REGION), tmp_path / "one.xlsx"), "监测数据")
    assert {row["地区代码"] for row in rows} == {REGION}
    table = inputs.observations.table
    judged = table["indicator"].isin(assessment.verdicts["indicator"].dropna())
    assert len(rows) == ((table["region"] == REGION) & judged).sum()
    assert {row["文件"] for row in rows} == {"sample.csv"}


def test_the_province_has_a_matrix_and_a_line_per_region(tmp_path: Path):
    path = write_excel(family_pack(*make_several(), PROVINCE), tmp_path / "family.xlsx")
    assert [row["地区"] for row in records(path, "各地区")][:2] == ["山西省", "太原市"]
    maternal = next(row for row in records(path, "研判矩阵") if row["监测目标"] == "孕产妇死亡率（农村）")
    assert maternal["太原市"] == "▼ 达标很困难 3%"
    assert {row["地区代码"] for row in records(path, "评估结果")} == set(CODES)


def test_a_department_has_its_targets_only(tmp_path: Path):
    path = write_excel(department_pack(*make_several(), DEPARTMENT), tmp_path / "department.xlsx")
    rows = records(path, "评估结果")
    assert {row["责任部门"] for row in rows} == {DEPARTMENT}
    assert len(rows) == 3 * len(CODES)


def test_the_same_pack_gives_the_same_bytes(pack: Pack, path: Path, tmp_path: Path):
    assert write_excel(pack, tmp_path / "again.xlsx").read_bytes() == path.read_bytes()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "＝1", "\t=1", "|calc"])
def test_a_text_that_looks_like_a_formula_is_neutralised(text: str):
    assert neutralised(text).startswith("'")


def test_other_texts_stay_as_they_are():
    assert [neutralised(text) for text in ("−0.3", "95%", "a=b", "")] == ["−0.3", "95%", "a=b", ""]


@pytest.mark.parametrize("name", [HOSTILE, FORMULA, LONG, RARE, "'", "[a]:*?/\\"])
def test_odd_names_hide_no_formula_and_break_nothing(name: str, tmp_path: Path):
    inputs = make_inputs(name=name, region=name, source=name)
    path = write_excel(region_pack(inputs, make_assessment(), REGION), tmp_path / "odd.xlsx")
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part).decode() for part in archive.namelist() if part.endswith(".xml")}
    assert not any("<f>" in text for part, text in parts.items() if "worksheets" in part)
    assert not any("hyperlink" in text for part, text in parts.items() if "worksheets" in part)
    cells = [cell for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_html_word_and_excel_agree_on_the_counts(pack: Pack, path: Path, tmp_path: Path):
    counts = pack.main.counts
    rows = records(path, "评估结果")
    with_answer = [row for row in rows if row["研判"] != "○ 无法评估"]
    assert len(with_answer) == counts.assessable
    missed = sum(row["研判"] == "× 目标年未达标" for row in rows)
    misses = missed + sum(1 - row["概率（未取整）"] for row in rows if row["概率（未取整）"] is not None)
    assert misses == pytest.approx(counts.expected_misses)
    document = Document(str(write_word(pack, tmp_path / "report.docx")))
    line = [cell.text for cell in document.tables[1].rows[1].cells]
    numbers = [counts.measurable, counts.met, counts.missed, counts.likely, counts.uncertain, counts.unlikely]
    assert line[1:7] == [str(number) for number in numbers]
    text = write_brief(pack.main, tmp_path / "brief.html").read_text(encoding="utf-8")
    assert f"{counts.assessable} 项监测目标中，预计约有 {figure(counts.expected_misses, 0)} 项" in text


def test_html_word_and_excel_agree_on_the_range_of_misses(pack: Pack, tmp_path: Path):
    counts = pack.main.counts
    said = f"（80%预测区间 {counts.misses_low}—{counts.misses_high} 项）"
    assert counts.missed <= counts.misses_low < counts.expected_misses < counts.misses_high <= counts.assessable
    assert said in write_brief(pack.main, tmp_path / "brief.html").read_text(encoding="utf-8")
    document = Document(str(write_word(pack, tmp_path / "report.docx")))
    assert any(said in paragraph.text for paragraph in document.paragraphs)
    shown = f"{figure(counts.expected_misses, 1)} ({counts.misses_low}—{counts.misses_high})"
    assert document.tables[1].rows[1].cells[-1].text == shown
    line = list(region_lines(pack))[1]
    assert [cell[0] for cell in line[-3:]] == [counts.expected_misses, counts.misses_low, counts.misses_high]
