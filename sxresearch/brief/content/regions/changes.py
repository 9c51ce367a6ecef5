"""What changed since an earlier run: verdicts that moved into another band, or by ten points and more."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.content.target_rows import SYMBOLS, TargetRow
from sxresearch.brief.content.wording import known, number
from sxresearch.language import word
from sxresearch.language.numbers import percent
from sxresearch.terms import Language, Status

NOTEWORTHY = 0.10  # a probability that moved less, within its band, is not listed


class Move(StrEnum):
    """Which way a verdict went."""

    BETTER = "better"
    WORSE = "worse"
    GAINED = "gained"  # can be assessed now
    LOST = "lost"  # can't be assessed any more
    SAME = "same"
    NEW = "new"  # not in the earlier run


_ORDER = {status: place for place, status in enumerate(SYMBOLS)}
_LISTED = (Move.WORSE, Move.BETTER, Move.LOST, Move.GAINED)


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
    listed = [item for item in found if item.move in _LISTED]
    listed.sort(key=lambda item: (_LISTED.index(item.move), -abs(item.step or 0.0)))
    return Changes(
        before_as_of=int(before["as_of"].max()),
        now_as_of=max(member.subject.as_of for member in shown),
        rows=tuple(listed),
        counts=dict(Counter(item.move for item in found)),
    )


def _change(member: RegionVerdicts, row: TargetRow, old: object) -> Change:
    now = _words(row.status, row.p, member.subject.language)
    if old is None:
        return Change(member.name, row.title, "", now, Move.NEW, None)
    status = Status(old.status)  # type: ignore[attr-defined]
    p = None if row.suppressed else number(old.p_attain)  # type: ignore[attr-defined]
    step = row.p - p if row.p is not None and p is not None else None
    before = _words(status, p, member.subject.language)
    return Change(member.name, row.title, before, now, _move(status, row.status, step), step)


def _move(before: Status, now: Status, step: float | None) -> Move:
    unknown = Status.NOT_ASSESSABLE
    if before == now and (step is None or abs(step) < NOTEWORTHY):
        return Move.SAME
    if unknown in (before, now):
        return Move.GAINED if before is unknown else Move.LOST
    better = step > 0 if step else _ORDER[now] < _ORDER[before]
    return Move.BETTER if better else Move.WORSE


def _words(status: Status, p: float | None, language: Language) -> str:
    text = f"{SYMBOLS[status]} {word('status', status, language)}"
    return f"{text} {percent(p)}" if known(p) else text
