"""What changed since an earlier run: verdicts that moved into another band, or by ten points and more."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.content.since.moves import (
    LISTED,
    Move,
    answer_words,
    listed_place,
    move_between,
    step_between,
)
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import number
from sxresearch.terms import Status


@dataclass(frozen=True)
class Change:
    """One verdict that moved: before and now in words, and how far the probability went (none if one is missing)."""

    region: str
    title: str
    before: str
    now: str
    move: Move
    step: float | None


@dataclass(frozen=True)
class Changes:
    """All that moved, the worse first and the larger steps before the smaller; ``counts`` covers every verdict."""

    before_as_of: int
    now_as_of: int
    rows: tuple[Change, ...]
    counts: dict[Move, int]


def changes(before: pd.DataFrame, shown: Sequence[RegionVerdicts]) -> Changes:
    """Compare the verdicts of an earlier run with those of ``shown``; checklist items are left out."""
    old = {(row.region, row.target): row for row in before.itertuples(index=False)}
    found = [
        _change(member, row, old.get((member.region.code, row.place.target.id)))
        for member in shown
        for row in member.rows
        if not row.is_checklist
    ]
    listed = [item for item in found if item.move in LISTED]
    listed.sort(key=lambda item: listed_place(item.move, item.step))
    return Changes(
        before_as_of=int(before["as_of"].max()),
        now_as_of=max(member.subject.as_of for member in shown),
        rows=tuple(listed),
        counts=dict(Counter(item.move for item in found)),
    )


def _change(member: RegionVerdicts, row: TargetRow, old: object) -> Change:
    now = answer_words(row.status, row.p, member.subject.language)
    if old is None:
        return Change(member.name, row.title, "", now, Move.NEW, None)
    status = Status(old.status)  # type: ignore[attr-defined]
    p = None if row.suppressed else number(old.p_attain)  # type: ignore[attr-defined]
    step = step_between(p, row.p)
    before = answer_words(status, p, member.subject.language)
    return Change(member.name, row.title, before, now, move_between(status, row.status, step), step)
