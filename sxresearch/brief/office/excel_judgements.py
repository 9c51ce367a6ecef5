"""The sheets on what people judged and agreed: plain lists beside the model's answers."""

from collections.abc import Iterator
from typing import Any

from sxresearch.brief.content.judged_targets import agreed_actions, judged_targets
from sxresearch.brief.content.pack import Pack
from sxresearch.language import say

JUDGED_WIDTHS = (10, 34, 24, 12, 16, 20, 10, 24, 40, 40)
AGREED_WIDTHS = (8, 10, 34, 40, 18, 12, 10, 22, 22, 30)


def judged_lines(pack: Pack) -> Iterator[list[Any]]:
    """Every judgement that counts; only the head without any."""
    language = pack.language
    heads = ("target", "judged-aim", "judged-by", "judged-answer", "status", "judged-differs", "judged-signed",
             "judged-reason", "judged-evidence")  # fmt: skip
    yield [say("pack-col-region", language), *(say(f"brief-col-{key}", language) for key in heads)]
    for member in pack.members:
        for item in judged_targets(member.rows):
            row = item.row
            yield [
                member.name, row.title, row.aim, item.source, item.answer,
                f"{row.symbol} {row.status_word} {row.probability}",
                say("pack-yes" if item.differs else "pack-no", language), item.signed, item.judgement.reason,
                item.judgement.evidence,
            ]  # fmt: skip


def agreed_lines(pack: Pack) -> Iterator[list[Any]]:
    """Every agreed action as it stands; only the head without any."""
    language = pack.language
    heads = ("agreed-action", "agreed-who", "agreed-due", "agreed-state", "agreed-then", "agreed-now", "agreed-note")
    first = (say("ledger-col-number", language), say("pack-col-region", language), say("brief-col-target", language))
    yield [*first, *(say(f"brief-col-{key}", language) for key in heads)]
    for member in pack.members:
        for item in agreed_actions(member.rows):
            action = item.action
            yield [
                action.number, member.name, item.row.title, action.action, action.who, item.due, item.state, item.then,
                item.now, action.note,
            ]  # fmt: skip
