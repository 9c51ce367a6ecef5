"""Web pages named .xls."""

import pytest

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.formats.opening import read_sheets


def opened(tmp_path, body, encoding="utf-8", head=""):
    path = tmp_path / "a.xls"
    path.write_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    return read_sheets(path)


@pytest.mark.parametrize(
    ("encoding", "head"),
    [("gb2312", "<meta charset=gb2312>"), ("utf-8", "<meta charset='utf-8'>"), ("gb18030", ""), ("utf-16", "")],
)
def test_a_table_is_read_in_the_page_s_encoding(tmp_path, encoding, head):
    file = opened(tmp_path, "<table><tr><th>地区<td>2023<tr><td>太原市<td>12.1%</table>", encoding, head)
    assert file.kind == "html"
    assert file.sheets[0].rows == (("地区", "2023"), ("太原市", "12.1%"))


def test_spans_are_merged_ranges_and_push_cells_aside(tmp_path):
    body = "<table><tr><td rowspan=2>地区<td colspan=2>2023<tr><td>男<td>女<tr><td>太原<td>1<td>2</table>"
    sheet = opened(tmp_path, body).sheets[0]
    assert sheet.rows == (("地区", "2023"), (None, "男", "女"), ("太原", "1", "2"))
    assert sheet.marks.merged == (((0, 0), (1, 0)), ((0, 1), (0, 2)))


def test_each_table_is_a_sheet_and_layout_tables_are_not(tmp_path):
    body = "<table><tr><td><table><caption>甲<tr><td>1</table><td><table><tr><td>2</table></table>"
    sheets = opened(tmp_path, body).sheets
    assert [(sheet.name, sheet.rows) for sheet in sheets] == [("甲", (("1",),)), ("2", (("2",),))]


def test_hidden_rows_are_marked_and_script_is_no_text(tmp_path):
    script = "<script>alert(1)</script>"
    body = f"<table><tr style='display: none'><td>作废<tr><td>a<br>b{script}&lt;b&gt;<td>&nbsp;<td>#REF!</table>"
    sheet = opened(tmp_path, body).sheets[0]
    assert sheet.rows[1] == ("a\nb<b>",)
    assert sheet.marks.hidden_rows == {0} and dict(sheet.marks.errors) == {(1, 2): "#REF!"}


def test_nothing_outside_the_page_is_read(tmp_path):
    (tmp_path / "secret").write_text("geheim")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><table><tr><td>1&x;</table>'
    path = tmp_path / "a.xls"
    path.write_text(page)
    assert "geheim" not in str(read_sheets(path).sheets)


def test_a_huge_span_is_bounded(tmp_path):
    sheet = opened(tmp_path, "<table><tr><td rowspan=9999999 colspan=9999999>a<td>b<tr><td>c</table>").sheets[0]
    assert sheet.rows[0][0] == "a" and len(sheet.rows) <= 2


def test_a_page_without_a_table_is_refused(tmp_path):
    with pytest.raises(BadObservations, match="没有表格"):
        opened(tmp_path, "<p>无")
