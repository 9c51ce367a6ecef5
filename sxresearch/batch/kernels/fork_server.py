"""The process that kernels are forked from: it has imported everything and read what all briefs have in common.

It is a program of its own (``python -m sxresearch.batch.kernels.fork_server FD``), because only a process without
threads and sockets of its own can be forked safely, and because a kernel's surroundings are settled when its process
begins. It answers requests, one JSON object per line, on the Unix socket ``FD``: to read what the kernels will share,
to fork one, to do a piece of work in a forked process. "Everything" is what the brief's notebook names: what another
notebook needs beyond that it imports itself. The process computes nothing itself, and ends with all that it forked
when the other end is closed.
"""

import builtins
import gc
import json
import os
import pickle
import random
import re
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import sxresearch
from sxresearch.garbage_collection import collection_paused

_LISTEN_SECONDS = 0.5  # how long a dead kernel may stay unreaped
_CHUNK = 65_536
_NEEDED = (
    "ipykernel_launcher", "ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.debugger", "IPython.core.debugger",
    "IPython.core.completerlib", "IPython.core.oinspect", "IPython.extensions.storemagic", "faulthandler", "sqlite3",
    "tornado.platform.asyncio", "tornado.queues", "pyarrow.compute", "pandas.core.methods.to_dict",
    "pandas.core.reshape.reshape", "encodings.utf_8_sig", "IPython.core.logger", "zmq.utils.garbage",
)  # fmt: skip
"""What every kernel imports, beside the names that the brief's notebook asks ``sxresearch`` for."""
_DEBUGGER = "debugpy"
"""Nobody steps through a kernel of ours; ipykernel would load it in each, for a sixteenth of a second."""
_NAME = re.compile(r"\bsx\.(\w+)")


class ForkServer:
    """Prepares itself once, then forks kernels until nobody asks any more."""

    def __init__(self, line: socket.socket):
        self._line = line
        self._rest = b""
        self._living: set[int] = set()

    def serve(self) -> None:
        """Answer requests until the other end is closed, then end every kernel."""
        self._line.settimeout(_LISTEN_SECONDS)
        try:
            while (request := self._next_request()) is not None:
                self._answer(request)
        finally:
            for pid in self._living:
                _end(pid)

    def _next_request(self) -> dict[str, Any] | None:
        while b"\n" not in self._rest:
            self._reap()
            try:
                piece = self._line.recv(_CHUNK)
            except TimeoutError:
                continue
            if not piece:
                return None
            self._rest += piece
        head, self._rest = self._rest.split(b"\n", 1)
        return json.loads(head)

    def _answer(self, request: dict[str, Any]) -> None:
        if request["do"] == "fork":
            self._fork(lambda: _become_kernel(request["arguments"], request["stderr"], request["surroundings"]))
        elif request["do"] == "work":
            self._fork(lambda: _do_work(*(Path(request[name]) for name in ("job", "task", "into"))))
        else:
            share(Path(request["common"]), request["lang"])
            _settle()
            self._line.sendall(_line_of({}))

    def _fork(self, become: Callable[[], NoReturn]) -> None:
        """A process that does ``become``, of which the other end gets a handle."""
        pid = os.fork()
        if pid == 0:
            self._line.close()
            become()
        self._living.add(pid)
        handle = os.pidfd_open(pid)  # before it could be reaped, so that it never means another process
        socket.send_fds(self._line, [_line_of({"pid": pid})], [handle])
        os.close(handle)

    def _reap(self) -> None:
        while self._living:
            pid, _ = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            self._living.discard(pid)


def share(common: Path, lang: str) -> None:
    """Read what all briefs have in common, and the sentences of their language."""
    from sxresearch.language import read_all
    from sxresearch.notebook import remember
    from sxresearch.region_slice import read_common
    from sxresearch.terms import Language

    read_all(Language(lang))
    remember(read_common(common))


def prepare() -> None:
    """Import what briefs use, and read the templates of their sections; another notebook imports the rest itself."""
    from sxresearch.paths import BRIEF
    from sxresearch.unused_parsers import leave_out_unused_parsers

    leave_out_unused_parsers()
    sys.modules.setdefault(_DEBUGGER, None)  # type: ignore[arg-type]  # None is how Python says "not to be had"
    with collection_paused(), _taken_for_a_kernel():
        for name in _NEEDED:
            import_module(name)
        for name in sorted(set(_NAME.findall(BRIEF.read_text(encoding="utf-8")))):
            getattr(sxresearch, name)
        from sxresearch.brief.page.markup import read_all

        read_all()
    _settle()


@contextmanager
def _taken_for_a_kernel() -> Iterator[None]:
    """Some libraries ask while they are imported whether they are in a kernel (pandas: how wide to print)."""
    vars(builtins)["get_ipython"] = lambda: SimpleNamespace(kernel=None)
    try:
        yield
    finally:
        del vars(builtins)["get_ipython"]


def _settle() -> None:
    """Leave what is there alone: a collection would touch, and so copy, every page that kernels share."""
    gc.collect()
    gc.freeze()


def _do_work(job: Path, task: Path, into: Path) -> NoReturn:
    """Do one piece of work in this forked process; its result stands in the file ``into``, whole or not at all."""
    try:
        os.setsid()
        result = pickle.loads(job.read_bytes())(pickle.loads(task.read_bytes()))  # both written by the process we serve
        part = into.with_suffix(".part")
        part.write_bytes(pickle.dumps(result, protocol=pickle.HIGHEST_PROTOCOL))
        part.rename(into)
    finally:
        os._exit(0)


def _become_kernel(arguments: Sequence[str], stderr: str, surroundings: Mapping[str, str]) -> NoReturn:
    """Turn this forked process into a kernel as ``python -m ipykernel_launcher`` with ``arguments`` would start it;
    ``surroundings`` are the environment variables that this one has beyond those of its siblings.
    """
    import ipykernel_launcher
    import numpy as np
    from ipykernel import kernelapp

    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    _redirect(stderr)
    os.environ.update(surroundings)
    os.environ["JPY_PARENT_PID"] = str(os.getppid())
    sys.argv = [ipykernel_launcher.__file__, *arguments]
    random.seed()
    np.random.seed()  # noqa: NPY002  # the global state that siblings would otherwise share
    status = 1
    try:
        kernelapp.IPKernelApp.launch_instance(parent_handle=os.getppid())
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)  # never back into the loop of the process that this one was forked from


def _redirect(stderr: str) -> None:
    """Standard input from nowhere, both outputs into the file ``stderr``."""
    nowhere = os.open(os.devnull, os.O_RDONLY)
    into = os.open(stderr, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(nowhere, 0)
    for number in (1, 2):
        os.dup2(into, number)
    os.close(nowhere)
    os.close(into)


def _end(pid: int) -> None:
    """End a kernel and whatever it started."""
    with suppress(ProcessLookupError):  # it may have ended by itself
        os.killpg(pid, signal.SIGKILL)


def _line_of(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content).encode() + b"\n"


def main() -> None:
    """Serve on the socket whose file descriptor is the only argument."""
    here = sys.path[0]
    if here == "" or Path(here) == Path.cwd():
        del sys.path[0]  # as a kernel's own launcher does
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the runner's to answer
    prepare()
    ForkServer(socket.socket(fileno=int(sys.argv[1]))).serve()


if __name__ == "__main__":
    main()
