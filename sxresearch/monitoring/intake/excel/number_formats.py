"""What a spreadsheet's number format shows: per cent, a date, a time, or a plain number.

Format codes: ECMA-376 part 1, 18.8.30 and 18.8.31; the numbered ones of Chinese Excel (27 to 36, 50 to 58) are dates.
"""

import re
from dataclasses import dataclass, replace
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
_PLACE = re.compile(r"General|通用格式|[0#?@]")
_SHOWS_ZERO = re.compile(r"General|通用格式|[0@/]")
_DECIMALS = re.compile(r"\.([0#?]*)")
_WORDS = re.compile(r'"([^"]*)"|\\(.)|([‰‱])|_.|\*.')
_SAYS_MORE = re.compile(r"[%\uff05‰‱/<>~\u00b1\u2264\u2265每约近超余多]|左右|以上|以下|以内|目标|计划|规划|预计|预测")
"""Words of a format that say what the number is, or that it is not quite that number."""
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
    """One of the parts of a format that semicolons set apart, and for which numbers it holds.

    ``before`` and ``behind`` are words that it puts around a number and that a reader has to mind (0.0"‰"); ``hides``
    says that it shows no number at all, ``alters`` that it puts digits of its own beside those of the number.
    ``omits_zero`` says that a number which is 0 at its ``decimals`` is not shown: # and ? stand for other digits.
    """

    percent: bool
    condition: str = ""
    bound: float = 0.0
    before: str = ""
    behind: str = ""
    hides: bool = False
    alters: bool = False
    omits_zero: bool = False
    decimals: int = 0

    def holds(self, value: float) -> bool:
        """Whether a number meets the section's own condition."""
        return bool(self.condition) and _HOLDS[self.condition](value, self.bound)


@dataclass(frozen=True)
class NumberFormat:
    """A format code, understood.

    ``scaled`` says that it shows a number in thousands or 万, so that what is seen is not what is stored; ``struck``
    that the cell's font strikes it out.
    """

    sections: tuple[FormatSection, ...] = (FormatSection(False),)
    date: bool = False
    elapsed: bool = False
    scaled: bool = False
    struck: bool = False

    @property
    def plain(self) -> bool:
        """Whether numbers are shown as they are stored, as far as their size goes."""
        return not (self.date or self.scaled or self.struck or any(map(_minded, self.sections)))

    def percent(self, value: float) -> bool:
        """Whether ``value`` is shown as per cent, a hundred times what is stored."""
        return self._section(value).percent

    def misleads(self, value: float) -> bool:
        """Whether one sees no number, or another one than is stored."""
        section = self._section(value)
        return self.scaled or section.hides or section.alters or self._omits(section, value)

    def omits_zero(self, value: float) -> bool:
        """Whether ``value`` is 0 and one sees no 0: a dash, a word or nothing."""
        section = self._section(value)
        return value == 0 and not self.date and (section.hides or section.omits_zero)

    def _omits(self, section: FormatSection, value: float) -> bool:
        return section.omits_zero and round(value * (100 if section.percent else 1), section.decimals) == 0

    def words(self, value: float) -> tuple[str, str]:
        """The words that stand before and behind ``value`` where it is shown, as far as they change what it says."""
        section = self._section(value)
        return section.before, section.behind

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
    date = _shows_date(bare)
    sections = tuple(_with_words(_section(_LITERAL.sub("", part)), part, date) for part in _parts(code))
    shown = _EXPONENT.sub("", _BRACKET.sub("", bare).replace("General", ""))
    elapsed = bool(_ELAPSED.search(bare))
    percent = any(section.percent for section in sections)
    scaled = bool(_SCALED.search(shown) or _SCALE_WORD.search(code))
    return NumberFormat(sections, not percent and date, elapsed, scaled)


def _minded(section: FormatSection) -> bool:
    words = section.before or section.behind
    return bool(section.percent or words or section.hides or section.alters or section.omits_zero)


def _shows_date(bare: str) -> bool:
    shown = _EXPONENT.sub("", _BRACKET.sub("", bare).replace("General", ""))
    return bool(_ELAPSED.search(bare) or _DATE_LETTER.search(shown))


def _parts(code: str) -> list[str]:
    """A format's sections: semicolons inside quotation marks set nothing apart."""
    ends = [0]
    masked = _LITERAL.sub(lambda found: "x" * len(found[0]), code)
    ends += [at + 1 for at, letter in enumerate(masked) if letter == ";"]
    return [code[start : end - 1] for start, end in zip(ends, [*ends[1:], len(code) + 1], strict=True)]


def _with_words(section: FormatSection, text: str, date: bool) -> FormatSection:
    """A section with the words around its number; those of a date say nothing of a figure."""
    if date:
        return section
    masked = _LITERAL.sub(lambda found: "x" * len(found[0]), _BRACKET.sub(lambda found: "x" * len(found[0]), text))
    places = list(_PLACE.finditer(masked))
    if not places:
        return replace(section, hides=True)
    omits = not _SHOWS_ZERO.search(masked[places[0].start() :])
    decimals = _DECIMALS.search(masked)
    section = replace(section, omits_zero=omits, decimals=len(decimals[1]) if decimals else 0)
    inside = text[places[0].start() : places[-1].end()]
    before, behind = _words(text[: places[0].start()]), _words(text[places[-1].end() :])
    alters = any(letter.isdigit() or letter == "." for letter in before + _words(inside) + _bare(behind))
    behind = "" if section.percent else telling(behind)
    return replace(section, before=telling(before), behind=behind, alters=alters)


def telling(words: str) -> str:
    """Words beside a number if they say what it is or that it is not quite that number; else nothing."""
    return words if _SAYS_MORE.search(words) else ""


def _words(text: str) -> str:
    """What a piece of a format shows besides digits."""
    return "".join("".join(part or "" for part in found.groups()) for found in _WORDS.finditer(text)).strip()


def _bare(words: str) -> str:
    """Words without the digits of a unit: 1/10万."""
    return re.sub(r"1?/1(?:0+)?万?人?|每10+万?", "", words)


def _section(text: str) -> FormatSection:
    percent = "%" in _BRACKET.sub("", text)  # the full-width sign is a letter like any other
    found = _CONDITION.search(text)
    if not found or found[1] not in _HOLDS:
        return FormatSection(percent)
    try:
        return FormatSection(percent, found[1], float(found[2]))
    except ValueError:
        return FormatSection(percent)
