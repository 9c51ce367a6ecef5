"""The figures on which stores disagree, each with both origins, files and cells."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from sqlalchemy import Connection, select

from sxresearch.monitoring.findings import Key
from sxresearch.monitoring.store import schema
from sxresearch.monitoring.store.bulk_rows import read_rows
from sxresearch.monitoring.store.decided import acceptances
from sxresearch.monitoring.store.decisions import decisions_known
from sxresearch.monitoring.store.disagreement import opposed
from sxresearch.monitoring.store.known_reports import all_series, report_origins
from sxresearch.monitoring.store.view import chosen_rows, known_figures


@dataclass(frozen=True)
class Statement:
    """A figure as one side has it: the stores that received it, its value, and where it stood."""

    origins: tuple[str, ...]
    value: float
    file: str
    sheet: str
    cell: str


@dataclass(frozen=True)
class StoreConflict:
    """A figure, as the store's view has it and as another store has it."""

    key: Key
    chosen: Statement
    other: Statement


def conflicts(connection: Connection) -> list[StoreConflict]:
    """The disagreements that no decision has settled, in the order of the region codes."""
    contexts, figures = known_figures(connection, None, all_series(connection))
    origins = report_origins(connection)
    pairs = opposed(figures, chosen_rows(figures), contexts, origins)
    if not pairs:
        return []
    settled = acceptances(decisions_known(connection))
    found = _described(connection, pairs, figures, contexts)
    open_ones = [item for item in found if _figure(item.key) not in settled]
    return sorted(open_ones, key=lambda item: (_figure(item.key), item.other.file))


def _figure(key: Key) -> tuple[str, str, str, int]:
    return key.region, key.indicator, key.group, key.year


def _described(
    connection: Connection, pairs: list[tuple[int, int]], figures: pd.DataFrame, contexts: pd.DataFrame
) -> Iterator[StoreConflict]:
    series = read_rows(connection, select(schema.series)).set_index("id")
    names = {row.uid: row.name for row in connection.execute(select(schema.origin))}
    received = report_origins(connection)

    def statement(row: pd.Series) -> Statement:
        context = contexts.iloc[int(row["rank"])]
        stores = tuple(sorted(names[uid] for uid in received[context["uid"]]))
        return Statement(stores, float(row["value"]), context["file"], context["sheet"], row["cell"])

    for own, other in np.array(pairs).tolist():
        row = figures.iloc[own]
        region, indicator, group = series.loc[row["series_id"], ["region", "indicator", "group"]]
        key = Key(region, indicator, group, int(row["year"]))
        yield StoreConflict(key, statement(row), statement(figures.iloc[other]))
