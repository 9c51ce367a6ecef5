"""Figures as they were found: one row for each, every column still as the office wrote it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from sxresearch.language import Text
from sxresearch.monitoring.findings import Finding, Severity, Spot, Words
from sxresearch.monitoring.intake.words.cells import blank, cell_name

FIELDS = (
    "region", "region_too", "indicator", "group", "year", "value", "unit", "numerator", "denominator", "status",
    "basis", "source", "reported_at",
)  # fmt: skip
"""The contract's columns as cells; ``region_too`` is a second statement of the region, beside the first."""
FIXED = ("fixed_unit", "title_unit", "numerator_unit", "denominator_unit")
"""Units that stand in a heading or title above the figures."""
REPORTED = ("value", "numerator", "denominator", "status", "basis", "source")
"""What an office fills in; a row of a form in which all of these are blank was left blank."""
_MOST_NOTED = 1000


@dataclass(frozen=True)
class RawTable:
    """``cells`` has the columns ``FIELDS`` and ``FIXED``, ``percent``, ``line``, and the place of every field.

    ``root`` is the region that the title names; ``nested`` says that the two regions are city and county.
    ``unit_spot`` is where the title states a unit for all figures, ``units_clash`` a text of it that states another.
    ``<field>_at`` is the spreadsheet column of the cell that gave the field (−1 where none did), in the row ``line``.
    """

    file: str
    sheet: str
    spreadsheet: bool
    formats_known: bool
    date1904: bool
    cells: pd.DataFrame
    root: str = ""
    nested: bool = False
    unit_spot: Spot | None = None
    units_clash: str = ""

    def spots(self, rows: Iterable[int], field: str, details: Iterable[str | Text] | None = None) -> list[Spot]:
        """The places of a field in some rows (by position); of the sheet for the field ``none``."""
        at = np.fromiter(rows, dtype=int)
        lines = self.cells["line"].to_numpy()[at]
        columns = self.cells[f"{field}_at"].to_numpy()[at] if field != "none" else np.full(len(at), -1)
        texts = list(details) if details is not None else [""] * len(at)
        sheet = self.sheet if self.spreadsheet else ""
        return [
            Spot(
                self.file,
                sheet,
                cell_name(line - 1, column) if self.spreadsheet and column >= 0 else "",
                _line(line, field),
                text,
            )
            for line, column, text in zip(lines.tolist(), columns.tolist(), texts, strict=True)
        ]

    def different(self, field: str) -> tuple[np.ndarray, list[Any]]:
        """Which of the different cells of a field stands in each row, and those cells (None where blank)."""
        codes, cells = pd.factorize(self.cells[field], use_na_sentinel=False)
        return codes, [None if pd.api.types.is_scalar(cell) and pd.isna(cell) else cell for cell in cells.tolist()]

    def without_blank_rows(self) -> "RawTable":
        """The same without the rows of a form that the office left blank: they report nothing."""
        filled = np.zeros(len(self.cells), dtype=bool)
        for field in REPORTED:
            which, cells = self.different(field)
            filled |= np.array([not blank(cell) for cell in cells], dtype=bool)[which]
        return self if filled.all() else replace(self, cells=self.cells[filled].reset_index(drop=True))

    def names(self, field: str) -> np.ndarray:
        """The names of the cells that gave a field (empty for text files)."""
        lines, columns = self.cells["line"].to_numpy(), self.cells[f"{field}_at"].to_numpy()
        if not self.spreadsheet:
            return np.full(len(lines), "", dtype=object)
        letters = {column: cell_name(0, column)[:-1] if column >= 0 else "" for column in set(columns.tolist())}
        pairs = zip(lines.tolist(), columns.tolist(), strict=True)
        return np.array([f"{letters[column]}{line}" if column >= 0 else "" for line, column in pairs], dtype=object)

    def finding(
        self,
        rule: str,
        severity: Severity,
        rows: np.ndarray,
        field: str,
        details: Iterable[str | Text] | None = None,
        /,
        **values: Words,
    ) -> Finding:
        """A finding at a field of some rows (by position); of a note the first thousand places are kept."""
        most = _MOST_NOTED if severity is Severity.NOTE else len(rows)
        texts = list(details)[:most] if details is not None else None
        finding = Finding.of(rule, severity, self.spots(rows[:most], field, texts), **values)
        return replace(finding, more=max(0, len(rows) - most))


def _line(line: int, field: str) -> int:
    return 0 if field == "none" else int(line)
