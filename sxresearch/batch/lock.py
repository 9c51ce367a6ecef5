"""One run at a time per folder, held by the operating system: it ends with the process that holds it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from sxresearch.errors import BatchBusy
from sxresearch.files import writable

LOCK_NAME = ".lock"
HOLDER_NAME = ".lock-holder"
"""Who holds the lock stands beside it: on Windows others can't read a locked file."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock. What a dead process left behind is taken over: its lock died with it.

    Raises
    ------
    BatchBusy
        If another process holds it.
    NotWritable
        If the folder can't be written.
    """
    lock, holder = FileLock(folder / LOCK_NAME), folder / HOLDER_NAME
    with writable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=0)
        except Timeout as cause:
            raise BatchBusy.of("batch-busy", str(folder), who=_known(holder)) from cause
    try:
        with writable(holder):
            holder.write_text(f"pid {os.getpid()}", encoding="utf-8", newline="\n")
        yield
    finally:
        with suppress(OSError):  # the next holder writes it anew
            holder.unlink()
        lock.release()


def _known(holder: Path) -> str:
    try:
        return holder.read_text(encoding="utf-8", errors="replace") or "pid ?"
    except OSError:  # it holds the lock, and has not said yet who it is
        return "pid ?"
