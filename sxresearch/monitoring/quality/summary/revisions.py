"""What was reported differently before: every later report of a figure against the one that it replaced."""

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import KEY

LATE_YEARS = 2
"""A revision is late when it comes in the second year after the figure's, or later: verdicts were given on it."""

_OF_THE_LATER = ("status", "source", "file")
COLUMNS = (
    *KEY,
    "before",
    "after",
    "change",
    "relative",
    "before_at",
    "after_at",
    "before_status",
    *_OF_THE_LATER,
    "late",
)
"""``before`` and ``after`` are in the indicator's unit, ``relative`` is the change as a share of ``before``;
``status``, ``source`` and ``file`` are those of the later report."""


def revisions(table: pd.DataFrame, superseded: pd.DataFrame) -> pd.DataFrame:
    """Figures whose value changed from one report to the next, the largest relative change first.

    Parameters
    ----------
    table
        The figure in use of each key.
    superseded
        The reports that another one replaced; those without a value are passed over.

    Returns
    -------
    DataFrame
        With the columns COLUMNS; ``late`` is none where no day of the report is known.
    """
    reports = pd.concat([superseded, table], ignore_index=True)
    reports = reports[reports["value"].notna()]
    reports = reports.assign(order=np.arange(len(reports)))
    ordered = reports.sort_values([*KEY, "order"], kind="stable")
    earlier = ordered.groupby(list(KEY), sort=False)[["value", "reported_at", "status"]].shift()
    moved = ordered.assign(before=earlier["value"], before_at=earlier["reported_at"], before_status=earlier["status"])
    moved = moved[moved["before"].notna() & (moved["before"] != moved["value"])]
    change = moved["value"] - moved["before"]
    found = moved.rename(columns={"value": "after", "reported_at": "after_at"}).assign(
        change=change,
        relative=change / moved["before"].abs().replace(0.0, np.nan),
        late=_late(moved),
    )
    order = found["relative"].abs().fillna(np.inf).sort_values(ascending=False, kind="stable").index
    return found.loc[order, list(COLUMNS)].reset_index(drop=True)


def _late(moved: pd.DataFrame) -> pd.Series:
    day = pd.to_datetime(moved["reported_at"].replace("", None), errors="coerce")
    late = day.dt.year >= moved["year"].astype(int) + LATE_YEARS
    return late.astype(object).where(day.notna(), None)
