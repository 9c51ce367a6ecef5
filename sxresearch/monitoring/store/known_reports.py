"""What a store knew on a day: its reports, with the day from which each figure counts as known."""

from datetime import date

import numpy as np
import pandas as pd
from sqlalchemy import BigInteger, Connection, literal, select

from sxresearch.monitoring.store import schema
from sxresearch.monitoring.store.bulk_rows import read_rows
from sxresearch.monitoring.store.reports import day_of
from sxresearch.terms import ObservationStatus

MOST_YEARS = 4096
"""Years are smaller: so series and year make up one number."""


def known_contexts(connection: Connection, known_on: date | None = None) -> pd.DataFrame:
    """The contexts of the reports known on a day (all if none), the one that counts most last.

    A report is known from the day for which it was reported, else from the day of its first import; a row that names
    its own day goes by that. Figures that are final or revised count more than preliminary ones, then later ones,
    then revised ones, then later imports.

    Returns
    -------
    DataFrame
        The columns of ``context`` with ``uid``, ``sha256``, ``reporter``, ``report_day`` (as reported), ``file`` (the
        name under which it first came), ``imported_at``, ``known`` (ISO day) and ``settled``; ``id`` is unique.
    """
    reports = read_rows(connection, select(schema.report)).rename(
        columns={"id": "report_id", "reported_at": "report_day"}
    )
    reports = reports.merge(_first_receipts(connection), left_on="uid", right_on="report")
    # a second reading of the same file (by a later version of this toolkit) was known when the first was
    same = ["sha256", "reporter", "report_day"]
    reports["imported_at"] = reports.groupby(same)["imported_at"].transform("min")
    contexts = read_rows(connection, select(schema.context)).merge(reports, on="report_id")
    imported = contexts["imported_at"].map({moment: day_of(moment) for moment in contexts["imported_at"].unique()})
    given = contexts["reported_at"].where(contexts["reported_at"] != "", contexts["report_day"])
    contexts["known"] = given.where(given != "", imported)
    if known_on is not None:
        contexts = contexts[contexts["known"] <= known_on.isoformat()]
    contexts["settled"] = contexts["status"] != ObservationStatus.PRELIMINARY
    contexts["revised"] = contexts["status"] == ObservationStatus.REVISED
    order = ["settled", "known", "revised", "imported_at", "uid", "id"]
    return contexts.sort_values(order, kind="stable", ignore_index=True)


def _first_receipts(connection: Connection) -> pd.DataFrame:
    receipts = read_rows(connection, select(schema.receipt)).sort_values(["imported_at", "origin"], kind="stable")
    return receipts.drop_duplicates("report")


def report_origins(connection: Connection) -> dict[str, frozenset[str]]:
    """The stores that received each report, by the report's hash."""
    receipts = read_rows(connection, select(schema.receipt))
    return {str(uid): frozenset(rows) for uid, rows in receipts.groupby("report")["origin"]}


_SHOWN = ("value", "numerator", "denominator", "cell")
_MOST_LINES = 2**31
"""Lines are smaller: as large as the column allows."""
_SERIES_YEAR = (schema.figure.c.series_id * MOST_YEARS + schema.figure.c.year).label("series_year")
_CONTEXT_LINE = (schema.figure.c.context_id * literal(_MOST_LINES, BigInteger) + schema.figure.c.line).label(
    "context_line"
)
"""Two whole numbers as one: SQLite hands out every number as an object, so a column less is time saved."""


def figure_rows(connection: Connection, contexts: pd.DataFrame, series: pd.DataFrame) -> pd.DataFrame:
    """The figures of some contexts; ``series`` are all of the store (:func:`all_series`).

    Columns: value, numerator, denominator, ``cell``, ``line``, ``series_id``, ``year``; ``rank``, the row of their
    context in ``contexts``; and ``key``, a whole number that stands for series and year and is in the order of the
    contract's key.
    """
    columns = (schema.figure.c[name] for name in _SHOWN)
    figures = read_rows(connection, select(_SERIES_YEAR, _CONTEXT_LINE, *columns))
    ids, lines = _two(figures.pop("context_line"), _MOST_LINES)
    numbers, years = _two(figures.pop("series_year"), MOST_YEARS)
    ranks = _places(ids, contexts["id"])
    key = _places(numbers, series["id"]) * MOST_YEARS + years
    figures = figures.assign(line=lines, series_id=numbers, year=years, rank=ranks, key=key)
    return figures if (ranks >= 0).all() else figures[ranks >= 0].reset_index(drop=True)


def _two(packed: pd.Series, most: int) -> tuple[np.ndarray, np.ndarray]:
    """The two whole numbers of which the second is smaller than ``most``."""
    first, second = np.divmod(packed.to_numpy(dtype=np.int64), most)
    return first, second


def all_series(connection: Connection) -> pd.DataFrame:
    """The series of a store, ordered by region, indicator and group."""
    known = read_rows(connection, select(schema.series))
    return known.sort_values(["region", "indicator", "group"], kind="stable", ignore_index=True)


def _places(ids: pd.Series | np.ndarray, among: pd.Series) -> np.ndarray:
    """Where each number stands in ``among``; -1 where it does not."""
    most = int(max(among.max() if len(among) else 0, ids.max() if len(ids) else 0))
    place = np.full(most + 1, -1)
    place[among.to_numpy(dtype=np.int64)] = np.arange(len(among))
    return place[np.asarray(ids, dtype=np.int64)]
