"""The tables of a sheet: title above, header, rows with figures, and what is passed over between and below them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sxresearch.monitoring.intake.shapes.context import Context, Titles
from sxresearch.monitoring.intake.shapes.grid import Grid
from sxresearch.monitoring.intake.shapes.header_rows import Header, HeaderSearch
from sxresearch.monitoring.intake.shapes.heading import Headings
from sxresearch.monitoring.intake.words.cells import folded, shown, text_of
from sxresearch.monitoring.intake.words.vocabulary import GROUPS, NOTE_STARTS, TOTALS

_HEADS = ("region", "city", "county", "indicator", "year", "group")
_KEYS = ("region", "city", "county", "indicator", "year")
_NOTE = re.compile(r"^(?:\d+[.、)]|\(?[一二三]\)?[、.])?(?:" + "|".join(map(re.escape, NOTE_STARTS)) + ")")


@dataclass(frozen=True)
class Block:
    """One table: ``rows`` are those with figures, ``notes`` and ``totals`` what is passed over.

    ``titles`` are the rows above the header; ``loose`` are rows of a single word that would say something about the
    rows below it, which no column can hold.
    """

    grid: Grid
    header: Header
    context: Context
    rows: tuple[int, ...]
    titles: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()
    totals: tuple[int, ...] = ()
    loose: tuple[int, ...] = ()

    def columns(self, name: str) -> list[int]:
        """Columns whose heading is a name of the contract and nothing else."""
        return [
            index
            for index, heading in enumerate(self.header.columns)
            if heading and heading.column == name and not heading.fixed and not heading.never
        ]


def blocks_of(grid: Grid, headings: Headings) -> list[Block]:
    """The tables of a sheet in order; none where no header was found."""
    search, titles = HeaderSearch(grid, headings), Titles(headings)
    found: list[Block] = []
    start, header = 0, search.first(0)
    while header:
        end, following = _end(grid, header, search)
        above = [row for row in range(start, header.top) if grid.written(row)]
        title_rows = (
            [row for row in above if not found or row > found[-1].rows[-1]] if found and found[-1].rows else above
        )
        if found:
            found[-1] = _without(found[-1], title_rows)
        context = _context(grid, title_rows, titles, found[-1].context if found and not title_rows else None)
        found.append(_block(grid, header, context, end, tuple(title_rows), headings))
        start, header = header.bottom + 1, following
    return found


def _context(grid: Grid, rows: list[int], titles: Titles, before: Context | None) -> Context:
    texts = [text_of(grid.cells[row, column]) for row in rows for column in grid.written(row)]
    return before or titles.read([*texts, grid.sheet if grid.spreadsheet else ""])


def _end(grid: Grid, header: Header, search: HeaderSearch) -> tuple[int, Header | None]:
    """The row after the block, and the header of the next one: where a heading of this one is written again."""
    for row in _repeats(grid, header):
        again = search.first(row, within=1)
        if again and again.top <= row:
            return row, again
    return grid.height, None


def _repeats(grid: Grid, header: Header) -> Iterator[int]:
    """Rows in which the first named column holds a heading of such a column, not a value."""
    names = [index for index, heading in enumerate(header.columns) if heading and heading.column in _HEADS][:2]
    candidates: set[int] = set()
    for index in names:
        words = {grid.cells[row, index] for row in range(header.top, header.bottom + 1)} - {None}
        below = grid.cells[header.bottom + 1 :, index].tolist()
        candidates |= {header.bottom + 1 + at for at, value in enumerate(below) if value in words}
    yield from sorted(candidates)


def _without(block: Block, rows: list[int]) -> Block:
    """A block without rows that turned out to be the title of the next one."""
    kept = {
        name: tuple(row for row in getattr(block, name) if row not in rows)
        for name in ("notes", "loose", "totals", "rows")
    }
    return Block(**{**block.__dict__, **kept})


def _block(
    grid: Grid, header: Header, context: Context, end: int, titles: tuple[int, ...], headings: Headings
) -> Block:
    figures = [i for i, heading in enumerate(header.columns) if heading and heading.figures]
    named = [i for i, heading in enumerate(header.columns) if heading and heading.column in _KEYS and not heading.fixed]
    body = grid.cells[header.bottom + 1 : end]
    filled = body != None  # noqa: E711  # by element
    with_figure = filled[:, figures].any(axis=1) if figures else np.zeros(len(body), dtype=bool)
    kinds: dict[str, list[int]] = {"rows": [], "notes": [], "totals": [], "loose": []}
    texts = {index: _head_texts(grid, header.bottom + 1, end, index) for index in named}
    plain = _plain_rows([texts[index] for index in named], with_figure)
    for at in np.flatnonzero(filled.any(axis=1)):
        row = header.bottom + 1 + int(at)
        if plain[at]:
            kinds["rows"].append(row)
            continue
        heads = {index: texts[index][at] for index in named}
        kinds[_kind(grid, header, row, heads, bool(with_figure[at]), figures, headings)].append(row)
    return Block(grid, header, context, titles=titles, **{name: tuple(rows) for name, rows in kinds.items()})


def _plain_rows(names: list[list[str]], with_figure: np.ndarray) -> np.ndarray:
    """Which rows have a figure and every name, and sum up nothing: most of a table, told without a look at each."""
    plain = with_figure.copy()
    for column in names:
        plain &= np.fromiter(map(bool, column), dtype=bool, count=len(column))
    if names:
        plain &= np.fromiter((name not in TOTALS for name in names[0]), dtype=bool, count=len(names[0]))
    return plain


def _head_texts(grid: Grid, start: int, end: int, column: int) -> list[str]:
    """Folded text of a column's cells (of merged ones, of their range), each different one folded once."""
    cells = grid.cells[start:end, column].copy()
    for row, at in grid.merged:
        if at == column and start <= row < end:
            cells[row - start] = grid.at(row, at)
    codes, different = pd.factorize(cells, use_na_sentinel=False)
    texts = np.array(
        [folded(value) if value is not None and value == value else "" for value in different], dtype=object
    )
    return texts[codes].tolist() if len(texts) else []


