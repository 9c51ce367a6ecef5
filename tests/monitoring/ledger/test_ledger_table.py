"""Heads of ledgers: found below titles, in either language, in the first sheet that has one."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from sxresearch.errors import SxError
from sxresearch.monitoring.ledger.ledger_table import column_name, ledger_rows, write_ledger
from sxresearch.terms import Language

COLUMNS = ("region", "target", "note")


def book(path: Path, *sheets: list[list[object]], hidden: int | None = None) -> Path:
    made = Workbook()
    made.remove(made.active)
    for number, rows in enumerate(sheets):
        sheet = made.create_sheet(f"S{number}")
        for row in rows:
            sheet.append(row)
        if number == hidden:
            sheet.sheet_state = "hidden"
    made.save(path)
    return path


@pytest.mark.parametrize("heads", [COLUMNS, *([column_name(c, language) for c in COLUMNS] for language in Language)])
def test_heads_in_either_language_or_as_keys(tmp_path: Path, heads):
    (row,) = ledger_rows(book(tmp_path / "a.xlsx", [["标题"], [], list(heads), ["140100", "a", "b"]]), COLUMNS, COLUMNS)
    assert dict(row.cells) == {"region": "140100", "target": "a", "note": "b"}
    assert (row.line, row.where("note")) == (4, f"{tmp_path / 'a.xlsx'}「S0」C4")


def test_the_first_visible_sheet_with_all_columns_is_read(tmp_path: Path):
    good = [list(COLUMNS), ["1", "2", "3"]]
    path = book(tmp_path / "a.xlsx", good, [["说明"]], [["region"]], [list(COLUMNS), ["7", "8", "9"]], hidden=0)
    assert [row.cells["region"] for row in ledger_rows(path, COLUMNS, COLUMNS)] == ["7"]


def test_blank_rows_are_passed_over_and_optional_columns_may_lack(tmp_path: Path):
    path = book(tmp_path / "a.xlsx", [["region", "target"], [None, " "], ["1", "2"], [None, None]])
    (row,) = ledger_rows(path, COLUMNS, ("region", "target"))
    assert "note" not in row.cells


def test_a_file_that_is_no_table_is_a_sentence(tmp_path: Path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 damaged")
    with pytest.raises(SxError):
        ledger_rows(path, COLUMNS, COLUMNS)
    with pytest.raises(SxError):
        ledger_rows(tmp_path / "none.xlsx", COLUMNS, COLUMNS)


def test_formulas_are_neutralised_when_written(tmp_path: Path):
    path = write_ledger(tmp_path / "a.csv", COLUMNS, [["1", "=cmd()", "@x"]])
    assert path.read_text(encoding="utf-8-sig").splitlines()[1] == "1,'=cmd(),'@x"
