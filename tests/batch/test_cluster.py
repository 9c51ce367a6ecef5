"""The batch on a real scheduler and two real workers on loopback: the bytes of here, whoever is killed."""

import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from benchmarks import loopback_cluster as loopback
from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs, load_frame
from sxresearch.assessment.publication.published_verdicts import published_verdicts
from sxresearch.batch.assessment_run import assess_in_chunks
from sxresearch.batch.cluster import ClusterOutOfReach, connected
from sxresearch.batch.kernels.fork_client import can_fork
from sxresearch.batch.manifest import Manifest
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.runner import Order, run_batch
from sxresearch.paths import PACKAGE
from tests.batch.conftest import FIXTURES

pytest.importorskip("distributed", reason="extra cluster is not installed")
REGIONS = ("140000", "140100", "140200", "140300", "140400")


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch) -> Iterator[loopback.Cluster]:
    monkeypatch.setenv("SX_TEST_MARK", str(tmp_path / "mark"))
    with loopback.cluster(tmp_path / "scheduler.json") as found:
        yield found


def _parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])


def _waiting_kernel(mark: Path) -> int:
    """The process of the kernel that waits for the mark, as soon as there is one."""
    note = Path(f"{mark}.pid")
    while not note.exists() or not note.read_text().endswith("\n"):
        time.sleep(0.05)
    return int(note.read_text())


def _kill_while_one_waits(mark: Path, process: subprocess.Popen, reports: Path) -> None:
    """Kill the process once a kernel waits for the mark and the first region's brief has come."""
    _waiting_kernel(mark)
    while not any(reports.rglob(f"{REGIONS[0]}.html")):
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)


def _kill_the_worker_behind(mark: Path, cluster: loopback.Cluster) -> None:
    """Wait for the kernel that waits, kill the worker that watches it, and let its successor go on."""
    server = _parent(_waiting_kernel(mark))
    (worker,) = [process for process in cluster.workers if process.pid == _parent(server)]
    worker.send_signal(signal.SIGKILL)
    mark.touch()


@pytest.mark.skipif(not can_fork(), reason="finds the worker by the parents of the kernel's process")
@pytest.mark.long
def test_every_brief_arrives_although_a_worker_is_killed(
    cluster: loopback.Cluster, inputs: Inputs, data_file: Path, tmp_path: Path
):
    out = tmp_path / "reports"
    order = Order(
        inputs,
        Parameters(observations=(str(data_file),)),
        REGIONS,
        FIXTURES / "waits_for_a_mark.ipynb",
        out,
        forked=False,
    )
    killer = threading.Thread(target=_kill_the_worker_behind, args=(tmp_path / "mark", cluster), daemon=True)
    killer.start()
    made = run_batch(replace(order, scheduler=cluster.address), jobs=1)
    killer.join()
    assert [process.poll() for process in cluster.workers].count(-signal.SIGKILL) == 1
    assert made.engine == cluster.address
    assert [result.region for result in made.done] == list(REGIONS)
    assert _briefs(out, made) == _briefs(tmp_path / "here", run_batch(replace(order, out=tmp_path / "here"), jobs=1))


@pytest.mark.long
def test_a_lost_scheduler_costs_what_was_not_finished_and_another_one_goes_on(
    inputs: Inputs, data_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The scheduler is killed while the second brief waits; its workers end with it."""
    mark, given = tmp_path / "mark", Parameters(observations=(str(data_file),))
    monkeypatch.setenv("SX_TEST_MARK", str(mark))
    order = Order(inputs, given, REGIONS, FIXTURES / "waits_for_a_mark.ipynb", tmp_path / "reports", forked=False)
    with loopback.cluster(tmp_path / "first.json") as first:
        killer = threading.Thread(target=_kill_while_one_waits, args=(mark, first.scheduler, order.out), daemon=True)
        killer.start()
        broken = run_batch(replace(order, scheduler=first.address), jobs=1)
        killer.join()
    assert "140000" in [result.region for result in broken.done]
    assert len(broken.done) < len(REGIONS)
    causes = {cause.en for result in broken.not_done for cause in result.causes}
    assert len(causes) == 1 and first.address in causes.pop()
    mark.touch()
    with loopback.cluster(tmp_path / "second.json") as second:
        made = run_batch(replace(order, scheduler=second.address), jobs=1, resume=True)
    assert [result.region for result in made.done] == list(REGIONS)
    assert _briefs(order.out, made) == _briefs(
        tmp_path / "here", run_batch(replace(order, out=tmp_path / "here"), jobs=1)
    )


@pytest.mark.long
def test_a_worker_with_another_version_is_refused(tmp_path: Path):
    """One line of the package differs."""
    shutil.copytree(PACKAGE, tmp_path / "other" / "sxresearch", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "other" / "sxresearch" / "terms.py").open("a", encoding="utf-8") as module:
        module.write("# another version\n")
    file, other = tmp_path / "scheduler.json", loopback.Place(tmp_path / "other", tmp_path / "other")
    processes = [loopback.scheduler(file), loopback.worker(file), loopback.worker(file, other)]
    try:
        address = loopback.address(file)
        with pytest.raises(ClusterOutOfReach, match="another version of sxresearch") as caught, connected(address):
            pass
        assert caught.value.faults[0].en.count("tcp://127.0.0.1:") == 1  # the other one is named, and it alone
    finally:
        loopback.end(*processes)


@pytest.mark.long
def test_assessing_on_the_cluster_gives_what_one_assessment_gives(
    cluster: loopback.Cluster, inputs: Inputs, data_file: Path
):
    parameters = Parameters(observations=(str(data_file),))
    frame = load_frame(observations=data_file)
    there = assess_in_chunks(frame, REGIONS[:3], parameters, jobs=1, scheduler=cluster.address)
    here = published_verdicts(assess(inputs, REGIONS[:3]), inputs).verdicts
    assert len(there) == len(here) > 0
    for name in here.columns:
        pd.testing.assert_series_equal(there[name], here[name], check_dtype=False, check_exact=True)


def _briefs(out: Path, run: Manifest) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (out / run.run).glob("14*")}


def test_an_address_where_nobody_answers_is_a_sentence(monkeypatch):
    monkeypatch.setattr("sxresearch.batch.cluster._CONNECT_SECONDS", 1)
    with pytest.raises(ClusterOutOfReach, match="No dask scheduler answers"), connected("tcp://127.0.0.1:9"):
        pass


def test_without_the_library_there_is_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterOutOfReach, match=r"sxresearch\[cluster\]"), connected("tcp://127.0.0.1:9"):
        pass
