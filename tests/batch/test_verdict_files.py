"""The verdict table as CSV, Parquet and Excel, with no cell that a spreadsheet would run."""

import math
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from sxresearch.batch.verdict_files import PLAIN_SHEET, SYNTHETIC_SHEET, check_table_path, write_table
from sxresearch.errors import BadParameter


@pytest.fixture
def table() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "region": ["140100", "140200", "140300"],
            "shortfall": [-1.5, math.nan, 2.0],
            "met_now": [True, None, False],
            "reason_zh": ["=SUM(A1)", "+达标", None],
            "reason_en": ["-5 points", "@home", "plain = text"],
            "synthetic": [True, True, False],
        }
    )


def test_csv_neutralises_texts_and_leaves_numbers(table: pd.DataFrame, tmp_path: Path):
    path = write_table(table, tmp_path / "verdicts.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert path.read_text(encoding="utf-8-sig").splitlines() == [
        "region,shortfall,met_now,reason_zh,reason_en,synthetic",
        "140100,-1.5,True,'=SUM(A1),'-5 points,True",
        "140200,,,'+达标,'@home,True",
        "140300,2.0,False,,plain = text,False",
    ]


def test_excel_has_a_frozen_head_filters_and_no_formula(table: pd.DataFrame, tmp_path: Path):
    book = openpyxl.load_workbook(write_table(table, tmp_path / "verdicts.xlsx"))
    assert book.sheetnames == [SYNTHETIC_SHEET]
    sheet = book.active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:F4"
    assert [cell.value for cell in sheet[2]] == ["140100", -1.5, True, "'=SUM(A1)", "'-5 points", True]
    assert [cell.value for cell in sheet[3]] == ["140200", None, None, "'+达标", "'@home", True]
    assert all(cell.data_type != "f" for row in sheet for cell in row)


def test_only_synthetic_figures_mark_the_sheet(table: pd.DataFrame, tmp_path: Path):
    book = openpyxl.load_workbook(write_table(table.iloc[2:], tmp_path / "verdicts.xlsx"))
    assert book.sheetnames == [PLAIN_SHEET]


def test_parquet_keeps_the_table_as_it_is(table: pd.DataFrame, tmp_path: Path):
    read = pd.read_parquet(write_table(table, tmp_path / "verdicts.parquet"))
    assert read["reason_zh"].tolist()[:2] == ["=SUM(A1)", "+达标"]
    assert read["shortfall"].tolist()[0] == -1.5


@pytest.mark.parametrize("ending", ["csv", "parquet", "xlsx"])
def test_the_same_table_gives_the_same_bytes(ending: str, table: pd.DataFrame, tmp_path: Path):
    first, second = (write_table(table, tmp_path / f"{name}.{ending}").read_bytes() for name in "ab")
    assert first == second


def test_the_callers_table_is_not_changed(table: pd.DataFrame, tmp_path: Path):
    before = table.copy()
    write_table(table, tmp_path / "verdicts.csv")
    pd.testing.assert_frame_equal(table, before)


@pytest.mark.parametrize("name", ["verdicts.json", "verdicts", "verdicts.xls"])
def test_another_ending_is_refused(name: str):
    with pytest.raises(BadParameter, match=r"\.csv \.parquet \.xlsx"):
        check_table_path(Path(name))
