"""The same figure in several places: counted once where they agree, refused where they don't."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sxresearch.language import Text, word
from sxresearch.monitoring.contract import FIGURE_COLUMNS, KEY, Register
from sxresearch.monitoring.findings import Finding, Key, Severity, Spot
from sxresearch.terms import Language, ObservationStatus

REPORT = [*KEY, "status", "reported_at"]
"""What makes a figure of one report one figure."""
_MOST = 1000


@dataclass(frozen=True)
class Compared:
    """Every figure once, and what was found on the way."""

    table: pd.DataFrame
    findings: tuple[Finding, ...]


def compared(table: pd.DataFrame, register: Register) -> Compared:
    """Figures with equal key, status and day of report: agreeing rows once, the fullest first; others refused."""
    twice = table.duplicated(REPORT, keep=False)
    if not twice.any():
        return Compared(table, ())
    several = table[twice]
    filled = several[list(FIGURE_COLUMNS)].notna().sum(axis=1)
    several = several.assign(_filled=filled).sort_values(
        [*REPORT, "_filled"], ascending=[True] * len(REPORT) + [False], kind="stable"
    )
    groups = several.groupby(REPORT, sort=False)
    differs = pd.concat([groups[name].transform("nunique") > 1 for name in FIGURE_COLUMNS], axis=1).any(axis=1)
    findings = []
    if differs.any():
        rows = several[differs].sort_index()
        order = rows.groupby(REPORT, sort=False).ngroup().argsort(kind="stable")
        spots = [_spot(row, register) for row in rows.iloc[order].to_dict("records")]
        findings.append(Finding.of("rows-differ", Severity.REFUSE, spots))
    again = several[~differs & several.duplicated(REPORT, keep="first")]
    reported = again[again["_filled"] > 0]
    if len(reported):
        spots = [place(row) for row in reported.iloc[:_MOST].to_dict("records")]
        findings.append(Finding("rows-equal", Severity.NOTE, tuple(spots), (), max(0, len(reported) - _MOST)))
    return Compared(table.drop(index=again.index), tuple(findings))


def place(row: dict, detail: str | Text = "") -> Spot:
    """Where a row of the observation table stood."""
    key = Key(row["region"], row["indicator"], row["group"], int(row["year"]))
    return Spot(row["file"], row["sheet"], row["cell"], int(row["line"]), detail, key)


def described(row: dict, register: Register) -> Text:
    """A figure in words: 太原市 婴儿死亡率 合计 2020年 3.2."""
    region, name = register.regions[row["region"]], register.indicators[row["indicator"]].name
    value = "–" if np.isnan(row["value"]) else f"{row['value']:g}"
    counts = "" if np.isnan(row["denominator"]) else f" ({row['numerator']:g}/{row['denominator']:g})"
    zh = f"{region.name} {name.zh} {word('group', row['group'], Language.ZH)} {row['year']} {value}{counts}"
    group = word("group", row["group"], Language.EN)
    en = f"{region.name_en or region.name} {name.en} {group} {row['year']} {value}{counts}"
    return Text(zh, en)


def _spot(row: dict, register: Register) -> Spot:
    return place(row, described(row, register))


def settled_first(table: pd.DataFrame) -> pd.DataFrame:
    """Rows in the order of the contract's key, of each key the one to be used last.

    A figure goes before none, a final or revised one before a preliminary one, then the later report, then a revision.
    """
    order = pd.DataFrame(
        {
            "figure": table["value"].notna(),
            "settled": table["status"] != ObservationStatus.PRELIMINARY,
            "day": table["reported_at"],
            "revised": table["status"] == ObservationStatus.REVISED,
        }
    )
    names = [f"_{name}" for name in order]
    ranked = table.assign(**{f"_{name}": order[name] for name in order})
    return ranked.sort_values([*KEY, *names], kind="stable").drop(columns=names)


def one_of_each(table: pd.DataFrame) -> pd.DataFrame:
    """Of several reports of one figure the settled and latest."""
    return settled_first(table).drop_duplicates(list(KEY), keep="last", ignore_index=True)
