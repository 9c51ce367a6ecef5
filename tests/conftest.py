"""A suite that a shell started in the background, or nohup, passes its deafness on to every program that it tests."""

import signal


def pytest_configure() -> None:
    """Ctrl-C and a closing terminal are answered as anywhere else."""
    for name, answer in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, answer)
