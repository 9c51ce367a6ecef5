"""The annexes of an evaluation report: indicators explained, figures used, method, and what people still write."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sxresearch.brief.content.brief_content import METHOD, RECORD
from sxresearch.brief.content.subject import SeriesKey
from sxresearch.brief.content.wording import observed, series_name
from sxresearch.brief.report.blocks import (
    Block,
    GeneratedText,
    ReportCell,
    ReportContent,
    ReportHeading,
    ReportTable,
    written,
)
from sxresearch.brief.report.differences import all_differences
from sxresearch.brief.report.evaluated_plan import EvaluatedPlan
from sxresearch.brief.report.since_began import all_courses
from sxresearch.brief.yearbook.contents import explanation
from sxresearch.language import say
from sxresearch.terms import EvaluationKind, Language

_YEARS = 8  # the last years of a series that the annex prints


def annexes(about: EvaluatedPlan) -> Iterator[Block]:
    """Indicators, figures, doubts, method, sources."""
    language = about.language
    yield ReportHeading(say("report-annex-indicators", language))
    yield _indicators(about)
    yield ReportHeading(say("report-annex-data", language))
    yield _figures(about)
    yield from all_courses(about)
    yield from all_differences(about)
    if about.content.findings:
        yield _doubts(about)
    yield ReportHeading(say("report-annex-method", language))
    for name in (item for item in METHOD if item != RECORD):  # the record stands in the chapter on the outlook
        yield ReportHeading(say(f"brief-method-{name}", language), 2)
        yield GeneratedText((written(say(f"brief-method-{name}-text", language)),))
    yield from _made_from(about)


def _series(about: EvaluatedPlan) -> Iterator[SeriesKey]:
    """Every series that the targets speak of, once, in their order."""
    both = (
        series
        for row in about.measurable
        for series in (row.series, row.subject.second_series(row.place.target))
        if series is not None
    )
    yield from dict.fromkeys(both)


def _indicators(about: EvaluatedPlan) -> ReportTable:
    language = about.language
    known = {series.indicator.id: series.indicator for series in _series(about)}
    rows = tuple(
        (ReportCell(item.name.in_language(language)), ReportCell(explanation(item, language)))
        for item in known.values()
    )
    heads = tuple(say(f"report-col-{name}", language) for name in ("indicator", "explanation"))
    return ReportTable(say("report-indicators-caption", language), heads, rows, (4, 13))


def _figures(about: EvaluatedPlan) -> ReportTable:
    """The figures behind the verdicts, the last years of each series, with their source."""
    language, subject = about.language, about.content.subject
    rows = []
    for series in _series(about):
        seen = subject.figures(series).tail(_YEARS)
        values = zip(seen["year"], seen["value"], strict=True)
        shown = [f"{int(year)}: {observed(subject, series, value)}" for year, value in values]
        sources = "\n".join(dict.fromkeys(seen["source"].astype(str)))
        text = say("report-item-separator", language).join(shown) or say("report-no-figure", language)
        rows.append(tuple(map(ReportCell, (series_name(series, language), text, sources))))
    heads = tuple(say(f"report-col-{name}", language) for name in ("indicator", "figures", "source"))
    return ReportTable(say("report-figures-caption", language, years=_YEARS), heads, tuple(rows), (4, 9, 4))


def _doubts(about: EvaluatedPlan) -> ReportTable:
    language = about.language
    rows = tuple(
        tuple(
            map(
                ReportCell,
                (say(f"brief-finding-{item.kind}", language), item.detail,
                 say("brief-list-separator", language).join(item.concerns)),
            )
        )
        for item in about.content.findings
    )  # fmt: skip
    heads = tuple(say(f"brief-col-{name}", language) for name in ("problem", "detail", "where"))
    return ReportTable(say("report-doubts-caption", language), heads, rows, (2.4, 5.6, 9))


def _made_from(about: EvaluatedPlan) -> Iterator[Block]:
    language, sources = about.language, about.content.provenance
    yield ReportHeading(say("report-made-from", language), 2)
    rows = [(item.plan.title.in_language(language), item.plan.document, item.sha256) for item in sources.plans]
    rows += [(item.name, say("report-rows", language, rows=item.rows), item.sha256) for item in sources.files]
    heads = tuple(say(f"report-col-{name}", language) for name in ("document", "about", "hash"))
    cells = tuple(tuple(map(ReportCell, row)) for row in rows)
    yield ReportTable(say("report-made-from-caption", language), heads, cells, (5, 4, 8))
    versions = say("brief-list-separator", language).join(" ".join(item) for item in sources.versions)
    yield GeneratedText((written(say("brief-versions", language, versions=versions)),))


def whole_report(about: EvaluatedPlan, kind: EvaluationKind, blocks: Iterable[Block]) -> ReportContent:
    """The chapters as one report, with the list of everything that is still to be written by hand at its end."""
    content, language, chapters = about.content, about.language, tuple(blocks)
    report = ReportContent(
        name=f"{content.subject.region.code}-{about.plan.id}-{kind}",
        title=say(
            f"report-{kind}-title", language, region=about.region_name, plan=about.plan.title.in_language(language)
        ),
        about=(
            say("report-as-of", language, as_of=str(content.subject.as_of), target=str(about.plan.target_year)),
            say("brief-identity", language, identity=content.provenance.identity),
        ),
        note=say("report-draft-note", language),
        language=language,
        blocks=chapters,
        rows=content.rows,
        internal=content.internal,
        synthetic=content.synthetic,
    )
    return replace(report, blocks=(*chapters, *_to_be_written(report.blanks, language)))


def _to_be_written(blanks: tuple[tuple[str, str], ...], language: Language) -> Iterator[Block]:
    """The list of everything that is still to be written by hand."""
    yield ReportHeading(say("report-annex-blanks", language))
    heads = tuple(say(f"report-col-{name}", language) for name in ("rank", "place", "to-write"))
    rows = tuple(
        (ReportCell(str(rank)), ReportCell(place), ReportCell(asked))
        for rank, (place, asked) in enumerate(blanks, start=1)
    )
    yield ReportTable(say("report-blanks-caption", language, count=len(blanks)), heads, rows, (1, 6, 10))
