"""What a run must survive: nothing half published, the cause named, the others done, and ``resume`` completes it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sxresearch.batch import runner
from sxresearch.batch.kernels.fork_client import can_fork
from sxresearch.batch.manifest import BriefOutcome, load_manifest
from sxresearch.errors import BatchBusy
from sxresearch.files import NotWritable
from tests.batch.conftest import FIXTURES, REGIONS, Run
from tests.batch.test_runner import contents, names

LINUX_ROOT = sys.platform == "linux" and os.geteuid() == 0
RUNNER = """
import sys
from pathlib import Path
from sxresearch.assessment.inputs import load_inputs
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.runner import Order, run_batch
data, notebook, out, *regions = sys.argv[1:]
order = Order(load_inputs(observations=data), Parameters(), tuple(regions), Path(notebook), Path(out))
run_batch(order, jobs=2, watch=lambda result: print(result.region, flush=True))
"""


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until_gone(pid: int) -> None:
    for _ in range(200):
        if not alive(pid):
            return
        time.sleep(0.05)
    raise AssertionError(f"process {pid} is still there")


def test_whatever_a_notebook_does_the_others_are_done(run: Run, tmp_path):
    """It raises, hangs, prints 50 MB, leaves, and kills its own process."""
    regions = ("140000", "140100", "140200", "140300", "140400", "140500", "140600")
    manifest = run("meets_every_fault", regions, seconds=20.0, forked=True)
    causes = {result.region: result.causes[0].en for result in manifest.not_done}
    assert [result.region for result in manifest.done] == ["140000", "140600"]
    assert causes["140100"] == "Cell 3 failed: ValueError: no figure"
    assert "20 seconds" in causes["140200"]
    assert "50000050 characters" in causes["140300"]
    assert "ended early in cell 3" in causes["140400"]
    assert "ended unexpectedly" in causes["140500"]
    folder = tmp_path / "reports" / manifest.run
    published = {f"{region}.{ending}" for region in ("140000", "140600") for ending in ("html", "ipynb")}
    assert {name for name in names(folder) if name[0] in ".1"} == published
    assert load_manifest(folder) == manifest


def test_a_kernel_that_was_lost_is_tried_again_but_a_notebook_at_fault_is_not(run: Run, tmp_path, monkeypatch):
    monkeypatch.setenv("SX_TEST_MARK", str(tmp_path / "mark"))
    (result,) = run("loses_its_kernel_once", REGIONS[:1]).done
    assert result.attempts == 2
    (result,) = run("raises", REGIONS[:1]).not_done
    assert result.attempts == 1


@pytest.mark.skipif(not can_fork(), reason="uses the numbers of Linux processes")
def test_kill_9_of_the_runner_leaves_whole_briefs_and_no_process(run: Run, data_file: Path, tmp_path, monkeypatch):
    """Meanwhile a second run into the same folder is refused; afterwards resuming completes the first."""
    mark = tmp_path / "mark"
    monkeypatch.setenv("SX_TEST_MARK", str(mark))
    notebook, out = FIXTURES / "waits_for_a_mark.ipynb", tmp_path / "reports"
    command = [sys.executable, "-c", RUNNER, str(data_file), str(notebook), str(out), "140000", "140200"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "140000\n"
        with pytest.raises(BatchBusy, match=f"pid {process.pid}"):
            run("waits_for_a_mark")
        while not (found := Path(f"{mark}.pid")).exists() or not found.read_text().endswith("\n"):
            time.sleep(0.05)
        process.kill()
    wait_until_gone(int(found.read_text()))
    (folder,) = [path for path in out.iterdir() if path.is_dir()]
    assert {path.suffix for path in folder.glob("140000*")} == {".html", ".ipynb"}
    assert not list(folder.glob("140200*"))
    mark.touch()
    seen = []
    manifest = run("waits_for_a_mark", ("140000", "140200"), resume=True, watch=seen.append)
    assert manifest.run == folder.name
    assert [result.outcome for result in seen] == [BriefOutcome.DONE, BriefOutcome.DONE]
    assert seen[0] == load_manifest(folder).regions["140000"]
    assert [result.region for result in manifest.done] == ["140000", "140200"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 8 MB in memory at ``tmp_path / "reports"``."""
    folder = tmp_path / "reports"
    folder.mkdir()
    if (
        not LINUX_ROOT
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)], check=False, capture_output=True
        ).returncode
    ):
        pytest.skip("mounting is not allowed here (injected refusals are tested in test_runner and test_publish)")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_full_costs_only_the_brief_that_does_not_fit(run: Run, small_disk: Path):
    first = run()
    before = contents(small_disk / first.run)
    filler = small_disk / "filler"
    left = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
    filler.write_bytes(bytes(left - 16_384))  # room for a manifest, not for a page
    with pytest.raises(NotWritable, match="No space left on device"):
        run("prints_a_little")
    assert contents(small_disk / first.run) == before
    filler.unlink()
    assert len(run("prints_a_little", resume=True).done) == 3


def test_reports_that_became_read_only_are_a_sentence_and_stay_whole(run: Run, small_disk: Path):
    first = run()
    before = contents(small_disk / first.run)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(NotWritable, match="Read-only file system"):
        run("prints_a_little")
    assert contents(small_disk / first.run) == before
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    assert len(run("prints_a_little").done) == 3


def test_a_clock_that_jumps_changes_no_outcome(run: Run, tmp_path, monkeypatch):
    """Each look at the clock is a day away from the last one, backward and forward in turn."""
    first = run()
    before = contents(tmp_path / "reports" / first.run)
    (tmp_path / "reports" / first.run / "140100.html").unlink()
    days = iter(range(10_000))
    true_time = time.time

    def jumping() -> float:
        day = next(days)
        return true_time() + 86_400 * (-day if day % 2 else day)

    monkeypatch.setattr(time, "time", jumping)
    monkeypatch.setattr(runner, "_now", lambda: "1999-01-01T00:00:00+00:00")
    seen = []
    second = run(resume=True, watch=seen.append)
    monkeypatch.undo()
    assert [result for result in seen if result.region != "140100"] == [first.regions[r] for r in ("140000", "140200")]
    assert len(second.done) == 3
    assert contents(tmp_path / "reports" / first.run) == before


def test_ctrl_c_before_any_brief_lists_all_of_them(run: Run, monkeypatch):
    def interrupted(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(runner, "answers_of", interrupted)
    manifest = run()
    assert manifest.interrupted
    assert {result.outcome for result in manifest.not_done} == {BriefOutcome.INTERRUPTED}
    assert len(manifest.not_done) == 3
