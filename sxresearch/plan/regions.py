"""Regions: the nation, the province, its cities and counties."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd

from sxresearch.errors import BadPlan, Fault
from sxresearch.file_content import text_of
from sxresearch.terms import Language, Level

COLUMNS = ("region", "name", "name_en", "level", "parent")
_DIGITS = 6

PEER_LEVELS = {
    Level.NATION: "nation",
    Level.PROVINCE: "cities",  # one province has no peers of its own; it is the sum of its cities
    Level.CITY: "cities",
    Level.COUNTY: "counties",
}
"""Which regions are pooled with one another."""


@dataclass(frozen=True)
class Region:
    """One administrative region, keyed by its six-digit code (GB/T 2260)."""

    code: str
    name: str
    name_en: str
    level: Level
    parent: str | None

    def title(self, language: Language) -> str:
        """The region's name in ``language`` (the Chinese name where no English one is known)."""
        return self.name if language is Language.ZH or not self.name_en else self.name_en


@dataclass(frozen=True)
class Regions:
    """All known regions, by code, in file order."""

    by_code: dict[str, Region] = field(repr=False)

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    def __getitem__(self, code: str) -> Region:
        return self.by_code[code]

    def __iter__(self) -> Iterator[Region]:
        return iter(self.by_code.values())

    def __len__(self) -> int:
        return len(self.by_code)

    def below(self, code: str) -> tuple[Region, ...]:
        """The regions right below ``code``, in the order of the list."""
        return self._by_parent.get(code, ())

    @property
    def nations(self) -> tuple[Region, ...]:
        """The nation, where it is listed."""
        return tuple(region for region in self._by_parent.get("", ()) if region.level is Level.NATION)

    @cached_property
    def _by_parent(self) -> dict[str, tuple[Region, ...]]:
        """Looked up for every region of a run: looking through the list would take the square of thousands."""
        found: dict[str, list[Region]] = {}
        for region in self:
            found.setdefault(region.parent or "", []).append(region)
        return {parent: tuple(regions) for parent, regions in found.items()}

    def within(self, root: str) -> frozenset[str]:
        """Codes of ``root`` and of everything below it."""
        found = {root}
        for region in self:  # parents stand before their children (checked on loading)
            if region.parent in found:
                found.add(region.code)
        return frozenset(found)

    def above(self, code: str) -> Iterator[Region]:
        """The regions that ``code`` lies in, the nearest first."""
        parent = self[code].parent
        while parent:
            yield self[parent]
            parent = self[parent].parent

    def by_name(self) -> dict[str, str]:
        """Name to code, for names that only one region bears."""
        names = pd.Series({region.code: region.name for region in self})
        once = names[~names.duplicated(keep=False)]
        return {name: str(code) for code, name in once.items()}


def load_regions(path: Path) -> Regions:
    """Read ``regions.csv``.

    Raises
    ------
    BadPlan
        With every fault of the file: missing columns, codes that are not six digits,
        duplicates, unknown levels, parents that are not listed above their children.
    """
    table = pd.read_csv(io.StringIO(text_of(path, BadPlan)), dtype=str, keep_default_na=False)
    missing = [name for name in COLUMNS if name not in table.columns]
    if missing:
        raise BadPlan.of("columns-missing", str(path), columns="、".join(missing))
    faults = list(_faults(table, path))
    if faults:
        raise BadPlan(faults)
    return Regions(
        {
            code: Region(code, name, english, Level(level), parent or None)
            for code, name, english, level, parent in _rows(table)
        }
    )


def _rows(table: pd.DataFrame) -> Iterator[tuple[str, str, str, str, str]]:
    """Code, name, English name, level and parent of each region."""
    columns = (table[name].tolist() for name in COLUMNS)
    return zip(*columns, strict=True)


def _faults(table: pd.DataFrame, path: Path) -> Iterable[Fault]:
    seen: set[str] = set()
    levels = {level.value for level in Level}
    for line, (code, _, _, level, parent) in enumerate(_rows(table), start=2):
        where = f"{path}:{line}"
        if len(code) != _DIGITS or not code.isdigit():
            yield Fault.of("region-code-form", where, found=code)
        if code in seen:
            yield Fault.of("region-twice", where, code=code)
        if level not in levels:
            yield Fault.of("region-level", where, found=level, expected="、".join(sorted(levels)))
        if parent and parent not in seen:
            yield Fault.of("region-parent", where, code=code, parent=parent)
        seen.add(code)
