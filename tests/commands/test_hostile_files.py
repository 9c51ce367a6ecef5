"""A workbook whose name, sheet and cells would do harm if they were more than text: followed to every output."""

import zipfile
from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from lxml import etree
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import load_inputs
from sxresearch.batch.parameters import Parameters
from sxresearch.brief.content.brief_content import brief_content
from sxresearch.brief.page import sections
from sxresearch.commands.cli import app
from sxresearch.commands.pack_files import PackRequest, make_packs
from sxresearch.errors import EXIT_BAD_INPUT, EXIT_DONE
from sxresearch.terms import Language

SQL = "'); DROP TABLE observations;--"
MARKUP = "<img src=x onerror=alert(1)>"
FORMULA = '=HYPERLINK("http://x.example","y")'
PATH = "..%2F..%2Fetc%2Fpasswd"
HEAD = ["地区", "指标", "分组", "年份", "数值", "单位", "数据状态", "数据性质", "来源"]
SOURCES = [f"{MARKUP}<script>alert(2)</script>", FORMULA, SQL, "+1+1", "@SUM(A1)", "../../etc/passwd", "{{ 7 * 7 }}"]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    book = Workbook()
    sheet = book.active
    sheet.title = f"=1+1{MARKUP}"[:31]
    sheet.append(HEAD)
    for place, year in enumerate(range(2015, 2024)):
        row = [
            "太原市",
            "孕产妇死亡率",
            "合计",
            year,
            20.0 - place,
            "1/10万",
            "终值",
            "演示",
            SOURCES[place % len(SOURCES)],
        ]
        sheet.append(row)
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # else openpyxl would make a formula of it
    path = tmp_path / "in" / f"=1+1 {MARKUP} {SQL} {PATH}.xlsx"
    book.save(path)
    return path


def run(*words: object) -> int:
    return CliRunner().invoke(app, [str(word) for word in words]).exit_code


def texts_only(path: Path) -> list[str]:
    """The texts of a workbook; fails where a cell is more than a value."""
    cells = [cell for sheet in load_workbook(path).worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]
    texts = [str(cell.value) for cell in cells if cell.data_type == "s"]
    assert not [text for text in texts if text.startswith(("=", "+", "@", "\t", "\r"))]
    return texts


def test_the_table_that_would_be_used(hostile: Path, tmp_path: Path):
    csv, excel, findings = (tmp_path / name for name in ("used.csv", "used.xlsx", "findings.xlsx"))
    assert run("check", hostile, "--table", csv, "--findings", findings) == EXIT_DONE
    assert run("check", hostile, "--table", excel) == EXIT_DONE
    used = pd.read_csv(csv, dtype=str)
    assert used["数值"].astype(float).tolist() == [20.0 - place for place in range(9)]
    assert not used.map(lambda text: str(text).startswith(("=", "+", "@"))).to_numpy().any()
    assert any(MARKUP in text for text in texts_only(excel))
    texts_only(findings)
    assert sorted(item.name for item in tmp_path.iterdir()) == ["findings.xlsx", "in", "used.csv", "used.xlsx"]


def test_a_refusal_names_sheet_and_cell_as_text(hostile: Path, tmp_path: Path):
    book = load_workbook(hostile)
    book.active["E2"] = f"约3{MARKUP}"
    book.save(hostile)
    assert run("check", hostile, "--findings", tmp_path / "findings.xlsx") == EXIT_BAD_INPUT
    texts = texts_only(tmp_path / "findings.xlsx")
    assert any(f"约3{MARKUP}" in text for text in texts)


@pytest.mark.parametrize("language", list(Language))
def test_the_page(hostile: Path, language: Language):
    inputs = load_inputs(observations=hostile)
    content = brief_content(inputs, assess(inputs, ["140100"]), "140100", language)
    pages = [BeautifulSoup(section.make(content).html, "html.parser") for section in sections.SECTIONS]
    for page in pages:
        assert not page.find_all("script")
        assert not [tag for tag in page.find_all(True) if any(name.startswith("on") for name in tag.attrs)]
        links = page.find_all("a")
        assert {tag.get("data-page", "").partition("#")[0] for tag in links} <= {"", *inputs.regions.by_code}
        assert not [tag for tag in links if "data-page" not in tag.attrs and not str(tag.get("href")).startswith("#")]
    assert any(MARKUP in page.get_text() for page in pages)
    assert "{{ 7 * 7 }}" in pages[-1].get_text()  # no template was run


def test_word_and_excel(hostile: Path, tmp_path: Path):
    word, excel = make_packs(PackRequest(("140100",)), Parameters(observations=(str(hostile),)), tmp_path / "out")
    assert any(MARKUP in text for text in texts_only(excel))
    with zipfile.ZipFile(word) as parts:
        for name in parts.namelist():
            if name.endswith(".xml"):
                items = list(etree.fromstring(parts.read(name)).iter("{*}*"))
                assert not {etree.QName(item).localname for item in items} & {"instrText", "hyperlink", "script", "img"}
                fields = {value for item in items for key, value in item.attrib.items() if key.endswith("}instr")}
                assert {field.strip() for field in fields} <= {"PAGE", "NUMPAGES"}  # those of the footer
    assert {item.name for item in (tmp_path / "out").rglob("*") if item.is_file()} == {"140100.docx", "140100.xlsx"}
