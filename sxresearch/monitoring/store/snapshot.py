"""A run reads its store once: the view of a day becomes a file, and from then on the database may go away."""

import hashlib
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock

from sxresearch.files import publish_bytes, writable
from sxresearch.monitoring.intake.snapshot_file import write_snapshot
from sxresearch.monitoring.ledger.store_entries import known_ledgers
from sxresearch.monitoring.store.address import StoreAddress
from sxresearch.monitoring.store.connection import reading
from sxresearch.monitoring.store.view import view_of
from sxresearch.paths import SNAPSHOTS

_DIGITS = 16


def take_snapshot(address: StoreAddress, known_on: date | None = None, folder: Path = SNAPSHOTS) -> Path:
    """The file with the figures, judgements and actions known on a day (all if none); it is named by its content.

    Raises
    ------
    StoreFailed
        If the store can't be read.
    NotWritable
        If the file can't be written.
    """
    with reading(address) as connection:
        view, ledgers = view_of(connection, known_on), known_ledgers(connection, known_on)
    with TemporaryDirectory() as around:
        part = Path(around) / "view.parquet"
        write_snapshot(part, view.table, view.earlier, view.sources, view.accepted, known_on, ledgers)
        content = part.read_bytes()
    path = folder / f"{hashlib.sha256(content).hexdigest()[:_DIGITS]}.parquet"
    with writable(path):
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock"):
            if not path.is_file() or path.read_bytes() != content:
                publish_bytes(path, content)
    return path
