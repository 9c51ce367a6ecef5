"""docs/own_indicators: every file of the page is written and every command is run, as a reader would."""

import re
import shlex
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from sxresearch.commands.cli import app
from sxresearch.errors import EXIT_DONE
from sxresearch.paths import PLANS, ROOT

PAGES = [ROOT / "docs" / name for name in ("own_indicators.md", "own_indicators.zh.md")]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^# (\S+)\n")


def blocks(page: Path) -> list[tuple[str, str]]:
    """Kind and text of the page's examples, in order."""
    return _BLOCK.findall(page.read_text(encoding="utf-8"))


def commands() -> list[list[str]]:
    lines = [line for kind, text in blocks(PAGES[0]) if kind == "sh" for line in text.splitlines()]
    return [shlex.split(line) for line in lines]


def run(words: list[str]) -> None:
    assert words[:3] == ["python", "-m", "sxresearch"]
    result = CliRunner().invoke(app, words[3:])
    assert result.exit_code == EXIT_DONE, f"{words}\n{result.stdout}\n{result.stderr}"


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which everything on the page was done."""
    folder = tmp_path_factory.mktemp("own")
    for kind, text in blocks(PAGES[0]):
        if kind in ("yaml", "csv"):
            path = folder / _FILE.match(text)[1]
            path.parent.mkdir(exist_ok=True)
            path.write_text(_FILE.sub("", text), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for words in commands():
            if words[0] == "python":
                run(words)
    return folder


def test_both_languages_show_the_same_files_and_commands():
    assert blocks(PAGES[0]) == blocks(PAGES[1])
    assert len(commands()) == 6


def test_own_targets_are_judged_beside_those_on_the_register_s_indicators(worked: Path):
    table = pd.read_csv(worked / "verdicts.csv").set_index("target")
    assert list(table.index) == ["taiyuan.care.1.communities", "taiyuan.care.2.maternal_mortality_ratio"]
    own = table.loc["taiyuan.care.1.communities"]
    assert (own["region"], own["indicator"], own["latest_value"]) == (140100, "childcare_communities_share", 49.9)
    assert own["department"] == "市卫生健康委"
    assert 0 < own["p_attain"] < 1


def test_the_form_asks_for_the_own_indicator(worked: Path):
    (path,) = (worked / "forms").glob("*.xlsx")
    rows = list(load_workbook(path)["填报表"].iter_rows(min_row=2, values_only=True))
    assert ("设有托育点的社区占比", 2024, "49.9 (2023)") in [(row[2], row[5], row[13]) for row in rows]


def test_the_brief_names_the_own_target(worked: Path):
    (page,) = (worked / "reports").rglob("140100.html")
    assert "设有托育点的社区占比" in page.read_text(encoding="utf-8")


def test_without_the_folder_the_own_indicator_is_unknown(worked: Path):
    result = CliRunner().invoke(app, ["check", str(worked / "figures.csv")])
    assert result.exit_code != EXIT_DONE
    assert "社区托育点覆盖率" in result.stderr


def test_the_province_s_plans_can_lie_in_the_same_folder(worked: Path):
    assert ["cp", "data/plans/*.yaml", "my-plans/"] in commands()
    for path in PLANS.glob("*.yaml"):
        (worked / "my-plans" / path.name).write_bytes(path.read_bytes())
    result = CliRunner().invoke(app, ["check", str(worked / "my-plans")])
    assert result.exit_code == EXIT_DONE, result.stderr
    assert len(result.stdout.splitlines()) == 2 + len(list(PLANS.glob("*.yaml")))
