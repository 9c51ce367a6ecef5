"""The same batch on the workers of a dask.distributed cluster.

The parts of the run are judged where there is room, each with its own figures; a brief goes to a worker with the
slice of its region, and what all briefs have in common goes to each worker once. So no worker reads a file of plans or
figures, and none judges what it does not draw. Every worker process keeps one set of kernels per run. Start one worker
per machine with as many threads as cores; its threads only watch kernels, which are processes of their own. A brief
comes back as bytes and is published by the runner alone, so that workers need no place to write.
"""

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from itertools import islice
from pathlib import Path
from socket import gethostname
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from sxresearch.batch.kernels.kernel_pool import Kernels
from sxresearch.batch.manifest import BriefOutcome, RegionResult
from sxresearch.batch.one_brief import Task, make
from sxresearch.batch.run_id import code_hashes, library_versions, sha256
from sxresearch.errors import Fault, SxError
from sxresearch.files import publish_bytes
from sxresearch.paths import PACKAGE

AHEAD = 2
"""Tasks handed out per thread of the cluster: none waits for work, and finished briefs do not pile up."""
_CONNECT_SECONDS = 20

Files = dict[str, bytes]
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class ClusterOutOfReach(SxError):
    """The cluster library is not installed, or no scheduler answers."""


@contextmanager
def connected(address: str) -> Iterator[Any]:
    """A client of the scheduler at ``address``.

    Raises
    ------
    ClusterOutOfReach
        If dask.distributed is not installed, nobody answers, there is no worker, or one has another version of this
        package or of a library that can change a brief.
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
        found = client.run(package_hash, on_error="return")
        if others := sorted(worker for worker, package in found.items() if package != package_hash()):
            raise ClusterOutOfReach.of("cluster-version", "--scheduler", workers=", ".join(others))
        yield client


@cache
def package_hash() -> str:
    """What of this machine can change a brief: the code of this package, Python, and the libraries."""
    return sha256(json.dumps([code_hashes(PACKAGE), library_versions()], sort_keys=True).encode())


class _SamePackage:
    """A job that a worker does only with the package that it was sent by; it may have joined after all were asked."""

    def __init__(self, job: Callable[..., Any]):
        self._job = job
        self._package = package_hash()

    def __call__(self, *given: Any) -> Any:
        """What the job gives."""
        if package_hash() != self._package:
            raise ClusterOutOfReach.of("cluster-version", "--scheduler", workers=gethostname())
        return self._job(*given)


def in_any_order(
    client: Any, job: Callable[..., Any], tasks: Iterable[Any], *given_to_all: Any
) -> Iterator[tuple[Any, Any]]:
    """Each task with what ``job(task, *given_to_all)`` gave, or what ended it; a few tasks per thread at a time.

    Where the scheduler is lost, that is what ended all tasks that were not finished.
    """
    from distributed import as_completed

    address = client.scheduler.address

    waiting, job = iter(tasks), _SamePackage(job)
    room = AHEAD * sum(client.nthreads().values())
    given = {_submitted(client, job, task, *given_to_all): task for task in islice(waiting, room)}
    finished = as_completed(given, loop=client.loop, raise_errors=False)
    for future in finished:
        task = given.pop(future)
        if future.cancelled():
            lost = ClusterOutOfReach.of("cluster-lost", "--scheduler", address=address)
            yield from ((unfinished, lost) for unfinished in (task, *given.values(), *waiting))
            return
        yield task, future.exception() or future.result()
        future.release()
        for following in islice(waiting, 1):
            successor = _submitted(client, job, following, *given_to_all)
            given[successor] = following
            finished.add(successor)


def _submitted(client: Any, job: Callable[..., Any], *given: Any) -> Any:
    return client.submit(job, *given, pure=False)


class Cluster:
    """The workers behind a client."""

    def __init__(self, client: Any):
        self._client = client

    def worked(self, job: Callable[[_Task], _Result], tasks: Iterable[_Task]) -> Iterator[_Result]:
        """What ``job`` gives for each task, in any order; what a worker could not do is done here, and raised here."""
        for task, answer in in_any_order(self._client, job, tasks):
            if isinstance(answer, ClusterOutOfReach):
                raise answer
            yield job(task) if isinstance(answer, BaseException) else answer

    def made(self, tasks: Iterable[Task], common: bytes, lang: str, folder: Path) -> Iterator[RegionResult]:
        """Make the briefs of ``tasks`` and publish each in ``folder`` as it arrives; ``common``, which all briefs read,
        reaches each worker once.
        """
        run = sha256(common)
        shared = self._client.scatter(common, broadcast=True, hash=False)
        try:
            for task, answer in in_any_order(self._client, _Job(run, lang), tasks, shared):
                yield _published(task, answer, folder)
        finally:
            with suppress(OSError, TimeoutError):  # the scheduler is lost: its workers end with it
                self._client.run(_close_kernels)


def _published(task: Task, answer: Any, folder: Path) -> RegionResult:
    if isinstance(answer, SxError):
        return RegionResult(task.region, BriefOutcome.FAILED, 0.0, causes=answer.faults)
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
    """What a worker does with a task and with what the briefs of the run have in common."""

    def __init__(self, run: str, lang: str):
        self._run = run
        self._lang = lang

    def __call__(self, task: Task, common: bytes) -> tuple[RegionResult, Files]:
        """The result and the bytes of the files."""
        kernels = _kernels_for(self._run, common, self._lang)
        with TemporaryDirectory(prefix="sx-") as folder:
            result = make(task, kernels, Path(folder))
            return result, {name: (Path(folder) / name).read_bytes() for name in result.files}


_guard = threading.Lock()
_kernels: dict[str, Kernels] = {}


def _kernels_for(run: str, common: bytes, lang: str) -> Kernels:
    """This worker's kernels for a run, made at the first task; those of an earlier run are closed."""
    with _guard:
        if run not in _kernels:
            _forget_kernels()
            kernels = Kernels(forked=True)
            kernels.share(common, lang)
            _kernels[run] = kernels
        return _kernels[run]


def _close_kernels() -> None:
    with _guard:
        _forget_kernels()


def _forget_kernels() -> None:
    for kernels in _kernels.values():
        kernels.close()
    _kernels.clear()
