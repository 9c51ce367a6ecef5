"""What programs cost: processor time and memory of all their processes together, and time by the clock."""

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Container, Sequence
from pathlib import Path
from typing import NamedTuple

import psutil

from sxresearch.paths import ROOT

_LOOK_SECONDS = 0.5  # between two looks at the memory in use
_KEPT = tempfile.TemporaryDirectory(prefix="sxresearch-kept-")  # until the benchmark ends


class Cost(NamedTuple):
    """Seconds of the processors and by the clock; ``peak`` memory in bytes, pages that processes share counted once."""

    cpu: float
    wall: float
    peak: int = 0


def cost_of(commands: Sequence[Sequence[str]], house: Path, answers: Container[int] = (0,)) -> Cost:
    """Run ``python -m`` with each of the commands in turn, in the checkout ``house``; ``answers`` are its good ends.

    Raises
    ------
    subprocess.CalledProcessError
        If one of them fails.
    """
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    peak = max(_run(words, house, answers) for words in commands)
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, ended - begun, peak)


def output_of(words: Sequence[str], house: Path) -> str:
    """What ``python -m`` with these words prints, with the package of the checkout ``house``."""
    command = [sys.executable, "-m", *words]
    return subprocess.run(
        command, cwd=house, env=_surroundings(house), capture_output=True, text=True, check=True
    ).stdout


def _surroundings(house: Path) -> dict[str, str]:
    """The package of the checkout, and a folder of the benchmark's own for what runs keep."""
    paths = [str(house), os.environ.get("PYTHONPATH"), str(ROOT)]  # the benchmarks themselves come from here
    kept = {"XDG_CACHE_HOME": _KEPT.name}
    return {**os.environ, **kept, "PYTHONPATH": os.pathsep.join(filter(None, paths))}


def _run(words: Sequence[str], house: Path, answers: Container[int]) -> int:
    """Run one program; gives its peak memory."""
    command = [sys.executable, "-m", *words]
    with subprocess.Popen(
        command, cwd=house, env=_surroundings(house), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        memory = _Memory(process.pid)
        memory.start()
        said, _ = process.communicate()
        memory.ended.set()
        memory.join()
    if process.returncode not in answers:
        raise subprocess.CalledProcessError(process.returncode, command, said)
    return memory.peak


class _Memory(threading.Thread):
    """Looks again and again at a process and its descendants."""

    def __init__(self, pid: int):
        super().__init__(daemon=True)
        self.peak = 0
        self.ended = threading.Event()
        self._pid = pid

    def run(self) -> None:
        """Until it ended."""
        while not self.ended.wait(_LOOK_SECONDS):
            try:
                root = psutil.Process(self._pid)
                everyone = [root, *root.children(recursive=True)]
            except psutil.Error:
                continue
            self.peak = max(self.peak, sum(map(_memory_of, everyone)))


def _memory_of(process: psutil.Process) -> int:
    """Its share of the memory (proportional where the system tells, else resident); none once it is gone."""
    try:
        found = process.memory_full_info()
    except psutil.Error:
        return 0
    return int(getattr(found, "pss", 0) or found.rss)
