"""指标解释: what every indicator of a brief is, what it is counted from, and where the region's figures come from."""

from collections.abc import Iterator
from dataclasses import dataclass

from sxresearch.brief.content.subject import Subject
from sxresearch.language import say, word
from sxresearch.language.numbers import MISSING
from sxresearch.plan.indicators import Indicator
from sxresearch.plan.schema import Words


@dataclass(frozen=True)
class IndicatorNote:
    """One indicator: its definition, numerator and denominator (a dash where it has none), unit, and the sources.

    ``breaks`` has one sentence for each change of definition.
    """

    name: str
    definition: str
    numerator: str
    denominator: str
    unit: str
    better: str
    breaks: tuple[str, ...]
    sources: tuple[str, ...]


def indicator_notes(subject: Subject) -> tuple[IndicatorNote, ...]:
    """Every indicator that a target of the region speaks of, once, in the plans' order."""
    sources = _sources(subject)
    keys = dict.fromkeys(_named(subject))
    return tuple(_note(subject, subject.inputs.indicators[key], tuple(sources.get(key, ()))) for key in keys)


def _sources(subject: Subject) -> dict[str, dict[str, None]]:
    """Indicator to the sources of its figures, in the order of the figures."""
    seen = subject.observed
    found: dict[str, dict[str, None]] = {}
    known = seen[seen["value"].notna()]
    for key, source in zip(known["indicator"].tolist(), known["source"].tolist(), strict=True):
        found.setdefault(key, {})[str(source)] = None
    return found


def _named(subject: Subject) -> Iterator[str]:
    for place in subject.places.values():
        for series in (subject.first_series(place.target), subject.second_series(place.target)):
            if series is not None:
                yield series.indicator.id


def _note(subject: Subject, indicator: Indicator, sources: tuple[str, ...]) -> IndicatorNote:
    language = subject.language

    def said(words: Words | None) -> str:
        return MISSING if words is None else words.in_language(language)

    return IndicatorNote(
        name=said(indicator.name),
        definition=said(indicator.definition),
        numerator=said(indicator.numerator),
        denominator=said(indicator.denominator),
        unit=word("unit", indicator.unit, language),
        better=say(f"brief-better-{indicator.better}", language),
        breaks=tuple(
            say("brief-finding-since", language, year=str(item.year), reason=said(item.reason))
            for item in indicator.breaks
        ),
        sources=sources,
    )
