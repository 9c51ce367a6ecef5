"""The report up to the profile of targets: the answer, how it was found, how targets spread over fields."""

from typing import Any

from sxresearch.brief.content.brief_content import FieldPart
from sxresearch.brief.content.headline import COUNTED, REGION_COUNTS, count, ranged
from sxresearch.brief.content.pack import Pack
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.office.word_blocks import Marked, heading, paragraph, table
from sxresearch.brief.office.word_first_sheet import first_sheet, most_urgent
from sxresearch.language import say

_METHOD = ("question", "projection", "evidence", "status")


def summary(document: Any, pack: Pack) -> None:
    """The first sheet, which is the one-page version for leaders; behind it the counts of every region."""
    language, main = pack.language, pack.main
    heading(document, say("pack-summary", language))
    if pack.lead:
        paragraph(document, pack.lead, bold=True)
    if pack.several:
        paragraph(document, say("pack-summary-of", language, region=main.subject.region.title(language)))
    first_sheet(document, main)
    document.add_page_break()
    most_urgent(document, main)
    table(
        document,
        say("pack-counts-caption", language),
        [say(f"pack-count-{name.replace('_', '-')}", language) for name in ("region", *REGION_COUNTS, "misses")],
        [_count_line(member) for member in pack.members],
        widths=[2.4, *[1.4] * len(REGION_COUNTS), 1.8],
    )


def _count_line(member: RegionVerdicts) -> list[str]:
    counts = member.counts
    misses = ranged(counts.expected_misses, counts.misses_low, counts.misses_high, member.subject.language)
    return [member.name, *(str(getattr(counts, name)) for name in REGION_COUNTS), misses]


def process(document: Any, pack: Pack) -> None:
    """What was judged, by which plans, with which data and how."""
    language, main = pack.language, pack.main
    heading(document, say("pack-process", language))
    plans = say("brief-list-separator", language).join(
        plan.title.in_language(language) for plan in main.subject.leading_plans
    )
    figures = sum(len(member.subject.observed[member.subject.observed["value"].notna()]) for member in pack.members)
    paragraph(
        document,
        say(
            "pack-process-text",
            language,
            plans=plans,
            as_of=str(main.subject.as_of),
            regions=str(len(pack.members)),
            figures=str(figures),
            measurable=str(main.counts.measurable),
            assessable=str(main.counts.assessable),
        ),
    )
    if pack.synthetic:
        paragraph(document, say("brief-synthetic-note", language), bold=True)
    paragraph(document, say("brief-identity", language, identity=main.provenance.identity))
    for name in _METHOD:
        heading(document, say(f"brief-method-{name}", language), 2)
        paragraph(document, say(f"brief-method-{name}-text", language))
    if main.record:
        heading(document, say("brief-method-record", language), 2)
        for sentence in main.record.sentences:
            paragraph(document, sentence)


def profile(document: Any, pack: Pack) -> None:
    """How the targets spread over fields; with several regions, the matrix of each field."""
    language = pack.language
    heading(document, say("pack-profile", language))
    table(
        document,
        say("pack-profile-caption", language, region=pack.main.subject.region.title(language)),
        [say(f"pack-count-{name.replace('_', '-')}", language) for name in ("field", *COUNTED)],
        [_field_line(part) for part in pack.main.fields],
        widths=[4, *[1.5] * 7],
    )
    if pack.several:
        _matrix(document, pack)


def _field_line(part: FieldPart) -> list[str]:
    counts = count(part.rows)
    return [part.title, *(str(getattr(counts, name)) for name in COUNTED)]


def _matrix(document: Any, pack: Pack) -> None:
    language, cells = pack.language, pack.matrix
    heading(document, say("pack-matrix", language), 2)
    paragraph(document, say("pack-matrix-note", language), size=9)
    fields = {(row.place.plan.id, row.place.field.id): row.place.field for row in cells.rows}
    heads = [say("brief-col-indicator", language), *(region.title(language) for region in cells.regions)]
    for key, field in fields.items():
        lines = [
            [row.title, *(Marked(cell.symbol, cell.status) if cell else "" for cell in row.cells)]
            for row in cells.rows
            if (row.place.plan.id, row.place.field.id) == key
        ]
        table(
            document,
            field.title.in_language(language),
            heads,
            lines,
            widths=[4.5, *[1.0] * len(cells.regions)],
        )
