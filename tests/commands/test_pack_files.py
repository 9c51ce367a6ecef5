"""The pack command: which files it writes, for whom, and what it refuses."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from typer.testing import CliRunner

from sxresearch.assessment import inputs as inputs_module
from sxresearch.batch.parameters import Parameters
from sxresearch.brief.page import pdf
from sxresearch.brief.page.pdf import NoPdf, find_browser, write_pdf
from sxresearch.commands.cli import app
from sxresearch.commands.pack_files import PackRequest, file_name, make_packs
from sxresearch.errors import EXIT_BAD_INPUT, BadParameter
from sxresearch.paths import ROOT


@pytest.fixture
def parameters(data_file: Path) -> Parameters:
    return Parameters(observations=(str(data_file),))


def test_a_region_gets_word_and_excel(parameters: Parameters, tmp_path: Path):
    paths = make_packs(PackRequest(("140100",)), parameters, tmp_path)
    assert paths == [tmp_path / "packs" / name for name in ("140100.docx", "140100.xlsx")]
    assert all(path.stat().st_size > 10_000 for path in paths)
    assert sorted(path.name for path in (tmp_path / "packs").iterdir()) == ["140100.docx", "140100.xlsx"]


@pytest.mark.long
def test_the_province_brings_its_cities(parameters: Parameters, tmp_path: Path):
    _, excel = make_packs(PackRequest(("140000",)), parameters, tmp_path)
    book = load_workbook(excel)
    assert "研判矩阵" in book.sheetnames
    assert [row[0].value for row in book["各地区"].iter_rows(min_row=3)] == ["山西省", "太原市", "大同市", "阳泉市"]


def test_the_command_says_where_the_files_are(data_file: Path, tmp_path: Path):
    result = CliRunner().invoke(app, ["pack", "140100", "--observations", str(data_file), "--out", str(tmp_path)])
    assert result.exit_code == 0, result.stderr
    assert result.stdout.split() == [str(tmp_path / "packs" / f"140100.{ending}") for ending in ("docx", "xlsx")]
    assert "演示" in result.stderr


@pytest.mark.parametrize(
    "arguments", [[], ["140100", "--department", "没有的部门"], ["149999"], ["--department", "没有的部门"]]
)
def test_what_can_not_be_packed_is_a_sentence(arguments: list[str], data_file: Path, tmp_path: Path):
    result = CliRunner().invoke(app, ["pack", *arguments, "--observations", str(data_file), "--out", str(tmp_path)])
    assert result.exit_code == EXIT_BAD_INPUT
    assert "1." in result.stderr
    assert "Traceback" not in result.stderr
    assert list(tmp_path.glob("packs/*.docx")) == []


def test_neither_regions_nor_department(parameters: Parameters, tmp_path: Path):
    with pytest.raises(BadParameter):
        make_packs(PackRequest(), parameters, tmp_path)


RESPONSIBILITY = """指标,地区,责任部门
孕产妇死亡率,,省卫生健康委
孕产妇死亡率,太原市,市卫生健康委
孕产妇死亡率,大同市,市卫生健康委
"""


@pytest.fixture
def two_bureaus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two cities have a bureau of the same name."""
    path = tmp_path / "responsibility.csv"
    path.write_text(RESPONSIBILITY, encoding="utf-8")
    monkeypatch.setattr(inputs_module, "RESPONSIBILITY", path)


@pytest.mark.usefixtures("two_bureaus")
def test_the_bureaus_of_two_cities_are_told_apart(parameters: Parameters, tmp_path: Path):
    paths = make_packs(PackRequest(("140100", "140200"), "市卫生健康委"), parameters, tmp_path)
    names = [f"department-市卫生健康委-{code}.{ending}" for code in ("140100", "140200") for ending in ("docx", "xlsx")]
    assert [path.name for path in paths] == names
    for path, city in zip(paths[1::2], ("太原市", "大同市"), strict=True):
        rows = list(load_workbook(path)["评估结果"].iter_rows(min_row=3, values_only=True))
        assert {row[0] for row in rows} == {city}
        assert {"孕产妇死亡率" in str(row[5]) for row in rows} == {True}


@pytest.mark.usefixtures("two_bureaus")
def test_a_name_that_several_regions_use_asks_for_the_region(parameters: Parameters, tmp_path: Path):
    with pytest.raises(BadParameter, match="140100 太原市、140200 大同市"):
        make_packs(PackRequest(department="市卫生健康委"), parameters, tmp_path)


@pytest.mark.usefixtures("two_bureaus")
def test_a_department_of_the_province_is_packed_over_the_other_regions(parameters: Parameters, tmp_path: Path):
    _, excel = make_packs(PackRequest(department="省卫生健康委"), parameters, tmp_path)
    rows = list(load_workbook(excel)["评估结果"].iter_rows(min_row=3, values_only=True))
    assert {row[0] for row in rows} == {"山西省", "阳泉市"}


@pytest.mark.usefixtures("two_bureaus")
def test_a_departments_pack_begins_with_what_it_answers_for(parameters: Parameters, tmp_path: Path):
    word, _ = make_packs(PackRequest(department="省卫生健康委"), parameters, tmp_path)
    said = [paragraph.text for paragraph in Document(word).paragraphs if paragraph.text]
    lead = next(text for text in said if text.startswith("省卫生健康委在 2 个地区负责"))
    assert said.index(lead) < said.index("二、评估过程与数据")


@pytest.mark.long
def test_every_command_of_the_page_on_departments_is_run(
    data_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """docs/responsibility with its sample in the place it names; both languages give the same commands."""
    pages = [
        (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("responsibility.md", "responsibility.zh.md")
    ]
    commands = [re.findall(r"^python -m sxresearch (.+)$", page, re.MULTILINE) for page in pages]
    assert commands[0] == commands[1]
    sample = tmp_path / "data" / "responsibility.csv"
    sample.parent.mkdir()
    shutil.copy(ROOT / "docs" / "responsibility.sample.csv", sample)
    monkeypatch.setattr(inputs_module, "RESPONSIBILITY", sample)
    monkeypatch.chdir(tmp_path)
    for command in commands[0]:
        more = ["--observations", str(data_file), "--out", "out"] if command.startswith("pack") else []
        result = CliRunner().invoke(app, [*shlex.split(command), *more])
        assert result.exit_code == 0, (command, result.stderr)
    written = ["department-省教育厅", "department-市教育局-140100"]
    assert sorted(path.name for path in Path("out/packs").iterdir()) == sorted(
        f"{name}.{ending}" for name in written for ending in ("docx", "xlsx")
    )


def test_a_departments_name_never_becomes_a_path():
    assert file_name("卫生健康委") == "卫生健康委"
    assert file_name("../../etc/passwd") == "etc-passwd"
    assert file_name("/\\:") == "unnamed"
    assert len(file_name("很长" * 200)) == 40


def test_without_a_browser_a_pdf_is_refused_before_anything_is_written(
    parameters: Parameters, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pdf, "browser", lambda: None)
    with pytest.raises(NoPdf, match="Microsoft Edge, Google Chrome, Chromium"):
        make_packs(PackRequest(("140100",), pdf=True), parameters, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_page_is_printed(tmp_path: Path):
    try:
        find_browser()
    except NoPdf as absent:
        pytest.skip(str(absent))
    page = tmp_path / "page.html"
    page.write_text("<h1>x</h1>")
    assert write_pdf(page, tmp_path / "out" / "page.pdf").read_bytes().startswith(b"%PDF")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["page.pdf"]
