"""What workers may do to a run: stop, come back, have nothing but their tasks; and how a run on them is ended."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import loopback_cluster as loopback
from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.batch import cluster_tasks
from sxresearch.batch.manifest import BriefOutcome, Manifest, RegionResult, load_manifests
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.runner import Order, run_batch
from tests.batch.conftest import FIXTURES, observations_csv
from tests.batch.test_faults import TERMINATED, offspring

pytest.importorskip("distributed", reason="extra cluster is not installed")
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="signals; dask's default event loop"),
]
REGIONS = ("140000", "140100", "140200", "140300", "140400")
_NO_ENTRY = """
import os, sys
CLOSED = os.environ["SX_TEST_CLOSED"]
def refuse(event, given):
    if event in ("open", "os.listdir", "os.scandir", "os.mkdir", "os.remove", "os.rename") and given:
        if isinstance(given[0], (str, bytes)) and os.fsdecode(given[0]).startswith(CLOSED):
            raise PermissionError(13, "not of this machine", given[0])
sys.addaudithook(refuse)
"""
"""The worker's and its kernels' start-up: what lies in the runner's folder is on another machine."""


@pytest.fixture(scope="module")
def runners(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the machine that runs: data and reports."""
    return tmp_path_factory.mktemp("runner")


@pytest.fixture(scope="module")
def figures(runners: Path) -> Path:
    path = runners / "small.csv"
    path.write_text(observations_csv(REGIONS), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def known(figures: Path) -> Inputs:
    return load_inputs(observations=figures)


@pytest.fixture(scope="module")
def cluster(runners: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[loopback.Cluster]:
    """Two workers elsewhere, with another current folder and home, and no way to the runner's folder."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "sitecustomize.py").write_text(_NO_ENTRY, encoding="utf-8")
    words = {"HOME": str(elsewhere), "SX_TEST_CLOSED": str(runners)}
    path = os.pathsep.join([str(loopback.ROOT), str(elsewhere)])
    place = loopback.Place(elsewhere, surroundings={**words, "PYTHONPATH": path})
    with loopback.cluster(elsewhere / "scheduler.json", place=place) as found:
        yield found


@pytest.fixture
def order(known: Inputs, figures: Path, runners: Path, cluster: loopback.Cluster, request) -> Order:
    given, notebook = Parameters(observations=(str(figures),)), FIXTURES / "judges_its_region.ipynb"
    return Order(known, given, REGIONS, notebook, runners / request.node.name, scheduler=cluster.address)


def _made(order: Order, run: Manifest) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (order.out / run.run).iterdir() if path.name != "manifest.json"}


def _contents(run: Manifest) -> dict[str, str]:
    return {code: result.content for code, result in run.regions.items()}


def test_here_on_a_cluster_resumed_and_fresh_the_bytes_are_the_same(order: Order, figures: Path):
    """The cluster shares no folder with here, and the figures are gone before its first worker is asked."""
    places = {name: replace(order, out=order.out / name) for name in ("here", "fresh", "cluster", "resumed")}
    runs = {
        "here": run_batch(replace(places["here"], scheduler=None), jobs=2),
        "fresh": run_batch(replace(places["fresh"], scheduler=None, forked=False), jobs=2),
    }
    away = Path(shutil.move(figures, figures.with_suffix(".away")))
    try:
        runs["cluster"] = run_batch(places["cluster"], jobs=1)
        broken = run_batch(places["resumed"], jobs=1, watch=_Interruption(at=2))
        runs["resumed"] = run_batch(places["resumed"], jobs=1, resume=True)
    finally:
        shutil.move(away, figures)
    assert broken.interrupted
    assert len(broken.done) == 2
    assert {run.run for run in (*runs.values(), broken)} == {broken.run}
    for name, run in runs.items():
        assert [result.region for result in run.done] == list(REGIONS)
        assert _made(places[name], run) == _made(places["here"], runs["here"])
        assert _contents(run) == _contents(runs["here"])


