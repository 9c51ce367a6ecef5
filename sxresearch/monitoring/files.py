"""Reading spreadsheets as they come: every cell as text, every row with its line number."""

import csv
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from pyarrow import ArrowException  # type: ignore[import-untyped]
from python_calamine import CalamineError

from sxresearch.errors import BadObservations, Fault

TABLE_ENDINGS = (".csv", ".xlsx", ".xls", ".parquet")
LINE = "line"
"""Column that :func:`read_cells` adds: the row's line number in the file."""

_ENCODINGS = ("utf-8-sig", "gb18030")


@dataclass(frozen=True)
class SourceFile:
    """A file that was read: its name, the hash of its bytes, and how many rows it gave."""

    name: str
    sha256: str
    rows: int


def read_cells(path: Path) -> tuple[pd.DataFrame, SourceFile]:
    """All cells as stripped text; column ``line`` is the row's line number in an editor.

    Raises
    ------
    BadObservations
        If the file is missing, empty, of an unknown kind, or can't be read, or a row is longer than the header.
    """
    if not path.is_file():
        raise BadObservations.of("file-missing", str(path))
    content = path.read_bytes()
    if not content.strip():
        raise BadObservations.of("file-empty", str(path))
    rows = [(line, [cell.strip() for cell in cells]) for line, cells in _rows(path, content)]
    filled = [(line, cells) for line, cells in rows if any(cells)]
    if len(filled) < 2:
        raise BadObservations.of("file-empty", str(path))
    header = _without_blank_end(filled[0][1])
    too_long = [line for line, cells in filled if any(cells[len(header) :])]
    if too_long:
        raise BadObservations(Fault.of("row-too-long", f"{path}:{line}", columns=str(len(header))) for line in too_long)
    body = [(cells + [""] * len(header))[: len(header)] for _, cells in filled[1:]]
    table = pd.DataFrame(body, columns=header, dtype=str)
    table.insert(len(header), LINE, [line for line, _ in filled[1:]], allow_duplicates=True)
    return table, SourceFile(path.name, hashlib.sha256(content).hexdigest(), len(table))


def _without_blank_end(header: list[str]) -> list[str]:
    """The header without the empty cells that spreadsheets leave on its right."""
    while not header[-1]:
        header = header[:-1]
    return header


def _rows(path: Path, content: bytes) -> list[tuple[int, list[str]]]:
    try:
        return _parsed(path, content)
    except (csv.Error, CalamineError, ArrowException) as problem:
        raise BadObservations.of("file-unreadable", str(path), problem=str(problem)) from problem


def _parsed(path: Path, content: bytes) -> list[tuple[int, list[str]]]:
    ending = path.suffix.lower()
    if ending == ".csv":
        reader = csv.reader(io.StringIO(_decoded(path, content), newline=""))
        return [(reader.line_num, row) for row in reader]
    if ending in (".xlsx", ".xls"):
        sheet = pd.read_excel(io.BytesIO(content), engine="calamine", header=None, dtype=str, keep_default_na=False)
        return [(line, [str(cell) for cell in row]) for line, row in enumerate(sheet.to_numpy(), start=1)]
    if ending == ".parquet":
        frame = pd.read_parquet(io.BytesIO(content)).astype("string").fillna("")
        rows = [(line, list(row)) for line, row in enumerate(frame.itertuples(index=False), start=2)]
        return [(1, [str(name) for name in frame.columns]), *rows]
    raise BadObservations.of("file-kind", str(path), found=ending or "?", expected=" ".join(TABLE_ENDINGS))


def _decoded(path: Path, content: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadObservations.of("csv-encoding", str(path))
