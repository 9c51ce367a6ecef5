"""docs/own_figures: every command of the page is run, and both pages give the same ones."""

import re
import shlex

import pytest
from openpyxl import load_workbook
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
