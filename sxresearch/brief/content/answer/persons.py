"""Persons or cases: how many the latest figure is away from its target, counted in that year's own denominator."""

import math

from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import number
from sxresearch.language import say
from sxresearch.language.numbers import figure
from sxresearch.terms import Language

_MYRIAD = 10_000
_EXACTLY = 1e-9  # printed decimals have no exact binary form


def persons_away(row: TargetRow) -> int | None:
    """Persons (or cases, as the indicator's numerator counts them) between the latest figure and the target.

    ``|latest − target| · denominator / factor``, rounded up, one at least, as the target is not met. None without
    counts, without a level to reach, where the latest figure is on the target's side, or where small counts are not
    published.
    """
    series, target = row.series, number(row.row.target_value)
    if series is None or target is None or row.met_now is not False or row.suppressed or row.place.target.has_second:
        return None
    seen = row.subject.seen(series)
    if not seen or seen[-1].year != number(row.row.latest_year):
        return None
    exposure, factor = number(seen[-1].denominator), series.indicator.factor
    if not exposure or factor is None:
        return None
    return max(1, math.ceil(abs(seen[-1].value - target) * exposure / factor - _EXACTLY))


def persons_words(row: TargetRow) -> str:
    """The number with the name of what is counted: "about 6 (maternal deaths)"; empty where there is none."""
    away, series = persons_away(row), row.series
    if away is None or series is None or series.indicator.numerator is None:
        return ""
    language = row.subject.language
    return say(
        "answer-persons", language, count=_about(away, language), name=series.indicator.numerator.in_language(language)
    )


def _about(number: int, language: Language) -> str:
    """From 100 on with two digits: more would pretend to an exactness that "about" denies; 万 from ten thousand on."""
    digits = len(str(number))
    rounded = round(number, 2 - digits) if digits > 2 else number
    if language is Language.ZH and rounded >= _MYRIAD:
        return say("answer-myriads", language, count=figure(rounded / _MYRIAD, 1 if rounded < 10 * _MYRIAD else 0))
    return f"{rounded:,}".replace(",", "\u00a0")
