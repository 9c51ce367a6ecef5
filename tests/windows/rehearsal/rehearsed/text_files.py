"""Text without ``encoding=`` is GBK, and lines written without ``newline=`` end with CR LF."""

import builtins
import io
import locale
import os
import sys

from rehearsed.held_files import refuse_opening
from rehearsed.illegal_names import refuse_illegal
from rehearsed.room import called_by_a_test, note_ours

CODE_PAGE = "utf-8" if sys.flags.utf8_mode else "gbk"
_open = io.open


def install() -> None:
    """Put the guarded ``open`` in place; pathlib and the standard library use it too."""
    io.open = builtins.open = _guarded_open
    locale.getpreferredencoding = lambda *_given: CODE_PAGE
    locale.getencoding = lambda: CODE_PAGE


def _guarded_open(
    file,
    mode="r",
    buffering=-1,
    encoding=None,
    errors=None,
    newline=None,
    closefd=True,
    opener=None,
):
    named = isinstance(file, str | os.PathLike)
    writes = any(letter in mode for letter in "wax+")
    if named:
        refuse_opening(os.fspath(file), mode)
        if writes:
            refuse_illegal(file)
    if named and "b" not in mode:
        if encoding in (None, "locale") and not called_by_a_test():
            encoding = CODE_PAGE
            note_ours("no encoding", file)
        if writes and newline is None and not called_by_a_test():
            newline = "\r\n"
            note_ours("no newline", file)
    return _open(file, mode, buffering, encoding, errors, newline, closefd, opener)
