"""Differences among regions and groups, in the report: the counts and tables are those of the disparity measures."""

import re

import pytest

from sxresearch.assessment.disparity.attainment_shares import attainment_shares, group_attainment
from sxresearch.assessment.disparity.disparity import DisparityTrend, disparities
from sxresearch.assessment.disparity.measures import DisparityMeasure
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.verdict import Assessment
from sxresearch.brief.report.blocks import GeneratedText, ReportTable
from sxresearch.brief.report.differences import all_differences, differences
from sxresearch.brief.report.evaluated_plan import EvaluatedPlan, evaluated_plan
from tests.brief.several import PROVINCE


@pytest.fixture(scope="module")
def province(several: tuple[Inputs, Assessment]) -> EvaluatedPlan:
    inputs, assessment = several
    return evaluated_plan(inputs, assessment, PROVINCE, inputs.plans[0])


def words(about: EvaluatedPlan) -> str:
    return "".join(
        item.text for block in differences(about) if isinstance(block, GeneratedText) for item in block.sentences
    )


def tables(about: EvaluatedPlan) -> list[ReportTable]:
    return [block for block in differences(about) if isinstance(block, ReportTable)]


def test_differences_among_the_cities_are_counted_by_their_trend(province: EvaluatedPlan):
    found = disparities(province.content.subject.inputs, PROVINCE, province.content.subject.as_of)
    trends = [item.trends[DisparityMeasure.DIFFERENCE] for item in found]
    assert len(found) > 0
    said = words(province)
    assert f"可以比较的指标（含分组）有 {len(found)} 项" in said
    assert f"缩小的 {trends.count(DisparityTrend.CLOSING)} 项" in said
    assert f"扩大的 {trends.count(DisparityTrend.WIDENING)} 项" in said
    (everything,) = all_differences(province)
    assert len(everything.rows) == len(found)


def test_no_city_is_named(province: EvaluatedPlan):
    shown = " ".join(cell.text for table in tables(province) for row in table.rows for cell in row)
    assert not re.search(r"太原|大同|阳泉|长治|晋城", shown + words(province))


def test_how_many_regions_reach_a_target_is_the_attainment_share(province: EvaluatedPlan):
    shares = attainment_shares(province.content.subject.inputs, PROVINCE, province.content.subject.as_of)
    (table,) = [table for table in tables(province) if table.caption.startswith("所辖地区")]
    assert len(shares) == len(table.rows) > 0
    for share, row in zip(shares, table.rows, strict=True):
        assert [cell.text for cell in row][3:] == [
            str(share.year), f"{share.judged}/{share.regions}", str(share.met), str(share.suppressed),
        ]  # fmt: skip


def test_groups_stand_beside_one_another_with_their_answer(about: EvaluatedPlan):
    subject = about.content.subject
    found = group_attainment(subject.inputs, subject.region.code, subject.as_of)
    by_target: dict[str, list[bool]] = {}
    for item in found:
        by_target.setdefault(item.target.id, []).append(item.met)
    several = {target: met for target, met in by_target.items() if len(met) > 1}
    shown = [table for table in tables(about) if table.caption.startswith("各组")]
    assert len(shown) == (1 if several else 0)
    for table in shown:
        assert len(table.rows) == len(several)
        for met, row in zip(several.values(), table.rows, strict=True):
            told = [cell.text for cell in row[2:] if cell.text.endswith(("达到", "未达到"))]
            assert [not text.endswith("未达到") for text in told] == met


def test_a_city_without_counties_that_report_has_nothing_on_regions(about: EvaluatedPlan):
    assert about.differences == ()
    assert "所辖" not in words(about)


def test_the_sentence_lists_each_difference_that_it_counts(province: EvaluatedPlan):
    first = next(block for block in differences(province) if isinstance(block, GeneratedText)).sentences[0]
    assert len(first.sources) == len(province.differences)
    assert all(isinstance(source.value, float) for source in first.sources)
