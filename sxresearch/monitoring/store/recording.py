"""Adding reports to a store: rows are only ever added, and what is there already is left alone."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from secrets import token_hex

import pandas as pd
from sqlalchemy import Connection, func, insert, select, update

from sxresearch.monitoring.contract import KEY
from sxresearch.monitoring.store import schema
from sxresearch.monitoring.store.bulk_rows import insert_rows, read_rows
from sxresearch.monitoring.store.reports import AMOUNTS, CONTEXT, StoredReport

SERIES = list(KEY[:3])


@dataclass(frozen=True)
class Recorded:
    """Reports that are new in the store, and those that it had already."""

    new: tuple[StoredReport, ...]
    known: tuple[StoredReport, ...]


def own_origin(connection: Connection, name: str = "") -> str:
    """The hash by which others know this store; made at first use. A ``name`` replaces the one it has."""
    own = schema.origin.c.own == 1
    found = connection.execute(select(schema.origin.c.uid).where(own)).scalar_one_or_none()
    if found is None:
        found = token_hex(32)
        values = {"uid": found, "name": name or found[:8], "own": 1}
        connection.execute(insert(schema.origin).values(**values))
    elif name:
        connection.execute(update(schema.origin).where(own).values(name=name))
    return str(found)


def record(connection: Connection, reports: Sequence[StoredReport], originals: Mapping[str, bytes]) -> Recorded:
    """Add what is not there yet: originals (compressed), reports with their figures, receipts.

    Of a report that is there only its receipts from other stores are added.
    """
    uids = {report.uid: report for report in reports}
    there = set(connection.execute(select(schema.report.c.uid)).scalars())
    new = {uid: report for uid, report in uids.items() if uid not in there}
    _add_originals(connection, [report.sha256 for report in new.values()], originals)
    _add_reports(connection, new)
    _add_receipts(connection, uids)
    known = tuple(report for uid, report in uids.items() if uid in there)
    return Recorded(tuple(new.values()), known)


def compressed(content: bytes) -> bytes:
    """The bytes of a file as they are kept."""
    return zlib.compress(content)


def _next_id(connection: Connection, table: object) -> int:
    return int(connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()) + 1  # type: ignore[attr-defined]


def _add_originals(connection: Connection, hashes: Sequence[str], originals: Mapping[str, bytes]) -> None:
    there = set(connection.execute(select(schema.original.c.sha256)).scalars())
    for sha256 in dict.fromkeys(hashes):
        if sha256 not in there:
            values = {"sha256": sha256, "content": originals[sha256]}
            connection.execute(insert(schema.original).values(**values))


def _add_reports(connection: Connection, reports: Mapping[str, StoredReport]) -> None:
    if not reports:
        return
    first = _next_id(connection, schema.report)
    rows, tables = [], []
    for number, (uid, report) in enumerate(reports.items(), start=first):
        row = {"id": number, "uid": uid, "sha256": report.sha256, "reporter": report.reporter}
        rows.append({**row, "reported_at": report.reported_at, "rows": len(report.table)})
        tables.append(report.table.assign(report_id=number, place=range(len(report.table))))
    connection.execute(insert(schema.report), rows)
    _add_figures(connection, pd.concat(tables, ignore_index=True))


def _add_figures(connection: Connection, table: pd.DataFrame) -> None:
    table = table.merge(_series_ids(connection, table), on=SERIES, how="left")
    shared = ["report_id", *CONTEXT]
    contexts = table[shared].drop_duplicates(ignore_index=True)
    contexts.insert(0, "id", range(first := _next_id(connection, schema.context), first + len(contexts)))
    insert_rows(connection, schema.context, contexts)
    figures = table.merge(contexts.rename(columns={"id": "context_id"}), on=shared, how="left")
    columns = ["context_id", "place", "series_id", "year", *AMOUNTS, "cell", "line"]
    figures = figures[columns].sort_values(["context_id", "place"], kind="stable")
    insert_rows(connection, schema.figure, figures.astype(dict.fromkeys(AMOUNTS, float)))


def _series_ids(connection: Connection, table: pd.DataFrame) -> pd.DataFrame:
    """The numbers of the table's series; those not yet known are added."""
    known = read_rows(connection, select(schema.series)).rename(columns={"id": "series_id"})
    wanted = table[SERIES].drop_duplicates(ignore_index=True)
    found = wanted.merge(known, on=SERIES, how="left")
    new = found[found["series_id"].isna()][SERIES].reset_index(drop=True)
    first = 1 if known.empty else int(known["series_id"].max()) + 1
    new.insert(0, "id", range(first, first + len(new)))
    insert_rows(connection, schema.series, new)
    return pd.concat([known, new.rename(columns={"id": "series_id"})], ignore_index=True).astype({"series_id": int})


def _add_receipts(connection: Connection, reports: Mapping[str, StoredReport]) -> None:
    columns = [schema.receipt.c.report, schema.receipt.c.origin]
    there = {(row.report, row.origin) for row in connection.execute(select(*columns))}
    rows = [row for row in _receipts(reports) if (row["report"], row["origin"]) not in there]
    if rows:
        connection.execute(insert(schema.receipt), rows)


def _receipts(reports: Mapping[str, StoredReport]) -> Iterator[dict[str, str]]:
    for uid, report in reports.items():
        for item in report.receipts:
            yield {"report": uid, "origin": item.origin, "imported_at": item.imported_at, "file": item.file}
