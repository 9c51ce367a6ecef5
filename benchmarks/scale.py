"""Time and memory for many regions: ``python -m benchmarks.scale``; its figures stand in docs/scale.md.

The regions are the synthetic province, its cities and counties, and beyond these synthetic counties of the same
figures under new codes. Everything runs as users run it, in a checkout of its own with a longer region list.
"""

import argparse
import os
import shutil
import tempfile
from pathlib import Path

import pandas as pd
from rich.console import Console

from benchmarks.cost import Cost, cost_of
from sxresearch.house import DATA, NOTEBOOKS, ROOT
from sxresearch.monitoring.demo import write_demo
from sxresearch.terms import Level

FIGURES = "figures.parquet"
SOME = 40
"""Briefs that are made where all would take hours."""
_FIRST_NEW = 200_001
_ROWS_READ_AT_ONCE = 200_000
_GIB = 2**30


def main() -> None:
    """Build a checkout for each number of regions, and measure the commands in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assess", type=int, nargs="*", default=[12, 129, 1000, 3000], metavar="N")
    parser.add_argument("--batch", type=int, nargs="*", default=[12, 129], metavar="N")
    parser.add_argument("--part", type=int, nargs="*", default=[1000, 3000], metavar="N")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    console = Console()
    with tempfile.TemporaryDirectory(prefix="scale-") as room:
        demo = _demo(Path(room))
        for size in sorted({*asked.assess, *asked.batch, *asked.part}):
            house = house_of(size, demo, Path(room) / str(size))
            if size in asked.assess:
                words = ("assess", "--out", str(house / "verdicts.parquet"))
                console.print(_sentence(f"assess, {size:,} regions", _measured(house, words)))
            if size in asked.batch:
                words = ("batch", "--jobs", str(asked.jobs), "--out", str(house / "reports"))
                console.print(_sentence(f"batch, {size:,} regions", _measured(house, words)))
                again = _measured(house, (*words, "--resume"))
                console.print(_sentence(f"batch --resume, {size:,} regions, nothing changed", again))
            if size in asked.part:
                words = ("batch", "--jobs", str(asked.jobs), "--out", str(house / "reports"))
                codes = pd.read_csv(house / "data" / "regions.csv", dtype=str)["region"].tail(SOME)
                what = f"batch, {SOME} briefs beside {size - SOME:,} other regions"
                console.print(_sentence(what, _measured(house, (*words, "--regions", *codes))))
            shutil.rmtree(house)


def _measured(house: Path, words: tuple[str, ...]) -> Cost:
    command, *rest = words
    return cost_of([("sxresearch", command, "--observations", str(house / FIGURES), *rest)], house)


def _sentence(what: str, cost: Cost) -> str:
    return f"{what}: {cost.wall:.1f} s, {cost.cpu:.1f} s CPU, peak {cost.peak / _GIB:.2f} GiB"


def _demo(room: Path) -> pd.DataFrame:
    """The synthetic figures of the province, its cities and counties."""
    paths = write_demo(room / "demo", counties=True)
    texts = {"region": str, "reported_at": str, "source": str}
    return pd.concat([pd.read_csv(path, dtype=texts) for path in paths], ignore_index=True)


def house_of(size: int, demo: pd.DataFrame, house: Path) -> Path:
    """A checkout in ``house`` with ``size`` regions, and their figures as one Parquet file sorted by indicator."""
    for folder in (ROOT / "sxresearch", DATA, NOTEBOOKS):
        shutil.copytree(folder, house / folder.name, ignore=shutil.ignore_patterns("__pycache__"))
    register = house / "data" / "regions.csv"
    known = pd.read_csv(register, dtype=str, keep_default_na=False)
    shown = known[known["region"].isin(demo["region"])].head(size)  # the province, its cities, its counties
    new = _new_counties(shown[shown["level"] == Level.COUNTY], size - len(shown))
    pd.concat([known, new.drop(columns="model")]).to_csv(register, index=False, lineterminator="\n")
    copies = demo.merge(new[["model", "region"]].set_axis(["region", "copy"], axis=1), on="region")
    figures = pd.concat([demo[demo["region"].isin(shown["region"])], copies.assign(region=copies["copy"])])
    sorted_figures = figures.drop(columns="copy").sort_values(["indicator", "group", "region", "year"])
    sorted_figures.to_parquet(house / FIGURES, index=False, row_group_size=_ROWS_READ_AT_ONCE)
    return house


def _new_counties(models: pd.DataFrame, count: int) -> pd.DataFrame:
    """Rows for the region list, and which county's figures each takes."""
    chosen = models.iloc[[place % len(models) for place in range(count)]].reset_index(drop=True)
    number = pd.Series(range(count), dtype=int)
    return chosen.assign(
        model=chosen["region"],
        region=(_FIRST_NEW + number).astype(str),
        name=chosen["name"] + (number + 1).astype(str),
    )


if __name__ == "__main__":
    main()
