import hashlib

import pandas as pd
import pytest

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.table_files import read_cells


def refusal(path) -> str:
    with pytest.raises(BadObservations) as refused:
        read_cells(path)
    return "\n".join(f"{fault.where} {fault.en}" for fault in refused.value.faults)


def test_lines_are_numbered_as_an_editor_numbers_them(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('a,b\n\n1,"two\nlines"\n3,4\n', encoding="utf-8")
    table, _ = read_cells(path)
    assert table["line"].tolist() == [4, 5]  # a record that spans lines bears the number of its last line
    assert table["a"].tolist() == ["1", "3"]


def test_source_file_knows_hash_and_rows(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n1,2\n")
    _, source = read_cells(path)
    assert (source.name, source.rows) == ("a.csv", 1)
    assert source.sha256 == hashlib.sha256(b"a,b\n1,2\n").hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_chinese_text_in_either_encoding(tmp_path, encoding):
    path = tmp_path / "a.csv"
    path.write_text("指标,数值\n孕产妇死亡率,12.5\n", encoding=encoding)
    table, _ = read_cells(path)
    assert table.loc[0, "指标"] == "孕产妇死亡率"


@pytest.mark.parametrize("ending", [".xlsx", ".parquet"])
def test_spreadsheet_cells_arrive_as_the_text_one_sees(tmp_path, ending):
    path = tmp_path / f"a{ending}"
    frame = pd.DataFrame({"地区": [140100, 140200], "年份": [2020, 2021], "数值": [12.5, None]})
    if ending == ".xlsx":
        frame.to_excel(path, index=False)
    else:
        frame.to_parquet(path)
    table, _ = read_cells(path)
    assert table.drop(columns="line").to_numpy().tolist() == [["140100", "2020", "12.5"], ["140200", "2021", ""]]
    assert table["line"].tolist() == [2, 3]


def test_empty_columns_right_of_the_header_are_no_columns(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("a,b,,\n1,2,,\n", encoding="utf-8")
    assert list(read_cells(path)[0].columns) == ["a", "b", "line"]


@pytest.mark.parametrize("content", ["", "   \n\n", "a,b\n", "a,b\n,\n"])
def test_empty_file_is_refused(tmp_path, content):
    path = tmp_path / "a.csv"
    path.write_text(content, encoding="utf-8")
    assert "The file is empty" in refusal(path)


def test_missing_file_is_refused(tmp_path):
    assert "was not found" in refusal(tmp_path / "none.csv")


def test_unknown_kind_of_file_is_refused(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"x")
    assert 'got ".docx"' in refusal(path)


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.parquet"])
def test_damaged_file_is_refused_with_a_sentence(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"this is no spreadsheet")
    assert "The file is damaged" in refusal(path)


def test_workbook_cut_short_is_refused_with_a_sentence(tmp_path):
    path = tmp_path / "a.xlsx"
    pd.DataFrame({"a": range(500)}).to_excel(path, index=False)
    path.write_bytes(path.read_bytes()[:2000])
    assert "The file is damaged" in refusal(path)


def test_undecodable_text_is_refused(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n\xff\xff,1\n")
    assert "neither UTF-8 nor GB18030" in refusal(path)


def test_rows_longer_than_the_header_are_all_named(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2,3\n1,2\n1,200,5\n", encoding="utf-8")
    found = refusal(path)
    assert "a.csv:2 " in found
    assert "a.csv:4 " in found
    assert "a.csv:3 " not in found
