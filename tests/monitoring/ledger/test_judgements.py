"""Judgements read from CSV and Excel, and every faulty file answered with sentences."""

import csv
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from sxresearch.errors import BadParameter
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.ledger.judgements import (
    JUDGEMENT_COLUMNS,
    Judgements,
    JudgementSource,
    load_judgements,
    source_word,
    write_judgements,
)
from sxresearch.monitoring.ledger.ledger_table import column_name
from sxresearch.paths import DATA
from sxresearch.plan.indicators import Indicators
from sxresearch.plan.regions import load_regions
from sxresearch.terms import Language, Status

REGISTER = Register(Indicators(by_id={}), load_regions(DATA / "regions.csv"))
TARGETS = {"women.health.1.life": frozenset({"140000", "140100"}), "women.health.2.mmr": frozenset({"140000"})}
GOOD = {
    "region": "140100", "target": "women.health.1.life", "source": "部门自评", "judgement": "有望达标", "chance": "85%",
    "role": "市卫生健康委规划处", "date": "2024-03-05", "reason": "已完成普查", "evidence": "并卫发〔2024〕3号",
    "as_of": "2023",
}  # fmt: skip


def csv_file(path: Path, *rows: dict[str, str], columns=JUDGEMENT_COLUMNS) -> Path:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path


def excel_file(path: Path, *rows: dict[str, object], above: int = 2) -> Path:
    book = Workbook()
    sheet = book.active
    for _ in range(above):
        sheet.append(["会后填写"])
    sheet.append([column_name(column, Language.ZH) for column in JUDGEMENT_COLUMNS])
    for row in rows:
        sheet.append([row.get(column) for column in JUDGEMENT_COLUMNS])
    book.save(path)
    return path


def read(path: Path) -> Judgements:
    return load_judgements(path, TARGETS, REGISTER)


def test_without_a_file_there_are_none(tmp_path: Path):
    assert len(read(tmp_path / "judgements.csv")) == 0


def test_a_row_is_read_whole(tmp_path: Path):
    (found,) = read(csv_file(tmp_path / "j.csv", GOOD)).rows
    assert (found.region, found.target, found.source) == ("140100", "women.health.1.life", JudgementSource.DEPARTMENT)
    assert (found.status, found.chance, found.day, found.as_of) == (Status.LIKELY, 0.85, date(2024, 3, 5), 2023)
    assert (found.role, found.reason, found.evidence) == ("市卫生健康委规划处", "已完成普查", "并卫发〔2024〕3号")


@pytest.mark.parametrize(
    "excel",
    [
        {"region": 140100, "date": datetime(2024, 3, 5), "chance": 0.85, "as_of": 2023},  # codes and days as numbers
        {"region": 140100.0, "date": date(2024, 3, 5), "chance": "85％", "as_of": "2023年"},
        {"region": "太原市", "date": 45356, "chance": "0.85", "as_of": 2023.0},  # a day's serial number
        {"region": "太原", "date": "2024/3/5", "judgement": "likely", "source": "department"},
        {"region": "140100000000", "date": "2024年3月5日", "chance": " 85 % "},
        {"region": "1401００", "date": "20240305"},  # full-width figures
        {"region": "140100 太原市", "date": "2024.03.05"},
    ],
)
def test_what_excel_makes_of_it_is_read_as_it_was_meant(tmp_path: Path, excel):
    (found,) = read(excel_file(tmp_path / "j.xlsx", {**GOOD, **excel})).rows
    (plain,) = read(csv_file(tmp_path / "j.csv", GOOD)).rows
    assert (found.region, found.day, found.chance, found.as_of) == (plain.region, plain.day, plain.chance, plain.as_of)
    assert (found.status, found.source) == (plain.status, plain.source)


