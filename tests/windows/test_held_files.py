"""Files that a scanner, Excel, Word or a synchroniser holds: waited for, or named with what to do; nothing is lost."""

from pathlib import Path

import pytest

from sxresearch.errors import EXIT_BAD_INPUT, EXIT_DONE, EXIT_DONE_WITH_FAILURES
from tests.batch.conftest import FIXTURES
from tests.windows.stage import Stage, text

PUBLISH = """
import sys
from pathlib import Path
from sxresearch.files import publish_text
publish_text(Path(sys.argv[1]), "new")
"""
BATCH = """
import sys
from pathlib import Path
from sxresearch.assessment.inputs import load_inputs
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.runner import Order, run_batch
data, notebook, out, *regions = sys.argv[1:]
order = Order(load_inputs(observations=data), Parameters(), tuple(regions), Path(notebook), Path(out))
manifest = run_batch(order, jobs=2, watch=lambda result: print(result.region, flush=True))
print(len(manifest.done), "done", manifest.run)
"""


MOMENTS = 5
"""Tries at 0, .02, .06, .14 and .30 seconds are refused."""


def test_a_scanner_that_lets_go_soon_is_waited_for(stage: Stage, tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    stage.hold(path, refusals=MOMENTS)
    ended = stage.run("-c", PUBLISH, path)
    assert ended.returncode == 0, text(ended.stderr)
    assert path.read_text(encoding="utf-8") == "new"
    assert [item.kind for item in stage.met()] == ["held"] * MOMENTS


def test_what_is_held_for_longer_is_named_and_stays_as_it_was(stage: Stage, tmp_path: Path):
    path = tmp_path / "结果.txt"
    path.write_text("old", encoding="utf-8")
    stage.hold(path)
    ended = stage.run("-c", PUBLISH, path)
    assert ended.returncode == 1
    assert "Excel、WPS 或 Word" in text(ended.stderr)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.long
def test_a_table_open_in_excel_is_told_before_anything_is_computed(stage: Stage, data_file: Path, tmp_path: Path):
    out = tmp_path / "verdicts.xlsx"
    out.write_bytes(b"open in Excel")
    stage.hold(out)
    ended = stage.run("-m", "sxresearch", "assess", "--observations", data_file, "--out", out)
    said = text(ended.stderr)
    assert ended.returncode == EXIT_BAD_INPUT
    assert "它是否正在 Excel、WPS 或 Word 中打开" in said
    assert "正在评估" not in said
    assert out.read_bytes() == b"open in Excel"


def test_figures_that_can_not_be_opened_are_a_sentence(stage: Stage, data_file: Path, tmp_path: Path):
    figures = tmp_path / "数据.csv"
    figures.write_bytes(data_file.read_bytes())
    stage.hold(figures, reading=True)
    ended = stage.run("-m", "sxresearch", "check", figures)
    assert ended.returncode == EXIT_BAD_INPUT
    assert "文件打不开" in text(ended.stderr) + text(ended.stdout)
    assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize("name", ["regions.csv", "plan.yaml", "responsibility.csv", "indicators.yaml"])
def test_every_reader_says_so(stage: Stage, tmp_path: Path, name: str):
    path = tmp_path / name
    path.write_text("- id: x\n", encoding="utf-8")
    stage.hold(path, reading=True)
    ended = stage.run("-m", "sxresearch", "check", path)
    assert ended.returncode == EXIT_BAD_INPUT
    assert "多半正被其他程序独占" in text(ended.stderr)
    assert b"Traceback" not in ended.stderr


def test_a_synchroniser_that_holds_the_figures_for_a_moment_is_waited_for(
    stage: Stage, data_file: Path, tmp_path: Path
):
    figures = tmp_path / "数据.csv"
    figures.write_bytes(data_file.read_bytes())
    stage.hold(figures, reading=True, refusals=MOMENTS)
    ended = stage.run("-m", "sxresearch", "check", figures)
    assert ended.returncode == EXIT_DONE, text(ended.stderr)


@pytest.mark.long
def test_a_word_file_that_is_open_costs_the_other_files_nothing(stage: Stage, data_file: Path, tmp_path: Path):
    word = tmp_path / "packs" / "140100.docx"
    word.parent.mkdir()
    word.write_bytes(b"open in Word")
    stage.hold(word)
    ended = stage.run("-m", "sxresearch", "pack", "140100", "140200", "--observations", data_file, "--out", tmp_path)
    assert ended.returncode == EXIT_DONE_WITH_FAILURES
    assert "140100.docx" in text(ended.stderr)
    assert word.read_bytes() == b"open in Word"
    written = {Path(line).name for line in text(ended.stdout).splitlines()}
    assert written == {"140100.xlsx", "140200.docx", "140200.xlsx"}


@pytest.mark.long
def test_a_manifest_that_is_held_meanwhile_ends_nothing(stage: Stage, data_file: Path, tmp_path: Path):
    """It is held for longer than the mover waits (eight tries): saved again later, it is whole."""
    reports, words = tmp_path / "reports", (data_file, FIXTURES / "tiny.ipynb", tmp_path / "reports")
    first = stage.run("-c", BATCH, *words, "140000")
    assert first.returncode == 0, text(first.stderr)
    (folder,) = [path for path in reports.iterdir() if path.is_dir()]
    stage.hold(folder / "manifest.json", refusals=10)
    again = stage.run("-c", BATCH, *words, "140000")
    assert again.returncode == 0, text(again.stderr)
    assert "1 done" in text(again.stdout)


def test_an_office_lock_file_in_a_folder_is_passed_over(stage: Stage, data_file: Path, tmp_path: Path):
    """With the workbook open, Excel keeps ``~$name`` beside it, which nobody else may read."""
    folder = tmp_path / "数据"
    folder.mkdir()
    (folder / "a.csv").write_bytes(data_file.read_bytes())
    for name in ("~$a.xlsx", "._a.csv"):
        (folder / name).write_bytes(b"x")
        stage.hold(folder / name, reading=True)
    ended = stage.run("-m", "sxresearch", "check", folder)
    assert ended.returncode == EXIT_DONE, text(ended.stderr)
    assert "36 行" in text(ended.stdout)


def test_a_region_list_saved_by_excel_is_read(stage: Stage, tmp_path: Path):
    path = tmp_path / "regions.csv"
    path.write_bytes("region,name,name_en,level,parent\r\n140000,山西省,Shanxi,province,\r\n".encode("gbk"))
    ended = stage.run("-m", "sxresearch", "check", path)
    assert ended.returncode == EXIT_DONE, text(ended.stderr)
