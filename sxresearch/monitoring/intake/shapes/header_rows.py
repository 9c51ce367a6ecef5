"""Where the header of a table stands in a sheet, and what it says about each column."""

from dataclasses import dataclass, replace

from sxresearch.monitoring.contract import FIGURE_COLUMNS
from sxresearch.monitoring.intake.shapes.grid import Grid
from sxresearch.monitoring.intake.shapes.heading import DIMENSIONS, Heading, Headings, combined
from sxresearch.monitoring.intake.words.cells import folded, numeric
from sxresearch.monitoring.intake.words.value_words import Reading, figure_of
from sxresearch.monitoring.intake.words.vocabulary import YEARLY_VALUES
from sxresearch.terms import Group

MOST_HEADER_ROWS = 4
_SEARCHED = 60
"""Rows in which the first header of a sheet is looked for."""


@dataclass(frozen=True)
class Header:
    """The header in rows ``top`` to ``bottom`` (both inside); ``columns`` has a heading, or none, for each column.

    ``spread`` are columns whose upper heading was taken from the left without a merged cell saying so.
    """

    top: int
    bottom: int
    columns: tuple[Heading | None, ...]
    spread: tuple[int, ...] = ()


@dataclass(frozen=True)
class HeaderSearch:
    """Finds headers in one sheet."""

    grid: Grid
    headings: Headings

    def first(self, start: int, *, within: int = _SEARCHED) -> Header | None:
        """The first header from row ``start`` on; none where no row looks like one."""
        seen = 0
        for row in range(start, self.grid.height):
            written = self.grid.written(row)
            if not written:
                continue
            if self._begins(row, written):
                return self._header(self._with_row_above(row, start))
            seen += 1
            if seen == within:
                break
        return None

    def _cell(self, row: int, column: int) -> Heading | None:
        value = self.grid.cells[row, column]
        if value is None:
            return None
        heading = self.headings.read(value, (row, column) in self.grid.dated, self.grid.date1904)
        if heading.unknown and folded(value) in YEARLY_VALUES and self._merged_to_the_right(row, column):
            return Heading(heading.text, column="value")  # 完成情况 merged over 2022年, 2023年
        return heading

    def _merged_to_the_right(self, row: int, column: int) -> bool:
        return self.grid.merged.get((row, column + 1)) == (row, column)

    def _begins(self, row: int, written: list[int]) -> bool:
        """At least two cells that are headings, one of them a column's name, or all years, regions or indicators."""
        found = [heading for column in written if (heading := self._cell(row, column))]
        numbers = [
            heading
            for heading, column in zip(found, written, strict=True)
            if heading.unknown and self._number(row, column)
        ]
        if numbers or len(found) < 2 or not _short(found):
            return False
        named = [heading for heading in found if heading.column or heading.passed]
        fixing = [heading for heading in found if heading.fixed or heading.never]
        unknown = [heading for heading in found if heading.unknown]
        if any(heading.column for heading in named) and len(named) + len(fixing) >= 2:
            return len(unknown) <= len(named) + len(fixing)
        alike = any(
            all(name in heading.fixed or heading.never for heading in fixing)
            for name in ("year", "region", "indicator")
        )
        return alike and len(fixing) >= 2 and len(unknown) <= 1

    def _number(self, row: int, column: int) -> bool:
        return numeric(self.grid.cells[row, column])

    def _with_row_above(self, row: int, start: int) -> int:
        """A lone heading right of the first column, above the row that was found, belongs to the header."""
        above = row - 1
        if above < start:
            return row
        written = self.grid.written(above)
        lone = len(written) == 1 and written[0] > 0 and self._cell(above, written[0])
        return above if lone and lone.fixed and not lone.unknown else row

    def _header(self, top: int) -> Header:
        bottom = top
        while bottom + 1 < self.grid.height and bottom - top + 1 < MOST_HEADER_ROWS and self._goes_on(top, bottom + 1):
            bottom += 1
        spread: list[int] = []
        columns = [self._column(top, bottom, column, spread) for column in range(self.grid.width)]
        columns = [heading and self._words_only(bottom, column, heading) for column, heading in enumerate(columns)]
        return Header(top, bottom, tuple(_with_groups_under(columns)), tuple(spread))

    def _words_only(self, bottom: int, column: int, heading: Heading) -> Heading:
        """2023年完成情况 may head words (已达标) in place of figures: then it is passed over."""
        if not (heading.column == "value" and heading.year and folded(heading.text).endswith(tuple(YEARLY_VALUES))):
            return heading
        below = [value for value in self.grid.cells[bottom + 1 :, column] if value is not None]
        words = below and all(isinstance(v, str) and figure_of(v).reading is Reading.UNREADABLE for v in below)
        digits = any(letter.isdigit() for value in below if isinstance(value, str) for letter in value)
        return Heading(heading.text, passed=True) if words and not digits else heading

    def _goes_on(self, top: int, row: int) -> bool:
        """Whether a row still belongs to the header: headings only, and blank left of the first fixed column."""
        written = self.grid.written(row)
        if not written:
            return False
        first = next((c for c in range(self.grid.width) if self._splits(top, row, c)), None)
        if first is None:
            return False
        if written[0] < first:
            return self._states_units(row)
        found = [self._cell(row, column) for column in written]
        return all(heading and not heading.unknown and _says_more(heading) for heading in found)

    def _states_units(self, row: int) -> bool:
        """Whether a row gives each column's unit: 单位 or 计量单位 in front, then nothing but units."""
        label, *rest = self.grid.written(row)
        heading = self._cell(row, label)
        if not (heading and heading.column == "unit" and not heading.fixed and rest):
            return False
        found = [heading for column in rest if (heading := self._cell(row, column))]
        return all(item.unit and not (item.column or item.fixed or item.never or item.passed) for item in found)

    def _splits(self, top: int, row: int, column: int) -> bool:
        """Whether a heading of the rows above fixes something, so that further rows may say more."""
        above = [heading for upper in range(top, row) if (heading := self._cell(upper, column))]
        if any(heading.fixed or heading.never for heading in above):
            return True
        return any(self._captions(upper, column) for upper in range(top, row))

    def _captions(self, row: int, column: int) -> bool:
        """Whether a dimension (年份) or the figures' name (监测值) is merged over columns that tell more below."""
        heading = self._cell(row, column)
        captions = heading and heading.column in (*DIMENSIONS, *FIGURE_COLUMNS)
        return bool(captions and self._merged_to_the_right(row, column))

    def _column(self, top: int, bottom: int, column: int, spread: list[int]) -> Heading | None:
        path: list[Heading] = []
        for row in range(top, bottom + 1):
            heading = self._read(top, row, column, bottom, spread)
            if heading and (not path or path[-1] != heading):
                path.append(heading)
        return combined(path) if path else None

    def _read(self, top: int, row: int, column: int, bottom: int, spread: list[int]) -> Heading | None:
        """A heading of the cell itself, of its merged range, or of the cell on the left that spans it."""
        anchor = self.grid.merged.get((row, column), (row, column))
        if row > top and self._states_units(row) and column == self.grid.written(row)[0]:
            return None
        if heading := self._cell(*anchor):
            return heading
        if row == bottom or not any(self.grid.cells[below, column] is not None for below in range(row + 1, bottom + 1)):
            return None
        for left in range(column - 1, -1, -1):
            heading = self._cell(*self.grid.merged.get((row, left), (row, left)))
            if heading:
                if not heading.fixed and not heading.never:
                    return None
                spread.append(column)
                return heading
        return None


