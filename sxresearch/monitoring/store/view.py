"""The figures that a store held to be true on a day: of each figure one, with the file and cell it came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from sqlalchemy import Connection

from sxresearch.monitoring.accepted import Acceptance, Figure
from sxresearch.monitoring.contract import HELD, KEY
from sxresearch.monitoring.intake.source_files import SourceFile
from sxresearch.monitoring.intake.translation import TABLE
from sxresearch.monitoring.store.decided import acceptances, corrected, marked_revisions, put_aside
from sxresearch.monitoring.store.decisions import decisions_known
from sxresearch.monitoring.store.disagreement import STORES_DIFFER, disagreements
from sxresearch.monitoring.store.known_reports import (
    MOST_YEARS,
    all_series,
    figure_rows,
    known_contexts,
    report_origins,
)
from sxresearch.monitoring.store.reports import AMOUNTS, CONTEXT


@dataclass(frozen=True)
class StoreView:
    """What was known on a day.

    ``table`` has the columns of the intake's table, of each figure one row; ``earlier`` are the reports with a value
    that another one replaced, with the day since which each was known as ``reported_at``; ``sources`` are the files
    behind the table, ``accepted`` the figures that were confirmed.
    """

    table: pd.DataFrame
    earlier: pd.DataFrame
    sources: tuple[SourceFile, ...]
    accepted: Mapping[Figure, Acceptance]


def view_of(connection: Connection, known_on: date | None = None) -> StoreView:
    """The view of a store on a day; with no day, all that it knows.

    Of several reports of a figure counts, as everywhere, one with a value before one without, a final before a
    preliminary one, then what became known later. A figure on which two stores disagree is held.
    """
    series = all_series(connection)
    contexts, figures = known_figures(connection, known_on, series)
    chosen = chosen_rows(figures)
    decided = decisions_known(connection, known_on)
    words = _SpokenFigures(figures, contexts, series)
    table = words.of(chosen, with_moments=not decided.empty)
    off = disagreements(figures, chosen, contexts, report_origins(connection))
    if off.any():
        table.loc[off & (table[HELD] == ""), HELD] = STORES_DIFFER
    table = marked_revisions(table, figures, contexts, decided)
    decisive = corrected(table, decided)
    earlier = [words.of(_replaced_rows(figures, chosen), with_moments=True), put_aside(table, decided)]
    replaced = pd.concat([part for part in earlier if len(part)] or earlier[:1], ignore_index=True)
    replaced["reported_at"] = replaced["known"]
    return StoreView(_shown(decisive), _shown(replaced), _sources(decisive, contexts), acceptances(decided))


def _shown(table: pd.DataFrame) -> pd.DataFrame:
    return table if list(table) == list(TABLE) else table[list(TABLE)]


def known_figures(
    connection: Connection, known_on: date | None, series: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Contexts known on a day, and their figures; ``series`` are all of the store."""
    contexts = known_contexts(connection, known_on)
    contexts["file"] = _told_apart(contexts)
    return contexts, figure_rows(connection, contexts, series)


def chosen_rows(figures: pd.DataFrame) -> np.ndarray:
    """Places of the rows that count, one of each series and year, in the order of the contract's key."""
    key = figures["key"].to_numpy(dtype=np.int64)
    rank = figures["rank"].to_numpy(dtype=np.int64)
    known = figures["value"].notna().to_numpy()
    order = np.lexsort((rank, known, key))
    last = np.ones(len(order), dtype=bool)
    last[:-1] = key[order][1:] != key[order][:-1]
    return order[last]


def _replaced_rows(figures: pd.DataFrame, chosen: np.ndarray) -> np.ndarray:
    """Places of the other rows with a value, each series and year from the first to the last."""
    other = figures["value"].notna().to_numpy().copy()
    other[chosen] = False
    places = np.flatnonzero(other)
    rows = figures.iloc[places]
    return places[np.lexsort((rows["rank"].to_numpy(), rows["key"].to_numpy()))]


@dataclass(frozen=True)
class _SpokenFigures:
    """What stands behind the numbers of figures: the words of their series and contexts."""

    figures: pd.DataFrame
    contexts: pd.DataFrame
    series: pd.DataFrame

    def of(self, places: np.ndarray, *, with_moments: bool) -> pd.DataFrame:
        """Some figures with their words, in the columns TABLE.

        With the moments (``known``, ``imported_at``) and ``series_id`` too, which decisions are held against: half a
        million of them take a third of the time, and most stores know no decision.
        """
        rows = self.figures.iloc[places]
        rank = rows["rank"].to_numpy()
        at = rows["key"].to_numpy() // MOST_YEARS
        given, day = self.contexts["reported_at"], self.contexts["report_day"]
        contexts = self.contexts.assign(reported_at=given.where(given != "", day))
        columns = {name: self.series[name].array.take(at) for name in KEY[:3]}
        columns |= {name: rows[name].array for name in ("year", *AMOUNTS, "cell", "line")}
        columns |= {name: contexts[name].array.take(rank) for name in (*CONTEXT, "file")}
        table = {name: columns[name] for name in TABLE}
        if with_moments:
            table |= {name: contexts[name].array.take(rank) for name in ("known", "imported_at")}
            table["series_id"] = rows["series_id"].array
        return pd.DataFrame(table)


def _told_apart(contexts: pd.DataFrame) -> pd.Series:
    """Names of files; where several files bear one name, with the beginning of their hash."""
    files = contexts.drop_duplicates(["file", "sha256"])
    several = files["file"][files["file"].duplicated(keep=False)].unique()
    named = contexts["file"] + " [" + contexts["sha256"].str[:8] + "]"
    return contexts["file"].where(~contexts["file"].isin(several), named)


def _sources(table: pd.DataFrame, contexts: pd.DataFrame) -> tuple[SourceFile, ...]:
    rows = table["file"].value_counts()
    files = contexts.drop_duplicates("file").sort_values("file")
    return tuple(
        SourceFile(name, sha256, int(rows[name]))
        for name, sha256 in zip(files["file"], files["sha256"], strict=True)
        if name in rows
    )
