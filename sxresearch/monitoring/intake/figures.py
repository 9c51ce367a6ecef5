"""Figures as offices send them, read: the observation table, what was understood, and every finding."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

import pandas as pd

from sxresearch.errors import BadObservations, Fault
from sxresearch.garbage_collection import collection_paused
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.findings import Finding, Severity, Spot, grouped, refusals
from sxresearch.monitoring.intake.conflicts import compared
from sxresearch.monitoring.intake.contract_findings import contract_findings
from sxresearch.monitoring.intake.file_names import unlike_file_name
from sxresearch.monitoring.intake.folders import table_files
from sxresearch.monitoring.intake.formats.opening import read_sheets
from sxresearch.monitoring.intake.formats.sheets import Sheet, SheetFile
from sxresearch.monitoring.intake.many_files import read_side_by_side
from sxresearch.monitoring.intake.plain_tables import plain_table
from sxresearch.monitoring.intake.shapes.block import Block, blocks_of
from sxresearch.monitoring.intake.shapes.context import Titles
from sxresearch.monitoring.intake.shapes.count_rows import with_count_rows
from sxresearch.monitoring.intake.shapes.grid import Grid, grid_of
from sxresearch.monitoring.intake.shapes.heading import Headings
from sxresearch.monitoring.intake.shapes.layout import Layout
from sxresearch.monitoring.intake.shapes.layout_findings import LayoutFindings
from sxresearch.monitoring.intake.shapes.raw_table import RawTable
from sxresearch.monitoring.intake.shapes.status_notes import with_stated_status
from sxresearch.monitoring.intake.snapshot_file import read_snapshot
from sxresearch.monitoring.intake.source_files import SourceFile
from sxresearch.monitoring.intake.translation import TABLE, Translation
from sxresearch.monitoring.intake.understood import Understood, understood
from sxresearch.monitoring.intake.words.cells import numeric
from sxresearch.monitoring.intake.words.vocabulary import REFERENCE_SHEETS

_SPREADSHEETS = ("xlsx", "xls", "ods")


@dataclass(frozen=True)
class Figures:
    """What some files hold.

    ``table`` has the columns of :data:`~sxresearch.monitoring.intake.translation.TABLE`, every report of every figure;
    ``earlier`` are reports that a store says were replaced, with the same columns;
    ``findings`` are grouped; ``unread`` are the faults of files that could not be opened; ``judged_on`` is the day that
    decided which years have ended, none where every row says when it was reported.
    """

    table: pd.DataFrame
    findings: tuple[Finding, ...] = ()
    understood: tuple[Understood, ...] = ()
    sources: tuple[SourceFile, ...] = ()
    unread: tuple[Fault, ...] = ()
    judged_on: date | None = None
    earlier: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(TABLE)))

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Why the figures can't be used: none where they can."""
        return (*self.unread, *(finding.fault() for finding in refusals(self.findings)))


