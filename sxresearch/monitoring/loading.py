"""Reading and checking monitoring data; where there are too many figures for one process, some indicators at a time."""

import multiprocessing
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pandas as pd

from sxresearch.errors import BadObservations
from sxresearch.freed_memory import give_back
from sxresearch.monitoring.contract import KEY, Register
from sxresearch.monitoring.findings import grouped, refusals
from sxresearch.monitoring.intake.figures import read_figures
from sxresearch.monitoring.intake.folders import table_files
from sxresearch.monitoring.intake.snapshot_file import known_on, with_confirmations
from sxresearch.monitoring.intake.source_files import SourceFile
from sxresearch.monitoring.joined_tables import joined
from sxresearch.monitoring.observations import Observations, observations_of
from sxresearch.monitoring.parquet_skim import Part, PartSkimmer, parts_of, skim_of
from sxresearch.monitoring.quality.held import held_figures, vintage_findings
from sxresearch.monitoring.repeated_texts import kept_once
from sxresearch.worker_processes import core_count, side_by_side

T = TypeVar("T")


def load_observations(
    paths: Path | str | Iterable[Path | str],
    register: Register,
    indicators: Collection[str] | None = None,
    *,
    today: date | None = None,
    reports: pd.DataFrame | None = None,
) -> Observations:
    """Read and check monitoring data from files or folders.

    Parameters
    ----------
    paths
        Spreadsheets (.xlsx, .xls, .ods), text tables (.csv, .tsv) or Parquet files of any shape that the intake
        knows, or folders of them.
    register
        Indicators and regions to check against.
    indicators
        Only the rows of these; of a Parquet file nothing else is read. There may be none.
    today
        The day against which years are judged where a row doesn't say when it was reported (the current day if none).
    reports
        Regions and years that repeat the year before as a whole, where only some ``indicators`` are read
        (:func:`sxresearch.monitoring.quality.copies.copied_reports`).

    Raises
    ------
    BadObservations
        With every fault of every file, one for each cause, with its places.
    """
    paths = [paths] if isinstance(paths, Path | str) else list(paths)  # gone through several times
    files = table_files(paths).tables
    day = today or known_on(files) or date.today()
    if indicators is None and (many := _in_parts(paths, files, register, day)):
        return many
    register = with_confirmations(register, files)
    figures = read_figures(paths, register, indicators=indicators, today=day)
    read = observations_of(figures, some_value=indicators is None)
    table, findings = held_figures(read.table, register, day, reports)
    findings = (*findings, *vintage_findings(figures.table, register))
    if refused := refusals(findings):
        raise BadObservations(finding.fault() for finding in refused)
    return replace(read, table=table, findings=(*read.findings, *findings))


@dataclass(frozen=True)
class _PartReader:
    """Reads the figures of some indicators, of files or folders; can be sent to another process."""

    paths: tuple[Path | str, ...]
    register: Register
    today: date
    reports: pd.DataFrame

    def __call__(self, part: Part) -> Observations:
        found = load_observations(self.paths, self.register, part, today=self.today, reports=self.reports)
        return replace(found, table=kept_once(found.table))


def _in_parts(
    paths: Sequence[Path | str], files: Sequence[Path], register: Register, today: date
) -> Observations | None:
    """The observations of files that hold more than is read at once, equal to those of one reading but for the order
    of the findings and their places, and each repeated text kept once
    (:mod:`sxresearch.monitoring.repeated_texts`); none where the files must be read as a whole, as for their faults.
    """
    parts = parts_of(files, register)
    if parts is None or len(parts) < 2:
        return None
    processes = 1 if multiprocessing.parent_process() is not None else min(core_count(), len(parts))

    def apart(work: Callable[[Part], T]) -> Iterator[T]:
        return map(work, parts) if processes < 2 else side_by_side(work, parts, processes)

    try:
        skimmed = skim_of(apart(PartSkimmer(tuple(files), register)))
        if skimmed is None:
            return None
        whole = _joined(list(apart(_PartReader(tuple(paths), register, today, skimmed.reports))))
        give_back()
        return whole
    except BadObservations:
        return None  # a part knows its own faults only
    except BrokenProcessPool as problem:
        raise BadObservations.of("intake-process-lost", str(files[0].parent)) from problem


def _joined(parts: list[Observations]) -> Observations | None:
    if not any(part.table["value"].notna().any() for part in parts):
        return None
    tables = [part.table for part in parts], [part.superseded for part in parts if len(part.superseded)]
    findings = grouped(finding for part in parts for finding in part.findings)
    days = [part.judged_on for part in parts if part.judged_on]
    whole = replace(parts[0], sources=_added(parts), findings=findings, judged_on=max(days, default=None))
    parts.clear()
    return replace(whole, table=_by_key(tables[0]), superseded=_by_key(tables[1]) if tables[1] else whole.superseded)


def _added(parts: Iterable[Observations]) -> tuple[SourceFile, ...]:
    """Each file with the rows of all parts; of files that a store read long ago every part says the same."""
    found: dict[SourceFile, SourceFile] = {}
    for source in (source for part in parts for source in part.sources):
        one = replace(source, rows=0)
        before = found.get(one, one).rows if source.path else 0
        found[one] = replace(source, rows=before + source.rows)
    return tuple(found.values())


def _by_key(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """The rows of all tables in the order of the key; the tables are used up."""
    keys = pd.concat([table[list(KEY)] for table in tables], ignore_index=True)
    order = keys.sort_values(list(KEY), kind="stable").index
    del keys
    return joined(tables, order)
