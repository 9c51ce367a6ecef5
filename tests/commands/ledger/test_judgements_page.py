"""docs/judgements: every command of the page is run in its order, with the forms filled as a reader would."""

import re
import shlex
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from sxresearch.commands.cli import app
from sxresearch.errors import EXIT_BAD_INPUT, EXIT_DONE
from sxresearch.monitoring.ledger.ledger_table import column_name
from sxresearch.paths import ROOT
from sxresearch.terms import Language
from tests.batch.conftest import observations_csv

PAGES = [(ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("judgements.md", "judgements.zh.md")]
COMMANDS = [re.findall(r"^python -m sxresearch (.+)$", page, re.MULTILINE) for page in PAGES]
JUDGED = {
    "source": "部门自评", "judgement": "有望达标", "chance": "90%", "role": "市卫健委", "date": "2024-03-05",
    "reason": "已完成普查", "evidence": "并卫发〔2024〕3号",
}  # fmt: skip
AGREED = {"action": "开展危重孕产妇救治演练", "who": "市卫健委", "due": "2024-12-31", "state": "未开始"}


def fill(path: Path, row: int, cells: Mapping[str, object]) -> None:
    """Fill a row below the head (counted from 1) of a form."""
    book = load_workbook(path)
    head = [cell.value for cell in book.active[2]]
    for column, value in cells.items():
        book.active.cell(2 + row, head.index(column_name(column, Language.ZH)) + 1).value = value
    book.save(path)


def run(command: str, *more: str, code: int = EXIT_DONE):
    words = shlex.split(command)
    ledger = "actions.csv" if words[0] == "actions" else "judgements.csv"
    known = () if words[1] == "template" or "--store" in words else ("--ledger", ledger)
    figures = () if words[1] == "import" or words[0] == "store" else ("--observations", "figures.csv")
    ended = CliRunner().invoke(app, [*words, *known, *figures, *more])
    assert ended.exit_code == code, (command, ended.output, ended.stderr)
    return ended


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("desk")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        (folder / "figures.csv").write_text(observations_csv(("140100",), first=60.0), encoding="utf-8")
        yield folder


def test_both_pages_give_the_same_commands():
    assert COMMANDS[0] == COMMANDS[1]
    assert [command.split()[:2] for command in COMMANDS[0]] == [
        ["judgements", "template"], ["judgements", "import"], ["judgements", "compare"],
        ["actions", "export"], ["actions", "import"], ["actions", "list"],
        ["store", "ledger-import"], ["judgements", "import"], ["actions", "import"],
        ["store", "ledger-list"], ["store", "ledger-export"],
    ]  # fmt: skip


def test_judgements_from_form_to_comparison(desk: Path):
    template, take_in, compare = COMMANDS[0][:3]
    run(template)
    form = load_workbook(desk / "judgements.xlsx").active
    head = [cell.value for cell in form[2]]
    rows = [dict(zip(head, row, strict=True)) for row in form.iter_rows(min_row=3, values_only=True)]
    place = next(n for n, row in enumerate(rows, start=1) if "maternal_mortality" in str(row["监测目标"]))
    assert "当前研判" not in head  # nobody is to lean on the model
    fill(desk / "judgements.xlsx", place, JUDGED | {"date": "明年"})
    refused = run(take_in, code=EXIT_BAD_INPUT)
    assert "日期" in refused.stderr and "明年" in refused.stderr and not (desk / "judgements.csv").exists()
    fill(desk / "judgements.xlsx", place, JUDGED)
    run(take_in)
    kept = (desk / "judgements.csv").read_bytes()
    said = run(compare).stdout
    assert (desk / "judgements.csv").read_bytes() == kept  # a run writes nothing to it
    assert "共 1 条研判，其中 1 条与模型不同" in said and "部门自评：有望达标 90%" in said
    assert "模型 达标很困难" in said or "模型 达标困难" in said
    again = run(take_in, code=EXIT_BAD_INPUT)  # the same form once more
    assert "已有一条研判" in again.stderr


def test_actions_out_and_back_in_and_what_moved(desk: Path):
    export, take_in, listed = COMMANDS[0][3:6]
    run(export)
    fill(desk / "actions.xlsx", 1, AGREED)
    run(take_in, "--date", "2024-03-05")
    said = run(listed, "--date", "2024-06-01").stdout
    assert "A0001 太原市" in said and "未开始" in said and "已过期" not in said
    assert "已过期" in run(listed, "--date", "2025-01-01").stdout
    run(export)  # the next meeting finds it in the list
    fill(desk / "actions.xlsx", 1, {"state": "进行中"})
    told = run(take_in, "--date", "2024-09-01")
    assert "有变化 1 项" in told.stderr
    assert "由未开始变为进行中" in run(listed, "--date", "2024-10-01").stdout
    rows = (desk / "actions.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 1 + 2  # only ever added


def test_the_store_keeps_them_in_the_file_s_stead(desk: Path):
    """After the tests above: the ledger of the folder goes into a store, and further forms follow it there."""
    take_over, judged, agreed, listed, export = COMMANDS[0][6:]
    (desk / "data").mkdir()
    (desk / "judgements.csv").rename(desk / "data" / "judgements.csv")
    run(take_over)
    form = load_workbook(desk / "judgements.xlsx").active
    head = [cell.value for cell in form[2]]
    place = next(n for n, row in enumerate(form.iter_rows(min_row=3, values_only=True), 1) if row[head.index("日期")])
    fill(desk / "judgements.xlsx", place, {"date": "2024-09-05", "judgement": "难以判断", "chance": ""})
    run(judged)
    said = run(listed).stdout.splitlines()[::2]  # each in both languages
    assert [("有望达标" in line, "难以判断" in line) for line in said] == [(True, False), (False, True)]
    run(export)
    assert len((desk / "judgements-all.csv").read_text(encoding="utf-8-sig").splitlines()) == 3
    fill(desk / "actions.xlsx", 1, {"number": None})  # new to the store
    run(agreed)
    assert "开展危重孕产妇救治演练" in run(listed.replace("judgements", "actions")).stdout


def test_a_region_that_is_unknown_is_a_sentence(desk: Path):
    ended = run("actions list 999999", code=EXIT_BAD_INPUT)
    assert "999999" in ended.stderr and "Traceback" not in ended.output
