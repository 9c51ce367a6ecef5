"""One kernel: started as a program of its own, or forked from a process that has imported everything.

Both kinds are managers as jupyter_client knows them, named by the papermill engine that runs notebooks in them
(:data:`FRESH`, :data:`FORKED`).
"""

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager

from sxresearch.batch.kernels.fork_client import LAUNCHER, ForkClient, ForkingProvisioner
from sxresearch.paths import ROOT
from sxresearch.region_slice import VARIABLE

FRESH, FORKED = "sxresearch-fresh", "sxresearch-forked"
_NEW_PROCESS_GROUP = 0x200  # CREATE_NEW_PROCESS_GROUP of Windows
_SOCKET_PATH_LIMIT = 90  # characters; the shortest limit in use is 104 (macOS), less the "-ipc-5" that is added
# Ctrl-C is the runner's to answer; elsewhere jupyter_client sees to it
_GROUP_OF_ITS_OWN = {"creationflags": _NEW_PROCESS_GROUP} if sys.platform == "win32" else {}
_STDERR_SHOWN = 500  # characters of a dead kernel's last words


class FreshKernel(AsyncKernelManager):  # type: ignore[misc]
    """Manager of one kernel: the running interpreter, sockets in ``room`` instead of TCP ports."""

    engine = FRESH

    def __init__(self, room: Path, name: str, own: bytes = b""):
        socket_base = str(room / name)
        fits = sys.platform != "win32" and len(os.fsencode(socket_base)) <= _SOCKET_PATH_LIMIT
        super().__init__(
            connection_file=f"{socket_base}.json", transport="ipc" if fits else "tcp", kernel_name="python3"
        )
        self._stderr = room / f"{name}.stderr"
        self.slice_file = room / f"{name}.slice"
        self.surroundings = {VARIABLE: str(self.slice_file)} if own else {}
        if own:
            self.slice_file.write_bytes(own)
        self._kernel_spec = KernelSpec(
            argv=[sys.executable, "-m", LAUNCHER, "-f", "{connection_file}"],
            display_name="Python 3",
            language="python",
            env={**kernel_environment(room), **self.surroundings},
        )
        self._process: Any = None
        self._killed = False

    async def _async_launch_kernel(self, kernel_cmd: list[str], **options: Any) -> None:
        with self._stderr.open("wb") as stderr:
            await super()._async_launch_kernel(kernel_cmd, stdout=stderr, stderr=stderr, **_GROUP_OF_ITS_OWN, **options)
        self._process = getattr(self.provisioner, "process", None)
        if self._killed:
            self.kill()

    def kill(self) -> None:
        """End the kernel's process now, from any thread; also one that is just being started."""
        self._killed = True
        if self._process is not None:
            self._process.kill()

    def stderr_tail(self) -> str:
        """The end of what the kernel's process wrote to its standard error."""
        if not self._stderr.exists():
            return ""
        return self._stderr.read_text(encoding="utf-8", errors="replace").strip()[-_STDERR_SHOWN:]


class ForkedKernel(FreshKernel):
    """Manager of one kernel that a fork server forks."""

    engine = FORKED

    def __init__(self, room: Path, name: str, fork_client: ForkClient, own: bytes = b""):
        super().__init__(room, name, own)
        self.provisioner = ForkingProvisioner(kernel_id=name, kernel_spec=self._kernel_spec, parent=self)
        self.provisioner.fork_client = fork_client
        self.provisioner.stderr_file = self._stderr
        self.provisioner.surroundings = self.surroundings


def kernel_in(room: Path, name: str, fork_client: ForkClient | None, own: bytes = b"") -> FreshKernel:
    """A kernel that was not started yet: to be forked through ``fork_client``, or without one to be started afresh."""
    return FreshKernel(room, name, own) if fork_client is None else ForkedKernel(room, name, fork_client, own)


def kernel_environment(room: Path) -> dict[str, str]:
    """What a kernel's process gets on top of the environment of this one."""
    known = os.environ.get("PYTHONPATH")
    return {
        "PYTHONPATH": os.pathsep.join([str(ROOT), *([known] if known else [])]),  # the same package as here
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "MATPLOTLIBRC": _matplotlib_defaults(),
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "IPYTHONDIR": str(room / "ipython"),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",  # else debugpy writes warnings to stderr
    }


def _matplotlib_defaults() -> str:
    """Matplotlib's own settings file: a user's matplotlibrc must not change a brief."""
    spec = find_spec("matplotlib")
    if spec is None or spec.origin is None:
        return ""
    return str(Path(spec.origin).parent / "mpl-data" / "matplotlibrc")
