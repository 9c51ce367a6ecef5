"""No command writes over what it reads."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from sxresearch.commands.cli import app
from sxresearch.errors import EXIT_BAD_INPUT, BadParameter
from sxresearch.files import refuse_overwriting
from tests.batch.conftest import observations_csv


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "figures.csv"
    path.write_text(observations_csv(("140100",)), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "command",
    [
        "check {file} --table {file}",
        "check {folder} --table {file}",
        "check {file} --findings {file}",
        "assess --observations {file} --regions 140100 --out {file}",
        "assess --observations {folder} --regions 140100 --out {file}",
        "brief 140100 --observations {folder} --out {folder}",
        "batch --regions 140100 --observations {folder} --out {folder}",
        "pack 140100 --observations {folder} --out {folder}",
        "template 140100 --observations {folder} --out {folder}",
        "replay --history {file} --targets {file} --out {file}",
        "template --plans {folder} --names {file}",
        "catalogue --plans {folder} --out {file}",
        "catalogue --against {file} --out {file}",
    ],
)
def test_an_output_that_is_an_input_is_refused(figures: Path, command: str):
    before = figures.read_bytes()
    ended = CliRunner().invoke(app, command.format(file=figures, folder=figures.parent).split())
    assert ended.exit_code == EXIT_BAD_INPUT, ended.output
    assert figures.read_bytes() == before
    assert [item.name for item in figures.parent.iterdir()] == ["figures.csv"]


def test_an_output_by_another_way_to_the_same_file_is_refused(figures: Path):
    link = figures.parent / "link.csv"
    link.symlink_to(figures)
    for same in (link, figures.parent / ".." / "in" / "figures.csv"):
        with pytest.raises(BadParameter):
            refuse_overwriting([same], [figures])
    refuse_overwriting([None, figures.with_name("new.csv")], [figures, None])


@pytest.mark.parametrize(
    "name", ["=1+1.csv", "'; DROP TABLE x; --.csv", "<script>alert(1)</script>.csv".replace("/", "")]
)
def test_names_and_texts_in_the_workbook_of_findings_are_texts(figures: Path, name: str):
    hostile = figures.with_name(name)
    text = figures.read_text(encoding="utf-8").replace("20.0", '"=HYPERLINK(""http://x"")"')
    hostile.write_text(text, encoding="utf-8")
    out = figures.parent / "findings.xlsx"
    ended = CliRunner().invoke(app, ["check", str(hostile), "--findings", str(out)])
    assert ended.exit_code == EXIT_BAD_INPUT
    cells = [cell for row in load_workbook(out).worksheets[0].iter_rows() for cell in row]
    assert any(name in str(cell.value) for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(str(cell.value).startswith(("=", "+", "-", "@")) for cell in cells if cell.data_type == "s")
    assert not any(cell.hyperlink for cell in cells)


def test_a_slip_is_held_by_check_and_marked_in_the_table(figures: Path):
    text = figures.read_text(encoding="utf-8")
    assert "maternal_mortality_ratio,total,2023,12.0" in text
    figures.write_text(text.replace("total,2023,12.0", "total,2023,120.0"), encoding="utf-8")
    out = figures.parent / "used.xlsx"
    ended = CliRunner().invoke(app, ["check", str(figures), "--table", str(out)])
    assert "待核" in ended.output
    rows = list(load_workbook(out).worksheets[0].values)
    held = rows[0].index("待核")
    assert [row[held] for row in rows[1:] if row[held]] == ["slip"]


def test_a_lock_file_in_a_folder_is_named(figures: Path):
    shutil.copy(figures, figures.with_name("~$figures.xlsx"))
    ended = CliRunner().invoke(app, ["check", str(figures.parent)])
    assert ended.exit_code == 0, ended.output
    assert "~$figures.xlsx" in ended.output
