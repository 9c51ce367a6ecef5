"""Which way an answer went: the edges of a step worth telling, bands, facts."""

import pytest

from sxresearch.brief.content.since.moves import Move, listed_place, move_between, step_between
from sxresearch.terms import Status

LIKELY, RATHER, UNCERTAIN, UNKNOWN = (
    Status.LIKELY,
    Status.RATHER_LIKELY,
    Status.UNCERTAIN,
    Status.NOT_ASSESSABLE,
)


@pytest.mark.parametrize(
    ("before", "now", "step", "move"),
    [
        (RATHER, RATHER, 0.0999, Move.SAME),
        (RATHER, RATHER, 0.10, Move.BETTER),
        (RATHER, RATHER, -0.10, Move.WORSE),
        (RATHER, UNCERTAIN, -0.01, Move.WORSE),
        (UNCERTAIN, RATHER, 0.01, Move.BETTER),
        (UNKNOWN, LIKELY, None, Move.GAINED),
        (LIKELY, UNKNOWN, None, Move.LOST),
        (UNKNOWN, UNKNOWN, None, Move.SAME),
        (RATHER, Status.MET, None, Move.BETTER),
        (RATHER, Status.MISSED, None, Move.WORSE),
    ],
)
def test_moves(before: Status, now: Status, step: float | None, move: Move):
    assert move_between(before, now, step) is move


def test_a_step_needs_both_probabilities():
    assert step_between(0.25, 0.75) == 0.5
    assert step_between(None, 0.75) is None
    assert step_between(0.25, None) is None


def test_the_worse_stand_first_and_the_larger_steps_before_the_smaller():
    moves = [(Move.BETTER, 0.5), (Move.WORSE, -0.2), (Move.WORSE, -0.6), (Move.LOST, None)]
    ordered = sorted(moves, key=lambda item: listed_place(*item))
    assert ordered == [(Move.WORSE, -0.6), (Move.WORSE, -0.2), (Move.BETTER, 0.5), (Move.LOST, None)]
