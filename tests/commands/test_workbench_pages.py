"""docs/first_half_hour and docs/workbench: every command of the pages is run, and both languages give the same ones."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from sxresearch.commands import lab_command
from sxresearch.commands.cli import app
from sxresearch.errors import EXIT_DONE
from sxresearch.paths import ROOT

PAGES = ("first_half_hour", "workbench")


def commands(page: str) -> list[str]:
    """The lines of the page's blocks of commands."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_give_the_same_commands(page: str):
    assert commands(f"{page}.md") == commands(f"{page}.zh.md") != []


def short_and_long() -> list:
    """Every command once; a whole brief is made with the long tests."""
    lines = [line for page in PAGES for line in commands(f"{page}.md")]
    return [pytest.param(line, marks=[pytest.mark.long] * (" brief " in line)) for line in lines]


@pytest.mark.parametrize("line", short_and_long())
def test_a_command_of_the_pages_is_run(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    words = shlex.split(line)
    if words[0] == "papermill":
        ended = subprocess.run(
            [sys.executable, "-m", *words[:1], str(ROOT / words[1]), *words[2:]],
            capture_output=True, text=True, check=False, timeout=400,
        )  # fmt: skip
        assert ended.returncode == 0, ended.stderr[-2000:]
        assert "140200" in str(nbformat.read(tmp_path / words[2], as_version=4).cells[2].source)
        return
    assert words[:3] == ["python", "-m", "sxresearch"]
    started: list[list[str]] = []
    if words[3] == "lab":  # a real server is started in tests/end_to_end
        monkeypatch.setattr(lab_command, "REPORTS", tmp_path)
        monkeypatch.setattr(
            lab_command.subprocess, "run", lambda command, **_: started.append(command) or SimpleNamespace(returncode=0)
        )
    elsewhere = ["--out", str(tmp_path / "reports")] if words[3] == "brief" else []
    elsewhere += ["--root", str(tmp_path)] if words[3] == "lab" and "--root" not in words else []
    ended = CliRunner().invoke(app, [*words[3:], *elsewhere])
    assert ended.exit_code == EXIT_DONE, ended.output
    if words[3] == "lab":
        assert len(started) == 1
        assert list(tmp_path.rglob("start.ipynb"))
    if words[3] == "brief":
        assert Path(ended.stdout.strip()).is_file()
    if words[3] == "assess":
        assert load_workbook(tmp_path / "verdicts.xlsx").worksheets[0].max_row > 200


def test_the_ways_to_install_are_there():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^lab:", makefile, re.MULTILINE)
    assert (ROOT / "start.bat").is_file()
    assert (ROOT / "tools" / "start.py").is_file()


@pytest.mark.parametrize("ending", [".md", ".zh.md"])
def test_every_page_that_the_pages_lead_to_exists(ending: str):
    for page in PAGES:
        text = (ROOT / "docs" / f"{page}{ending}").read_text(encoding="utf-8")
        found = re.findall(r"\]\(([\w.]+\.md)\)", text)
        assert found
        assert [name for name in found if not (ROOT / "docs" / name).is_file()] == []
