"""What many notebooks of one run ask alike: answered once, before their kernels are forked.

A process that goes on to fork kernels *keeps* answers here, and each forked kernel *recalls* them. In every other
process nothing is kept, and everything is read and computed anew. An answer stands for its own question only: the
files in the very state in which they were read, or the very object that was kept; anything else is asked afresh.
"""

from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import Any

_KEPT: dict[Hashable, Any] = {}


def keep(question: Hashable, answer: Any) -> None:
    """Let this process, and those forked from it, answer ``question`` without asking again."""
    _KEPT[question] = answer


def recall(question: Hashable) -> Any | None:
    """The answer that was kept, or none."""
    return _KEPT.get(question)


def forget() -> None:
    """Keep nothing any more."""
    _KEPT.clear()


def state_of(paths: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """The files' real paths, sizes in bytes and times of change in ns; a folder stands for the files below it."""
    files = (file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path]))
    return tuple((str(file.resolve()), *_size_and_time(file)) for file in files if not file.is_dir())


def _size_and_time(file: Path) -> tuple[int, int]:
    if not file.exists():
        return -1, -1
    found = file.stat()
    return found.st_size, found.st_mtime_ns
