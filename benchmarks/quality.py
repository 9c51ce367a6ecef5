"""The rules on doubtful figures, measured: ``python -m benchmarks.quality [--bench DIR]``.

False alarms on real series as they were published, and the share of injected slips that each kind of slip is found by.
"""

import argparse
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from benchmarks.quality_sets import folders, grouped, load, recent
from sxresearch.assessment.inputs import load_register
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.findings import Severity
from sxresearch.monitoring.loading import load_observations
from sxresearch.monitoring.quality.all_rules import all_doubts
from sxresearch.monitoring.quality.doubts import SEVERITY, QualityRule, severities
from sxresearch.monitoring.quality.slips import swapped
from sxresearch.paths import DATA

FOLDER_VARIABLE = "SXRESEARCH_BENCH"
TODAY = date(2026, 12, 31)
SHARE = 0.1  # of the series get a slip, one each
FEWEST_YEARS = 3
MOST_INDICATORS = 40  # of a set, drawn at random, get slips
SEED = 20251231
REACH = {"held": 1.0, "noted": 5.0}  # per cent of real figures at most

Slip = Callable[[pd.DataFrame, np.ndarray, np.random.Generator], pd.Series]
"""``slip(table, rows, rng)``: the wrong values of these rows; NaN where the slip leaves the figure as it is."""

console = Console()


@dataclass(frozen=True)
class Measured:
    """A set of real figures."""

    name: str
    table: pd.DataFrame
    register: Register


def main() -> None:
    """Print both tables; a set that is not there says so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, default=os.environ.get(FOLDER_VARIABLE), metavar="DIR")
    folder = parser.parse_args().bench
    sets = [national()]
    if folder is not None and Path(folder).is_dir():
        sets += [Measured(path.name, *load(path)) for path in folders(Path(folder))]
        sets.append(Measured("groups", *grouped(Path(folder))))
    else:
        console.print(escape(f"skipped real panels: give --bench DIR or set {FOLDER_VARIABLE} (found: {folder})"))
    show("false alarms: per cent of real figures", false_alarms(sets))
    for one in sets[1:-1]:
        show(f"{one.name}: per cent of slips in the last figure found", detection(one))


def national() -> Measured:
    """The national figures that are shipped: printed figures with groups."""
    register = load_register()
    table = load_observations(DATA / "observations", register, today=TODAY).table
    return Measured("china-national", table, register)


def false_alarms(sets: list[Measured]) -> pd.DataFrame:
    """Per rule the per cent of figures in doubt, per set; below, held and noted in all."""
    columns = {}
    for one in sets:
        found = all_doubts(one.table, one.register, TODAY)
        counts = found["rule"].value_counts()
        share = {str(rule): 100 * counts.get(str(rule), 0) / len(one.table) for rule in QualityRule}
        grave = severities(found) != Severity.NOTE
        share["held"] = 100 * found.index[grave].nunique() / len(one.table)
        share["noted"] = 100 * found.index[~grave].nunique() / len(one.table)
        share["figures"] = len(one.table)
        columns[one.name] = share
    whole = pd.DataFrame(columns)
    whole.insert(
        0, "severity", [str(SEVERITY[QualityRule(name)]) if name in list(QualityRule) else "" for name in whole.index]
    )
    return whole


def detection(one: Measured) -> pd.DataFrame:
    """Per kind of slip: how many were made, and what per cent of them is refused or held, or noted."""
    table = recent(one.table)
    few = np.random.default_rng(SEED).permutation(table["indicator"].unique())[:MOST_INDICATORS]
    table = table[table["indicator"].isin(few)].reset_index(drop=True)
    before = all_doubts(table, one.register, TODAY)
    usual = set(before.index[severities(before) == Severity.HOLD])
    slips: dict[str, Slip | None] = {**SLIPS, "report copied": None}
    return pd.DataFrame({name: _found(one, table, slip, usual) for name, slip in slips.items()}).T


def _found(one: Measured, table: pd.DataFrame, slip: Slip | None, usual: set) -> dict[str, float]:
    wrong, rows = copied_reports_in(table) if slip is None else slipped(table, one.register, slip)
    found = all_doubts(wrong, one.register, TODAY)
    grave = severities(found) != Severity.NOTE
    held, noted = set(found.index[grave]), set(found.index[~grave])
    return {
        "slips": len(rows),
        "held": 100 * float(np.mean([row in held for row in rows])) if len(rows) else np.nan,
        "noted": 100 * float(np.mean([row in noted - held for row in rows])) if len(rows) else np.nan,
        "others held": len(held - set(rows) - usual),
    }


def slipped(table: pd.DataFrame, register: Register, slip: Slip) -> tuple[pd.DataFrame, np.ndarray]:
    """The table with a slip in the last figure of every tenth series, inside the indicator's bounds; and where."""
    rng = np.random.default_rng(SEED)
    series = table.groupby(["indicator", "region"])["year"]
    last = (table["year"] == series.transform("max")) & (series.transform("size") >= FEWEST_YEARS)
    rows = table.index[last & (table["value"] > 0)].to_numpy()
    rows = rng.choice(rows, int(SHARE * len(rows)), replace=False)
    wrong = slip(table, rows, rng).round(3)
    low, high = register.bounds(table.loc[rows, "indicator"])
    made = wrong.notna() & wrong.between(low, high) & (wrong != table.loc[rows, "value"])
    return table.assign(value=wrong[made].reindex(table.index).fillna(table["value"])), rows[made.to_numpy()]


