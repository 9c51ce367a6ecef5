"""The console of Windows: Ctrl-C reaches everybody, its encoding lacks characters, its quotes are others."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from sxresearch import interruption
from sxresearch.batch.manifest import BriefOutcome, load_manifest
from tests.batch.conftest import FIXTURES
from tests.windows.stage import Stage, text
from tests.windows.test_held_files import BATCH

NOTICED = 60.0
"""Seconds within which a run ends after Ctrl-C, also on a busy machine; the brief in hand would wait for ever."""


def test_ctrl_c_ends_the_brief_in_hand_at_once_and_is_no_failure(stage: Stage, data_file: Path, tmp_path: Path):
    mark, out = tmp_path / "mark", tmp_path / "reports"
    words = (data_file, FIXTURES / "waits_for_a_mark.ipynb", out, "140000", "140200")
    with stage.start("-c", BATCH, *map(str, words), SX_TEST_MARK=str(mark)) as run:
        assert run.stdout.readline() == b"140000\n"
        while not (pid := Path(f"{mark}.pid")).exists() or not pid.read_text(encoding="utf-8").endswith("\n"):
            time.sleep(0.05)
        begun = time.monotonic()
        os.killpg(run.pid, signal.SIGINT)  # a console gives it to all of its processes
        _, said = run.communicate(timeout=2 * NOTICED)
        assert time.monotonic() - begun < NOTICED
    assert b"Traceback" not in said
    (folder,) = [path for path in out.iterdir() if path.is_dir()]
    manifest = load_manifest(folder)
    assert manifest.interrupted
    assert [result.region for result in manifest.done] == ["140000"]
    assert [result.outcome for result in manifest.not_done] == [BriefOutcome.INTERRUPTED]
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text(encoding="utf-8")), 0)


def test_a_path_that_gbk_lacks_can_be_printed_into_a_file(stage: Stage, data_file: Path, chinese: Path):
    figures = chinese / "数据𠮷é.csv"
    figures.write_bytes(data_file.read_bytes())
    ended = stage.run("-m", "sxresearch", "check", figures)
    assert ended.returncode == 0, text(ended.stderr)
    assert "\\U00020bb7é.csv：" in text(ended.stdout)


def test_the_command_to_go_on_can_be_pasted(monkeypatch: pytest.MonkeyPatch):
    words = ["python", "-m", "sxresearch", "batch", "--out", "D:\\妇儿 规划\\", "--resume"]
    monkeypatch.setattr(interruption.sys, "platform", "win32")
    assert interruption.command_line(words) == 'python -m sxresearch batch --out "D:\\妇儿 规划\\\\" --resume'
    monkeypatch.setattr(interruption.sys, "platform", "linux")
    assert interruption.command_line(words) == "python -m sxresearch batch --out 'D:\\妇儿 规划\\' --resume"


def test_kernels_get_a_group_of_their_own(stage: Stage):
    code = "from sxresearch.batch.kernels import kernel_manager as k; print(k._GROUP_OF_ITS_OWN['creationflags'])"
    assert stage.run("-c", code).stdout.split() == [str(subprocess_flag()).encode()]


def subprocess_flag() -> int:
    """CREATE_NEW_PROCESS_GROUP, by Microsoft's documentation of process creation flags."""
    return getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0x00000200)
