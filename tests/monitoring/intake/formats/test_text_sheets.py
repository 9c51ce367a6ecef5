"""Text files in the encodings offices use."""

import pytest

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.formats.opening import read_sheets
from sxresearch.monitoring.intake.formats.text_sheets import text_sheet

TEXT = "地区,指标,年份,数值\n太原市,婴儿死亡率,2023,3.2\n"
ROWS = (("地区", "指标", "年份", "数值"), ("太原市", "婴儿死亡率", "2023", "3.2"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("name", ["数.csv", "数.xls", "数.txt"])
def test_every_encoding_and_delimiter_gives_the_same_rows(tmp_path, encoding, delimiter, name):
    path = tmp_path / name
    path.write_bytes(TEXT.replace(",", delimiter).encode(encoding))
    opened = read_sheets(path)
    assert opened.kind == "text"
    assert opened.sheets[0].rows == ROWS


def test_leading_blank_lines_keep_the_line_numbers(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("\n\n" + TEXT, encoding="utf-8")
    sheet = read_sheets(path).sheets[0]
    assert sheet.rows == ((), (), *ROWS)
    assert [sheet.line(row) for row in (2, 3)] == [3, 4]


def test_a_text_that_names_an_error_is_marked_as_one(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("地区,数值\n太原市,#DIV/0!\n大同市,Err:502\n", encoding="utf-8")
    sheet = read_sheets(path).sheets[0]
    assert dict(sheet.marks.errors) == {(1, 1): "#DIV/0!", (2, 1): "Err:502"}
    assert sheet.rows[1] == ("太原市",)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (TEXT.encode()[:-20] + b"\xe5\x8c\n", "残缺"),
        (b"\x81\xff\xfe\xfa" * 50, "编码"),
        (b"\x01\x02\x03" * 50, "无法识别"),
        (b'a,b,c,d\n1,2,3,"x\n1,2,3,x"\n1,2,3,4\n', "第 2 行有一个英文双引号"),
        (b"", "空的"),
        (b"\xef\xbb\xbf\r\n ", "空的"),
    ],
)
def test_a_text_that_can_t_be_trusted_is_refused_in_words(tmp_path, content, words):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(BadObservations, match=words):
        read_sheets(path)


@pytest.mark.parametrize(("letters", "damaged"), [(20, True), (19, False)])
def test_a_fifth_of_the_letters_broken_is_damaged_utf8(letters, damaged):
    """Five broken bytes among 20 letters that are whole are 5 of 25; among 19, more than a fifth."""
    content = "太".encode() * letters + b"\xb5a" * 5
    try:
        text_sheet(content, "a.csv", "a")
        said = ""
    except BadObservations as refused:
        said = str(refused)
    assert ("UTF-8" in said) is damaged
