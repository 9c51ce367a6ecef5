"""The rows behind a sentence: which figure of which region and year, and where that figure was read."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sxresearch.brief.content.subject import SeriesKey
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import known, number, series_name
from sxresearch.language import say


@dataclass(frozen=True)
class SentenceSource:
    """One value that a sentence rests on.

    ``quantity`` says what it is (base, latest, projected, probability, status …); ``value`` is a number in the
    indicator's unit (a probability in [0, 1]) or a word; ``file`` and ``line`` tell where an observed figure stands.
    """

    region: str
    target: str
    title: str
    quantity: str
    year: int | None
    value: float | str
    source: str = ""
    file: str = ""
    line: int | None = None


def sources_of(row: TargetRow, *, outlook: bool = True) -> Iterator[SentenceSource]:
    """What a verdict says: base, latest figure (both sides of a comparison), target, projection, chance and status.

    Without ``outlook`` neither projection nor chance: of other counties they would tell, through the pooled trend, what
    small counts were taken out.
    """
    facts, series, second = row.row, row.series, row.subject.second_series(row.place.target)
    if series is not None:
        if not row.place.target.has_second:
            yield from _observed(row, series, "base", facts.base_year)
        yield from _observed(row, series, "latest", facts.latest_year)
        if second is not None:
            yield from _observed(row, second, "second", facts.latest_year)
    yield from _stated(row, "target", facts.target_year, facts.target_value, row.place.plan.document)
    if outlook and row.outlook is not None:
        yield from _stated(row, "projected", facts.target_year, row.outlook.value)
    if outlook:
        yield from _stated(row, "probability", facts.target_year, row.p)
    yield _source(row, "status", int(facts.target_year), row.status_word)


def _observed(row: TargetRow, series: SeriesKey, quantity: str, year: Any) -> Iterator[SentenceSource]:
    """The figure of one year with its origin; nothing where it is not known or not published."""
    seen = row.subject.figures(series)
    found = seen[seen["year"] == year] if known(year) else seen.iloc[:0]
    for item in found.itertuples(index=False):
        yield SentenceSource(
            row.subject.region.title(row.subject.language), row.place.target.id,
            series_name(series, row.subject.language), say(f"report-quantity-{quantity}", row.subject.language),
            int(item.year), float(item.value), str(item.source), Path(str(item.file)).name, int(item.line),
        )  # fmt: skip


def _stated(row: TargetRow, quantity: str, year: Any, value: Any, document: str = "") -> Iterator[SentenceSource]:
    shown = number(value)
    if shown is not None:
        yield _source(row, quantity, int(year), shown, document)


def _source(row: TargetRow, quantity: str, year: int, value: float | str, document: str = "") -> SentenceSource:
    language = row.subject.language
    name = say(f"report-quantity-{quantity}", language)
    return SentenceSource(
        row.subject.region.title(language), row.place.target.id, row.title, name, year, value, document
    )
