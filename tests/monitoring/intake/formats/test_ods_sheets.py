"""OpenDocument spreadsheets, made by hand after OpenDocument 1.3 part 3."""

from datetime import datetime, time, timedelta

import pytest

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.formats.opening import read_sheets
from tests.monitoring.intake.office_files import ods_cell, ods_table, write_ods


def opened(tmp_path, inside, styles="", settings="", columns=""):
    table = f'<table:table table:name="数据">{columns}{inside}</table:table>'
    return read_sheets(write_ods(tmp_path / "a.ods", table, styles, settings))


def row(*cells, given=""):
    return f"<table:table-row{given}>{''.join(cells)}</table:table-row>"


def test_plain_values_keep_their_places_and_types(tmp_path):
    file = read_sheets(write_ods(tmp_path / "a.ods", ods_table([], [None, "太原市", 2023, 12.5, "  "])))
    assert file.kind == "ods"
    assert file.sheets[0].rows == ((), (None, "太原市", 2023.0, 12.5))


def test_per_cent_by_type_and_by_style(tmp_path):
    styles = (
        '<number:percentage-style style:name="N11"/>'
        '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N11"/>'
    )
    typed = ods_cell(0.148, office__value_type="percentage")
    sheet = opened(tmp_path, row(typed, ods_cell(0.2, table__style_name="ce1"), ods_cell(0.3)), styles).sheets[0]
    assert sheet.rows == ((0.148, 0.2, 0.3),)
    assert sheet.marks.percent == {(0, 0), (0, 1)}


def test_dates_times_and_truth_values(tmp_path):
    cells = (
        '<table:table-cell office:value-type="date" office:date-value="1905-07-07"/>',
        '<table:table-cell office:value-type="time" office:time-value="PT12H30M00S"/>',
        '<table:table-cell office:value-type="time" office:time-value="PT36H00M00S"/>',
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
    )
    null_date = (
        '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>'
    )
    file = opened(tmp_path, row(*cells), settings=null_date)
    assert file.sheets[0].rows == ((datetime(1905, 7, 7), time(12, 30), timedelta(hours=36), True),)
    assert file.date1904


def test_errors_and_formulas(tmp_path):
    cells = (
        '<table:table-cell table:formula="of:=[.B2]/0" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
        ods_cell(0, table__formula="of:=[.N9]*1"),
        "<table:table-cell table:formula=\"of:=[$'空 表'.A1:.C3]\"/>",
        ods_cell("Err:502"),
        '<table:table-cell office:value-type="float" office:value="x"/>',
    )
    marks = opened(tmp_path, row(*cells)).sheets[0].marks
    assert dict(marks.errors) == {(0, 0): "#DIV/0!", (0, 3): "Err:502", (0, 4): "#?"}
    assert marks.formulas[0, 1].text == "=N9*1" and marks.formulas[0, 1].inputs_blank
    assert marks.formulas[0, 2].text == "='空 表'!A1:C3" and not marks.formulas[0, 2].cached


def test_repeats_are_expanded_where_something_stands(tmp_path):
    inside = (
        row(ods_cell(None), given=' table:number-rows-repeated="3"')
        + row(ods_cell(None, table__number_columns_repeated="2"), ods_cell(7, table__number_columns_repeated="2"))
        + row(ods_cell(5), given=' table:number-rows-repeated="2"')
        + row(ods_cell(None, table__number_columns_repeated="16384"), given=' table:number-rows-repeated="1048570"')
    )
    assert opened(tmp_path, inside).sheets[0].rows == ((), (), (), (None, None, 7.0, 7.0), (5.0,), (5.0,))


def test_hidden_rows_columns_merged_cells_and_notes(tmp_path):
    columns = (
        '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="16383"/>'
    )
    noted = (
        '<table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="1">'
        "<office:annotation><text:p>批注</text:p></office:annotation><text:p>甲<text:s/>乙</text:p></table:table-cell>"
        "<table:covered-table-cell/>"
    )
    hidden = row(ods_cell(1), ods_cell(2), given=' table:visibility="filter" table:number-rows-repeated="2"')
    end = row(ods_cell(None), given=' table:visibility="collapse" table:number-rows-repeated="1048573"')
    sheet = opened(tmp_path, row(noted) + hidden + end, columns=columns).sheets[0]
    assert sheet.rows == (("甲 乙",), (1.0, 2.0), (1.0, 2.0))
    assert sheet.marks.hidden_rows == {1, 2} and sheet.marks.hidden_columns == {1}
    assert sheet.marks.merged == (((0, 0), (0, 1)),)


def test_a_hidden_sheet_is_there_without_cells(tmp_path):
    hiding = '<style:table-properties table:display="false"/>'
    styles = f'<style:style style:name="ta2" style:family="table">{hiding}</style:style>'
    hidden = ods_table(["作废"], name="旧").replace('table:name="旧"', 'table:name="旧" table:style-name="ta2"')
    sheets = read_sheets(write_ods(tmp_path / "a.ods", ods_table([1]) + hidden, styles)).sheets
    assert [(sheet.name, sheet.visible, sheet.rows) for sheet in sheets] == [
        ("数据", True, ((1.0,),)),
        ("旧", False, ()),
    ]


def test_a_password_is_named(tmp_path):
    path = write_ods(tmp_path / "a.ods", ods_table([1]), manifest="<manifest:encryption-data/>")
    with pytest.raises(BadObservations, match="密码"):
        read_sheets(path)
