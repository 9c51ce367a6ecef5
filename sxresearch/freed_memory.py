"""Memory that was freed, given back to the operating system: the C library keeps much of it for later."""

import ctypes
import sys
from collections.abc import Callable

import pyarrow as pa  # type: ignore[import-untyped]


def give_back() -> None:
    """Give back what is free now.

    Worth its few milliseconds after large tables were let go, before more processes ask for memory. Where the C
    library knows no ``malloc_trim`` (anything but glibc) only Arrow's memory is given back.
    """
    pa.default_memory_pool().release_unused()
    trim = _trim()
    if trim is not None:
        trim(0)


def _trim() -> Callable[[int], int] | None:
    if sys.platform != "linux":
        return None
    found: Callable[[int], int] | None = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's, not musl's
    return found
