"""The same batch on the workers of a dask.distributed cluster.

Every worker process keeps one set of kernels per run: it reads and judges the panels once, however many briefs it
makes. Start one worker per machine with as many threads as cores; its threads only watch kernels, which are
processes of their own. Workers must see the plans and data at the same paths. A brief comes back as bytes and is
published by the runner alone, so that workers need no place to write.
"""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sxresearch.batch.kernels.kernel_pool import Kernels
from sxresearch.batch.manifest import BriefOutcome, RegionResult
from sxresearch.batch.one_brief import Task, make
from sxresearch.errors import Fault, SxError
from sxresearch.files import publish_bytes

AHEAD = 2
"""Tasks handed out per thread of the cluster: none waits for work, and finished briefs do not pile up."""
_CONNECT_SECONDS = 20

Files = dict[str, bytes]


class ClusterOutOfReach(SxError):
    """The cluster library is not installed, or no scheduler answers."""


@contextmanager
def connected(address: str) -> Iterator[Any]:
    """A client of the scheduler at ``address``.

    Raises
    ------
    ClusterOutOfReach
        If dask.distributed is not installed, nobody answers, or there is no worker.
    """
    try:
        from distributed import Client
    except ImportError as cause:
        raise ClusterOutOfReach.of("cluster-missing", "--scheduler") from cause
    try:
        client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as cause:
        raise ClusterOutOfReach.of("cluster-silent", "--scheduler", address=address) from cause
    with client:
        if not client.nthreads():
            raise ClusterOutOfReach.of("cluster-empty", "--scheduler", address=address)
        yield client


def in_any_order(client: Any, job: Callable[..., Any], tasks: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Each task with what ``job(task)`` gave, or the exception that ended it; a few tasks per thread at a time."""
    from distributed import as_completed

    waiting = iter(tasks)
    room = AHEAD * sum(client.nthreads().values())
    given = {_submitted(client, job, task): task for task in islice(waiting, room)}
    finished = as_completed(given, loop=client.loop, raise_errors=False)
    for future in finished:
        task = given.pop(future)
        yield task, future.exception() or future.result()
        future.release()
        for following in islice(waiting, 1):
            successor = _submitted(client, job, following)
            given[successor] = following
            finished.add(successor)


def _submitted(client: Any, job: Callable[..., Any], task: Any) -> Any:
    return client.submit(job, task, pure=False)


def made_on_cluster(
    address: str, tasks: Sequence[Task], shared: Mapping[str, Any], folder: Path
) -> Iterator[RegionResult]:
    """Make the briefs of ``tasks`` on the cluster and publish each in ``folder`` as it arrives."""
    job = _Job(dict(shared), tuple(task.region for task in tasks))
    with connected(address) as client:
        try:
            for task, answer in in_any_order(client, job, tasks):
                yield _published(task, answer, folder)
        finally:
            client.run(_close_kernels)


def _published(task: Task, answer: Any, folder: Path) -> RegionResult:
    if isinstance(answer, Exception):
        fault = Fault.of("unexpected", "", kind=type(answer).__name__, message=str(answer))
        return RegionResult(task.region, BriefOutcome.FAILED, 0.0, causes=(fault,))
    result, files = answer
    try:
        for name, content in files.items():
            publish_bytes(folder / name, content)
    except SxError as problem:
        return RegionResult(task.region, BriefOutcome.FAILED, result.seconds, causes=problem.faults)
    return result


class _Job:
    """What a worker does with a task; it carries what the run's briefs share."""

    def __init__(self, shared: dict[str, Any], regions: tuple[str, ...]):
        self._shared = shared
        self._regions = regions

    def __call__(self, task: Task) -> tuple[RegionResult, Files]:
        """The result and the bytes of the files."""
        kernels = _kernels_for(self._shared, self._regions)
        with TemporaryDirectory(prefix="sx-") as folder:
            result = make(task, kernels, Path(folder))
            return result, {name: (Path(folder) / name).read_bytes() for name in result.files}


_guard = threading.Lock()
_kernels: dict[tuple[str, tuple[str, ...]], Kernels] = {}


def _kernels_for(shared: dict[str, Any], regions: tuple[str, ...]) -> Kernels:
    """This worker's kernels for a run, made at the first task; those of an earlier run are closed."""
    run = (repr(sorted(shared.items())), regions)
    with _guard:
        if run not in _kernels:
            _forget_kernels()
            kernels = Kernels(forked=True)
            kernels.share(shared, regions)
            _kernels[run] = kernels
        return _kernels[run]


def _close_kernels() -> None:
    with _guard:
        _forget_kernels()


def _forget_kernels() -> None:
    for kernels in _kernels.values():
        kernels.close()
    _kernels.clear()
