"""Action lists that come back: new, moved, unchanged; and every faulty one answered with sentences."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sxresearch.errors import BadParameter
from sxresearch.monitoring.ledger.actions import (
    ACTION_COLUMNS,
    Action,
    Actions,
    ActionState,
    load_actions,
    state_word,
    write_actions,
)
from sxresearch.monitoring.ledger.ledger_workbook import FilledBy, LedgerSheet, SheetColumn, ledger_bytes
from sxresearch.monitoring.ledger.returned_actions import read_returned
from sxresearch.terms import Language, Status
from tests.monitoring.ledger.test_judgements import REGISTER, TARGETS

DAY = date(2024, 9, 1)
KNOWN = Action(
    "A0001", "140100", "women.health.1.life", "开展普查", "市卫健委", date(2024, 12, 31), ActionState.PLANNED, "",
    date(2024, 3, 5), Status.UNLIKELY, 0.24, 2023,
)  # fmt: skip
STATES = tuple(state_word(state, Language.ZH) for state in ActionState)
COLUMNS = tuple(
    SheetColumn(name, FilledBy.CHOICE if name == "state" else FilledBy.FIXED, 12, STATES if name == "state" else ())
    for name in ACTION_COLUMNS
)
FIXED = {"region": "140100", "target": "women.health.1.life"}
OLD = {**FIXED, "number": "A0001", "action": "开展普查", "who": "市卫健委", "due": "2024-12-31", "state": "未开始"}
NEW = {
    **FIXED,
    "action": "增设门诊",
    "who": "市财政局",
    "due": "2025-06-30",
    "state": "进行中",
    "chance_then": "24.00%",
}
BLANK = {"region": "140000", "target": "women.health.2.mmr", "status_then": "unlikely"}


def sheet(path: Path, *rows: dict[str, str]) -> Path:
    path.write_bytes(ledger_bytes(LedgerSheet("行动清单", "说明", COLUMNS, rows, Language.ZH)))
    return path


def returned(path: Path, known: Actions | None = None):
    return read_returned(path, Actions((KNOWN,)) if known is None else known, TARGETS, REGISTER, DAY)


def test_new_moved_and_unchanged_rows(tmp_path: Path):
    found = returned(sheet(tmp_path / "a.xlsx", {**OLD, "state": "已完成"}, NEW, BLANK))
    assert [(item.number, item.recorded, item.chance_then) for item in found.new] == [("A0002", DAY, 0.24)]
    (moved,) = found.moved
    assert (moved.state, moved.status_then, moved.chance_then) == (ActionState.DONE, Status.UNLIKELY, 0.24)
    assert found.unchanged == 0
    assert returned(sheet(tmp_path / "b.xlsx", OLD)).unchanged == 1


def test_rows_are_only_ever_added(tmp_path: Path):
    known = Actions((KNOWN,))
    after = returned(sheet(tmp_path / "a.xlsx", {**OLD, "state": "进行中"}, NEW)).added_to(known)
    assert after.rows[0] == KNOWN and len(after.rows) == 3 and len(after) == 2
    assert [row.state for row in after.history("A0001")] == [ActionState.PLANNED, ActionState.RUNNING]
    assert len(after.of("140100", "women.health.1.life")) == 2
    # the same sheet once more changes nothing
    again = returned(sheet(tmp_path / "b.xlsx", {**OLD, "state": "进行中"}), after)
    assert (again.new, again.moved, again.unchanged) == ((), (), 1)


def test_what_was_written_is_read_back(tmp_path: Path):
    known = returned(sheet(tmp_path / "a.xlsx", NEW)).added_to(Actions((KNOWN,)))
    path = write_actions(tmp_path / "actions.csv", known)
    assert load_actions(path, TARGETS, REGISTER).rows == known.rows


def test_a_day_that_excel_stores_as_a_number_is_read(tmp_path: Path):
    path = sheet(tmp_path / "a.xlsx", NEW)
    book = load_workbook(path)
    place = [cell.value for cell in book.active[2]].index("完成时限") + 1
    book.active.cell(3, place).value = date(2025, 6, 30)
    book.active.cell(3, 2).value = 140100  # the code as a number
    book.save(path)
    (new,) = returned(path).new
    assert (new.due, new.region) == (date(2025, 6, 30), "140100")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([{**NEW, "number": "A0009"}], "没有编号 A0009"),
        ([{**OLD, "region": "140000"}], "不能改到别处"),
        ([OLD, OLD], "A0001 已在"),
        ([{**NEW, "who": ""}], "责任单位"),
        ([{**NEW, "due": "年底"}], "完成时限"),
        ([{**NEW, "due": ""}], "完成时限"),
        ([{**NEW, "state": "推进"}], "未开始"),
        ([{**NEW, "action": ""}], "商定事项"),
        ([{**NEW, "region": "140200"}], "不适用于地区 140200"),
        ([BLANK], "没有填写任何商定事项"),
        ([], "没有填写任何商定事项"),
    ],
)
def test_a_faulty_list_is_answered_with_sentences(tmp_path: Path, rows, words):
    with pytest.raises(BadParameter) as problem:
        returned(sheet(tmp_path / "a.xlsx", *rows))
    assert len(problem.value.faults) == 1
    assert words in problem.value.faults[0].zh and "a.xlsx" in problem.value.faults[0].where


def test_another_file_is_not_taken_for_a_list(tmp_path: Path):
    path = tmp_path / "other.csv"
    path.write_text("甲,乙\n1,2\n", encoding="utf-8")
    with pytest.raises(BadParameter, match="没有找到表头"):
        returned(path)


def test_the_sheet_is_the_same_bytes_every_time(tmp_path: Path):
    one, other = sheet(tmp_path / "a.xlsx", OLD), sheet(tmp_path / "b.xlsx", OLD)
    assert one.read_bytes() == other.read_bytes()
    validations = load_workbook(one).active.data_validations.dataValidation
    assert validations[0].formula1 == f'"{",".join(STATES)}"'


def test_overdue():
    assert not KNOWN.overdue(date(2024, 12, 31))
    assert KNOWN.overdue(date(2025, 1, 1))
    done = Action(**{**KNOWN.__dict__, "state": ActionState.DONE})
    assert not done.overdue(date(2026, 1, 1))
