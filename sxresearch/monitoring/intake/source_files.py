"""The files that figures were read from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sxresearch.monitoring.intake.folders import table_files

LINE = "line"
"""Column of the observation table: the row's number in its file, as the user's program shows it."""


@dataclass(frozen=True)
class SourceFile:
    """A file that was read: its name, the hash of its bytes, how many rows it gave, and where it lay.

    One without ``path`` was read by the monitoring store at another time.
    """

    name: str
    sha256: str
    rows: int
    path: str = field(default="", compare=False)


def observation_files(paths: Path | str | Iterable[Path | str]) -> list[Path]:
    """The tables that paths and folders lead to, in order.

    Raises
    ------
    BadObservations
        If a folder holds no table.
    """
    return list(table_files(paths).tables)
