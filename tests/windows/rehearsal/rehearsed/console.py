"""Ctrl-C reaches every process of a console that has no group of its own; waiting for a lock it is not noticed."""

import signal
import subprocess
import threading

NEW_GROUP, NO_WINDOW = 0x200, 0x08000000
_start = subprocess.Popen.__init__
_wait = threading.Event.wait


def install() -> None:
    """Start processes, and wait, as Windows does."""
    subprocess.Popen.__init__ = _started
    threading.Event.wait = _waited


def _started(self, *given, creationflags=0, start_new_session=False, **options):
    """Only the flags of Windows decide: jupyter_client asks for a new session because it sees another system."""
    return _start(self, *given, start_new_session=bool(creationflags & NEW_GROUP), **options)


def _waited(self, timeout=None):
    if threading.current_thread() is not threading.main_thread():
        return _wait(self, timeout)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return _wait(self, timeout)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
