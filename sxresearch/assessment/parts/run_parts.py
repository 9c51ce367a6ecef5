"""A run judged in parts that need one another's figures for nothing: what is worked out of each, put together again.

A part holds the figures of a few indicators for all regions (:mod:`sxresearch.assessment.parts.chunks`), so that
whoever answers a question on it, a process here or a machine elsewhere, holds these only and reads no file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import pandas as pd

from sxresearch.assessment.assess import assess, assessment_of, in_order
from sxresearch.assessment.column_tables import stacked
from sxresearch.assessment.held_verdicts import verdicts_with_held
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.parts.chunks import Chunk, chunks_of, targets_on
from sxresearch.assessment.track_record.past_questions import longest_lead
from sxresearch.assessment.track_record.past_targets import (
    PastJudgements,
    judge_past_targets,
    past_judgements_joined,
)
from sxresearch.assessment.track_record.record import TrackRecord, any_synthetic, inputs_of_peers, summarise
from sxresearch.assessment.verdict import VERDICT_COLUMNS, Assessment
from sxresearch.assessment.year_before import YearBefore, assess_year_before, year_before_of
from sxresearch.monitoring.contract import HELD, KEY
from sxresearch.monitoring.observations import Observations
from sxresearch.monitoring.repeated_texts import in_full

FIGURES_PER_PART = 50_000
"""What is projected together anyway (:data:`sxresearch.projection.stacking.CHUNK_CELLS`): smaller parts cost more."""


@dataclass(frozen=True)
class VerdictsAsked:
    """The verdicts on these regions, with their fans and scenarios."""

    regions: tuple[str, ...]
    as_of: int | None
    target_year: int | None

    def __call__(self, part: Inputs) -> Assessment:
        """The verdicts on the part's targets."""
        return assess(part, self.regions, self.as_of, self.target_year, what_if=True)


@dataclass(frozen=True)
class YearBeforeAsked:
    """What would have been said of these regions a year before."""

    regions: tuple[str, ...]
    as_of: int | None
    target_year: int | None

    def __call__(self, part: Inputs) -> YearBefore:
        """The same verdicts from the data of a year before."""
        return assess_year_before(part, self.regions, self.as_of, self.target_year)


@dataclass(frozen=True)
class PastAsked:
    """The past targets of the panels of one peer level, up to the year ``last``, at most ``reach`` years ahead."""

    peers: str
    last: int
    reach: int

    def __call__(self, part: Inputs) -> PastJudgements:
        """The past targets of the part's panels."""
        return judge_past_targets(inputs_of_peers(part, self.peers), self.last, self.reach)


@dataclass(frozen=True)
class HeldAsked:
    """The verdicts on these regions as held figures would change them, where there are any."""

    regions: tuple[str, ...]
    as_of: int | None
    target_year: int | None

    def __call__(self, part: Inputs) -> pd.DataFrame:
        """The verdicts on the part's targets about series with held figures, these figures used."""
        return verdicts_with_held(part, self.regions, self.as_of, self.target_year)


Question: TypeAlias = VerdictsAsked | YearBeforeAsked | PastAsked | HeldAsked
Answer: TypeAlias = Assessment | YearBefore | PastJudgements | pd.DataFrame


@dataclass(frozen=True)
class PartTask:
    """One question on one part; ``place`` is the part's number. Can be sent to another process or machine."""

    place: int
    question: Question
    part: Inputs


@dataclass(frozen=True)
class PartAnswer:
    """What came of a task."""

    place: int
    question: Question
    answer: Answer


def answered(task: PartTask) -> PartAnswer:
    """Answer one question on one part."""
    return PartAnswer(task.place, task.question, task.question(task.part))


def part_tasks(inputs: Inputs, questions: Sequence[Question]) -> Iterator[PartTask]:
    """Every question on every part; into how many parts the inputs are cut follows from the figures alone."""
    for place, part in enumerate(_parts(inputs)):
        yield from (PartTask(place, question, part) for question in questions)


