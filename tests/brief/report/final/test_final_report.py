"""The final report of a history with a known end: outcomes, fates of mid-term warnings, and no score from few cases."""

import re

import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.final_evaluation.outcomes import FinalOutcome, WarningFate
from sxresearch.assessment.inputs import Inputs
from sxresearch.brief.report.blocks import ReportContent, ReportHeading, ReportTable
from sxresearch.brief.report.evaluated_plan import evaluated_plan
from sxresearch.brief.report.final.final_report import final_report
from sxresearch.brief.report.final.final_targets import FinalPlan, final_plan
from sxresearch.errors import BadParameter
from tests.brief.report.conftest import NATION, OUTLINE

MATERNAL = "outlines2020.women_health.1.maternal_mortality_ratio"
SCREENING = "outlines2020.women_health.2.gynaecological_screening_rate"


@pytest.fixture(scope="module")
def final(history: Inputs) -> FinalPlan:
    about = evaluated_plan(history, assess(history, [NATION], as_of=2020), NATION, history.plans[0])
    return final_plan(history, about)


@pytest.fixture(scope="module")
def final_text(final: FinalPlan) -> ReportContent:
    return final_report(final)


def said(report: ReportContent) -> str:
    return " ".join(item.sentence.text for item in report.sentences)


def test_outcomes_are_those_of_the_figures(final: FinalPlan):
    found = {item.row.place.target.id: item for item in final.targets}
    assert found[MATERNAL].outcome is FinalOutcome.MET
    assert found[SCREENING].outcome is FinalOutcome.MISSED
    assert found[SCREENING].row.shortfall == "4.5 个百分点"  # 80 − 75.5
    others = {item.outcome for key, item in found.items() if key not in (MATERNAL, SCREENING)}
    assert others <= {FinalOutcome.NOT_MEASURED, FinalOutcome.MET}


def test_a_sentence_tells_the_figures_it_rests_on(final_text: ReportContent):
    missed = next(item for item in final_text.sentences if "没有达到目标值的" in item.sentence.text)
    found = {(source.target, source.quantity): source for source in missed.sentence.sources}
    latest = found[SCREENING, "最新值"]
    assert (latest.year, latest.value, latest.file, latest.source) == (2020, 75.5, "history.csv", "y")
    assert "75.5%" in missed.sentence.text


def test_mid_term_looks_at_nothing_later(history: Inputs, final: FinalPlan):
    """Maternal mortality of 23.5 in 2015, falling by 1.3 a year against a target of 20: not warned of, and met."""
    maternal = next(item for item in final.targets if item.row.place.target.id == MATERNAL)
    assert maternal.midterm is not None
    assert maternal.midterm.as_of == 2015
    then = assess(history, [NATION], as_of=2015).verdicts.set_index("target").loc[MATERNAL]
    assert maternal.midterm.p == pytest.approx(then["p_attain"], nan_ok=True)
    assert maternal.midterm.status == then["status"]
    assert maternal.fate in (WarningFate.RIGHT_CALM, WarningFate.FALSE_ALARM)


def test_the_year_of_the_mid_term_can_be_chosen(history: Inputs, final: FinalPlan):
    earlier = final_plan(history, final.about, midterm_year=2013)
    assert {item.midterm.as_of for item in earlier.targets if item.midterm} == {2013}


def test_few_cases_are_given_no_score(final_text: ReportContent):
    assert "少于 30 项" in said(final_text)
    assert "概率误差" not in said(final_text)
    captions = [block.caption for block in final_text.blocks if isinstance(block, ReportTable)]
    assert not [caption for caption in captions if caption.startswith("校准")]


def test_the_rates_have_their_denominators(final_text: ReportContent, final: FinalPlan):
    met, near, missed = (len(final.of(kind)) for kind in list(FinalOutcome)[:3])
    text = next(item.sentence.text for item in final_text.sentences if "达标率按不同口径" in item.sentence.text)
    known = met + near + missed
    assert f"达标 {met} 项占可评定 {known} 项的 {100 * met / known:.0f}%" in text
    assert f"占全部 {len(final.targets)} 项的 {100 * met / len(final.targets):.0f}%" in text


def test_the_chapters(final_text: ReportContent):
    chapters = [block.text for block in final_text.blocks if isinstance(block, ReportHeading) and block.level == 1]
    assert chapters[:6] == [
        "一、基本情况", "二、总体结论", "三、分领域完成情况", "四、中期预警的检验", "五、经验与教训",
        "六、下一规划期的目标参考",
    ]  # fmt: skip


def test_values_for_the_next_plan_get_harder_from_right_to_left(final_text: ReportContent):
    table = next(b for b in final_text.blocks if isinstance(b, ReportTable) and b.caption.startswith("按过去的走势"))
    lines = {row[0].text: [float(re.findall(r"[\d.]+", cell.text)[0]) for cell in row[2:]] for row in table.rows}
    assert lines["孕产妇死亡率"] == sorted(lines["孕产妇死亡率"])  # lower is better: the surer, the higher
    assert lines["妇女常见病筛查率"] == sorted(lines["妇女常见病筛查率"], reverse=True)


def test_before_the_target_year_there_is_no_final_report(history: Inputs):
    about = evaluated_plan(history, assess(history, [NATION], as_of=2018), NATION, history.plans[0])
    with pytest.raises(BadParameter, match=f"{OUTLINE} 目标年为 2020 年，现有数据到 2018 年"):
        final_plan(history, about)
