"""What the ledger of judgements holds stands in the report, beside the model's answer."""

from dataclasses import replace
from datetime import date

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.verdict import Assessment
from sxresearch.brief.report.evaluated_plan import evaluated_plan
from sxresearch.monitoring.ledger.judgements import Judgement, Judgements, JudgementSource
from sxresearch.terms import Status
from tests.brief.conftest import REGION

TARGET = "women.health.1.life"


def test_judgements_of_the_ledger_become_opinions(several: tuple[Inputs, Assessment]):
    inputs, assessment = several
    about = (REGION, TARGET)
    said = [
        Judgement(*about, source, Status.LIKELY, 0.9, role, date(2024, 3, 5), "年报已核", "文号1", 2023, "行2")
        for source, role in ((JudgementSource.DEPARTMENT, "市卫健委"), (JudgementSource.PANEL, "专家组"))
    ]
    told = evaluated_plan(replace(inputs, judgements=Judgements(tuple(said))), assessment, REGION, inputs.plans[0])
    opinion = told.opinions[TARGET]
    assert opinion.department == "有望达标 90%\n市卫健委 2024-03-05\n年报已核\n文号1"
    assert opinion.panel.startswith("有望达标 90%\n专家组")
    assert set(told.opinions) == {TARGET}
