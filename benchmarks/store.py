"""What the monitoring store costs: ``python -m benchmarks.store``; section (h) of the benchmarks.

The figures are synthetic: every region, indicator and group of the register over 15 years, a report for each region.
More regions are made up under codes of their own, with fewer indicators, to see whether time grows with the figures.
Reading the files is not in these times (see :mod:`benchmarks.intake`). PostgreSQL is Debian's, started for the purpose
as the tests start it.
"""

import argparse
import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from sxresearch.assessment.inputs import load_register
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.store.address import StoreAddress
from sxresearch.monitoring.store.connection import reading, writing
from sxresearch.monitoring.store.recording import compressed, own_origin, record
from sxresearch.monitoring.store.reports import RECORDED, Receipt, StoredReport, stamp
from sxresearch.monitoring.store.view import view_of
from sxresearch.terms import Level
from tests import postgresql

YEARS = range(2010, 2025)
SIZES = (1_000, 2_000, 3_000)
"""Numbers of regions between which the time has to grow as the figures do."""
FEWER = 40
"""How many series (indicator and group) so many regions report."""
AT_ONCE = 129
"""Reports in one import."""
REACH = {"import CPU s": "≤ 60 s, 129 regions", "view CPU s": "≤ 3 s, 129 regions"}
"""By the clock on two cores that do nothing else."""

Series = Sequence[tuple[str, str, str]]
"""Indicator, group and unit."""


class Spent(NamedTuple):
    """Seconds of this process, and by the clock (the server's among them)."""

    cpu: float
    wall: float


def main() -> None:
    """Measure both databases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="only the regions of the register")
    print(costs(() if parser.parse_args().small else SIZES).to_string(float_format="{:,.2f}".format))


def costs(sizes: Sequence[int] = SIZES) -> pd.DataFrame:
    """Seconds of import and view (processor and clock), and figures in a second, for each store."""
    register = load_register()
    codes = [region.code for region in register.regions if region.level is not Level.NATION]
    every = series_of(register)
    with tempfile.TemporaryDirectory(prefix="store-") as room:
        file = StoreAddress.of_file(Path(room) / "store.sqlite")
        rows = {f"SQLite, {len(codes)} regions": _measured(file, codes, every)}
    if postgresql.programs() is None:
        return pd.DataFrame(rows).T
    with _server() as new_store:
        rows[f"PostgreSQL, {len(codes)} regions"] = _measured(new_store("whole"), codes, every)
        for size in sizes:
            made_up = [f"{100_000 + at}" for at in range(size)]
            rows[f"PostgreSQL, {size:,} regions"] = _measured(new_store(f"many{size}"), made_up, every[:FEWER])
    return pd.DataFrame(rows).T


def series_of(register: Register) -> Series:
    """Every indicator with each of its groups."""
    items = register.indicators.by_id.values()
    return [(item.id, group.value, item.unit.value) for item in items for group in item.groups]


@contextmanager
def _server() -> Iterator[Callable[[str], StoreAddress]]:
    """A running PostgreSQL; gives a function that makes a database."""
    with postgresql.server() as port:
        before = os.environ.get("PGPASSWORD")
        os.environ["PGPASSWORD"] = postgresql.PASSWORD
        try:
            yield lambda name: StoreAddress.of(postgresql.new_database(port, name))
        finally:
            del os.environ["PGPASSWORD"]
            if before is not None:
                os.environ["PGPASSWORD"] = before


def _measured(store: StoreAddress, regions: Sequence[str], series: Series) -> dict[str, float]:
    figures = len(regions) * len(series) * len(YEARS)
    stored = [spent(partial(_import, store, batch)) for batch in _batches(regions, series)]
    seen = spent(partial(_view, store, figures))
    cpu, wall = (sum(part) for part in zip(*stored, strict=True))
    return {
        "figures": figures,
        "import CPU s": cpu,
        "import wall s": wall,
        "view CPU s": seen.cpu,
        "view wall s": seen.wall,
        "view µs a figure": seen.wall / figures * 1e6,
    }


def _batches(regions: Sequence[str], series: Series) -> Iterator[list[tuple[StoredReport, bytes]]]:
    for start in range(0, len(regions), AT_ONCE):
        yield [_report(code, series) for code in regions[start : start + AT_ONCE]]


def _report(region: str, series: Series) -> tuple[StoredReport, bytes]:
    """A region's figures as a file would give them, and a stand-in for the file."""
    chance = np.random.default_rng(int(region))
    indicators, groups, units = (np.repeat(column, len(YEARS)) for column in zip(*series, strict=True))
    count = len(indicators)
    lines = np.arange(2, count + 2)
    table = pd.DataFrame(
        {
            "region": region, "indicator": indicators, "group": groups, "year": np.tile(YEARS, len(series)),
            "value": chance.uniform(0, 100, count).round(2), "numerator": chance.integers(1, 900, count).astype(float),
            "denominator": chance.integers(1_000, 9_000, count).astype(float), "sheet": "数据", "unit": units,
            "status": "final", "held": "", "basis": "printed", "source": "妇幼卫生统计年报", "reported_at": "",
            "cell": [f"F{line}" for line in lines], "line": lines,
        }
    )[list(RECORDED)]  # fmt: skip
    return StoredReport(f"{int(region):064x}", "", "2025-02-01", table), region.encode()


def _import(store: StoreAddress, batch: Sequence[tuple[StoredReport, bytes]]) -> None:
    with writing(store) as connection:
        receipts = (Receipt(own_origin(connection), stamp(), "data.xlsx"),)
        reports = [StoredReport(item.sha256, "", item.reported_at, item.table, receipts) for item, _ in batch]
        record(connection, reports, {item.sha256: compressed(content) for item, content in batch})


def _view(store: StoreAddress, figures: int) -> None:
    with reading(store) as connection:
        found = len(view_of(connection).table)
    if found != figures:
        raise ValueError(f"{found} figures in place of {figures}")


def spent(work: Callable[[], None]) -> Spent:
    """What a piece of work takes."""
    gc.collect()
    cpu, begun = time.process_time(), time.monotonic()
    work()
    return Spent(time.process_time() - cpu, time.monotonic() - begun)


if __name__ == "__main__":
    main()
