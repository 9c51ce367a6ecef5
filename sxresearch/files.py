"""Moving results into place: a reader sees the old file or the new one, never half of either; so too after a power cut.

Every file that the toolkit leaves behind is written by :func:`publish`. What another program holds for a moment (a
virus scanner, a synchroniser) is tried again; what it holds for longer (Excel, Word) is named.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sxresearch.errors import BadParameter, Fault, SxError
from sxresearch.patience import patiently

PART = ".part"


class NotWritable(SxError):
    """A result can't be written where it should go."""


def publish(path: Path, write: Callable[[Path], object]) -> Path:
    """Let ``write`` fill a temporary file beside ``path``, then move it into place.

    The temporary name keeps the ending of ``path``: some writers go by it.

    Raises
    ------
    NotWritable
        If the disk is full, the folder read-only, its path taken by a file, or the file open in another program;
        ``path`` is as it was.
    """
    part = path.with_name(f".{path.stem}{PART}{path.suffix}")
    with writable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            write(part)
            _onto_the_disk(part)
            patiently(lambda: part.replace(path))
            _folder_onto_the_disk(path.parent)
        finally:
            with suppress(OSError):  # what can't be taken away now is swept by the next run
                part.unlink(missing_ok=True)
    return path


def _onto_the_disk(path: Path) -> None:
    """Wait until the file's bytes are on the disk: else a power cut could leave the new name on an empty file."""
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())


def _folder_onto_the_disk(folder: Path) -> None:
    """Wait until the folder's new entry is on the disk, where the operating system can be asked to (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # some network file systems can't: the file itself is whole either way
        return
    finally:
        os.close(handle)


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
    except PermissionError as cause:
        held = path.is_file()  # its folder was just written to: not the right to write is missing
        raise NotWritable.of("result-held" if held else "not-writable", str(path), problem=refusal(cause)) from cause
    except OSError as cause:
        raise NotWritable.of("not-writable", str(path), problem=refusal(cause)) from cause


def refusal(cause: OSError) -> str:
    """What the operating system says, in its own words."""
    return cause.strerror or str(cause)


def refuse_held(paths: Iterable[Path]) -> None:
    """Refuse results that another program holds open, before anything is computed for them.

    Raises
    ------
    NotWritable
        Naming each such file.
    """
    faults = [fault for path in paths if path.is_file() for fault in _held(path)]
    if faults:
        raise NotWritable(faults)


def _held(path: Path) -> tuple[Fault, ...]:
    try:
        with writable(path):
            patiently(lambda: path.open("rb+")).close()
    except NotWritable as problem:
        return problem.faults
    return ()


def sweep(folder: Path) -> None:
    """Remove what a killed run left half-written; only for the holder of the folder's lock."""
    for path in folder.glob(f".*{PART}*"):
        with suppress(OSError):  # held by another program: it does no harm, and the next run takes it away
            path.unlink(missing_ok=True)


def refuse_overwriting(outputs: Iterable[Path | None], inputs: Iterable[Path | str | None]) -> None:
    """Refuse an output that is an input: the same file or folder, or a file that lies in an input folder.

    Parameters
    ----------
    outputs
        Files or folders to be written; none where nothing was asked for.
    inputs
        Files and folders that are read; none where nothing was given.

    Raises
    ------
    BadParameter
        Naming each such file.
    """
    read = [Path(path) for path in inputs if path]
    given = {item.resolve() for path in read for item in _with_files(path)}
    faults = [Fault.of(_overwriting(path), str(path)) for path in outputs if path and path.resolve() in given]
    if faults:
        raise BadParameter(faults)


def _overwriting(path: Path) -> str:
    return "output-is-input-folder" if path.is_dir() else "output-is-input"


def _with_files(path: Path) -> Iterable[Path]:
    return [path, *(item for item in path.rglob("*") if item.is_file())] if path.is_dir() else [path]
