"""Figures as they were found: one row for each, every column still as the office wrote it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sxresearch.language import Text
from sxresearch.monitoring.findings import Spot
from sxresearch.monitoring.intake.words.cells import cell_name

FIELDS = (
    "region", "region_too", "indicator", "group", "year", "value", "unit", "numerator", "denominator", "status", "basis",
    "source", "reported_at",
)  # fmt: skip
"""The contract's columns as cells; ``region_too`` is a second statement of the region, beside the first."""
FIXED = ("fixed_unit", "name_unit", "numerator_unit", "denominator_unit")
"""Units that stand in a heading or title above the figures."""


@dataclass(frozen=True)
class RawTable:
    """``cells`` has the columns ``FIELDS`` and ``FIXED``, ``percent``, ``line``, and the place of every field.

    ``<field>_at`` is the spreadsheet column of the cell that gave the field (−1 where none did), in the row ``line``.
    """

    file: str
    sheet: str
    spreadsheet: bool
    formats_known: bool
    date1904: bool
    cells: pd.DataFrame

    def spots(self, rows: Iterable[int], field: str, details: Iterable[str | Text] | None = None) -> list[Spot]:
        """The places of a field in some rows (by position)."""
        at = np.fromiter(rows, dtype=int)
        lines, columns = self.cells["line"].to_numpy()[at], self.cells[f"{field}_at"].to_numpy()[at]
        texts = list(details) if details is not None else [""] * len(at)
        sheet = self.sheet if self.spreadsheet else ""
        return [
            Spot(self.file, sheet, cell_name(line - 1, column) if self.spreadsheet and column >= 0 else "", int(line), text)
            for line, column, text in zip(lines.tolist(), columns.tolist(), texts, strict=True)
        ]
