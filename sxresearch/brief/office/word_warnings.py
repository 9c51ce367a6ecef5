"""The warnings of the report: problems, what many regions share, gaps, and what would have to happen."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from sxresearch.brief.content.pack import Pack, PackKind
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.content.warning_list import Alert
from sxresearch.brief.office.word_blocks import Cell, heading, paragraph, status_cell, table
from sxresearch.language import say, word
from sxresearch.language.numbers import MISSING
from sxresearch.terms import Flag

_WARNING_COLUMNS = ("target", "chance", "outlook", "warning")
_PROPOSAL_COLUMNS = ("target", "needed", "measures", "who")
_MOST_SHARED = 15  # targets in the list of those that many regions will probably miss


def listed_regions(pack: Pack) -> tuple[RegionVerdicts, ...]:
    """The regions whose warnings are listed one by one: the main one, or all of a department's pack."""
    return pack.members if pack.kind is PackKind.DEPARTMENT else (RegionVerdicts(pack.main.subject, pack.main.rows),)


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
    _apart(document, pack)
    _shared(document, pack)
    _unsettled(document, pack)
    _gaps(document, pack)


def _numbered(pack: Pack, line: Callable[[Pack, Alert], list[Cell]]) -> list[list[Cell]]:
    """One line per warning, most urgent first, behind its rank; behind the region's name where several are listed."""
    regions = listed_regions(pack)
    return [
        [member.name if len(regions) > 1 else str(rank), *line(pack, alert)]
        for member in regions
        for rank, alert in enumerate(member.alerts, start=1)
    ]


def _first_width(pack: Pack) -> float:
    return 1.9 if len(listed_regions(pack)) > 1 else 1.0  # a name, or a rank


def _first_head(pack: Pack) -> str:
    return say("pack-count-region" if len(listed_regions(pack)) > 1 else "brief-col-rank", pack.language)


def _warning_line(pack: Pack, alert: Alert) -> list[Cell]:
    row, language = alert.target, pack.language
    outlook = [say("brief-outlook-latest", language, latest=row.latest)]
    if row.outlook is not None and row.p is not None:
        values = {"projected": row.projected, "interval": row.interval, "year": str(int(row.row.target_year))}
        outlook.append(say("brief-outlook-projected", language, **values))
    if row.progress:
        outlook.append(row.progress)
    if alert.episodes:
        outlook.append(alert.episodes)
    chance = f"{row.probability}\n{row.symbol} {row.status_word}\n{word('flag', row.flag, language)}"
    return ["\n".join((row.title, row.aim, *row.readings)), chance, "\n".join(outlook), row.warning_words]


def _apart(document: Any, pack: Pack) -> None:
    """Warnings about documents that no headline counts."""
    language = pack.language
    listed = [alert for member in listed_regions(pack) for alert in member.alerts_apart]
    if listed:
        heads = [say(f"brief-col-{name}", language) for name in ("of-document", *_WARNING_COLUMNS)]
        lines = [[alert.target.place.plan.title.in_language(language), *_warning_line(pack, alert)] for alert in listed]
        caption = say("brief-apart-caption", language, count=len(listed))
        table(document, caption, heads, lines, widths=[3.2, 4.4, 2.4, 4.6, 2.2])


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


def _flagged(member: RegionVerdicts, target: str) -> bool:
    row = member.by_target.get(target)
    return row is not None and row.flag is not Flag.NONE


def _unsettled(document: Any, pack: Pack) -> None:
    language = pack.language
    if not pack.main.unflagged_warnings:
        return
    names = ["target", "warning", "latest", "projected", "pace", "chance", "status"]
    table(
        document,
        say("brief-unsettled-caption", language),
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
            for row in pack.main.unflagged_warnings
        ],
        widths=[4, 2.4, 2.6, 3, 2.2, 1.4, 2.2],
    )


def _gaps(document: Any, pack: Pack) -> None:
    language, gaps = pack.language, pack.main.gaps
    heading(document, say("brief-gaps-heading", language), 2)
    if not gaps:
        paragraph(document, say("brief-gaps-none", language))
        return
    base = str(min(plan.baseline_year for plan in pack.main.subject.leading_plans))
    names = ["indicator", "pair", "year", "values", "worse", "gap", "ratio"]
    heads = [
        *(say(f"brief-col-{name}", language) for name in names),
        say("brief-col-base-gap", language, year=base),
        say("brief-col-direction", language),
    ]
    lines = [
        [row.name, row.pair, str(row.year), row.values, row.worse, row.gap, row.ratio, row.base, row.direction_word]
        for row in gaps
    ]
    table(
        document,
        say("brief-gaps-caption", language),
        heads,
        lines,
        widths=[3.4, 2.0, 1.2, 3.6, 1.8, 1.8, 1.2, 1.8, 1.8],
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
