"""The batch on a real scheduler and two real workers on loopback, one of which is killed in the middle."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs, load_frame, load_inputs
from sxresearch.assessment.publication.published_verdicts import published_verdicts
from sxresearch.batch.assessment_run import assess_in_chunks
from sxresearch.batch.cluster import ClusterOutOfReach, connected
from sxresearch.batch.kernels.fork_client import can_fork
from sxresearch.batch.manifest import Manifest
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.runner import Order, run_batch
from sxresearch.paths import PACKAGE, ROOT
from tests.batch.conftest import FIXTURES

pytest.importorskip("distributed", reason="extra cluster is not installed")
REGIONS = ("140000", "140100", "140200", "140300", "140400")


@dataclass(frozen=True)
class Cluster:
    address: str
    workers: tuple[subprocess.Popen, ...]


def _started(file: Path, *words: str, folder: Path | None = None) -> subprocess.Popen:
    """A scheduler or worker that finds the others by ``file``; its package is that of ``folder``, else of here."""
    common = ["--scheduler-file", str(file), "--host", "127.0.0.1"]
    command = [sys.executable, "-m", f"distributed.cli.{words[0]}", *common, *words[1:]]
    surroundings = {**os.environ, "PYTHONPATH": str(folder or ROOT)}
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=surroundings, cwd=folder)


def _scheduler(file: Path) -> subprocess.Popen:
    return _started(file, "dask_scheduler", "--port", "0", "--no-dashboard", "--no-show")


def _worker(file: Path, folder: Path | None = None) -> subprocess.Popen:
    return _started(file, "dask_worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", folder=folder)


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch) -> Iterator[Cluster]:
    monkeypatch.setenv("SX_TEST_MARK", str(tmp_path / "mark"))
    file = tmp_path / "scheduler.json"
    scheduler, workers = _scheduler(file), tuple(_worker(file) for _ in range(2))
    try:
        yield Cluster(_address(file), workers)
    finally:
        _end(*workers, scheduler)


def _end(*processes: subprocess.Popen) -> None:
    for process in processes:
        process.kill()
    for process in processes:
        process.wait(timeout=30)


def _address(file: Path, workers: int = 2) -> str:
    from distributed import Client

    while not file.exists():
        time.sleep(0.05)
    with Client(scheduler_file=str(file), set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=60)
        return client.scheduler.address


def _parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])


def _kill_the_worker_behind(mark: Path, cluster: Cluster) -> None:
    """Wait for the kernel that waits, kill the worker that watches it, and let its successor go on."""
    note = Path(f"{mark}.pid")
    while not note.exists() or not note.read_text().endswith("\n"):
        time.sleep(0.05)
    server = _parent(int(note.read_text()))
    (worker,) = [process for process in cluster.workers if process.pid == _parent(server)]
    worker.send_signal(signal.SIGKILL)
    mark.touch()


@pytest.mark.skipif(not can_fork(), reason="finds the worker by the parents of the kernel's process")
@pytest.mark.long
def test_every_brief_arrives_although_a_worker_is_killed(
    cluster: Cluster, inputs: Inputs, data_file: Path, tmp_path: Path
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
def test_workers_read_no_file_of_figures(cluster: Cluster, data_file: Path, tmp_path: Path):
    """There is no shared folder: the figures are gone before the first worker is asked; the bytes are those of here."""
    file = Path(shutil.copy(data_file, tmp_path / "gone.csv"))
    parameters = Parameters(observations=(str(file),))
    order = Order(
        load_inputs(observations=file), parameters, REGIONS[:3], FIXTURES / "judges_its_region.ipynb", tmp_path
    )
    here = run_batch(order, jobs=1)
    file.unlink()
    there = run_batch(replace(order, out=tmp_path / "there", scheduler=cluster.address), jobs=1)
    assert [result.region for result in there.done] == list(REGIONS[:3])
    assert there.run == here.run
    assert _briefs(tmp_path / "there", there) == _briefs(tmp_path, here)
    contents = [{code: item.content for code, item in run.regions.items()} for run in (here, there)]
    assert contents[0] == contents[1]


@pytest.mark.long
def test_a_worker_with_another_version_is_refused(tmp_path: Path):
    """One line of the package differs."""
    shutil.copytree(PACKAGE, tmp_path / "other" / "sxresearch", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "other" / "sxresearch" / "terms.py").open("a", encoding="utf-8") as module:
        module.write("# another version\n")
    file = tmp_path / "scheduler.json"
    processes = [_scheduler(file), _worker(file), _worker(file, tmp_path / "other")]
    try:
        address = _address(file)
        with pytest.raises(ClusterOutOfReach, match="another version of sxresearch") as caught, connected(address):
            pass
        assert caught.value.faults[0].en.count("tcp://127.0.0.1:") == 1  # the other one is named, and it alone
    finally:
        _end(*processes)


@pytest.mark.long
def test_assessing_on_the_cluster_gives_what_one_assessment_gives(cluster: Cluster, inputs: Inputs, data_file: Path):
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
