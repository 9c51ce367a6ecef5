"""Reading spreadsheets as they come: every cell as text, every row with its line number."""

import csv
import hashlib
import io
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow.parquet as pq  # type: ignore[import-untyped]
from pyarrow import ArrowException
from python_calamine import CalamineError

from sxresearch.errors import BadObservations, Fault
from sxresearch.text_encoding import decoded

TABLE_ENDINGS = (".csv", ".xlsx", ".xls", ".parquet")
LINE = "line"
"""Column that :func:`read_cells` adds: the row's line number in the file."""

_AS_IT_STANDS: dict[str, Any] = {"skip_blank_lines": False, "quoting": csv.QUOTE_NONE, "index_col": False}


@dataclass(frozen=True)
class SourceFile:
    """A file that was read: its name, the hash of its bytes, and how many rows it gave."""

    name: str
    sha256: str
    rows: int


def observation_files(paths: Path | str | Iterable[Path | str]) -> list[Path]:
    """The files that paths and folders lead to, in order.

    Raises
    ------
    BadObservations
        If a folder holds no table.
    """
    several = [paths] if isinstance(paths, Path | str) else list(paths)
    found: list[Path] = []
    for path in map(Path, several):
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(item for item in path.iterdir() if item.suffix.lower() in TABLE_ENDINGS)
        if not inside:
            raise BadObservations.of("folder-without-tables", str(path), expected=" ".join(TABLE_ENDINGS))
        found += inside
    return found


def read_cells(path: Path, indicators: Collection[str] | None = None) -> tuple[pd.DataFrame, SourceFile]:
    """All cells as stripped text; column ``line`` is the row's line number in an editor.

    Of a Parquet file with a column ``indicator`` only the rows of ``indicators`` are read, if these are given.

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
    grid = _stripped(_read(path, content, indicators))
    grid = grid[(grid != "").any(axis=1)]
    if len(grid) < (2 if indicators is None else 1):
        raise BadObservations.of("file-empty", str(path))
    header = _without_blank_end(grid.iloc[0].tolist())
    beyond = grid.iloc[:, len(header) :]
    too_long = grid.index[(beyond != "").any(axis=1)]
    if len(too_long) and len(header) == 1:
        raise BadObservations.of("title-above-header", f"{path}:{grid.index[0]}", found=header[0])
    if len(too_long):
        raise BadObservations(Fault.of("row-too-long", f"{path}:{line}", columns=str(len(header))) for line in too_long)
    table = grid.iloc[1:, : len(header)].reset_index(names=LINE)
    table = table[[*table.columns[1:], LINE]].set_axis([*header, LINE], axis=1)
    return table, SourceFile(path.name, hashlib.sha256(content).hexdigest(), len(table))


def _stripped(grid: pd.DataFrame) -> pd.DataFrame:
    return grid.apply(lambda column: column.str.strip())


def _without_blank_end(header: list[str]) -> list[str]:
    """The header without the empty cells that spreadsheets leave on its right."""
    while not header[-1]:
        header = header[:-1]
    return header


def _read(path: Path, content: bytes, indicators: Collection[str] | None) -> pd.DataFrame:
    """All cells as text, the header in the first row; the index holds line numbers."""
    try:
        if path.suffix.lower() == ".parquet":
            return _parquet(content, indicators)
        return _parsed(path, content)
    except (csv.Error, CalamineError, ArrowException) as problem:
        raise BadObservations.of("file-unreadable", str(path), problem=str(problem)) from problem


def _parsed(path: Path, content: bytes) -> pd.DataFrame:
    ending = path.suffix.lower()
    if ending == ".csv":
        text = decoded(content)
        if text is None:
            raise BadObservations.of("csv-encoding", str(path))
        return _csv(text)
    if ending in (".xlsx", ".xls"):
        sheet = pd.read_excel(io.BytesIO(content), engine="calamine", header=None, dtype=str, keep_default_na=False)
        return sheet.astype(str).set_axis(range(1, len(sheet) + 1))
    raise BadObservations.of("file-kind", str(path), found=ending or "?", expected=" ".join(TABLE_ENDINGS))


def _parquet(content: bytes, indicators: Collection[str] | None) -> pd.DataFrame:
    file = pq.ParquetFile(io.BytesIO(content))
    chosen, lines = None, np.arange(file.metadata.num_rows) + 2
    if indicators is not None and "indicator" in file.schema_arrow.names:
        chosen = [("indicator", "in", list(indicators))]
        named = pq.read_table(io.BytesIO(content), columns=["indicator"], read_dictionary=["indicator"])["indicator"]
        lines = lines[named.to_pandas().isin(list(indicators)).to_numpy()]
    frame = pd.read_parquet(io.BytesIO(content), filters=chosen).astype("string").fillna("").astype(str)
    names = pd.DataFrame([[str(name) for name in frame.columns]], dtype=str)
    grid = pd.concat([names, frame.set_axis(range(frame.shape[1]), axis=1)])
    return grid.set_axis([1, *lines])


def _csv(text: str) -> pd.DataFrame:
    """Rows of any length; large files take the fast reader, which a quoted cell or a longer row is too much for."""
    if '"' not in text and text.count("\r") == text.count("\r\n"):
        with suppress(pd.errors.ParserError):
            grid = pd.read_csv(io.StringIO(text), header=None, dtype=str, na_filter=False, **_AS_IT_STANDS)
            return grid.fillna("").set_axis(range(1, len(grid) + 1))
    reader = csv.reader(io.StringIO(text, newline=""))
    rows = [(reader.line_num, row) for row in reader]
    width = max((len(row) for _, row in rows), default=0)
    padded = [row + [""] * (width - len(row)) for _, row in rows]
    return pd.DataFrame(padded, index=[line for line, _ in rows], dtype=str)
