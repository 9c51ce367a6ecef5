"""The refusal ladder of docs/decisions.md, step by step."""

import math

import pytest

from sxresearch.projection.evidence import NoProjection, Refusal, grade
from sxresearch.terms import EvidenceGrade


@pytest.mark.parametrize(
    ("points", "peers", "expected"),
    [
        (0, 11, NoProjection(Refusal.NO_DATA, 0)),
        (1, 11, NoProjection(Refusal.ONE_POINT, 1)),
        (2, 11, NoProjection(Refusal.TWO_POINTS, 2)),
        (3, 7, NoProjection(Refusal.THIN_WITHOUT_PEERS, 3)),
        (3, 8, EvidenceGrade.LOW),
        (4, 8, EvidenceGrade.LOW),
        (4, 1, NoProjection(Refusal.THIN_WITHOUT_PEERS, 4)),
        (5, 1, EvidenceGrade.MEDIUM),
        (7, 1, EvidenceGrade.MEDIUM),
        (8, 1, EvidenceGrade.FULL),
    ],
)
def test_ladder(points, peers, expected):
    assert grade(points, peers) == expected


@pytest.mark.parametrize(
    ("events", "expected"),
    [(9.0, NoProjection(Refusal.FEW_EVENTS, 8)), (10.0, EvidenceGrade.FULL), (math.inf, EvidenceGrade.FULL)],
)
def test_fewer_than_ten_events_in_all_years_allow_no_probability(events, expected):
    assert grade(8, 1, events) == expected
