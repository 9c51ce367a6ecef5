"""Verdicts as they are published: where small counts stand behind one, its word remains and its numbers go.

The figures are judged in full first; what is taken out afterwards is every number from which a suppressed count
follows, or with which it could be worked out by running the model once for each count that it may have been.
"""

from dataclasses import replace

import numpy as np
import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.verdict import VERDICT_COLUMNS, Assessment
from sxresearch.language import say
from sxresearch.monitoring.privacy.suppression import SUPPRESSED
from sxresearch.plan.rules import RULES, Shape
from sxresearch.terms import Disclosure, Language

WORDS = frozenset(
    {
        "plan", "field", "goal", "target", "region", "indicator", "group", "rule", "target_year", "as_of", "unit",
        "latest_year", "time_elapsed", "status", "flag", "warnings", "evidence_grade", "method", "n_points",
        "synthetic", "base_year", "second_indicator", "second_group", "aspiration", "stated_in", "plan_value",
        "department", "disclosure",
    }
)  # fmt: skip
"""What of a verdict says nothing of the figures: the plan's own words and numbers, and the answer as a word."""

OF_LATEST = frozenset({"latest_value", "second_latest_value"})
OF_BASE = frozenset({"base_value"})
OF_THRESHOLD = frozenset({"target_value"})
OF_ALL_THREE = frozenset({"met_now", "progress", "required_change_per_year"})
"""Numbers that rest on single figures: shown where these are."""

_SERIES = ["region", "indicator", "group"]
_SIDES = ("", "second_")
_FROM_BASE = frozenset(kind for kind, rule in RULES.items() if rule.shape in (Shape.CHANGE, Shape.SLOPE, Shape.GAP))


def published_verdicts(assessment: Assessment, inputs: Inputs, *, internal: bool = False) -> Assessment:
    """The assessment as it is published; with ``internal`` as it is, only marked in ``disclosure``.

    ``inputs`` are those that were judged. A second time changes nothing.
    """
    verdicts = assessment.verdicts
    figures = inputs.published.observations.table
    hidden = _Hidden(figures[figures["region"].isin(set(verdicts["region"]))])
    rows = hidden.behind(verdicts)
    mark = Disclosure.INTERNAL if internal else Disclosure.SUPPRESSED
    marked = verdicts.assign(disclosure=np.where(rows, mark.value, Disclosure.PUBLIC.value))
    if internal or not rows.any():
        return replace(assessment, verdicts=marked)
    places = pd.MultiIndex.from_frame(verdicts.loc[rows, ["region", "target"]])
    fans, scenarios = (
        table[~pd.MultiIndex.from_frame(table[["region", "target"]]).isin(places)].reset_index(drop=True)
        for table in (assessment.fans, assessment.scenarios)
    )
    return Assessment(_without_numbers(marked, rows, hidden), fans, scenarios)


class _Hidden:
    """The suppressed figures, as they stand behind verdicts; a verdict's two series are looked at alike.

    A year of a series stands for itself; of a series without any, nothing does.
    """

    def __init__(self, table: pd.DataFrame):
        gone = table[table[SUPPRESSED]] if SUPPRESSED in table else table.iloc[:0]
        years = gone.groupby(_SERIES, sort=False)["year"]
        self._first, self._last = years.min(), years.max()
        self._each = pd.MultiIndex.from_frame(gone[[*_SERIES, "year"]])

    def behind(self, verdicts: pd.DataFrame) -> np.ndarray:
        """The verdicts with a suppressed figure, in either of their series, up to the last year used."""
        last = verdicts["as_of"].to_numpy(dtype=float)
        return np.logical_or(*(_of(self._first, verdicts, side) <= last for side in _SIDES))

    def latest(self, verdicts: pd.DataFrame) -> np.ndarray:
        """Those of which the latest figure, of either series, is suppressed (or a later one, which is not told)."""
        last = verdicts["latest_year"].fillna(0).to_numpy(dtype=float)
        return self._in(verdicts, "", last) | (_of(self._last, verdicts, "second_") >= last)

    def base(self, verdicts: pd.DataFrame) -> np.ndarray:
        """Those of which the base year's figure, of either series, is suppressed."""
        year = verdicts["base_year"].fillna(0).to_numpy(dtype=float)
        return np.logical_or(*(self._in(verdicts, side, year) for side in _SIDES))

    def _in(self, verdicts: pd.DataFrame, side: str, years: np.ndarray) -> np.ndarray:
        """Whether the figure of that year is suppressed."""
        keys = _keys(verdicts, side).assign(year=years.astype(int))
        return np.asarray(pd.MultiIndex.from_frame(keys).isin(self._each))


def _of(years: pd.Series, verdicts: pd.DataFrame, side: str) -> np.ndarray:
    """The year of each verdict's series; NaN where there is none."""
    if years.empty:
        return np.full(len(verdicts), np.nan)
    place = years.index.get_indexer(pd.MultiIndex.from_frame(_keys(verdicts, side)))
    return np.where(place < 0, np.nan, years.to_numpy(dtype=float)[place])


def _keys(verdicts: pd.DataFrame, side: str) -> pd.DataFrame:
    return verdicts[["region", f"{side}indicator", f"{side}group"]].set_axis(_SERIES, axis=1)


def _without_numbers(table: pd.DataFrame, rows: np.ndarray, hidden: _Hidden) -> pd.DataFrame:
    latest, base = rows & hidden.latest(table), rows & hidden.base(table)
    threshold = base & table["rule"].isin(_FROM_BASE).to_numpy()
    gone = {
        **dict.fromkeys(set(VERDICT_COLUMNS) - WORDS, rows),
        **dict.fromkeys(OF_LATEST, latest),
        **dict.fromkeys(OF_BASE, base),
        **dict.fromkeys(OF_THRESHOLD, threshold),
        **dict.fromkeys(OF_ALL_THREE, latest | base | threshold),
    }
    shown = table.copy(deep=False)  # only the columns that change are made anew
    for name, where in gone.items():
        if name in shown:
            shown[name] = shown[name].mask(where, np.nan if shown[name].dtype.kind in "fiu" else None)
    for language in Language:
        shown.loc[rows, f"reason_{language.value}"] = say("reason-suppressed", language)
        shown[f"notes_{language.value}"] = shown[f"notes_{language.value}"].astype(object).mask(rows, "")
    return shown
