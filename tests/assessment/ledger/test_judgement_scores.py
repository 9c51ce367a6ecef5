"""Who was right: facts, judgements and the model's answers of then, scored by hand."""

from datetime import date

import pytest

import sxresearch as sx
from sxresearch.assessment.ledger.judgement_scores import FEWEST_SCORED
from sxresearch.monitoring.ledger.judgements import Judgement, Judgements, JudgementSource
from sxresearch.terms import Status
from tests.assessment.small_world import CITY, small_world

SHARE = {"better": "higher", "lower": 0, "upper": 100}


@pytest.fixture(scope="module")
def inputs():
    """Eight cities; the first reaches 80 in 2025, none other does."""
    years = range(2010, 2026)
    series = {
        str(140100 + 100 * n): {
            "total": {y: 40.0 + (2.6 if n == 0 else 1.0) * (y - 2010) + (y * (n + 3)) % 5 / 5 for y in years}
        }
        for n in range(8)
    }
    return small_world(indicator=SHARE, target={"rule": "at_least", "value": 78.0}, series=series)


def judged(status: Status, source=JudgementSource.DEPARTMENT, chance=None, as_of=2023, day=1) -> Judgement:
    return Judgement(CITY, "a.b.1.c", source, status, chance, "甲", date(2024, 1, day), "因", "据", as_of, "j.csv:2")


def test_scores_by_hand(inputs):
    found = sx.judgement_scores(
        inputs,
        Judgements(
            (
                judged(Status.LIKELY, chance=0.9),
                judged(Status.UNLIKELY, day=2),
                judged(Status.MET, JudgementSource.PANEL),
            )
        ),
    )
    department, panel = found
    assert department.brier == pytest.approx(((0.9 - 1) ** 2 + (0.215 - 1) ** 2) / 2)  # the middle of .10 to .33
    assert (department.hits, len(department.cases)) == (1, 2)
    assert panel.brier == 0 and panel.hits == 1
    assert department.too_few and FEWEST_SCORED == 30


def test_the_model_answers_with_what_was_known_then(inputs):
    (score,) = sx.judgement_scores(inputs, Judgements((judged(Status.LIKELY, as_of=2023),)))
    then = sx.assess(inputs, as_of=2023).verdicts
    assert score.cases[0].model == pytest.approx(then.loc[then["region"] == CITY, "p_attain"].iloc[0])
    assert score.beside == 1
    assert score.model_brier == pytest.approx((score.cases[0].model - 1) ** 2)
    assert score.brier_beside == pytest.approx((0.95 - 1) ** 2)


def test_without_an_outcome_nothing_is_scored(inputs):
    assert sx.judgement_scores(inputs, Judgements((judged(Status.LIKELY),)), as_of=2024) == ()
    assert sx.judgement_scores(inputs, Judgements()) == ()


def test_a_judgement_that_says_nothing_is_not_scored(inputs):
    assert sx.judgement_scores(inputs, Judgements((judged(Status.NOT_ASSESSABLE),))) == ()
