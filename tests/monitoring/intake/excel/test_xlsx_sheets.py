"""Excel workbooks: values and marks, checked against what the writing libraries were told to write."""

import zipfile
from datetime import datetime

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.formats.opening import read_sheets
from tests.monitoring.intake.office_files import changed_part, write_xlsx

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def book(tmp_path):
    """Writes a workbook with XlsxWriter by a function of workbook and sheet, and opens it."""

    def make(fill, **options):
        path = tmp_path / "a.xlsx"
        made = xlsxwriter.Workbook(path, options)
        fill(made, made.add_worksheet("数据"))
        made.close()
        return read_sheets(path)

    return make


def test_plain_values_keep_their_places_and_types(book):
    def fill(made, sheet):
        sheet.write_row(3, 2, ["太原市", 2023, 12.5, True, "  ", None, "末"])

    sheet = book(fill).sheets[0]
    assert sheet.rows == ((), (), (), (None, None, "太原市", 2023.0, 12.5, True, None, None, "末"))
    assert type(sheet.rows[3][3]) is float


@pytest.mark.parametrize("beside", ["nothing", "merged", "hidden"])
@pytest.mark.parametrize(
    ("code", "percent"), [("0%", True), ("0.0%;[Red]-0.0%", True), ('0.0"%"', False), (r"0.0\%", False)]
)
def test_per_cent_cells_are_marked_and_keep_what_is_stored(book, code, percent, beside):
    def fill(made, sheet):
        sheet.write_row(0, 0, ["率", 0.5])
        sheet.write_number(1, 1, 0.121, made.add_format({"num_format": code}))
        sheet.write_string(2, 1, "12.1%", made.add_format({"num_format": code}))
        if beside == "merged":
            sheet.merge_range(4, 0, 4, 3, "注")
        if beside == "hidden":
            sheet.set_row(2, options={"hidden": True})

    sheet = book(fill).sheets[0]
    assert sheet.rows[1][1] == (0.121 if percent else "0.121%")  # a sign in quotation marks is read as it is seen
    assert sheet.marks.percent == (frozenset({(1, 1)}) if percent else frozenset())


