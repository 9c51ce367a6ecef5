"""Print all figures in one run: ``python -m benchmarks [--bench DIR]``."""

import argparse
import os
import sys
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # one core, before numpy is loaded

import pandas as pd
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from benchmarks import (
    attainment,
    batch,
    competitions,
    coverage,
    demonstration_slips,
    intake,
    left_out,
    real_counts,
    robustness,
    speed,
    store,
    thin_panels,
)

FOLDER_VARIABLE = "SXRESEARCH_BENCH"
console = Console(width=None if sys.stdout.isatty() else 140)  # in a file no column is cut off


def main() -> None:
    """Run what can be run; what can't says so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, default=os.environ.get(FOLDER_VARIABLE), metavar="DIR")
    folder = parser.parse_args().bench
    if folder is not None and Path(folder).is_dir():
        _real(Path(folder))
    else:
        _skipped(f"real data: give --bench DIR or set {FOLDER_VARIABLE} (found: {folder})")
    if find_spec("statsforecast") is None:
        _skipped("AutoETS and DynamicOptimizedTheta: statsforecast is not installed (pip install '.[bench]')")
    _show(
        f"(d) time on synthetic series of {speed.YEARS} years, {speed.HORIZONS} ahead, one core; "
        f"ratios paired, median of {speed.REPEATS}",
        speed.against_peers(),
        {"ratio": speed.REACH["ratio"]},
    )
    _show(
        "(e) many synthetic series at once",
        speed.many(),
        {"seconds": speed.REACH["time"], "peak GB": speed.REACH["memory"]},
    )
    _show(f"(f) {len(batch.REGIONS)} briefs, everything from start to index included", batch.run(), batch.REACH)
    if find_spec("distributed") is None:
        _skipped("workers of a cluster: distributed is not installed (pip install '.[cluster]')")
    else:
        _show("(f) workers of a cluster, one process and one brief each", batch.on_workers(), batch.WORKERS_REACH)
    with tempfile.TemporaryDirectory(prefix="intake-") as room:
        wanted = ", ".join(f"{name} {most}" for name, most in intake.REACH.items())
        _show(f"(g) spreadsheets read and checked; reach: {wanted}", intake.costs(Path(room)), {})
    _show("(h) the monitoring store", store.costs(), store.REACH)
    _show("(i) the count model on steady falls of synthetic counts", real_counts.steady_falls(), {})
    slips = demonstration_slips.demonstration_slips()
    _show(f"(i) the demonstration: {robustness.TITLE}", slips, robustness.REACH)


def _real(folder: Path) -> None:
    found = attainment.sets(folder)
    for name, path in found.items():
        reach = attainment.REACH.get(name, {})
        _show(
            f"(a) {name}: real mid-term judgements beside the peers; gain: Brier score less than theirs, 90 % interval",
            attainment.attainment(path),
            reach,
        )
        _show(f"(a) {name}: what the set can tell apart, 90 % intervals", attainment.uncertainty(path), {})
        judged = coverage.judged_origins(path)
        _show(f"(b) {name}: rolling origins, by horizon", coverage.by_horizon(judged), {"80 %": coverage.REACH})
        _show(
            f"(b) {name}: rolling origins, by kind; pace: distance gone in five years over that of random steps",
            coverage.by_kind(judged),
            {},
        )
        thin = thin_panels.thin_panels(path)
        _show(f"(b) {name}: {thin_panels.REGIONS} regions, few years", thin, {"80 %": thin_panels.REACH})
        _show(f"(b) {name}: {robustness.TITLE}", robustness.robustness(path), robustness.REACH)
        if (path / "counts.csv.gz").is_file():
            _show(f"(b) {name}: the count model on real counts", real_counts.real_counts(path), {})
    if found:
        _show("(a) constants chosen without the source that is scored", left_out.left_out(found), {})
    sets = folder / "competitions"
    if not sets.is_dir():
        _skipped(f"competition series: there is no {sets}")
        return
    _show("(c) yearly competition series, each on its own", competitions.table(sets), competitions.REACH)
    peers = speed.accuracy_of_peers(*competitions.series(sets, "M3"))
    _show("(c) peers on the same M3 series, run here", peers, {})


def _show(title: str, figures: pd.DataFrame, reach: Mapping[str, str]) -> None:
    console.print(f"\n{escape(title)}", highlight=False, soft_wrap=True)
    table = Table(pad_edge=False)
    for name in ("", *figures.columns):
        table.add_column(str(name), justify="left" if not name else "right", no_wrap=True)
    for name, row in figures.iterrows():
        table.add_row(str(name), *(_number(value) for value in row))
    if reach:
        table.add_section()
        table.add_row("reach", *(reach.get(str(name), "") for name in figures.columns))
    console.print(table)


def _number(value: float) -> str:
    if pd.isna(value):
        return "–"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3f}" if abs(value) < 10 else f"{value:.2f}"


def _skipped(what: str) -> None:
    console.print(f"[bold yellow]skipped[/] {escape(what)}")


if __name__ == "__main__":
    main()