@pytest.mark.parametrize(
    ("wrong", "column", "words"),
    [
        ({"region": "太远市"}, "地区", "太原市"),
        ({"region": ""}, "地区", "空白"),
        ({"region": "1401"}, "地区", "1401"),
        ({"target": "women.health.1.lief"}, "监测目标", "women.health.1.life"),
        ({"target": "women.health.2.mmr"}, "", "不适用于地区 140100"),
        ({"source": "本人"}, "研判主体", "部门自评"),
        ({"judgement": "还行"}, "研判意见", "有望达标"),
        ({"judgement": ""}, "研判意见", "空白"),
        ({"chance": "85"}, "达标概率", "85"),  # 85 of what?
        ({"chance": "1"}, "达标概率", "百分号"),
        ({"chance": "nan"}, "达标概率", "nan"),
        ({"chance": "120%"}, "达标概率", "120%"),
        ({"date": "3-5"}, "日期", "3-5"),
        ({"date": "2024-02-30"}, "日期", "2024-02-30"),
        ({"date": "1905-07-07"}, "日期", "1905-07-07"),  # a year that Excel took for a day
        ({"date": "03/05/2024"}, "日期", "2024-03-05"),  # March or May?
        ({"role": ""}, "研判人", "请补上"),
        ({"reason": " "}, "理由", "请补上"),
        ({"evidence": ""}, "佐证", "请补上"),
        ({"reason": "长" * 2001}, "理由", "2000"),
        ({"as_of": "去年"}, "数据截至年份", "去年"),
    ],
)
def test_a_faulty_cell_is_answered_with_place_expected_found_and_what_to_do(tmp_path: Path, wrong, column, words):
    path = csv_file(tmp_path / "j.csv", GOOD | {"date": "2024-01-01"}, {**GOOD, **wrong})
    with pytest.raises(BadParameter) as problem:
        read(path)
    (fault,) = problem.value.faults
    assert column in fault.zh and words in fault.zh
    assert "j.csv" in fault.where and "3" in fault.where
    assert fault.en


def test_the_place_in_a_workbook_is_its_sheet_and_cell(tmp_path: Path):
    with pytest.raises(BadParameter, match="「Sheet」G4"):
        read(excel_file(tmp_path / "j.xlsx", {**GOOD, "date": "明年"}))


def test_all_faults_are_told_at_once(tmp_path: Path):
    with pytest.raises(BadParameter) as problem:
        read(csv_file(tmp_path / "j.csv", {**GOOD, "region": "?", "date": "?", "role": ""}, {**GOOD, "judgement": "?"}))
    assert len(problem.value.faults) == 4


def test_an_error_in_a_cell_is_quoted(tmp_path: Path):
    path = excel_file(tmp_path / "j.xlsx", {**GOOD, "date": "#N/A"})
    with pytest.raises(BadParameter, match="#N/A"):
        read(path)


def test_missing_columns_are_named(tmp_path: Path):
    path = csv_file(tmp_path / "j.csv", GOOD, columns=("region", "target", "judgement"))
    with pytest.raises(BadParameter) as problem:
        read(path)
    assert all(name in problem.value.faults[0].zh for name in ("研判主体", "日期", "佐证"))


def test_the_same_judgement_twice_on_a_day_is_refused_and_a_later_one_counts(tmp_path: Path):
    with pytest.raises(BadParameter, match="已有一条研判"):
        read(csv_file(tmp_path / "twice.csv", GOOD, {**GOOD, "judgement": "难以判断"}))
    later = {**GOOD, "date": "2025-03-05", "judgement": "难以判断", "chance": ""}
    panel = {**GOOD, "source": "专家组", "judgement": "达标困难", "chance": ""}
    found = read(csv_file(tmp_path / "j.csv", later, GOOD, panel))
    assert len(found) == 3  # nothing is erased
    assert [item.status for item in found.beside("140100", "women.health.1.life")] == [
        Status.UNCERTAIN,
        Status.UNLIKELY,
    ]
    assert found.beside("140000", "women.health.1.life") == ()


def test_what_was_written_is_read_back(tmp_path: Path):
    found = read(csv_file(tmp_path / "j.csv", GOOD, {**GOOD, "source": "专家组", "reason": "=1+1", "chance": ""}))
    path = write_judgements(tmp_path / "out.csv", found)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    again = read(path)
    assert [item.status for item in again.rows] == [item.status for item in found.rows]
    assert again.rows[0].chance == 0.85
    assert again.rows[1].reason == "'=1+1"  # no spreadsheet takes it for a formula
    assert write_judgements(tmp_path / "more.csv", again).read_bytes() == path.read_bytes()


def test_gb18030_is_read(tmp_path: Path):
    path = csv_file(tmp_path / "j.csv", GOOD)
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    assert read(path).rows[0].role == "市卫生健康委规划处"


@pytest.mark.parametrize("source", list(JudgementSource))
def test_every_source_has_words(source):
    assert all(source_word(source, language) for language in Language)
