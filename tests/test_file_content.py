"""What the operating system refuses becomes a sentence about the file; text is read as offices save it."""

import errno
from pathlib import Path

import pytest

from sxresearch.errors import BadPlan
from sxresearch.file_content import bytes_of, text_of, utf8_of


def refused(path: Path) -> str:
    with pytest.raises(BadPlan) as caught:
        bytes_of(path, BadPlan)
    (fault,) = caught.value.faults
    assert fault.where == str(path)
    return fault.en


def test_a_missing_file_and_a_folder(tmp_path: Path):
    assert refused(tmp_path / "none").startswith("The file was not found.")
    assert refused(tmp_path).startswith("A file was expected here, found a folder.")


def test_a_file_that_can_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def denied(_path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    path = tmp_path / "a.csv"
    path.touch()
    monkeypatch.setattr(Path, "read_bytes", denied)
    assert "cannot be opened: Permission denied. Most likely another program is using it" in refused(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
def test_text_as_offices_save_it(tmp_path: Path, encoding: str):
    path = tmp_path / "a.csv"
    path.write_bytes("太原市,1\r\n".encode(encoding))
    assert text_of(path, BadPlan) == "太原市,1\r\n"


def test_what_must_be_utf8_says_so_and_has_unix_line_ends(tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_bytes("\ufeff太原: 1\r\n晋城: 2\r".encode())
    assert utf8_of(path, BadPlan) == "太原: 1\n晋城: 2\n"
    path.write_bytes("山西省".encode("gbk"))
    with pytest.raises(BadPlan, match="UTF-8"):
        utf8_of(path, BadPlan)
