"""What the briefs of a run have in common: its inputs, and what was judged from them once for all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from sxresearch.assessment.held_verdicts import HeldVerdicts
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.parts.run_parts import (
    HeldAsked,
    PartAnswer,
    PartAnswers,
    PartTask,
    VerdictsAsked,
    YearBeforeAsked,
    answered,
    part_tasks,
    past_asked,
)
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.verdict import Assessment
from sxresearch.assessment.year_before import YearBefore
from sxresearch.brief.content import panel_record as past
from sxresearch.brief.content.comparison.neighbours import parts_of
from sxresearch.brief.content.panel_record import AssessedRegions
from sxresearch.freed_memory import give_back
from sxresearch.plan.regions import PEER_LEVELS
from sxresearch.terms import Level


@dataclass(frozen=True)
class JudgedRegions:
    """The verdicts on the regions of a run, those of the year before, and the record of each of their peer levels.

    ``with_held`` are the verdicts that would stand if held figures were used
    (:class:`sxresearch.assessment.held_verdicts.HeldVerdicts`); none where that was not asked, as for a single brief.
    """

    assessment: Assessment
    before: YearBefore
    records: Mapping[str, TrackRecord]
    with_held: pd.DataFrame | None = None

    @property
    def held(self) -> HeldVerdicts | None:
        """The verdicts without held figures and with them."""
        return None if self.with_held is None else HeldVerdicts(self.assessment.verdicts, self.with_held)

    def record_of(self, region: str, inputs: Inputs) -> TrackRecord | None:
        """The record of the region's panel, none where it was not replayed."""
        return self.records.get(PEER_LEVELS[inputs.regions[region].level])

    def records_by_region(self, inputs: Inputs) -> dict[str, TrackRecord]:
        """Region code to the record of its panel."""
        found = {region: self.record_of(region, inputs) for region in self.assessment.regions}
        return {region: record for region, record in found.items() if record is not None}

    def assessed(self, inputs: Inputs) -> AssessedRegions:
        """The verdicts without the probabilities that a record speaks against, and the record behind each region."""
        known = self.records_by_region(inputs)
        return AssessedRegions(inputs, past.without_withheld(self.assessment, known), known)

    def published(self, inputs: Inputs) -> Assessment:
        """The verdicts without the probabilities that a record speaks against."""
        return self.assessed(inputs).assessment


@dataclass(frozen=True)
class RunAnswers:
    """The inputs of a run and what was judged from them.

    ``as_of`` is the last data year used, ``target_year`` the year asked for in place of each plan's own.
    """

    inputs: Inputs
    as_of: int
    target_year: int | None
    judged: JudgedRegions


class Workers(Protocol):
    """Where the parts of a run are judged: in processes of this machine, or on others."""

    def __call__(self, job: Callable[[PartTask], PartAnswer], tasks: Iterable[PartTask], /) -> Iterable[PartAnswer]:
        """What ``job`` gives for each task, in any order."""


def one_after_another(job: Callable[[PartTask], PartAnswer], tasks: Iterable[PartTask]) -> Iterator[PartAnswer]:
    """All of it here and now, for who has no process to do it aside."""
    return map(job, tasks)


def answers_of(
    inputs: Inputs,
    regions: Sequence[str],
    as_of: int | None = None,
    target_year: int | None = None,
    *,
    workers: Workers = one_after_another,
) -> RunAnswers:
    """Judge ``regions`` and the parts that their briefs name, today, from the data of a year before, and with the held
    figures; and replay the record of each of their panels.

    Raises
    ------
    BadParameter
        If a region or year can't be used.
    """
    wanted = {code for region in regions for code in with_parts(inputs, region)}
    everyone = tuple(region.code for region in inputs.regions if region.code in wanted)
    levels = sorted({PEER_LEVELS[inputs.regions[region].level] for region in regions})
    pasts = [past_asked(inputs, peers, as_of) for peers in levels]
    verdicts = VerdictsAsked(everyone, as_of, target_year)
    before = YearBeforeAsked(tuple(regions), as_of, target_year)
    held = HeldAsked(tuple(regions), as_of, target_year)
    found = PartAnswers(tuple(workers(answered, part_tasks(inputs, [*pasts, verdicts, before, held]))))
    give_back()
    judged = JudgedRegions(
        found.verdicts(verdicts, inputs),
        found.year_before(before, inputs),
        {asked.peers: found.record(asked, inputs) for asked in pasts},
        found.with_held(held, inputs),
    )
    del found
    give_back()
    return RunAnswers(inputs, last_year(inputs, as_of), target_year, judged)


def last_year(inputs: Inputs, as_of: int | None) -> int:
    """The last data year used: the one asked for, else that of the data."""
    return as_of or inputs.extent.years()[1]


def with_parts(inputs: Inputs, region: str) -> tuple[str, ...]:
    """The regions to judge for the brief of ``region``: itself, and of a province its cities too, which it names.

    Only parts with a figure, in the order of the region list. All of them are of the province's own panel, so that
    they cost little more than the province alone.

    Raises
    ------
    KeyError
        If the region is not in the region list.
    """
    own = inputs.regions[region]
    if own.level is not Level.PROVINCE:
        return (region,)
    wanted = {region, *(part.code for part in parts_of(inputs.regions, own))} & {region, *inputs.regions_with_data()}
    return tuple(one.code for one in inputs.regions if one.code in wanted)
