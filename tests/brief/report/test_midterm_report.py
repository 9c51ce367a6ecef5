"""The mid-term report says what the verdict table says, in the order of such reports, and leaves places for people."""

import re

import pytest

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.rates import attainment
from sxresearch.assessment.status import StatusGroup
from sxresearch.assessment.verdict import Assessment
from sxresearch.brief.report.blocks import Blank, ReportContent, ReportHeading, ReportTable
from sxresearch.brief.report.evaluated_plan import EvaluatedPlan, TargetOpinion, evaluated_plan, judged_with
from sxresearch.brief.report.midterm_report import midterm_report
from sxresearch.brief.report.proposal_chapter import Room, by_room, room_of
from sxresearch.errors import BadParameter
from sxresearch.terms import RuleKind
from tests.brief.conftest import REGION
from tests.brief.several import OTHERS, PROVINCE

CHAPTERS = [
    "一、基本情况", "二、总体进展", "三、分领域进展", "四、趋势预测", "五、预警", "六、突出问题", "七、对策建议",
    "附件一　指标解释", "附件二　数据", "附件三　方法", "附件四　待填写的内容",
]  # fmt: skip


def tables(report: ReportContent, begins: str) -> list[ReportTable]:
    return [block for block in report.blocks if isinstance(block, ReportTable) and block.caption.startswith(begins)]


def texts(table: ReportTable) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def sentence(report: ReportContent, holds: str) -> str:
    return next(item.sentence.text for item in report.sentences if holds in item.sentence.text)


def test_the_chapters_stand_in_the_order_of_a_midterm_report(report: ReportContent):
    assert [b.text for b in report.blocks if isinstance(b, ReportHeading) and b.level == 1] == CHAPTERS


def test_every_field_of_the_plan_is_there(report: ReportContent, about: EvaluatedPlan):
    headings = [block.text for block in report.blocks if isinstance(block, ReportHeading) and block.level == 2]
    for ordinal, field in zip("一二", about.plan.fields, strict=True):
        assert f"（{ordinal}）{field.title.zh}" in headings


def test_counts_and_rates_are_those_of_the_verdict_table(report: ReportContent, several: tuple[Inputs, Assessment]):
    verdicts = several[1].of_region(REGION).verdicts
    counts = attainment(verdicts).iloc[0]
    met = sentence(report, "现已达标率")
    assert f"{int(counts['total'])} 项监测目标中有 {int(counts['met_now'])} 项已达到目标值" in met
    assert f"现已达标率 {counts['rate_met_now_of_all']:.0%}" in met
    assert f"只计有数据的 {int(counts['with_figure'])} 项，则为 {counts['rate_met_now_of_data']:.0%}" in met
    projected = sentence(report, "预计达标比例")
    assert f"可评估的 {int(counts['assessable'])} 项中" in projected
    assert f"的 {int(counts['met'] + counts['likely'])} 项" in projected
    assert f"预计达标比例 {counts['projected_of_assessable']:.0%}" in projected
    expected = sentence(report, "概率相加")
    assert f"预计约有 {counts['expected_misses']:.1f} 项" in expected
    assert f"{int(counts['misses_low'])}—{int(counts['misses_high'])} 项" in expected


def test_the_table_by_field_is_the_verdict_table_counted(report: ReportContent, several: tuple[Inputs, Assessment]):
    verdicts = several[1].of_region(REGION).verdicts
    by_field = attainment(verdicts, ["field"])
    (table,) = tables(report, "各领域监测目标的进展")
    names = ["total", "met_now", "likely", "uncertain", "unlikely", "missed", "not_assessable"]
    for line, (_, counted) in zip(texts(table), by_field.iterrows(), strict=False):
        assert [int(text) for text in line[1:]] == [int(counted[name]) for name in names]
    assert set(StatusGroup) - {"met"} <= {*names}
    assert [int(text) for text in texts(table)[-1][1:]] == [int(by_field[name].sum()) for name in names]


