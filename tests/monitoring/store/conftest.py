"""Every test of the store runs on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pandas as pd
import pytest

from sxresearch.assessment.inputs import load_register
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.intake.figures import read_figures
from sxresearch.monitoring.store.address import StoreAddress
from sxresearch.monitoring.store.connection import reading
from sxresearch.monitoring.store.report_import import ImportResult, ReportLabel, import_figures
from sxresearch.monitoring.store.view import view_of
from tests import postgresql

DATABASES = ("sqlite", "postgresql")
HEAD = "region,indicator,group,year,value,unit,numerator,denominator,status,basis,source,reported_at"
TODAY = date(2025, 12, 31)
_numbers = count()


@pytest.fixture(scope="session")
def postgresql_port() -> Iterator[int]:
    if postgresql.programs() is None:
        postgresql.absent()
    with postgresql.server() as port:
        yield port


@pytest.fixture(scope="session")
def shipped() -> Register:
    """The register as it is shipped."""
    return load_register()


def new_store(kind: str, request: pytest.FixtureRequest, folder: Path) -> StoreAddress:
    """An address where nothing is yet."""
    if kind == "sqlite":
        return StoreAddress.of_file(folder / f"store{next(_numbers)}.sqlite")
    port = request.getfixturevalue("postgresql_port")
    request.getfixturevalue("monkeypatch").setenv("PGPASSWORD", postgresql.PASSWORD)
    return StoreAddress.of(postgresql.new_database(port, f"store{next(_numbers)}"))


@pytest.fixture(params=DATABASES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> StoreAddress:
    return new_store(request.param, request, tmp_path)


@pytest.fixture(params=DATABASES)
def stores(request: pytest.FixtureRequest, tmp_path: Path):
    """Makes as many stores as are asked for."""
    return lambda: new_store(request.param, request, tmp_path)


def row(region: str, value: object, year: int = 2020, *, status: str = "final", reported_at: str = "", counts=("", ""),
        indicator: str = "maternal_mortality_ratio", group: str = "total", unit: str = "per_100k",
        source: str = "yearbook") -> str:  # fmt: skip
    cells = (region, indicator, group, year, value, unit, *counts, status, "printed", source, reported_at)
    return ",".join(map(str, cells))


def written(folder: Path, *rows: str, name: str = "data.csv") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return path


def imported(
    files: Path | list[Path], store: StoreAddress, register: Register, reporter: str = "", reported_at: str = "",
    moment: datetime | None = None,
) -> ImportResult:  # fmt: skip
    figures = read_figures(files, register, today=TODAY)
    return import_figures(figures, store, ReportLabel(reporter, reported_at), moment)


def viewed(store: StoreAddress, known_on: str = "") -> pd.DataFrame:
    with reading(store) as connection:
        return view_of(connection, date.fromisoformat(known_on) if known_on else None).table


def values(store: StoreAddress, known_on: str = "") -> dict[tuple[str, int], float]:
    table = viewed(store, known_on)
    return {
        (region, int(year)): value
        for region, year, value in zip(table["region"], table["year"], table["value"], strict=True)
    }


def at(day: str) -> datetime:
    """Noon in UTC of a day."""
    return datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)
