"""A batch of regions that send a file each, and the same once more after one figure of one city has changed."""

from pathlib import Path

import pandas as pd

from benchmarks.cost import Cost, cost_of
from sxresearch.batch.manifest import Manifest, load_manifests

INDICATOR, GROUP = "pension_insurance_coverage", "total"
"""An indicator of which every city reports the yearly figure."""
_STEP = 0.1


def changed(figures: Path, city: str, house: Path, jobs: int) -> tuple[int, Cost]:
    """How many briefs the second run made anew, and what it cost; ``figures`` is the Parquet file of all regions."""
    offices, out = house / "offices", house / "reports-offices"
    offices.mkdir()
    table = pd.read_parquet(figures)
    for region, rows in table.groupby("region"):
        rows.to_csv(offices / f"{region}.csv", index=False)
    batch = ("sxresearch", "batch", "--observations", str(offices), "--jobs", str(jobs), "--out", str(out))
    cost_of([batch], house)
    _change(offices / f"{city}.csv")
    cost = cost_of([(*batch, "--resume")], house)
    return made_anew(load_manifests(out)[0]), cost


def made_anew(run: Manifest) -> int:
    """How many briefs a run made itself, and did not take over from an earlier one."""
    return sum(not result.taken_from for result in run.done)


def _change(file: Path) -> None:
    """A little more in the last year but one; without the counts, which would contradict it."""
    table = pd.read_csv(file, dtype=str, keep_default_na=False)
    row = table.index[(table["indicator"] == INDICATOR) & (table["group"] == GROUP)][-2]
    table.loc[row, "value"] = f"{float(table.loc[row, 'value']) + _STEP:.2f}"
    table.loc[row, "numerator"] = ""
    table.to_csv(file, index=False)
