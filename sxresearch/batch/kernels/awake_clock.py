"""Seconds during which the machine was awake: a laptop that was closed in the middle of a brief has lost no time."""

import threading
import time
from collections.abc import Callable
from typing import Self

LONGEST_STEP = 30.0
"""Seconds between two looks at the clock; whoever looks every second and misses more than this has slept."""
_LOOK = 1.0  # seconds


class AwakeClock:
    """A clock that leaves out what the machine slept through, as long as it is looked at often."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._guard = threading.Lock()
        self._last = clock()
        self._awake = 0.0
        self._sleeps = 0
        self._ended = threading.Event()

    def __call__(self) -> float:
        """Seconds awake since the clock was made."""
        with self._guard:
            now = self._clock()
            step, self._last = now - self._last, now
            if step > LONGEST_STEP:
                self._sleeps += 1
            else:
                self._awake += step
            return self._awake

    @property
    def sleeps(self) -> int:
        """How often the machine was found to have slept."""
        self()
        return self._sleeps

    def __enter__(self) -> Self:
        """Look every second from now on."""
        threading.Thread(target=self._look, name="sx-awake-clock", daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()

    def _look(self) -> None:
        while not self._ended.wait(_LOOK):
            self()
