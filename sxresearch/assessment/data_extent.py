"""What the whole of the data says and no part of it can: where there are figures at all, and which are synthetic."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
from pyarrow import ArrowException

from sxresearch.errors import BadObservations
from sxresearch.file_content import bytes_of, opened
from sxresearch.monitoring.contract import HELD, KEY, Register
from sxresearch.monitoring.observations import one_of_each
from sxresearch.monitoring.quality.copies import copied_reports
from sxresearch.terms import Basis, Group

_SKIMMED = [*KEY, "value", "status", "basis"]
_DATED = "reported_at"


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


def skim(files: Sequence[Path], register: Register) -> DataExtent | None:
    """The extent of Parquet files, from a few of their columns; none where they must be read as a whole.

    That is so for other kinds of files, for columns, codes or words that are not the contract's own, and for
    numbers that are not stored as numbers.
    """
    if not files or any(path.suffix.lower() != ".parquet" or not path.is_file() for path in files):
        return None
    if any(not set(_SKIMMED) <= set(_schema(path).names) for path in files):
        return None
    table = pd.concat([_skimmed(path) for path in files], ignore_index=True)
    plain = all(pd.api.types.is_numeric_dtype(table[name]) for name in ("year", "value"))
    own = {"region": list(register.regions.by_code), "indicator": list(register.indicators.by_id)}
    own |= {"basis": list(Basis), "group": list(Group)}
    if not plain or not all(table[name].drop_duplicates().isin(words).all() for name, words in own.items()):
        return None
    return replace(extent_of(table), reports=copied_reports(one_of_each(table), register), rows=None, held=None)


def _skimmed(path: Path) -> pd.DataFrame:
    dated = _DATED in _schema(path).names
    table = pd.read_parquet(
        io.BytesIO(bytes_of(path, BadObservations)), columns=[*_SKIMMED, *([_DATED] if dated else [])]
    )
    return table.assign(**{_DATED: table[_DATED].fillna("") if dated else ""})


def _schema(path: Path) -> Any:
    try:
        return opened(path, BadObservations, lambda: pq.read_schema(path))
    except ArrowException:
        return pa.schema([])  # reading it as a whole will say what is wrong
