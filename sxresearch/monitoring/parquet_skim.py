"""Parquet files in the contract's own words, skimmed a few indicators at a time: no process holds all their figures."""

import io
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
from pyarrow import ArrowException

from sxresearch.errors import BadObservations
from sxresearch.file_content import bytes_of, opened
from sxresearch.monitoring.contract import COLUMNS, KEY, Register
from sxresearch.monitoring.intake.conflicts import one_of_each
from sxresearch.monitoring.intake.snapshot_file import is_snapshot
from sxresearch.monitoring.quality.copies import repeated_reports, repetitions
from sxresearch.monitoring.quality.death_rates import NESTED
from sxresearch.terms import Basis, Group

FIGURES_AT_ONCE = 250_000
"""The rules of plausibility lay out several times as much beside them."""
_SKIMMED = [*KEY, "value", "status", "basis"]
_DATED = "reported_at"
Part = frozenset[str]
"""Indicators that are read together."""


@dataclass(frozen=True)
class Skim:
    """What a few columns of all figures say.

    ``figures`` holds each region and year with a figure once, ``synthetic`` the regions with a synthetic one;
    ``reports`` are the regions and years that repeat the year before as a whole
    (:func:`sxresearch.monitoring.quality.copies.copied_reports`).
    """

    figures: pd.DataFrame
    synthetic: tuple[str, ...]
    reports: pd.DataFrame


def parts_of(files: Sequence[Path], register: Register) -> list[Part] | None:
    """The indicators of the files in parts of at most FIGURES_AT_ONCE rows, where one alone has no more.

    The rules of plausibility compare no figures of different parts (:func:`skim` says what they need besides). None
    where the files must be read as a whole: other kinds of files, and columns or indicators that are not in the
    contract's own words.
    """
    if not files or any(path.suffix.lower() != ".parquet" or not path.is_file() for path in files):
        return None
    if not all(_is_plain(path) for path in files):
        return None
    rows: Counter[str] = Counter()
    try:
        for path in files:
            rows.update(_column(path, "indicator").value_counts(dropna=False).to_dict())
    except ArrowException:
        return None  # damaged: reading it as a whole will say so
    return list(_parts(rows)) if set(rows) <= set(register.indicators.by_id) else None


def _parts(rows: Mapping[str, int]) -> Iterator[Part]:
    together = [frozenset(NESTED) & frozenset(rows), *(frozenset([name]) for name in rows if name not in NESTED)]
    part, count = Part(), 0
    for names in filter(None, together):
        more = sum(rows[name] for name in names)
        if part and count + more > FIGURES_AT_ONCE:
            yield part
            part, count = Part(), 0
        part, count = part | names, count + more
    if part:
        yield part


@dataclass(frozen=True)
class PartSkimmer:
    """Skims one part at a time; can be sent to another process."""

    files: tuple[Path, ...]
    register: Register

    def __call__(self, part: Part) -> "PartSkim | None":
        """What the part says; none where it is not in the contract's own words, or numbers are stored as text."""
        table = pd.concat([_skimmed(path, part) for path in self.files], ignore_index=True)
        if not _in_own_words(table, self.register):
            return None
        figures = table.loc[table["value"].notna(), ["region", "year"]].drop_duplicates()
        synthetic = table.loc[table["basis"] == Basis.SYNTHETIC, "region"].unique()
        return PartSkim(figures, tuple(synthetic), repetitions(one_of_each(table), self.register))


@dataclass(frozen=True)
class PartSkim:
    """The same of one part; ``repeated`` are its :func:`~sxresearch.monitoring.quality.copies.repetitions`."""

    figures: pd.DataFrame
    synthetic: tuple[str, ...]
    repeated: pd.DataFrame


def skim(files: Sequence[Path], register: Register) -> Skim | None:
    """What a few columns of some files say, one part after the other.

    None where the files must be read as a whole: as :func:`parts_of` says, or for codes or words that are not the
    contract's own, and for numbers that are not stored as numbers.
    """
    parts = parts_of(files, register)
    return None if parts is None else skim_of(map(PartSkimmer(tuple(files), register), parts))


def skim_of(parts: Iterable[PartSkim | None]) -> Skim | None:
    """What all parts say; none where one of them can't be skimmed, or there is none."""
    found: list[PartSkim] = []
    for part in parts:
        if part is None:
            return None
        found.append(part)
    if not found:
        return None
    return Skim(
        pd.concat([part.figures for part in found]).drop_duplicates(ignore_index=True),
        tuple(dict.fromkeys(code for part in found for code in part.synthetic)),
        repeated_reports(pd.concat([part.repeated for part in found]).groupby(level=["region", "year"]).sum()),
    )


def _in_own_words(table: pd.DataFrame, register: Register) -> bool:
    plain = all(pd.api.types.is_numeric_dtype(table[name]) for name in ("year", "value"))
    own: dict[str, list[str]] = {"region": list(register.regions.by_code), "basis": list(Basis), "group": list(Group)}
    return plain and all(table[name].drop_duplicates().isin(words).all() for name, words in own.items())


def _skimmed(path: Path, part: Collection[str]) -> pd.DataFrame:
    dated = [_DATED] if _DATED in _schema(path).names else []
    content = io.BytesIO(bytes_of(path, BadObservations))
    table = pd.read_parquet(content, columns=[*_SKIMMED, *dated], filters=[("indicator", "in", list(part))])
    return table.assign(**{_DATED: table[_DATED].fillna("") if dated else ""})


def _column(path: Path, name: str) -> pd.Series:
    content = io.BytesIO(bytes_of(path, BadObservations))
    found: pd.Series = pq.read_table(content, columns=[name], read_dictionary=[name])[name].to_pandas()
    return found


def _is_plain(path: Path) -> bool:
    names = set(_schema(path).names)
    return set(_SKIMMED) <= names and (names <= set(COLUMNS) or is_snapshot(path))


def _schema(path: Path) -> Any:
    try:
        return opened(path, BadObservations, lambda: pq.read_schema(path))
    except ArrowException:
        return pa.schema([])  # reading it as a whole will say what is wrong
