"""Reading spreadsheets as they come: every cell as text, every row with its line number."""

import csv
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from sxresearch.errors import BadObservations

TABLE_ENDINGS = (".csv", ".xlsx", ".xls", ".parquet")
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
        If the file is missing, empty, of an unknown kind, or can't be decoded.
    """
    if not path.is_file():
        raise BadObservations.of("file-missing", str(path))
    content = path.read_bytes()
    if not content.strip():
        raise BadObservations.of("file-empty", str(path))
    rows = _rows(path, content)
    if len(rows) < 2:
        raise BadObservations.of("file-empty", str(path))
    header = [cell.strip() for cell in rows[0][1]]
    body = [(line, _fitted(cells, len(header))) for line, cells in rows[1:] if any(cell.strip() for cell in cells)]
    if not body:
        raise BadObservations.of("file-empty", str(path))
    table = pd.DataFrame([cells for _, cells in body], columns=header, dtype=str)
    table["line"] = [line for line, _ in body]
    return table, SourceFile(path.name, hashlib.sha256(content).hexdigest(), len(table))


def _fitted(cells: list[str], width: int) -> list[str]:
    """A row as long as the header: short rows padded, overlong ones cut."""
    return [cell.strip() for cell in (cells + [""] * width)[:width]]


def _rows(path: Path, content: bytes) -> list[tuple[int, list[str]]]:
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
