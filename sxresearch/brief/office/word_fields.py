"""The report field by field: every target, its chart, and the plan's measures."""

from typing import Any

from sxresearch.brief.charts.pictures import pictures
from sxresearch.brief.content.brief_content import FieldPart
from sxresearch.brief.content.pack import Pack, PackKind
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.office.word_blocks import Cell, bullets, gallery, heading, paragraph, status_cell, table
from sxresearch.language import say


def completion(document: Any, pack: Pack) -> None:
    """Field by field: every measurable target, its chart, and the plan's measures."""
    heading(document, say("pack-completion", pack.language))
    for part in pack.main.fields:
        heading(document, part.title, 2)
        if part.rows:
            _targets(document, pack, part)
        else:
            paragraph(document, say("brief-field-without-numbers", pack.language))
        if pack.several and part.panels:
            region = pack.main.subject.region.title(pack.language)
            paragraph(document, say("pack-charts-of", pack.language, region=region), size=9)
        shown = zip(pictures(part.panels), part.panels, strict=True)
        gallery(document, ((picture, panel.title, panel.finding) for picture, panel in shown))
        _measures(document, pack, part)


def _targets(document: Any, pack: Pack, part: FieldPart) -> None:
    """The targets of the main region; of every region where the pack is a department's."""
    language = pack.language
    every = pack.kind is PackKind.DEPARTMENT and pack.several
    names = ["goal", "indicator", "aim", "latest", "status", "chance", "projected", "grade"]
    widths = [1.0, 3.6, 2.6, 2.3, 2.3, 1.4, 3.2, 1.2]
    heads = [say(f"brief-col-{name}", language) for name in names]
    if every:
        heads, widths = [say("pack-count-region", language), *heads], [1.6, *widths]
    wanted = [row.place.target.id for row in part.rows]
    lines = []
    for target in wanted:
        for member in pack.members if every else pack.members[:0]:
            if target in member.by_target:
                lines.append([member.name, *_target_line(member.by_target[target])])
    if not every:
        lines = [_target_line(row) for row in part.rows]
    caption = say("pack-field-caption", language, field=part.title, year=str(pack.main.subject.as_of))
    table(document, caption, heads, lines, widths=widths)


def _target_line(row: TargetRow) -> list[Cell]:
    return [
        str(row.place.goal.number), row.title, row.aim, row.latest_short, status_cell(row), row.probability,
        row.projected_range, row.grade_word,
    ]  # fmt: skip


def _measures(document: Any, pack: Pack, part: FieldPart) -> None:
    if not part.field.measures:
        return
    heading(document, say("pack-measures", pack.language), 3)
    bullets(document, [f"{item.number} {item.title.in_language(pack.language)}" for item in part.field.measures])
