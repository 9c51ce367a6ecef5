"""An assessment in chunks that need one another's figures for nothing: indicators that no target compares."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from sxresearch.assessment.assess import assess, used_up
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.publication.published_verdicts import published_verdicts
from sxresearch.assessment.verdict import VERDICT_COLUMNS, Details
from sxresearch.monitoring.loading import load_observations
from sxresearch.monitoring.quality.death_rates import NESTED
from sxresearch.plan.catalogue import Plan, Target

CHUNKS = 24
"""How many chunks an assessment is cut into: each then holds a few per cent of the figures."""


@dataclass(frozen=True)
class Chunk:
    """Indicators that are judged together; targets without an indicator go with the first chunk."""

    indicators: frozenset[str]
    first: bool = False


def chunks_of(plans: Iterable[Plan], count: int = CHUNKS, *, checked_together: Collection[str] = NESTED) -> list[Chunk]:
    """At most ``count`` chunks with about as many targets each, largest first.

    ``checked_together`` are indicators that the rules on doubtful figures compare: where each chunk is read by itself
    they stay in one; none, where the figures were checked before.
    """
    targets = [target for plan in plans for _, _, target in plan.places() if target.indicator is not None]
    loads: list[tuple[set[str], int]] = [(set(), 0) for _ in range(count)]
    bound = _bound_together(targets, checked_together)
    for together in sorted(bound, key=lambda names: (-_load(names, targets), min(names))):
        lightest = min(range(count), key=lambda place: loads[place][1])
        names, load = loads[lightest]
        loads[lightest] = (names | together, load + _load(together, targets))
    filled = [frozenset(names) for names, _ in loads if names] or [frozenset()]
    return [Chunk(names, first=place == 0) for place, names in enumerate(filled)]


def _load(names: set[str], targets: Sequence[Target]) -> int:
    return sum(target.indicator in names for target in targets)


def _bound_together(targets: Iterable[Target], checked_together: Collection[str]) -> list[set[str]]:
    """Sets of indicators that targets, or the rules on doubtful figures, compare with one another."""
    asked = {str(name) for target in targets for name in (target.indicator, *target.second_series[:1]) if name}
    sets: list[set[str]] = [set(checked_together)] if asked & set(checked_together) else []
    for target in targets:
        names = {str(target.indicator)} | ({str(target.second_series[0])} if target.has_second else set())
        touched = [known for known in sets if known & names]
        sets = [known for known in sets if not known & names] + [names.union(*touched)]
    return sets


@dataclass(frozen=True)
class ChunkAssessment:
    """Judges one chunk at a time, reading its figures only; can be sent to another process.

    ``frame`` is what :func:`sxresearch.assessment.inputs.load_frame` gave; ``paths`` are the files of the figures.
    """

    frame: Inputs
    paths: tuple[Path, ...]
    regions: tuple[str, ...]
    as_of: int
    target_year: int | None
    internal: bool = False

    def __call__(self, chunk: Chunk) -> pd.DataFrame:
        """The verdicts on the chunk's targets, as they are published."""
        figures = load_observations(
            self.paths, self.frame.register, chunk.indicators, reports=self.frame.extent.reports
        )
        plans = tuple(targets_on(plan, chunk) for plan in self.frame.plans)
        inputs = replace(self.frame, plans=plans, observations=figures)
        judged = assess(inputs, self.regions, self.as_of, self.target_year, details=Details.REASONS)
        return published_verdicts(judged, inputs, internal=self.internal).verdicts


def joined(tables: Sequence[pd.DataFrame], plans: Iterable[Plan], regions: tuple[str, ...]) -> pd.DataFrame:
    """The verdicts of all chunks as one table, in the order of an assessment in one go; the tables are used up."""
    return used_up(tables, VERDICT_COLUMNS, plans, regions)


def targets_on(plan: Plan, chunk: Chunk) -> Plan:
    """The plan with the targets of one chunk."""
    return plan.with_targets(
        lambda target: target.indicator in chunk.indicators or (chunk.first and target.indicator is None)
    )
