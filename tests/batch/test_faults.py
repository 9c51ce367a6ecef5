"""What a run must survive: nothing half published, the cause named, the others done, and ``resume`` completes it."""

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sxresearch.batch import runner
from sxresearch.batch.kernels.awake_clock import AwakeClock
from sxresearch.batch.kernels.fork_client import can_fork
from sxresearch.batch.manifest import BriefOutcome, RegionResult, load_manifest, load_manifests
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


@pytest.mark.long
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
@pytest.mark.long
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


def offspring(pid: int) -> list[int]:
    """The processes that this one has begun, and those that they have begun, by Linux's own list."""
    try:
        children = [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []
    return children + [below for child in children for below in offspring(child)]


@pytest.mark.long
@pytest.mark.skipif(not can_fork(), reason="uses the numbers of Linux processes")
def test_kill_9_of_the_runner_while_it_judges_leaves_no_process(data_file: Path, tmp_path: Path):
    """Judged and replayed is in three processes at once; none of them goes on computing for nobody."""
    command = [sys.executable, "-c", RUNNER, str(data_file), str(FIXTURES / "tiny.ipynb"), str(tmp_path), "140100"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while len(begun := offspring(process.pid)) < 3:
            assert process.poll() is None
            time.sleep(0.05)
        process.kill()
    for pid in begun:
        wait_until_gone(pid)


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


@pytest.mark.long
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


@pytest.mark.long
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
    def interrupted(*_given: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(runner, "answers_of", interrupted)
    manifest = run()
    assert manifest.interrupted
    assert {result.outcome for result in manifest.not_done} == {BriefOutcome.INTERRUPTED}
    assert len(manifest.not_done) == 3


def _run_folder(reports: Path) -> Path:
    return next(path for path in reports.iterdir() if path.is_dir())


_TAKEN_AWAY = {
    "the run's folder is deleted": lambda reports, _away: shutil.rmtree(_run_folder(reports)),
    "the run's folder is moved": lambda reports, away: _run_folder(reports).rename(away),
    "all reports are deleted": lambda reports, _away: shutil.rmtree(reports),
    "all reports are moved": lambda reports, away: reports.rename(away),
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes away no folder in which a file is open")
@pytest.mark.parametrize("what", _TAKEN_AWAY)
def test_a_folder_taken_away_is_noticed_before_anything_counts_as_done(what: str, run: Run, tmp_path):
    """It goes as the second of three briefs is reported."""
    seen = []

    def take_away(result: RegionResult) -> None:
        seen.append(result.region)
        if len(seen) == 2:
            _TAKEN_AWAY[what](tmp_path / "reports", tmp_path / "away")

    manifest = run(jobs=1, watch=take_away)
    assert len(manifest.done) == 1
    assert [result.region for result in manifest.not_done] == seen[:2]
    assert {result.causes[0].en.split(":")[0] for result in manifest.not_done} == {
        "The brief was made, but its files have since disappeared"
    }
    assert len(run(resume=True).done) == 3


TERMINATED = """
import os, signal, sys
from sxresearch.batch import runner
from sxresearch.commands import cli, region_runs, batch_command
from sxresearch.commands.progress import batch_progress
from contextlib import contextmanager
from pathlib import Path
notebook, number = Path(sys.argv.pop(1)), getattr(signal, sys.argv.pop(1))
region_runs.BRIEF = notebook
@contextmanager
def ending(total, regions):
    with batch_progress(total, regions) as watch:
        yield lambda result: (watch(result), os.kill(os.getpid(), number) if result.region == "140000" else None)
region_runs.batch_progress = ending
region_runs.OBSERVATIONS = Path(sys.argv.pop(1))
cli.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
@pytest.mark.long
def test_sigterm_ends_like_ctrl_c(name: str, data_file: Path, tmp_path):
    """What is finished is kept, the exit code is 130, and the sentence says how to go on."""
    words = ["batch", "--regions", "140000", "140100", "140200", "--jobs", "1", "--out", str(tmp_path / "reports")]
    notebook = str(FIXTURES / "tiny.ipynb")
    command = [sys.executable, "-c", TERMINATED, notebook, name, str(data_file), *words]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert ended.returncode == 130, ended.stderr
    assert "Traceback" not in ended.stderr
    assert "--resume" in ended.stderr
    (manifest,) = load_manifests(tmp_path / "reports")
    assert manifest.interrupted
    assert [result.region for result in manifest.done] == ["140000"]
    assert {result.outcome for result in manifest.not_done} == {BriefOutcome.INTERRUPTED}


@pytest.mark.skipif(not can_fork(), reason="uses the numbers of Linux processes")
@pytest.mark.long
def test_sigterm_while_it_judges_lists_all_regions_and_leaves_no_process(data_file: Path, tmp_path: Path):
    """Judged is in several processes at once; none goes on for nobody."""
    words = ["batch", "--regions", "140000", "140100", "--jobs", "2", "--out", str(tmp_path / "reports")]
    command = [sys.executable, "-c", TERMINATED, str(FIXTURES / "tiny.ipynb"), "SIGURG", str(data_file), *words]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        while len(begun := offspring(process.pid)) < 3:
            assert process.poll() is None
            time.sleep(0.05)
        process.terminate()
        _, said = process.communicate(timeout=120)
    assert process.returncode == 130, said
    assert "Traceback" not in said
    assert "--resume" in said
    for pid in begun:
        wait_until_gone(pid)
    (manifest,) = load_manifests(tmp_path / "reports")
    assert {result.outcome for result in manifest.regions.values()} == {BriefOutcome.INTERRUPTED}
    assert set(manifest.regions) == {"140000", "140100"}


def test_a_stick_taken_out_and_put_back_loses_nothing(run: Run, tmp_path, monkeypatch):
    """From the second brief on nothing can be written; what was there before is whole, and resuming completes it."""
    true_open, out = Path.open, []

    def gone(path: Path, *given: object, **options: object) -> object:
        if out and (tmp_path / "reports") in path.parents:
            raise OSError(errno.ENODEV, "No such device")
        return true_open(path, *given, **options)

    monkeypatch.setattr(Path, "open", gone)
    with pytest.raises(NotWritable, match="No such device"):
        run(jobs=1, watch=out.append)
    first = out[0]
    out.clear()
    (folder,) = [path for path in (tmp_path / "reports").iterdir() if path.is_dir()]
    assert first.still_published(folder)
    assert len(run(resume=True).done) == 3


def test_time_that_ran_out_while_the_machine_slept_is_tried_again(run: Run, monkeypatch):
    """The clock jumps by two hours while the notebook hangs; without a jump it would be the notebook's own fault."""
    jumps = iter([1, 2, 3, 4, 5, 6, 7, 8, 9])
    monkeypatch.setattr(AwakeClock, "sleeps", property(lambda _clock: next(jumps)))
    (result,) = run("hangs", REGIONS[:1], seconds=1.0).not_done
    assert "slept during the run" in result.causes[0].en
    monkeypatch.setattr(AwakeClock, "sleeps", property(lambda _clock: 0))
    (result,) = run("hangs", REGIONS[:1], seconds=1.0).not_done
    assert "1 seconds" in result.causes[0].en
