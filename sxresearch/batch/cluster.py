"""The same batch on the workers of a dask.distributed cluster.

The parts of the run are judged where there is room, each with its own figures; a brief goes to a worker with the
slice of its region, and what all briefs have in common goes to each worker once. So no worker reads a file of plans or
figures, and none judges what it does not draw. Every worker process keeps one set of kernels per run. Start one worker
per machine with as many threads as cores; its threads only watch kernels, which are processes of their own. A brief
comes back as bytes and is published by the runner alone, so that workers need no place to write.
"""

import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from sxresearch.batch.cluster_tasks import ClusterOutOfReach, KnownWorkers, TaskDistribution
from sxresearch.batch.kernels.kernel_pool import Kernels
from sxresearch.batch.manifest import BriefOutcome, RegionResult
from sxresearch.batch.one_brief import Task, make
from sxresearch.batch.run_id import sha256
from sxresearch.errors import Fault, SxError
from sxresearch.files import publish_bytes

_CONNECT_SECONDS = 20
_CLOSE_SECONDS = 10.0
"""How long a worker may take to close its kernels before the run ends without it."""
_LARGEST_TASK = "1 GiB"
"""From which size on dask warns of a task; a part of 3,000 regions takes its figures with it."""

Files = dict[str, bytes]
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


@contextmanager
def connected(address: str) -> Iterator["Cluster"]:
    """The workers of the scheduler at ``address``.

    Raises
    ------
    ClusterOutOfReach
        If dask.distributed is not installed, nobody answers, there is no worker, or one has another version of this
        package or of a library that can change a brief.
    """
    try:
        import dask
        from distributed import Client
    except ImportError as cause:
        raise ClusterOutOfReach.of("cluster-missing", "--scheduler") from cause
    try:
        client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as cause:
        raise ClusterOutOfReach.of("cluster-silent", "--scheduler", address=address) from cause
    with client, dask.config.set({"distributed.admin.large-graph-warning-threshold": _LARGEST_TASK}):
        workers = KnownWorkers(client)
        if workers.strangers:
            raise ClusterOutOfReach.of("cluster-version", "--scheduler", workers=", ".join(workers.strangers))
        if not workers.fit:
            raise ClusterOutOfReach.of("cluster-empty", "--scheduler", address=address)
        yield Cluster(client, workers)


class Cluster:
    """The workers behind a client."""

    def __init__(self, client: Any, workers: KnownWorkers):
        self._client = client
        self._workers = workers

    def in_any_order(
        self, job: Callable[..., Any], tasks: Iterable[Any], *in_common: Any
    ) -> Generator[tuple[Any, Any]]:
        """Each task with what ``job(task, *in_common)`` gave, or what ended it; a few tasks per thread at a time."""
        return TaskDistribution(self._client, self._workers, job, in_common).answers(tasks)

    def worked(self, job: Callable[[_Task], _Result], tasks: Iterable[_Task]) -> Iterator[_Result]:
        """What ``job`` gives for each task, in any order; what a worker could not do is done here, and raised here."""
        with closing(self.in_any_order(job, tasks)) as answers:
            for task, answer in answers:
                if isinstance(answer, ClusterOutOfReach):
                    raise answer
                yield job(task) if isinstance(answer, BaseException) else answer

    def made(self, tasks: Iterable[Task], common: bytes, lang: str, folder: Path) -> Generator[RegionResult]:
        """Make the briefs of ``tasks`` and publish each in ``folder`` as it arrives; ``common``, which all briefs read,
        reaches each worker once.
        """
        run = sha256(common)
        try:
            with closing(self.in_any_order(_Job(run, lang), tasks, common)) as answers:
                for task, answer in answers:
                    yield _published(task, answer, folder)
        finally:
            self._close_kernels(run)

    def _close_kernels(self, run: str) -> None:
        """Let every worker close what it keeps for the run; the scheduler may be lost, and a worker may not answer."""
        if self._client.status != "running":
            return
        with suppress(OSError, TimeoutError):
            self._client.sync(self._client.run, close_kernels, run, on_error="ignore", callback_timeout=_CLOSE_SECONDS)


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
    """This worker's kernels for a run, made at the first task; those of an earlier run that ended badly are closed."""
    with _guard:
        if run not in _kernels:
            for other in [name for name, kernels in _kernels.items() if kernels.idle]:
                _kernels.pop(other).close()
            kernels = Kernels(forked=True)
            kernels.share(common, lang)
            _kernels[run] = kernels
        return _kernels[run]


def close_kernels(run: str) -> None:
    """In a worker: the run has ended."""
    with _guard:
        if run in _kernels:
            _kernels.pop(run).close()
