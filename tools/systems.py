"""The kinds of system that the toolkit is installed on, and which packages and wheels each of them takes.

Needs nothing that is not there with Python and pip.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

try:
    from packaging import tags
    from packaging.requirements import Requirement
except ImportError:  # pip brings its own copy
    from pip._vendor.packaging import tags
    from pip._vendor.packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


@dataclass(frozen=True)
class System:
    """A kind of system: the platform tags of its wheels, best first, and what requirement markers see there."""

    platforms: tuple[str, ...]
    sys_platform: str
    os_name: str
    platform_system: str
    platform_machine: str

    def environment(self, python: str) -> dict[str, str]:
        """What markers of requirements are evaluated against."""
        return {
            "python_version": python,
            "python_full_version": f"{python}.4",
            "sys_platform": self.sys_platform,
            "os_name": self.os_name,
            "platform_system": self.platform_system,
            "platform_machine": self.platform_machine,
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
        }

    def tags(self, python: str) -> list[tags.Tag]:
        """The tags of the wheels that can be installed, best first."""
        version = tuple(map(int, python.split(".")))
        platforms = list(self.platforms)
        own = tags.cpython_tags(version, platforms=platforms)
        return [*own, *tags.compatible_tags(version, f"cp{version[0]}{version[1]}", platforms)]


def _manylinux(machine: str) -> tuple[str, ...]:
    """Of glibc 2.28 (Debian 10, openEuler 20.03) and older ones, under their new names and their old ones."""
    older = {17: "manylinux2014", 12: "manylinux2010", 5: "manylinux1"}
    names = [[f"manylinux_2_{minor}", *([older[minor]] if minor in older else [])] for minor in range(28, 4, -1)]
    return tuple(f"{name}_{machine}" for group in names for name in group)


SYSTEMS = {
    "windows": System(("win_amd64",), "win32", "nt", "Windows", "AMD64"),
    "macos": System(tuple(tags.mac_platforms((14, 0), "arm64")), "darwin", "posix", "Darwin", "arm64"),
    "linux": System(_manylinux("x86_64"), "linux", "posix", "Linux", "x86_64"),
}
"""By the name under which a folder of wheels is asked for."""


@dataclass(frozen=True)
class Locked:
    """A package of the lock: its requirement line without the marker, the marker, and its SHA-256 hashes."""

    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its normalised name."""
        return re.sub(r"[._-]+", "-", self.requirement.name).lower()

    @property
    def version(self) -> str:
        """Its only version."""
        return str(self.requirement.specifier).removeprefix("==")

    def wanted(self, system: System, python: str) -> bool:
        """Whether it is installed there."""
        marker = self.requirement.marker
        return marker is None or bool(marker.evaluate(system.environment(python)))


def locked(lock: Path = LOCK) -> Iterator[Locked]:
    """The packages of a lock file in its order."""
    for entry in re.split(r"\n(?=[\w.-]+==)", lock.read_text(encoding="utf-8").strip()):
        head, *rest = re.split(r" \\\n\s*--hash=sha256:", entry)
        yield Locked(Requirement(head), tuple(item.strip() for item in rest))
