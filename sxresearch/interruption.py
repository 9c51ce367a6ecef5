"""A run that is told to end: by Ctrl-C, by a service manager or a container, by a closing console window."""

import shlex
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

_ENDING = ("SIGTERM", "SIGBREAK") if sys.platform == "win32" else ("SIGTERM", "SIGHUP")
"""What ends a program beside Ctrl-C: kill, a service manager; Ctrl-Break on Windows; a terminal that is closed."""


@contextmanager
def stopped_like_ctrl_c() -> Iterator[None]:
    """Meanwhile every way of being told to end is a :class:`KeyboardInterrupt`."""
    here = threading.current_thread() is threading.main_thread()  # only this one may answer signals
    numbers = [int(getattr(signal, name, 0)) for name in _ENDING if here]
    before = {number: signal.signal(number, _interrupt) for number in numbers if number and _listens(number)}
    try:
        yield
    finally:
        for number, answer in before.items():
            signal.signal(number, answer)


def _listens(number: int) -> bool:
    """Whether nobody has decided already to let it pass (``nohup``)."""
    return signal.getsignal(number) is not signal.SIG_IGN


def _interrupt(_number: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


def command_line(words: Sequence[str]) -> str:
    """The words as they can be pasted into the console of this system."""
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
