"""The default event loop of Windows can't watch sockets: whoever needs that must ask for the selector loop by name."""

import asyncio
import importlib.abc
import importlib.machinery
import sys
from types import ModuleType

from rehearsed.names import played


class WithoutSelector(asyncio.SelectorEventLoop):
    """What Windows gives by default (there it is called ProactorEventLoop)."""

    def add_reader(self, *_given):
        """Not there."""
        raise NotImplementedError("the default loop of Windows has no add_reader")

    add_writer = remove_reader = remove_writer = add_reader

    def _add_reader(self, fd, callback, *given):
        return super()._add_reader(fd, callback, *given)  # its own self-pipe works


class _SelectorPolicy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = asyncio.SelectorEventLoop


def install() -> None:
    """Make it the default; a kernel's own program asks for the other one by itself on Windows."""
    asyncio.WindowsSelectorEventLoopPolicy = _SelectorPolicy
    if not any("ipykernel_launcher" in word for word in sys.orig_argv):
        asyncio.DefaultEventLoopPolicy._loop_factory = WithoutSelector
    sys.meta_path.insert(0, _JupyterSeesWindows())


class _JupyterSeesWindows(importlib.abc.MetaPathFinder):
    """``jupyter_core.utils`` decides about the loop by ``sys.platform``."""

    def find_spec(self, name: str, path: object, target: object = None) -> object:
        """Let it see what Windows would show."""
        if name != "jupyter_core.utils":
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        real = spec.loader.exec_module

        def exec_module(module: ModuleType) -> None:
            real(module)
            module.sys = played("sys", sys)

        spec.loader.exec_module = exec_module
        return spec
