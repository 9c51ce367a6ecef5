"""Tables made of many small pieces: kept as arrays, and put together once."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

Columns: TypeAlias = dict[str, np.ndarray]
"""One piece of a table: arrays of the same length by column name; text stands in object arrays."""


def filled(values: dict[str, Any], names: Sequence[str], length: int) -> Columns:
    """A piece with the columns ``names``, from arrays, lists of texts, or single values that hold for every row."""
    return {name: _array(values[name], length) for name in names}


def chosen(piece: Columns, rows: np.ndarray) -> Columns:
    """The given rows of a piece."""
    return {name: column[rows] for name, column in piece.items()}


def records(piece: Columns, names: Sequence[str]) -> list[dict[str, Any]]:
    """Some columns, row by row, as plain Python values."""
    lists = [piece[name].tolist() for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*lists, strict=True)]


def table_of(pieces: Sequence[Columns], names: Sequence[str]) -> pd.DataFrame:
    """All rows of all pieces as one table."""
    return pd.DataFrame({name: _joined([piece[name] for piece in pieces]) for name in names}, columns=list(names))


def stacked(tables: Iterable[pd.DataFrame], columns: Sequence[str]) -> pd.DataFrame:
    """All rows of some tables below one another; a table with ``columns`` and no rows where they have none."""
    with_rows = [table for table in tables if len(table)]
    return pd.concat(with_rows, ignore_index=True) if with_rows else pd.DataFrame(columns=list(columns))


def _array(value: Any, length: int) -> np.ndarray:
    if isinstance(value, np.ndarray):
        return value.astype(object) if value.dtype.kind == "U" else value
    if isinstance(value, list | tuple):
        return np.array(value, dtype=object)
    return np.full(length, value, dtype=object if value is None or isinstance(value, str) else None)


def _joined(arrays: list[np.ndarray]) -> pd.Series:
    if not arrays:
        return pd.Series(dtype=object)
    if all(array.dtype != object for array in arrays):
        return pd.Series(np.concatenate(arrays))
    whole = np.concatenate([array.astype(object) for array in arrays])
    texts = pd.api.types.infer_dtype(whole, skipna=False) in ("string", "empty")
    return pd.Series(whole, dtype="str" if texts else object)
