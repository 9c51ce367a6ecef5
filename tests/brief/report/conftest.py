"""Reports on six regions made by hand, and on a national series with a known end."""

from pathlib import Path

import pytest

from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.assessment.verdict import Assessment
from sxresearch.brief.report.blocks import ReportContent
from sxresearch.brief.report.evaluated_plan import EvaluatedPlan, evaluated_plan
from sxresearch.brief.report.midterm_report import midterm_report
from tests.brief.conftest import REGION
from tests.brief.several import make_several

NATION = "100000"
OUTLINE = "china-women-2011-2020"


@pytest.fixture(scope="session")
def several() -> tuple[Inputs, Assessment]:
    return make_several(synthetic=True)


@pytest.fixture(scope="session")
def about(several: tuple[Inputs, Assessment]) -> EvaluatedPlan:
    inputs, assessment = several
    return evaluated_plan(inputs, assessment, REGION, inputs.plans[0])


@pytest.fixture(scope="session")
def report(about: EvaluatedPlan) -> ReportContent:
    return midterm_report(about)


def national_csv(last: int = 2020) -> str:
    """Maternal mortality falls by 1.3 a year from 30.0 (target 20, met in 2020 with 17.0), screening rises by 1.43 a
    year from 61.2 (target 80, missed with 75.5: 76 % of the way).
    """
    rows = ["region,indicator,group,year,value,unit,status,basis,source"]
    for year in range(2010, last + 1):
        gone = year - 2010
        rows.append(f"{NATION},maternal_mortality_ratio,total,{year},{30 - 1.3 * gone:.1f},per_100k,final,printed,x")
        rows.append(
            f"{NATION},gynaecological_screening_rate,total,{year},{61.2 + 1.43 * gone:.1f},percent,final,printed,y"
        )
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="session")
def history(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    path: Path = tmp_path_factory.mktemp("history") / "history.csv"
    path.write_text(national_csv(), encoding="utf-8")
    return load_inputs(observations=path, plan_ids=[OUTLINE], as_of=2020)