@dataclass
class _TableReader:
    """Reads one file after the other."""

    register: Register
    today: date
    indicators: Collection[str] | None
    headings: Headings = field(init=False)
    titles: Titles = field(init=False)
    translation: Translation = field(init=False)
    tables: list[pd.DataFrame] = field(default_factory=list)
    earlier: list[pd.DataFrame] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    understood: list[Understood] = field(default_factory=list)
    sources: list[SourceFile] = field(default_factory=list)
    unread: list[Fault] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.headings = Headings.of(self.register)
        self.titles = Titles(self.headings)
        self.translation = Translation(self.register, self.headings, self.today)

    def read(self, path: Path) -> None:
        """One file: its table, or why there is none."""
        try:
            if snapshot := read_snapshot(path, self.indicators):
                self.tables.append(snapshot.table)
                self.earlier.append(snapshot.earlier)
                self.sources += [snapshot.file, *snapshot.sources]
                return
            plain = plain_table(path, None if self.indicators is None else self.register.names_of(self.indicators))
            if plain:
                rows = self._take([(plain.raw, ())], str(path), may_be_empty=self.indicators is not None)
                self.sources.append(SourceFile(path.name, plain.sha256, rows, str(path)))
                return
            file = read_sheets(path)
            sheets = list(reversed(file.sheets))
            file = replace(file, sheets=())  # each sheet is let go as soon as it was read
            rows = self._take(self._raw_tables(file, sheets), str(path), may_be_empty=False)
            self.sources.append(SourceFile(path.name, file.sha256, rows, str(path)))
        except BadObservations as problem:
            self.unread += problem.faults

    def _take(self, raws: Iterable[tuple[RawTable, tuple[str, ...]]], path: str, *, may_be_empty: bool) -> int:
        found, regions, years = 0, set[str](), set[int]()
        before = len(self.findings)
        for raw, shape in raws:
            translated = self.translation.of(raw)
            self.findings += translated.findings
            self.understood.append(understood(raw, shape, translated.table))
            found += len(translated.table)
            table = translated.table
            regions |= set(table["region"].unique())
            years |= set(table["year"].dropna().unique().astype(int).tolist())
            self.tables.append(
                table if self.indicators is None else table[table["indicator"].isin(list(self.indicators))]
            )
        self.findings += unlike_file_name(path, regions, years, self.register, self.titles)
        refused = any(finding.severity is Severity.REFUSE for finding in self.findings[before:])
        if not found and not may_be_empty and not refused:
            self.findings.append(Finding.of("no-table", Severity.REFUSE, Spot(path)))
        return found

    def _raw_tables(self, file: SheetFile, sheets: list[Sheet]) -> Iterator[tuple[RawTable, tuple[str, ...]]]:
        """The tables of the sheets, which are taken off the list from its end."""
        hidden = [Spot(file.path, sheet.name) for sheet in reversed(sheets) if not sheet.visible]
        if hidden:
            self.findings.append(Finding.of("hidden-sheets", Severity.NOTE, hidden))
        sheets[:] = [sheet for sheet in sheets if sheet.visible]
        while sheets:
            spreadsheet = file.kind in _SPREADSHEETS
            yield from self._of_grid(grid_of(sheets.pop(), file.path, spreadsheet=spreadsheet, date1904=file.date1904))

    def _of_grid(self, grid: Grid) -> Iterator[tuple[RawTable, tuple[str, ...]]]:
        self.findings += grid.findings
        blocks = [] if grid.sheet.strip() in REFERENCE_SHEETS else blocks_of(grid, self.headings)
        if not blocks and grid.height and any(grid.written(row) for row in range(grid.height)):
            numbers = any(numeric(value) for value in grid.cells.ravel())
            rule = "sheet-passed-numbers" if numbers else "sheet-passed"
            self.findings.append(
                Finding.of(rule, Severity.NOTE, Spot(grid.file, grid.sheet if grid.spreadsheet else ""))
            )
        read = [table for block in blocks if (table := self._of_block(block))]
        raws, said = with_stated_status(blocks, [raw for raw, _ in read])
        self.findings += said
        shapes = [shape for _, shape in read]
        del grid, blocks, read  # the cells stand in the tables now
        for raw, shape in zip(raws, shapes, strict=True):
            whole, said = with_count_rows(raw, self.headings)
            self.findings += said
            yield whole, shape

    def _of_block(self, block: Block) -> tuple[RawTable, tuple[str, ...]] | None:
        """A table of a sheet with its shape; none where it can't be read."""
        layout = Layout(block, self.headings)
        found = LayoutFindings(layout).listed()
        self.findings += found
        return (layout.table(), layout.shape) if layout.series and block.rows and not refusals(found) else None


def read_figures(
    paths: Path | str | Iterable[Path | str],
    register: Register,
    *,
    indicators: Collection[str] | None = None,
    today: date | None = None,
) -> Figures:
    """Everything that files and folders hold, with every finding; nothing is raised for what they hold.

    Parameters
    ----------
    paths
        Spreadsheets, text tables and Parquet files, or folders of them.
    register
        Indicators and regions to check against.
    indicators
        Only the figures of these; of a Parquet file nothing else is read.
    today
        The day against which years are judged where a row doesn't say when it was reported (the current day if none).

    Raises
    ------
    BadObservations
        If a folder holds no table.
    """
    files = table_files(paths)
    day = today or date.today()
    parts = read_side_by_side(partial(_read_files, register, day, indicators), files.tables)
    skipped = [Finding.of("skipped", Severity.NOTE, Spot(str(item.path))) for item in files.skipped]
    read = [finding for part in parts for finding in part.findings]
    seen = tuple(item for part in parts for item in part.understood)
    sources = tuple(item for part in parts for item in part.sources)
    unread = tuple(fault for part in parts for fault in part.unread)
    whole = _one_table(part.table for part in parts)
    earlier = _one_table(part.earlier for part in parts)
    del parts  # a second copy of every figure
    dated = bool(len(whole)) and bool((whole["reported_at"] == "").any())
    merged = compared(whole, register)
    del whole
    found = grouped([*skipped, *read, *merged.findings, *contract_findings(merged.table, register)])
    judged_on = day if dated else None
    return Figures(merged.table.reset_index(drop=True), found, seen, sources, unread, judged_on, earlier)


def _one_table(tables: Iterable[pd.DataFrame]) -> pd.DataFrame:
    filled = [table for table in tables if len(table)]
    if len(filled) == 1:
        return filled[0].reset_index(drop=True)
    return pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=list(TABLE))


def read_separately(files: Sequence[Path], register: Register, today: date) -> Figures:
    """Some files as each would be read alone: none is compared with another one."""
    parts = read_side_by_side(partial(_read_files, register, today, None), files)
    filled = [part.table for part in parts if len(part.table)]
    return Figures(
        pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=list(TABLE)),
        grouped(finding for part in parts for finding in part.findings),
        unread=tuple(fault for part in parts for fault in part.unread),
    )


def _read_files(register: Register, today: date, indicators: Collection[str] | None, files: Sequence[Path]) -> Figures:
    """Some files, one after the other, not yet compared with one another."""
    reader = _TableReader(register, today, indicators)
    for path in files:
        with collection_paused():
            reader.read(path)
    return Figures(
        _one_table(reader.tables),
        tuple(reader.findings),
        tuple(reader.understood),
        tuple(reader.sources),
        tuple(reader.unread),
        earlier=_one_table(reader.earlier),
    )