def past_asked(inputs: Inputs, peers: str, as_of: int | None) -> PastAsked:
    """The past targets of one peer level, by the last year of its own data."""
    mine = inputs_of_peers(inputs, peers, [*KEY, "value", HELD])
    last = as_of or mine.observations.years()[1]
    return PastAsked(peers, last, longest_lead(mine, last))


def _parts(inputs: Inputs) -> Iterator[Inputs]:
    """The inputs cut into parts, the largest first."""
    count = max(1, len(inputs.observations.table) // FIGURES_PER_PART)
    chunks = chunks_of(inputs.plans, count, checked_together=())
    yield from (inputs,) if len(chunks) == 1 else (_part(inputs, chunk) for chunk in chunks)


def _part(inputs: Inputs, chunk: Chunk) -> Inputs:
    plans = tuple(targets_on(plan, chunk) for plan in inputs.plans)
    extent = replace(inputs.extent, reports=None)
    part = replace(inputs, plans=plans, observations=_of(inputs.observations, chunk), whole_extent=extent)
    shown = inputs.published
    return part if shown is inputs else part.shown_as(_of(shown.observations, chunk))


def _of(observations: Observations, chunk: Chunk) -> Observations:
    table, earlier = (
        in_full(rows[rows["indicator"].isin(chunk.indicators)].reset_index(drop=True))
        for rows in (observations.table, observations.superseded)
    )
    return Observations(table, observations.sources, earlier, judged_on=observations.judged_on)


# --- put together ------------------------------------------------------------------------


@dataclass(frozen=True)
class PartAnswers:
    """All answers of a run, in the order of the parts."""

    answers: tuple[PartAnswer, ...]

    def verdicts(self, asked: VerdictsAsked, inputs: Inputs) -> Assessment:
        """The verdicts as one assessment in one go gives them."""
        parts = [found for found in self._to(asked) if isinstance(found, Assessment)]
        return assessment_of(parts, inputs.plans, asked.regions)

    def year_before(self, asked: YearBeforeAsked, inputs: Inputs) -> YearBefore:
        """The answers of a year before."""
        parts = [found for found in self._to(asked) if isinstance(found, YearBefore)]
        return year_before_joined(parts, inputs, asked.regions)

    def with_held(self, asked: HeldAsked, inputs: Inputs) -> pd.DataFrame:
        """The verdicts that would stand if held figures were used; no rows where nothing is held."""
        found = [found for found in self._to(asked) if isinstance(found, pd.DataFrame)]
        return in_order(stacked(found, VERDICT_COLUMNS), inputs.plans, asked.regions)

    def record(self, asked: PastAsked, inputs: Inputs) -> TrackRecord:
        """The track record of one peer level."""
        past = past_judgements_joined([found for found in self._to(asked) if isinstance(found, PastJudgements)])
        synthetic = any_synthetic(inputs_of_peers(inputs, asked.peers, ["year", "basis"]).observations, asked.last)
        return summarise(past.cases, past.coverage, synthetic=synthetic)

    def _to(self, asked: Question) -> Iterator[Answer]:
        mine = [found for found in self.answers if found.question == asked]
        return (found.answer for found in sorted(mine, key=lambda found: found.place))


def year_before_joined(parts: Sequence[YearBefore], inputs: Inputs, regions: tuple[str, ...]) -> YearBefore:
    """The answers of a year before of all parts as one."""
    if len(parts) == 1:
        return parts[0]
    sides = [part.known_then for part in parts], [part.known_now for part in parts]
    found = year_before_of(*sides, [part.revisions for part in parts], inputs, regions)
    if found.revisions.empty:
        return found
    return replace(found, revisions=_as_in(inputs.observations.table, found.revisions))


def _as_in(table: pd.DataFrame, revisions: pd.DataFrame) -> pd.DataFrame:
    """The revisions in the order of the figures that they concern."""
    concerned = table["region"].isin(revisions["region"]) & table["indicator"].isin(revisions["indicator"])
    keys = (pd.MultiIndex.from_frame(rows) for rows in (table.loc[concerned, list(KEY)], revisions[list(KEY)]))
    place = next(keys).get_indexer(next(keys))
    return revisions.iloc[place.argsort(kind="stable")].reset_index(drop=True)
