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
    ZERO_BASE = "zero_base"
    TARGET_YEAR_MISSING = "target_year_missing"
    FEW_BEFORE = "few_before"
    FEW_AFTER = "few_after"
    ONE_SIDED_PAIR = "one_sided_pair"
    NOT_ASSIGNED = "not_assigned"
    UPPER_BOUND_ONLY = "upper_bound_only"
    FEW_EVENTS = "few_events"
    UNCOUNTED_EVENTS = "uncounted_events"
    CHECKLIST = "checklist"


class RuleReading(StrEnum):
    """Other ways to read the words of a target; each has its sentence in the catalogue."""

    BOUNDARY = "boundary"
    """The figure itself counted the other way: 以下 without it, 低于 with it; for a change since the base, a tie."""
    HALF = "half"
    DOUBLE = "double"
    RATIO = "ratio"
    """A gap measured as a ratio instead of a difference."""


@dataclass(frozen=True)
class Outcome:
    """Answers per region, each array of the same length.

    ``decided`` is 1 (met), 0 (missed) or NaN (open). Probabilities are NaN where there is none:
    ``p_attain`` asks what the final evaluation will ask, whether the published figure meets the target;
    ``p_underlying`` about the level freed from counting noise (counts only). ``target_value`` is the value Y is
    compared with and ``shortfall`` how far the median misses it (negative = on the right side), in the indicator's unit
    (for pairs and gaps: of the difference). ``obstacles`` says why an open target has no probability. ``readings``
    holds the answer under other readings of the rule: the probability, or 1 and 0 where the figure is in.
    ``best_base`` marks a base that can't be bettered and has only to be held, ``floor_broken`` a floor that a final
    figure of the plan's years has broken.
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
    p_underlying: Floats
    best_base: np.ndarray
    floor_broken: np.ndarray
    readings: Mapping[RuleReading, Floats] = field(default_factory=dict)

    def blocked(self, where: np.ndarray, obstacle: Obstacle) -> "Outcome":
        """The same outcome with open entries of ``where`` set aside for ``obstacle``."""
        stop = where & np.isnan(self.decided)
        named = tuple(
            obstacle if hit and known is None else known for hit, known in zip(stop, self.obstacles, strict=True)
        )
        chances = ("p_attain", "p_naive", "p_every_year", "p_underlying")
        without = {name: np.where(stop, np.nan, getattr(self, name)) for name in chances}
        readings = {name: np.where(stop, np.nan, value) for name, value in self.readings.items()}
        return replace(self, obstacles=named, readings=readings, **without)


def unanswered(count: int, obstacle: Obstacle) -> Outcome:
    """The same obstacle for every region."""
    gap, nowhere = np.full(count, np.nan), np.zeros(count, dtype=bool)
    return Outcome(gap, gap, gap, gap, gap, gap, gap, gap, (obstacle,) * count, gap, gap, nowhere, nowhere)


def refusals(grades: tuple[object, ...]) -> tuple[Obstacle | None, ...]:
    """Obstacles that stem from the projection's own refusals."""
    return tuple(Obstacle(item.reason.value) if isinstance(item, NoProjection) else None for item in grades)
