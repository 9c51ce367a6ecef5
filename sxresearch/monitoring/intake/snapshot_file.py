"""A snapshot: what a monitoring store held to be true on a day, as a Parquet file that a run reads in its place."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
from pyarrow import ArrowException

from sxresearch.errors import BadObservations
from sxresearch.monitoring.accepted import Acceptance, Accepted, Figure
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.intake.source_files import SourceFile
from sxresearch.monitoring.intake.translation import TABLE

_NOTES = b"sxresearch.snapshot"
_ENDING = ".parquet"
_NUMBERS = {
    "year": pa.int64(),
    "line": pa.int64(),
    **dict.fromkeys(("value", "numerator", "denominator"), pa.float64()),
}
_REPLACED = "replaced"
_SCHEMA = pa.schema([*((name, _NUMBERS.get(name, pa.string())) for name in TABLE), (_REPLACED, pa.bool_())])


@dataclass(frozen=True)
class Snapshot:
    """The figures of a snapshot, the earlier reports of those that were revised, its file, and the files behind it.

    Both tables have the columns of the intake's table.
    """

    table: pd.DataFrame
    earlier: pd.DataFrame
    file: SourceFile
    sources: tuple[SourceFile, ...]


def write_snapshot(
    path: Path,
    table: pd.DataFrame,
    earlier: pd.DataFrame,
    sources: Iterable[SourceFile],
    accepted: Mapping[Figure, Acceptance],
    day: date | None,
    ledgers: Mapping[str, Sequence[Sequence[str]]] | None = None,
) -> None:
    """Write a snapshot; equal content gives equal bytes. ``ledgers`` are lines of judgements and actions, by name."""
    confirmed = [[*figure, item.value, item.reason, item.date, item.who] for figure, item in sorted(accepted.items())]
    notes = {
        "sources": [[source.name, source.sha256, source.rows] for source in sources],
        "accepted": confirmed,
        "known_on": day.isoformat() if day else "",
        "ledgers": {name: [list(line) for line in lines] for name, lines in (ledgers or {}).items()},
    }
    parts = [part[list(TABLE)].assign(**{_REPLACED: state}) for part, state in ((table, False), (earlier, True))]
    content = pa.concat_tables([pa.Table.from_pandas(part, schema=_SCHEMA, preserve_index=False) for part in parts])
    written = json.dumps(notes, ensure_ascii=False).encode()
    pq.write_table(content.replace_schema_metadata({_NOTES: written}), path)


def is_snapshot(path: Path) -> bool:
    """Whether a file is a snapshot."""
    return _notes(path) is not None


def read_snapshot(path: Path, indicators: Collection[str] | None = None) -> Snapshot | None:
    """The figures of a snapshot, of some indicators only where these are given; none where the file is not one.

    Raises
    ------
    BadObservations
        If it is damaged.
    """
    notes = _notes(path)
    if notes is None:
        return None
    try:
        content = path.read_bytes()
        table = pq.read_table(pa.BufferReader(content), schema=_SCHEMA)
    except (ArrowException, OSError) as problem:
        raise BadObservations.of("intake-damaged", str(path), problem=str(problem).partition("\n")[0]) from problem
    if indicators is not None:
        table = table.filter(pc.is_in(table["indicator"], pa.array(list(indicators), pa.string())))
    frame = table.to_pandas()
    frame["year"] = frame["year"].astype(np.int64)
    replaced = frame.pop(_REPLACED).to_numpy(dtype=bool)
    earlier, frame = frame[replaced].reset_index(drop=True), frame[~replaced].reset_index(drop=True)
    own = SourceFile(path.name, hashlib.sha256(content).hexdigest(), len(frame), str(path))
    return Snapshot(
        frame, earlier, own, tuple(SourceFile(name, sha256, rows) for name, sha256, rows in notes["sources"])
    )


def known_on(files: Iterable[Path]) -> date | None:
    """The day whose knowledge the snapshots among some files hold; none where no day was asked for."""
    days = [notes["known_on"] for file in files if (notes := _notes(file)) and notes["known_on"]]
    return date.fromisoformat(max(days)) if days else None


def with_confirmations(register: Register, files: Iterable[Path]) -> Register:
    """The register with the figures that were confirmed in the stores of snapshots.

    Raises
    ------
    BadObservations
        If there are confirmations in a file too: they stand in one place, and where there is a store, in it.
    """
    stored = [notes["accepted"] for file in files if (notes := _notes(file))]
    if not stored:
        return register
    if len(register.accepted):
        raise BadObservations.of("accepted-beside-store", register.accepted.file)
    found: dict[Figure, Acceptance] = {}
    for region, indicator, group, year, value, reason, day, who in (row for rows in stored for row in rows):
        found[(region, indicator, group, year)] = Acceptance(value, reason, day, who, 0)
    return replace(register, accepted=Accepted(found))


def stored_entries(files: Iterable[Path], ledger: str) -> list[list[str]] | None:
    """The lines of a ledger in the stores whose snapshots are among some files; none where there is no snapshot."""
    stored = [notes.get("ledgers", {}) for file in files if (notes := _notes(file))]
    return [line for lines in stored for line in lines.get(ledger, ())] if stored else None


def _notes(path: Path) -> dict[str, Any] | None:
    """What a snapshot says of itself; none where the file is none."""
    if path.suffix.lower() != _ENDING or not path.is_file():
        return None
    try:
        found = (pq.read_schema(path).metadata or {}).get(_NOTES)
        return json.loads(found) if found else None
    except (ArrowException, OSError, ValueError):
        return None  # reading it as any other file will say what is wrong
