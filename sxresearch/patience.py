"""What the operating system refuses for a moment only: a file that a virus scanner or a synchroniser holds."""

import errno
import sys
import time
from collections.abc import Callable
from typing import TypeVar

_Result = TypeVar("_Result")

PATIENCE = 2.5
"""Seconds for which an action is tried again: scanners and synchronisers let go within one or two."""
FIRST_PAUSE = 0.02
"""Seconds before the second try; each further pause is twice as long, the last one ends with PATIENCE."""

_SHARING = (32, 33)  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION of Windows
_BUSY = (errno.EBUSY, errno.ETXTBSY)


def patiently(action: Callable[[], _Result]) -> _Result:
    """What ``action`` gives, tried again for up to PATIENCE seconds while another program is in the way.

    Raises
    ------
    OSError
        The last refusal; at once where waiting is of no use.
    """
    until, pause = time.monotonic() + PATIENCE, FIRST_PAUSE
    while True:
        try:
            return action()
        except OSError as refusal:
            left = until - time.monotonic()
            if left <= 0 or not _passing(refusal):
                raise
        time.sleep(min(pause, left))
        pause *= 2


def _passing(refusal: OSError) -> bool:
    """Whether it may pass. Windows says "access denied" of a held file, elsewhere that is a lasting no."""
    if getattr(refusal, "winerror", None) in _SHARING or refusal.errno in _BUSY:
        return True
    return sys.platform == "win32" and isinstance(refusal, PermissionError)
