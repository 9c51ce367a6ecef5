"""Our runner against the plain way on the same notebook and regions: papermill and nbconvert, one after another.

Both make the same charts by the same code; what differs is starting, importing, reading and judging for every
region anew, and exporting with nbconvert's own template. CPU time is that of all processes together.
"""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from benchmarks.cost import Cost, cost_of
from sxresearch.house import BRIEF, ROOT

REGIONS = ("140000", *(f"14{city:02}00" for city in range(1, 12)))
"""The province and its eleven cities."""
REACH = {"CPU ratio": "≥ 5", "CPU s a brief": "≤ 5"}


def run(regions: Sequence[str] = REGIONS) -> pd.DataFrame:
    """CPU and wall time per brief, and how many times cheaper and faster than the plain way."""
    ways = {"papermill + nbconvert, a plain loop": plain(regions)}
    for jobs in sorted({1, os.cpu_count() or 1}):
        ways[f"sxresearch batch --jobs {jobs}"] = ours(regions, jobs)
    first = next(iter(ways.values()))
    rows = {
        name: {
            "CPU s a brief": cost.cpu / len(regions),
            "wall s a brief": cost.wall / len(regions),
            "CPU ratio": first.cpu / cost.cpu,
            "wall ratio": first.wall / cost.wall,
        }
        for name, cost in ways.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index")


def plain(regions: Sequence[str]) -> Cost:
    """A loop of ``papermill`` and ``jupyter nbconvert`` over the regions."""
    quiet = ("--log-level", "ERROR")
    with tempfile.TemporaryDirectory() as folder:
        commands: list[tuple[str, ...]] = []
        for region in regions:
            made = str(Path(folder) / f"{region}.ipynb")
            commands += [
                ("papermill", "--no-progress-bar", *quiet, str(BRIEF), made, "-r", "region", region),
                ("nbconvert", *quiet, "--to", "html", "--no-input", made),
            ]
        return cost_of(commands, ROOT)


def ours(regions: Sequence[str], jobs: int) -> Cost:
    """One call of ``sxresearch batch``, its start and its index pages included."""
    with tempfile.TemporaryDirectory() as folder:
        words = ("sxresearch", "batch", "--jobs", str(jobs), "--out", folder, "--regions", *regions)
        return cost_of([words], ROOT)
