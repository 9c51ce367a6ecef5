"""Forked kernels: each comes from a process that has imported and read everything, so that none of it is done again.

Each notebook still runs in a process and a namespace of its own; what one changes, no other sees. Forking is done
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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner

from sxresearch.errors import SxError
from sxresearch.notebook import JudgedRegions

LAUNCHER = "ipykernel_launcher"
_ANSWER_SECONDS = 120.0
"""To import everything and to fork; sharing a nation's figures takes longer and has no limit."""
_CHUNK = 65_536


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
class SharedWork:
    """What the briefs of a run have in common: what was judged, and per region the hash of the computed content."""

    contents: dict[str, str]
    judged: JudgedRegions


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

    def share(self, parameters: Mapping[str, Any], regions: Sequence[str]) -> SharedWork:
        """Let it read and judge what the briefs of ``regions`` have in common.

        Raises
        ------
        ForkServerLost
            If it ends before it has answered.
        """
        into = self._folder / "judged.pickle"
        request = {"do": "share", "parameters": dict(parameters), "regions": list(regions), "into": str(into)}
        contents = self._asked(request, None)[0]["contents"]
        judged: JudgedRegions = pickle.loads(into.read_bytes())  # written by our own process, in our own folder
        into.unlink()
        return SharedWork(contents, judged)

    def fork(self, arguments: Sequence[str], stderr: Path) -> ForkedProcess:
        """A new kernel with a launcher's ``arguments``; its standard error goes to the file ``stderr``."""
        request = {"do": "fork", "arguments": list(arguments), "stderr": str(stderr)}
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


class ForkingProvisioner(LocalProvisioner):  # type: ignore[misc]
    """Gets a kernel's process from a fork server instead of starting a program."""

    fork_client: ForkClient
    stderr_file: Path

    async def launch_kernel(self, cmd: list[str], **_options: Any) -> KernelConnectionInfo:
        """Fork; of ``cmd`` only what follows ``python -m ipykernel_launcher`` matters."""
        forked = self.fork_client.fork(cmd[cmd.index(LAUNCHER) + 1 :], self.stderr_file)
        self.process, self.pid, self.pgid = forked, forked.pid, forked.pid
        return self.connection_info
