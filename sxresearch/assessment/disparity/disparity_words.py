"""The sentences about disparities: how large, how much of it chance makes, closing or not, and who was left out."""

from collections.abc import Iterator
from dataclasses import dataclass

from sxresearch.assessment.disparity.attainment_shares import AttainmentShare
from sxresearch.assessment.disparity.disparity import CHANCE_ABOVE, Disparity, DisparityTrend, DisparityValue
from sxresearch.assessment.disparity.group_gaps import GroupGap
from sxresearch.assessment.disparity.measures import DisparityMeasure
from sxresearch.language import say, word
from sxresearch.language.numbers import MISSING, change, figure
from sxresearch.plan.indicators import Indicator
from sxresearch.terms import Language

_TOLD = (DisparityMeasure.DIFFERENCE, DisparityMeasure.RATIO)


@dataclass(frozen=True)
class DisparityWords:
    """The numbers of a :class:`Disparity`, as a table shows them; ``chance`` is the difference without chance."""

    difference: str
    ratio: str
    from_best: str
    index: str
    chance: str
    trends: str


def disparity_words(found: Disparity, language: Language) -> DisparityWords:
    """The measures of the latest year, and where difference and ratio have gone since the base year."""
    told = {kind: _shown(found.indicator, kind, found.now.values[kind].value, language) for kind in DisparityMeasure}
    value, kind = found.now.values[DisparityMeasure.DIFFERENCE], DisparityMeasure.DIFFERENCE
    chance = MISSING
    if value.median is not None:
        low, high = (figure(item, max(found.indicator.decimals, 1)) for item in (value.low, value.high))
        median = _shown(found.indicator, kind, value.median, language)
        chance = say("effect-interval-short", language, value=median, low=low, high=high)
    trends = " / ".join(trend_word(found.trends[kind], language) for kind in _TOLD)
    return DisparityWords(
        told[DisparityMeasure.DIFFERENCE], told[DisparityMeasure.RATIO], told[DisparityMeasure.FROM_BEST],
        told[DisparityMeasure.INDEX], chance, trends,
    )  # fmt: skip


def disparity_sentences(found: Disparity, language: Language) -> tuple[str, ...]:
    """What a reader is told of a :class:`Disparity`, a sentence each; no place is named, so that none is ranked."""
    return tuple(_sentences(found, language))


def trend_word(trend: DisparityTrend, language: Language) -> str:
    """Closing, widening, …"""
    return say(f"disparity-trend-{trend.replace('_', '-')}", language)


def share_sentence(found: AttainmentShare, language: Language) -> str:
    """How many of the regions below reach the target's value."""
    key = "disparity-share-suppressed" if found.suppressed else "disparity-share"
    return say(
        key,
        language,
        year=str(found.year),
        level=word("level", found.level, language),
        judged=str(found.judged),
        met=str(found.met),
        regions=str(found.regions),
        suppressed=str(found.suppressed),
    )


def gap_summary(found: tuple[GroupGap, ...], language: Language) -> str:
    """One line on the gaps whose counts are known: how many are beyond chance, how many close; empty without any."""
    counted = [item for item in found if item.now.difference.low is not None]
    if not counted:
        return ""
    beyond = sum(not ((item.now.difference.low or 0) <= 0 <= (item.now.difference.high or 0)) for item in counted)
    closing, widening = (
        sum(item.by_difference is trend for item in counted)
        for trend in (DisparityTrend.CLOSING, DisparityTrend.WIDENING)
    )
    return say(
        "disparity-gaps",
        language,
        counted=str(len(counted)),
        beyond=str(beyond),
        closing=str(closing),
        widening=str(widening),
    )


def _sentences(found: Disparity, language: Language) -> Iterator[str]:
    now, indicator = found.now, found.indicator
    values = {kind: _shown(indicator, kind, now.values[kind].value, language) for kind in DisparityMeasure}
    places = {"year": str(now.year), "places": str(len(found.places)), "level": word("level", found.level, language)}
    yield say(
        "disparity-now",
        language,
        **places,
        difference=values[DisparityMeasure.DIFFERENCE],
        ratio=values[DisparityMeasure.RATIO],
        best=values[DisparityMeasure.FROM_BEST],
        index=values[DisparityMeasure.INDEX],
    )
    yield _chance(found, language)
    if found.base is None:
        yield say("disparity-no-base", language)
    else:
        words = [trend_word(found.trends[kind], language) for kind in _TOLD]
        yield say("disparity-since", language, year=str(found.base.year), difference=words[0], ratio=words[1])
    if found.disagrees:
        yield say("disparity-disagrees", language)
    if found.suppressed or found.without_figure:
        left = {"suppressed": str(found.suppressed), "without": str(found.without_figure)}
        yield say("disparity-left-out", language, **left)
    if not found.weighted:
        yield say("disparity-unweighted", language)


def _chance(found: Disparity, language: Language) -> str:
    value: DisparityValue = found.now.values[DisparityMeasure.DIFFERENCE]
    if value.median is None or found.now.by_chance is None:
        return say("disparity-no-counts", language)
    key = "alone" if found.now.by_chance > CHANCE_ABOVE else "beyond"
    numbers = (value.median, value.low, value.high)
    median, low, high = (_shown(found.indicator, DisparityMeasure.DIFFERENCE, item, language) for item in numbers)
    return say(f"disparity-chance-{key}", language, median=median, low=low, high=high)


def _shown(indicator: Indicator, kind: DisparityMeasure, value: float | None, language: Language) -> str:
    if value is None or value in (float("inf"), float("-inf")):
        return MISSING
    if kind is DisparityMeasure.RATIO:
        return figure(value, 2)
    if kind is DisparityMeasure.INDEX:
        return f"{figure(value, 1)}%" if value == value else MISSING
    return change(value, indicator.unit, max(indicator.decimals, 1), language).removeprefix("+")
