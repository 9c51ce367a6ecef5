"""Columns of the entry sheet: the contract's, in its Chinese names, and three that no reader takes for figures."""

from dataclasses import dataclass
from enum import StrEnum

from sxresearch.monitoring.template.names import column_name
from sxresearch.monitoring.template.sheet_words import zh


class Filled(StrEnum):
    """Who fills the cells of a column."""

    FIXED = "fixed"  # by the template; locked
    BY_OFFICE = "by_office"
    COUNTS = "counts"  # by the office where the indicator has a numerator and a denominator
    SHOWN = "shown"  # by the template for orientation; locked, and text even where it shows a number


@dataclass(frozen=True)
class EntryColumn:
    """``name`` as it stands in the head; ``width`` in characters."""

    key: str
    name: str
    filled: Filled
    width: int


ENTRY_COLUMNS = (
    EntryColumn("region", column_name("region"), Filled.FIXED, 7),
    EntryColumn("region_name", zh("column-region-name"), Filled.FIXED, 7),
    EntryColumn("indicator", column_name("indicator"), Filled.FIXED, 24),
    EntryColumn("group", column_name("group"), Filled.FIXED, 5),
    EntryColumn("unit", column_name("unit"), Filled.FIXED, 8),
    EntryColumn("year", column_name("year"), Filled.BY_OFFICE, 5),
    EntryColumn("value", column_name("value"), Filled.BY_OFFICE, 8),
    EntryColumn("numerator", column_name("numerator"), Filled.COUNTS, 9),
    EntryColumn("denominator", column_name("denominator"), Filled.COUNTS, 9),
    EntryColumn("status", column_name("status"), Filled.BY_OFFICE, 7),
    EntryColumn("basis", column_name("basis"), Filled.BY_OFFICE, 7),
    EntryColumn("source", column_name("source"), Filled.BY_OFFICE, 11),
    EntryColumn("remark", zh("column-remark"), Filled.BY_OFFICE, 6),
    EntryColumn("known", zh("column-known"), Filled.SHOWN, 15),
)

POSITION = {column.key: place for place, column in enumerate(ENTRY_COLUMNS)}
"""Column number (from 0) by key."""


def column_letter(key: str) -> str:
    """The letter of a column in a spreadsheet's formulas."""
    return chr(ord("A") + POSITION[key])
