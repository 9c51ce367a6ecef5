"""The two tables of a replay, read from files and checked: every fault at once, with its line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from sxresearch.assessment.track_record.replay_rules import REPLAYED, WITH_BASE, WITH_TOLERANCE, WITH_VALUE
from sxresearch.errors import BadObservations, Fault, SxError
from sxresearch.file_content import opened


@dataclass(frozen=True)
class Contract:
    """What a table must hold: its columns, which of them are numbers or whole years, and its key."""

    columns: tuple[str, ...]
    numbers: tuple[str, ...]
    years: tuple[str, ...]
    key: tuple[str, ...]


HISTORY = Contract(
    ("indicator", "unit", "region", "year", "value"), ("value",), ("year",), ("indicator", "region", "year")
)
TARGETS = Contract(
    ("case", "indicator", "region", "rule", "target_value", "target_year", "as_of"),
    ("target_value",), ("target_year", "as_of"), ("case",),
)  # fmt: skip


def read_table(path: Path) -> pd.DataFrame:
    """A CSV file (``.gz`` too) as a table.

    Raises
    ------
    BadObservations
        If the file is missing, empty or can't be read.
    """
    try:
        return opened(path, BadObservations, lambda: pd.read_csv(path))
    except pd.errors.EmptyDataError as problem:
        raise BadObservations.of("file-empty", str(path)) from problem
    except (pd.errors.ParserError, UnicodeDecodeError) as problem:
        raise BadObservations.of("file-unreadable", str(path), problem=str(problem)) from problem


def check_tables(history: pd.DataFrame, targets: pd.DataFrame, names: tuple[str, str]) -> None:
    """Compare both tables with their contracts; ``names`` say in faults which table is meant.

    Raises
    ------
    SxError
        With the first fault of every column that has one.
    """
    faults = [
        *_faults(history, HISTORY, names[0]),
        *_faults(targets, TARGETS, names[1]),
        *_needed_by_rules(history, targets, names),
    ]
    if faults:
        raise SxError(faults)


def _faults(table: pd.DataFrame, contract: Contract, name: str) -> Iterator[Fault]:
    missing = [column for column in contract.columns if column not in table.columns]
    if missing:
        yield Fault.of("columns-missing", name, columns=" ".join(missing))
        return
    yield from _wrong_cells(table, contract, name)
    twice = table.duplicated(list(contract.key)).to_numpy()
    if twice.any():
        row = int(np.argmax(twice))
        keys = " ".join(f"{column}={table[column].iloc[row]}" for column in contract.key)
        yield Fault.of("replay-twice", _line(name, row), key=keys)


def _needed_by_rules(history: pd.DataFrame, targets: pd.DataFrame, names: tuple[str, str]) -> Iterator[Fault]:
    """Columns that only some rules need, and cells in them."""
    if "rule" not in targets.columns:
        return
    about, based = targets["rule"].isin(WITH_TOLERANCE), targets["rule"].isin(WITH_BASE)
    if about.any() and "better" not in history.columns:
        yield Fault.of("columns-missing", names[0], columns="better")
    if not based.any():
        return
    if "baseline_year" not in targets.columns:
        yield Fault.of("columns-missing", names[1], columns="baseline_year")
        return
    rows = _no_year(targets["baseline_year"]) & based.to_numpy()
    if rows.any():
        row = int(np.argmax(rows))
        found = str(targets["baseline_year"].iloc[row])
        yield Fault.of("replay-number", _line(names[1], row), column="baseline_year", found=found)


def _wrong_cells(table: pd.DataFrame, contract: Contract, name: str) -> Iterator[Fault]:
    checks: dict[str, Callable[[pd.Series], np.ndarray]] = {
        **dict.fromkeys(contract.numbers, _no_number if contract is TARGETS else _text),
        **dict.fromkeys(contract.years, _no_year),
    }
    for column, wrong in checks.items():
        rows = wrong(table[column])
        if column == "target_value" and "rule" in table.columns:
            rows = rows & ~table["rule"].isin(set(REPLAYED) - set(WITH_VALUE)).to_numpy()
        if rows.any():
            row = int(np.argmax(rows))
            yield Fault.of("replay-number", _line(name, row), column=column, found=str(table[column].iloc[row]))
    if "rule" in contract.columns and not table["rule"].isin(REPLAYED).all():
        row = int(np.argmax(~table["rule"].isin(REPLAYED).to_numpy()))
        yield Fault.of(
            "replay-rule", _line(name, row), found=str(table["rule"].iloc[row]), expected=" ".join(REPLAYED)
        )  # fmt: skip


def _text(cells: pd.Series) -> np.ndarray:
    """Cells that are neither a finite number nor empty: a history may have gaps."""
    numbers = pd.to_numeric(cells, errors="coerce")
    return (cells.notna() & ~np.isfinite(numbers)).to_numpy()


def _no_number(cells: pd.Series) -> np.ndarray:
    return ~np.isfinite(pd.to_numeric(cells, errors="coerce").to_numpy(dtype=float))


def _no_year(cells: pd.Series) -> np.ndarray:
    numbers = pd.to_numeric(cells, errors="coerce").to_numpy(dtype=float)
    with np.errstate(invalid="ignore"):
        return ~np.isfinite(numbers) | (numbers % 1 != 0)


def _line(name: str, row: int) -> str:
    return f"{name}:{row + 2}"
