"""Years as offices write them: 2023, 2023年, a date, a cell formatted as a date; and what only looks like a year."""

import re
from dataclasses import dataclass
from datetime import date

from sxresearch.monitoring.contract import FIRST_YEAR, LAST_YEAR
from sxresearch.monitoring.intake.excel.serial_days import serial_of
from sxresearch.monitoring.intake.words.cells import dressed_digits, folded, numeric, text_of, unmarked
from sxresearch.monitoring.intake.words.vocabulary import NEVER

_PLAIN = re.compile(r"(\d{4})(?:\.0+)?(?:年|年度|年末|年底)?")
_WITHIN = re.compile(r"(?<!\d)(\d{4})年?度?(?!\d)")
_DATE = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?|[.](\d{1,2})[.](\d{1,2}))(?:00:00:00)?")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_CHINESE = re.compile(r"^([〇零○一二三四五六七八九]{4})年")
_MONTHS = 12


@dataclass(frozen=True)
class YearWord:
    """A year read from a cell; ``never`` says why its numbers are no figures, ``note`` what was assumed."""

    year: int
    never: str = ""
    note: str = ""


def year_of(value: object, dated: bool = False, date1904: bool = False) -> YearWord | None:
    """The year that a whole cell states; none where it states something else.

    ``dated`` says that the cell is shown as a date though it holds a number; ``date1904`` that its file counts days
    from 1904.
    """
    if isinstance(value, date):
        return _of_date(value, date1904)
    if isinstance(value, str) and dressed_digits(unmarked(text_of(value))[0]):
        return None
    if numeric(value):
        return _of_number(float(value), dated)  # type: ignore[arg-type]
    text = in_digits(folded(value))
    if whole := _PLAIN.fullmatch(text):
        return _known(int(whole[1]))
    if day := _DATE.fullmatch(text):
        return _of_day(int(day[1]), int(day[2] or day[4]), int(day[3] or day[5] or 0))
    inside = _WITHIN.findall(text)
    never = never_word(text)
    return YearWord(int(inside[0]), never) if len(inside) == 1 and never else None


def never_word(text: str) -> str:
    """Why the numbers under a folded heading are no figures of a year; empty where nothing says so."""
    return next((kind for word, kind in NEVER.items() if word in text), "")


def years_within(text: str) -> list[int]:
    """All years that stand in a folded text, in order."""
    return [int(year) for year in _WITHIN.findall(in_digits(text)) if FIRST_YEAR <= int(year) <= LAST_YEAR]


def without_year(text: str) -> str:
    """A folded text without the years in it."""
    return _WITHIN.sub("", in_digits(text))


def in_digits(text: str) -> str:
    """二〇二三年 as 2023年."""
    return _CHINESE.sub(lambda found: f"{found[1].translate(_DIGITS)}年", text)


def _of_number(number: float, dated: bool) -> YearWord | None:
    if number != number or not number.is_integer():
        return None
    if FIRST_YEAR <= number <= LAST_YEAR:
        return YearWord(int(number), note="year-shown-as-date" if dated else "")
    return None


def _of_date(day: date, date1904: bool) -> YearWord | None:
    """A typed year that is shown as a date (2015 as 1905-07-07), or the year of a real date."""
    serial = int(serial_of(day, date1904))
    if FIRST_YEAR <= serial <= LAST_YEAR:
        return YearWord(serial, note="year-shown-as-date")
    return _of_day(day.year, day.month, day.day)


def _of_day(year: int, month: int, day: int) -> YearWord | None:
    """The year of a day in its last month, or of its first day; any other may end half a year: it states none."""
    return _known(year, "year-from-date") if month == _MONTHS or (month, day) == (1, 1) else None


def _known(year: int, note: str = "") -> YearWord | None:
    return YearWord(year, note=note) if FIRST_YEAR <= year <= LAST_YEAR else None
