"""Answers that are other than a year before, each with its causes."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from heapq import nsmallest

import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.withholding import without_probabilities
from sxresearch.assessment.verdict import Assessment
from sxresearch.assessment.year_before import YearBefore
from sxresearch.brief.content.headline import AnswerCounts, count, counted, ranged
from sxresearch.brief.content.since.causes import causes, points
from sxresearch.brief.content.since.moves import (
    LISTED,
    MOST_CHANGES,
    Move,
    answer_words,
    listed_place,
    move_between,
    step_between,
)
from sxresearch.brief.content.subject import PublishedRegions, Subject
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.target_rows import target_rows
from sxresearch.monitoring.rows_by_region import RowsByRegion
from sxresearch.terms import Language


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
        language = self.now.language
        before, now = (ranged(item.expected_misses, item.misses_low, item.misses_high, language) for item in both)
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


@dataclass(frozen=True)
class SinceOfRegions:
    """What changed over many regions: ``answers`` are the first of ``count`` that did, the worse before the others and
    larger steps before smaller, ``moves`` how many answers went which way, and ``years`` the last data years that are
    compared: the year before and the latest.
    """

    answers: tuple[ChangedAnswer, ...]
    count: int
    moves: Mapping[Move, int]
    years: tuple[tuple[int, int], ...]


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
    codes = [now.region.code for now, _ in told]
    mine = replace(before, known_then=before.known_then.of_regions(codes), known_now=before.known_now.of_regions(codes))
    found = _one_by_one(told, mine, inputs, withheld=withheld, internal=internal)
    return {one.now.region.code: one for one in found}


def since_of_regions(
    told: Iterable[Told], before: YearBefore, inputs: Inputs, *, withheld: Collection[str], internal: bool
) -> SinceOfRegions | None:
    """The same over all regions together, as :func:`since_year_before` tells it of each; none without an earlier year.

    One region is looked at after another, and of its answers only those are kept that are among the first.
    """
    answers: list[ChangedAnswer] = []
    count, moves, years = 0, Counter[Move](), set()
    for one in _one_by_one(told, before, inputs, withheld=withheld, internal=internal):
        count += len(one.listed)
        moves.update(one.moves)
        years.add((one.before.as_of, one.now.as_of))
        answers = nsmallest(MOST_CHANGES, [*answers, *one.listed], key=lambda item: listed_place(item.move, item.step))
    if not years:
        return None
    return SinceOfRegions(
        tuple(answers), count, {move: moves[move] for move in Move if moves[move]}, tuple(sorted(years))
    )


def _one_by_one(
    told: Iterable[Told], before: YearBefore, inputs: Inputs, *, withheld: Collection[str], internal: bool
) -> Iterator[SinceYearBefore]:
    def published(assessment: Assessment, language: Language) -> PublishedRegions:
        return PublishedRegions(inputs, without_probabilities(assessment, withheld), language, internal=internal)

    earlier, revisions = set(before.known_then.regions), RowsByRegion(before.revisions)
    then: PublishedRegions | None = None
    for now, rows in told:
        if now.region.code in earlier:
            if then is None:
                then = published(before.known_then, now.language)
                revised = then if before.revisions.empty else published(before.known_now, now.language)
            old = then.subject(now.region)
            new = old if revised is then else revised.subject(now.region)
            yield _beside(now, rows, old, new, revisions.of([now.region.code]).reset_index(drop=True))


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
