"""Connections to a store: one consistent reading, or one writer at a time; whatever goes wrong becomes a sentence."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
from sqlalchemy import Connection, Engine, NullPool, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from sxresearch.errors import SxError
from sxresearch.monitoring.store.address import StoreAddress
from sxresearch.monitoring.store.versions import check_version, migrate, version_of

WAIT_SECONDS = 300
"""So long an import waits for another one that writes into the same store."""
_WRITERS = 140_000
"""The advisory lock that writers of a PostgreSQL store take in turn."""
_CAUSES = {
    "SQLITE_FULL": "store-disk-full",
    "53100": "store-disk-full",
    "SQLITE_BUSY": "store-busy",
    "55P03": "store-busy",
    "SQLITE_READONLY": "store-no-right",
    "42501": "store-no-right",
    "25006": "store-no-right",
    "SQLITE_NOTADB": "store-damaged",
    "SQLITE_CORRUPT": "store-damaged",
}
"""Fault of the catalogue by the error code of the database."""


class StoreFailed(SxError):
    """A store can't be reached, read or written."""


@contextmanager
def reading(address: StoreAddress) -> Iterator[Connection]:
    """A connection that sees one state of the store, whatever others write meanwhile.

    Raises
    ------
    StoreFailed
        If there is no store, or it can't be read.
    OtherVersion
        If its schema is another one.
    """
    if address.path is not None and not address.path.is_file():
        raise StoreFailed.of("store-missing", str(address))
    with _speaking(address), _engine(address, "BEGIN").connect() as connection:
        if address.path is None:
            connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            check_version(connection)
            yield connection


@contextmanager
def writing(address: StoreAddress, *, migrating: bool = False) -> Iterator[Connection]:
    """A connection that alone writes; all that is written stands when the block ends, or nothing of it.

    An empty database gets the tables of the newest version; an older one gets them where ``migrating`` asks for it.

    Raises
    ------
    StoreFailed
        If the store can't be written.
    OtherVersion
        If its schema is another one.
    """
    if address.path is not None:
        _make_folder(address.path.parent, address)
    with _speaking(address), _engine(address, "BEGIN IMMEDIATE").connect() as connection, connection.begin():
        if address.path is None:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITERS})
        if migrating or not version_of(connection):
            migrate(connection)
        check_version(connection)
        yield connection


def _make_folder(folder: Path, address: StoreAddress) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise StoreFailed.of("store-unreachable", str(address), problem=str(problem)) from problem


def _engine(address: StoreAddress, begin: str) -> Engine:
    if address.path is None:
        return create_engine(address.url, poolclass=NullPool)
    engine = create_engine(address.url, poolclass=NullPool, creator=lambda: _opened(address.path, begin))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _opened(path: Path | None, begin: str) -> sqlite3.Connection:
    """The file, made only where something is to be written; the driver begins no transaction of its own."""
    mode = "rwc" if begin.endswith("IMMEDIATE") else "rw"
    name = f"file:{quote(str(path))}?mode={mode}"
    connection = sqlite3.connect(name, timeout=WAIT_SECONDS, isolation_level=None, uri=True)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


@contextmanager
def _speaking(address: StoreAddress) -> Iterator[None]:
    """What a database says, as a sentence with the address (which holds no password)."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, psycopg.Error) as problem:
        cause = getattr(problem, "orig", None) or problem
        raise _fault(cause, address) from problem


def _fault(cause: BaseException, address: StoreAddress) -> SxError:
    code = str(getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorname", ""))
    key = next((key for start, key in _CAUSES.items() if code.startswith(start)), "store-unreachable")
    return StoreFailed.of(key, str(address), problem=str(cause).partition("\n")[0])
