"""From a path to sheets: what can't be opened is named by what it really is."""

import os
import zipfile

import pytest

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.formats.opening import read_sheets
from sxresearch.terms import Language
from tests.monitoring.intake.office_files import ods_table, write_ods, write_xls, write_xlsx

OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")


def ole_with(stream: str) -> bytes:
    """The beginning of an OLE2 file with one directory entry."""
    raw = stream.encode("utf-16-le")
    entry = raw.ljust(64, b"\0") + (len(raw) + 2).to_bytes(2, "little")
    return OLE2 + bytes(504) + entry.ljust(128, b"\0") + bytes(384)


def zip_with(path, **parts):
    with zipfile.ZipFile(path, "w") as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), text)
    return path.read_bytes()


def refusal(path) -> tuple[str, str]:
    with pytest.raises(BadObservations) as refused:
        read_sheets(path)
    (fault,) = refused.value.faults
    assert fault.where.startswith(str(path))
    return fault.sentence(Language.ZH), fault.sentence(Language.EN)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", ole_with("EncryptedPackage"), "密码"),
        ("a.et", ole_with("Workbook"), "WPS"),
        ("a.xls", ole_with("WordDocument"), "文字处理"),
        ("a.xls", ole_with("Anything"), "没有工作簿"),
        ("a.xls", ole_with("Workbook"), "损坏"),
        ("a.xlsx", b"%PDF-1.7\n...", "PDF"),
        ("a.xlsx", b"\x89PNG\r\n\x1a\n....", "图片"),
        ("a.csv", b"Rar!\x1a\x07....", "压缩包"),
        ("a.xlsx", b"PK\x03\x04 and no more", "损坏"),
        ("a.xls", b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "mht"),
        (
            "a.xls",
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "XML 表格 2003",
        ),
        ("a.ods", b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument"/>', "fods"),
        ("a.parquet", b"PAR1 broken PAR1", "损坏"),
        ("a.csv", b"", "空的"),
        ("a.csv", bytes(4096), "空的"),
    ],
)
def test_what_is_no_table_is_named(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    assert words in refusal(path)[0]


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"word__document_xml": "<w/>"}, "文字处理"),
        ({"ppt__presentation_xml": "<p/>"}, "演示文稿"),
        ({"xl__workbook_bin": "x"}, "xlsb"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "不是表格"),
        ({"readme_txt": "x"}, "压缩包"),
        ({"xl__workbook_xml": "<workbook/>"}, "损坏"),
    ],
)
def test_a_zipped_file_is_named_by_its_parts(tmp_path, parts, words):
    path = tmp_path / "a.xlsx"
    zip_with(path, **parts)
    assert words in refusal(path)[0]


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.csv", "a.ods", "a.txt", "a"])
@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods", "html", "text"])
def test_the_name_never_decides(tmp_path, kind, name):
    path = tmp_path / name
    if kind in ("xlsx", "xls"):
        (write_xlsx if kind == "xlsx" else write_xls)(path, ["甲", 1.5])
    elif kind == "ods":
        write_ods(path, ods_table(["甲", 1.5]))
    else:
        path.write_text("<table><tr><td>甲<td>1.5</table>" if kind == "html" else "甲,1.5\n", encoding="utf-8")
    opened = read_sheets(path)
    assert opened.kind == kind
    assert [str(value) for value in opened.sheets[0].rows[0]] == ["甲", "1.5"]


def test_a_parquet_file_is_one_sheet(tmp_path):
    import pandas as pd

    pd.DataFrame({"地区": ["太原市", None], "数值": [1.5, 2]}).to_parquet(tmp_path / "a.parquet")
    assert read_sheets(tmp_path / "a.parquet").sheets[0].rows == (("地区", "数值"), ("太原市", 1.5), (None, 2.0))


def test_missing_and_folder_are_told(tmp_path):
    assert "找不到" in refusal(tmp_path / "没有.xlsx")[0]
    assert "文件夹" in refusal(tmp_path)[0]
    assert "找不到" in refusal(tmp_path / ("长" * 50))[0]
    assert "打不开" in refusal(tmp_path / ("长" * 500))[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_the_right_to_read_is_told(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [1])
    path.chmod(0)
    assert "权限" in refusal(path)[0]


HARMFUL = ["=1+1", "'; DROP TABLE observations; --", "甲<script>alert(1)</script>", "../../etc/passwd", "{0.__class__}"]


@pytest.mark.parametrize("text", HARMFUL)
@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods", "csv"])
def test_harmful_text_stays_text(tmp_path, kind, text):
    path = tmp_path / f"a.{kind}"
    escaped = text.replace("<", "&lt;")
    if kind == "ods":
        write_ods(path, ods_table([escaped]))
    elif kind == "csv":
        path.write_text(f"{text},1,2\n" * 3, encoding="utf-8")
    elif kind == "xls":
        write_xls(path, [text])
    else:
        write_xlsx(path, [text], strings_to_formulas=False)
    assert read_sheets(path).sheets[0].rows[0][0] == text
