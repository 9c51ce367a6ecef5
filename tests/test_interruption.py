"""Told to end by whatever way, a command ends as after Ctrl-C."""

import os
import signal

import pytest

from sxresearch import interruption
from sxresearch.interruption import stopped_like_ctrl_c

pytestmark = pytest.mark.skipif(
    interruption.sys.platform == "win32", reason="a signal sent on Windows ends the process at once"
)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_is_an_interrupt_meanwhile_and_not_afterwards(name: str):
    number = getattr(signal, name)
    before = signal.getsignal(number)
    with pytest.raises(KeyboardInterrupt), stopped_like_ctrl_c():
        os.kill(os.getpid(), number)
    assert signal.getsignal(number) == before


def test_what_nohup_lets_pass_is_let_pass():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stopped_like_ctrl_c():
            os.kill(os.getpid(), signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)
