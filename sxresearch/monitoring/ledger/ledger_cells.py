"""Cells of a ledger made definite, or a fault that says what was expected, what was found and what to do.

Spreadsheets change what is typed: codes become numbers, days become serial numbers, 3-5 becomes a day of this year.
What is clear is taken; what is not is refused, never guessed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from typing import TypeVar

from sxresearch.errors import Fault
from sxresearch.language import say
from sxresearch.monitoring.contract import FIRST_YEAR, LAST_YEAR, Register
from sxresearch.monitoring.intake.excel.serial_days import moment_of
from sxresearch.monitoring.intake.words.cells import blank, folded, numeric, shown, text_of
from sxresearch.monitoring.intake.words.region_words import RegionNames
from sxresearch.monitoring.intake.words.year_words import year_of
from sxresearch.monitoring.ledger.ledger_table import LedgerRow, column_name
from sxresearch.terms import Language

_Found = TypeVar("_Found")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
_LONGEST = 2000  # characters


@dataclass
class RowReader:
    """Reads the cells of one row; every fault is kept in ``faults``."""

    row: LedgerRow
    faults: list[Fault] = field(default_factory=list)

    def text(self, column: str, *, needed: bool = True) -> str:
        """A text in one line; refused where it is needed and missing, or too long."""
        found = text_of(self._value(column))
        if needed and not found:
            self._refuse(column, "text")
        if len(found) > _LONGEST:
            self._refuse(column, "short")
            return ""
        return found

    def choice(self, column: str, words: Mapping[str, _Found], *, needed: bool = True) -> _Found | None:
        """One of the allowed words, in either language."""
        value = self._value(column)
        found = words.get(folded(value))
        if found is None and (needed or not blank(value)):
            self._refuse(column, "choice", "、".join(dict.fromkeys(words)))
        return found

    def day(self, column: str, *, needed: bool = True) -> date | None:
        """A day: a cell that is a date, or 2024-03-05, 2024/3/5, 2024.3.5, 2024年3月5日, 20240305."""
        value = self._value(column)
        if blank(value) and not needed:
            return None
        found = _day_of(value, self.row.date1904)
        if found is None or not _FIRST_DAY <= found <= _LAST_DAY:
            self._refuse(column, "day")
            return None
        return found

    def year(self, column: str) -> int | None:
        """A year, or none where the cell is blank."""
        value = self._value(column)
        if blank(value):
            return None
        found = year_of(value, date1904=self.row.date1904)
        if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
            self._refuse(column, "year")
            return None
        return found.year

    def chance(self, column: str) -> float | None:
        """A probability as 0.85, 85% or a cell shown as per cent; none where the cell is blank.

        A number from 1 on without a per cent sign is refused: 1 could be one per cent or certainty.
        """
        value = self._value(column)
        if blank(value):
            return None
        text = folded(value)
        try:
            found = float(text.removesuffix("%")) / 100 if text.endswith("%") else float(text)
        except ValueError:
            found = -1.0
        if not (0 <= found <= 1) or (found == 1 and not text.endswith("%")):
            self._refuse(column, "chance")
            return None
        return found

    def region(self, names: RegionNames) -> str:
        """A region by code or name."""
        value = self._value("region")
        found = names.find(value)
        if found.code:
            return found.code
        self._refuse("region", "region", names.nearest(value) if not blank(value) else "")
        return ""

    def target(self, known: Sequence[str]) -> str:
        """A target by its id."""
        text = text_of(self._value("target"))
        if text in known:
            return text
        self._refuse("target", "target", "、".join(get_close_matches(text, known, 3, 0.5)))
        return ""

    def refuse(self, key: str, column: str, **values: str) -> None:
        """Keep a fault of another kind."""
        self.faults.append(Fault.of(key, self.row.where(column), **values))

    def _value(self, column: str) -> object:
        return None if column in self.row.error_cells else self.row.cells.get(column)

    def _refuse(self, column: str, kind: str, known: str = "") -> None:
        found = self.row.error_cells.get(column) or shown(self.row.cells.get(column))
        sentences = [_sentence(language, column, kind, found, known) for language in Language]
        self.faults.append(Fault(self.row.where(column), *sentences))


def _sentence(language: Language, column: str, kind: str, found: str, known: str) -> str:
    """Column, what was expected, what was found, what to do."""
    return say(
        "ledger-cell",
        language,
        column=column_name(column, language),
        expected=say(f"ledger-expected-{kind}", language, known=known or "–"),
        found=found or say("ledger-blank", language),
        do=say(f"ledger-do-{kind}", language),
    )


def _day_of(value: object, date1904: bool) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = folded(value)
    if numeric(value) and not _COMPACT.fullmatch(text):
        moment = moment_of(float(value), date1904)  # type: ignore[arg-type]
        return moment.date() if isinstance(moment, datetime) else None
    parts = _DAY.fullmatch(text.removesuffix("00:00:00")) or _COMPACT.fullmatch(text)
    try:
        return date(*map(int, parts.groups())) if parts else None
    except ValueError:
        return None


def words_for(members: Sequence[_Found], say_word: Callable[[_Found, Language], str]) -> dict[str, _Found]:
    """Every word by which a member may be named: in Chinese, in English, and as data files write it."""
    spelled = {folded(say_word(member, language)): member for language in Language for member in members}
    return spelled | {folded(str(member)): member for member in members}


def region_names(register: Register) -> RegionNames:
    """The regions' spellings."""
    return RegionNames(register)
