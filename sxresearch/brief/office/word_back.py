"""The second half of the report: problems and causes, doubts about the data, proposals, appendices."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from sxresearch.brief.content.pack import Pack, PackKind
from sxresearch.brief.content.region_verdicts import Member
from sxresearch.brief.content.warning_list import Alert
from sxresearch.brief.content.wording import interval
from sxresearch.brief.office.word_blocks import Cell, bullets, heading, paragraph, status_cell, table
from sxresearch.language import say, word
from sxresearch.language.numbers import MISSING
from sxresearch.terms import Flag

_WARNING_COLUMNS = ("target", "chance", "outlook", "warning")
_PROPOSAL_COLUMNS = ("target", "needed", "measures", "who")
_MOST_SHARED = 15  # targets in the list of those that many regions will probably miss


def told(pack: Pack) -> tuple[Member, ...]:
    """The regions whose warnings are listed one by one: the main one, or all of a department's pack."""
    return pack.members if pack.kind is PackKind.DEPARTMENT else (Member(pack.main.subject, pack.main.rows),)


def problems(document: Any, pack: Pack) -> None:
    """The warning list, what is unsteady, what many regions share, and the gaps."""
    language = pack.language
    heading(document, say("pack-problems", language))
    heading(document, say("brief-warnings-heading", language), 2)
    lines = _numbered(pack, _warning_line)
    if lines:
        heads = [_first_head(pack), *(say(f"brief-col-{name}", language) for name in _WARNING_COLUMNS)]
        table(
            document,
            say("brief-warnings-caption", language),
            heads,
            lines,
            widths=[_first_width(pack), 5.2, 2.6, 5.4, 2.6],
        )
    else:
        paragraph(document, say("brief-warnings-none", language))
    _shared(document, pack)
    _restless(document, pack)
    _gaps(document, pack)


def _numbered(pack: Pack, line: Callable[[Pack, Alert], list[Cell]]) -> list[list[Cell]]:
    """One line per warning, most urgent first, behind its rank; behind the region's name where several are told."""
    regions = told(pack)
    return [
        [member.name if len(regions) > 1 else str(rank), *line(pack, alert)]
        for member in regions
        for rank, alert in enumerate(member.alerts, start=1)
    ]


def _first_width(pack: Pack) -> float:
    return 1.9 if len(told(pack)) > 1 else 1.0  # a name, or a rank


def _first_head(pack: Pack) -> str:
    return say("pack-count-region" if len(told(pack)) > 1 else "brief-col-rank", pack.language)


def _warning_line(pack: Pack, alert: Alert) -> list[Cell]:
    row, language = alert.target, pack.language
    outlook = [say("brief-outlook-latest", language, latest=row.latest)]
    if row.outlook is not None and row.p is not None:
        values = {"projected": row.projected, "interval": row.interval, "year": str(int(row.row.target_year))}
        outlook.append(say("brief-outlook-projected", language, **values))
    if alert.episodes:
        outlook.append(alert.episodes)
    chance = f"{row.probability}\n{row.symbol} {row.status_word}\n{word('flag', row.flag, language)}"
    return [f"{row.title}\n{row.aim}", chance, "\n".join(outlook), row.warning_words]


def _shared(document: Any, pack: Pack) -> None:
    """Targets that most regions will probably miss."""
    if not pack.several:
        return
    language = pack.language
    flagged = Counter(alert.target.place.target.id for member in pack.members for alert in member.alerts)
    rows = {row.place.target.id: row for row in pack.matrix.rows}
    lines = []
    for target, count in flagged.most_common(_MOST_SHARED):
        where = [member.name for member in pack.members if _flagged(member, target)]
        shared = say("pack-shared-count", language, count=str(count), of=str(rows[target].judged))
        lines.append([rows[target].title, rows[target].aim, shared, say("brief-list-separator", language).join(where)])
    heads = [say(f"pack-shared-{name}", language) for name in ("target", "aim", "number", "where")]
    table(document, say("pack-shared-caption", language), heads, lines, widths=[5, 4, 2, 6])


