"""Which files a folder of reports holds: its tables, and what is passed over and must be named."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sxresearch.errors import BadObservations, Fault
from sxresearch.language import Text, say
from sxresearch.terms import Language

TABLE_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".parquet", ".et", ".xltx", ".xlsb", ".htm", ".html")
"""Endings by which a file in a folder counts as a table; what it really is shows when it is opened."""
LOCK_STARTS = ("~$", "._", ".~")
"""Names of the files that Excel, macOS, LibreOffice and WPS leave beside an open or copied one."""
SHOWN = 5


@dataclass(frozen=True)
class Skipped:
    """A file of a folder that was not read: a program's lock file, or no table."""

    path: Path
    lock: bool

    @property
    def words(self) -> Text:
        """The sentence that names it."""
        key = "intake-skipped-lock" if self.lock else "intake-skipped-other"
        return Text(*(say(key, language, name=self.path.name) for language in Language))


@dataclass(frozen=True)
class TableFiles:
    """The tables that paths and folders lead to, in order, each once; and the files passed over."""

    tables: tuple[Path, ...]
    skipped: tuple[Skipped, ...]


def table_files(paths: Path | str | Iterable[Path | str]) -> TableFiles:
    """The files that paths and folders (with those below them) lead to.

    A file named by itself is always taken, except a program's lock file.

    Raises
    ------
    BadObservations
        If a folder holds no table, or can't be looked into.
    """
    several = [paths] if isinstance(paths, Path | str) else list(paths)
    tables: dict[Path, None] = {}
    skipped: dict[Skipped, None] = {}
    faults: list[Fault] = []
    for path in map(Path, several):
        if not path.is_dir():
            _sort_in(path, is_lock(path), True, tables, skipped)
            continue
        inside = list(_inside(path))
        for item in inside:
            _sort_in(item, is_lock(item), is_table(item), tables, skipped)
        if not any(is_table(item) for item in inside):
            faults.append(_without_tables(path, inside))
    if faults:
        raise BadObservations(faults)
    return TableFiles(tuple(tables), tuple(item for item in skipped if item.path not in tables))


def skipped_files(folder: Path) -> tuple[Skipped, ...]:
    """What a folder holds beside its tables; nothing where it can't be looked into."""
    try:
        return tuple(Skipped(item, is_lock(item)) for item in _inside(folder) if not is_table(item))
    except BadObservations:
        return ()


def is_lock(path: Path) -> bool:
    """Whether a file is what a program leaves beside an open one."""
    return path.name.startswith(LOCK_STARTS)


def is_table(path: Path) -> bool:
    """Whether a file's name is that of a table and not of a lock file."""
    return path.suffix.lower() in TABLE_ENDINGS and not is_lock(path)


def _sort_in(path: Path, lock: bool, table: bool, tables: dict[Path, None], skipped: dict[Skipped, None]) -> None:
    if table and not lock:
        tables[path] = None
    else:
        skipped[Skipped(path, lock)] = None


def _inside(folder: Path) -> Iterator[Path]:
    """The files of a folder and those below it; links to folders are not followed."""
    try:
        items = sorted(folder.iterdir(), key=lambda item: item.name)  # Windows would sort without regard to case
    except OSError as problem:
        raise BadObservations.of("intake-locked", str(folder), problem=str(problem)) from problem
    for item in items:
        if item.is_dir():
            if not item.is_symlink() and not item.name.startswith("."):
                yield from _inside(item)
        else:
            yield item


def _without_tables(folder: Path, inside: list[Path]) -> Fault:
    others = " ".join(item.name for item in inside[:SHOWN]) or "0"
    return Fault.of("intake-folder-empty", str(folder), expected=" ".join(TABLE_ENDINGS), others=others)
