"""The commands are tried on stores of both kinds."""

from datetime import date
from pathlib import Path

import pytest

from sxresearch.monitoring.store import snapshot
from sxresearch.monitoring.store.address import StoreAddress
from tests.monitoring.store.conftest import postgresql_port, shipped, store, stores  # noqa: F401


def into_folder(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """From now on snapshots lie in a folder of the test; commands look the function up when they read a store."""
    taken = snapshot.take_snapshot

    def beside(address: StoreAddress, day: date | None = None) -> Path:
        return taken(address, day, folder)

    monkeypatch.setattr(snapshot, "take_snapshot", beside)