def _flagged(member: Member, target: str) -> bool:
    row = member.by_target.get(target)
    return row is not None and row.flag is not Flag.NONE


def _restless(document: Any, pack: Pack) -> None:
    language = pack.language
    if not pack.main.restless:
        return
    names = ["target", "warning", "latest", "projected", "pace", "chance", "status"]
    table(
        document,
        say("brief-restless-caption", language),
        [say(f"brief-col-{name}", language) for name in names],
        [
            [
                row.title,
                row.warning_words,
                row.latest,
                row.projected_range,
                row.observed,
                row.probability,
                status_cell(row),
            ]
            for row in pack.main.restless
        ],
        widths=[4, 2.4, 2.6, 3, 2.2, 1.4, 2.2],
    )


def _gaps(document: Any, pack: Pack) -> None:
    language, gaps = pack.language, pack.main.gaps
    heading(document, say("brief-gaps-heading", language), 2)
    if not gaps:
        paragraph(document, say("brief-gaps-none", language))
        return
    base = str(min(plan.baseline_year for plan in pack.main.subject.plans))
    names = ["indicator", "pair", "year", "values", "gap", "ratio"]
    heads = [
        *(say(f"brief-col-{name}", language) for name in names),
        say("brief-col-base-gap", language, year=base),
        say("brief-col-direction", language),
    ]
    lines = [
        [row.name, row.pair, str(row.year), row.values, row.gap, row.ratio, row.base, row.direction_word]
        for row in gaps
    ]
    table(document, say("brief-gaps-caption", language), heads, lines, widths=[4, 2.2, 1.2, 4, 2, 1.2, 2, 1.8])


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


def proposals(document: Any, pack: Pack) -> None:
    """For each warned target: what would have to happen, the plan's own measures, who answers for it."""
    language = pack.language
    heading(document, say("pack-proposals", language))
    lines = _numbered(pack, _proposal)
    if not lines:
        paragraph(document, say("brief-do-none", language))
        return
    paragraph(document, say("pack-proposals-note", language))
    heads = [_first_head(pack), *(say(f"pack-proposal-{name}", language) for name in _PROPOSAL_COLUMNS)]
    table(
        document, say("pack-proposals-caption", language), heads, lines, widths=[_first_width(pack), 4.2, 4.8, 4.8, 2]
    )
    if pack.main.counts.not_assessable:
        paragraph(document, say("pack-do-data", language, count=pack.main.counts.not_assessable))


def _proposal(pack: Pack, alert: Alert) -> list[Cell]:
    measures = "\n".join(alert.measures) or say("brief-no-measures", pack.language)
    return [alert.target.title, alert.needed, measures, alert.department or MISSING]


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
                interval(series, row.row.lower50, row.row.upper50),
                row.interval,
                interval(series, row.row.lower95, row.row.upper95),
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
        size=7.0,
    )
    table(
        document,
        say("brief-files-caption", language),
        [say(f"brief-col-{name}", language) for name in ("file", "rows", "hash")],
        [[item.name, str(item.rows), item.sha256] for item in sources.files],
        widths=[5, 2, 10],
        size=7.0,
    )
    paragraph(document, say("brief-origins-note", language), size=9)
    heads = [say(f"brief-col-{name}", language) for name in ("indicator", "year", "rows", "source")]
    table(document, say("brief-origins-caption", language), heads, list(_origins(pack)), widths=[5, 4, 4, 4], size=7.0)
    versions = say("brief-list-separator", language).join(" ".join(item) for item in sources.versions)
    bullets(document, [say("brief-versions", language, versions=versions)])


def _origins(pack: Pack) -> Iterator[list[Cell]]:
    for source in pack.main.provenance.sources:
        for item in source.origins:
            yield [item.series, item.years, f"{source.file}: {item.lines}", f"{source.basis} · {source.source}"]