def test_a_year_formatted_as_a_date_arrives_as_the_date_it_shows(book):
    def fill(made, sheet):
        sheet.write_number(0, 0, 2015, made.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_number(0, 1, 60, made.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_datetime(0, 2, datetime(2024, 5, 31), made.add_format({"num_format": 'yyyy"年"m"月"'}))

    sheet = book(fill).sheets[0]
    assert sheet.rows == ((datetime(1905, 7, 7), 60.0, datetime(2024, 5, 31)),)
    assert sheet.marks.dates == {(0, 1)}


def test_a_workbook_that_counts_from_1904_says_so(book):
    def fill(made, sheet):
        sheet.write_datetime(0, 0, datetime(2024, 1, 1), made.add_format({"num_format": "yyyy-mm-dd"}))

    opened = book(fill, date_1904=True)
    assert opened.date1904 and opened.sheets[0].rows == ((datetime(2024, 1, 1),),)


def test_errors_are_marked_by_name_and_no_value(book):
    def fill(_, sheet):
        sheet.write_formula("A1", "=B1/0", None, "#DIV/0!")
        sheet.write_formula("A2", "='[x.xlsx]表'!A1", None, "#REF!")
        sheet.write_formula("A3", "=NA()", None, "#N/A")

    sheet = book(fill).sheets[0]
    assert dict(sheet.marks.errors) == {(0, 0): "#DIV/0!", (1, 0): "#REF!", (2, 0): "#N/A"}
    assert sheet.rows == ((), (), ())


@pytest.mark.parametrize(
    ("formula", "cached", "blank"),
    [
        ("=N9*1", 0, True),
        ("=SUM(N1:P3)", 0, True),
        ("=B1*1", 0, False),
        ("=B1*N9", 0, False),
        ("=空!A1+N9", 0, True),
        ("=N9*1", 7, False),
        ('=IF(A9="B1",0,0)', 0, True),
        ("=0", 0, False),
    ],
)
def test_a_zero_made_of_blank_cells_is_told_from_a_true_zero(book, formula, cached, blank):
    def fill(made, sheet):
        made.add_worksheet("空")
        sheet.write_number("B1", 0)
        sheet.write_formula("A1", formula, None, cached)

    found = book(fill).sheets[0].marks.formulas[0, 0]
    assert (found.text, found.cached, found.inputs_blank, found.stale) == (formula, True, blank, True)


def test_a_formula_without_a_result_is_not_cached(tmp_path):
    path = tmp_path / "a.xlsx"
    made = openpyxl.Workbook()
    made.active["A1"], made.active["B1"] = "=B1*2", 3
    made.save(path)
    sheet = read_sheets(path).sheets[0]
    assert not sheet.marks.formulas[0, 0].cached and sheet.rows == ((None, 3.0),)


def test_a_shared_formula_is_read_for_each_of_its_cells(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [1, 5.5], [0, 2])
    cell = '<c r="C1"><f t="shared" ref="C1:C2" si="0">X1*$B$1</f><v>0</v></c>'
    next_cell = '<c r="C2"><f t="shared" si="0"/><v>0</v></c>'
    once = changed_part(path, tmp_path / "b.xlsx", SHEET, "<v>5.5</v></c>", f"<v>5.5</v></c>{cell}")
    twice = changed_part(once, tmp_path / "c.xlsx", SHEET, "<v>2</v></c>", f"<v>2</v></c>{next_cell}")
    formulas = read_sheets(twice).sheets[0].marks.formulas
    assert [formulas[place].text for place in ((0, 2), (1, 2))] == ["=X1*$B$1", "=X2*$B$1"]


def test_hidden_rows_columns_and_merged_ranges_are_marked(book):
    def fill(_, sheet):
        for row in range(6):
            sheet.write_row(row, 0, [row] * 6)
        sheet.set_row(2, options={"hidden": True})
        sheet.set_row(4, 0)
        sheet.set_column("C:D", 8, None, {"hidden": True})
        sheet.set_column("F:XFD", 0)
        sheet.merge_range("A1:B2", "区")

    marks = book(fill).sheets[0].marks
    assert marks.hidden_rows == {2, 4} and marks.hidden_columns == {2, 3, 5}
    assert marks.merged == (((0, 0), (1, 1)),)


def test_hidden_and_very_hidden_sheets_are_there_without_cells_and_charts_are_not(book):
    def fill(made, sheet):
        sheet.write(0, 0, 1)
        for name in ("旧", "深"):
            made.add_worksheet(name).write(0, 0, "作废")
        made.get_worksheet_by_name("旧").hide()
        made.get_worksheet_by_name("深").very_hidden()
        chart = made.add_chart({"type": "line"})
        chart.add_series({"values": "=数据!$A$1:$A$2"})
        made.add_chartsheet("图").set_chart(chart)

    sheets = book(fill).sheets
    assert [(sheet.name, sheet.visible, len(sheet.rows)) for sheet in sheets] == [
        ("数据", True, 1),
        ("旧", False, 0),
        ("深", False, 0),
    ]


def test_rich_and_escaped_texts_and_phonetic_readings(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", ["甲", "乙"])
    rich = "<r><t>丙</t></r><r><t>丁</t></r><rPh sb='0' eb='1'><t>よみ</t></rPh>"
    one = changed_part(path, tmp_path / "b.xlsx", "xl/sharedStrings.xml", "<t>甲</t>", rich)
    two = changed_part(one, tmp_path / "c.xlsx", "xl/sharedStrings.xml", "<t>乙</t>", "<t>a_x000D_b</t>")
    assert read_sheets(two).sheets[0].rows == (("丙丁", "a\rb"),)


def test_a_prefix_before_every_element_changes_nothing(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", ["甲", 1.5])
    cell = '<x:row r="1"><x:c r="B1"><x:v>2.5</x:v></x:c></x:row>'
    text = f'<x:worksheet xmlns:x="m"><x:sheetData>{cell}</x:sheetData></x:worksheet>'
    with zipfile.ZipFile(path) as parts:
        old = parts.read(SHEET).decode()
    assert read_sheets(changed_part(path, tmp_path / "b.xlsx", SHEET, old, text)).sheets[0].rows == ((None, 2.5),)


def test_a_document_type_is_refused(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", ["甲", 1.5])
    doctype = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]><worksheet'
    bomb = changed_part(path, tmp_path / "b.xlsx", SHEET, "<worksheet", doctype)
    with pytest.raises(BadObservations, match="DOCTYPE"):
        read_sheets(bomb)


CELL = st.one_of(
    st.none(),
    st.floats(-1e9, 1e9),
    st.booleans(),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=8).filter(str.strip),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELL, max_size=4), max_size=5), st.booleans())
def test_both_ways_of_reading_agree_with_calamine_and_openpyxl(tmp_path, rows, streamed):
    path = tmp_path / "a.xlsx"
    made = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = made.add_worksheet("数据")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, column, value)
            else:
                sheet.write(number, column, value)
    if streamed:
        sheet.merge_range(20, 0, 20, 1, "")
    made.close()
    read = read_sheets(path).sheets[0].rows
    expected = [[*row] for row in rows]
    for row in expected:
        while row and row[-1] is None:
            row.pop()
    while expected and not expected[-1]:
        expected.pop()
    assert [[*row] for row in read] == [
        [pytest.approx(value, rel=1e-15) if type(value) is float else value for value in row] for row in expected
    ]
    calamine = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    for number, row in enumerate(read):
        assert [value if value is not None else "" for value in row] == calamine[number][: len(row)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('s="1"><v>', 's="1"> <v>'),
        ('s="1"><v>', 's = "1"><v>'),
        ('s="1"><v>', 't="n" s="1"><v>'),
        ('s="1"><v>', 's="1"><!-- --><v>'),
        ("<c r=", "<c  r="),
        ('r="B1" s="1"', 's="1" r="B1"'),
        ('r="B1" s="1"', 's="1"'),
    ],
)
def test_a_per_cent_is_seen_however_the_xml_is_written(tmp_path, old, new):
    path = tmp_path / "a.xlsx"
    made = xlsxwriter.Workbook(path)
    sheet = made.add_worksheet("数据")
    sheet.write_string(0, 0, "率")
    sheet.write_number(0, 1, 0.121, made.add_format({"num_format": "0.0%"}))
    made.close()
    sheet = read_sheets(changed_part(path, tmp_path / "b.xlsx", SHEET, old, new)).sheets[0]
    assert sheet.rows == (("率", 0.121),) and sheet.marks.percent == {(0, 1)}


