"""Every stored figure equals its cell in the kept original, or is named."""

import pytest
from sqlalchemy import text

from sxresearch.monitoring.store import schema
from sxresearch.monitoring.store.connection import reading, writing
from sxresearch.monitoring.store.stored_reports import DamagedStore
from sxresearch.monitoring.store.verification import verify
from tests.monitoring.intake.office_tables import OfficeBook, OfficeSheet
from tests.monitoring.store.conftest import TODAY, imported, row, written


@pytest.fixture
def filled(store, shipped, tmp_path):
    """A CSV file, its correction with one row alike, and a workbook."""
    imported(written(tmp_path, row("140100", 11.1), row("140200", 12.5), name="a.csv"), store, shipped)
    imported(written(tmp_path, row("140100", 11.1), row("140200", 12.9), name="b.csv"), store, shipped)
    sheet = OfficeSheet([["地区", "指标", "2021年", "2022年"], ["太原市", "孕产妇死亡率（1/10万）", 10.5, 10.1],
                         ["大同市", "孕产妇死亡率（1/10万）", 12.0, 11.8]])  # fmt: skip
    imported(OfficeBook([sheet]).write(tmp_path, "xlsx"), store, shipped)
    return store


def checked(store, shipped):
    with reading(store) as connection:
        return verify(connection, shipped, TODAY)


def test_what_was_imported_is_what_the_cells_say(filled, shipped):
    found = checked(filled, shipped)
    assert (found.originals, found.figures, found.deviating) == (3, 8, ())


def test_a_figure_that_was_changed_from_outside_is_noticed(filled, shipped):
    with writing(filled) as connection:
        connection.execute(text("UPDATE figure SET value = 99.0 WHERE value = 12.9"))
    with pytest.raises(DamagedStore):
        checked(filled, shipped)


def test_a_forger_who_mends_the_hash_too_is_found_out_by_the_original(filled, shipped):
    with writing(filled) as connection:
        connection.execute(text("UPDATE figure SET value = 99.0 WHERE value = 10.5"))
        for report in _every_report(connection):
            old = schema.report.c.sha256 == report.sha256
            connection.execute(schema.receipt.delete().where(schema.receipt.c.report.in_(
                schema.report.select().with_only_columns(schema.report.c.uid).where(old))))  # fmt: skip
            connection.execute(schema.report.update().where(old).values(uid=report.uid))
            for item in report.receipts:
                values = {
                    "report": report.uid,
                    "origin": item.origin,
                    "imported_at": item.imported_at,
                    "file": item.file,
                }
                connection.execute(schema.receipt.insert().values(**values))
    (found,) = checked(filled, shipped).deviating
    assert (found.stored, found.read, found.cell) == (99.0, 10.5, "C2")
    assert found.figure[:2] == ("140100", "maternal_mortality_ratio")


def _every_report(connection):
    from sxresearch.monitoring.store import stored_reports as module

    tables, receipts = module._tables(connection), module._receipts(connection)
    for found in connection.execute(schema.report.select()).all():
        yield module.StoredReport(
            found.sha256, found.reporter, found.reported_at, tables[found.id], receipts[found.uid]
        )
