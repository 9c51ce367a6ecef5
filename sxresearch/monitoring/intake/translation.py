"""From cells as they were found to the contract's columns, with every doubt as a finding."""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.findings import Finding
from sxresearch.monitoring.intake.amounts import Amounts
from sxresearch.monitoring.intake.dimensions import Dimensions
from sxresearch.monitoring.intake.row_findings import RowFindings
from sxresearch.monitoring.intake.shapes.heading import Headings
from sxresearch.monitoring.intake.shapes.raw_table import RawTable

TABLE = (
    "region", "indicator", "group", "year", "value", "unit", "numerator", "denominator", "status", "held", "basis",
    "source", "reported_at", "file", "sheet", "cell", "line",
)  # fmt: skip
"""Columns of the table that the intake makes: the contract's, what holds a figure, and where it stood."""


@dataclass(frozen=True)
class Translated:
    """Rows of the contract, and what was noticed on the way; rows that can't be read are not among them."""

    table: pd.DataFrame
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Translation:
    """Reads raw tables by a register's names, on a day."""

    register: Register = field(repr=False)
    headings: Headings = field(repr=False)
    today: date

    def of(self, raw: RawTable) -> Translated:
        """The rows of a raw table in the contract's own words."""
        raw = raw.without_blank_rows()
        if raw.cells.empty:
            return Translated(pd.DataFrame(columns=list(TABLE)), ())
        named = Dimensions(raw, self.headings, self.today)
        dims, good, findings = named.read()
        amounts = Amounts(RowFindings(raw, self.register, dims, good))
        numbers, readable, more = amounts.read()
        table = dims.assign(**numbers)
        table["file"], table["sheet"] = raw.file, raw.sheet if raw.spreadsheet else ""
        table["line"] = raw.cells["line"].to_numpy()
        table["cell"] = raw.names("value")
        sound = good & readable
        kept = table[list(TABLE)] if sound.all() else table.loc[sound, list(TABLE)].reset_index(drop=True)
        return Translated(kept, (*findings, *more))
