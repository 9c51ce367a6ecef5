"""Old Excel workbooks, written by xlwt."""

from datetime import datetime

import pytest
import xlwt

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.formats.opening import read_sheets
from tests.monitoring.intake.office_files import write_xls


@pytest.fixture
def book(tmp_path):
    def make(fill):
        made = xlwt.Workbook(encoding="utf-8")
        fill(made, made.add_sheet("数据", cell_overwrite_ok=True))
        made.save(str(tmp_path / "a.xls"))
        return read_sheets(tmp_path / "a.xls")

    return make


def test_plain_values_keep_their_places_and_types(tmp_path):
    opened = read_sheets(write_xls(tmp_path / "a.xls", [], [None, "太原市", 2023, 12.5, True, "  "]))
    assert opened.kind == "xls"
    assert opened.sheets[0].rows == ((), (None, "太原市", 2023.0, 12.5, True))
    assert type(opened.sheets[0].rows[1][2]) is float


@pytest.mark.parametrize(
    ("code", "percent"), [("0%", True), ("0.0%;[Red]-0.0%", True), ('0.0"%"', False), (r"0.0\%", False)]
)
def test_per_cent_cells_are_marked(book, code, percent):
    sheet = book(lambda _, sheet: sheet.write(1, 1, 0.121, xlwt.easyxf(num_format_str=code))).sheets[0]
    assert sheet.rows[1][1] == (0.121 if percent else "0.121%")  # a sign in quotation marks is read as it is seen
    assert sheet.marks.percent == (frozenset({(1, 1)}) if percent else frozenset())


def test_a_year_formatted_as_a_date_arrives_as_the_date_it_shows(book):
    shown = xlwt.easyxf(num_format_str='yyyy"年"')
    assert book(lambda _, sheet: sheet.write(0, 0, 2015, shown)).sheets[0].rows == ((datetime(1905, 7, 7),),)


def test_errors_formulas_hidden_and_merged_cells(book):
    def fill(_, sheet):
        sheet.row(0).set_cell_error(0, "#DIV/0!")
        sheet.write(1, 0, xlwt.Formula("N9*1"))
        sheet.write(2, 1, "末")
        sheet.row(1).hidden = True
        sheet.col(1).hidden = True
        sheet.write_merge(3, 4, 0, 2, "区")

    marks = book(fill).sheets[0].marks
    assert dict(marks.errors) == {(0, 0): "#DIV/0!"}
    formula = marks.formulas[1, 0]
    assert "N9" in formula.text and not formula.cached
    assert marks.hidden_rows == {1} and marks.hidden_columns == {1}
    assert marks.merged == (((3, 0), (4, 2)),)


def test_hidden_sheets_are_there_without_cells(book):
    def fill(made, sheet):
        sheet.write(0, 0, 1)
        for name, level in (("旧", 1), ("深", 2)):
            hidden = made.add_sheet(name)
            hidden.write(0, 0, "作废")
            hidden.visibility = level

    assert [(sheet.name, sheet.visible, len(sheet.rows)) for sheet in book(fill).sheets] == [
        ("数据", True, 1),
        ("旧", False, 0),
        ("深", False, 0),
    ]


def test_a_password_is_named(tmp_path):
    path = write_xls(tmp_path / "a.xls", ["甲", 1])
    content = bytearray(path.read_bytes())
    start = content.index(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    after = start + 20
    content[after : after + 2] = b"\x2f\x00"  # the record after the first becomes FILEPASS
    path.write_bytes(bytes(content))
    with pytest.raises(BadObservations, match="密码"):
        read_sheets(path)