def _kind(
    grid: Grid,
    header: Header,
    row: int,
    heads: dict[int, str],
    with_figure: bool,
    figures: list[int],
    headings: Headings,
) -> str:
    """Whether a row holds figures, sums up others, is a note, or a word by itself."""
    names = [head for head in heads.values() if head]
    first = next((index for index, head in heads.items() if head), None)
    if first is not None and heads[first] in TOTALS and not _names_group(header, first, heads[first]):
        return "totals"
    complete = len(names) == len(heads)
    if complete and with_figure:
        return "rows"
    cells = grid.written(row)
    numbers = any(isinstance(grid.cells[row, column], float) for column in figures)
    if _NOTE.match(folded(grid.cells[row, cells[0]])) and not numbers:
        return "notes"
    if with_figure or (complete and len(cells) > 1):
        return "rows"
    if len(cells) > 1:
        return "notes"
    return _lone(grid, header, row, cells[0], heads, headings)


def _names_group(header: Header, column: int, head: str) -> bool:
    """Whether 合计 stands below an indicator's name: there it is a group of it, no sum of regions."""
    heading = header.columns[column]
    return head in GROUPS and heading is not None and heading.column == "indicator"


def _lone(grid: Grid, header: Header, row: int, column: int, heads: dict[int, str], headings: Headings) -> str:
    """A single word: a note, the name of something without a figure, or a heading for the rows below."""
    heading = headings.read(grid.cells[row, column])
    if heading.unknown or not heading.fixed or heading.never:
        return "notes"
    named = header.columns[column]
    own = "region" if named and named.column in ("city", "county") else named.column if named else ""
    return "rows" if column in heads and own in heading.fixed else "loose"


def words_of(grid: Grid, row: int) -> str:
    """A row's texts, for a list of what was passed over."""
    return " ".join(shown(grid.cells[row, column]) for column in grid.written(row))
