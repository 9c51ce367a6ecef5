"""What an evaluator answers for one target over all regions."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np

from sxresearch.projection.evidence import NoProjection
from sxresearch.projection.scale import Floats


class Obstacle(StrEnum):
    """Why a target can't be assessed; each has a sentence in the catalogue."""

    NO_DATA = "no_data"
    ONE_POINT = "one_point"
    TWO_POINTS = "two_points"
    THIN_WITHOUT_PEERS = "thin_without_peers"
    BEFORE_BREAK = "before_break"
    MISSING_BASE = "missing_base"
    TARGET_YEAR_MISSING = "target_year_missing"
    FEW_BEFORE = "few_before"
    FEW_AFTER = "few_after"
    ONE_SIDED_PAIR = "one_sided_pair"
    NOT_ASSIGNED = "not_assigned"
    UPPER_BOUND_ONLY = "upper_bound_only"
    FEW_EVENTS = "few_events"
    UNCOUNTED_EVENTS = "uncounted_events"
    CHECKLIST = "checklist"


@dataclass(frozen=True)
class Outcome:
    """Answers per region, each array of the same length.

    ``decided`` is 1 (met), 0 (missed) or NaN (open). Probabilities are NaN where there is none:
    ``p_attain`` asks about the underlying level, ``p_published`` about the printed figure (counts
    only). ``target_value`` is the value Y is compared with and ``shortfall`` the signed distance of the
    median from it (negative = falls short), in the indicator's unit (for pairs and gaps: of the
    difference). ``obstacles`` says why an open target has no probability. ``readings`` holds the
    probability under other readings of the rule (half and double tolerance, the gap as a ratio).
    """

    decided: Floats
    met_now: Floats
    p_attain: Floats
    p_naive: Floats
    p_every_year: Floats
    target_value: Floats
    shortfall: Floats
    base_value: Floats
    obstacles: tuple[Obstacle | None, ...]
    second_latest: Floats
    p_published: Floats
    readings: Mapping[str, Floats] = field(default_factory=dict)

    def blocked(self, where: np.ndarray, obstacle: Obstacle) -> "Outcome":
        """The same outcome with open entries of ``where`` set aside for ``obstacle``."""
        stop = where & np.isnan(self.decided)
        named = tuple(
            obstacle if hit and known is None else known for hit, known in zip(stop, self.obstacles, strict=True)
        )
        return replace(
            self,
            obstacles=named,
            p_attain=np.where(stop, np.nan, self.p_attain),
            p_naive=np.where(stop, np.nan, self.p_naive),
            p_every_year=np.where(stop, np.nan, self.p_every_year),
            p_published=np.where(stop, np.nan, self.p_published),
        )


def unanswered(count: int, obstacle: Obstacle) -> Outcome:
    """The same obstacle for every region."""
    gap = np.full(count, np.nan)
    return Outcome(gap, gap, gap, gap, gap, gap, gap, gap, (obstacle,) * count, gap, gap)


def refusals(grades: tuple[object, ...]) -> tuple[Obstacle | None, ...]:
    """Obstacles that stem from the projection's own refusals."""
    return tuple(Obstacle(item.reason.value) if isinstance(item, NoProjection) else None for item in grades)
