"""Worker processes of this machine: how many, how they are started, and how Ctrl-C ends them without a word."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from typing import TypeVar

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

MOST_PROCESSES = 61
"""More worker processes Windows can't wait for at once."""
WAITING_STEP = 0.2
"""Seconds until Ctrl-C is noticed, where the operating system doesn't interrupt a wait (Windows)."""
_INTERRUPTED = 130  # exit code


def core_count() -> int:
    """Cores that this process may use, as far as worker processes can be given to them."""
    count = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return min(count, MOST_PROCESSES)


def side_by_side(work: Callable[[_Task], _Result], tasks: Iterable[_Task], processes: int) -> Iterator[_Result]:
    """What ``work`` gives for each task, in their order; both must be picklable.

    Raises
    ------
    BrokenProcessPool
        If a process is ended from outside, as happens where memory runs out.
    """
    started = multiprocessing.get_context("spawn")  # not forked: the parent may run threads
    most = min(processes, MOST_PROCESSES)
    with ProcessPoolExecutor(most, mp_context=started, initializer=_end_without_a_word) as pool:
        futures = [pool.submit(work, task) for task in tasks]
        try:
            yield from (_result(future) for future in futures)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _result(future: Future[_Result]) -> _Result:
    while not future.done():
        wait([future], timeout=WAITING_STEP)
    return future.result()


def _end_without_a_word() -> None:
    """In a worker: Ctrl-C reaches it too, and is the first process's to answer."""
    signal.signal(signal.SIGINT, lambda *_signal: os._exit(_INTERRUPTED))
