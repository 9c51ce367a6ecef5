"""What was understood of a sheet: its shape, and how many figures of what it gave."""

from dataclasses import dataclass

import pandas as pd

from sxresearch.monitoring.intake.shapes.raw_table import RawTable


@dataclass(frozen=True)
class Understood:
    """One table as it was read.

    ``shape`` names the dimensions that stand in its header (none: a long table); ``units`` are the register's, into
    which everything was turned.
    """

    file: str
    sheet: str
    shape: tuple[str, ...]
    figures: int
    regions: tuple[str, ...]
    indicators: tuple[str, ...]
    units: tuple[str, ...]
    years: tuple[int, int] | None


def understood(raw: RawTable, shape: tuple[str, ...], table: pd.DataFrame) -> Understood:
    """What a table gave."""
    years = (int(table["year"].min()), int(table["year"].max())) if len(table) else None
    different = {name: tuple(table[name].unique()) for name in ("region", "indicator", "unit")}
    return Understood(
        raw.file,
        raw.sheet if raw.spreadsheet else "",
        shape,
        int(table["value"].notna().sum()) if len(table) else 0,
        different["region"],
        different["indicator"],
        different["unit"],
        years,
    )
