"""Many rows at once: PostgreSQL's COPY, and SQLite's own cursor; a row at a time would take minutes."""

import io
from collections.abc import Sequence

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
from pyarrow import csv
from sqlalchemy import Column, Connection, Double, Select, String, Table

_TEXT = pa.string()


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
    with_driver.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', zip(*columns, strict=True))


def read_rows(connection: Connection, query: Select) -> pd.DataFrame:
    """What a query without parameters of the user gives, numbers as numbers and texts as texts."""
    columns = list(query.selected_columns)
    statement = str(query.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True}))
    if connection.dialect.name == "postgresql":
        return _copy_out(connection, statement, columns)
    cursor = connection.connection.cursor()
    found = cursor.execute(statement).fetchall()
    filled = zip(*found, strict=True) if found else [()] * len(columns)
    return pd.DataFrame(
        {column.name: _array(values, column) for column, values in zip(columns, filled, strict=True)}
    )


def _array(values: Sequence, column: Column) -> pd.Series:
    kind = _kind(column)
    if kind == _TEXT:
        return pd.Series(pa.array(values, kind).to_pandas(), dtype=str)
    found = pa.array(values, kind)
    return pd.Series(found.to_numpy(zero_copy_only=False))


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
        return pd.DataFrame({column.name: _array([], column) for column in columns})
    content.seek(0)
    table = csv.read_csv(
        content,
        csv.ReadOptions(column_names=names),
        csv.ParseOptions(newlines_in_values=True),
        csv.ConvertOptions(column_types={column.name: _kind(column) for column in columns}, null_values=[""],
                           strings_can_be_null=False),
    )  # fmt: skip
    return table.to_pandas()
