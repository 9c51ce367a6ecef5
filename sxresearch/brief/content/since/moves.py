"""Which way an answer went: into another band, or by ten points and more within one."""

from enum import StrEnum

from sxresearch.brief.content.target_row import SYMBOLS
from sxresearch.language import word
from sxresearch.language.numbers import percent
from sxresearch.terms import Language, Status

MOST_CHANGES = 60
"""Answers of many regions listed as changed; the counts cover all."""
NOTEWORTHY = 0.10  # a probability that moved less, within its band, is not listed


class Move(StrEnum):
    """Which way a verdict went."""

    BETTER = "better"
    WORSE = "worse"
    GAINED = "gained"  # can be assessed now
    LOST = "lost"  # can't be assessed any more
    SAME = "same"
    NEW = "new"  # not in the earlier run


LISTED = (Move.WORSE, Move.BETTER, Move.LOST, Move.GAINED)
"""The moves that are listed one by one, in their order."""
_ORDER = {status: place for place, status in enumerate(SYMBOLS)}


def step_between(before: float | None, now: float | None) -> float | None:
    """How far a probability went; none if one is missing."""
    return None if before is None or now is None else now - before


def move_between(before: Status, now: Status, step: float | None) -> Move:
    """Which way an answer went, given how far its probability did."""
    unknown = Status.NOT_ASSESSABLE
    if before == now and (step is None or abs(step) < NOTEWORTHY):
        return Move.SAME
    if unknown in (before, now):
        return Move.GAINED if before is unknown else Move.LOST
    better = step > 0 if step else _ORDER[now] < _ORDER[before]
    return Move.BETTER if better else Move.WORSE


def listed_place(move: Move, step: float | None) -> tuple[int, float]:
    """Where a listed answer stands: the worse before the better, the larger step before the smaller."""
    return LISTED.index(move), -abs(step or 0.0)


def answer_words(status: Status, p: float | None, language: Language) -> str:
    """An answer with its shape, and the probability where there is one."""
    text = f"{SYMBOLS[status]} {word('status', status, language)}"
    return text if p is None else f"{text} {percent(p)}"
