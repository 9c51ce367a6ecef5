"""Reading back what was recorded: reports with their tables, receipts and originals, each held to its hash."""

import hashlib
import zlib
from collections.abc import Iterator, Mapping

import pandas as pd
from sqlalchemy import Connection, select

from sxresearch.errors import SxError
from sxresearch.monitoring.store import schema
from sxresearch.monitoring.store.bulk_rows import read_rows
from sxresearch.monitoring.store.report_import import recorded_table
from sxresearch.monitoring.store.reports import Receipt, StoredReport

MOST_BYTES = 1 << 30
"""No original is longer: more is no spreadsheet but an attack on memory."""


class DamagedStore(SxError):
    """What a store holds is not what its hashes say."""


def stored_reports(connection: Connection) -> Iterator[StoredReport]:
    """The reports of a store, each with its table as it was recorded.

    Raises
    ------
    DamagedStore
        If a report's rows are not those by whose hash it is known.
    """
    tables, receipts = _tables(connection), _receipts(connection)
    for row in connection.execute(select(schema.report).order_by(schema.report.c.id)):
        table = tables.get(row.id, pd.DataFrame())
        report = StoredReport(row.sha256, row.reporter, row.reported_at, table, receipts.get(row.uid, ()))
        if table.empty or report.uid != row.uid:
            raise DamagedStore.of("store-report-damaged", "", uid=row.uid[:8])
        yield report


def original_of(connection: Connection, sha256: str) -> bytes:
    """The file of that hash, as it was received.

    Raises
    ------
    DamagedStore
        If it is not there, or its bytes have another hash.
    """
    kept = schema.original.c
    packed = connection.execute(select(kept.content).where(kept.sha256 == sha256)).scalar_one_or_none()
    try:
        content = zlib.decompressobj().decompress(packed or b"", MOST_BYTES)
    except zlib.error:
        content = b""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise DamagedStore.of("store-original-damaged", "", sha256=sha256[:8])
    return content


def _tables(connection: Connection) -> Mapping[int, pd.DataFrame]:
    figures = read_rows(connection, select(schema.figure))
    contexts = read_rows(connection, select(schema.context)).rename(columns={"id": "context_id"})
    series = read_rows(connection, select(schema.series)).rename(columns={"id": "series_id"})
    whole = figures.merge(contexts, on="context_id").merge(series, on="series_id")
    whole = whole.sort_values(["report_id", "place"], kind="stable")
    return {int(number): recorded_table(rows) for number, rows in whole.groupby("report_id")}


def _receipts(connection: Connection) -> Mapping[str, tuple[Receipt, ...]]:
    found: dict[str, tuple[Receipt, ...]] = {}
    for row in connection.execute(select(schema.receipt).order_by(schema.receipt.c.origin)):
        found[row.report] = (*found.get(row.report, ()), Receipt(row.origin, row.imported_at, row.file))
    return found
