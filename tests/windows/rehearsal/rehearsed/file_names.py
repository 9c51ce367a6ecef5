"""Which names Windows has no files for."""

from pathlib import PurePosixPath

_FORBIDDEN = frozenset('<>:"|?*\\') | frozenset(map(chr, range(32)))
_NUMBERED = (f"{kind}{digit}" for kind in ("com", "lpt") for digit in range(1, 10))
_DEVICES = frozenset({"con", "prn", "aux", "nul", *_NUMBERED})


def illegal(path: str | bytes) -> bool:
    """Whether a part of the path can't be a name on Windows."""
    if isinstance(path, bytes) or path.startswith(("/dev/", "/proc/")):
        return False
    return any(_illegal_part(part) for part in PurePosixPath(path).parts if part not in ("/", ".", ".."))


def _illegal_part(part: str) -> bool:
    return bool(_FORBIDDEN & set(part)) or part[-1] in " ." or part.split(".")[0].rstrip().lower() in _DEVICES
