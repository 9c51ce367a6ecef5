"""The refusal ladder: how many figures allow what kind of statement (docs/decisions.md)."""

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from sxresearch.projection.scale import Floats
from sxresearch.terms import EvidenceGrade

PEERS_FOR_THIN_SERIES = 8  # regions; docs/decisions.md, "Refusal ladder"
POINTS_FOR_PEERS = 3  # a region with fewer figures lends no strength
SHARE_OF_ZEROS = 0.25  # of a rate's figures: with ten events a year one year in 22 000 has none, with 1.4 one in four
EVENTS_FOR_PROBABILITY = 10  # in all years together; docs/decisions.md
FAR = 4.0  # standard deviations: a figure so far from what all others say tells nothing about other regions


class Refusal(StrEnum):
    """Why a series is not projected."""

    NO_DATA = "no_data"
    ONE_POINT = "one_point"
    TWO_POINTS = "two_points"
    THIN_WITHOUT_PEERS = "thin_without_peers"
    BEFORE_BREAK = "before_break"
    FEW_EVENTS = "few_events"
    UNCOUNTED_EVENTS = "uncounted_events"
    NO_FINITE_FIT = "no_finite_fit"


def handful_of_events(rates: Floats) -> np.ndarray:
    """Regions whose rates are plainly a handful of cases: so many years without any (regions × years, NaN for none).

    How few they are only their counts could say; without these, years without a case would pass for certainty.
    """
    seen = np.isfinite(rates).sum(axis=1)
    return np.asarray((rates == 0).sum(axis=1) >= SHARE_OF_ZEROS * np.maximum(seen, 1))


@dataclass(frozen=True)
class NoProjection:
    """A series that can't be projected, with the reason; a value, not an exception."""

    reason: Refusal
    points: int = 0


def grade(points: int, peers: int, events: float = math.inf) -> EvidenceGrade | NoProjection:
    """What ``points`` figures of a region allow, given ``peers`` regions with enough figures.

    ``events`` is the number of events behind all figures together, where the indicator counts events.
    """
    if points < POINTS_FOR_PEERS:
        reasons = (Refusal.NO_DATA, Refusal.ONE_POINT, Refusal.TWO_POINTS)
        return NoProjection(reasons[points], points)
    if events < EVENTS_FOR_PROBABILITY:
        return NoProjection(Refusal.FEW_EVENTS, points)
    if points <= 4:
        if peers < PEERS_FOR_THIN_SERIES:
            return NoProjection(Refusal.THIN_WITHOUT_PEERS, points)
        return EvidenceGrade.LOW
    return EvidenceGrade.MEDIUM if points <= 7 else EvidenceGrade.FULL
