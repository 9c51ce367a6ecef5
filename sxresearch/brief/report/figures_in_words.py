"""Base, latest figure and change of a target in words; and which way a change went."""

from enum import StrEnum

from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import distance, known, number, observed
from sxresearch.language import say
from sxresearch.language.numbers import MISSING, change, own_decimals
from sxresearch.terms import Better, RuleKind


class Course(StrEnum):
    """Where a figure has gone since the base year, by its direction and at the precision it is printed with."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


def base_words(row: TargetRow) -> str:
    """The base figure with its year, the gap or lead of that year where two series are compared; a dash without one."""
    if row.series is None or not known(row.row.base_value):
        return MISSING
    value = observed(row.subject, row.series, row.row.base_value)
    if row.place.target.has_second:
        apart = distance(row.subject, row.series, row.row.base_value)
        value = say("report-gap-of", row.subject.language, gap=apart)
    return say("brief-value-year", row.subject.language, value=value, year=str(int(row.row.base_year)))


def told_title(row: TargetRow) -> str:
    """What a sentence compares over time: the series, or the difference of two."""
    key = "report-difference" if row.place.target.has_second else "report-series"
    return say(key, row.subject.language, title=row.title)


def told_base(row: TargetRow) -> str:
    """The base figure, or difference, with its year, for a sentence; only where :func:`course` tells one."""
    return _told(row, number(row.row.base_value), row.row.base_year)


def told_latest(row: TargetRow) -> str:
    """The latest figure, or difference, with its year, for a sentence; only where :func:`course` tells one."""
    latest, second = number(row.row.latest_value), number(row.row.second_latest_value)
    if row.place.target.has_second and latest is not None and second is not None:
        latest -= second
    return _told(row, latest, row.row.latest_year)


def _told(row: TargetRow, value: float | None, year: float) -> str:
    compared = row.place.target.has_second
    shown = distance(row.subject, row.series, value) if compared else observed(row.subject, row.series, value)
    return say("brief-value-year", row.subject.language, value=shown, year=str(int(year)))


def moved(row: TargetRow) -> float | None:
    """Latest figure less base in the indicator's unit, of two compared series the change of their distance.

    None where a figure is missing or the base is the latest.
    """
    base, latest = number(row.row.base_value), number(row.row.latest_value)
    if row.series is None or base is None or latest is None or row.row.latest_year <= row.row.base_year:
        return None
    if not row.place.target.has_second:
        return latest - base
    second = number(row.row.second_latest_value)
    if second is None:
        return None
    return abs(latest - second) - abs(base) if _is_gap(row) else (latest - second) - base


def change_words(row: TargetRow) -> str:
    """The signed change since the base year."""
    since = moved(row)
    if since is None or row.series is None:
        return MISSING
    return change(since, row.series.indicator.unit, _decimals(row), row.subject.language)


def course(row: TargetRow) -> Course | None:
    """Which way the figure went; none where that can't be told, or neither way is better."""
    since = moved(row)
    if since is None or row.series is None or (row.series.indicator.better is Better.BAND and not _is_gap(row)):
        return None
    shown = round(since, _decimals(row))
    if not shown:
        return Course.SAME
    return Course.BETTER if (shown > 0) == _wants_higher(row) else Course.WORSE


def relative_change(row: TargetRow) -> float:
    """The size of the change as a share of the base, 0 where it can't be told."""
    base, since = number(row.row.base_value), moved(row)
    return abs(since / base) if base and since else 0.0


def _is_gap(row: TargetRow) -> bool:
    return row.place.target.rule is RuleKind.NARROW_GAP


def _wants_higher(row: TargetRow) -> bool:
    """Gaps should shrink, a lead over another series grow; else as the indicator says."""
    if row.place.target.has_second:
        return not _is_gap(row)
    return row.series is not None and row.series.indicator.better is Better.HIGHER


def _decimals(row: TargetRow) -> int:
    least = row.series.indicator.decimals if row.series else 0
    if row.place.target.has_second:
        return least
    return max(own_decimals(number(value), least) for value in (row.row.base_value, row.row.latest_value))