class _Interruption:
    """Ctrl-C as a brief is reported."""

    def __init__(self, at: int):
        self._left = at

    def __call__(self, _result: RegionResult) -> None:
        self._left -= 1
        if not self._left:
            raise KeyboardInterrupt


@pytest.mark.parametrize("when", ["before the run", "for five seconds", "for good"])
def test_a_stopped_worker_costs_time_only(when: str, order: Order, cluster: loopback.Cluster, monkeypatch):
    """What it held is given to the other one; each brief is counted once, also when it comes back and answers too."""
    monkeypatch.setattr(cluster_tasks, "LATE_SECONDS", 1.0 if when != "for five seconds" else 60.0)
    monkeypatch.setattr(cluster_tasks, "LATE_TIMES", 1.0)
    monkeypatch.setattr(cluster_tasks, "OTHERS_SECONDS", 3.0)
    monkeypatch.setattr("sxresearch.batch.cluster._CLOSE_SECONDS", 2.0)
    slow, seen = cluster.workers[0], []

    def watch(result: RegionResult) -> None:
        seen.append(result.region)
        if len(seen) == 1 and when != "before the run":
            slow.send_signal(signal.SIGSTOP)
        if len(seen) == 1 and when == "for five seconds":
            threading.Timer(5.0, slow.send_signal, [signal.SIGCONT]).start()

    if when == "before the run":
        slow.send_signal(signal.SIGSTOP)
    try:
        made = run_batch(order, jobs=1, watch=watch)
    finally:
        slow.send_signal(signal.SIGCONT)
    assert [result.region for result in made.done] == list(REGIONS)
    assert sorted(seen) == list(REGIONS)
    assert slow.poll() is None


def _until(seen) -> None:
    for _ in range(600):
        if seen():
            return
        time.sleep(0.1)
    raise AssertionError("it did not come about within a minute")


def _at_work(address: str) -> int:
    """Tasks that workers are doing."""
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        return sum(map(len, client.processing().values()))


@pytest.mark.parametrize("when", ["while judging", "after a brief"])
def test_sigterm_ends_a_run_on_a_cluster_like_ctrl_c(
    when: str, cluster: loopback.Cluster, figures: Path, tmp_path: Path
):
    """What is finished is kept, the sentence says how to go on, and the workers are free for the next run."""
    words = ["batch", "--regions", *REGIONS, "--scheduler", cluster.address, "--out", str(tmp_path)]
    number = "SIGTERM" if when == "after a brief" else "SIGURG"  # which does nothing
    command = [sys.executable, "-c", TERMINATED, str(FIXTURES / "tiny.ipynb"), number, str(figures), *words]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        if when == "while judging":
            _until(lambda: _at_work(cluster.address))
            process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=120)
    assert process.returncode == 130, said
    assert "Traceback" not in said and "--resume" in said
    (manifest,) = load_manifests(tmp_path)
    assert manifest.interrupted
    assert ("140000" in [result.region for result in manifest.done]) == (when == "after a brief")
    assert {result.outcome for result in manifest.not_done} == {BriefOutcome.INTERRUPTED}
    _until(lambda: not _at_work(cluster.address))
    _until(lambda: not any(offspring(worker.pid) for worker in cluster.workers))


def test_a_worker_killed_while_it_judges_costs_time_only(order: Order, tmp_path: Path):
    """Its part is judged by the other one."""
    with loopback.cluster(tmp_path / "scheduler.json") as own:

        def kill_when_it_judges() -> None:
            _until(lambda: _at_work(own.address) > 1)
            own.workers[0].kill()

        killer = threading.Thread(target=kill_when_it_judges, daemon=True)
        killer.start()
        made = run_batch(replace(order, scheduler=own.address), jobs=1)
        killer.join()
        with suppress(subprocess.TimeoutExpired):
            own.workers[0].wait(timeout=10)
        assert own.workers[0].returncode == -signal.SIGKILL
    assert [result.region for result in made.done] == list(REGIONS)
