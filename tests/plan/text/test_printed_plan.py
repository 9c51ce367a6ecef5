"""Cutting the printed text into goals and measures. The text here is ours; it has the pitfalls of the real one."""

import pytest

from sxresearch.errors import BadPlan
from sxresearch.plan.text.printed_plan import parse_plan_text, read_plan_text

TEXT = """\
某省人民政府关于印发两个规划的通知
各市：
　　现将《某省规划》印发给你们。

某省妇女发展“十四五”规划
　　一、总体要求
　　（一）指导思想
　　1.这不是目标。
　　二、发展领域、主要目标和策略措施
　　（一）妇女与健康
　　主要目标：
　　1.死亡率降到12.5/10万以下。
　　2.5岁以下儿童入学率达到95％以上。
　　策略措施:
　　1.办好学校。
　　2.办好医院。
　　医院要近。（二）妇女与法律
　　主要目标:
　　1.完善法规。
　　策略措施：
　　1.修订法规。
　　三、组织实施
　　（一）加强领导。各级都要加强。
　　1.这不是措施。

某省儿童发展“十四五”规划
　　（一）儿童与健康
　　主要目标：
　　1.少生病。
　　策略措施：
　　1.多运动。
"""


def test_each_plan_holds_its_fields_in_order():
    women, children = parse_plan_text(TEXT)
    assert (women.title, [item.title for item in women.fields]) == (
        "某省妇女发展“十四五”规划",
        ["妇女与健康", "妇女与法律"],
    )
    assert (children.title, [item.title for item in children.fields]) == ("某省儿童发展“十四五”规划", ["儿童与健康"])


def test_only_the_numbering_is_stripped_from_an_item():
    goals = parse_plan_text(TEXT)[0].fields[0].goals
    assert goals == {1: "死亡率降到12.5/10万以下。", 2: "5岁以下儿童入学率达到95％以上。"}


def test_a_heading_glued_to_a_measure_begins_the_next_field():
    health, law = parse_plan_text(TEXT)[0].fields
    assert health.measures[2] == "办好医院。医院要近。"
    assert law.goals == {1: "完善法规。"}


def test_lists_outside_the_fields_are_left_alone():
    assert parse_plan_text(TEXT)[0].fields[1].measures == {1: "修订法规。"}


def test_a_gap_in_the_numbers_is_refused_with_its_line():
    with pytest.raises(BadPlan) as refusal:
        parse_plan_text(TEXT.replace("　　2.5岁以下", "　　3.5岁以下"), "text.txt")
    (fault,) = refusal.value.faults
    assert fault.where == "text.txt:13"
    assert "must be 2, got 3" in fault.en
    assert "应为 2，现为 3" in fault.zh


def test_a_text_without_goals_is_refused():
    with pytest.raises(BadPlan, match="No list of main goals"):
        parse_plan_text("某省妇女发展规划\n没有目标。\n")


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(BadPlan, match="The file was not found"):
        read_plan_text(tmp_path / "none.txt")


def test_a_file_that_is_not_utf8_is_refused(tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    with pytest.raises(BadPlan, match="must be UTF-8"):
        read_plan_text(path)
