"""Each task is answered once, by real workers of a real scheduler."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from benchmarks import loopback_cluster as loopback
from sxresearch.batch import cluster_tasks
from sxresearch.batch.cluster_tasks import AHEAD, ClusterOutOfReach, KnownWorkers, TaskDistribution, late_after

pytest.importorskip("distributed", reason="extra cluster is not installed")
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="dask's default event loop"),
]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where workers find the scheduler, which has two."""
    found = tmp_path_factory.mktemp("cluster") / "scheduler.json"
    with loopback.cluster(found):
        yield found


@pytest.fixture
def client(file: Path) -> Iterator[Any]:
    from distributed import Client

    with Client(scheduler_file=str(file), set_as_default=False) as found:
        yield found


@pytest.mark.parametrize(
    ("slowest", "seconds"), [(0.0, 900.0), (0.1, 60.0), (20.0, 60.0), (20.5, 61.5), (100.0, 300.0)]
)
def test_when_a_task_is_late(slowest: float, seconds: float):
    assert late_after(slowest) == seconds


def _double(number: int) -> int:
    if number == 3:
        raise ValueError("not three")
    return 2 * number


def test_every_task_is_answered_also_by_what_ended_it(client: Any):
    answers = dict(TaskDistribution(client, KnownWorkers(client), _double).answers(range(9)))
    assert isinstance(answers.pop(3), ValueError)
    assert answers == {number: 2 * number for number in range(9) if number != 3}


def test_a_scheduler_that_goes_while_an_answer_is_fetched_is_lost(client: Any, monkeypatch: pytest.MonkeyPatch):
    """The future has ended, its answer breaks off on the way: no stack trace, and no task without an end."""
    from distributed import Future
    from distributed.comm import CommClosedError

    def broken(*_args: object, **_rest: object) -> None:
        raise CommClosedError("stream is closed")

    monkeypatch.setattr(Future, "result", broken)
    answers = list(TaskDistribution(client, KnownWorkers(client), _double).answers([5, 6, 7, 8, 9, 10]))
    assert sorted(task for task, _ in answers) == [5, 6, 7, 8, 9, 10]
    assert all(isinstance(answer, ClusterOutOfReach) for _, answer in answers)


def test_no_task_is_no_answer(client: Any):
    assert list(TaskDistribution(client, KnownWorkers(client), _double).answers([])) == []


def test_tasks_are_cut_when_their_turn_comes(client: Any):
    """At the first answer two for each of two threads have been taken, not one more."""
    taken = []

    def tasks() -> Iterator[int]:
        for number in range(4, 20):
            taken.append(number)
            yield number

    answers = TaskDistribution(client, KnownWorkers(client), _double).answers(tasks())
    next(answers)
    assert len(taken) == AHEAD * 2
    assert len(list(answers)) == 15


def _sleep_on_the_first(worker: str) -> str:
    """The worker that has the task, which sleeps on the one named."""
    from distributed import get_worker

    if get_worker().address == worker:
        time.sleep(6.0)
    return str(get_worker().address)


def test_what_is_late_is_given_to_another_worker_and_answered_once(client: Any, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cluster_tasks, "LATE_SECONDS", 0.5)
    monkeypatch.setattr(cluster_tasks, "LATE_TIMES", 1.0)
    slow, quick = sorted(client.nthreads())
    begun = time.monotonic()
    answers = list(TaskDistribution(client, KnownWorkers(client), _sleep_on_the_first).answers([slow] * 4))
    assert time.monotonic() - begun < 5.0
    assert answers == [(slow, quick)] * 4


def _stop_after(worker: str) -> str:
    """The worker that has the task; the one named stops half a second after it was done."""
    from distributed import get_worker

    if get_worker().address == worker:
        threading.Timer(0.5, os.kill, [os.getpid(), signal.SIGSTOP]).start()
    return str(get_worker().address)


def test_an_answer_that_is_not_handed_out_is_asked_of_another_worker(client: Any, monkeypatch: pytest.MonkeyPatch):
    """Two of four tasks are done and lie with a worker that has stopped before anybody asked for them."""
    monkeypatch.setattr(cluster_tasks, "LATE_SECONDS", 1.0)
    monkeypatch.setattr(cluster_tasks, "LATE_TIMES", 1.0)
    slow, quick = sorted(client.nthreads())
    pid = client.run(os.getpid, workers=[slow])[slow]
    answers = TaskDistribution(client, KnownWorkers(client), _stop_after).answers([slow] * 4)
    try:
        found = [next(answers)]
        time.sleep(2.0)
        begun = time.monotonic()
        found += answers
        assert time.monotonic() - begun < 20.0
    finally:
        os.kill(pid, signal.SIGCONT)
    assert [task for task, _ in found] == [slow] * 4
    assert {answer for _, answer in found[1:]} == {quick}


def test_workers_with_another_package_are_strangers_and_given_nothing(client: Any, monkeypatch: pytest.MonkeyPatch):
    """They say what the package was like when they were asked; then it changes here."""
    workers = KnownWorkers(client)
    assert (len(workers.fit), workers.strangers) == (2, [])
    monkeypatch.setattr(cluster_tasks, "package_hash", lambda: "another")
    assert workers.fit == {}
    assert workers.strangers == sorted(client.nthreads())
    monkeypatch.setattr(cluster_tasks, "DESERTED_SECONDS", 1.0)
    answers = list(TaskDistribution(client, workers, _double).answers(range(3)))
    assert [task for task, _ in answers] == [0, 1, 2]
    assert all(isinstance(answer, ClusterOutOfReach) for _, answer in answers)
    assert "--resume" in answers[0][1].faults[0].en


def test_a_worker_that_joins_later_is_asked_and_given_work(file: Path, client: Any):
    workers = KnownWorkers(client)
    third = loopback.worker(file)
    try:
        until = time.monotonic() + 60
        while len(workers.fit) < 3 and time.monotonic() < until:
            workers.renew()
            time.sleep(0.1)
        assert len(workers.fit) == 3
    finally:
        loopback.end(third)


def test_a_broken_line_is_no_answer(client: Any):
    """Neither fit nor a stranger: it is asked again."""
    workers = KnownWorkers(client)
    broken = Future[str]()
    broken.set_result("")
    one = next(iter(workers.fit))
    workers._asked[one] = broken
    assert (len(workers.fit), workers.strangers) == (1, [])
    workers.renew()
    assert workers._asked[one].result(timeout=10) == cluster_tasks.package_hash()
