"""Courses since the plan began, in a report: counted as the effects are, nothing claimed where data are few."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sxresearch.assessment.effect.plan_effect import ANSWERED, EffectFinding, effects
from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.brief.report.blocks import GeneratedText, ReportContent, ReportHeading, ReportTable
from sxresearch.brief.report.evaluated_plan import EvaluatedPlan, evaluated_plan, judged_with
from sxresearch.brief.report.since_began import all_courses, since_began
from sxresearch.notebook import assess
from sxresearch.terms import Language

NATION = "100000"
PLAN = "china-women-2021-2030"


def made(inputs: Inputs, region: str, plan: str, lang: str = "zh") -> EvaluatedPlan:
    wanted = next(item for item in inputs.plans if item.id == plan)
    return evaluated_plan(inputs, assess(inputs, judged_with(inputs, [region])), region, wanted, lang)


def words(about: EvaluatedPlan) -> str:
    return "".join(
        item.text for block in since_began(about) if isinstance(block, GeneratedText) for item in block.sentences
    )


def breaking_csv(folder: Path, since: int) -> Path:
    """Eleven years at 30 ± .1, then a fall of 3 a year: a course that anybody sees; another that never changes."""
    rows = ["region,indicator,group,year,value,unit,status,basis,source"]
    for year in range(2010, 2021 + since):
        gone = max(year - 2020, 0)
        value = 30.0 + 0.1 * (year % 2) - 3.0 * gone
        rows.append(f"{NATION},maternal_mortality_ratio,total,{year},{value:.1f},per_100k,final,printed,x")
        steady = 70.0 + (year - 2010) + 0.3 * (year % 3)
        rows.append(f"{NATION},gynaecological_screening_rate,total,{year},{steady:.1f},percent,final,printed,y")
    path = folder / f"breaking{since}.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def breaking(tmp_path_factory: pytest.TempPathFactory) -> EvaluatedPlan:
    return made(load_inputs(observations=breaking_csv(tmp_path_factory.mktemp("since"), 3)), NATION, PLAN)


def test_a_change_that_is_there_is_told_and_stands_in_the_table(breaking: EvaluatedPlan):
    said = words(breaking)
    assert "比以前好的 1 项" in said
    assert "不能证明由规划带来" in said
    (table,) = [block for block in since_began(breaking) if isinstance(block, ReportTable)]
    assert [row[0].text for row in table.rows] == ["孕产妇死亡率"]
    assert [cell.text for cell in table.rows[0]][1:3] == ["此前 11，以来 3", "21.10/10万"]
    assert table.rows[0][-1].text == "比以前好"


def test_the_counts_are_those_of_the_effects(breaking: EvaluatedPlan):
    plan = breaking.plan
    inputs = replace(breaking.content.subject.inputs, plans=(plan,))
    found = effects(inputs, NATION, breaking.content.subject.as_of, plan.period[0])
    answered = sum(item.finding in ANSWERED for item in found)
    assert f"{len(found)} 项指标（含分组）中有 {answered} 项的数据够用" in words(breaking)
    (everything,) = all_courses(breaking)
    assert len(everything.rows) == answered
    assert {item.finding for item in found if item.finding in ANSWERED} <= set(EffectFinding)


def test_a_sentence_lists_the_verdicts_on_the_series_it_counts(breaking: EvaluatedPlan):
    first = next(block for block in since_began(breaking) if isinstance(block, GeneratedText)).sentences[0]
    assert "women-2021-2030.health" not in first.text
    assert {source.title for source in first.sources} >= {"孕产妇死亡率"}


def test_with_two_figures_since_the_plan_began_nothing_is_claimed(tmp_path: Path):
    about = made(load_inputs(observations=breaking_csv(tmp_path, 2)), NATION, PLAN)
    assert "都不能比较规划前后的走势" in words(about)
    assert not [block for block in since_began(about) if isinstance(block, ReportTable)]
    assert list(all_courses(about)) == []


@pytest.mark.parametrize("language", list(Language))
def test_both_reports_have_it_in_chapter_two(language: Language, report: ReportContent):
    at = [block.text for block in report.blocks if isinstance(block, ReportHeading)]
    place = at.index("（一）规划实施以来走势的变化")
    assert "二、总体进展" in at[:place] and "三、分领域进展" in at[place:]
    assert not re.search(r"\b(not_shown|too_few)\b", " ".join(item.sentence.text for item in report.sentences))
