"""What every program that the suite starts is given: an open ear for Ctrl-C, and compiled modules to share."""

import os
import signal


def pytest_configure() -> None:
    """Signals are answered as anywhere else, and a module is compiled once, not by every program anew."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # set in many images of containers
    _listen_to_signals()


def _listen_to_signals() -> None:
    """A suite that a shell started in the background, or nohup, passes its deafness on to all that it starts."""
    for name, answer in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, answer)