def test_every_measurable_target_stands_in_the_table_of_its_field(
    report: ReportContent, several: tuple[Inputs, Assessment]
):
    """Base, latest figure, change and probability, each held against the verdict table."""
    verdicts = several[1].of_region(REGION).verdicts
    shown = [line for name in ("妇女与健康：从", "妇女与生活：从") for line in texts(tables(report, name)[0])]
    rows = verdicts[verdicts["rule"] != RuleKind.QUALITATIVE]
    assert len(shown) == len(rows)
    for line, row in zip(shown, rows.itertuples(), strict=True):
        _, _, base, latest, change, _, judgement, _ = line
        if row.second_group is None and row.second_indicator is None and row.latest_value == row.latest_value:
            assert first_number(latest) == pytest.approx(row.latest_value, abs=0.005)
            assert first_number(base) == pytest.approx(row.base_value, abs=0.006)
            assert first_number(change) == pytest.approx(row.latest_value - row.base_value, abs=0.006)
        if row.p_attain == row.p_attain and row.p_attain is not None:
            assert int(re.findall(r"(\d+)%", judgement)[-1]) == pytest.approx(100 * row.p_attain, abs=1)


def first_number(text: str) -> float:
    return float(re.findall(r"[−-]?\d+(?:\.\d+)?", text)[0].replace("−", "-"))


def test_a_generated_sentence_names_its_rows(report: ReportContent):
    worst = next(item for item in report.sentences if "最难达标的是" in item.sentence.text)
    found = {(source.target, source.quantity): source for source in worst.sentence.sources}
    target = next(iter(found))[0]
    latest = found[target, "最新值"]
    assert (latest.file, latest.region) == ("sample.csv", "太原市")
    assert latest.line is not None
    assert f"{found[target, '目标值'].value:g}" in worst.sentence.text
    assert f"{found[target, '达标概率'].value:.0%}" in worst.sentence.text
    assert found[target, "研判"].value in worst.sentence.text


def test_places_for_people_are_listed_each_once(report: ReportContent, about: EvaluatedPlan):
    asked = [text for _, text in report.blanks]
    for wanted in ("常住人口", "组织领导", "总体进展的评价", "突出问题及其原因", "责任单位、完成时限"):
        assert sum(wanted in text for text in asked) == 1
    for field in about.plan.fields:
        title = field.title.zh
        for column in ("措施成效", "佐证材料"):
            assert f"{title}：策略措施的落实情况和成效: {column}" in asked
        for column in ("部门自评", "评估组意见"):
            assert f"{title}：模型研判、部门自评和评估组意见: {column}" in asked
    (table,) = tables(report, "共 ")
    assert (
        len(table.rows)
        == len(report.blanks)
        == sum(isinstance(b, Blank) for b in report.blocks) + len([text for text in asked if ": " in text])
    )


def test_what_department_and_panel_said_stands_beside_the_answer(several: tuple[Inputs, Assessment]):
    inputs, assessment = several
    opinions = {"women.health.1.life": TargetOpinion("自评达标", "")}
    told = midterm_report(evaluated_plan(inputs, assessment, REGION, inputs.plans[0], opinions=opinions))
    line = tables(told, "妇女与健康：模型研判")[0].rows[0]
    assert [cell.text for cell in line[-2:]] == ["自评达标", ""]
    assert [cell.by_hand for cell in line[-2:]] == [False, True]
    assert "有望达标" in line[2].text  # the model's answer stays


def test_proposals_begin_with_what_can_still_change(about: EvaluatedPlan):
    order = [room_of(alert.target) for alert in by_room(about.content.alerts)]
    assert order == sorted(order, key=list(Room).index)
    assert {Room.OPEN, Room.HARD, Room.HARDLY, Room.DECIDED} == set(order)


def test_region_and_peers_are_judged_together(several: tuple[Inputs, Assessment]):
    assert set(judged_with(several[0], [REGION])) == {REGION, PROVINCE, *OTHERS}
    assert judged_with(several[0], [PROVINCE]) == (PROVINCE,)
    with pytest.raises(BadParameter, match="149999"):
        judged_with(several[0], ["149999"])


def test_the_region_is_set_beside_its_peers_and_the_region_above(report: ReportContent):
    said = " ".join(item.sentence.text for item in report.sentences)
    assert "本地区与山西省都可评估的" in said


def test_no_sentence_gives_a_cause(report: ReportContent):
    said = " ".join(item.sentence.text for item in report.sentences)
    assert not re.search("由于|得益于|归功于|因为采取", said)
