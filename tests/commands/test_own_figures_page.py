"""docs/own_figures: every command of the page is run, and both pages give the same ones."""

import re
import shlex

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner

from sxresearch.commands.cli import app
from sxresearch.errors import EXIT_DONE
from sxresearch.paths import ROOT
from tests.batch.conftest import observations_csv

PAGES = [(ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("own_figures.md", "own_figures.zh.md")]
COMMANDS = [re.findall(r"python -m sxresearch ([^`\n]+)", page) for page in PAGES]


def test_both_pages_give_the_same_commands():
    assert COMMANDS[0] == COMMANDS[1]
    assert len(COMMANDS[0]) == 4


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "figures.csv").write_text(observations_csv(("140100",)), encoding="utf-8")
    return tmp_path


def test_every_command_is_run(desk):
    for command in COMMANDS[0]:
        words = [*shlex.split(command), *(["--out", "forms"] if command.startswith("template") else [])]
        ended = CliRunner().invoke(app, words)
        assert ended.exit_code == EXIT_DONE, (command, ended.output)
    rows = list(load_workbook(desk / "used.xlsx").worksheets[0].values)
    assert rows[0][0] == "地区代码"
    assert len(rows) == 1 + 9
    assert (desk / "findings.xlsx").exists()
    assert (desk / "verdicts.csv").exists()


def test_years_below_a_merged_heading(desk):
    """As a city office makes it: title, 年份 merged over its years, notes below, one slip of the pen."""
    book = Workbook()
    sheet = book.active
    sheet.append(["太原市主要指标"])
    sheet.append(["序号", "指标名称", "单位", "年份"])
    sheet.append([None, None, None, *(f"{year}年" for year in range(2017, 2025))])
    sheet.append([1, "孕产妇死亡率", "1/10万", 13.7, 12.9, 11.8, 12.1, 10.9, 10.2, 98.0, 9.5])
    sheet.append([2, "婴儿死亡率", "‰", 4.6, 4.4, 4.1, 3.9, 3.7, 3.4, 3.1, 2.9])
    sheet.append(["注：数据来源于年报。"])
    for cells in ("A1:K1", "A2:A3", "B2:B3", "C2:C3", "D2:K2"):
        sheet.merge_cells(cells)
    book.save(desk / "city.xlsx")
    ended = CliRunner().invoke(app, ["check", "city.xlsx", "--table", "city.csv"])
    assert ended.exit_code == EXIT_DONE, ended.output
    used = pd.read_csv(desk / "city.csv")
    deaths = used[used["指标"] == "孕产妇死亡率"].sort_values("年份")
    assert deaths["数值"].tolist() == [13.7, 12.9, 11.8, 12.1, 10.9, 10.2, 98.0, 9.5]
    assert deaths["年份"].tolist() == list(range(2017, 2025))
    assert used.loc[used["待核"].notna(), ["年份", "数值"]].to_numpy().tolist() == [[2023, 98.0]]
