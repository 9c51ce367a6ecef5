"""docs/midterm_evaluation and docs/final_evaluation: every command is run; both languages give the same ones."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sxresearch.commands.cli import app
from sxresearch.errors import EXIT_DONE
from sxresearch.paths import ROOT
from tests.batch.conftest import observations_csv

PAGES = ("midterm_evaluation", "final_evaluation")


def commands(page: str, language: str) -> list[str]:
    text = (ROOT / "docs" / f"{page}{language}.md").read_text(encoding="utf-8")
    return re.findall(r"^python -m sxresearch (.+)$", text, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_give_the_same_commands(page: str):
    assert commands(page, "") == commands(page, ".zh") != []


@pytest.mark.long
@pytest.mark.parametrize("page", PAGES)
def test_every_command_is_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "figures.csv").write_text(observations_csv(("140000", "140100", "140200")), encoding="utf-8")
    for command in commands(page, ""):
        more = [] if command.startswith("check") else ["--out", "reports"]
        ended = CliRunner().invoke(app, [*shlex.split(command), *more])
        assert ended.exit_code == EXIT_DONE, (command, ended.output)
    assert list(tmp_path.rglob("*.docx"))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["", ".zh"])
def test_what_a_page_names_is_there(page: str, language: str):
    text = (ROOT / "docs" / f"{page}{language}.md").read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)]+\.md)\)", text):
        assert (ROOT / "docs" / link).exists(), link
    for notebook in re.findall(r"`(notebooks/[^`]+)`", text):
        assert (ROOT / notebook).exists(), notebook
