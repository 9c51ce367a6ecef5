"""papermill's own command with what can't be meant: a sentence, an exit code, and no frames of ours."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from sxresearch.paths import NOTEBOOKS, ROOT

WRONG = [
    ("region_brief", "-p regoin 140200", "regoin"),
    ("region_brief", "-p region 14010", "14010"),
    ("region_brief", "-p region 140105", "140105"),
    ("overview", "-p as_of 2o23", "2o23"),
    ("overview", "-r internal yes", "yes"),
    ("data_quality", "-p regions 999999", "999999"),
    ("data_quality", "-p as_of 1955", "1955"),
    ("track_record", "-p levels 7", "7"),
    ("track_record", "-p lang fr", "fr"),
    ("indicator", "-p indicator 孕产妇死亡", "孕产妇死亡"),
    ("indicator", "-p group city", "city"),
    ("start", "-p lang klingon", "klingon"),
]
"""140105 is a county without figures."""


def papermill(name: str, words: str, out: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-m", "papermill", str(NOTEBOOKS / f"{name}.ipynb"), str(out), *words.split()],
        capture_output=True, text=True, check=False, timeout=300, env={**os.environ, "PYTHONPATH": path},
        cwd=out.parent, encoding="utf-8",
    )  # fmt: skip


def _short_and_long() -> list:
    """The first wrong call of each notebook; the others run with the long tests."""
    first = {name: words for name, words, _ in reversed(WRONG)}
    return [
        pytest.param(*call, id=" ".join(call[:2]), marks=[pytest.mark.long] * (first[call[0]] != call[1]))
        for call in WRONG
    ]


@pytest.mark.parametrize(("name", "words", "named"), _short_and_long())
def test_a_wrong_call_ends_in_a_sentence(name: str, words: str, named: str, tmp_path: Path):
    ended = papermill(name, words, tmp_path / "out.ipynb")
    assert ended.returncode != 0
    last = [line for line in ended.stderr.strip().splitlines() if line.strip()][-2:]
    assert named in last[0]
    assert named in last[1]
    assert "sxresearch/" not in ended.stderr.replace(str(NOTEBOOKS), "").rpartition("PapermillExecutionError")[2]
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    (error,) = [item for cell in cells for item in cell.get("outputs", []) if item.output_type == "error"]
    assert len(error.traceback) == 2  # the sentence, Chinese and English
    assert all(named in line and ".py" not in line for line in error.traceback)
