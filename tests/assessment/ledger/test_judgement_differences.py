"""Judgements beside the model: which differ, and the columns behind the verdicts."""

from datetime import date

import pandas as pd
import pytest

from sxresearch.assessment.ledger.judgement_columns import JUDGEMENT_COLUMNS_OF_VERDICTS, with_judgements
from sxresearch.assessment.ledger.judgement_differences import judgement_differences, judgement_pairs
from sxresearch.monitoring.ledger.judgements import Judgement, Judgements, JudgementSource
from sxresearch.terms import Status

VERDICTS = pd.DataFrame({"region": ["1", "1", "2"], "target": ["a", "b", "a"], "status": ["likely", "unlikely", "met"],
                         "p_attain": [0.95, 0.2, None]})  # fmt: skip


def judged(target: str, status: Status, source=JudgementSource.DEPARTMENT, region="1", day=1) -> Judgement:
    return Judgement(region, target, source, status, None, "甲", date(2024, 1, day), "因", "据", 2023, "j.csv:2")


@pytest.mark.parametrize(
    ("judgement", "model", "differs", "opposed"),
    [
        (Status.LIKELY, Status.RATHER_LIKELY, False, False),
        (Status.MET, Status.LIKELY, False, False),
        (Status.UNLIKELY, Status.VERY_UNLIKELY, False, False),
        (Status.MISSED, Status.UNLIKELY, False, False),
        (Status.UNCERTAIN, Status.UNCERTAIN, False, False),
        (Status.UNCERTAIN, Status.LIKELY, True, False),
        (Status.LIKELY, Status.NOT_ASSESSABLE, True, False),
        (Status.LIKELY, Status.VERY_UNLIKELY, True, True),
        (Status.MISSED, Status.LIKELY, True, True),
    ],
)
def test_what_counts_as_a_difference(judgement, model, differs, opposed):
    table = VERDICTS.assign(status=model.value)
    (pair,) = judgement_pairs(table, Judgements((judged("a", judgement),)))
    assert (pair.differs, pair.opposed) == (differs, opposed)


def test_the_opposed_come_first_and_the_rest_keeps_the_order():
    found = judgement_differences(
        VERDICTS,
        Judgements((judged("a", Status.UNCERTAIN), judged("b", Status.LIKELY), judged("a", Status.MET, region="2"))),
    )
    assert [(pair.judgement.target, pair.opposed) for pair in found] == [("b", True), ("a", False)]


def test_columns_behind_the_verdicts_leave_the_model_s_alone():
    table = with_judgements(
        VERDICTS, Judgements((judged("a", Status.MISSED), judged("a", Status.UNCERTAIN, JudgementSource.PANEL)))
    )
    assert list(table.columns) == [*VERDICTS.columns, *JUDGEMENT_COLUMNS_OF_VERDICTS]
    pd.testing.assert_frame_equal(table[VERDICTS.columns], VERDICTS)
    assert table.loc[0, "department_judgement"] == "missed" and table.loc[0, "panel_judgement"] == "uncertain"
    assert table.loc[1, "panel_judgement"] is None
    assert with_judgements(VERDICTS, Judgements()) is VERDICTS
