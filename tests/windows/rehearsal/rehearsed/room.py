"""The folder of one rehearsal: what was met (``met.tsv``), who takes part (``pids``), what programs hold (``held``)."""

import io
import json
import os
import sys
import sysconfig
from pathlib import Path

ROOM = Path(os.environ["WINDOWS_REHEARSAL"])
PACKAGE, TESTS = f"{os.sep}sxresearch{os.sep}", f"{os.sep}tests{os.sep}"
_LIBRARY = sysconfig.get_paths()["stdlib"] + os.sep
_HERE = str(Path(__file__).parent)

open_unguarded, exists = io.open, os.path.exists


def note(kind: str, what: object) -> None:
    """Write down what was met, and which line of the toolkit is to blame."""
    row = f"{kind}\t{what}\t{blamed()}\n".encode(errors="backslashreplace")
    handle = os.open(ROOM / "met.tsv", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        os.write(handle, row)
    finally:
        os.close(handle)


def note_ours(kind: str, what: object) -> None:
    """Write it down where the toolkit is to blame: libraries do it a thousand times."""
    if blamed():
        note(kind, what)


def blamed() -> str:
    """``file:line`` of the toolkit where it called the standard library itself, else nothing."""
    place = _caller()
    return place if PACKAGE in place and TESTS not in place else ""


def called_by_a_test() -> bool:
    """Tests write their files as it suits them, and are not in the play."""
    return TESTS in _caller()


def _caller() -> str:
    frame = sys._getframe(1)
    while frame is not None and _passed_over(frame.f_code.co_filename):
        frame = frame.f_back
    return f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame else ""


def _passed_over(file: str) -> bool:
    inside = file.startswith(_LIBRARY) and "site-packages" not in file and "dist-packages" not in file
    return inside or file.startswith((_HERE, "<"))


def held_by_programs(path: str) -> dict:
    """How a program of the play (Excel, a scanner) holds the file at this moment; empty if none does.

    ``reading``: not even reading is allowed. ``refusals``: how often others are refused before it lets go.
    """
    table = ROOM / "held.json"
    if not exists(table):
        return {}
    with open_unguarded(table, "rb") as content:
        held = json.load(content).get(os.path.realpath(path), {})
    return held if held and _refusals(path) < held["refusals"] else {}


def _refusals(path: str) -> int:
    if not exists(ROOM / "met.tsv"):
        return 0
    with open_unguarded(ROOM / "met.tsv", "rb") as content:
        return content.read().count(f"held\t{path}\t".encode(errors="backslashreplace"))
