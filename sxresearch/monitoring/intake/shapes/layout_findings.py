"""What is to be said about a table before its cells are read: what was passed over, and what stands in the way."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from sxresearch.language import Text
from sxresearch.monitoring.findings import Finding, Severity, Spot
from sxresearch.monitoring.intake.shapes.block import Block, words_of
from sxresearch.monitoring.intake.shapes.heading import DIMENSIONS, Heading
from sxresearch.monitoring.intake.shapes.layout import ATTRIBUTES, Layout
from sxresearch.monitoring.intake.words.cells import UnsureCell, cell_name, folded, numeric, shown

NEEDED = ("region", "indicator", "year")


@dataclass(frozen=True)
class LayoutFindings:
    """The findings about how one table is laid out."""

    layout: Layout

    @property
    def block(self) -> Block:
        """The rows and header that the layout reads."""
        return self.layout.block

    def listed(self) -> list[Finding]:
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
            if heading and (heading.never or index in self.layout.total_columns):
                kind = heading.never or "total"
                found.append(
                    Finding.of(
                        f"never-{kind}", Severity.NOTE, grid.spot(block.header.bottom, index), heading=heading.text
                    )
                )
        found += self._counts_said()
        under = [i for i in self._filled_columns() if (item := block.header.columns[i]) and item.under and item.figures]
        if under:
            spots = [grid.spot(block.header.bottom, i, block.header.columns[i].text) for i in under]  # type: ignore[union-attr]
            found.append(Finding.of("group-beside-heading", Severity.NOTE, spots))
        if self.block.header.spread:
            spots = [grid.spot(block.header.top, index) for index in block.header.spread]
            found.append(Finding.of("heading-spread", Severity.NOTE, spots))
        for name in self.layout.context_used:
            found.append(
                Finding.of(f"from-title-{name}", Severity.NOTE, self._title_spot(), found=self._context_word(name))
            )
        found += self._filled_from_merge()
        return found

    def _counts_said(self) -> Iterable[Finding]:
        """What became of columns of counts under their own names."""
        register = self.layout.headings.regions.register
        for index, owners in self.layout.counts.items():
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
        register = self.layout.headings.regions.register
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
            for column in self.layout.given.get(name, []):
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
        if context.unit_unread and not context.unit:
            yield Finding.of("title-unit-unread", Severity.NOTE, self._title_spot(), found=context.unit_unread)
        if context.open_group and not context.group and "group" not in (*self.layout.given, *self.layout.shape):
            yield Finding.of("title-group", Severity.REFUSE, self._title_spot(), found=context.open_group)

    @property
    def _corner_columns(self) -> tuple[int, ...]:
        return (self.layout.corner[1],) if self.layout.corner else ()

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
        nearest = self.layout.headings.indicators.nearest(heading.text)
        return Finding.of("column-unknown", Severity.REFUSE, spot, heading=heading.text, nearest=nearest)

    def _like_number(self, value: object) -> bool:
        return isinstance(value, str) and folded(value).replace(".", "", 1).rstrip("%‰").isdigit()

    def _missing(self) -> list[Finding]:
        """Dimensions that nothing gives, or no figures at all."""
        grid, block = self.block.grid, self.block
        spot = grid.spot(block.header.top)
        if not self.layout.series:
            return [Finding.of("no-figure-column", Severity.REFUSE, spot)]
        has = {
            name
            for name in NEEDED
            if name in self.layout.given or name in self.layout.shape or getattr(block.context, name)
        }
        part = {
            name
            for name in self.layout.shape
            if not all(name in item.heading.fixed for item in self.layout.series) and name not in self.layout.given
        }
        lacking = [name for name in NEEDED if name not in has or (name in part and not getattr(block.context, name))]
        found = [Finding.of(f"no-{name}", Severity.REFUSE, spot) for name in lacking]
        if block.context.clash in lacking or block.context.clash in self.layout.context_used:
            found.append(Finding.of("title-clash", Severity.REFUSE, self._title_spot()))
        return found

    def _twice(self) -> list[Finding]:
        """The same column, or the same figures, under two headings."""
        block, grid = self.block, self.block.grid
        found = []
        for name, columns in self.layout.given.items():
            most = 2 if name == "region" else 1
            if len(columns) > most or (name in self.layout.shape and name != "group"):
                spots = [grid.spot(block.header.bottom, column) for column in columns]
                found.append(Finding.of("column-twice", Severity.REFUSE, spots, heading=self._texts(columns)))
        used = {column for item in self.layout.series for column in item.columns.values()}
        doubled = [
            index for index, heading in enumerate(block.header.columns)
            if heading and heading.figures and not heading.clash
            and index not in used and index not in self.layout.total_columns
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
        figures = {column for item in self.layout.series for column in item.columns.values()}
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


def _row_spot(block: Block, row: int) -> Spot:
    grid = block.grid
    return grid.spot(row, grid.written(row)[0], words_of(grid, row)[:60])
