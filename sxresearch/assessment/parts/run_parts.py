"""A run judged in parts that need one another's figures for nothing: what is worked out of each, put together again.

A part holds the figures of a few indicators (:mod:`sxresearch.assessment.parts.chunks`) for the regions of one peer
level, so that whoever answers a question on it, a process here or a machine elsewhere, holds these only and reads no
file. Regions of different levels lend one another nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self, TypeAlias

import numpy as np
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
from sxresearch.assessment.verdict import VERDICT_COLUMNS, Assessment, Details
from sxresearch.assessment.year_before import YearBefore, assess_year_before, year_before_of
from sxresearch.monitoring.contract import HELD, KEY
from sxresearch.monitoring.ledger.actions import Actions
from sxresearch.monitoring.ledger.judgements import Judgements
from sxresearch.monitoring.observations import Observations
from sxresearch.monitoring.repeated_texts import in_full
from sxresearch.plan.regions import PEER_LEVELS, Regions

FIGURES_PER_PART = 50_000
"""What is projected together anyway (:data:`sxresearch.projection.stacking.CHUNK_CELLS`): larger parts save nothing."""
SOME_PARTS, SMALLEST_PART = 12, 5_000
"""A smaller level is cut into so many parts, though not into smaller ones: all cores have something to do, a changed
figure has little judged again, and it costs 2 to 5 % more than parts of FIGURES_PER_PART."""


@dataclass(frozen=True)
class RunPart:
    """The inputs with the figures of some indicators for the regions of the level ``peers``, and their targets."""

    peers: str
    inputs: Inputs

    def among(self, regions: Sequence[str]) -> tuple[str, ...]:
        """Those of the regions that are of the part's level."""
        return tuple(code for code in regions if PEER_LEVELS[self.inputs.regions[code].level] == self.peers)


@dataclass(frozen=True)
class _OfRegions:
    """A question on these regions."""

    regions: tuple[str, ...]
    as_of: int | None
    target_year: int | None

    def levels(self, known: Regions) -> frozenset[str]:
        """The peer levels of whose parts it is asked."""
        return frozenset(PEER_LEVELS[known[code].level] for code in self.regions)


class VerdictsAsked(_OfRegions):
    """The verdicts on these regions, with their fans and scenarios."""

    def __call__(self, part: RunPart) -> Assessment:
        """The verdicts on the part's targets in its regions."""
        return assess(part.inputs, part.among(self.regions), self.as_of, self.target_year, details=Details.ALL)


class YearBeforeAsked(_OfRegions):
    """What would have been said of these regions a year before."""

    def __call__(self, part: RunPart) -> YearBefore:
        """The same verdicts from the data of a year before."""
        return assess_year_before(part.inputs, part.among(self.regions), self.as_of, self.target_year)


class HeldAsked(_OfRegions):
    """The verdicts on these regions as held figures would change them, where there are any."""

    def __call__(self, part: RunPart) -> pd.DataFrame:
        """The verdicts on the part's targets about series with held figures, these figures used."""
        return verdicts_with_held(part.inputs, part.among(self.regions), self.as_of, self.target_year)


@dataclass(frozen=True)
class PastAsked:
    """The past targets of the panels of one peer level, up to the year ``last``, at most ``reach`` years ahead."""

    peers: str
    last: int
    reach: int

    def levels(self, _known: Regions) -> frozenset[str]:
        """The one level of whose parts it is asked."""
        return frozenset({self.peers})

    def __call__(self, part: RunPart) -> PastJudgements:
        """The past targets of the part's panels."""
        return judge_past_targets(inputs_of_peers(part.inputs, self.peers), self.last, self.reach)


Question: TypeAlias = VerdictsAsked | YearBeforeAsked | PastAsked | HeldAsked
Answer: TypeAlias = Assessment | YearBefore | PastJudgements | pd.DataFrame


@dataclass(frozen=True)
class PartTask:
    """One question on one part; ``place`` is the part's number. Can be sent to another process or machine."""

    place: int
    question: Question
    part: RunPart


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
    """Every question on every part of its levels; into how many parts the inputs are cut follows from the figures."""
    levels = {question: question.levels(inputs.regions) for question in questions}
    for place, part in enumerate(_parts(inputs, frozenset().union(*levels.values()))):
        yield from (PartTask(place, question, part) for question in questions if part.peers in levels[question])


def past_asked(inputs: Inputs, peers: str, as_of: int | None) -> PastAsked:
    """The past targets of one peer level, by the last year of its own data."""
    mine = inputs_of_peers(inputs, peers, [*KEY, "value", HELD])
    last = as_of or mine.observations.years()[1]
    return PastAsked(peers, last, longest_lead(mine, last))


def _parts(inputs: Inputs, levels: frozenset[str]) -> Iterator[RunPart]:
    """The inputs of these levels cut into parts, the largest level first and of each the largest part."""
    found = [(peers, _LevelFigures.of(inputs, peers)) for peers in sorted(levels)]
    for peers, figures in sorted(found, key=lambda one: -one[1].count):
        for chunk in chunks_of(inputs.plans, part_count(figures.count), checked_together=()):
            yield RunPart(peers, _part(inputs, figures, chunk))


def part_count(figures: int) -> int:
    """Into how many parts a level with so many figures is cut."""
    return max(1, figures // FIGURES_PER_PART, min(SOME_PARTS, figures // SMALLEST_PART))


@dataclass(frozen=True)
class _LevelFigures:
    """Which rows of the observations, as they are judged and as they are shown, are of the regions of one level."""

    judged: "_LevelRows"
    shown: "_LevelRows"

    @classmethod
    def of(cls, inputs: Inputs, peers: str) -> Self:
        codes = [region.code for region in inputs.regions if PEER_LEVELS[region.level] == peers]
        judged = _LevelRows.of(inputs.observations, codes)
        same = inputs.published is inputs
        return cls(judged, judged if same else _LevelRows.of(inputs.published.observations, codes))

    @property
    def count(self) -> int:
        """Figures of the level."""
        return int(self.judged.table.sum())


@dataclass(frozen=True)
class _LevelRows:
    """Masks over the rows of ``observations`` and over its superseded ones."""

    observations: Observations
    table: np.ndarray
    superseded: np.ndarray

    @classmethod
    def of(cls, observations: Observations, codes: Sequence[str]) -> Self:
        both = (rows["region"].isin(codes).to_numpy() for rows in (observations.table, observations.superseded))
        return cls(observations, *both)

    def on(self, chunk: Chunk) -> Observations:
        """The rows of the level on the chunk's indicators, without the names and hashes of their files."""
        table, earlier = (
            in_full(rows[mine & rows["indicator"].isin(chunk.indicators)].reset_index(drop=True))
            for rows, mine in (
                (self.observations.table, self.table),
                (self.observations.superseded, self.superseded),
            )
        )
        return Observations(table, (), earlier, judged_on=self.observations.judged_on)


def _part(inputs: Inputs, figures: _LevelFigures, chunk: Chunk) -> Inputs:
    """What the questions look at; what people said of the targets is not among it."""
    plans = tuple(targets_on(plan, chunk) for plan in inputs.plans)
    extent = replace(inputs.extent, reports=None, rows=None, held=None)
    part = replace(
        inputs, plans=plans, observations=figures.judged.on(chunk), whole_extent=extent,
        judgements=Judgements(), actions=Actions(),
    )  # fmt: skip
    return part.shown_as(part.observations if figures.shown is figures.judged else figures.shown.on(chunk))


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
