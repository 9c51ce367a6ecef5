"""Time and memory for many regions: ``python -m benchmarks.scale``; with ``--write`` for docs/scale.md.

The regions are the synthetic province, its cities and counties, and beyond these more provinces with theirs, of the
same figures under new codes, all bound by the same two plans: a city or county has as many neighbours in a large
checkout as in a small one. Everything runs as users run it, in a checkout of its own with a longer region list.
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
from rich.console import Console

from benchmarks.batch import plain
from benchmarks.changed_figure import changed, made_anew
from benchmarks.cost import Cost, cost_of
from benchmarks.scale_cluster import on_workers, parts_of
from benchmarks.scale_figures import Command, Measure, record, record_parts
from sxresearch.batch.manifest import load_manifests
from sxresearch.monitoring.demo.dataset import write_demo
from sxresearch.paths import DATA, NOTEBOOKS, ROOT
from sxresearch.terms import Level

FIGURES, REPORTS = "figures.parquet", "reports"
SOME, FEW = 40, 6
"""Briefs that are made where all would take hours, by the batch and one by one."""
_PROVINCE, _NATION = "140000", "100000"
_FIRST_NEW = 200_001
_ROWS_READ_AT_ONCE = 200_000
_GIB = 2**30


def main() -> None:
    """Build a checkout for each number of regions, and measure the commands in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assess", type=int, nargs="*", default=[12, 129, 1000, 3000], metavar="N")
    parser.add_argument("--batch", type=int, nargs="*", default=[12, 129], metavar="N")
    parser.add_argument("--part", type=int, nargs="*", default=[1000, 3000], metavar="N")
    parser.add_argument("--plain", type=int, nargs="*", default=[129], metavar="N")
    parser.add_argument("--changed", type=int, nargs="*", default=[129], metavar="N")
    parser.add_argument("--cluster", type=int, nargs="*", default=[129], metavar="N")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--write", action="store_true", help="put the figures into docs/scale.csv and docs/scale.md")
    asked = parser.parse_args()
    console = Console()
    with tempfile.TemporaryDirectory(prefix="scale-") as room:
        demo = _demo(Path(room))
        sizes = asked.assess, asked.batch, asked.changed, asked.part, asked.plain, asked.cluster
        for size in sorted(set().union(*sizes)):
            house = house_of(size, demo, Path(room) / str(size))
            for measure in _measures(asked, size, house):
                _say(measure, console)
                if asked.write:
                    record([measure], _today())
            if size in asked.cluster:
                _on_cluster(size, house, console, write=asked.write)
            shutil.rmtree(house)


def _today() -> str:
    return date.today().isoformat()


def _on_cluster(size: int, house: Path, console: Console, *, write: bool) -> None:
    """The same briefs on two workers and on one, right after one another, and the parts of the latter."""
    runs = {workers: on_workers(workers, house, house, [house / FIGURES]) for workers in (2, 1)}
    commands = {1: Command.ONE_WORKER, 2: Command.TWO_WORKERS}
    measures = [Measure(commands[workers], size, len(run.done), cost) for workers, (cost, run, _) in runs.items()]
    for measure in measures:
        _say(measure, console)
    console.print(f"two workers against one: {runs[1][0].wall / runs[2][0].wall:.2f} ×")
    parts = parts_of(*runs[1], house, house / FIGURES)
    console.print(f"{parts}; on ten workers, computed: {parts.on(10):.0f} s")
    if write:
        record(measures, _today())
        record_parts(parts, size, _today())


def _say(measure: Measure, console: Console) -> None:
    cost = measure.cost
    what = f"{measure.command}, {measure.briefs:,} briefs of {measure.regions:,} regions"
    console.print(f"{what}: {cost.wall:.1f} s, {cost.cpu:.1f} s CPU, peak {cost.peak / _GIB:.2f} GiB")


