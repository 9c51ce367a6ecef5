"""A PostgreSQL server of Debian's, started on loopback for the tests and ended with them.

It will not run as root: then it runs as the user ``postgres``, in a folder of that user's own.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

REQUIRED = "SXRESEARCH_REQUIRE_POSTGRES"
USER, PASSWORD = "administrator", "Geheim-7319-secret"
READER, READER_PASSWORD = "reader", "Lesen-2846-secret"
_SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=127.0.0.1")


def programs() -> Path | None:
    """The folder with initdb and pg_ctl; none where PostgreSQL is not installed."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return folders[-1] if folders else None


def absent() -> None:
    """Skip, or fail where the database is required."""
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(f"PostgreSQL is required ({REQUIRED}=1) and was not found")
    pytest.skip(f"PostgreSQL was not found; {REQUIRED}=1 makes this a failure")


@contextmanager
def server() -> Iterator[int]:
    """A running server; gives its port. Everybody must give a password."""
    binaries = programs()
    assert binaries is not None
    folder = Path(tempfile.mkdtemp(prefix="sxresearch-postgresql-"))
    port = _free_port()
    try:
        password = folder / "password"
        password.write_text(PASSWORD, encoding="utf-8")
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
            shutil.chown(password, "postgres")
        data = str(folder / "data")
        _run(binaries / "initdb", "-D", data, "-U", USER, "-A", "scram-sha-256", "--pwfile", str(password),
             "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        options = f"-p {port} -k {folder} " + " ".join(f"-c {setting}" for setting in _SETTINGS)
        _run(binaries / "pg_ctl", "-D", data, "-l", str(folder / "log"), "-w", "-o", options, "start")
        try:
            yield port
        finally:
            _run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def new_database(port: int, name: str) -> str:
    """An empty database; gives the address of its store, without a password."""
    with administrator(port) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"postgresql+psycopg://{USER}@127.0.0.1:{port}/{name}"


@contextmanager
def administrator(port: int, database: str = "postgres") -> Iterator[psycopg.Connection]:
    """A connection of the owner, each statement by itself."""
    with psycopg.connect(
        host="127.0.0.1", port=port, user=USER, password=PASSWORD, dbname=database, autocommit=True
    ) as connection:
        yield connection


def _run(*words: str | Path) -> None:
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*as_user, *map(str, words)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        cwd="/", timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
