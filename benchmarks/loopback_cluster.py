"""A real dask scheduler and real workers as processes of this machine, on its loopback address."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sxresearch.paths import ROOT

Program = subprocess.Popen[bytes]


@dataclass(frozen=True)
class Cluster:
    """The processes of a cluster."""

    address: str
    scheduler: Program
    workers: tuple[Program, ...]


@dataclass(frozen=True)
class Place:
    """Where a process stands: its current ``folder``, the checkout ``house`` of its package, its environment."""

    folder: Path | None = None
    house: Path = ROOT
    surroundings: Mapping[str, str] = field(default_factory=dict)


HERE = Place()


def scheduler(file: Path, place: Place = HERE) -> Program:
    """A scheduler that workers find by ``file``, without its web page."""
    return _started(file, place, "dask_scheduler", "--port", "0", "--no-dashboard", "--no-show")


def worker(file: Path, place: Place = HERE) -> Program:
    """One process, one brief at a time."""
    return _started(file, place, "dask_worker", "--nthreads", "1", "--no-nanny", "--no-dashboard")


def _started(file: Path, place: Place, program: str, *words: str) -> Program:
    common = ["--scheduler-file", str(file), "--host", "127.0.0.1"]
    command = [sys.executable, "-m", f"distributed.cli.{program}", *common, *words]
    given = {**os.environ, "PYTHONPATH": str(place.house), **place.surroundings}
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=given, cwd=place.folder)


@contextmanager
def cluster(file: Path, workers: int = 2, place: Place = HERE) -> Iterator[Cluster]:
    """A scheduler and workers that are ready; all end with the context."""
    center, hands = scheduler(file, place), tuple(worker(file, place) for _ in range(workers))
    try:
        yield Cluster(address(file, workers), center, hands)
    finally:
        end(*hands, center)


def end(*programs: Program) -> None:
    """At once."""
    for program in programs:
        program.kill()
    for program in programs:
        program.wait(timeout=30)


def address(file: Path, workers: int = 2) -> str:
    """The scheduler's address, once so many workers are there."""
    from distributed import Client

    while not file.exists():
        time.sleep(0.05)
    with Client(scheduler_file=str(file), set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=60)
        return str(client.scheduler.address)
