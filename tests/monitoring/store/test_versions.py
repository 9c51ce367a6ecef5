"""Schema versions: forwards from the first one on, and no store of another version is touched."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from sxresearch.monitoring.intake.figures import read_figures
from sxresearch.monitoring.store import connection as connecting
from sxresearch.monitoring.store import versions
from sxresearch.monitoring.store.connection import reading, writing
from sxresearch.monitoring.store.recording import compressed, own_origin, record
from sxresearch.monitoring.store.report_import import recorded_table
from sxresearch.monitoring.store.reports import Receipt, StoredReport
from sxresearch.monitoring.store.schema import metadata
from sxresearch.monitoring.store.versions import OtherVersion, migrate, newest_version, version_of
from tests.monitoring.store.conftest import TODAY, row, values, written


@pytest.fixture
def of_version(store, shipped, tmp_path, monkeypatch):
    """A store of an earlier version, with two figures."""

    def make(version: str):
        figures = read_figures(written(tmp_path, row("140100", 11.1), row("140200", 12.5)), shipped, today=TODAY)
        (source,) = figures.sources
        with monkeypatch.context() as patched:
            patched.setattr(connecting, "migrate", lambda connection: migrate(connection, version))
            patched.setattr(connecting, "check_version", lambda connection: None)
            with writing(store) as connection:
                receipts = (Receipt(own_origin(connection), "2025-02-10T12:00:00.000000+00:00", source.name),)
                report = StoredReport(source.sha256, "x", "", recorded_table(figures.table), receipts)
                record(connection, [report], {source.sha256: compressed(Path(source.path).read_bytes())})
        return store

    return make


def test_there_is_more_than_one_version():
    assert newest_version() == "3"


@pytest.mark.parametrize("version", ["1", "2", "3"])
def test_a_store_of_every_version_comes_forwards_with_all_its_figures(of_version, version):
    store = of_version(version)
    with writing(store, migrating=True) as connection:
        assert version_of(connection) == newest_version()
    assert values(store) == {("140100", 2020): 11.1, ("140200", 2020): 12.5}


def test_an_older_store_is_left_alone_until_it_is_asked_for(of_version):
    store = of_version("1")
    with pytest.raises(OtherVersion, match="store migrate"), reading(store):
        pass
    with pytest.raises(OtherVersion, match="store migrate"), writing(store):
        pass


def test_a_later_store_is_refused(store):
    with writing(store) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '99'"))
    for opened in (reading(store), writing(store), writing(store, migrating=True)):
        with pytest.raises(OtherVersion, match="99"), opened:
            pass


def test_a_migration_that_breaks_off_leaves_the_old_version(of_version, monkeypatch):
    store = of_version("1")

    def broken(connection):
        versions.migrate(connection)
        raise OSError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr(connecting, "migrate", broken)
        with pytest.raises(OSError, match="power cut"), writing(store, migrating=True):
            pass
    with pytest.raises(OtherVersion, match="1"), reading(store):
        pass


def test_the_migrations_make_the_tables_that_the_program_knows(store):
    with writing(store) as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
