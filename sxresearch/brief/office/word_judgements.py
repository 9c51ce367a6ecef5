"""Judgements and agreed actions of the report: beside the model's answers, where there are any."""

from typing import Any

from sxresearch.brief.content.judged_targets import agreed_actions, judged_targets
from sxresearch.brief.content.pack import Pack
from sxresearch.brief.office.word_blocks import Cell, heading, paragraph, status_cell, table
from sxresearch.brief.office.word_warnings import listed_regions
from sxresearch.language import say


def judgements(document: Any, pack: Pack) -> None:
    """A chapter of its own, where anybody has judged or anything was agreed."""
    rows = [row for member in listed_regions(pack) for row in member.rows]
    judged, agreed, language = judged_targets(rows), agreed_actions(rows), pack.language
    if not judged and not agreed:
        return
    heading(document, say("pack-judgements", language))
    if judged:
        keys = ("target", "judged-by", "judged-answer", "status", "judged-signed", "judged-reason", "judged-evidence")
        lines: list[list[Cell]] = [
            [
                item.row.title, item.source,
                "\n".join([item.answer, *([say("brief-judged-differs", language)] if item.differs else [])]),
                status_cell(item.row), item.signed, item.judgement.reason, item.judgement.evidence,
            ]
            for item in judged
        ]  # fmt: skip
        heads = [say(f"brief-col-{key}", language) for key in keys]
        widths = [3.4, 1.6, 2, 2, 2.2, 3.4, 3]
        table(document, say("brief-judged-caption", language), heads, lines, widths=widths)
        paragraph(document, say("brief-judged-note", language))
    if agreed:
        keys = ("target", "agreed-action", "agreed-who", "agreed-due", "agreed-state", "agreed-then", "agreed-now")
        lines = [
            [item.row.title, item.action.action, item.action.who, item.due, item.state, item.then, item.now]
            for item in agreed
        ]
        heads = [say(f"brief-col-{key}", language) for key in keys]
        table(document, say("brief-agreed-caption", language), heads, lines, widths=[3.4, 4, 2, 1.8, 1.4, 2.4, 2.4])
