"""Moving results into place: a reader sees the old file or the new one, never half of either."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sxresearch.errors import SxError

PART = ".part"


class NotWritable(SxError):
    """A result can't be written where it should go."""


def publish(path: Path, write: Callable[[Path], object]) -> Path:
    """Let ``write`` fill a temporary file beside ``path``, then move it into place.

    The temporary name keeps the ending of ``path``: some writers go by it.

    Raises
    ------
    NotWritable
        If the disk is full, the folder read-only or its path taken by a file; ``path`` is as it was.
    """
    part = path.with_name(f".{path.stem}{PART}{path.suffix}")
    with writable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            write(part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    return path


def publish_text(path: Path, text: str) -> Path:
    """Publish a UTF-8 text file with Unix line ends."""
    return publish(path, lambda part: part.write_text(text, encoding="utf-8", newline="\n"))


def publish_bytes(path: Path, content: bytes) -> Path:
    """Publish a file with this content."""

    def write(part: Path) -> None:
        part.write_bytes(content)

    return publish(path, write)


@contextmanager
def writable(path: Path) -> Iterator[None]:
    """Turn the operating system's refusals into a sentence about ``path``."""
    try:
        yield
    except OSError as cause:
        raise NotWritable.of("not-writable", str(path), problem=cause.strerror or str(cause)) from cause


def sweep(folder: Path) -> None:
    """Remove what a killed run left half-written; only for the holder of the folder's lock."""
    for path in folder.glob(f".*{PART}*"):
        path.unlink(missing_ok=True)
