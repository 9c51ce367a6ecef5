"""The start file of a laptop: what it says is missing, and the commands by which it makes the environment."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tools import start
from tools.start import LONGEST_ROOT, NEWEST, OLDEST, ROOM_NEEDED, missing, steps

GOOD = {"version": (3, 12), "bits": 64, "root": "D:\\sxresearch", "free_gigabytes": 50.0}
BATCH = start.ROOT / "start.bat"


def lacks(*, windows: bool = True, complete: bool = True, **found: object) -> list[str]:
    return [english for _, english in missing(**{**GOOD, **found}, windows=windows, complete=complete)]


def test_a_good_laptop_lacks_nothing():
    assert lacks() == []


@pytest.mark.parametrize(("version", "fine"), [((3, 10), False), ((3, 11), True), ((3, 14), True), ((3, 15), False)])
def test_versions_of_python(version: tuple[int, int], fine: bool):
    assert (lacks(version=version) == []) is fine


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ({"bits": 32}, "found 32-bit"),
        ({"root": "x" * (LONGEST_ROOT + 1)}, f"more than {LONGEST_ROOT}"),
        ({"free_gigabytes": ROOM_NEEDED - 0.1}, "Only 2.9 GB"),
        ({"complete": False}, "requirements.lock"),
    ],
)
def test_each_lack_is_a_sentence(found: dict, words: str):
    (sentence,) = lacks(**found)
    assert words in sentence


@pytest.mark.parametrize("found", [{"root": "x" * LONGEST_ROOT}, {"free_gigabytes": float(ROOM_NEEDED)}])
def test_the_edge_is_enough(found: dict):
    assert lacks(**found) == []


def test_a_long_path_matters_on_windows_only():
    assert lacks(root="x" * 200, windows=False) == []


def test_everything_that_is_missing_is_said_at_once():
    assert len(lacks(version=(3, 9), bits=32, free_gigabytes=0.0)) == 3


def test_the_versions_are_those_of_the_project():
    project = tomllib.loads((start.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={OLDEST[0]}.{OLDEST[1]}"
    assert NEWEST > OLDEST


def test_nothing_is_activated_and_offline_no_step_asks_the_network():
    python = Path(".venv") / "bin" / "python"
    online, offline = steps(python, offline=False), steps(python, offline=True)
    assert [step[0] for step in online] == [sys.executable, str(python), str(python)]
    assert all("--no-index" in step for step in offline[1:])
    assert "--no-index" not in online[1]
    assert all("--require-hashes" in step[1:] for step in (online[1], offline[1]))


def test_it_answers_in_words_where_something_is_missing(monkeypatch: pytest.MonkeyPatch, capfdbinary):
    monkeypatch.setattr(start, "found_here", lambda: [("缺一样", "one thing is missing")])
    assert start.main([]) == 1
    said, _ = capfdbinary.readouterr()
    assert said.decode() == "1. 缺一样\n   one thing is missing\n"


def test_when_all_is_there_the_command_is_run_by_the_environments_own_python(monkeypatch: pytest.MonkeyPatch):
    called: list[list[str]] = []

    def run(command: list[str], **_options: object) -> subprocess.CompletedProcess:
        called.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(start, "found_here", list)
    monkeypatch.setattr(start, "is_ready", lambda: True)
    monkeypatch.setattr(subprocess, "run", run)
    assert start.main(["batch", "--regions", "cities"]) == 0
    assert start.main([]) == 0
    python = str(start.interpreter())
    assert called == [[python, "-m", "sxresearch", "batch", "--regions", "cities"], [python, "-m", "sxresearch", "lab"]]


def test_the_batch_file_is_made_for_cmd():
    """CR LF, else cmd loses its labels; no byte order mark, or it takes the first line for a command."""
    content = BATCH.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n") > 20
    assert content.startswith(b"@echo off\r\n")
    before, after = content.split(b"chcp 65001 >nul")
    assert before.isascii()  # until the console is told otherwise
    assert "没有找到 Python" in after.decode("utf-8")
    assert "*.bat text eol=crlf" in (start.ROOT / ".gitattributes").read_text(encoding="utf-8")


def test_the_batch_file_looks_for_the_versions_that_will_do_and_hands_over():
    text = BATCH.read_text(encoding="utf-8")
    (listed,) = re.findall(r"for %%V in \(([^)]*)\)", text)
    assert sorted(listed.split()) == [f"3.{minor}" for minor in range(OLDEST[1], NEWEST[1] + 1)]
    assert r"%PYTHON% tools\start.py %*" in text
    assert text.index("goto nopython") < text.index(":nopython")
