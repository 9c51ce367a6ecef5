"""What is missing or doubtful in the data behind the verdicts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sxresearch.brief.content.revised_figures import revised_figures
from sxresearch.brief.content.subject import SeriesKey, Subject
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import as_reported, series_name
from sxresearch.language import say, word
from sxresearch.language.numbers import number_range
from sxresearch.terms import Basis, Language, ObservationStatus, Status, WarningKind


class FindingKind(StrEnum):
    """What is wrong with the data, gravest first."""

    NO_DATA = "no-data"
    NOT_ASSESSABLE = "not-assessable"
    HELD = "held"
    SUPPRESSED = "suppressed"
    STALE = "stale"
    BREAK = "break"
    REVISED = "revised"
    BLANK = "blank"
    MISSING_YEARS = "missing-years"
    PRELIMINARY = "preliminary"
    SECOND_HAND = "second-hand"


@dataclass(frozen=True)
class DataFinding:
    """One thing that is missing or doubtful: its kind, the particulars, and the series or targets it concerns."""

    kind: FindingKind
    detail: str
    concerns: tuple[str, ...]


def findings(subject: Subject, rows: Sequence[TargetRow]) -> tuple[DataFinding, ...]:
    """Everything missing or doubtful, gravest kind first; what shares its particulars stands together."""
    seen: dict[tuple[FindingKind, str], dict[str, None]] = {}
    for kind, concern, detail in _found(subject, rows):
        seen.setdefault((kind, detail), {})[concern] = None
    order = list(FindingKind)
    together = sorted(seen.items(), key=lambda item: order.index(item[0][0]))
    return tuple(DataFinding(kind, detail, tuple(concerns)) for (kind, detail), concerns in together)


def _found(subject: Subject, rows: Sequence[TargetRow]) -> Iterator["_Found"]:
    yield from _of_targets(subject.language, rows)
    yield from _of_all_series(subject)
    for item in revised_figures(subject):
        yield FindingKind.REVISED, item.series, item.detail


_Found = tuple[FindingKind, str, str]
"""Kind, what it concerns, particulars."""


def _of_targets(language: Language, rows: Sequence[TargetRow]) -> Iterator[_Found]:
    for row in rows:
        if row.is_checklist:
            continue
        if row.status is Status.NOT_ASSESSABLE:
            seen = bool(row.row.n_points)
            why = say("brief-finding-see-fields", language) if seen else row.reason
            yield FindingKind.NOT_ASSESSABLE if seen else FindingKind.NO_DATA, row.title, why
        if WarningKind.STALE in row.warnings:
            yield FindingKind.STALE, row.title, str(int(row.row.latest_year))


def _series(subject: Subject) -> list[SeriesKey]:
    """Every series that a verdict stands on, once, in the plans' order."""
    both = (
        series
        for place in subject.places.values()
        for series in (subject.first_series(place.target), subject.second_series(place.target))
        if series is not None
    )
    return list({(series.indicator.id, series.group): series for series in both}.values())


def _of_all_series(subject: Subject) -> Iterator[_Found]:
    for series in _series(subject):
        yield from _of_series(subject, series)


def _of_series(subject: Subject, series: SeriesKey) -> Iterator[_Found]:
    name = series_name(series, subject.language)
    held = list(subject.held_rows(series))
    for row in held:
        yield FindingKind.HELD, name, _held(subject, series, row)
    unpublished = subject.suppressed_years(series)
    if unpublished:
        yield FindingKind.SUPPRESSED, name, spans(unpublished, subject.language)
    seen = subject.seen(series)
    if not seen:
        return
    years = [item.year for item in seen]
    for mark in series.indicator.breaks:
        if years[0] < mark.year <= years[-1]:
            reason = mark.reason.in_language(subject.language)
            yield (
                FindingKind.BREAK,
                name,
                say("brief-finding-since", subject.language, year=str(mark.year), reason=reason),
            )
    blank = subject.blank_years(series)
    known = {*years, *blank, *(int(row.year) for row in held), *unpublished}
    gone = [year for year in range(years[0], years[-1] + 1) if year not in known]
    for kind, found in (
        (FindingKind.BLANK, blank),
        (FindingKind.MISSING_YEARS, gone),
        (FindingKind.PRELIMINARY, [item.year for item in seen if item.status == ObservationStatus.PRELIMINARY]),
    ):
        if found:
            yield kind, name, spans(found, subject.language)
    for basis in sorted({Basis.DERIVED, Basis.SECONDARY} & {item.basis for item in seen}):
        part = spans((item.year for item in seen if item.basis == basis), subject.language)
        basis_word = word("basis", str(basis), subject.language)
        detail = say("brief-finding-basis", subject.language, basis=basis_word, years=part)
        yield FindingKind.SECOND_HAND, name, detail


def _held(subject: Subject, series: SeriesKey, row: Any) -> str:
    """A held figure with its year and the reason."""
    return say(
        "brief-finding-held-figure",
        subject.language,
        year=str(int(row.year)),
        value=as_reported(series, row.value),
        reason=word("doubt", str(row.held), subject.language),
    )


def spans(numbers: Iterable[int], language: Language) -> str:
    """Whole numbers as ranges: 2010—2013、2015."""
    parts: list[list[int]] = []
    for item in sorted({int(value) for value in numbers}):
        if parts and item == parts[-1][1] + 1:
            parts[-1][1] = item
        else:
            parts.append([item, item])
    texts = (str(low) if low == high else number_range(str(low), str(high), language) for low, high in parts)
    return say("brief-list-separator", language).join(texts)
