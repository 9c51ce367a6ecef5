"""The same bytes with and without the rehearsal, from a folder whose name a GBK console can't show."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from sxresearch.batch.index_pages_of_runs import RUNS
from sxresearch.paths import ROOT
from tests.windows.stage import Stage, text

QUICK = ("check", "assess-csv", "assess-xlsx", "assess-parquet", "pack", "template")
BRIEFS = ("brief", "batch")
TRESPASSES = ("posix name", "posix module", "no encoding", "no newline", "illegal name")
"""What none of the toolkit's own lines may do."""


BEGUN = re.compile(rb"\d{4}-\d\d-\d\d \d\d:\d\d")
"""When a run began, on the page over all runs."""


def contents(folder: Path) -> dict[str, bytes]:
    """Every file but the manifests, which hold times; the page over all runs without the moments they began."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".lock"))
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.name != "manifest.json"}
    return {name: BEGUN.sub(b"", content) if name.endswith(RUNS) else content for name, content in found.items()}


def compared(stage: Stage, data_file: Path, folder: Path, chosen: tuple[str, ...]) -> dict[str, bytes]:
    words = ["-m", "tests.windows.tour", str(data_file)]
    played = stage.run(*words, folder / "windows", *chosen)
    assert played.returncode == 0, text(played.stderr)
    plain = [sys.executable, *words, str(folder / "plain"), *chosen]
    subprocess.run(plain, cwd=ROOT, check=True, capture_output=True, timeout=900)
    found = contents(folder / "windows")
    expected = contents(folder / "plain")
    assert found.keys() == expected.keys()
    assert [name for name in expected if found[name] != expected[name]] == []
    assert stage.blamed(*TRESPASSES) == []
    return found


@pytest.mark.long
def test_check_tables_packs_and_forms(stage: Stage, data_file: Path, chinese: Path):
    found = compared(stage, data_file, chinese, QUICK)
    assert {"评估.csv", "评估.xlsx", "评估.parquet", "packs/140100.docx", "packs/140100.xlsx"} <= found.keys()
    assert found["check.txt"].startswith(b"0\n")
    assert b"\r\n" not in found["评估.csv"]


@pytest.mark.long
def test_briefs(stage: Stage, data_file: Path, chinese: Path):
    """Forked kernels here, fresh ones there."""
    found = compared(stage, data_file, chinese, BRIEFS)
    assert len([name for name in found if name.endswith("140100.html")]) == 2
    assert found["batch.txt"].startswith(b"0\n")
