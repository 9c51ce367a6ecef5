"""Python's search for reference cycles, paused where millions of values are made that refer to nothing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """No search for cycles until the block ends: among a table's values it costs as much as making them.

    What is no longer used is given back as ever; only cycles wait. Where the search was off before, it stays off.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@contextmanager
def lasting() -> Iterator[None]:
    """What the block loads stays until the process ends: it is searched neither meanwhile nor ever after.

    For the libraries of a program of our own; among their functions and classes a search takes a tenth of a second.
    """
    with collection_paused():
        yield
        gc.freeze()
