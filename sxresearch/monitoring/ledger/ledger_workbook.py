"""A ledger as a workbook to be filled: what is fixed is grey, what is to be filled is yellow, with drop-downs."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sxresearch.language import say
from sxresearch.monitoring.ledger.ledger_table import column_name
from sxresearch.monitoring.template.styles import FONT, Styles, for_print
from sxresearch.office_files import neutralised
from sxresearch.terms import Language
from sxresearch.workbook import workbook

SPARE_ROWS = 20
"""Empty rows below, for what is agreed beside the list."""
_HEAD_HEIGHT, _NOTE_HEIGHT = 30, 60  # points


class FilledBy(StrEnum):
    """Who fills a column."""

    FIXED = "fixed"
    TEXT = "text"
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True)
class SheetColumn:
    """A column: its key (``ledger-col-<key>``), who fills it, width in characters, and the words to choose from."""

    key: str
    filled: FilledBy
    width: int
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class LedgerSheet:
    """``note`` stands above the head; ``rows`` map column keys to texts, missing ones are blank."""

    title: str
    note: str
    columns: Sequence[SheetColumn]
    rows: Sequence[Mapping[str, str]]
    language: Language


def ledger_bytes(sheet: LedgerSheet) -> bytes:
    """The workbook; the same sheet gives the same bytes. Codes and days are texts, so that no program turns them."""
    target = io.BytesIO()
    with workbook(target, FONT, title=neutralised(sheet.title), author="sxresearch") as book:
        page, styles = book.add_worksheet(sheet.title[:31]), Styles(book)
        page.merge_range(0, 0, 0, len(sheet.columns) - 1, neutralised(sheet.note), styles.text)
        page.set_row(0, _NOTE_HEIGHT)
        page.set_row(1, _HEAD_HEIGHT)
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width)
            page.write_string(1, place, column_name(column.key, sheet.language), styles.head)
        blank: Sequence[Mapping[str, str]] = [{}] * SPARE_ROWS
        for line, row in enumerate([*sheet.rows, *blank], start=2):
            for place, column in enumerate(sheet.columns):
                _write(page, (line, place), row.get(column.key, ""), _look(styles, column, row))
        _checks(page, sheet, len(sheet.rows) + SPARE_ROWS + 1)
        page.freeze_panes(2, 0)
        page.autofilter(1, 0, len(sheet.rows) + SPARE_ROWS + 1, len(sheet.columns) - 1)
        page.repeat_rows(1)
        for_print(page, sheet.title)
    return target.getvalue()


def _write(page: Any, place: tuple[int, int], text: str, look: Any) -> None:
    if text:
        page.write_string(*place, neutralised(text), look)
    else:
        page.write_blank(*place, None, look)


def _look(styles: Styles, column: SheetColumn, row: Mapping[str, str]) -> Any:
    """Rows below the list are all to be filled."""
    return styles.fixed if column.filled is FilledBy.FIXED and row else styles.entry


def _checks(page: Any, sheet: LedgerSheet, last: int) -> None:
    for place, column in enumerate(sheet.columns):
        if column.filled is FilledBy.CHOICE:
            rule = {
                "validate": "list",
                "source": list(column.words),
                "error_title": column_name(column.key, sheet.language)[:32],
                "error_message": say("ledger-sheet-choose", sheet.language),
            }
            page.data_validation(2, place, last, place, rule)
