"""Reading a file that a user named: what the operating system refuses becomes a sentence about the file."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sxresearch.errors import SxError
from sxresearch.patience import patiently
from sxresearch.text_encoding import decoded

_Result = TypeVar("_Result")


def bytes_of(path: Path, error: type[SxError]) -> bytes:
    """The bytes of a file.

    Raises
    ------
    error
        If it is missing, a folder, held by another program, or otherwise can't be read.
    """
    return opened(path, error, path.read_bytes)


def text_of(path: Path, error: type[SxError]) -> str:
    """The text of a file in UTF-8 or GB18030.

    Raises
    ------
    error
        If it can't be read, or is text in neither encoding.
    """
    text = decoded(bytes_of(path, error))
    if text is None:
        raise error.of("csv-encoding", str(path))
    return text


def utf8_of(path: Path, error: type[SxError]) -> str:
    """The text of a file that must be UTF-8, with or without a byte order mark; line ends are Unix's.

    Raises
    ------
    error
        If it can't be read, or is no UTF-8.
    """
    try:
        text = bytes_of(path, error).decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise error.of("yaml-encoding", str(path)) from cause
    return text.replace("\r\n", "\n").replace("\r", "\n")


def opened(path: Path, error: type[SxError], read: Callable[[], _Result]) -> _Result:
    """What ``read`` finds in the file ``path``; another program that holds it for a moment is waited for.

    Raises
    ------
    error
        If the file is missing, a folder, held by another program, or otherwise can't be read.
    """
    try:
        return patiently(read)
    except FileNotFoundError as cause:
        raise error.of("file-missing", str(path)) from cause
    except OSError as cause:
        if path.is_dir():
            raise error.of("file-is-folder", str(path)) from cause
        raise error.of("file-held", str(path), problem=cause.strerror or str(cause)) from cause
