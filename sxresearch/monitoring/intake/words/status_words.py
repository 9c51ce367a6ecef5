"""Sentences that say which figures are preliminary: 2024年为快报数, beside a table or in a column of remarks."""

import re
from dataclasses import dataclass

from sxresearch.monitoring.intake.words.cells import folded
from sxresearch.monitoring.intake.words.year_words import years_within

_PRELIMINARY = re.compile(
    r"快报|初步(?:统计|核算|汇总|审核)?(?:数据|数字|数值|数|结果|值)?|预报数|暂定数?|(?:尚未|未)(?:最终)?(?:定案|核定|审定)"
    r"|preliminary|provisional|flash(?:figure)?s?"
)
_CLAUSE = re.compile(r"[;,。!?()|]|:")
_CLAIM = re.compile(r"[为系是属均皆都]")
_OPEN = re.compile(
    r"[非不无没未比较改替除外起前后自以与同]|already|isnot|arenot|nolonger|than|except|since|before|after|until"
)
_SPAN = re.compile(r"(\d{4})年?-(\d{4})年?")
_WORDS_AROUND = re.compile(r"[*※†数据字值的本表注备年度报(为系是属均)、.]|\d")
_LONGEST_SPAN = 50


@dataclass(frozen=True)
class StatusStatement:
    """That figures are preliminary: those of ``years``, or of years that are not named; ``clear`` where it says so."""

    years: tuple[int, ...]
    clear: bool = True


def preliminary_statement(value: object) -> StatusStatement | None:
    """What a text says about preliminary figures; none where it says nothing, or only names a source."""
    years: dict[int, None] = {}
    found, clear = False, True
    for clause in _CLAUSE.split(folded(value)):
        match = _PRELIMINARY.search(clause)
        if not match:
            continue
        rest = clause[: match.start()] + clause[match.end() :]
        named = _years(rest)
        alone = not _WORDS_AROUND.sub("", rest)
        if not (named or alone or _CLAIM.search(rest)):
            continue
        found = True
        clear = clear and not _OPEN.search(rest)
        years.update(dict.fromkeys(named))
    return StatusStatement(tuple(years), clear) if found else None


def _years(text: str) -> list[int]:
    """The years of a clause, those within a span too."""
    whole: dict[int, None] = {}
    for span in _SPAN.finditer(text):
        first, last = int(span[1]), int(span[2])
        if first <= last <= first + _LONGEST_SPAN:
            whole.update(dict.fromkeys(range(first, last + 1)))
    whole.update(dict.fromkeys(years_within(re.sub(r"(\d{4})(?=[和及、])", r"\1年", text))))
    return list(whole)
