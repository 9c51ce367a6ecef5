"""Why an answer is another than a year before: a new figure, a revised one, or figures of other regions."""

from collections.abc import Iterator

import pandas as pd

from sxresearch.brief.content.subject import SeriesKey
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import amount, interval, known, number, observed, series_name
from sxresearch.language import say
from sxresearch.language.numbers import MISSING, figure
from sxresearch.plan.indicators import Indicator
from sxresearch.terms import Better, Group

_TO_THE_POINT = 0.005  # an effect below half a point is printed as nothing


def causes(now: TargetRow, before: TargetRow, revisions: pd.DataFrame, revised_step: float | None) -> tuple[str, ...]:
    """One sentence for each cause.

    Parameters
    ----------
    now, before
        The same target today, and as it would have been answered a year before.
    revisions
        Figures of the region that were revised since (``indicator, group, year, before, now``).
    revised_step
        How far the probability of a year before moves with the revised figures alone; none where nothing was revised.
    """
    language = now.subject.language
    found = [*_new_figures(now, before), *_revised(now, revisions)]
    if found and revised_step is not None and abs(revised_step) >= _TO_THE_POINT:
        found.append(say("brief-since-revision-effect", language, points=points(revised_step)))
    if not found and now.row.p_attain != before.row.p_attain and now.p is not None:
        found.append(say("brief-since-others", language))
    return tuple(found)


def points(step: float | None) -> str:
    """A step of a probability in percentage points, with its sign."""
    if step is None:
        return MISSING
    text = figure(100 * step, 0)
    return f"+{text}" if round(100 * step) > 0 else text


def _series_of(row: TargetRow) -> list[SeriesKey]:
    """The series that the target speaks of, first and second."""
    second = row.subject.second_series(row.place.target)
    return [series for series in (row.series, second) if series is not None]


def _new_figures(now: TargetRow, before: TargetRow) -> Iterator[str]:
    """Every figure that was not there a year before, beside what was foretold of it."""
    several = len(_series_of(now)) > 1
    for series in _series_of(now):
        for item in now.subject.seen(series):
            if item.year <= before.subject.as_of:
                continue
            value = observed(now.subject, series, item.value)
            if several:
                value = f"{series_name(series, now.subject.language)} {value}"
            yield _beside_forecast(before, series, year=item.year, value=item.value, shown=value, alone=not several)


def _beside_forecast(
    before: TargetRow, series: SeriesKey, *, year: int, value: float, shown: str, alone: bool
) -> str:  # fmt: skip
    language = before.subject.language
    fan = before.subject.fan(before.place.target)
    foretold = fan[fan["year"] == year]
    if not alone or foretold.empty or not known(foretold["lower80"].iloc[0]):
        return say("brief-since-figure", language, year=str(year), value=shown)
    low, high = float(foretold["lower80"].iloc[0]), float(foretold["upper80"].iloc[0])
    return say(
        f"brief-since-figure-{_side(value, low, high, series.indicator)}", language,
        year=str(year), value=shown, median=amount(before.subject, series, number(foretold["median"].iloc[0])),
        interval=interval(before.subject, series, low, high),
    )  # fmt: skip


def _side(value: float, low: float, high: float, indicator: Indicator) -> str:
    """Where a figure lies beside what was foretold, within half a unit of the last printed decimal."""
    half = 0.5 * 10.0**-indicator.decimals
    if low - half <= value <= high + half:
        return "inside"
    if indicator.better is Better.BAND:
        return "outside"
    return "better" if (value > high) == (indicator.better is Better.HIGHER) else "worse"


def _revised(now: TargetRow, revisions: pd.DataFrame) -> Iterator[str]:
    """Every revised figure; only that there is one where small counts are not published."""
    if revisions.empty:
        return
    language = now.subject.language
    for series in _series_of(now):
        mine = revisions[(revisions["indicator"] == series.indicator.id) & (revisions["group"] == series.group)]
        if len(mine) and now.suppressed:
            yield say("brief-since-revised-unpublished", language)
            continue
        for row in mine.itertuples(index=False):
            yield say(
                "brief-since-revised", language, series=_named(series, now), year=str(int(row.year)),
                before=observed(now.subject, series, row.before), now=observed(now.subject, series, row.now),
            )  # fmt: skip


def _named(series: SeriesKey, row: TargetRow) -> str:
    """The series' name, where the target speaks of two."""
    several = len(_series_of(row)) > 1 or series.group is not Group.TOTAL
    return series_name(series, row.subject.language) if several else ""
