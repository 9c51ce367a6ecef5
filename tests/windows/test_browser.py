"""A PDF from a browser that is not on the PATH, speaks GBK, and whose helper still holds the profile."""

import stat
import sys
from pathlib import Path

import pytest

from sxresearch.brief.page import browsers
from tests.windows.stage import Stage, text

EDGE = """#!{python}
import os, subprocess, sys
from pathlib import Path
options = dict(word.split("=", 1) for word in sys.argv[1:] if "=" in word)
profile = Path(options["--user-data-dir"])
profile.mkdir()
(profile / "lock").touch()
helper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(20)"], stdin=open(profile / "lock"),
                          stdout=-3, stderr=-3)
(Path(os.environ["WINDOWS_REHEARSAL"]) / "pids" / str(helper.pid)).touch()
sys.stderr.buffer.write("已写入 12345 字节".encode("gbk"))
if {prints}:
    Path(options["--print-to-pdf"]).write_bytes(b"%PDF-1.7 " + sys.argv[-1].encode())
"""
PRINT = """
import sys
from pathlib import Path
from sxresearch.brief.page.pdf import NoPdf, write_pdf
try:
    print(write_pdf(Path(sys.argv[1]), Path(sys.argv[2])).stat().st_size)
except NoPdf as problem:
    print(problem.faults[0].zh)
"""


def edge_in(folder: Path, *, prints: bool = True) -> Path:
    """A program at the place where Windows keeps Edge."""
    path = folder / "Microsoft" / "Edge" / "Application" / "msedge.exe"
    path.parent.mkdir(parents=True)
    path.write_text(EDGE.format(python=sys.executable, prints=prints), encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def page(chinese: Path) -> Path:
    path = chinese / "page.html"
    path.write_text("<h1>x</h1>", encoding="utf-8")
    return path


def printed(stage: Stage, page: Path, **places: str) -> str:
    everything = {"ProgramFiles(x86)": "", "ProgramFiles": "", "ProgramW6432": "", "LOCALAPPDATA": "", **places}
    temporary = page.parent.parent / "temporary"
    temporary.mkdir()
    ended = stage.run("-c", PRINT, page, page.with_suffix(".pdf"), TMPDIR=str(temporary), PATH="", **everything)
    assert ended.returncode == 0, text(ended.stderr)
    return text(ended.stdout).strip()


def test_edge_in_its_usual_folder_prints(stage: Stage, page: Path, tmp_path: Path):
    edge_in(tmp_path)
    said = printed(stage, page, **{"ProgramFiles(x86)": str(tmp_path)})
    pdf = page.with_suffix(".pdf")
    assert said == str(pdf.stat().st_size)
    assert pdf.read_bytes().startswith(b"%PDF-1.7 file:///")
    assert sorted(path.name for path in page.parent.iterdir()) == ["page.html", "page.pdf"]
    assert "held" in {item.kind for item in stage.met()}


def test_a_browser_known_to_the_registry_only_is_found(stage: Stage, page: Path, tmp_path: Path):
    printed(stage, page, WINDOWS_REHEARSAL_EDGE=str(edge_in(tmp_path)))
    assert page.with_suffix(".pdf").is_file()


def test_a_browser_that_prints_nothing_is_told_with_its_words(stage: Stage, page: Path, tmp_path: Path):
    edge_in(tmp_path, prints=False)
    said = printed(stage, page, LOCALAPPDATA=str(tmp_path))
    assert said.startswith("浏览器没有生成 PDF：")
    assert "已写入 12345 字节" in said
    assert not page.with_suffix(".pdf").exists()


def test_without_one_edge_is_named_first(stage: Stage, page: Path):
    assert "找过 Microsoft Edge, Google Chrome, Chromium" in printed(stage, page)


def test_on_a_mac_the_applications_are_looked_through(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(browsers.sys, "platform", "darwin")
    monkeypatch.setattr(browsers.Path, "home", lambda: tmp_path)
    monkeypatch.setenv("PATH", "")
    assert browsers.browser() is None
    chrome = tmp_path / "Applications" / "Google Chrome.app" / "Contents" / "MacOS" / "Google Chrome"
    chrome.parent.mkdir(parents=True)
    chrome.touch()
    assert browsers.browser() == chrome
