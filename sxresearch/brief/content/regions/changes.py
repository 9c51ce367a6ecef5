"""What changed since an earlier run: verdicts that moved into another band, or by ten points and more."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest

import pandas as pd

from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.content.since.moves import (
    LISTED,
    MOST_CHANGES,
    Move,
    answer_words,
    listed_place,
    move_between,
    step_between,
)
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import number
from sxresearch.monitoring.rows_by_region import RowsByRegion
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
    """What moved: the first ``rows`` of ``listed``, the worse first and the larger steps before the smaller;
    ``counts`` covers every verdict.
    """

    before_as_of: int
    now_as_of: int
    rows: tuple[Change, ...]
    listed: int
    counts: dict[Move, int]


class Comparison:
    """The verdicts of an earlier run beside those of one region after another; checklist items are left out."""

    def __init__(self, before: pd.DataFrame):
        self._before, self._before_as_of = RowsByRegion(before), int(before["as_of"].max())
        self._rows: list[Change] = []
        self._listed, self._now_as_of = 0, 0
        self._counts = Counter[Move]()

    def add(self, member: RegionVerdicts) -> None:
        """Compare a region."""
        old = {row.target: row for row in self._before.of([member.region.code]).itertuples(index=False)}
        measurable = (row for row in member.rows if not row.is_checklist)
        found = [_change(member, row, old.get(row.place.target.id)) for row in measurable]
        listed = [item for item in found if item.move in LISTED]
        self._rows = nsmallest(
            MOST_CHANGES, [*self._rows, *listed], key=lambda item: listed_place(item.move, item.step)
        )
        self._listed += len(listed)
        self._counts.update(item.move for item in found)
        self._now_as_of = max(self._now_as_of, member.subject.as_of)

    def changes(self) -> Changes:
        """What moved in the regions so far."""
        return Changes(self._before_as_of, self._now_as_of, tuple(self._rows), self._listed, dict(self._counts))


def changes(before: pd.DataFrame, shown: Iterable[RegionVerdicts]) -> Changes:
    """Compare the verdicts of an earlier run with those of ``shown``."""
    comparison = Comparison(before)
    for member in shown:
        comparison.add(member)
    return comparison.changes()


def _change(member: RegionVerdicts, row: TargetRow, old: object) -> Change:
    now = answer_words(row.status, row.p, member.subject.language)
    if old is None:
        return Change(member.name, row.title, "", now, Move.NEW, None)
    status = Status(old.status)  # type: ignore[attr-defined]
    p = None if row.suppressed else number(old.p_attain)  # type: ignore[attr-defined]
    step = step_between(p, row.p)
    before = answer_words(status, p, member.subject.language)
    return Change(member.name, row.title, before, now, move_between(status, row.status, step), step)
