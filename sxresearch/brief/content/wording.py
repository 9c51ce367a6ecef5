"""How targets and their figures are worded; every number a brief shows is written here once."""

from typing import Any

import pandas as pd

from sxresearch.assessment.reading_notes import tolerance_words
from sxresearch.brief.content.subject import Place, SeriesKey, Subject
from sxresearch.errors import BadParameter
from sxresearch.language import say, word
from sxresearch.language.numbers import MISSING, change, figure, number_range, own_decimals, percent, plain, quantity
from sxresearch.terms import Group, Language, RuleKind, Unit

Row = Any
"""One row of the verdict table as ``itertuples`` gives it."""

_DIGITS = 2  # significant digits that a yearly change is shown with, at least


def asked_language(lang: str) -> Language:
    """The language that was asked for.

    Raises
    ------
    BadParameter
        If it is not one of ours.
    """
    if lang not in set(Language):
        raise BadParameter.of("brief-language", found=lang, expected=", ".join(Language))
    return Language(lang)


def mark(*, internal: bool, synthetic: bool) -> str:
    """What stands on every page that is not for publication or holds synthetic figures, in both languages; or empty."""
    kinds = [name for name, applies in (("internal", internal), ("synthetic", synthetic)) if applies]
    return " · ".join(say(f"brief-{kind}-mark", language) for kind in kinds for language in Language)


def known(value: object) -> bool:
    """Whether a cell of the verdict table holds something."""
    if isinstance(value, float | str):  # nearly all of them
        return bool(value == value)
    return value is not None and not pd.isna(value)


def number(value: Any) -> float | None:
    """A cell as a float, or none."""
    return float(value) if known(value) else None


def ended(text: str, language: Language) -> str:
    """A sentence with its full stop, so that others may follow it."""
    return text if not text or text[-1] in "。.！!？?" else f"{text}{'。' if language is Language.ZH else '.'}"


def sentence_gap(language: Language) -> str:
    """What stands between two sentences."""
    return "" if language is Language.ZH else " "


def printed_alike(one: float | None, other: float | None) -> bool:
    """Whether two probabilities look the same to a reader."""
    return len({percent(one), percent(other)}) == 1


def stated(value: float) -> int:
    """How many decimals a plan's own figure carries: 95 has 0, 99.95 has 2."""
    text = f"{value:.10f}".rstrip("0")
    return len(text.split(".")[1])


def series_name(series: SeriesKey, language: Language) -> str:
    """The indicator's name, with the group where it is not the total."""
    name = series.indicator.name.in_language(language)
    if series.group is Group.TOTAL:
        return name
    return say("brief-series", language, name=name, group=word("group", series.group, language))


def target_title(subject: Subject, place: Place) -> str:
    """What a target is about: its series, the two series of a comparison, or the goal of a checklist item."""
    language = subject.language
    first, second = subject.first_series(place.target), subject.second_series(place.target)
    if first is None:
        return place.goal.title.in_language(language)
    if second is None or second.indicator.id != first.indicator.id:
        return series_name(first, language)
    name = first.indicator.name.in_language(language)
    groups = {"first": word("group", first.group, language), "second": word("group", second.group, language)}
    return say("brief-series-pair", language, name=name, **groups)


def department_title(subject: Subject, place: Place, department: str) -> str:
    """The responsible department, with the region where it is the region's own: two cities' bureaus are not one."""
    region = subject.region
    if not department or not subject.inputs.responsibility.is_of_region(place.target.id, region.code):
        return department
    return say("brief-department-of", subject.language, region=region.title(subject.language), department=department)


def threshold(subject: Subject, place: Place, row: Row) -> str:
    """The figure that the projected value is compared with, in the indicator's unit."""
    series = subject.first_series(place.target)
    value = number(row.target_value)
    if series is None or value is None:
        return MISSING
    own = place.target.value is not None and place.target.rule is not RuleKind.REDUCE_FROM_BASE
    decimals = stated(value) if own else series.indicator.decimals
    return quantity(value, series.indicator.unit, decimals, subject.language)


_STRICTLY = {RuleKind.AT_LEAST: "above", RuleKind.AT_MOST: "below"}


