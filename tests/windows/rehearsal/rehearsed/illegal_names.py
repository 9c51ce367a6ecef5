"""Names that Windows has no files for: noted, and refused where the toolkit itself asks for them."""

import os
from collections.abc import Callable

from rehearsed.file_names import illegal
from rehearsed.room import blamed, note


def install() -> None:
    """Guard what makes names."""
    os.mkdir = _checked(os.mkdir, 0)
    os.replace, os.rename = _checked(os.replace, 1), _checked(os.rename, 1)


def refuse_illegal(path: object) -> None:
    """Refuse a name that could not be made."""
    if isinstance(path, str | os.PathLike) and illegal(os.fspath(path)):
        note("illegal name", path)
        if blamed():
            raise OSError(22, "文件名、目录名或卷标语法不正确。", str(path))


def _checked(real: Callable, place: int) -> Callable:
    def call(*given: object, **options: object) -> object:
        if len(given) > place:
            refuse_illegal(given[place])
        return real(*given, **options)

    return call
