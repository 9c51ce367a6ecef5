"""Worker processes: their number, their order, and their end."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool

import pytest

from sxresearch import worker_processes
from sxresearch.worker_processes import MOST_PROCESSES, core_count, side_by_side
from tests.batch.test_faults import alive

SLOW = """
import time
from sxresearch.worker_processes import side_by_side
if __name__ == "__main__":
    print("started", flush=True)
    list(side_by_side(time.sleep, [60, 60], 2))
"""


@pytest.mark.parametrize(("cores", "used"), [(1, 1), (MOST_PROCESSES, 61), (MOST_PROCESSES + 1, 61), (None, 1)])
def test_windows_can_not_wait_for_more_than_61(monkeypatch: pytest.MonkeyPatch, cores: int | None, used: int):
    monkeypatch.setattr(worker_processes.sys, "platform", "win32")
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert core_count() == used


@pytest.mark.skipif(worker_processes.sys.platform != "linux", reason="asks Linux which cores a process may use")
def test_only_the_cores_that_this_process_may_use_count(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {3})
    assert core_count() == 1


def test_results_come_in_the_order_of_the_tasks():
    assert list(side_by_side(abs, [-3, 2, -1, 0], 2)) == [3, 2, 1, 0]


def test_a_process_that_is_gone_is_told():
    with pytest.raises(BrokenProcessPool):
        list(side_by_side(os._exit, [9], 1))


@pytest.mark.skipif(worker_processes.sys.platform == "win32", reason="sends a signal to a group of processes")
def test_ctrl_c_ends_all_of_them_and_none_says_anything(tmp_path):
    program = tmp_path / "slow.py"
    program.write_text(SLOW, encoding="utf-8")
    started = subprocess.Popen(
        [sys.executable, str(program)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    assert started.stdout.readline() == "started\n"
    time.sleep(5.0)  # until the workers sleep
    os.killpg(started.pid, signal.SIGINT)
    _, said = started.communicate(timeout=30)
    assert said.count("Traceback") == 1  # the program's own
    assert "KeyboardInterrupt" in said
    assert not alive(started.pid)
