"""Cells as text: full-width forms, spaces, footnote marks; and cells that can't be used as they stand."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from sxresearch.monitoring.findings import Severity
from sxresearch.monitoring.intake.formats.sheets import Value
from sxresearch.safe_text import visible

FOOTNOTE = (
    r"[*＊†‡※\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3251-\u325f\u3280-\u3289\u32b1-\u32bf"
    r"\u00b9\u00b2\u00b3\u2070-\u2079\u2080-\u2089]"
)
_MARKS_AT_END = re.compile(rf"(?:\s*(?:{FOOTNOTE}|[(（\[]{FOOTNOTE}[)）\]]|\[\d\]))+$")
_DASHES = re.compile("[\u2010-\u2015\u2212~\uff5e]")
_BRACKETS = str.maketrans("[]{}【】〔〕〈〉《》", "()" * 6)
_SPACE = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]+")
_A_LONG_WORD = 40


@dataclass(frozen=True)
class UnsureCell:
    """A cell whose value can't be relied on: ``rule`` says why, ``found`` what stands there.

    ``severity`` is refuse, or hold where ``value`` is read all the same.
    """

    rule: str
    found: str
    severity: Severity = Severity.REFUSE
    value: float | None = None


def blank(value: object) -> bool:
    """Whether nothing is written in the cell."""
    return value is None or (isinstance(value, str) and not _SPACE.sub("", value))


def text_of(value: object) -> str:
    """What one sees in the cell, in one line without spaces around; a whole number without decimals."""
    if value is None:
        return ""
    if isinstance(value, UnsureCell):
        return value.found
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return _SPACE.sub(" ", str(visible(str(value)))).strip()


def shown(value: object) -> str:
    """The cell's text for a message, cut where it is long."""
    text = text_of(value)
    return text if len(text) <= _A_LONG_WORD else text[:_A_LONG_WORD] + "…"


def unmarked(text: str) -> tuple[str, bool]:
    """A text without the footnote marks at its end, and whether there were any."""
    bare = _MARKS_AT_END.sub("", text)
    return (bare.strip(), True) if bare != text and bare.strip() else (text, False)


def dressed_digits(text: str) -> bool:
    """Whether a text holds digits in circles, brackets or above the line: none is a digit of a number."""
    return not text.isascii() and any(
        not letter.isdecimal() and any(map(str.isdecimal, unicodedata.normalize("NFKC", letter)))
        for letter in text
        if not letter.isascii()
    )


def folded(value: object) -> str:
    """A name as it is compared: one form for full-width, brackets, dashes and case, without spaces and marks."""
    return _folded(text_of(value))


@lru_cache(maxsize=1 << 14)
def _folded(text: str) -> str:
    """The same name stands in thousands of cells, and in the next file again."""
    bare, _ = unmarked(text)
    plain = unicodedata.normalize("NFKC", bare.translate(_BRACKETS)).translate(_BRACKETS)
    return _SPACE.sub("", _DASHES.sub("-", plain)).casefold()


def cell_name(row: int, column: int) -> str:
    """``D12`` for row 11 and column 3, both counted from 0."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"


def numeric(value: Value | object) -> bool:
    """Whether the cell holds a number (a truth value is none)."""
    return isinstance(value, int | float) and not isinstance(value, bool)
