"""Exchange between levels: what one store has recorded is added to another; twice, or in another order, is the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from sxresearch.errors import BadObservations, Fault
from sxresearch.files import publish
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.ledger.store_entries import LEDGER_TABLES
from sxresearch.monitoring.store import schema
from sxresearch.monitoring.store.address import StoreAddress
from sxresearch.monitoring.store.connection import reading, writing
from sxresearch.monitoring.store.recording import compressed, own_origin, record
from sxresearch.monitoring.store.reports import StoredReport
from sxresearch.monitoring.store.stored_reports import original_of, stored_reports
from sxresearch.terms import Ledger


@dataclass(frozen=True)
class StoreContent:
    """All that a store has recorded; ``originals`` are compressed, ``origins``, ``decisions`` and what people keep in
    ``ledgers`` (by ledger) are rows of tables.
    """

    origins: tuple[dict[str, Any], ...]
    reports: tuple[StoredReport, ...]
    originals: dict[str, bytes]
    decisions: tuple[dict[str, Any], ...]
    ledgers: dict[Ledger, tuple[dict[str, Any], ...]]


@dataclass(frozen=True)
class Merged:
    """How many reports, figures, decisions, and judgements and actions (``entries``) were new."""

    reports: int
    figures: int
    decisions: int
    entries: int


def content_of(address: StoreAddress) -> StoreContent:
    """All that a store has recorded, each part held to its hash.

    Raises
    ------
    DamagedStore
        If anything is not what its hash says.
    """
    with reading(address) as connection:
        reports = tuple(stored_reports(connection))
        originals = {report.sha256: compressed(original_of(connection, report.sha256)) for report in reports}
        rows = (connection.execute(select(table)).mappings() for table in (schema.origin, schema.decision))
        origins, decisions = (tuple(dict(row) for row in found) for found in rows)
        ledgers = {
            ledger: tuple(dict(row) for row in connection.execute(select(about.table)).mappings())
            for ledger, about in LEDGER_TABLES.items()
        }
        return StoreContent(origins, reports, originals, decisions, ledgers)


def merge(source: StoreAddress, target: StoreAddress, register: Register) -> Merged:
    """Add what ``source`` has recorded to ``target``, in one transaction.

    Raises
    ------
    BadObservations
        If the source has regions or indicators that the register does not know; nothing is added then.
    """
    content = content_of(source)
    _refuse_unknown(content.reports, register)
    with writing(target) as connection:
        own_origin(connection)
        return _add(connection, replace(content, origins=tuple({**row, "own": 0} for row in content.origins)))


def bundle(source: StoreAddress, out: Path) -> Path:
    """Write all that a store has recorded into a file, itself an SQLite store, which another one can take in."""
    content = content_of(source)

    def write(part: Path) -> None:
        part.unlink(missing_ok=True)
        with writing(StoreAddress.of_file(part)) as connection:
            _add(connection, content)

    return publish(out, write)


def _add(connection: Connection, content: StoreContent) -> Merged:
    _add_origins(connection, content.origins)
    recorded = record(connection, content.reports, content.originals)
    decisions = sum(_add_row(connection, schema.decision, row) for row in content.decisions)
    entries = sum(
        _add_row(connection, LEDGER_TABLES[ledger].table, row)
        for ledger, rows in content.ledgers.items()
        for row in rows
    )
    return Merged(len(recorded.new), sum(len(report.table) for report in recorded.new), decisions, entries)


def _add_origins(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    there = set(connection.execute(select(schema.origin.c.uid)).scalars())
    for row in rows:
        if row["uid"] not in there:
            connection.execute(insert(schema.origin).values(**row))


def _add_row(connection: Connection, table: Table, row: dict[str, Any]) -> bool:
    """Whether a decision, judgement or action is new; of one taken in two stores the earlier record stands, in both."""
    found = connection.execute(select(table).where(table.c.uid == row["uid"])).mappings().first()
    if found is None:
        connection.execute(insert(table).values(**row))
    elif (row["recorded_at"], row["origin"]) < (found["recorded_at"], found["origin"]):
        connection.execute(update(table).where(table.c.uid == row["uid"]).values(**row))
    return found is None


def _refuse_unknown(reports: Sequence[StoredReport], register: Register) -> None:
    regions = {code for report in reports for code in report.table["region"].unique()}
    indicators = {name for report in reports for name in report.table["indicator"].unique()}
    faults = [
        Fault.of("observation-region", "", region=code) for code in sorted(regions) if code not in register.regions
    ]
    faults += [
        Fault.of("observation-indicator", "", indicator=name)
        for name in sorted(indicators - register.indicators.by_id.keys())
    ]
    if faults:
        raise BadObservations(faults)
