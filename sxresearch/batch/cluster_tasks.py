"""Handing tasks out to the workers of a cluster: each is answered once, whatever becomes of a worker.

Only workers with the package of this machine are given any; they are asked for it, and so are those that join later.
A worker that answers nothing, be it stopped, overloaded or cut off, holds nobody up: what takes it far longer than it
took the others is given to another one too, and whoever is first counts.
"""

import asyncio
import json
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from queue import Empty, SimpleQueue
from typing import Any

from sxresearch.batch.run_id import code_hashes, library_versions, sha256
from sxresearch.errors import SxError
from sxresearch.paths import PACKAGE

AHEAD = 2
"""Tasks handed out per thread of the cluster: none waits for work, and finished briefs do not pile up."""
LATE_TIMES, LATE_SECONDS = 3.0, 60.0
"""A task that takes three times as long as the slowest so far, and a minute at least, is given to another one too."""
LATE_AT_FIRST_SECONDS = 900.0
"""The same while nothing has been answered yet, so that nobody knows how long a task takes: parts of thousands of
regions take minutes."""
FIRST_ANSWER_SECONDS, OTHERS_SECONDS = 60.0, 20.0
"""How long is waited for the first worker to say what it has, and then for the others."""
DESERTED_SECONDS = 120.0
"""How long the cluster may be without a worker that can be given anything, before a run ends."""
LOOK_SECONDS = 1.0
"""Between two looks at who is there and what is late."""


class ClusterOutOfReach(SxError):
    """The cluster library is not installed, no scheduler answers, or there is nobody to work."""


@cache
def package_hash() -> str:
    """What of this machine can change a brief: the code of this package, Python, and the libraries."""
    return sha256(json.dumps([code_hashes(PACKAGE), library_versions()], sort_keys=True).encode())


def late_after(slowest: float) -> float:
    """Seconds after which a task is given to another worker too; ``slowest`` is what the slowest so far took, 0 where
    none was answered yet.
    """
    return max(LATE_SECONDS, LATE_TIMES * slowest) if slowest else LATE_AT_FIRST_SECONDS


class KnownWorkers:
    """Who works at a cluster, and whether with the package of this machine."""

    def __init__(self, client: Any):
        self._client = client
        self._asked: dict[str, Future[str]] = {}
        self._threads: dict[str, int] = {}
        self.renew()
        wait(self._asked.values(), FIRST_ANSWER_SECONDS, return_when=FIRST_COMPLETED)
        wait(self._asked.values(), OTHERS_SECONDS)

    def renew(self) -> None:
        """Look who is there now, and ask those that came."""
        if self._client.status != "running":
            return
        with suppress(OSError, TimeoutError):  # the scheduler is lost: who waits for an answer hears of it
            self._threads = dict(self._client.nthreads())
        kept = {worker for worker, said in self._said() if said} | {*self._unanswered()}
        self._asked = {worker: asked for worker, asked in self._asked.items() if worker in kept}
        loop = self._client.loop.asyncio_loop
        for worker in self._threads.keys() - kept:
            self._asked[worker] = asyncio.run_coroutine_threadsafe(_package_of(self._client, worker), loop)

    @property
    def fit(self) -> dict[str, int]:
        """Address and number of threads of those that have said that they have the same package."""
        return {worker: self._threads[worker] for worker, said in self._said() if said == package_hash()}

    @property
    def strangers(self) -> list[str]:
        """Those that have said that they have another one, or could not say."""
        return sorted(worker for worker, said in self._said() if said not in ("", package_hash()))

    def _said(self) -> Iterator[tuple[str, str]]:
        """Who is there and has answered, and what; nothing where the line broke."""
        for worker in self._threads.keys() & self._asked.keys():
            if (asked := self._asked[worker]).done():
                yield worker, "" if asked.cancelled() or asked.exception() else asked.result()

    def _unanswered(self) -> Iterator[str]:
        yield from (worker for worker in self._threads if worker in self._asked and not self._asked[worker].done())


async def _package_of(client: Any, worker: str) -> str:
    """The hash of a worker's package, or what kept it from telling; nothing where the line broke."""
    said = (await client.run(package_hash, workers=[worker], on_error="return")).get(worker, "")
    return "" if isinstance(said, OSError) else str(said)


def _itself(content: Any) -> Any:
    return content


@dataclass
class _OpenTask:
    """A task that nobody has answered yet, and to whom it was given; ``since`` when it was given last."""

    task: Any
    since: float = 0.0
    futures: list[Any] = field(default_factory=list)


