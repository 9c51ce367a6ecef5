"""The modules of the toolkit see the standard library of Windows: names of POSIX are not there."""

import builtins
import importlib.abc
import importlib.machinery
import os
import sys
import types

from rehearsed.room import note

ABSENT_MODULES = frozenset(["fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty"])
ABSENT_NAMES = {
    "os": "WNOHANG chown chroot confstr ctermid fchmod fchown fork forkpty getegid geteuid getgid getgroups getloadavg "
    "getpgid getpgrp getsid getuid killpg lchown mkfifo mknod nice openpty pidfd_open posix_spawn pread pwrite "
    "register_at_fork sched_getaffinity sendfile setgid setpgid setsid setuid statvfs sync sysconf tcgetpgrp uname "
    "wait wait3 wait4 O_CLOEXEC O_NONBLOCK O_NOFOLLOW",
    "signal": "SIGALRM SIGCHLD SIGHUP SIGKILL SIGPIPE SIGQUIT SIGTSTP SIGUSR1 SIGUSR2 alarm pause pidfd_send_signal "
    "pthread_kill pthread_sigmask setitimer sigwait",
    "select": "epoll poll",
    "socket": "AF_UNIX recv_fds send_fds",
    "time": "tzset clock_gettime",
}
SHOWN = {"sys": {"platform": "win32"}, "os": {"name": "nt"}}
"""What is there, and says something else."""


class Played(types.ModuleType):
    """A module of the standard library as it is on Windows."""

    def __init__(self, real: types.ModuleType) -> None:
        super().__init__(real.__name__)
        vars(self).update(SHOWN.get(real.__name__, {}))
        vars(self)["_real"] = real
        vars(self)["_absent"] = frozenset(ABSENT_NAMES.get(real.__name__, "").split())

    def __getattr__(self, name: str) -> object:
        if name in self._absent:
            note("posix name", f"{self.__name__}.{name}")
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r} (rehearsal of Windows)")
        return getattr(self._real, name)

    def __setattr__(self, name: str, value: object) -> None:
        """What only the play shows stays in the play: a test that sets it, and puts it back, changes nothing else."""
        if name in SHOWN.get(self.__name__, {}):
            vars(self)[name] = value
        else:
            setattr(self._real, name, value)


_played: dict[str, Played] = {}
_import = builtins.__import__


def played(name: str, real: types.ModuleType) -> Played:
    """The module as Windows shows it; always the same object."""
    return _played.setdefault(name, Played(real))


def _import_of_windows(name, globals=None, locals=None, fromlist=(), level=0):
    root = name.partition(".")[0]
    if level == 0 and root in ABSENT_MODULES:
        note("posix module", name)
        raise ModuleNotFoundError(f"No module named {name!r} (rehearsal of Windows)", name=name)
    if level == 0 and name == "winreg":
        return _registry()
    found = _import(name, globals, locals, fromlist, level)
    plain = level == 0 and (root in ABSENT_NAMES or root in SHOWN)
    return played(root, found) if plain and found.__name__ in (root, f"posix{root}") else found


def _registry() -> types.ModuleType:
    """A registry in which WINDOWS_REHEARSAL_EDGE is where Edge was installed, and nothing else."""
    registry = types.ModuleType("winreg")
    registry.HKEY_CURRENT_USER, registry.HKEY_LOCAL_MACHINE = 1, 2

    def query_value(root: int, key: str) -> str:
        path = os.environ.get("WINDOWS_REHEARSAL_EDGE")
        if path and root == registry.HKEY_LOCAL_MACHINE and key.endswith("App Paths\\msedge.exe"):
            return f'"{path}"'
        raise FileNotFoundError(2, "系统找不到指定的文件。")

    registry.QueryValue = query_value
    return registry


class _Loader(importlib.machinery.SourceFileLoader):
    def exec_module(self, module: types.ModuleType) -> None:
        """Run the module with an ``import`` of its own."""
        vars(module)["__builtins__"] = {**vars(builtins), "__import__": _import_of_windows}
        super().exec_module(module)


class _Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name: str, path: object, target: object = None) -> object:
        """Only the toolkit's own modules are in the play."""
        if name.partition(".")[0] != "sxresearch":
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec and isinstance(spec.loader, importlib.machinery.SourceFileLoader):
            spec.loader.__class__ = _Loader
        return spec


def install() -> None:
    """From now on the toolkit's modules see Windows."""
    sys.meta_path.insert(0, _Finder())
