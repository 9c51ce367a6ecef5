"""Numbers as offices write them: 95.2%, 12.5/10万, 1,234, full-width digits; and what stands for no figure."""

import math
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from sxresearch.monitoring.intake.words.cells import UnsureCell, blank, dressed_digits, text_of, unmarked
from sxresearch.monitoring.intake.words.unit_words import unit_of
from sxresearch.monitoring.intake.words.vocabulary import BELOW_UNIT, MISSING
from sxresearch.terms import Unit

_NUMBER = re.compile(
    r"(?P<number>[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d*)?|[+-]?\.\d+)(?P<power>e[+-]?\d{1,3})?"
    r"\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_DASHES = re.compile("[\u2010-\u2015\u2212]")


class Reading(StrEnum):
    """What a cell that should hold a figure holds."""

    NUMBER = "number"
    NOTHING = "nothing"
    BELOW_UNIT = "below-unit"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Figure:
    """A cell read as a figure; ``unit`` is one written beside the number, ``marked`` says that a footnote was."""

    reading: Reading
    number: float = math.nan
    unit: Unit | None = None
    marked: bool = False


NOTHING = Figure(Reading.NOTHING)
_UNREADABLE = Figure(Reading.UNREADABLE)


def figure_of(value: object) -> Figure:
    """The figure in a cell. Approximate ones (约99, ≥95), decimal commas and digits in circles (③) can't be read."""
    if blank(value):
        return NOTHING
    if isinstance(value, bool | date | time | timedelta | UnsureCell):
        return _UNREADABLE
    if isinstance(value, int | float):
        return Figure(Reading.NUMBER, float(value)) if math.isfinite(value) else _UNREADABLE
    bare, marked = unmarked(text_of(value))
    if bare in BELOW_UNIT:
        return Figure(Reading.BELOW_UNIT)
    if dressed_digits(bare):
        return _UNREADABLE
    text = _DASHES.sub("-", unicodedata.normalize("NFKC", bare)).strip()
    if not text.strip("*") or text.casefold() in MISSING:
        return NOTHING
    return _written(text, marked)


def _written(text: str, marked: bool) -> Figure:
    found = _NUMBER.fullmatch(text)
    if not found:
        return _UNREADABLE
    unit = unit_of(found["rest"]) if found["rest"] else None
    if found["rest"] and unit is None:
        return _UNREADABLE
    number = float(re.sub("[, ]", "", found["number"]) + (found["power"] or ""))
    return Figure(Reading.NUMBER, number, unit, marked) if math.isfinite(number) else _UNREADABLE
