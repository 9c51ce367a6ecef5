"""The data behind the report: what is missing or doubtful, checklist, intervals in full, sources."""

from collections.abc import Iterator
from typing import Any

from sxresearch.brief.content.pack import Pack
from sxresearch.brief.content.wording import interval
from sxresearch.brief.office.word_blocks import Cell, bullets, heading, paragraph, table
from sxresearch.language import say


def data_doubts(document: Any, pack: Pack) -> None:
    """What is missing or doubtful in the data."""
    language = pack.language
    heading(document, say("pack-doubts", language))
    if not pack.main.findings:
        paragraph(document, say("brief-findings-none", language))
        return
    table(
        document,
        say("brief-findings-caption", language),
        [say(f"brief-col-{name}", language) for name in ("problem", "detail", "where")],
        [
            [
                say(f"brief-finding-{item.kind}", language),
                item.detail,
                say("brief-list-separator", language).join(item.concerns),
            ]
            for item in pack.main.findings
        ],
        widths=[2.4, 5.6, 9],
    )


def appendix(document: Any, pack: Pack) -> None:
    """Checklist, the intervals in full, and where every figure comes from."""
    heading(document, say("pack-appendix", pack.language))
    _checklist(document, pack)
    _intervals(document, pack)
    _provenance(document, pack)


def _checklist(document: Any, pack: Pack) -> None:
    language = pack.language
    if not pack.main.checklist:
        return
    heading(document, say("brief-checklist-caption", language), 2)
    table(
        document,
        say("brief-checklist-caption", language),
        [say(f"brief-col-{name}", language) for name in ("field", "goal-title")],
        [
            [row.place.field.title.in_language(language), f"□ {row.place.goal.number} {row.title}"]
            for row in pack.main.checklist
        ],
        widths=[4, 13],
    )


def _intervals(document: Any, pack: Pack) -> None:
    language, subject = pack.language, pack.main.subject
    heading(document, say("pack-intervals", language), 2)
    lines = []
    for row in pack.main.rows:
        series = subject.first_series(row.place.target)
        if row.outlook is not None:
            limits = [
                interval(subject, series, row.row.lower50, row.row.upper50),
                row.interval,
                interval(subject, series, row.row.lower95, row.row.upper95),
            ]
            lines.append([row.title, row.projected, *limits, row.probability])
    heads = [say(f"pack-interval-{name}", language) for name in ("target", "projected", "50", "80", "95", "chance")]
    table(document, say("pack-intervals-caption", language), heads, lines, widths=[5.5, 2.3, 2.5, 2.5, 2.5, 1.7])


def _provenance(document: Any, pack: Pack) -> None:
    language, sources = pack.language, pack.main.provenance
    heading(document, say("brief-sources-heading", language), 2)
    table(
        document,
        say("brief-plans-caption", language),
        [say(f"brief-col-{name}", language) for name in ("plan", "document", "hash")],
        [[item.plan.title.in_language(language), item.plan.document, item.sha256] for item in sources.plans],
        widths=[5, 5, 7],
    )
    table(
        document,
        say("brief-files-caption", language),
        [say(f"brief-col-{name}", language) for name in ("file", "rows", "hash")],
        [[item.name, str(item.rows), item.sha256] for item in sources.files],
        widths=[5, 2, 10],
    )
    paragraph(document, say("brief-origins-note", language), size=9)
    heads = [say(f"brief-col-{name}", language) for name in ("indicator", "year", "rows", "source")]
    table(document, say("brief-origins-caption", language), heads, list(_origins(pack)), widths=[5, 4, 4, 4])
    versions = say("brief-list-separator", language).join(" ".join(item) for item in sources.versions)
    bullets(document, [say("brief-versions", language, versions=versions)])


def _origins(pack: Pack) -> Iterator[list[Cell]]:
    for source in pack.main.provenance.sources:
        for item in source.origins:
            yield [item.series, item.years, f"{source.file}: {item.lines}", f"{source.basis} · {source.source}"]
