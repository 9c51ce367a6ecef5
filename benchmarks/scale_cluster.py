"""A batch on one worker of a cluster and on two, and what its parts take.

Each worker is one process that makes one brief at a time, on a core of its own. Scheduler and runner share the same
cores, so that on two cores two workers are held up by them; on machines of their own they are not.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

import psutil

from benchmarks import loopback_cluster as loopback
from benchmarks.cost import Cost, cost_of, output_of
from benchmarks.run_parts import RunParts
from sxresearch.batch.manifest import Manifest, load_manifests


def on_workers(
    workers: int, house: Path, room: Path, figures: Sequence[Path], regions: Sequence[str] = ()
) -> tuple[Cost, Manifest, Path]:
    """The briefs of all regions, or of some, on so many workers: what they took, the run, its folder in ``room``."""
    out = room / f"reports-{workers}"
    some = ("--regions", *regions) if regions else ()
    data = [word for file in figures for word in ("--observations", str(file))]
    file = room / f"scheduler-{workers}.json"
    with loopback.cluster(file, workers, loopback.Place(house, house)) as cluster:
        _pin(cluster.workers)
        words = ("sxresearch", "batch", "--scheduler", cluster.address, "--out", str(out), *data, *some)
        mine = cost_of([words], house)
        theirs = sum(_cpu(worker.pid) for worker in cluster.workers)
    (manifest,) = load_manifests(out)
    return Cost(mine.cpu + theirs, mine.wall, mine.peak), manifest, out / manifest.run


def _pin(workers: Sequence[loopback.Program]) -> None:
    """Each worker, and so its kernels, to one core; the last ones first, where less else happens."""
    cores = sorted(os.sched_getaffinity(0), reverse=True)
    for number, worker in enumerate(workers):
        for thread in psutil.Process(worker.pid).threads():  # those to come, and its kernels, follow suit
            os.sched_setaffinity(thread.id, {cores[number % len(cores)]})


def _cpu(pid: int) -> float:
    root = psutil.Process(pid)
    return sum(sum(process.cpu_times()[:4]) for process in [root, *root.children(recursive=True)])


def parts_of(cost: Cost, manifest: Manifest, folder: Path, house: Path, figures: Path) -> RunParts:
    """The parts of a run on one worker, by its files and manifest; judging and slices are done once more, alone."""
    alone = json.loads(output_of(("benchmarks.judged_parts", str(figures)), house))
    made = sorted(path.stat().st_mtime for path in folder.glob("*.ipynb"))
    closing = (folder / "manifest.json").stat().st_mtime - made[-1]
    seconds = [result.seconds for result in manifest.done]
    before = cost.wall - closing - (made[-1] - made[0]) - seconds[0]
    return RunParts(len(made), before, brief=mean(seconds), closing=closing, **alone)
