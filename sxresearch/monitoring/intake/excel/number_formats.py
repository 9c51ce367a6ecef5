"""What a spreadsheet's number format shows: per cent, a date, a time, or a plain number.

Format codes: ECMA-376 part 1, 18.8.30 and 18.8.31; the numbered ones of Chinese Excel (27 to 36, 50 to 58) are dates.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

PERCENT_IDS = frozenset({9, 10})
DATE_IDS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
ELAPSED_ID = 46

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
_CONDITION = re.compile(r"\[([<>=]{1,2})\s*(-?[0-9.]+)\]")
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_BRACKET = re.compile(r"\[[^\]]*\]")
_EXPONENT = re.compile(r"[0#?.]e[+-]", re.IGNORECASE)
_SCALED = re.compile(r"[0#?],+(?![0#?,])")
_SCALE_WORD = re.compile(r'"\s*[\u5343\u4e07\u4ebf]\u4eba?\s*"')  # 千, 万, 亿, 万人 behind the number
_DATE_LETTER = re.compile(r"[ymdhsbae]", re.IGNORECASE)
_HOLDS = {
    ">": lambda value, bound: value > bound,
    "<": lambda value, bound: value < bound,
    ">=": lambda value, bound: value >= bound,
    "<=": lambda value, bound: value <= bound,
    "=": lambda value, bound: value == bound,
    "<>": lambda value, bound: value != bound,
}


@dataclass(frozen=True)
class FormatSection:
    """One of the parts of a format that semicolons set apart, and for which numbers it holds."""

    percent: bool
    condition: str = ""
    bound: float = 0.0

    def holds(self, value: float) -> bool:
        """Whether a number meets the section's own condition."""
        return bool(self.condition) and _HOLDS[self.condition](value, self.bound)


@dataclass(frozen=True)
class NumberFormat:
    """A format code, understood.

    ``scaled`` says that it shows a number in thousands or 万, so that what is seen is not what is stored.
    """

    sections: tuple[FormatSection, ...] = (FormatSection(False),)
    date: bool = False
    elapsed: bool = False
    scaled: bool = False

    @property
    def plain(self) -> bool:
        """Whether numbers are shown as they are stored, as far as their size goes."""
        return not (self.date or self.scaled or any(section.percent for section in self.sections))

    def percent(self, value: float) -> bool:
        """Whether ``value`` is shown as per cent, a hundred times what is stored."""
        return self._section(value).percent

    def _section(self, value: float) -> FormatSection:
        if any(section.condition for section in self.sections):
            return next((section for section in self.sections if section.holds(value)), self.sections[-1])
        place = 1 if value < 0 else 2 if value == 0 else 0
        return self.sections[place] if place < min(len(self.sections), 3) else self.sections[0]


PLAIN = NumberFormat()


@lru_cache(maxsize=4096)
def number_format(code: str, identifier: int = 0) -> NumberFormat:
    """The meaning of a format by its code, or by its number where the file leaves the code out."""
    if not code:
        percent, date = identifier in PERCENT_IDS, identifier in DATE_IDS
        return NumberFormat((FormatSection(percent),), date, identifier == ELAPSED_ID)
    if code.strip().lower() in ("general", "@", "standard"):
        return PLAIN
    bare = _LITERAL.sub("", code)
    sections = tuple(map(_section, bare.split(";")))
    shown = _EXPONENT.sub("", _BRACKET.sub("", bare).replace("General", ""))
    elapsed = bool(_ELAPSED.search(bare))
    percent = any(section.percent for section in sections)
    scaled = bool(_SCALED.search(shown) or _SCALE_WORD.search(code))
    return NumberFormat(sections, not percent and (elapsed or bool(_DATE_LETTER.search(shown))), elapsed, scaled)


def _section(text: str) -> FormatSection:
    percent = "%" in _BRACKET.sub("", text)  # the full-width sign is a letter like any other
    found = _CONDITION.search(text)
    if not found or found[1] not in _HOLDS:
        return FormatSection(percent)
    try:
        return FormatSection(percent, found[1], float(found[2]))
    except ValueError:
        return FormatSection(percent)
