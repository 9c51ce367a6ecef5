"""Our runner against the plain way on the same notebook and regions: papermill and nbconvert, one after another.

Both make the same charts by the same code; what differs is starting, importing, reading and judging for every
region anew, and exporting with nbconvert's own template. CPU time is that of all processes together.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from sxresearch.house import NOTEBOOKS, ROOT

REGIONS = ("140000", "140100", "140200", "140300", "140400", "140500", "140600")
REACH = {"CPU ratio": "≥ 5", "CPU s per brief": "≤ 5"}
_NOTEBOOK = NOTEBOOKS / "region_brief.ipynb"


class Cost(NamedTuple):
    """Seconds for all regions: of the processors, and by the clock."""

    cpu: float
    wall: float


def run(regions: Sequence[str] = REGIONS) -> pd.DataFrame:
    """CPU and wall time per brief, and how many times cheaper and faster than the plain way."""
    ways = {"papermill + nbconvert, a plain loop": plain(regions)}
    for jobs in sorted({1, os.cpu_count() or 1}):
        ways[f"sxresearch batch --jobs {jobs}"] = ours(regions, jobs)
    first = next(iter(ways.values()))
    rows = {
        name: {
            "CPU s per brief": cost.cpu / len(regions),
            "wall s per brief": cost.wall / len(regions),
            "CPU ratio": first.cpu / cost.cpu,
            "wall ratio": first.wall / cost.wall,
        }
        for name, cost in ways.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index")


def plain(regions: Sequence[str]) -> Cost:
    """A loop of ``papermill`` and ``jupyter nbconvert`` over the regions."""
    with tempfile.TemporaryDirectory() as folder:
        commands = []
        for region in regions:
            made = str(Path(folder) / f"{region}.ipynb")
            commands += [
                [
                    "papermill",
                    "--no-progress-bar",
                    "--log-level",
                    "ERROR",
                    str(_NOTEBOOK),
                    made,
                    "-p",
                    "region",
                    region,
                ],
                ["nbconvert", "--log-level", "ERROR", "--to", "html", "--no-input", made],
            ]
        return _cost(commands)


def ours(regions: Sequence[str], jobs: int) -> Cost:
    """One call of ``sxresearch batch``, its start and its index pages included."""
    with tempfile.TemporaryDirectory() as folder:
        return _cost([["sxresearch", "batch", "--regions", ",".join(regions), "--jobs", str(jobs), "--out", folder]])


def _cost(commands: Sequence[Sequence[str]]) -> Cost:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    for module, *words in commands:
        subprocess.run(
            [sys.executable, "-m", module, *words], check=True, capture_output=True, cwd=ROOT, env=environment
        )
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, ended - begun)
