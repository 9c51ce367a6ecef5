"""Forked processes: each comes from one that has imported everything, so that none of it is done again.

Kernels are forked, and pieces of work that keep all cores busy. Each notebook still runs in a process and a namespace
of its own; what one changes, no other sees. Forking is done
where the operating system does it safely and can watch a process that is not its child (Linux); elsewhere kernels
are started afresh, with the same results.
"""

import json
import os
import pickle
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner

from sxresearch.errors import SxError

LAUNCHER = "ipykernel_launcher"
_ANSWER_SECONDS = 120.0
"""To import everything and to fork; reading what a nation's briefs have in common may take longer and has no limit."""
_CHUNK = 65_536
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class ForkServerLost(SxError):
    """The process that kernels are forked from has ended or does not answer."""


def can_fork() -> bool:
    """Whether kernels can be forked here."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")


class ForkedProcess:
    """A process forked by the fork server, with what :class:`subprocess.Popen` offers to watch and end it."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int, handle: int):
        self.pid = pid
        self._handle = handle

    def fileno(self) -> int:
        """Readable once the process has ended."""
        return self._handle

    def poll(self) -> int | None:
        """None while it runs, else 0 (how it ended is known to its parent only)."""
        return 0 if select.select([self._handle], [], [], 0)[0] else None

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end."""
        if not select.select([self._handle], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired(["forked kernel"], timeout or 0.0)
        return 0

    def send_signal(self, number: int) -> None:
        """Send a signal to this very process, never to another that got its number."""
        signal.pidfd_send_signal(self._handle, number)

    def kill(self) -> None:
        """End it at once."""
        if self.poll() is None:
            self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        if self.poll() is None:
            self.send_signal(signal.SIGTERM)

    def __del__(self) -> None:
        os.close(self._handle)


@dataclass(frozen=True)
class _Begun:
    """A piece of work that a forked process does: the file of the task, and that of the result to come."""

    process: ForkedProcess
    task: Path
    into: Path

    def fileno(self) -> int:
        """Readable once the process has ended."""
        return self.process.fileno()

    def result(self, job: Callable[[Any], _Result]) -> _Result:
        """What came of it. Where the process was lost the work is done here: an error is then raised here."""
        try:
            if self.into.exists():
                found: _Result = pickle.loads(self.into.read_bytes())  # our own process, in our own folder
                return found
            return job(pickle.loads(self.task.read_bytes()))
        finally:
            self.task.unlink(missing_ok=True)
            self.into.unlink(missing_ok=True)


class ForkClient:
    """The runner's end: starts the fork server, lets it share and fork, closes it. Safe to use from several threads."""

    def __init__(self, folder: Path, environment: Mapping[str, str]):
        self._guard = threading.Lock()
        self._rest = b""
        self._folder = folder
        self._words = folder / "fork_server.stderr"
        self._line, theirs = socket.socketpair()
        with self._words.open("wb") as stderr, theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "sxresearch.batch.kernels.fork_server", str(theirs.fileno())],
                env={**os.environ, **environment},
                stdin=subprocess.DEVNULL,
                stdout=stderr,
                stderr=stderr,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def share(self, common: Path, lang: str) -> None:
        """Let it read the file of what all briefs have in common.

        Raises
        ------
        ForkServerLost
            If it ends before it has answered.
        """
        self._asked({"do": "share", "common": str(common), "lang": lang}, None)

    def side_by_side(
        self, job: Callable[[_Task], _Result], tasks: Iterable[_Task], processes: int
    ) -> Iterator[_Result]:
        """What ``job`` gives for each task, in the order in which they end; ``processes`` of them exist at a time.

        Where a process, or the one that all are forked from, is lost, its work is done here.
        """
        file = self._written("job.pickle", job)
        running: list[_Begun] = []
        for number, task in enumerate(tasks):
            if len(running) >= processes:
                yield from _ended(running, job)
            try:
                running.append(self._begun(file, self._written(f"task-{number}.pickle", task)))
            except ForkServerLost:
                yield job(task)
        while running:
            yield from _ended(running, job)

    def _begun(self, job: Path, task: Path) -> _Begun:
        into = task.with_suffix(".result")
        request = {"do": "work", "job": str(job), "task": str(task), "into": str(into)}
        return _Begun(self._forked(request), task, into)

    def _written(self, name: str, content: object) -> Path:
        file = self._folder / name
        file.write_bytes(pickle.dumps(content, protocol=pickle.HIGHEST_PROTOCOL))
        return file

    def fork(self, arguments: Sequence[str], stderr: Path, surroundings: Mapping[str, str]) -> ForkedProcess:
        """A new kernel with a launcher's ``arguments`` and its own environment variables ``surroundings``; its standard
        error goes to the file ``stderr``.
        """
        request = {"do": "fork", "arguments": list(arguments), "stderr": str(stderr)}
        return self._forked({**request, "surroundings": dict(surroundings)})

    def _forked(self, request: Mapping[str, Any]) -> ForkedProcess:
        answer, (handle,) = self._asked(request, _ANSWER_SECONDS)
        return ForkedProcess(answer["pid"], handle)

    def close(self) -> None:
        """End it and every kernel that it forked."""
        self._line.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _asked(self, request: Mapping[str, Any], seconds: float | None) -> tuple[dict[str, Any], list[int]]:
        with self._guard:
            try:
                self._line.settimeout(seconds)
                self._line.sendall(json.dumps(request).encode() + b"\n")
                return self._received()
            except OSError as cause:
                self._process.kill()
                words = self._words.read_text(encoding="utf-8", errors="replace").strip()[-500:]
                raise ForkServerLost.of("fork-server-lost", words=words or str(cause)) from cause

    def _received(self) -> tuple[dict[str, Any], list[int]]:
        """One line, and the file descriptors that came with it."""
        handles: list[int] = []
        while b"\n" not in self._rest:
            piece, found, _, _ = socket.recv_fds(self._line, _CHUNK, 1)
            if not piece:
                raise ConnectionResetError("fork server closed")
            handles += found
            self._rest += piece
        head, self._rest = self._rest.split(b"\n", 1)
        return json.loads(head), handles


def _ended(running: list[_Begun], job: Callable[[Any], _Result]) -> Iterator[_Result]:
    """Wait until some of the work has ended, and take it off the list."""
    for begun in select.select(running, [], [])[0]:
        running.remove(begun)
        yield begun.result(job)


class ForkingProvisioner(LocalProvisioner):  # type: ignore[misc]
    """Gets a kernel's process from a fork server instead of starting a program."""

    fork_client: ForkClient
    stderr_file: Path
    surroundings: Mapping[str, str]

    async def launch_kernel(self, cmd: list[str], **_options: Any) -> KernelConnectionInfo:
        """Fork; of ``cmd`` only what follows ``python -m ipykernel_launcher`` matters."""
        forked = self.fork_client.fork(cmd[cmd.index(LAUNCHER) + 1 :], self.stderr_file, self.surroundings)
        self.process, self.pid, self.pgid = forked, forked.pid, forked.pid
        return self.connection_info
