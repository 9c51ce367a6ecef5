"""The fast way for tables in the contract's own columns: Parquet, and CSV files without quotes."""

import hashlib
import io
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow.parquet as pq  # type: ignore[import-untyped]
from pyarrow import ArrowException

from sxresearch.errors import BadObservations
from sxresearch.monitoring.contract import COLUMNS
from sxresearch.monitoring.intake.formats.opening import file_content
from sxresearch.monitoring.intake.shapes.raw_table import FIELDS, RawTable
from sxresearch.monitoring.intake.words.vocabulary import HEADINGS

_NEEDED = {"region", "indicator", "year", "value"}
_WORTH_WHILE = 200_000
"""Bytes of a CSV file from which the fast way pays."""


@dataclass(frozen=True)
class PlainTable:
    """A long table in the contract's columns, as it was found, with the hash of its file."""

    raw: RawTable
    sha256: str


def plain_table(path: Path, names: Collection[str] | None) -> PlainTable | None:
    """The table of a file that is plain; none where it must be read as sheets.

    Of a Parquet file only the rows of the indicators ``names`` are read, if these are given.

    Raises
    ------
    BadObservations
        If the file is missing, empty or too large, or a Parquet file is damaged.
    """
    ending = path.suffix.lower()
    if ending not in (".parquet", ".csv"):
        return None
    content = file_content(path)
    frame = _parquet(path, content, names) if content[:4] == b"PAR1" else _csv(content) if ending == ".csv" else None
    return frame and PlainTable(_raw(str(path), *frame), hashlib.sha256(content).hexdigest())


def _columns(names: list[str]) -> list[str] | None:
    """The contract's column of each name; none unless all are known, each once, and the needed ones there."""
    ours = [HEADINGS.get(name.strip(), "") for name in names]
    plain = len(set(ours)) == len(ours) and set(ours) <= set(COLUMNS) and set(ours) >= _NEEDED
    return ours if plain else None


def _parquet(path: Path, content: bytes, names: Collection[str] | None) -> tuple[pd.DataFrame, np.ndarray] | None:
    try:
        file = pq.ParquetFile(io.BytesIO(content))
        ours = _columns(file.schema_arrow.names)
        if ours is None:
            return None
        lines, chosen = np.arange(file.metadata.num_rows) + 2, None
        given = file.schema_arrow.names[ours.index("indicator")]
        if names is not None:
            chosen = [(given, "in", list(names) or [""])]
            found = pq.read_table(io.BytesIO(content), columns=[given], read_dictionary=[given])[given]
            lines = lines[found.to_pandas().isin(list(names)).to_numpy()]
        frame = pd.read_parquet(io.BytesIO(content), filters=chosen)
    except (ArrowException, OSError, ValueError) as problem:
        text = str(problem).partition("\n")[0]
        raise BadObservations.of("intake-damaged", str(path), problem=text) from problem
    return frame.set_axis(ours, axis=1), lines


def _csv(content: bytes) -> tuple[pd.DataFrame, np.ndarray] | None:
    """A large CSV file whose rows are all as long as its header, which holds the contract's columns."""
    if len(content) < _WORTH_WHILE or b'"' in content or content.count(b"\r") != content.count(b"\r\n"):
        return None
    with suppress(UnicodeDecodeError, pd.errors.ParserError):
        text = content.decode("utf-8-sig")
        ours = _columns(text.partition("\n")[0].strip("\r").split(","))
        if ours is None:
            return None
        frame = pd.read_csv(
            io.StringIO(text), header=None, names=ours, skiprows=1, dtype=str, na_filter=False, skip_blank_lines=False,
            index_col=False, on_bad_lines="error",
        )  # fmt: skip
        lines = np.arange(len(frame)) + 2
        longest = max(map(str.count, text.splitlines(), iter(lambda: ",", None)), default=0)
        if longest >= len(ours) or frame.isna().any(axis=None):
            return None  # a row of another length
        return _numbers(frame), lines
    return None


def _numbers(frame: pd.DataFrame) -> pd.DataFrame:
    """Columns of nothing but plain numbers as numbers; where a cell is anything else the column stays text."""
    for name in ("year", "value", "numerator", "denominator"):
        if name not in frame:
            continue
        cells = frame[name]
        with suppress(ValueError, TypeError):
            frame[name] = pd.to_numeric(cells.where(cells != ""), errors="raise").astype(float)
    return frame


def _raw(file: str, frame: pd.DataFrame, lines: np.ndarray) -> RawTable:
    nothing = pd.Series(np.full(len(frame), None, dtype=object), dtype=object)
    columns: dict[str, object] = {"row": lines, "line": lines, "order": 0}
    for name in FIELDS:
        columns[name] = _cells(frame[name], name).reset_index(drop=True) if name in frame else nothing
        columns[f"{name}_at"] = frame.columns.get_loc(name) if name in frame else -1
    units = dict.fromkeys(("fixed_unit", "title_unit", "numerator_unit", "denominator_unit"), nothing)
    cells = pd.DataFrame({**columns, **units, "percent": False})
    if bool((cells["region"].isna() | (cells["region"] == "")).any()):
        blank = np.all([cells[name].isna() | (cells[name] == "") for name in FIELDS], axis=0)
        cells = cells[~blank].reset_index(drop=True)
    return RawTable(file, "", False, True, False, cells)


def _cells(column: pd.Series, name: str) -> pd.Series:
    """Numbers stay numbers, so that none of them is looked at one by one."""
    if name in ("value", "numerator", "denominator") and pd.api.types.is_numeric_dtype(column):
        return column.astype(float)
    return column
