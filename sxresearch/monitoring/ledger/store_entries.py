"""Judgements and actions in a store: the lines of the ledgers, only ever added, known by a hash of their words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Table, insert, select

from sxresearch.monitoring.ledger.actions import ACTION_COLUMNS
from sxresearch.monitoring.ledger.judgements import JUDGEMENT_COLUMNS
from sxresearch.monitoring.ledger.kept_ledgers import LedgerLine
from sxresearch.monitoring.store import schema
from sxresearch.monitoring.store.recording import own_origin
from sxresearch.monitoring.store.reports import checked_text, stamp, uid_of
from sxresearch.terms import Ledger


@dataclass(frozen=True)
class LedgerTable:
    """Where a store keeps a ledger: its table, the ledger's columns, and the column with the day of an entry."""

    table: Table
    columns: tuple[str, ...]
    day: str


LEDGER_TABLES = {
    Ledger.JUDGEMENTS: LedgerTable(schema.judgement, JUDGEMENT_COLUMNS, "date"),
    Ledger.ACTIONS: LedgerTable(schema.action, ACTION_COLUMNS, "recorded"),
}


def add_entries(connection: Connection, ledger: Ledger, lines: Iterable[LedgerLine]) -> int:
    """Record lines of a ledger; those that are there already are left alone. Gives how many were new.

    Raises
    ------
    BadParameter
        If a text holds a character that not every database keeps.
    """
    about = LEDGER_TABLES[ledger]
    there = set(connection.execute(select(about.table.c.uid)).scalars())
    shared = {"origin": own_origin(connection), "recorded_at": stamp()}
    new: dict[str, dict[str, str | int]] = {}
    for place, line in enumerate(lines):
        texts = [checked_text(text, column) for column, text in zip(about.columns, line, strict=True)]
        uid = uid_of([ledger, *texts])
        if uid not in there:
            new.setdefault(uid, {"uid": uid, **shared, "place": place, **dict(zip(about.columns, texts, strict=True))})
    if new:
        connection.execute(insert(about.table), list(new.values()))
    return len(new)


def entries_known(connection: Connection, ledger: Ledger, known_on: date | None = None) -> list[LedgerLine]:
    """The lines of a ledger up to a day (all if none), in the order in which they were recorded."""
    about = LEDGER_TABLES[ledger]
    columns = about.table.c
    asked = select(*(columns[name] for name in about.columns)).order_by(columns.recorded_at, columns.place, columns.uid)
    if known_on is not None:
        asked = asked.where(columns[about.day] <= known_on.isoformat())
    return [tuple(row) for row in connection.execute(asked)]


def known_ledgers(connection: Connection, known_on: date | None = None) -> dict[str, Sequence[LedgerLine]]:
    """Every ledger by its name, as :func:`entries_known` gives it."""
    return {ledger.value: entries_known(connection, ledger, known_on) for ledger in Ledger}