def _with_groups_under(columns: list[Heading | None]) -> list[Heading | None]:
    """Headings like 其中：女 with what they share with the heading on their left: year, indicator, unit …"""
    whole: Heading | None = None
    found: list[Heading | None] = []
    for heading in columns:
        if heading and heading.under:
            heading = _under(whole, heading)
        elif heading:
            whole = heading
        found.append(heading)
    return found


def _under(whole: Heading | None, part: Heading) -> Heading:
    """A group of a heading; of one that is no figure the same, and of a group none."""
    if whole is None or whole.group not in (None, Group.TOTAL) or not (whole.figures or whole.count or whole.never):
        return Heading(part.text, unknown=part.text)
    if whole.count:
        return replace(whole, text=part.text, count=folded(part.text))
    own = combined([part])
    given = {name: getattr(own, name) or getattr(whole, name) for name in _SHARED}
    return replace(own, **given, text=f"{whole.text} {part.text}" if whole.text != part.text else part.text)


_SHARED = ("column", "year", "region", "region_of", "indicator", "unit", "status", "never", "passed")


def _short(found: list[Heading]) -> bool:
    """Headings are words, not sentences."""
    longest = 40
    return all(len(heading.text) <= longest for heading in found if not heading.indicator)


def _says_more(heading: Heading) -> bool:
    """Whether a heading may stand in a lower row of a header: no column of names, but what figures are below."""
    return not heading.column or heading.figures or heading.column == "unit"
