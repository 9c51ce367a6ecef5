"""What was measured: one long table, valid or not there at all."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from sxresearch.errors import BadObservations, Fault
from sxresearch.monitoring.contract import (
    CHINESE_COLUMNS,
    CHINESE_WORDS,
    COLUMNS,
    OPTIONAL,
    REQUIRED,
    Register,
    contract,
)
from sxresearch.monitoring.intake.table_files import LINE, SourceFile, observation_files, read_cells
from sxresearch.terms import Basis

_NUMBERS = ("year", "value", "numerator", "denominator")
_PLACE = ("file", LINE)
_MIDNIGHT = " 00:00:00"  # what a spreadsheet appends to a date


@dataclass(frozen=True)
class Observations:
    """Validated monitoring data: the contract's columns plus ``file`` and ``line`` of each row.

    ``value`` is a float in the indicator's unit; NaN where the office left the cell empty.
    """

    table: pd.DataFrame
    sources: tuple[SourceFile, ...]

    @property
    def synthetic(self) -> bool:
        """Whether any figure is synthetic."""
        return bool((self.table["basis"] == Basis.SYNTHETIC).any())

    def years(self) -> tuple[int, int]:
        """First and last year with a figure."""
        seen = self.table.loc[self.table["value"].notna(), "year"]
        return int(seen.min()), int(seen.max())


def load_observations(
    paths: Path | str | Iterable[Path | str], register: Register, indicators: Collection[str] | None = None
) -> Observations:
    """Read and check monitoring data from files or folders.

    Parameters
    ----------
    paths
        CSV (UTF-8 or GB18030), Excel or Parquet files, or folders of them.
    register
        Indicators and regions to check against.
    indicators
        Only the rows of these; of a Parquet file nothing else is read. There may be none.

    Raises
    ------
    BadObservations
        With every fault of every file, each with file and line.
    """
    tables: list[pd.DataFrame] = []
    sources: list[SourceFile] = []
    faults: list[Fault] = []
    for path in observation_files(paths):
        try:
            cells, source = read_cells(path, None if indicators is None else register.names_of(indicators))
            table = _in_our_words(cells, path, register)
            tables.append(table if indicators is None else table[table["indicator"].isin(list(indicators))])
            sources.append(source)
        except BadObservations as problem:
            faults += problem.faults
    if not tables:
        raise BadObservations(faults)
    numbers, number_faults = _with_numbers(pd.concat(tables, ignore_index=True))
    faults += [*number_faults, *_contract_faults(numbers, register)]
    if not faults and indicators is None and numbers["value"].isna().all():
        faults += [Fault.of("observation-none", source.name) for source in sources]
    if faults:
        raise BadObservations(faults)
    return Observations(_typed(numbers), tuple(sources))


def _in_our_words(cells: pd.DataFrame, path: Path, register: Register) -> pd.DataFrame:
    """The contract's columns and vocabulary, whatever names the file used."""
    table = cells.rename(columns={name: CHINESE_COLUMNS.get(name, name) for name in cells.columns})
    missing = [name for name in REQUIRED if name not in table.columns]
    given = table.columns[:-1]  # without the line numbers, which stand last
    unknown = [name or '""' for name in given if name not in COLUMNS]
    twice = sorted(set(given[given.duplicated()]))
    faults = [
        Fault.of(key, f"{path}:1", columns="、".join(names))
        for key, names in (("columns-missing", missing), ("columns-unknown", unknown), ("columns-twice", twice))
        if names
    ]
    if faults:
        raise BadObservations(faults)
    words = {**CHINESE_WORDS, "indicator": register.indicators.spellings(), "region": register.regions.by_name()}
    for name in OPTIONAL:
        if name not in table:
            table[name] = ""
    for name, ours in words.items():
        codes, cells = pd.factorize(table[name])  # few differ
        table[name] = pd.Series([ours.get(cell, cell) for cell in cells], dtype=str).take(codes).set_axis(table.index)
    table["reported_at"] = table["reported_at"].str.removesuffix(_MIDNIGHT)
    table["file"] = str(path)
    return table[[*COLUMNS, *_PLACE]]


def _with_numbers(table: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    faults: list[Fault] = []
    numbers = table.copy()
    for name in _NUMBERS:
        cells = table[name]
        parsed = pd.to_numeric(cells.where(cells != ""), errors="coerce")
        bad = parsed.isna() & (cells != "") | ~parsed.abs().lt(float("inf")) & parsed.notna()
        if name == "year":
            bad |= cells == ""
        faults += [
            Fault.of("observation-number", _where(table.loc[row]), column=name, found=cells[row])
            for row in table.index[bad]
        ]
        numbers[name] = parsed.astype(float).mask(bad)
    return numbers, faults


def _contract_faults(table: pd.DataFrame, register: Register) -> Iterator[Fault]:
    try:
        contract(register).validate(table[list(COLUMNS)], lazy=True)
    except pa.errors.SchemaErrors as problem:
        failed = problem.failure_cases[["check", "index"]].drop_duplicates()
        for check, row in failed.sort_values("index", kind="stable").itertuples(index=False):
            if check != "not_nullable":  # an unreadable year has been reported already
                yield _row_fault(str(check), table.loc[row], register)


def _row_fault(check: str, row: pd.Series, register: Register) -> Fault:
    indicator = register.indicators.by_id.get(row["indicator"])
    bounds = (indicator.lower, indicator.upper) if indicator else (None, None)
    return Fault.of(
        check,
        _where(row),
        region=row["region"],
        indicator=row["indicator"],
        group=row["group"],
        year=f"{row['year']:g}",
        value=f"{row['value']:g}",
        unit=row["unit"],
        status=row["status"],
        basis=row["basis"],
        reported_at=row["reported_at"],
        expected_unit=indicator.unit if indicator else "?",
        expected_groups=", ".join(indicator.groups) if indicator else "?",
        low="−∞" if bounds[0] is None else f"{bounds[0]:g}",
        high="∞" if bounds[1] is None else f"{bounds[1]:g}",
    )


def _where(row: pd.Series) -> str:
    return f"{row['file']}:{row['line']}"


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    ordered = table.sort_values([*COLUMNS[:4], "reported_at"], kind="stable", ignore_index=True)
    latest = ordered.drop_duplicates(list(COLUMNS[:4]), keep="last", ignore_index=True)
    return latest.astype({"year": int, "line": int})
