"""What to do first: targets that can still go either way, measures that serve several of them, and the others apart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sxresearch.assessment.status import DECIDED, DOUBTFUL, URGENT_BELOW
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.warning_list import Alert
from sxresearch.plan.catalogue import PlanField, PlanMeasure
from sxresearch.terms import Flag, Status

SEVERAL = 2
"""A measure serves several warnings from this many on."""


@dataclass(frozen=True)
class SharedMeasure:
    """A measure of the plan and how many warned targets that are not out of reach it serves."""

    field: PlanField
    measure: PlanMeasure
    targets: int


@dataclass(frozen=True)
class Priorities:
    """Targets by what can still be done.

    ``either_way``: URGENT_BELOW ≤ P and not yet rather likely, the most open first; ``out_of_reach``: decided against,
    or P below the lowest band's edge; ``shared`` measures of the warned targets between, those that serve most first.
    """

    either_way: tuple[TargetRow, ...]
    out_of_reach: tuple[TargetRow, ...]
    shared: tuple[SharedMeasure, ...]


def priorities(rows: Sequence[TargetRow], alerts: Sequence[Alert]) -> Priorities:
    """The order of work over the counted rows and their alerts."""
    between = [row for row in rows if _goes_either_way(row)]
    lost = tuple(row for row in rows if _is_out_of_reach(row))
    names = {row.place.target.id for row in lost}
    reachable = [alert.target for alert in alerts if alert.target.place.target.id not in names]
    return Priorities(tuple(sorted(between, key=_distance_from_even)), lost, _shared(reachable))


def _goes_either_way(row: TargetRow) -> bool:
    return row.chance is not None and row.chance >= URGENT_BELOW and row.status in DOUBTFUL


def is_in_doubt(row: TargetRow) -> bool:
    """Whether a chart belongs into the main part: the answer is open, or the target is warned of without a P."""
    return _goes_either_way(row) or (row.flag is not Flag.NONE and row.chance is None and row.status not in DECIDED)


def _is_out_of_reach(row: TargetRow) -> bool:
    return row.status in (Status.VERY_UNLIKELY, Status.MISSED)


def _distance_from_even(row: TargetRow) -> float:
    return abs((row.chance or 0.0) - 0.5)


def _shared(rows: Sequence[TargetRow]) -> tuple[SharedMeasure, ...]:
    served: Counter[tuple[str, str, int]] = Counter()
    known: dict[tuple[str, str, int], tuple[PlanField, PlanMeasure]] = {}
    for row in rows:
        plan, field, goal, _ = row.place
        for measure in field.measures_for(goal):
            key = (plan.id, field.id, measure.number)
            served[key] += 1
            known[key] = (field, measure)
    return tuple(SharedMeasure(*known[key], count) for key, count in served.most_common() if count >= SEVERAL)
