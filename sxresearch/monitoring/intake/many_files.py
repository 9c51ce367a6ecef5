"""Many spreadsheets read side by side: each process reads its share, the results come in the order of the files."""

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TypeVar

from sxresearch.errors import BadObservations
from sxresearch.worker_processes import core_count, side_by_side

T = TypeVar("T")

SHARE = 16
"""A process is started for so many files at least: starting it takes as long as reading a dozen."""


def read_side_by_side(
    read: Callable[[Sequence[Path]], T], files: Sequence[Path], processes: int | None = None
) -> list[T]:
    """What ``read`` gives for runs of ``files``, in their order; one run where they are few.

    ``read`` and what it gives must be picklable. ``processes`` is the most that are started (all cores if none).

    Raises
    ------
    BadObservations
        If a process is ended from outside, as happens where memory runs out.
    """
    jobs = min(processes or core_count(), len(files) // SHARE)
    if jobs < 2 or multiprocessing.parent_process() is not None:
        return [read(files)]
    size = -(-len(files) // (jobs * 2))  # two runs a process: files differ in size
    runs = [files[start : start + size] for start in range(0, len(files), size)]
    try:
        return list(side_by_side(read, runs, jobs))
    except BrokenProcessPool as problem:
        raise BadObservations.of("intake-process-lost", str(files[0].parent)) from problem
