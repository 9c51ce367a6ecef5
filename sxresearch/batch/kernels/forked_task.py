"""One piece of work done aside, in a forked process, while this one goes on; for processes without threads only."""

import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn, TypeVar

Result = TypeVar("Result")


def aside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begin ``work`` in a process of its own; what is given back waits for its result.

    Where that process is lost the work is done here, so that the result is the same and an error is raised here.
    """
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        _finish(work, write)
    os.close(write)

    def result() -> Result:
        with os.fdopen(read, "rb") as pipe:
            content = pipe.read()
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)
        return pickle.loads(content) if content else work()

    return result


def _finish(work: Callable[[], object], write: int) -> NoReturn:
    """Do the work, hand it over whole or not at all, and never return."""
    try:
        content = pickle.dumps(work(), protocol=pickle.HIGHEST_PROTOCOL)
        with os.fdopen(write, "wb") as pipe:
            pipe.write(content)
    finally:
        os._exit(0)
