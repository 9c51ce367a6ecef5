"""What decisions change in a view: corrections, withdrawals, confirmations, and revisions of closed years."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from sxresearch.monitoring.accepted import Acceptance, Figure
from sxresearch.monitoring.contract import HELD, KEY
from sxresearch.monitoring.store.decisions import DecisionKind
from sxresearch.monitoring.store.reports import AMOUNTS, BY_DECISION
from sxresearch.terms import ObservationStatus

_SHOWN = 8


def corrected(table: pd.DataFrame, decisions: pd.DataFrame) -> pd.DataFrame:
    """The table with what was corrected, and without what was withdrawn.

    A decision is about what was there when it was taken: a figure that is reported afterwards counts again.
    """
    found = _decided(table, decisions)
    if found is None:
        return table
    both, put_right, withdrawn = found
    changed = {
        "value": both["value"],
        "numerator": np.nan,
        "denominator": np.nan,
        "status": ObservationStatus.REVISED.value,
        HELD: "",
        "source": both["role"] + ": " + both["reason"],
        "reported_at": both["date"],
        "file": BY_DECISION + both["uid"].str[:_SHOWN],
        "sheet": "",
        "cell": "",
        "line": 0,
    }
    table = table.copy()
    for name, new in changed.items():
        table[name] = table[name].mask(put_right, new)
    return table[~withdrawn].reset_index(drop=True)


def put_aside(table: pd.DataFrame, decisions: pd.DataFrame) -> pd.DataFrame:
    """The rows that a correction replaced, as they were reported; a withdrawn figure is nobody's earlier report."""
    found = _decided(table, decisions)
    return table.iloc[:0] if found is None else table[found[1] & table["value"].notna().to_numpy()]


def _decided(table: pd.DataFrame, decisions: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray, np.ndarray] | None:
    """The last decision beside each row, which rows it corrects and which it withdraws; none without decisions."""
    mine = decisions[decisions["kind"].isin([DecisionKind.CORRECT, DecisionKind.WITHDRAW])]
    last = mine.drop_duplicates(list(KEY), keep="last")
    if last.empty:
        return None
    both = table[list(KEY)].merge(last, on=list(KEY), how="left")
    later = (both["date"] > table["known"]) | (
        (both["date"] == table["known"]) & (both["recorded_at"] > table["imported_at"])
    )
    corrects, withdraws = (
        (later & (both["kind"] == kind)).to_numpy() for kind in (DecisionKind.CORRECT, DecisionKind.WITHDRAW)
    )
    return both, corrects, withdraws


def acceptances(decisions: pd.DataFrame) -> Mapping[Figure, Acceptance]:
    """Figures that were confirmed or put right, by the last decision on each; a withdrawn one is confirmed no more."""
    kinds = [DecisionKind.CONFIRM, DecisionKind.CORRECT, DecisionKind.WITHDRAW]
    last = decisions[decisions["kind"].isin(kinds)].drop_duplicates(list(KEY), keep="last")
    return {
        (row["region"], row["indicator"], row["group"], int(row["year"])): Acceptance(
            float(row["value"]), row["reason"], row["date"], row["role"], 0
        )
        for row in last[last["kind"] != DecisionKind.WITHDRAW].to_dict("records")
    }


def marked_revisions(
    table: pd.DataFrame, figures: pd.DataFrame, contexts: pd.DataFrame, decisions: pd.DataFrame
) -> pd.DataFrame:
    """The table with the status *revised* where a figure of a closed year is not what it was at the closing."""
    closed = decisions[decisions["kind"] == DecisionKind.CLOSE].drop_duplicates(["region", "year"])
    if closed.empty:
        return table
    day = table[["region", "year"]].merge(closed[["region", "year", "date"]], how="left")["date"].to_numpy()
    late = pd.notna(day) & (table["known"] > pd.Series(day).fillna("")).to_numpy()
    revised = table.index[late][[_changed(row, day[at], figures, contexts) for at, row in table[late].iterrows()]]
    table = table.copy()
    table.loc[revised, "status"] = ObservationStatus.REVISED.value
    return table


def _changed(row: pd.Series, closed_on: str, figures: pd.DataFrame, contexts: pd.DataFrame) -> bool:
    """Whether a figure differs from the one that stood when its year was closed; so does one that was not there."""
    same = figures[(figures["series_id"] == row["series_id"]) & (figures["year"] == row["year"])]
    known = contexts["known"].to_numpy()[same["rank"].to_numpy()] <= closed_on
    before = same[known & same["value"].notna()].sort_values("rank")
    if before.empty:
        return True
    then = before.iloc[-1]
    return any(then[name] != row[name] and not (pd.isna(then[name]) and pd.isna(row[name])) for name in AMOUNTS)
