"""Does every stored figure still equal its cell in the kept original? All originals are read again and compared."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
from sqlalchemy import Connection

from sxresearch.monitoring.contract import KEY, Register
from sxresearch.monitoring.intake.figures import read_separately
from sxresearch.monitoring.store.reports import AMOUNTS, StoredReport
from sxresearch.monitoring.store.stored_reports import original_of, stored_reports

_PLACE = ["file", *KEY, "status", "reported_at", "sheet", "cell", "line"]


@dataclass(frozen=True)
class Deviating:
    """A stored figure whose cell says something else, or is not found; ``read`` is NaN then."""

    file: str
    sheet: str
    cell: str
    figure: tuple[str, str, str, int]
    stored: float
    read: float


@dataclass(frozen=True)
class Verification:
    """How many originals and figures were looked at, and what differs."""

    originals: int
    figures: int
    deviating: tuple[Deviating, ...]


def verify(connection: Connection, register: Register, today: date | None = None) -> Verification:
    """Read every original again and compare each stored figure with its cell.

    Raises
    ------
    DamagedStore
        If an original or a report is not what its hash says.
    """
    reports = list(stored_reports(connection))
    with TemporaryDirectory() as around:
        files = {report.sha256: _written(connection, report, Path(around)) for report in reports}
        names = {str(path): sha256 for sha256, path in files.items()}
        read = read_separately(list(files.values()), register, today or date.today()).table
        read = read.assign(file=read["file"].map(names))
    stored = pd.concat([report.table.assign(file=report.sha256) for report in reports], ignore_index=True)
    called = {report.sha256: report.receipts[0].file for report in reports}
    return Verification(len(files), len(stored), tuple(_deviating(stored, read, called)))


def _written(connection: Connection, report: StoredReport, folder: Path) -> Path:
    """The original under the name by which it came, from which a reader may learn something, in a folder of its own."""
    path = folder / report.sha256 / Path(report.receipts[0].file).name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(original_of(connection, report.sha256))
    return path


def _deviating(stored: pd.DataFrame, read: pd.DataFrame, called: dict[str, str]) -> list[Deviating]:
    read = read[[*_PLACE, *AMOUNTS]].astype({"year": int, "line": int, **dict.fromkeys(AMOUNTS, float)})
    both = stored.merge(read.drop_duplicates(_PLACE), on=_PLACE, how="left", suffixes=("", "_read"), indicator=True)
    off = both["_merge"] != "both"
    for name in AMOUNTS:
        off |= (both[name] != both[f"{name}_read"]) & (both[name].notna() | both[f"{name}_read"].notna())
    return [
        Deviating(
            called[row["file"]],
            row["sheet"],
            row["cell"],
            (row["region"], row["indicator"], row["group"], int(row["year"])),
            float(row["value"]),
            float(row["value_read"]),
        )
        for row in both[off].to_dict("records")
    ]
