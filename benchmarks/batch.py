"""Our runner against the plain way on the same notebook and regions: papermill and nbconvert, one after another.

Both make the same charts by the same code; what differs is starting, importing, reading and judging for every
region anew, and exporting with nbconvert's own template. CPU time is that of all processes together.
"""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from benchmarks import scale_cluster
from benchmarks.cost import Cost, cost_of
from sxresearch.monitoring.demo.dataset import write_demo
from sxresearch.paths import BRIEF, ROOT

REGIONS = ("140000", *(f"14{city:02}00" for city in range(1, 12)))
"""The province and its eleven cities."""
REPEATS = 2
REACH = {"CPU ratio": "≥ 5.5", "CPU s a brief": "≤ 2.9, each further ≤ 2.1"}
"""Start, overview and index included: 13 briefs in 38 CPU seconds."""
WORKERS_REACH = {"ratio": "≥ 1.7 (129 briefs)"}


def run(regions: Sequence[str] = REGIONS) -> pd.DataFrame:
    """CPU and wall time per brief, and how many times cheaper and faster than the plain way.

    The last row leaves out what a run costs once: it is the difference between all regions and half of them, each the
    cheaper of two runs, because a disturbance of one would show twice.
    """
    jobs, count, half = os.cpu_count() or 1, len(regions), len(regions) // 2
    part, whole = (min(ours(some, jobs) for _ in range(REPEATS)) for some in (regions[:half], regions))
    further = Cost(whole.cpu - part.cpu, whole.wall - part.wall)
    first = _each(plain(regions), count)
    ways = {
        "papermill + nbconvert, a plain loop": first,
        "sxresearch batch --jobs 1": _each(ours(regions, 1), count),
        f"sxresearch batch --jobs {jobs}": _each(whole, count),
        f"sxresearch batch --jobs {jobs}, each further brief": _each(further, count - half),
    }
    rows = {
        name: {
            "CPU s a brief": cost.cpu,
            "wall s a brief": cost.wall,
            "CPU ratio": first.cpu / cost.cpu,
            "wall ratio": first.wall / cost.wall,
        }
        for name, cost in ways.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index")


def _each(cost: Cost, briefs: int) -> Cost:
    return Cost(cost.cpu / briefs, cost.wall / briefs)


def plain(regions: Sequence[str], house: Path = ROOT, figures: Path | None = None) -> Cost:
    """A loop of ``papermill`` and ``jupyter nbconvert`` over the regions, on other ``figures`` than the house's own."""
    given = () if figures is None else ("-y", f"observations: [{figures}]")
    quiet = ("--log-level", "ERROR")
    with tempfile.TemporaryDirectory() as folder:
        commands: list[tuple[str, ...]] = []
        for region in regions:
            made = str(Path(folder) / f"{region}.ipynb")
            commands += [
                ("papermill", "--no-progress-bar", *quiet, str(BRIEF), made, "-r", "region", region, *given),
                ("nbconvert", *quiet, "--to", "html", "--no-input", made),
            ]
        return cost_of(commands, house)


def ours(regions: Sequence[str], jobs: int) -> Cost:
    """One call of ``sxresearch batch``, its start and its index pages included."""
    with tempfile.TemporaryDirectory() as folder:
        words = ("sxresearch", "batch", "--jobs", str(jobs), "--out", folder, "--regions", *regions)
        return cost_of([words], ROOT)


def on_workers() -> pd.DataFrame:
    """Two workers of a cluster against one on the same dozen regions; most of it is spent before the first brief."""
    with tempfile.TemporaryDirectory() as folder:
        house = Path(folder)
        demo = write_demo(house / "demo")
        two, one = (scale_cluster.on_workers(workers, ROOT, house, demo, REGIONS)[0] for workers in (2, 1))
    row = {"wall s, one": one.wall, "wall s, two": two.wall, "ratio": one.wall / two.wall}
    return pd.DataFrame.from_dict({f"{len(REGIONS)} briefs": row}, orient="index")
