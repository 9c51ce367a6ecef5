"""A file that anybody holds open can't be replaced, renamed or removed; some programs let nobody else open theirs."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from rehearsed.room import ROOM, held_by_programs, note

_PIDS = ROOM / "pids"
_NOT_REHEARSED = ("/dev/", "/proc/", "/sys/", str(ROOM))
_ACCESS_DENIED, _SHARING_VIOLATION = 5, 32


def install() -> None:
    """Guard what moves and removes files."""
    _PIDS.mkdir(parents=True, exist_ok=True)
    (_PIDS / str(os.getpid())).touch()
    os.replace, os.rename = _moving(os.replace), _moving(os.rename)
    os.unlink = os.remove = _removing(os.unlink)


def refused(path: object, winerror: int) -> PermissionError:
    """What Windows says in Chinese."""
    problem = PermissionError(13, "另一个程序正在使用此文件，进程无法访问。", str(path))
    problem.winerror = winerror
    return problem


def refuse_opening(path: str, mode: str) -> None:
    """Refuse what a program of the play does not share."""
    held = held_by_programs(path)
    if held and (held.get("reading") or any(letter in mode for letter in "wax+")):
        note("held", path)
        raise PermissionError(13, "Permission denied", path)  # as the C library says it, without a Windows code


def _moving(real: Callable) -> Callable:
    def move(source: object, target: object, **options: object) -> None:
        if _rehearsed(source):
            _refuse_held(source, _SHARING_VIOLATION)
            _refuse_held(target, _ACCESS_DENIED)
        return real(source, target, **options)

    return move


def _removing(real: Callable) -> Callable:
    def remove(path: object, **options: object) -> None:
        whole = path if options.get("dir_fd") is None else Path(f"/proc/self/fd/{options['dir_fd']}").resolve() / path
        if _rehearsed(whole):
            _refuse_held(whole, _SHARING_VIOLATION)
        return real(path, **options)

    return remove


def _rehearsed(path: object) -> bool:
    """Python's own caches are left alone: on Windows it copes with a refusal there."""
    name = os.fspath(path)
    return isinstance(name, str) and ".pyc" not in name and not name.startswith(_NOT_REHEARSED)


def _refuse_held(path: object, winerror: int) -> None:
    if held_by_programs(os.fspath(path)) or any(_handles(path)):
        note("held", path)
        raise refused(path, winerror)


def _handles(path: object) -> Iterator[bool]:
    """One for each open handle on the file in any process of the play."""
    try:
        wanted = Path(path).stat()
    except OSError:
        return
    for pid in _PIDS.iterdir():
        folder = Path("/proc", pid.name, "fd")
        for handle in _listed(folder):
            try:
                found = handle.stat()
            except OSError:
                continue
            if (found.st_dev, found.st_ino) == (wanted.st_dev, wanted.st_ino):
                yield True


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:  # it has ended
        return []
