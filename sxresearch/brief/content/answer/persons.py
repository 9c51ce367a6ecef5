"""Persons or cases: how many the latest figure is away from its target, counted in that year's own denominator."""

import math

from sxresearch.brief.content.target_rows import TargetRow
from sxresearch.brief.content.wording import number
from sxresearch.language import say
from sxresearch.language.numbers import figure


def persons_away(row: TargetRow) -> int | None:
    """Persons (or cases, as the indicator's numerator counts them) between the latest figure and the target.

    ``|latest − target| · denominator / factor``, rounded up. None without counts, without a level to reach, where the
    latest figure is on the target's side, or where small counts are not published.
    """
    series, target = row.series, number(row.row.target_value)
    if series is None or target is None or row.met_now is not False or row.suppressed or row.place.target.has_second:
        return None
    last = row.subject.figures(series).tail(1)
    if last.empty or int(last["year"].iloc[0]) != number(row.row.latest_year):
        return None
    exposure, factor = number(last["denominator"].iloc[0]), series.indicator.factor
    if not exposure or factor is None:
        return None
    return math.ceil(abs(float(last["value"].iloc[0]) - target) * exposure / factor - 1e-9)


def persons_words(row: TargetRow) -> str:
    """The number with the name of what is counted: "about 6 (maternal deaths)"; empty where there is none."""
    away, series = persons_away(row), row.series
    if away is None or series is None or series.indicator.numerator is None:
        return ""
    language = row.subject.language
    name = series.indicator.numerator.in_language(language)
    return say("answer-persons", language, count=figure(float(away), 0), name=name)
