"""From a table of any shape to one row for each figure: dimensions from columns, headings and titles."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import FIGURE_COLUMNS
from sxresearch.monitoring.findings import Spot
from sxresearch.monitoring.intake.shapes.block import Block
from sxresearch.monitoring.intake.shapes.heading import DIMENSIONS, Heading, Headings
from sxresearch.monitoring.intake.shapes.raw_table import FIELDS, RawTable
from sxresearch.monitoring.intake.shapes.series import Series, SeriesColumns, series_columns
from sxresearch.monitoring.intake.words.cells import folded, shown, text_of
from sxresearch.monitoring.intake.words.vocabulary import CITY, COUNTY, TOTALS
from sxresearch.terms import Unit

ATTRIBUTES = ("unit", "status", "basis", "source", "reported_at")


@dataclass(frozen=True)
class Layout:
    """How one table is to be read."""

    block: Block
    headings: Headings

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """The columns with figures, those of the same dimensions together."""
        return self._columns.series

    @cached_property
    def _columns(self) -> SeriesColumns:
        headings = enumerate(self.block.header.columns)
        return series_columns(
            {index: heading for index, heading in headings if heading and index not in self.total_columns},
            self.headings.counts,
            self.block.context.indicator,
            "indicator" in self.given,
        )

    @property
    def counts(self) -> Mapping[int, tuple[Series, ...]]:
        """Columns of counts under their own names, each with the series that it belongs to."""
        return self._columns.counts

    @cached_property
    def given(self) -> dict[str, list[int]]:
        """Columns of dimensions and attributes by name; a first column without a name, by what stands in it."""
        names = (*DIMENSIONS, *ATTRIBUTES, CITY, COUNTY)
        found = {name: columns for name in names if (columns := self.block.columns(name))}
        corner = self.corner
        if corner:
            found.setdefault(corner[0], []).append(corner[1])
        regions = [*found.pop("region", []), *found.pop(COUNTY, []), *found.pop(CITY, [])]
        return {**found, "region": regions} if regions else found

    @property
    def nested(self) -> bool:
        """Whether regions stand as city and county side by side, so that one lies within the other."""
        return bool(self.block.columns(CITY) and self.block.columns(COUNTY))

    @cached_property
    def shape(self) -> tuple[str, ...]:
        """Which dimensions stand in the header, in the order of the contract; empty for a long table."""
        fixed = {name for item in self.series for name in item.heading.fixed}
        return tuple(name for name in DIMENSIONS if name in fixed)

    @cached_property
    def context_used(self) -> tuple[str, ...]:
        """Dimensions that only the title or the sheet's name gives."""
        return tuple(
            n for n in DIMENSIONS if n not in self.given and n not in self.shape and getattr(self.block.context, n)
        )

    def table(self) -> RawTable:
        """One row for each figure."""
        parts = [self._part(item) for item in self.series]
        order = None
        if len(parts) > 1:
            order = np.lexsort(tuple(np.concatenate([part[name] for part in parts]) for name in ("order", "row")))
        # column by column, each let go when it was joined: a large table is not to lie in memory twice
        columns = {name: _joined([part.pop(name) for part in parts], order) for name in list(parts[0])}
        cells = pd.DataFrame(columns, copy=False)
        grid = self.block.grid
        return RawTable(
            grid.file,
            grid.sheet,
            grid.spreadsheet,
            grid.formats_known,
            grid.date1904,
            cells,
            self.block.context.root,
            self.nested,
            self._unit_spot(),
            "" if self._unit_of_all else self.block.context.units_clash,
        )

    def _unit_spot(self) -> Spot | None:
        """Where the unit of all figures is stated: the corner, a title, or the name of the sheet."""
        block, grid = self.block, self.block.grid
        if unit := self._unit_of_all:
            at = next(i for i, heading in enumerate(block.header.columns) if heading and heading.unit == unit)
            return replace(grid.spot(block.header.top, at), detail=shown(grid.at(block.header.top, at)))
        text = block.context.unit_from
        for row in block.titles:
            for column in grid.written(row):
                if text_of(grid.cells[row, column]) == text:
                    return replace(grid.spot(row, column), detail=shown(text))
        return Spot(grid.file, grid.sheet if grid.spreadsheet else "", detail=shown(text)) if text else None

    def _part(self, item: Series) -> dict[str, np.ndarray]:
        """The figures of some columns: one array for each column of the raw table."""
        grid, rows = self.block.grid, np.array(self.block.rows, dtype=int)
        first = min(item.columns.values())
        columns = {"row": rows, "line": grid.lines[rows], "order": np.full(len(rows), first)}
        for name in FIELDS:
            values, at = self._field(item, name, rows)
            columns[name], columns[f"{name}_at"] = values, np.full(len(rows), at, dtype=np.int32)
        percent = (
            grid.percent[rows, item.columns["value"]] if "value" in item.columns else np.zeros(len(rows), dtype=bool)
        )
        columns["percent"] = percent
        units = {"fixed_unit": item.units.get("value"), "title_unit": self._unit_of_all or self.block.context.unit}
        for name in ("numerator", "denominator"):
            units[f"{name}_unit"] = item.units.get(name)
        columns |= {name: _same(unit, rows) for name, unit in units.items()}
        if not (self.shape or "year" in self.context_used):
            return columns
        filled = np.any([columns[name] != None for name in FIGURE_COLUMNS], axis=0)  # noqa: E711  # by element
        return {name: values[filled] for name, values in columns.items()}

    def _field(self, item: Series, name: str, rows: np.ndarray) -> tuple[np.ndarray, int]:
        """The cells that give a field, and the column they stand in."""
        if name in FIGURE_COLUMNS:
            column = item.columns.get(name, -1)
            return (self.block.grid.cells[rows, column], column) if column >= 0 else (_same(None, rows), -1)
        if name == "region_too":
            second = self.given.get("region", [])[1:2]
            return (self._down(rows, second[0]), second[0]) if second else (_same(None, rows), -1)
        heading = self._heading(item, name)
        if heading is not None:
            return _same(heading, rows), min(item.columns.values())
        if name in self.given:
            column = self.given[name][0]
            return self._down(rows, column), column
        return _same(getattr(self.block.context, name, None) if name != "unit" else None, rows), -1

    def _heading(self, item: Series, name: str) -> object:
        if name == "region":
            return item.heading.region or item.heading.region_of or None
        return getattr(item.heading, name, None) if name in (*DIMENSIONS, "status") else None

    def _down(self, rows: np.ndarray, column: int) -> np.ndarray:
        """A column's cells, those of a merged range filled from its first."""
        grid = self.block.grid
        cells = grid.cells[rows, column]
        if not grid.merged:
            return cells
        cells = cells.copy()
        for at, row in enumerate(rows.tolist()):
            if (row, column) in grid.merged:
                cells[at] = grid.at(row, column)
        return cells

    @cached_property
    def corner(self) -> tuple[str, int] | None:
        """The leftmost column where its heading is blank or unknown: what its cells name."""
        columns = self.block.header.columns
        at = next(
            (
                i
                for i in range(len(columns))
                if any(self.block.grid.cells[row, i] is not None for row in self.block.rows[:50])
            ),
            None,
        )
        if at is None or not self.block.rows:
            return None
        heading = columns[at]
        if heading and not heading.unknown and not _states_unit_only(heading):
            return None
        seen: dict[str, None] = {}
        for row in self.block.rows[:2000]:
            value = self.block.grid.at(row, at)
            if value is not None and folded(value) not in TOTALS:
                seen[shown(value)] = None
        for name, known in self._kinds():
            if name not in self.block_names and seen and all(known(text) for text in seen):
                return name, at
        return None

    @cached_property
    def _unit_of_all(self) -> Unit | None:
        """A unit written above the names of rows, in the corner of the table: it is that of all figures."""
        columns = self.block.header.columns
        named = [heading for heading in columns if heading and heading.column in DIMENSIONS]
        corner = [heading for heading in columns[:1] if heading and _states_unit_only(heading)]
        return next((heading.unit for heading in (*named, *corner) if heading.unit), None)

    @property
    def block_names(self) -> set[str]:
        """Dimensions that a named column gives already."""
        return {name for name in DIMENSIONS if self.block.columns(name)}

    def _kinds(self) -> Iterable[tuple[str, Callable[[str], object]]]:
        reader = self.headings
        return (
            ("region", lambda text: reader.regions.find(text).problem != "unknown"),
            ("indicator", lambda text: reader.indicators.find(text) or reader.read(text).group),
            ("year", lambda text: reader.read(text).year and not reader.read(text).never),
        )

    @cached_property
    def total_columns(self) -> frozenset[int]:
        """Columns 合计 or 全市 beside columns of regions: sums, not a group."""
        columns = self.block.header.columns
        if not any(heading and "region" in heading.fixed for heading in columns):
            return frozenset()
        return frozenset(
            i for i, heading in enumerate(columns)
            if heading and "region" not in heading.fixed and heading.figures and folded(heading.text).split()[-1:] and
            folded(heading.text) in TOTALS
        )  # fmt: skip


def _states_unit_only(heading: Heading) -> bool:
    return heading.unit is not None and not (heading.column or heading.fixed or heading.never or heading.passed)


def _joined(parts: list[np.ndarray], order: np.ndarray | None) -> pd.Series:
    values = parts[0] if order is None else np.concatenate(parts)[order]
    return pd.Series(values, dtype=values.dtype, copy=False)


def _same(value: object, rows: np.ndarray) -> np.ndarray:
    cells = np.empty(len(rows), dtype=object)
    cells[:] = [value] * len(rows)
    return cells
