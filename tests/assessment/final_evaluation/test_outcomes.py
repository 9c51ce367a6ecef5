"""What came of a target and how a mid-term judgement fared: truth tables, and the score by hand."""

import numpy as np
import pandas as pd
import pytest

from sxresearch.assessment.final_evaluation.outcomes import (
    FinalOutcome,
    WarningFate,
    brier_score,
    fate_of,
    mid_term_year,
    outcome_of,
)
from sxresearch.assessment.track_record.record import FEWEST_CASES
from sxresearch.paths import DATA
from sxresearch.plan.loading import load_indicators, load_plans
from sxresearch.plan.regions import load_regions
from sxresearch.terms import Flag, RuleKind, Status

NOTHING = float("nan")


@pytest.mark.parametrize(
    ("status", "met_now", "progress", "outcome"),
    [
        (Status.MET, 1, 1.2, FinalOutcome.MET),
        (Status.MISSED, 0, 0.96, FinalOutcome.NEARLY),
        (Status.MISSED, 0, 0.95, FinalOutcome.NEARLY),  # the bound itself is in
        (Status.MISSED, 0, 0.9499, FinalOutcome.MISSED),
        (Status.MISSED, 0, None, FinalOutcome.MISSED),  # no way to measure: never "nearly"
        (Status.LIKELY, 1, 1.5, FinalOutcome.NOT_MEASURED),  # no figure of the target year
        (Status.NOT_ASSESSABLE, None, None, FinalOutcome.NOT_MEASURED),
    ],
)
def test_outcome(status: Status, met_now: float | None, progress: float | None, outcome: FinalOutcome):
    assert outcome_of(status, RuleKind.AT_LEAST, met_now, progress) is outcome


def test_a_checklist_item_has_no_outcome_in_numbers():
    assert outcome_of(Status.NOT_ASSESSABLE, RuleKind.QUALITATIVE, None, None) is FinalOutcome.CHECKLIST


@pytest.mark.parametrize(
    ("final", "said", "flag", "fate"),
    [
        (Status.MISSED, Status.UNLIKELY, Flag.WATCH, WarningFate.HIT),
        (Status.MISSED, Status.NOT_ASSESSABLE, Flag.WATCH, WarningFate.HIT),  # warned without a probability
        (Status.MET, Status.VERY_UNLIKELY, Flag.URGENT, WarningFate.FALSE_ALARM),
        (Status.MISSED, Status.LIKELY, Flag.NONE, WarningFate.MISS),
        (Status.MISSED, Status.UNCERTAIN, Flag.NONE, WarningFate.MISS),
        (Status.MET, Status.RATHER_LIKELY, Flag.NONE, WarningFate.RIGHT_CALM),
        (Status.MET, Status.NOT_ASSESSABLE, Flag.NONE, WarningFate.NOT_JUDGED),
        (Status.MISSED, Status.NOT_ASSESSABLE, Flag.NONE, WarningFate.NOT_JUDGED),
        (Status.UNLIKELY, Status.UNLIKELY, Flag.WATCH, WarningFate.OPEN),
        (Status.NOT_ASSESSABLE, Status.LIKELY, Flag.NONE, WarningFate.OPEN),
    ],
)
def test_fate(final: Status, said: Status, flag: Flag, fate: WarningFate):
    assert fate_of(final, said, flag) is fate


def test_the_score_by_hand():
    """Half of 30 said .8 and met (error .04 each), half said .4 and met (.36 each): the mean is .20."""
    said = pd.Series([0.8] * 15 + [0.4] * 15)
    assert brier_score(said, pd.Series(1.0, index=said.index)) == pytest.approx(0.20)


@pytest.mark.parametrize(("cases", "told"), [(FEWEST_CASES - 1, False), (FEWEST_CASES, True)])
def test_no_score_below_thirty_cases(cases: int, told: bool):
    said = pd.Series([0.5] * cases)
    assert (brier_score(said, said * 0) is not None) is told


def test_judgements_without_a_probability_do_not_count_towards_the_thirty():
    said = pd.Series([0.5] * 29 + [np.nan] * 10)
    assert FEWEST_CASES == 30
    assert brier_score(said, pd.Series(1.0, index=said.index)) is None


def test_mid_term_is_half_way_through_the_period():
    indicators, regions = load_indicators(DATA / "indicators.yaml"), load_regions(DATA / "regions.csv")
    plans = {plan.id: plan for plan in load_plans(DATA / "plans", indicators, regions)}
    for name, year in (("china-women-2011-2020", 2015), ("shanxi-women-2021-2025", 2023)):
        plan = plans[name]
        years = {mid_term_year(plan, target) for _, _, target in plan.places() if target.target_year is None}
        assert years == {year}
