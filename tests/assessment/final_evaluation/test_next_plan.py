"""The values a next plan could ask for agree with the quantiles of the verdict table, and lie on the right side."""

import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.final_evaluation.next_plan import CHANCES, next_target_year, reachable
from sxresearch.assessment.inputs import Inputs
from sxresearch.terms import Group
from tests.batch.conftest import data_file, inputs  # noqa: F401

REGION, INDICATOR = "140100", "maternal_mortality_ratio"


def test_the_next_target_year_is_one_period_later(inputs: Inputs):  # noqa: F811
    years = {plan.id: next_target_year(plan) for plan in inputs.plans}
    assert (years["shanxi-women-2021-2025"], years["china-women-2021-2030"]) == (2030, 2040)


def test_values_are_the_quantiles_of_the_verdict_table(inputs: Inputs):  # noqa: F811
    """Lower is better: 50 % is the median, 90 % the upper limit of the 80 % interval; 80 % lies between."""
    plan = next(plan for plan in inputs.plans if plan.id == "shanxi-women-2021-2025")
    year = next_target_year(plan)
    found = next(item for item in reachable(inputs, REGION, plan, 2023) if item.indicator == INDICATOR)
    assert (found.group, found.year) == (Group.TOTAL, year)
    verdicts = assess(inputs, [REGION], target_year=year).verdicts
    row = verdicts[(verdicts["indicator"] == INDICATOR) & (verdicts["plan"] == plan.id)].iloc[0]
    half, four_fifths, nine_tenths = found.values
    assert CHANCES == (0.5, 0.8, 0.9)
    assert half == pytest.approx(row["projected"], rel=1e-9)
    assert nine_tenths == pytest.approx(row["upper80"], rel=1e-9)
    assert half < four_fifths < nine_tenths
