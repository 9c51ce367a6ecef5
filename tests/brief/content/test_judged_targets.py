"""Judgements and actions in page, Word and Excel: beside the model's answer, never in its place."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from sxresearch.brief.content.brief_content import brief_content
from sxresearch.brief.content.judged_targets import agreed_actions, judged_targets, judgement_lines
from sxresearch.brief.content.pack import region_pack
from sxresearch.brief.office.excel import write_excel
from sxresearch.brief.office.word import write_word
from sxresearch.brief.page.sections import warning_table
from sxresearch.monitoring.ledger.actions import Action, Actions, ActionState
from sxresearch.monitoring.ledger.judgements import Judgement, Judgements, JudgementSource
from sxresearch.terms import Status
from tests.brief.conftest import REGION, make_assessment, make_inputs

MATERNAL, LITERACY = "women.health.1.maternal", "women.life.1.literacy"
HOSTILE = "<script>alert(1)</script>"


def judged(target: str, status: Status, source=JudgementSource.DEPARTMENT, chance: float | None = None) -> Judgement:
    evidence = "并卫发〔2024〕3号"
    return Judgement(
        REGION, target, source, status, chance, "市卫健委", date(2024, 3, 5), HOSTILE, evidence, 2023, "j:2"
    )


ACTION = Action(
    "A0001", REGION, MATERNAL, "开展演练", "市卫健委", date(2024, 12, 31), ActionState.PLANNED, "", date(2024, 3, 5),
    Status.VERY_UNLIKELY, 0.02, 2022,
)  # fmt: skip


@pytest.fixture(scope="module")
def inputs():
    judgements = Judgements(
        (judged(MATERNAL, Status.LIKELY, chance=0.9), judged(MATERNAL, Status.VERY_UNLIKELY, JudgementSource.PANEL),
         judged(LITERACY, Status.MET))
    )  # fmt: skip
    moved = replace(ACTION, state=ActionState.RUNNING, recorded=date(2024, 9, 1))
    return replace(make_inputs(), judgements=judgements, actions=Actions((ACTION, moved)))


@pytest.fixture(scope="module")
def content(inputs):
    return brief_content(inputs, make_assessment(), REGION)


def test_the_model_s_answer_stays_as_it_is(content):
    plain = brief_content(make_inputs(), make_assessment(), REGION)
    assert [(row.status, row.p, row.flag) for row in content.rows] == [
        (row.status, row.p, row.flag) for row in plain.rows
    ]
    assert content.counts == plain.counts


def test_every_judgement_stands_beside_it_and_says_whether_it_differs(content):
    found = judged_targets(content.rows)
    assert [(item.row.place.target.id, item.source, item.differs) for item in found] == [
        (MATERNAL, "部门自评", True), (MATERNAL, "专家组", False), (LITERACY, "部门自评", False)
    ]  # fmt: skip
    lines = judgement_lines(found[0].row)
    assert len(lines) == 2
    assert "部门自评：" in lines[0] and "90%" in lines[0] and "市卫健委 2024-03-05" in lines[0]
    assert lines[0].endswith("与模型研判不同。") and "不同" not in lines[1]


def test_an_action_shows_the_answer_then_and_now(content):
    (item,) = agreed_actions(content.rows)
    assert item.state == "进行中"
    assert "2%" in item.then and "2022" in item.then
    assert "3%" in item.now


def test_the_page_shows_both_and_escapes_them(content):
    html = warning_table(content).html
    assert "部门自评" in html and "专家组" in html and "开展演练" in html and "与模型研判不同" in html
    assert HOSTILE not in html and "&lt;script&gt;" in html


def test_without_any_nothing_is_shown():
    html = warning_table(brief_content(make_inputs(), make_assessment(), REGION)).html
    assert "部门自评" not in html and "商定" not in html


def test_word_and_excel_have_them(inputs, tmp_path: Path):
    pack = region_pack(inputs, make_assessment(), REGION)
    cells = [
        cell.text
        for table in Document(str(write_word(pack, tmp_path / "a.docx"))).tables
        for row in table.rows
        for cell in row.cells
    ]
    assert any("与模型研判不同" in text for text in cells) and "开展演练" in cells and "专家组" in cells
    book = load_workbook(write_excel(pack, tmp_path / "a.xlsx"))
    values = [value for name in ("研判对照", "行动清单") for row in book[name].values for value in row]
    assert "部门自评" in values and "A0001" in values and "开展演练" in values
    plain = write_excel(region_pack(make_inputs(), make_assessment(), REGION), tmp_path / "b.xlsx")
    assert not {"研判对照", "行动清单"} & set(load_workbook(plain).sheetnames)
