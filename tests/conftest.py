"""What every program that the suite starts is given: an open ear for Ctrl-C, compiled modules to share, and a folder of
its own for what runs keep.
"""

import os
import shutil
import signal
import tempfile
from pathlib import Path

import pytest

KEPT = Path(tempfile.gettempdir()) / f"sxresearch-kept-{os.getpid()}"


def pytest_configure() -> None:
    """Signals are answered as anywhere else, a module is compiled once, not by every program anew; and what the
    suite's runs judge is kept apart from what the user's did.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # set in many images of containers
    os.environ["WIN_PD_OVERRIDE_LOCAL_APPDATA" if os.name == "nt" else "XDG_CACHE_HOME"] = str(KEPT)
    _listen_to_signals()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Nothing of it is left behind."""
    shutil.rmtree(KEPT, ignore_errors=True)


def _listen_to_signals() -> None:
    """A suite that a shell started in the background, or nohup, passes its deafness on to all that it starts."""
    for name, answer in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, answer)