def _measures(asked: argparse.Namespace, size: int, house: Path) -> Iterator[Measure]:
    batch = ("batch", "--jobs", str(asked.jobs), "--out", str(house / REPORTS))
    levels = _levels_of(house)
    codes = list(levels)
    if size in asked.assess:
        yield assessed(size, house)
    if size in asked.batch:
        yield batch_of(Command.BATCH, size, size, house, batch)
        yield batch_of(Command.RESUMED, size, 0, house, (*batch, "--resume"))
    if size in asked.changed:
        city = next(code for code in codes if levels[code] == Level.CITY)
        yield Measure(Command.CHANGED, size, *changed(house / FIGURES, city, house, asked.jobs))
    if size in asked.part:
        some = codes[-SOME:]
        yield batch_of(Command.BATCH, size, len(some), house, (*batch, "--regions", *some))
    if size in asked.plain:
        few = codes[:: max(size // FEW, 1)][:FEW]
        yield Measure(Command.ONE_BY_ONE, size, len(few), plain(few, house, house / FIGURES))


def assessed(size: int, house: Path) -> Measure:
    """What the table of verdicts costs; a ValueError where it is not on ``size`` regions."""
    table = house / "verdicts.parquet"
    cost = _measured(house, ("assess", "--out", str(table)))
    judged = pd.read_parquet(table, columns=["region"])["region"].nunique()
    if judged != size:
        raise ValueError(f"{judged} of {size} regions were judged in {house}: does a plan bind them all?")
    return Measure(Command.ASSESS, size, 0, cost)


def batch_of(command: Command, size: int, wanted: int, house: Path, words: tuple[str, ...]) -> Measure:
    """What a batch costs; a ValueError where it makes other than the ``wanted`` number of briefs."""
    out = house / REPORTS
    before = {manifest.run for manifest in load_manifests(out)}
    cost = _measured(house, words)
    runs = [manifest for manifest in load_manifests(out) if manifest.run not in before]  # none where nothing changed
    made = sum(map(made_anew, runs))
    if made != wanted:
        raise ValueError(f"{command} of {size} regions made {made} briefs in {out}, not {wanted}")
    return Measure(command, size, made, cost)


def _levels_of(house: Path) -> dict[str, str]:
    """The regions with figures, and the level of each."""
    known = set(pd.read_parquet(house / FIGURES, columns=["region"])["region"])
    listed = pd.read_csv(house / "data" / "regions.csv", dtype=str)
    return {code: level for code, level in zip(listed["region"], listed["level"], strict=True) if code in known}


def _measured(house: Path, words: tuple[str, ...]) -> Cost:
    command, *rest = words
    return cost_of([("sxresearch", command, "--observations", str(house / FIGURES), *rest)], house)


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
    known.loc[known["level"] == Level.PROVINCE, "parent"] = _NATION
    shown = known[known["region"].isin(demo["region"])].head(size)  # the province, its cities, its counties
    new = _new_regions(shown, size - len(shown))
    pd.concat([known, new.drop(columns="model")]).to_csv(register, index=False, lineterminator="\n")
    _bind_everyone(house / "data" / "plans")
    copies = demo.merge(new[["model", "region"]].set_axis(["region", "copy"], axis=1), on="region")
    figures = pd.concat([demo[demo["region"].isin(shown["region"])], copies.assign(region=copies["copy"])])
    sorted_figures = figures.drop(columns="copy").sort_values(["indicator", "group", "region", "year"])
    sorted_figures.to_parquet(house / FIGURES, index=False, row_group_size=_ROWS_READ_AT_ONCE)
    return house


def _bind_everyone(plans: Path) -> None:
    """Let the plans of the province bind all provinces."""
    for plan in plans.glob("*.yaml"):
        text = plan.read_text(encoding="utf-8")
        plan.write_text(text.replace(f'applies_to: "{_PROVINCE}"', f'applies_to: "{_NATION}"'), encoding="utf-8")


def _new_regions(models: pd.DataFrame, count: int) -> pd.DataFrame:
    """Rows for the region list, and whose figures each takes: the models again and again, each time with new codes."""
    place = pd.Series(range(count), dtype=int)
    chosen = models.iloc[place % max(len(models), 1)].reset_index(drop=True)
    first = _FIRST_NEW + place // max(len(models), 1) * len(models)  # code of the first model of this round
    among = chosen["parent"].map({code: at for at, code in enumerate(models["region"])})
    return chosen.assign(
        model=chosen["region"],
        region=(_FIRST_NEW + place).astype(str),
        name=chosen["name"] + (place + 1).astype(str),
        parent=(first + among.fillna(0).astype(int)).astype(str).where(among.notna(), chosen["parent"]),
    )


if __name__ == "__main__":
    main()
