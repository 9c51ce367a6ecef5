"""What was known in an earlier year: figures as they were reported then, not as they were revised later."""

from collections.abc import Callable

import pandas as pd

from sxresearch.monitoring.contract import FIGURE_COLUMNS, KEY
from sxresearch.monitoring.observations import Observations

YEARS_TO_REPORT = 1
"""A judgement on the data up to a year is given with what was reported by the end of the year after it."""
_NEVER = "9999"


def figures_by_origin(observations: Observations) -> Callable[[int], pd.DataFrame] | None:
    """For each origin year the usable figures (as ``Observations.figures``) with what was known of them then.

    Of a figure with several dated reports, the last one of those reported by the end of the year after the origin
    year counts; where none had come in yet, the first: a late report is not a revision. Figures after the origin year,
    and those that were never revised, are today's. A report in use without a day came after the dated ones that it
    replaced. None where nothing was revised, so that there is one set of figures for all origins.
    """
    now, before = observations.figures, observations.superseded
    dated = before[(before["reported_at"] != "") & before["value"].notna()]
    keys = pd.MultiIndex.from_frame(now[list(KEY)])
    dated = dated[pd.MultiIndex.from_frame(dated[list(KEY)]).isin(keys)]
    if dated.empty:
        return None
    mine = now[keys.isin(pd.MultiIndex.from_frame(dated[list(KEY)])) & now["value"].notna().to_numpy()]
    mine = mine.assign(reported_at=mine["reported_at"].replace("", _NEVER))
    reports = pd.concat([dated, mine], ignore_index=True).sort_values([*KEY, "reported_at"], kind="stable")
    return lambda year: _known(now.reset_index(drop=True), reports, year)


def _known(now: pd.DataFrame, reports: pd.DataFrame, year: int) -> pd.DataFrame:
    last_day = f"{year + YEARS_TO_REPORT}-12-31"
    asked = reports[reports["year"] <= year]
    in_time = asked[asked["reported_at"] <= last_day].drop_duplicates(list(KEY), keep="last")
    first = asked.drop_duplicates(list(KEY), keep="first")
    then = pd.concat([in_time, first]).drop_duplicates(list(KEY), keep="first").set_index(list(KEY))
    keys = pd.MultiIndex.from_frame(now[list(KEY)])
    at = then.index.get_indexer(keys)
    out = now.copy()
    for name in FIGURE_COLUMNS:
        values = now[name].to_numpy(dtype=float, copy=True)
        values[at >= 0] = then[name].to_numpy(dtype=float)[at[at >= 0]]
        out[name] = values
    return out
