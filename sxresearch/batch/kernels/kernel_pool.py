"""Executing one notebook with papermill, in a kernel of its own on the running interpreter.

The kernel depends on nothing outside the call: no installed kernelspec, no start-up files of the
user, no random hash seed, and no TCP port that a neighbour could take first. How a kernel comes
about is decided by a papermill engine (:mod:`sxresearch.batch.kernels.kernel_manager`). The results are the same.
"""

import logging
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import papermill
from jupyter_core.utils import ensure_event_loop
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, NotebookExecutionManager, papermill_engines
from papermill.exceptions import PapermillExecutionError

from sxresearch.batch.kernels.awake_clock import AwakeClock
from sxresearch.batch.kernels.executed_notebook import Executed, NotebookFailed, executed_of
from sxresearch.batch.kernels.fork_client import ForkClient, ForkServerLost, can_fork
from sxresearch.batch.kernels.kernel_manager import FORKED, FRESH, FreshKernel, kernel_environment, kernel_in
from sxresearch.region_slice import COMMON_FILE

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
START_LIMIT = 120
"""Seconds a kernel may take to answer for the first time."""

logging.getLogger("papermill").addHandler(logging.NullHandler())  # its failures reach the reader as sentences


class KernelLost(NotebookFailed):
    """A kernel ended, or never answered, through no doing of the notebook that can be told."""