def aim(subject: Subject, place: Place, row: Row) -> str:
    """What the plan asks for, in words: "at least 95%", "below the 2020 level"."""
    target, language = place.target, subject.language
    second = subject.second_series(target)
    key = target.rule.replace("_", "-")
    if target.strict:
        key = _STRICTLY[target.rule]
    if target.rule is RuleKind.ASSIGNED and not known(row.target_value):
        key = "assigned-open"
    if target.rule is RuleKind.REDUCE_FROM_BASE and not known(row.target_value):
        key = "reduce-from-base-open"
    return say(
        f"brief-aim-{key}",
        language,
        value=threshold(subject, place, row),
        share=figure(target.value, stated(target.value)) if target.value is not None else MISSING,
        base=str(target.base_year or place.plan.baseline_year),
        tolerance=_tolerance(subject, place),
        other=series_name(second, language) if second else MISSING,
    )


def _tolerance(subject: Subject, place: Place) -> str:
    indicator = place.target.indicator
    return tolerance_words(place.target, subject.inputs.indicators[indicator], subject.language) if indicator else ""


def amount(subject: Subject, series: SeriesKey | None, value: Any) -> str:
    """A value in the indicator's unit and precision."""
    if series is None:
        return MISSING
    return quantity(number(value), series.indicator.unit, series.indicator.decimals, subject.language)


def observed(subject: Subject, series: SeriesKey | None, value: Any) -> str:
    """An observed figure in the indicator's unit, with the digits it was printed with."""
    if series is None:
        return MISSING
    shown, indicator = number(value), series.indicator
    return quantity(shown, indicator.unit, own_decimals(shown, indicator.decimals), subject.language)


def bare(series: SeriesKey | None, value: Any) -> str:
    """A value in the indicator's precision, without its unit."""
    return plain(number(value), series.indicator.unit, series.indicator.decimals) if series else MISSING


def as_reported(series: SeriesKey, value: float) -> str:
    """A doubtful value with every digit that was sent, so that it is found again in the office's own table."""
    return figure(value, max(series.indicator.decimals, stated(value)))


def interval(subject: Subject, series: SeriesKey | None, low: Any, high: Any) -> str:
    """A range without its unit, which stands beside the value it belongs to: 92.0—96.1."""
    if series is None or not (known(low) and known(high)):
        return MISSING
    return number_range(bare(series, low), bare(series, high), subject.language)


def distance(subject: Subject, series: SeriesKey | None, value: Any) -> str:
    """How far two values are apart, without a sign; shares are apart by points."""
    apart = number(value)
    if series is None or apart is None:
        return MISSING
    decimals = series.indicator.decimals
    hidden = apart != 0 and round(apart, decimals) == 0  # 91.96 against 92 is not "0.0" away
    return _unsigned(subject, series, apart, own_decimals(apart, decimals) if hidden else decimals)


def _unsigned(subject: Subject, series: SeriesKey, value: float, decimals: int) -> str:
    return change(abs(value), series.indicator.unit, decimals, subject.language).removeprefix("+")


def difference_unit(series: SeriesKey, language: Language) -> str:
    """The unit in which two figures of a series differ: shares by percentage points."""
    unit = "points" if series.indicator.unit is Unit.PERCENT else series.indicator.unit.value
    return word("unit", unit, language).strip()


def moving(subject: Subject, series: SeriesKey | None, value: Any, *, family: str) -> str:
    """A yearly change in words, "rise by 0.3 points"; ``family`` is ``need`` (to come) or ``moved`` (so far)."""
    moved = number(value)
    if series is None or moved is None:
        return MISSING
    decimals = _pace_decimals(series, moved)
    shown = round(moved, decimals)
    way = "up" if shown > 0 else "down" if shown < 0 else "none"
    return say(f"brief-{family}-{way}", subject.language, value=_unsigned(subject, series, moved, decimals))


def pace(subject: Subject, series: SeriesKey | None, value: Any) -> str:
    """A yearly change, with enough decimals to tell it from nothing."""
    moved = number(value)
    if series is None or moved is None:
        return MISSING
    return change(moved, series.indicator.unit, _pace_decimals(series, moved), subject.language)


def _pace_decimals(series: SeriesKey, moved: float) -> int:
    decimals = max(series.indicator.decimals, 1)
    if not moved:
        return decimals
    leading = int(f"{moved:.{_DIGITS - 1}e}".partition("e")[2])  # power of ten after rounding to _DIGITS digits
    most = min(max(decimals, _DIGITS - 1 - leading), decimals + _DIGITS)
    while most > decimals and round(moved, most) == round(moved, most - 1):  # 0.050 is 0.05
        most -= 1
    return most
