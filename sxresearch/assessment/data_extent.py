"""What the whole of the data says and no part of it can: where there are figures at all, and which are synthetic."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import HELD, Register
from sxresearch.monitoring.parquet_skim import skim
from sxresearch.terms import Basis


@dataclass(frozen=True)
class DataExtent:
    """``figures`` holds each region and year with a figure once; ``synthetic`` the regions with a synthetic one.

    ``reports`` are the regions and years that repeat the year before as a whole, where that was asked
    (:func:`sxresearch.monitoring.quality.copies.copied_reports`): no part of the data shows it. Figures that are held
    count as figures here: a region that reported has data. ``rows`` are all rows, ``held`` those that a rule of
    plausibility holds back; neither is known where the data were only skimmed.
    """

    figures: pd.DataFrame
    synthetic: tuple[str, ...]
    reports: pd.DataFrame | None = field(default=None, compare=False)
    rows: int | None = field(default=None, compare=False)
    held: int | None = field(default=None, compare=False)

    @property
    def regions(self) -> frozenset[str]:
        """Codes of the regions that have a figure."""
        return frozenset(self.figures["region"])

    def years(self) -> tuple[int, int]:
        """First and last year with a figure."""
        return int(self.figures["year"].min()), int(self.figures["year"].max())

    def newest(self, regions: Sequence[str], as_of: int) -> np.ndarray:
        """Last year up to ``as_of`` with any figure, per region (0 where there is none)."""
        known = self.figures[self.figures["year"] <= as_of]
        return known.groupby("region")["year"].max().reindex(list(regions), fill_value=0).to_numpy(dtype=int)


def extent_of(table: pd.DataFrame) -> DataExtent:
    """The extent of observations."""
    figures = table.loc[table["value"].notna(), ["region", "year"]].drop_duplicates(ignore_index=True)
    synthetic = table.loc[table["basis"] == Basis.SYNTHETIC, "region"].unique()
    held = int((table[HELD] != "").sum()) if HELD in table else 0
    return DataExtent(figures, tuple(synthetic), rows=len(table), held=held)


def skimmed_extent(files: Sequence[Path], register: Register) -> DataExtent | None:
    """The extent of Parquet files, from a few of their columns; none where they must be read as a whole."""
    found = skim(files, register)
    return None if found is None else DataExtent(found.figures, found.synthetic, found.reports)
