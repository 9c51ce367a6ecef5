"""From a table of any shape to one row for each figure: dimensions from columns, headings and titles."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from sxresearch.language import Text
from sxresearch.monitoring.findings import Finding, Severity, Spot
from sxresearch.monitoring.intake.shapes.block import Block, words_of
from sxresearch.monitoring.intake.shapes.heading import DIMENSIONS, MEASURES, Heading, Headings
from sxresearch.monitoring.intake.shapes.raw_table import FIELDS, RawTable
from sxresearch.monitoring.intake.shapes.series import Series, SeriesColumns, series_columns
from sxresearch.monitoring.intake.words.cells import UnsureCell, cell_name, folded, numeric, shown
from sxresearch.monitoring.intake.words.vocabulary import CITY, COUNTY, TOTALS
from sxresearch.terms import Unit

ATTRIBUTES = ("unit", "status", "basis", "source", "reported_at")
NEEDED = ("region", "indicator", "year")


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
            {index: heading for index, heading in headings if heading and index not in self._total_columns},
            self.headings.counts,
            self.block.context.indicator,
            "indicator" in self.given,
        )

    @cached_property
    def given(self) -> dict[str, list[int]]:
        """Columns of dimensions and attributes by name; a first column without a name, by what stands in it."""
        names = (*DIMENSIONS, *ATTRIBUTES, CITY, COUNTY)
        found = {name: columns for name in names if (columns := self.block.columns(name))}
        corner = self._corner
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
        whole = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
        order = np.lexsort((whole["order"], whole["row"]))
        cells = pd.DataFrame({name: pd.Series(values[order], dtype=values.dtype) for name, values in whole.items()})
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
        )

    def _part(self, item: Series) -> dict[str, np.ndarray]:
        """The figures of some columns: one array for each column of the raw table."""
        grid, rows = self.block.grid, np.array(self.block.rows, dtype=int)
        first = min(item.columns.values())
        columns = {"row": rows, "line": grid.lines[rows], "order": np.full(len(rows), first)}
        for name in FIELDS:
            values, at = self._field(item, name, rows)
            columns[name], columns[f"{name}_at"] = values, np.full(len(rows), at)
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
        filled = np.any([columns[name] != None for name in MEASURES], axis=0)  # noqa: E711  # by element
        return {name: values[filled] for name, values in columns.items()}

    def _field(self, item: Series, name: str, rows: np.ndarray) -> tuple[np.ndarray, int]:
        """The cells that give a field, and the column they stand in."""
        if name in MEASURES:
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
    def _corner(self) -> tuple[str, int] | None:
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
    def _total_columns(self) -> frozenset[int]:
        """Columns 合计 or 全市 beside columns of regions: sums, not a group."""
        columns = self.block.header.columns
        if not any(heading and "region" in heading.fixed for heading in columns):
            return frozenset()
        return frozenset(
            i for i, heading in enumerate(columns)
            if heading and "region" not in heading.fixed and heading.figures and folded(heading.text).split()[-1:] and
            folded(heading.text) in TOTALS
        )  # fmt: skip

    # what was passed over, and what stands in the way

    def findings(self) -> list[Finding]:
        """What is to be said about the table before its cells are read."""
        return [*self._passed_over(), *self._problems()]

    def _passed_over(self) -> list[Finding]:
        grid, block = self.block.grid, self.block
        found = []
        for rule, rows in (("note-rows", block.notes), ("total-rows", block.totals)):
            if rows:
                found.append(Finding.of(rule, Severity.NOTE, [_row_spot(block, row) for row in rows]))
        for index in self._filled_columns():
            heading = block.header.columns[index]
            if heading and (heading.never or index in self._total_columns):
                kind = heading.never or "total"
                found.append(
                    Finding.of(
                        f"never-{kind}", Severity.NOTE, grid.spot(block.header.bottom, index), heading=heading.text
                    )
                )
        found += self._counts_said()
        if self.block.header.spread:
            spots = [grid.spot(block.header.top, index) for index in block.header.spread]
            found.append(Finding.of("heading-spread", Severity.NOTE, spots))
        for name in self.context_used:
            found.append(
                Finding.of(f"from-title-{name}", Severity.NOTE, self._title_spot(), found=self._context_word(name))
            )
        found += self._filled_from_merge()
        return found

    def _counts_said(self) -> Iterable[Finding]:
        """What became of columns of counts under their own names."""
        register = self.headings.regions.register
        for index, owners in self._columns.counts.items():
            heading = self.block.header.columns[index]
            if heading is None or index not in self._filled_columns():
                continue
            spot = self.block.grid.spot(self.block.header.bottom, index)
            keys = dict.fromkeys(item.heading.indicator or self.block.context.indicator for item in owners)
            names = [register.indicators[key].name for key in keys if key]
            if names:
                of = Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
                yield Finding.of("count-attached", Severity.NOTE, spot, heading=heading.text, indicator=of)
            else:
                yield Finding.of("count-unused", Severity.NOTE, spot, heading=heading.text)

    def _context_word(self, name: str) -> str | Text:
        value = getattr(self.block.context, name)
        register = self.headings.regions.register
        if name == "region":
            region = register.regions[value]
            return Text(region.name, region.name_en or region.name)
        if name == "indicator":
            words = register.indicators[value].name
            return Text(words.zh, words.en)
        return str(value)

    def _title_spot(self) -> Spot:
        rows = self.block.titles
        if not rows:
            return Spot(self.block.grid.file, self.block.grid.sheet if self.block.grid.spreadsheet else "")
        return replace(self.block.grid.spot(rows[0]), detail=words_of(self.block.grid, rows[0])[:60])

    def _filled_from_merge(self) -> list[Finding]:
        grid = self.block.grid
        if not grid.merged or not self.block.rows:
            return []
        rows = set(self.block.rows)
        spots = []
        for name in (*DIMENSIONS, *ATTRIBUTES):
            for column in self.given.get(name, []):
                anchors = {
                    first
                    for (row, at), first in grid.merged.items()
                    if at == column and row in rows and first[1] == column
                }
                spots += [
                    grid.spot(*first, detail=shown(grid.cells[first]))
                    for first in sorted(anchors)
                    if grid.cells[first] is not None
                ]
        return [Finding.of("merged-filled", Severity.NOTE, spots)] if spots else []

    def _problems(self) -> list[Finding]:
        grid, block = self.block.grid, self.block
        found = []
        for index in self._filled_columns():
            heading = block.header.columns[index]
            spot = grid.spot(block.header.bottom, index)
            if heading and heading.column == "held":
                found.append(Finding.of("held-by-office", Severity.REFUSE, spot, heading=heading.text))
            elif heading and heading.clash and not heading.never:
                found.append(Finding.of("heading-clash", Severity.REFUSE, spot, heading=heading.text))
            elif (heading is None or heading.unknown) and index not in self._corner_columns:
                found.append(self._unnamed(index, heading, spot))
        if block.loose:
            found.append(Finding.of("loose-rows", Severity.REFUSE, [_row_spot(block, row) for row in block.loose]))
        found += self._title_problems()
        found += [*self._missing(), *self._twice(), *self._merged_figures()]
        return found

    def _title_problems(self) -> Iterable[Finding]:
        """What the title says of all figures, unless columns say it of their own."""
        context, columns = self.block.context, self.block.header.columns
        if context.never and not any(heading and heading.never == context.never for heading in columns):
            rule = "never-title" if context.never == "target" else f"title-{context.never}"
            yield Finding.of(rule, Severity.REFUSE, self._title_spot())
        if context.open_group and not context.group and "group" not in (*self.given, *self.shape):
            yield Finding.of("title-group", Severity.REFUSE, self._title_spot(), found=context.open_group)

    @property
    def _corner_columns(self) -> tuple[int, ...]:
        return (self._corner[1],) if self._corner else ()

    def _unnamed(self, index: int, heading: Heading | None, spot: Spot) -> Finding:
        """A column whose heading says nothing: refused where it holds numbers, else passed over and named."""
        cells = self.block.grid.cells[list(self.block.rows), index]
        numbers = any(
            numeric(value) or isinstance(value, UnsureCell) or self._like_number(value)
            for value in cells
            if value is not None
        )
        if not numbers:
            text = heading.text if heading else ""
            return Finding.of("column-passed" if text else "column-passed-blank", Severity.NOTE, spot, heading=text)
        if heading is None:
            return Finding.of("column-unnamed", Severity.REFUSE, spot, column=cell_name(0, index)[:-1])
        nearest = self.headings.indicators.nearest(heading.text)
        return Finding.of("column-unknown", Severity.REFUSE, spot, heading=heading.text, nearest=nearest)

    def _like_number(self, value: object) -> bool:
        return isinstance(value, str) and folded(value).replace(".", "", 1).rstrip("%‰").isdigit()

    def _missing(self) -> list[Finding]:
        """Dimensions that nothing gives, or no figures at all."""
        grid, block = self.block.grid, self.block
        spot = grid.spot(block.header.top)
        if not self.series:
            return [Finding.of("no-figure-column", Severity.REFUSE, spot)]
        has = {name for name in NEEDED if name in self.given or name in self.shape or getattr(block.context, name)}
        part = {
            name
            for name in self.shape
            if not all(name in item.heading.fixed for item in self.series) and name not in self.given
        }
        lacking = [name for name in NEEDED if name not in has or (name in part and not getattr(block.context, name))]
        found = [Finding.of(f"no-{name}", Severity.REFUSE, spot) for name in lacking]
        if block.context.clash in lacking or block.context.clash in self.context_used:
            found.append(Finding.of("title-clash", Severity.REFUSE, self._title_spot()))
        return found

    def _twice(self) -> list[Finding]:
        """The same column, or the same figures, under two headings."""
        block, grid = self.block, self.block.grid
        found = []
        for name, columns in self.given.items():
            most = 2 if name == "region" else 1
            if len(columns) > most or (name in self.shape and name != "group"):
                spots = [grid.spot(block.header.bottom, column) for column in columns]
                found.append(Finding.of("column-twice", Severity.REFUSE, spots, heading=self._texts(columns)))
        used = {column for item in self.series for column in item.columns.values()}
        doubled = [
            index for index, heading in enumerate(block.header.columns)
            if heading and heading.figures and not heading.clash
            and index not in used and index not in self._total_columns
            and index in self._filled_columns()
        ]  # fmt: skip
        found += [
            Finding.of(
                "column-twice", Severity.REFUSE, grid.spot(block.header.bottom, index), heading=self._texts([index])
            )
            for index in doubled
        ]
        return found

    def _texts(self, columns: Iterable[int]) -> str:
        return "、".join(heading.text if (heading := self.block.header.columns[column]) else "" for column in columns)

    def _merged_figures(self) -> list[Finding]:
        """One number in a merged cell that spans the places of several figures."""
        grid, block = self.block.grid, self.block
        figures = {column for item in self.series for column in item.columns.values()}
        rows = set(block.rows)
        firsts = {
            first for place, first in grid.merged.items()
            if place[0] in rows and place[1] in figures and grid.cells[first] is not None
            and first[0] in rows and first[1] in figures
        }  # fmt: skip
        spots = [grid.spot(*first, detail=shown(grid.cells[first])) for first in sorted(firsts)]
        return [Finding.of("merged-figure", Severity.REFUSE, spots)] if spots else []

    def _filled_columns(self) -> list[int]:
        rows = list(self.block.rows)
        filled = (self.block.grid.cells[rows] != None).any(axis=0) if rows else np.zeros(0, dtype=bool)  # noqa: E711
        return [index for index in range(len(self.block.header.columns)) if index < len(filled) and filled[index]]


def _states_unit_only(heading: Heading) -> bool:
    return heading.unit is not None and not (heading.column or heading.fixed or heading.never or heading.passed)


def _same(value: object, rows: np.ndarray) -> np.ndarray:
    cells = np.empty(len(rows), dtype=object)
    cells[:] = [value] * len(rows)
    return cells


def _row_spot(block: Block, row: int) -> Spot:
    grid = block.grid
    return grid.spot(row, grid.written(row)[0], words_of(grid, row)[:60])