def copied_reports_in(table: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray]:
    """The table with all last figures of every tenth region equal to those of the year before."""
    rng = np.random.default_rng(SEED)
    regions = table["region"].unique()
    chosen = rng.choice(regions, max(1, int(SHARE * len(regions))), replace=False)
    before, at = _year_before(table), table.groupby("region")["year"].transform("max")
    mine = table["region"].isin(chosen) & (table["year"] == at) & before.notna()
    enough = mine.groupby(table["region"]).transform("sum") >= 5
    rows = table.index[mine & enough].to_numpy()
    changed = table["value"].mask(mine & enough, before)
    return table.assign(value=changed, numerator=np.nan, denominator=np.nan), rows


def _year_before(table: pd.DataFrame) -> pd.Series:
    ordered = table.sort_values(["indicator", "region", "year"], kind="stable")
    shifted = ordered.groupby(["indicator", "region"])[["year", "value"]].shift()
    return shifted["value"].where(shifted["year"] == ordered["year"] - 1).reindex(table.index)


def _times(factor: float) -> Slip:
    return lambda table, rows, _: table.loc[rows, "value"] * factor


def _swap(table: pd.DataFrame, rows: np.ndarray, rng: np.random.Generator) -> pd.Series:
    options = [swapped(value) for value in table.loc[rows, "value"].round(1)]
    return pd.Series([rng.choice(few) if few else np.nan for few in options], index=rows)


def _copy(table: pd.DataFrame, rows: np.ndarray, _: np.random.Generator) -> pd.Series:
    return _year_before(table).loc[rows]


def _zero(table: pd.DataFrame, rows: np.ndarray, _: np.random.Generator) -> pd.Series:
    return table.loc[rows, "value"] * 0.0


SLIPS: dict[str, Slip] = {
    "×10": _times(10.0),
    "÷10": _times(0.1),
    "×100": _times(100.0),
    "÷100": _times(0.01),
    "digit swap": _swap,
    "copied forward": _copy,
    "zero": _zero,
}


def show(title: str, figures: pd.DataFrame) -> None:
    """Print a table of figures."""
    table = Table(title=title, title_justify="left")
    for name in ("", *figures.columns):
        table.add_column(str(name), justify="left" if not name else "right")
    for name, row in figures.iterrows():
        table.add_row(str(name), *_cells(row))
    console.print(table)


def _cells(row: pd.Series) -> Iterator[str]:
    for value in row:
        if isinstance(value, str):
            yield value
        else:
            whole = abs(value) >= 100 or float(value).is_integer()
            yield "–" if pd.isna(value) else f"{value:,.0f}" if whole else f"{value:.2f}"


if __name__ == "__main__":
    main()