class TaskDistribution:
    """Gives the tasks of one job to the workers, and takes the first answer to each.

    ``in_common`` goes to each worker once; it is a task itself, so that another worker is given it where the one that
    holds it is lost.
    """

    def __init__(self, client: Any, workers: KnownWorkers, job: Callable[..., Any], in_common: tuple[Any, ...] = ()):
        self._client, self._workers, self._job, self._in_common = client, workers, job, in_common
        self._sent = self._sent_to(workers.fit)
        self._ended: SimpleQueue[Any] = SimpleQueue()
        self._open: dict[int, _OpenTask] = {}
        self._numbers: dict[Any, int] = {}
        self._more = True
        self._slowest = 0.0
        self._attended = self._looked = time.monotonic()

    def answers(self, tasks: Iterable[Any]) -> Generator[tuple[Any, Any]]:
        """Each task with what the job gave, or what ended it; a few tasks per thread at a time.

        Where the scheduler is lost or nobody is left to work, that is what ended all tasks that were not finished.
        """
        waiting = enumerate(tasks)
        try:
            while self._filled_up(waiting) or self._open:
                future = self._next_ended()
                number = self._numbers.get(future)
                try:
                    lost = number is not None and future.cancelled()
                    answered = list(self._answered(number, future)) if number is not None and not lost else []
                    deserted = not lost and self._deserted()
                except (OSError, CancelledError):  # the scheduler went while it was asked
                    lost, answered, deserted = True, [], False
                yield from answered
                if lost or deserted:
                    yield from self._lost("cluster-lost" if lost else "cluster-deserted", waiting)
                    return
        finally:
            for future in self._numbers:
                future.release()

    def _filled_up(self, waiting: Iterator[tuple[int, Any]]) -> bool:
        """Hand out as many as there is room for; whether there may be more."""
        wanted = max(AHEAD * sum(self._workers.fit.values()) - len(self._open), 0)
        fresh = list(islice(waiting, wanted)) if self._more else []
        for number, task in fresh:
            self._give(number, _OpenTask(task), self._workers.fit)
        self._more = self._more and len(fresh) == wanted
        return self._more

    def _sent_to(self, workers: Iterable[str]) -> list[Any]:
        return [self._client.submit(_itself, one, pure=False, workers=sorted(workers)) for one in self._in_common]

    def _give(self, number: int, one: _OpenTask, workers: Iterable[str]) -> None:
        future = self._client.submit(self._job, one.task, *self._sent, pure=False, workers=sorted(workers))
        one.since = time.monotonic()
        one.futures.append(future)
        self._open[number] = one
        self._numbers[future] = number
        future.add_done_callback(self._ended.put)

    def _next_ended(self) -> Any:
        with suppress(Empty):
            return self._ended.get(timeout=LOOK_SECONDS)
        return None

    def _answered(self, number: int, future: Any) -> Iterator[tuple[Any, Any]]:
        """A task and its answer; nothing where the worker that has the answer does not hand it out.

        It lies there finished: how long such a task takes says nothing of how long to wait. Each time it is asked of
        another worker there is a minute more to wait, so that a slow line is no reason to work for ever.
        """
        patience = LATE_SECONDS * len(self._open[number].futures)
        try:
            answer = future.exception(timeout=patience) or future.result(timeout=patience)
        except TimeoutError:
            self._give_again([number])
            return
        one = self._open.pop(number)
        self._slowest = max(self._slowest, time.monotonic() - one.since)
        for given in one.futures:
            del self._numbers[given]
            given.release()
        yield one.task, answer

    def _deserted(self) -> bool:
        """Look who is there, give what is late to others, and say whether nobody has been there for long."""
        now = time.monotonic()
        if now - self._looked < LOOK_SECONDS:
            return False
        self._workers.renew()
        self._looked = now
        if self._workers.fit:
            self._attended = now
            self._give_again(
                [number for number, one in self._open.items() if now - one.since > late_after(self._slowest)]
            )
        return now - self._attended > DESERTED_SECONDS

    def _give_again(self, numbers: list[int]) -> None:
        """Give tasks to workers that neither work at them nor hold their answers."""
        if not numbers:
            return
        held = [*self._client.processing().items(), *self._client.has_what().items()]
        for number in numbers:
            one = self._open[number]
            holding = {worker for worker, keys in held if any(given.key in keys for given in one.futures)}
            others = self._workers.fit.keys() - holding or self._workers.fit.keys()
            self._sent = self._sent_to(others)  # anew: who holds it may be the one that does not answer
            self._give(number, one, others)

    def _lost(self, key: str, waiting: Iterator[tuple[int, Any]]) -> Iterator[tuple[Any, ClusterOutOfReach]]:
        lost = ClusterOutOfReach.of(key, "--scheduler", address=self._client.scheduler.address)
        yield from ((one.task, lost) for one in self._open.values())
        yield from ((task, lost) for _, task in waiting)