class Kernels:
    """Starts kernels, knows those that run, and can stop them all.

    Kernels are ``forked`` where that is asked for and possible. With :meth:`share` every one of them knows where to
    read what the briefs of a run have in common, and with its notebook it is given the slice of its region. If the
    process they are forked from is lost, the next ones are started afresh.
    """

    def __init__(self, *, forked: bool = False) -> None:
        self._room = Path(tempfile.mkdtemp(prefix="sx-"))
        self._guard = threading.Lock()
        self._running: set[FreshKernel] = set()
        self._started = 0
        self._fork_client = ForkClient(self._room, kernel_environment(self._room)) if forked and can_fork() else None
        self._clock = AwakeClock().__enter__()
        self.stopped = False

    @property
    def engine(self) -> str:
        """Name of the papermill engine that the next notebook runs with."""
        return FORKED if self._fork_client else FRESH

    @property
    def idle(self) -> bool:
        """Whether no kernel runs."""
        with self._guard:
            return not self._running

    def side_by_side(
        self, job: Callable[[_Task], _Result], tasks: Iterable[_Task], processes: int
    ) -> Iterator[_Result]:
        """What ``job`` gives for each task, in any order; in forked processes where there are any, else here."""
        if self._fork_client is None:
            return map(job, tasks)
        return self._fork_client.side_by_side(job, tasks, processes)

    def share(self, common: bytes, lang: str) -> None:
        """Let every kernel know what the briefs of a run have in common: the content of the file beside the slices."""
        file = self._room / COMMON_FILE
        file.write_bytes(common)
        try:
            if self._fork_client:
                self._fork_client.share(file, lang)
        except ForkServerLost:
            self._stop_forking()

    def _stop_forking(self) -> None:
        client, self._fork_client = self._fork_client, None
        if client is not None:
            client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop, and leave nothing behind."""
        self.stop()
        self._stop_forking()
        self._clock.stop()
        shutil.rmtree(self._room, ignore_errors=True)

    def execute(
        self, notebook: NotebookNode, parameters: Mapping[str, Any], *, seconds: float, own: bytes = b""
    ) -> Executed:
        """The executed notebook, free of everything that differs between two equal runs; ``own`` is the slice of its
        region, without which it reads and judges by itself.

        Raises
        ------
        NotebookFailed
            If a cell raises, the notebook ends early, takes longer than ``seconds`` or prints
            without measure.
        KernelLost
            If its kernel dies or does not start, or if the machine slept meanwhile and its time ran out.
        """
        kernel, sleeps = self.new_kernel(own), self._clock.sleeps
        try:
            executed = _run(notebook, parameters, kernel, seconds)
        except PapermillExecutionError as problem:
            raise NotebookFailed.of(
                "cell-raised", number=_number_in_source(notebook, problem), kind=problem.ename, message=problem.evalue
            ) from problem
        except CellTimeoutError as problem:
            if self._clock.sleeps > sleeps:
                raise KernelLost.of("machine-slept") from problem
            raise NotebookFailed.of("notebook-too-slow", seconds=f"{seconds:.0f}") from problem
        except (DeadKernelError, RuntimeError) as problem:
            raise KernelLost.of("kernel-died", words=kernel.stderr_tail() or str(problem)) from problem
        except ForkServerLost as problem:
            self._stop_forking()
            raise KernelLost(problem.faults) from problem
        finally:
            self._forget(kernel)
        return executed_of(executed)

    def stop(self) -> None:
        """Kill every running kernel and start no more."""
        with self._guard:
            self.stopped = True
            for kernel in self._running:
                kernel.kill()

    def new_kernel(self, own: bytes = b"") -> FreshKernel:
        """A kernel of the next free name, not started yet; with the slice ``own`` in a file of its own."""
        with self._guard:
            if self.stopped:
                raise NotebookFailed.of("interrupted")
            self._started += 1
            kernel = kernel_in(self._room, f"k{self._started}", self._fork_client, own)
            self._running.add(kernel)
            return kernel

    def _forget(self, kernel: FreshKernel) -> None:
        with self._guard:
            self._running.discard(kernel)
        kernel.slice_file.unlink(missing_ok=True)


def _run(notebook: NotebookNode, parameters: Mapping[str, Any], kernel: FreshKernel, seconds: float) -> NotebookNode:
    deadline = time.monotonic() + seconds
    # the one that nbclient will use in this thread, and would leave open; sockets need the kind with a selector
    loop = ensure_event_loop(prefer_selector_loop=True)
    try:
        return papermill.execute_notebook(
            notebook,
            None,
            dict(parameters),
            engine_name=kernel.engine,
            kernel_name="python3",
            language="python",
            progress_bar=False,
            start_timeout=START_LIMIT,
            kernel=kernel,
            seconds_left=lambda _cell: max(1, round(deadline - time.monotonic())),
        )
    finally:
        loop.close()


def _number_in_source(notebook: NotebookNode, problem: PapermillExecutionError) -> str:
    """Which cell of the source notebook failed, counted from 1; papermill injects one after the parameters."""
    tags = [cell.metadata.get("tags", []) for cell in notebook.cells]
    injected = next((place + 1 for place, tag in enumerate(tags) if "parameters" in tag), 0)
    return str(problem.cell_index if problem.cell_index > injected else problem.cell_index + 1)


class _Client(PapermillNotebookClient):  # type: ignore[misc]
    """papermill's client with a kernel manager that was made for it, which it then owns."""

    def __init__(self, nb_man: NotebookExecutionManager, *, kernel: FreshKernel, **options: Any):
        super().__init__(nb_man, **options)
        self._kernel = kernel

    def create_kernel_manager(self) -> FreshKernel:
        self.km = self._kernel
        return self._kernel


class FreshEngine(Engine):  # type: ignore[misc]
    """papermill engine: every notebook in a kernel of its own, started for it alone."""

    forked = False

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        *,
        kernel: FreshKernel | None = None,
        seconds_left: Callable[[NotebookNode], int] | None = None,
        start_timeout: int = START_LIMIT,
        **_unused: Any,
    ) -> None:
        """Run the cells, in ``kernel`` or, called by papermill's own command line, in one made for the purpose."""
        with _given_or_made(kernel, forked=cls.forked) as used:
            _Client(
                nb_man,
                kernel=used,
                kernel_name=kernel_name,
                timeout_func=seconds_left,
                startup_timeout=start_timeout,
                record_timing=False,
                shutdown_kernel="immediate",
                log=logging.getLogger("papermill"),
            ).execute()


class ForkingEngine(FreshEngine):
    """papermill engine: every notebook in a kernel of its own, forked where that is possible."""

    forked = True


@contextmanager
def _given_or_made(kernel: FreshKernel | None, *, forked: bool) -> Iterator[FreshKernel]:
    if kernel is not None:
        yield kernel
    else:
        with Kernels(forked=forked) as kernels:
            yield kernels.new_kernel()


papermill_engines.register(FRESH, FreshEngine)
papermill_engines.register(FORKED, ForkingEngine)
