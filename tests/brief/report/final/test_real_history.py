"""National figures to 2020 against the outlines of 2011–2020: the numbers that docs/final_evaluation tells."""

import re

import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.final_evaluation.outcomes import FinalOutcome, WarningFate
from sxresearch.assessment.inputs import load_inputs
from sxresearch.brief.report.evaluated_plan import evaluated_plan
from sxresearch.brief.report.final.final_targets import FinalPlan, final_plan
from sxresearch.paths import DATA, ROOT
from tests.brief.report.conftest import NATION

OUTLINES = {"women": "china-women-2011-2020", "children": "china-children-2011-2020"}
_FATES = (
    WarningFate.HIT, WarningFate.FALSE_ALARM, WarningFate.MISS, WarningFate.RIGHT_CALM, WarningFate.NOT_JUDGED,
)  # fmt: skip


@pytest.fixture(scope="module")
def outlines() -> dict[str, FinalPlan]:
    figures = DATA / "observations" / "china-national.csv"
    inputs = load_inputs(observations=figures, plan_ids=list(OUTLINES.values()), as_of=2020)
    assessment = assess(inputs, [NATION], as_of=2020)
    plans = {plan.id: plan for plan in inputs.plans}
    return {
        name: final_plan(inputs, evaluated_plan(inputs, assessment, NATION, plans[identifier]))
        for name, identifier in OUTLINES.items()
    }


def _counts(final: FinalPlan) -> list[int]:
    met, missed = len(final.of(FinalOutcome.MET)), len(final.of(FinalOutcome.MISSED, FinalOutcome.NEARLY))
    return [len(final.targets), met + missed, met, missed, *(len(final.fared(fate)) for fate in _FATES)]


@pytest.mark.parametrize("page", ["final_evaluation.md", "final_evaluation.zh.md"])
def test_the_page_tells_what_came_out(outlines: dict[str, FinalPlan], page: str):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    rows = [
        list(map(int, numbers)) for numbers in re.findall(r"^\|[^|]+" + r"\| (\d+) " * 9 + r"\|$", text, re.MULTILINE)
    ]
    assert rows == [_counts(outlines["women"]), _counts(outlines["children"])]


def test_hits_and_false_alarms_by_name(outlines: dict[str, FinalPlan]):
    def names(fate: WarningFate) -> set[str]:
        return {item.row.title for final in outlines.values() for item in final.fared(fate)}

    assert names(WarningFate.HIT) == {"孕产妇死亡率：城市与农村", "村委会成员中女性比例"}
    assert names(WarningFate.FALSE_ALARM) == {"九年义务教育巩固率", "高中阶段毛入学率"}


def test_what_was_met_at_mid_term_and_how_many_had_a_probability(outlines: dict[str, FinalPlan]):
    """9 of 19 and 9 of 12 by the figures of 2015; nine probabilities with an outcome."""
    met = {
        name: [item.midterm.met_now for item in final.targets if item.midterm and item.midterm.met_now is not None]
        for name, final in outlines.items()
    }
    assert {name: (sum(found), len(found)) for name, found in met.items()} == {"women": (9, 19), "children": (9, 12)}
    judged = [
        item for final in outlines.values() for item in final.targets
        if item.midterm and item.midterm.p is not None and item.fate is not WarningFate.OPEN
    ]  # fmt: skip
    assert len(judged) == 9
