"""What is refused for a moment is tried again; what is refused for good is said at once."""

import errno
import time

import pytest

from sxresearch import patience
from sxresearch.patience import FIRST_PAUSE, PATIENCE, patiently


class Clock:
    """Time passes by sleeping only."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)
        monkeypatch.setattr(time, "sleep", self.sleep)

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


class Held:
    """An action that is refused until a moment."""

    def __init__(self, clock: Clock, until: float, refusal: OSError) -> None:
        self.clock, self.until, self.refusal, self.times = clock, until, refusal, 0

    def __call__(self) -> str:
        self.times += 1
        if self.clock.now < self.until:
            raise self.refusal
        return "done"


def sharing_violation() -> OSError:
    problem = PermissionError(errno.EACCES, "held")
    problem.winerror = 32
    return problem


@pytest.mark.parametrize("until", [0.0, FIRST_PAUSE, 1.0, PATIENCE])
def test_what_passes_in_time_is_waited_for(clock: Clock, until: float):
    assert patiently(Held(clock, until, sharing_violation())) == "done"
    assert clock.now <= PATIENCE


def test_pauses_double_and_the_last_refusal_is_the_answer(clock: Clock):
    """Tries at 0, .02, .06, .14, .30, .62, 1.26 and, as 2.54 would be too late, 2.5 seconds."""
    held = Held(clock, 3600.0, sharing_violation())
    with pytest.raises(PermissionError, match="held"):
        patiently(held)
    assert held.times == 8
    assert clock.now == pytest.approx(2.5)


def test_a_busy_file_of_other_systems_is_waited_for(clock: Clock):
    assert patiently(Held(clock, 0.5, OSError(errno.EBUSY, "busy"))) == "done"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.ENOENT, errno.EROFS, errno.EACCES])
def test_what_lasts_is_said_at_once(clock: Clock, number: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(patience.sys, "platform", "linux")
    held = Held(clock, 1.0, OSError(number, "no"))
    with pytest.raises(OSError, match="no"):
        patiently(held)
    assert held.times == 1


def test_access_denied_is_waited_for_on_windows_only(clock: Clock, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(patience.sys, "platform", "win32")
    assert patiently(Held(clock, 0.5, PermissionError(errno.EACCES, "denied"))) == "done"
