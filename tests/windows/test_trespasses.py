"""The rehearsal itself: what it should notice it notices, and only where the toolkit is to blame."""

import sys
from pathlib import Path

import pytest

from tests.windows.rehearsal.rehearsed.file_names import illegal
from tests.windows.stage import Stage

MODULE = """
import os, sys
from pathlib import Path

def platform():
    return sys.platform, os.name, hasattr(os, "fork"), Path.cwd().exists()

def trespass(folder):
    folder = Path(folder)
    try:
        import fcntl
    except ModuleNotFoundError:
        pass
    (folder / "a.txt").write_text("一\\n")
    seen = (folder / "a.txt").read_bytes()
    with (folder / "a.txt").open("rb"):
        try:
            os.replace(folder / "a.txt", folder / "b.txt")
        except PermissionError as problem:
            seen += str(problem.winerror).encode()
    try:
        (folder / "a:b").mkdir()
    except OSError as problem:
        seen += str(problem.errno).encode()
    return seen
"""


@pytest.fixture
def toolkit(tmp_path: Path) -> Path:
    """A package of the toolkit's name that does everything wrong."""
    package = tmp_path / "sxresearch"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "wrong.py").write_text(MODULE, encoding="utf-8")
    return tmp_path


def said(stage: Stage, toolkit: Path, code: str) -> str:
    ended = stage.run("-c", f"import sys; sys.path.insert(0, {str(toolkit)!r}); {code}", cwd=toolkit)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.decode().strip()


def test_the_toolkit_sees_windows_and_nobody_else_does(stage: Stage, toolkit: Path):
    seen = said(stage, toolkit, "from sxresearch.wrong import platform; print(*platform(), sys.platform)")
    assert seen == f"win32 nt False True {sys.platform}"


def test_a_test_that_sets_the_platform_and_puts_it_back_changes_nothing_else(stage: Stage, toolkit: Path):
    setting = (
        "import sxresearch.wrong as wrong; wrong.sys.platform = 'linux'; print(*wrong.platform()[:1], sys.platform)"
    )
    seen = said(stage, toolkit, f"{setting}; wrong.sys.platform = 'win32'; print(*wrong.platform()[:1], sys.platform)")
    assert seen.splitlines() == [f"linux {sys.platform}", f"win32 {sys.platform}"]


def test_every_kind_of_trespass_is_noted_with_its_line(stage: Stage, toolkit: Path, tmp_path: Path):
    seen = said(stage, toolkit, f"from sxresearch.wrong import trespass; print(trespass({str(tmp_path)!r}))")
    assert seen == str("一\r\n".encode("gbk") + b"32" + b"22")
    kinds = [item.kind for item in stage.met() if item.ours]
    assert kinds == ["posix module", "no encoding", "no newline", "held", "illegal name"]
    assert all("wrong.py:" in item.ours for item in stage.met() if item.kind in kinds)


@pytest.mark.parametrize("name", ["a:b", "a?", "con", "NUL.txt", "lpt1.csv", "a.", "a ", 'x"y', "a|b", "tab\t"])
def test_names_that_windows_has_no_files_for(name: str):
    assert illegal(f"/folder/{name}")


@pytest.mark.parametrize("name", ["太原市.html", ".lock", "console.txt", "a b", "𠮷", "com10.txt", "..", "nullen.csv"])
def test_names_that_it_has(name: str):
    assert not illegal(f"/folder/{name}")
