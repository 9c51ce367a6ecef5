"""Importing files: what the one reader understood of them becomes reports, all of them or none."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.figures import Figures
from sxresearch.monitoring.intake.source_files import SourceFile
from sxresearch.monitoring.store.address import StoreAddress
from sxresearch.monitoring.store.connection import writing
from sxresearch.monitoring.store.decisions import DecisionKind, decisions_known
from sxresearch.monitoring.store.recording import Recorded, compressed, own_origin, record
from sxresearch.monitoring.store.reports import (
    AMOUNTS,
    RECORDED,
    Receipt,
    StoredReport,
    checked_day,
    checked_text,
    stamp,
)


@dataclass(frozen=True)
class ReportLabel:
    """Who reported some files, and for which day (ISO 8601; empty where that is not known)."""

    reporter: str = ""
    reported_at: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "reporter", checked_text(self.reporter, "--reporter"))
        object.__setattr__(self, "reported_at", checked_day(self.reported_at, "--reported-at"))


@dataclass(frozen=True)
class ImportResult:
    """What was recorded, and how many of its figures are of years that were closed before."""

    recorded: Recorded
    revisions: int


def import_figures(
    figures: Figures, address: StoreAddress, label: ReportLabel, moment: datetime | None = None
) -> ImportResult:
    """Add what was read of some files to a store, in one transaction; the originals are kept.

    Parameters
    ----------
    figures
        What :func:`sxresearch.monitoring.intake.figures.read_figures` gave.
    address
        The store; made if it is not there.
    label
        Who reported, and when.
    moment
        When the import takes place (now if none).

    Raises
    ------
    BadObservations
        If anything was refused, or a file has changed since it was read; nothing is added then.
    StoreFailed
        If the store can't be written; nothing is added then.
    """
    if figures.faults:
        raise BadObservations(figures.faults)
    originals = {source.sha256: compressed(_content(source)) for source in figures.sources}
    with writing(address) as connection:
        origin = own_origin(connection)
        recorded = record(connection, list(_reports(figures, label, origin, stamp(moment))), originals)
        closed = decisions_known(connection, kinds=[DecisionKind.CLOSE])[["region", "year"]].drop_duplicates()
        of_closed = (len(report.table.merge(closed)) for report in (() if closed.empty else recorded.new))
        return ImportResult(recorded, sum(of_closed))


def _reports(figures: Figures, label: ReportLabel, origin: str, imported_at: str) -> Iterator[StoredReport]:
    tables = dict(iter(figures.table.groupby("file", sort=False)))
    for source in figures.sources:
        if (rows := tables.get(source.path)) is not None:
            receipts = (Receipt(origin, imported_at, source.name),)
            yield StoredReport(source.sha256, label.reporter, label.reported_at, recorded_table(rows), receipts)


def recorded_table(rows: pd.DataFrame) -> pd.DataFrame:
    """The columns of a report's table, one type each."""
    kinds: dict[str, type] = dict.fromkeys(RECORDED, str) | dict.fromkeys(AMOUNTS, float)
    return rows[list(RECORDED)].astype({**kinds, "year": int, "line": int}).reset_index(drop=True)


def _content(source: SourceFile) -> bytes:
    content = Path(source.path).read_bytes()
    if hashlib.sha256(content).hexdigest() != source.sha256:
        raise BadObservations.of("store-file-changed", source.path)
    return content
