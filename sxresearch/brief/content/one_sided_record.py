"""Where a panel's own record errs on one side: what a brief says of it, and the number of misses as it would correct.

Probabilities and counts in a brief stay as they are; the corrected number stands beside them.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from sxresearch.assessment.status import DECIDED
from sxresearch.assessment.track_record.one_sided import SIZE, OneSidedTest
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.brief.content.headline import AnswerCounts
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import sentence_gap
from sxresearch.language import say
from sxresearch.language.numbers import figure, share
from sxresearch.terms import Language

if TYPE_CHECKING:
    from sxresearch.brief.content.panel_record import RecordText


def one_sided_sentence(test: OneSidedTest, language: Language) -> str:
    """What the test says: on which side the record errs, that it shows no side, or that it is too short to tell."""
    if not test.tested:
        return say("brief-track-side-untested", language)
    key = f"brief-track-side-{test.side or 'none'}"
    return say(
        key, language, said=share(test.said), met=share(test.met), size=share(SIZE), t=figure(test.t, 1), df=test.df
    )  # fmt: skip


def with_correction(
    text: "RecordText", record: TrackRecord, counts: AnswerCounts, rows: Sequence[TargetRow], language: Language
) -> "RecordText":
    """The record's words with the number of misses corrected, where the record errs on one side; else as they are.

    ``rows`` are those that ``counts`` counts.
    """
    test, number = record.one_sided, corrected_number(record, counts, rows)
    if test.side is None or number is None:
        return text
    misses = {"misses": figure(counts.expected_misses, 1), "corrected": figure(number, 1)}
    side = say(
        f"answer-record-{test.side}", language,
        said=share(test.said), met=share(test.met), corrected=figure(number, 0),
    )  # fmt: skip
    first = sentence_gap(language).join((text.first_screen, side))
    corrected = say("brief-track-corrected", language, shift=figure(test.shift, 2), **misses)
    return replace(text, first_screen=first, sentences=(*text.sentences, corrected))


def corrected_number(record: TrackRecord, counts: AnswerCounts, rows: Sequence[TargetRow]) -> float | None:
    """The number of misses as the record would correct it; none where it errs on no side, or says nothing."""
    test = record.one_sided
    if test.side is None or record.too_short or record.withhold or not counts.assessable:
        return None
    return corrected_misses(test, counts, rows)


def corrected_misses(test: OneSidedTest, counts: AnswerCounts, rows: Sequence[TargetRow]) -> float:
    """Expected misses with the corrected probabilities; what is decided is not corrected."""
    p = np.array([row.p for row in rows if row.p is not None and row.is_assessable and row.status not in DECIDED])
    return float(counts.expected_misses + (p - test.corrected(p)).sum())