def test_merged_ranges_and_dates_of_a_sheet_with_nothing_else(book):
    def fill(made, sheet):
        sheet.merge_range("A1:C1", "表一")
        sheet.write_datetime(1, 0, datetime(2024, 5, 31), made.add_format({"num_format": "yyyy-mm-dd"}))

    sheet = book(fill).sheets[0]
    assert sheet.marks.merged == (((0, 0), (0, 2)),)
    assert sheet.rows == (("表一",), (datetime(2024, 5, 31),))


@pytest.mark.parametrize("rows", [10, 4000, 30_000])
def test_marks_are_found_in_every_part_of_a_long_sheet(book, rows):
    def fill(made, sheet):
        percent = made.add_format({"num_format": "0.0%"})
        for row in range(rows):
            sheet.write_row(row, 0, ["140100", "指标", row, 1.5])
            if row % 997 == 3:
                sheet.write_number(row, 4, 0.121, percent)
        sheet.merge_range(rows, 0, rows, 3, "注")

    marks = book(fill).sheets[0].marks
    assert marks.percent == {(row, 4) for row in range(rows) if row % 997 == 3}
    assert marks.merged == (((rows, 0), (rows, 3)),)


@pytest.mark.parametrize(
    ("cell", "value", "error"),
    [
        ('<c r="B1"><v>1.5E+2</v></c>', 150.0, None),
        ('<c r="B1" t="n"><v>-0.25</v></c>', -0.25, None),
        ('<c r="B1"/>', None, None),
        ('<c r="B1" t="s"/>', None, None),
        ('<c r="B1" t="s"><v></v></c>', None, None),
        ('<c r="B1" t="inlineStr"><is><t></t></is></c>', None, None),
        ('<c r="B1" t="inlineStr"><is><t>a&amp;b</t></is></c>', "a&b", None),
        ('<c r="B1" t="str"><v>12</v></c>', "12", None),
        ('<c r="B1" t="b"><v>1</v></c>', True, None),
        ('<c r="B1"><v>1e999</v></c>', None, "#NUM!"),
        ('<c r="B1"><v>1.2.3</v></c>', None, "#?"),
        ('<c r="B1"><v>12 %</v></c>', None, "#?"),
        ('<c r="B1" t="s"><v>99</v></c>', None, "#?"),
        ('<c r="B1" t="e"><v>#DIV/0!</v></c>', None, "#DIV/0!"),
    ],
)
def test_a_cell_is_what_its_type_says_and_a_broken_one_is_an_error(tmp_path, cell, value, error):
    path = write_xlsx(tmp_path / "a.xlsx", ["甲", 1.5])
    sheet = read_sheets(changed_part(path, tmp_path / "b.xlsx", SHEET, '<c r="B1"><v>1.5</v></c>', cell)).sheets[0]
    assert sheet.rows[0] == (("甲",) if value is None else ("甲", value))
    assert sheet.marks.errors == ({(0, 1): error} if error else {})


def test_rows_and_cells_in_disorder_keep_their_places(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", ["甲", 1.5])
    cells = (
        '<c r="D1"><v>4</v></c><c r="B1"><v>1.5</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="A2"><v>2</v></c>'
    )
    sheet = read_sheets(changed_part(path, tmp_path / "b.xlsx", SHEET, '<c r="B1"><v>1.5</v></c>', cells)).sheets[0]
    assert sheet.rows == (("甲", 1.5, None, 4.0), (2.0,), (3.0,))


def test_a_number_shown_in_ten_thousands_is_marked_and_not_read(book):
    def fill(made, sheet):
        sheet.write_row(0, 0, ["指标", 1.5])
        sheet.write_number(0, 2, 10000, made.add_format({"num_format": "0!.0,"}))

    sheet = book(fill).sheets[0]
    assert sheet.rows == (("指标", 1.5),) and sheet.marks.errors == {(0, 2): "#scaled"}
