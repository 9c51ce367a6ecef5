"""Bounded memory: what a sheet says about its size is not believed, what is small is read, what is large refused."""

import subprocess
import sys
import zipfile

import pytest
import xlsxwriter

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.formats import limits
from sxresearch.monitoring.intake.formats.limits import Budget
from sxresearch.monitoring.intake.formats.opening import read_sheets
from tests.monitoring.intake.office_files import changed_part, ods_cell, write_ods, write_xlsx

MEASURE = """
import sys
from pathlib import Path
from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.formats.opening import read_sheets
try:
    read_sheets(Path(sys.argv[1]))
except BadObservations:
    pass
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("what", ["x", " ", 7])
def test_a_lone_cell_in_the_last_corner_costs_nothing(tmp_path, what):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["地区", 1.5])
    sheet.write(1_048_575, 16_383, what)
    book.close()
    rows = read_sheets(path).sheets[0].rows
    assert rows[0] == ("地区", 1.5)
    assert len(rows) == (1 if what == " " else 1_048_576)


def test_a_million_formatted_rows_are_read_as_what_they_hold(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", ["地区", 1.5])
    rows = "".join(f'<row r="{row}" s="1" customFormat="1"><c r="A{row}" s="1"/></row>' for row in range(2, 200_001))
    huge = changed_part(path, tmp_path / "b.xlsx", SHEET, "</sheetData>", f"{rows}</sheetData>")
    assert read_sheets(huge).sheets[0].rows == (("地区", 1.5),)


def test_text_in_the_last_column_of_many_rows_is_refused_as_too_large(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", ["地区", 1.5])
    rows = "".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(2, 2000))
    huge = changed_part(path, tmp_path / "b.xlsx", SHEET, "</sheetData>", f"{rows}</sheetData>")
    with pytest.raises(BadObservations, match="过大"):
        read_sheets(huge)


def test_repeats_of_an_ods_that_hold_something_are_bounded(tmp_path):
    row = '<table:table-row table:number-rows-repeated="1048576">{}</table:table-row>'
    full = row.format(ods_cell(1, table__number_columns_repeated="16384"))
    path = write_ods(tmp_path / "a.ods", f'<table:table table:name="a">{full}</table:table>')
    with pytest.raises(BadObservations, match="过大"):
        read_sheets(path)


def test_a_part_that_unpacks_to_too_much_is_refused_before_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MAX_UNPACKED", 100_000)
    path = write_xlsx(tmp_path / "a.xlsx", ["地区", 1.5])
    bomb = changed_part(path, tmp_path / "b.xlsx", SHEET, "<sheetData>", f"<sheetData>{' ' * 200_000}")
    with pytest.raises(BadObservations, match="解压"):
        read_sheets(bomb)


def test_a_part_that_declares_less_than_it_holds_is_refused(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", ["地区", 1.5])
    lying = changed_part(path, tmp_path / "b.xlsx", SHEET, "<sheetData>", f"<sheetData>{' ' * 200_000}")
    content = bytearray(lying.read_bytes())
    with zipfile.ZipFile(lying) as parts:
        size = parts.getinfo(SHEET).file_size
    content = content.replace(size.to_bytes(4, "little"), (500).to_bytes(4, "little"))
    lying.write_bytes(bytes(content))
    with pytest.raises(BadObservations, match="损坏"):
        read_sheets(lying)


def test_a_budget_is_spent_and_then_refuses():
    budget = Budget("a.xlsx", most=1000)
    budget.row(10)
    budget.text(50)
    with pytest.raises(BadObservations, match="过大"):
        budget.spend(1000)


def far_rows(path):
    small = write_xlsx(path.with_name("small.xlsx"), ["地区", 1.5])
    rows = "".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(2, 5000))
    changed_part(small, path, SHEET, "</sheetData>", f"{rows}</sheetData>")


def many_rows(path):
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    for row in range(50_000):
        sheet.write_row(row, 0, ["140100", f"指标{row}", "合计", 2020, row / 7, "%", row, row + 1, "终值"])
    book.close()


def repeated(path):
    row = ods_cell(1, table__number_columns_repeated="16384", table__formula="of:=1")
    rows = f'<table:table-row table:number-rows-repeated="1048576">{row}</table:table-row>'
    write_ods(path, f'<table:table table:name="a">{rows}</table:table>')


def spanned(path):
    cell = "<td rowspan=60000 colspan=16000>a"
    path.write_text(f"<table><tr>{cell}{'<tr><td>b' * 60_000}</table>", encoding="utf-8")


def quotes(path):
    path.write_text("a,b\n" + '"x,"\n' * 300_000, encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux counts it")
@pytest.mark.parametrize("write", [far_rows, many_rows, repeated, spanned, quotes])
def test_memory_stays_under_500_mb(tmp_path, write):
    path = tmp_path / "a.xlsx"
    write(path)
    done = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 500 * 1024
