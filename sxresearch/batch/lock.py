"""One run at a time per folder, held by the operating system: it ends with the process that holds it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sxresearch.errors import BatchBusy
from sxresearch.files import writable

LOCK_NAME = ".lock"


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
    path = folder / LOCK_NAME
    with writable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        handle = path.open("r+b" if path.exists() else "w+b")
    with handle:
        if not _taken(handle):
            raise BatchBusy.of("batch-busy", str(folder), who=_holder(handle))
        handle.truncate(0)
        handle.write(f"pid {os.getpid()}".encode())
        handle.flush()
        yield


def _holder(handle: BinaryIO) -> str:
    handle.seek(0)
    return handle.read().decode(errors="replace") or "pid ?"


if sys.platform == "win32":
    import msvcrt

    _BEYOND = 4096  # a locked byte can't be read by others, so lock one behind the text

    def _taken(handle: BinaryIO) -> bool:
        handle.seek(_BEYOND)
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        handle.seek(0)
        return True

else:
    import fcntl

    def _taken(handle: BinaryIO) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
