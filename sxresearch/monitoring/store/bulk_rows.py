"""Many rows at once: PostgreSQL's COPY, and SQLite's own cursor; a row at a time would take minutes."""

import io
from collections.abc import Sequence
from typing import Any

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
from pyarrow import csv
from sqlalchemy import Column, Connection, Double, Select, String, Table

from sxresearch.garbage_collection import collection_paused

_TEXT = pa.string()
_AT_ONCE = 2_000
"""Rows that the driver hands out at once: few enough to stay in the processor's cache."""


def insert_rows(connection: Connection, table: Table, rows: pd.DataFrame) -> None:
    """Add the rows; the columns are named as those of the table, a missing number is NaN."""
    if rows.empty:
        return
    if connection.dialect.name == "postgresql":
        _copy_in(connection, table, rows)
        return
    names = ", ".join(f'"{name}"' for name in rows)
    marks = ", ".join("?" * rows.shape[1])
    columns = [rows[name].tolist() for name in rows]
    with_driver = connection.connection.cursor()
    with_driver.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', list(zip(*columns, strict=True)))


def read_rows(connection: Connection, query: Select) -> pd.DataFrame:
    """What a query without parameters of the user gives, numbers as numbers and texts as texts."""
    columns: list[Any] = list(query.selected_columns)
    statement = str(query.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True}))
    if connection.dialect.name == "postgresql":
        return _copy_out(connection, statement, columns)
    cursor = connection.connection.cursor()
    cursor.execute(statement)
    kinds, pieces = [_kind(column) for column in columns], []
    with collection_paused():
        while found := cursor.fetchmany(_AT_ONCE):
            pieces.append(
                [pa.array(values, kind) for values, kind in zip(zip(*found, strict=True), kinds, strict=True)]
            )
    return _frame(columns, pieces)


def _frame(columns: Sequence[Column], pieces: Sequence[Sequence[pa.Array]]) -> pd.DataFrame:
    """Runs of rows, each a list of columns, as one table."""
    whole = [pa.chunked_array([piece[at] for piece in pieces], _kind(column)) for at, column in enumerate(columns)]
    return pd.DataFrame({column.name: _series(values) for column, values in zip(columns, whole, strict=True)})


def _series(values: pa.ChunkedArray) -> pd.Series:
    return pd.Series(pd.array(values, dtype="str") if values.type == _TEXT else values.to_numpy())


def _kind(column: Column) -> pa.DataType:
    if isinstance(column.type, String):
        return _TEXT
    return pa.float64() if isinstance(column.type, Double) else pa.int64()


def _copy_in(connection: Connection, table: Table, rows: pd.DataFrame) -> None:
    """Strings are quoted and missing numbers are not: so an empty text stays one."""
    content = io.BytesIO()
    csv.write_csv(pa.Table.from_pandas(rows, preserve_index=False), content, csv.WriteOptions(include_header=False))
    names = ", ".join(f'"{name}"' for name in rows)
    with (
        connection.connection.cursor() as cursor,  # type: ignore[attr-defined]
        cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN (FORMAT csv)') as copy,
    ):
        copy.write(content.getvalue())


def _copy_out(connection: Connection, statement: str, columns: Sequence[Column]) -> pd.DataFrame:
    content = io.BytesIO()
    with (
        connection.connection.cursor() as cursor,  # type: ignore[attr-defined]
        cursor.copy(f"COPY ({statement}) TO STDOUT (FORMAT csv)") as copy,
    ):
        for piece in copy:
            content.write(piece)
    names = [column.name for column in columns]
    if not content.tell():
        return _frame(columns, [])
    content.seek(0)
    table = csv.read_csv(
        content,
        csv.ReadOptions(column_names=names),
        csv.ParseOptions(newlines_in_values=True),
        csv.ConvertOptions(column_types={column.name: _kind(column) for column in columns}, null_values=[""],
                           strings_can_be_null=False),
    )  # fmt: skip
    return pd.DataFrame({name: _series(table[name]) for name in names})
