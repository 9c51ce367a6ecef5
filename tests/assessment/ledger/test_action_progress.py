"""What has moved since actions were agreed."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

import sxresearch as sx
from sxresearch.monitoring.ledger.actions import Actions, ActionState
from sxresearch.terms import Status
from tests.monitoring.ledger.test_returned_actions import KNOWN

VERDICTS = pd.DataFrame({"region": [KNOWN.region], "target": [KNOWN.target], "status": ["uncertain"],
                         "p_attain": [0.41], "as_of": [2024]})  # fmt: skip
LATER = replace(KNOWN, state=ActionState.RUNNING, recorded=date(2024, 9, 1))
SOON = replace(KNOWN, number="A0002", due=date(2024, 6, 30))


def test_then_and_now():
    (found,) = sx.action_progress(VERDICTS, Actions((KNOWN, LATER)), date(2024, 10, 1))
    assert (found.first.status_then, found.status_now, found.as_of_now) == (Status.UNLIKELY, Status.UNCERTAIN, 2024)
    assert found.step == pytest.approx(0.41 - 0.24)
    assert found.moved and found.before == KNOWN and found.now == LATER


def test_overdue_actions_come_first():
    found = sx.action_progress(VERDICTS, Actions((KNOWN, SOON)), date(2024, 7, 1))
    assert [(item.now.number, item.overdue) for item in found] == [("A0002", True), ("A0001", False)]


def test_a_target_without_a_verdict_has_no_answer_now():
    (found,) = sx.action_progress(VERDICTS.iloc[:0], Actions((KNOWN,)), date(2024, 7, 1))
    assert (found.status_now, found.p_now, found.step, found.moved) == (None, None, None, False)
