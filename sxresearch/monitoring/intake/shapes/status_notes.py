"""Notes and remarks that say which figures are preliminary, carried to the figures they speak of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from sxresearch.monitoring.findings import Finding, Severity, Spot
from sxresearch.monitoring.intake.shapes.block import Block
from sxresearch.monitoring.intake.shapes.raw_table import RawTable
from sxresearch.monitoring.intake.words.cells import blank, folded, shown, text_of
from sxresearch.monitoring.intake.words.status_words import StatusStatement, preliminary_statement
from sxresearch.monitoring.intake.words.vocabulary import REMARKS, STATUSES
from sxresearch.monitoring.intake.words.year_words import year_of
from sxresearch.terms import ObservationStatus


@dataclass(frozen=True)
class StatusNote:
    """A statement, its places, and the rows of the sheet it speaks of (none: the whole sheet)."""

    statement: StatusStatement
    spots: tuple[Spot, ...]
    text: str
    rows: tuple[int, ...] | None = None


def with_stated_status(blocks: Sequence[Block], raws: Sequence[RawTable]) -> tuple[list[RawTable], list[Finding]]:
    """The tables of one sheet with the status that its notes, titles and remarks give, and what is said about it.

    A statement that names no year holds where all figures it speaks of are of one year. One that can't be carried to
    figures without doubt, or contradicts the column of states, is refused: it must not be passed over.
    """
    if not raws:
        return [], []
    notes = [*_around(blocks), *(note for block in blocks for note in _remarks(block))]
    if not notes:
        return list(raws), []
    states = [_States(raw) for raw in raws]
    findings = [finding for note in notes if (finding := _carried(note, states))]
    return [item.table() for item in states], findings


def _around(blocks: Sequence[Block]) -> Iterator[StatusNote]:
    """Statements in rows above and below the tables, and in the name of the sheet."""
    grid = blocks[0].grid
    for block in blocks:
        for row in (*block.titles, *block.notes):
            for column in grid.written(row):
                text = text_of(grid.cells[row, column])
                if statement := preliminary_statement(text):
                    yield StatusNote(statement, (grid.spot(row, column),), text)
    if grid.spreadsheet and (statement := preliminary_statement(grid.sheet)):
        yield StatusNote(statement, (Spot(grid.file, grid.sheet),), grid.sheet)


def _remarks(block: Block) -> Iterator[StatusNote]:
    """Statements in columns of remarks, equal ones together."""
    grid = block.grid
    for index, heading in enumerate(block.header.columns):
        if heading is None or not heading.passed or folded(heading.text) not in REMARKS:
            continue
        rows: dict[str, list[int]] = {}
        for row in block.rows:
            cell = grid.at(row, index) if grid.merged else grid.cells[row, index]
            if isinstance(cell, str):
                rows.setdefault(cell, []).append(row)
        for cell, found in rows.items():
            if statement := preliminary_statement(cell):
                spots = tuple(grid.spot(row, index) for row in found)
                yield StatusNote(statement, spots, text_of(cell), tuple(found))


def _carried(note: StatusNote, states: Sequence["_States"]) -> Finding | None:
    """Carry one statement to its figures; says what was done, or why it can't be."""
    meant = [item.meant(note) for item in states]
    years = {year for item, mask in zip(states, meant, strict=True) for year in item.years[mask].tolist()}
    if note.rows is None and note.statement.years and note.statement.clear and not years:
        return None  # of years that the sheet does not hold
    sure = note.statement.clear and bool(years) and (bool(note.statement.years) or note.rows or len(years) == 1)
    sure = sure and not any(item.leaves_out(note, mask) for item, mask in zip(states, meant, strict=True))
    words = {"found": shown(note.text), "years": "、".join(map(str, sorted(years)))}
    if not sure or any(item.contradicts(mask) for item, mask in zip(states, meant, strict=True)):
        return Finding.of("status-note-unclear", Severity.REFUSE, note.spots, found=words["found"])
    for item, mask in zip(states, meant, strict=True):
        item.set(mask)
    return Finding.of("status-from-note", Severity.NOTE, note.spots, **words)


class _States:
    """The states of one table's figures while notes are carried to them."""

    def __init__(self, raw: RawTable):
        self._raw, self._rows = raw, raw.cells["row"].to_numpy()
        which, cells = raw.different("year")
        read = [None if blank(cell) else year_of(cell, date1904=raw.date1904) for cell in cells]
        self.years = np.array([word.year if word else 0 for word in read], dtype=int)[which]
        which, cells = raw.different("status")
        known = [None if blank(cell) else STATUSES.get(folded(cell)) for cell in cells]
        self._empty = np.array([blank(cell) for cell in cells], dtype=bool)[which]
        self._other = ~self._empty & np.array([item is not ObservationStatus.PRELIMINARY for item in known])[which]
        self._preliminary = np.zeros(len(raw.cells), dtype=bool)

    def meant(self, note: StatusNote) -> np.ndarray:
        """The figures that a note speaks of."""
        mask = self._of(note)
        return mask & np.isin(self.years, note.statement.years) if note.statement.years else mask

    def leaves_out(self, note: StatusNote, meant: np.ndarray) -> bool:
        """Whether a remark speaks of no figure of its row, or of figures of several years without naming one."""
        if note.rows is None:
            return False
        mask = self._of(note)
        if set(self._rows[mask].tolist()) - set(self._rows[meant].tolist()):
            return True
        pairs = set(zip(self._rows[meant].tolist(), self.years[meant].tolist(), strict=True))
        return not note.statement.years and len(pairs) > len(set(self._rows[meant].tolist()))

    def _of(self, note: StatusNote) -> np.ndarray:
        return np.ones(len(self._rows), dtype=bool) if note.rows is None else np.isin(self._rows, note.rows)

    def contradicts(self, mask: np.ndarray) -> bool:
        """Whether another status stands beside one of these figures."""
        return bool((mask & self._other).any())

    def set(self, mask: np.ndarray) -> None:
        """These are preliminary."""
        self._preliminary |= mask & self._empty

    def table(self) -> RawTable:
        """The table with what was set."""
        if not self._preliminary.any():
            return self._raw
        status = self._raw.cells["status"].to_numpy(dtype=object).copy()
        status[self._preliminary] = ObservationStatus.PRELIMINARY.value
        return replace(self._raw, cells=self._raw.cells.assign(status=pd.Series(status, dtype=object)))
