"""Answers that are other than a year before, each with its causes."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.withholding import without_probabilities
from sxresearch.assessment.verdict import Assessment
from sxresearch.assessment.year_before import YearBefore
from sxresearch.brief.content.headline import AnswerCounts, count, counted, ranged
from sxresearch.brief.content.since.causes import causes, points
from sxresearch.brief.content.since.moves import (
    LISTED,
    Move,
    answer_words,
    listed_place,
    move_between,
    step_between,
)
from sxresearch.brief.content.subject import Subject, published_subjects
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.target_rows import target_rows


@dataclass(frozen=True)
class ChangedAnswer:
    """One target: its answer today and a year before; ``revised`` is that of a year before on the revised figures."""

    now: TargetRow
    before: TargetRow
    revised: TargetRow
    revisions: pd.DataFrame = field(repr=False)

    @property
    def step(self) -> float | None:
        """How far the probability went."""
        return step_between(self.before.p, self.now.p)

    @property
    def move(self) -> Move:
        """Which way the answer went."""
        return move_between(self.before.status, self.now.status, self.step)

    @property
    def before_words(self) -> str:
        """The answer of a year before."""
        return answer_words(self.before.status, self.before.p, self.now.subject.language)

    @property
    def now_words(self) -> str:
        """The answer of today."""
        return answer_words(self.now.status, self.now.p, self.now.subject.language)

    @property
    def step_words(self) -> str:
        """How far the probability went, in percentage points."""
        return points(self.step)

    @cached_property
    def causes(self) -> tuple[str, ...]:
        """Why, one sentence for each cause."""
        revised = None if self.revisions.empty else step_between(self.before.p, self.revised.p)
        return causes(self.now, self.before, self.revisions, revised)


@dataclass(frozen=True)
class SinceYearBefore:
    """A region's answers of a year before beside today's; ``answers`` are all that both could be asked for.

    ``rows_before`` are those of a year before that the headline counts.
    """

    before: Subject
    now: Subject
    rows_before: tuple[TargetRow, ...]
    rows_now: tuple[TargetRow, ...]
    answers: tuple[ChangedAnswer, ...]

    @cached_property
    def counts_before(self) -> AnswerCounts:
        """The targets by answer a year before."""
        return count(self.rows_before)

    @cached_property
    def counts_now(self) -> AnswerCounts:
        """The targets by answer today."""
        return count(self.rows_now)

    @property
    def misses(self) -> tuple[str, str]:
        """Expected number of misses with its 80 % range, a year before and today."""
        both = (self.counts_before, self.counts_now)
        before, now = (ranged(found.expected_misses, found.misses_low, found.misses_high) for found in both)
        return before, now

    @cached_property
    def moves(self) -> Mapping[Move, int]:
        """How many answers went which way, in the order of the moves."""
        found = Counter(item.move for item in self.answers)
        return {move: found[move] for move in Move if found[move]}

    @cached_property
    def listed(self) -> tuple[ChangedAnswer, ...]:
        """The answers that changed, the worse first and the larger steps before the smaller.

        What two plans ask alike stands once.
        """
        once = {(item.now.title, item.now.aim): item for item in self.answers if item.move in LISTED}
        return tuple(sorted(once.values(), key=lambda item: listed_place(item.move, item.step)))

    def told(self, most: int) -> tuple[tuple[ChangedAnswer, ...], tuple[ChangedAnswer, ...]]:
        """The first ``most`` answers that got worse with the first ``most`` of the others, and all the rest."""
        worse = [item for item in self.listed if item.move is Move.WORSE]
        others = [item for item in self.listed if item.move is not Move.WORSE]
        return (*worse[:most], *others[:most]), (*worse[most:], *others[most:])


Told = tuple[Subject, Sequence[TargetRow]]
"""A region and the rows of its targets today."""


def since_year_before(
    told: Sequence[Told], before: YearBefore, inputs: Inputs, *, withheld: Collection[str], internal: bool
) -> dict[str, SinceYearBefore]:
    """Region code to its answers of today beside those of a year before; without regions that have no earlier year.

    Parameters
    ----------
    before
        The answers of a year before, of these regions or of more.
    withheld
        Codes of the regions whose record forbids probabilities, today's and those of a year before.
    internal
        Whether small counts are shown.
    """
    earlier = set(before.known_then.regions)
    asked = [(now, rows) for now, rows in told if now.region.code in earlier]
    if not asked:
        return {}
    regions, language = [now.region for now, _ in asked], asked[0][0].language

    def published(assessment: Assessment) -> list[Subject]:
        shown = without_probabilities(assessment.of_regions([region.code for region in regions]), withheld)
        return published_subjects(inputs, shown, regions, language, internal=internal)

    then = published(before.known_then)
    revised = then if before.revisions.empty else published(before.known_now)
    return {
        now.region.code: _beside(now, rows, old, new, before.revisions_of(now.region.code))
        for (now, rows), old, new in zip(asked, then, revised, strict=True)
    }


def _beside(
    now: Subject, rows: Sequence[TargetRow], old: Subject, new: Subject, revisions: pd.DataFrame
) -> SinceYearBefore:
    then = target_rows(old)
    by_target = {row.place.target.id: row for row in then}
    revised = by_target if new is old else {row.place.target.id: row for row in target_rows(new)}
    answers = tuple(
        ChangedAnswer(row, by_target[target], revised[target], revisions)
        for row in counted(rows)
        if not row.is_checklist and (target := row.place.target.id) in by_target
    )
    return SinceYearBefore(old, now, counted(then), counted(rows), answers)
