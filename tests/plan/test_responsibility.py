"""Departments by target, from an optional table."""

import pytest

from sxresearch.errors import BadPlan
from sxresearch.plan.responsibility import load_responsibility
from sxresearch.terms import Language

MORTALITY, GAP, ENROLMENT = "small.health.1.mortality", "small.health.1.gap", "small.health.2.enrolment"


@pytest.fixture
def read(tmp_path, plan, indicators, regions):
    def load(text, encoding="utf-8"):
        path = tmp_path / "responsibility.csv"
        path.write_bytes(text.encode(encoding))
        return load_responsibility(path, [plan], indicators, regions)

    return load


def test_no_file_gives_no_departments(tmp_path, plan, indicators, regions):
    nobody = load_responsibility(tmp_path / "none.csv", [plan], indicators, regions)
    assert (len(nobody), nobody.of(MORTALITY)) == (0, None)


def test_a_row_for_a_target_speaks_for_it_alone(read):
    given = read(f"target,department\n{MORTALITY},省卫生健康委\n")
    assert (given.of(MORTALITY), given.of(GAP)) == ("省卫生健康委", None)


@pytest.mark.parametrize("name", ["mortality", "死亡率", "死亡比", "Mortality"])
def test_a_row_for_an_indicator_speaks_for_all_its_targets(read, name):
    given = read(f"indicator,department\n{name},省卫生健康委\n")
    assert (given.of(MORTALITY), given.of(GAP), given.of(ENROLMENT)) == ("省卫生健康委", "省卫生健康委", None)


def test_a_target_s_own_row_goes_before_its_indicator_s(read):
    given = read(f"target,indicator,department\n,mortality,甲\n{GAP},,乙\n")
    assert (given.of(MORTALITY), given.of(GAP)) == ("甲", "乙")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_chinese_headers_in_either_encoding(read, encoding):
    given = read("任务,指标,责任部门\r\n,入学率,省教育厅\r\n,,\r\n", encoding)
    assert given.of(ENROLMENT) == "省教育厅"


def test_a_region_s_own_department_goes_before_the_general_one(read):
    given = read(f"指标,任务,地区,责任部门\n死亡率,,,省卫生健康委\n死亡率,,太原市,市卫生健康委\n,{GAP},,省统计局\n")
    assert given.of(MORTALITY) == given.of(MORTALITY, "140000") == "省卫生健康委"
    assert given.of(MORTALITY, "140100") == "市卫生健康委"
    assert given.of(GAP, "140000") == "省统计局"
    assert given.of(GAP, "140100") == "市卫生健康委"  # its own row, though for the indicator, before a general one


def test_a_city_s_department_does_not_answer_for_its_counties(read):
    given = read(f"target,department,region\n{GAP},市教育局,140100\n")
    assert (given.of(GAP, "140100"), given.of(GAP, "140105"), given.of(GAP)) == ("市教育局", None, None)


def test_in_one_region_a_target_s_row_goes_before_its_indicator_s(read):
    given = read(f"target,indicator,department,region\n,mortality,甲,140100\n{GAP},,乙,140100\n")
    assert (given.of(MORTALITY, "140100"), given.of(GAP, "140100")) == ("甲", "乙")


BROKEN = [
    ("target,owner\nx,y\n", "1", "第一行应有“责任部门”", 'The first row must name the column "department"'),
    ("department\n省教育厅\n", "1", "第一行应有“责任部门”", "got department. Add the names."),
    ("target,target,department\nx,x,y\n", "1", "第一行应有“责任部门”", "got target, target, department"),
    (
        "target,department\nsmall.health.9.none,甲\n",
        "2",
        "没有标识为“small.health.9.none”的监测目标",
        "Copy the target's id",
    ),
    ("indicator,department\nlongevity,甲\n", "2", "没有名为“longevity”的指标", 'There is no indicator "longevity"'),
    (f"target,department\n{GAP},\n", "2", "没有写责任部门", "No department is given"),
    (f"target,department\n{GAP},甲\n\n{GAP},乙\n", "4", "已在第 2 行写过", "already stands in line 2"),
    ("indicator,department\nmortality,甲\n死亡率,乙\n", "3", "已在第 2 行写过", "already stands in line 2"),
    (f"target,indicator,department\n{GAP},mortality,甲\n", "2", "现在写了 2 个", "this one names 2"),
    ("target,department\n,甲\n", "2", "现在写了 0 个", "this one names 0"),
    (f"target,department\n{GAP},甲,乙\n", "2", "这一行比表头（2 列）长", "longer than the header"),
    (
        f"target,department,region\n{GAP},甲,太原府\n",
        "2",
        "没有代码或名称为“太原府”的地区",
        'No region has the code or name "太原府"',
    ),
    (
        f"target,department,region\n{GAP},甲,100000\n",
        "2",
        "规划 small-plan 不适用于地区 100000",
        "does not apply to region 100000",
    ),
    (
        f"target,department,region\n{GAP},甲,太原市\n{GAP},乙,140100\n",
        "3",
        "已在第 2 行写过",
        "already stands in line 2",
    ),
]


@pytest.mark.parametrize(("text", "line", "zh", "en"), BROKEN)
def test_broken_table_is_refused_with_its_line(read, tmp_path, text, line, zh, en):
    with pytest.raises(BadPlan) as refusal:
        read(text)
    (fault,) = refusal.value.faults
    assert fault.where == f"{tmp_path / 'responsibility.csv'}:{line}"
    assert zh in fault.sentence(Language.ZH)
    assert en in fault.sentence(Language.EN)


def test_an_indicator_without_targets_is_refused(read, load, plan_text, tmp_path, indicators, regions):
    less = plan_text.replace("indicator: clean_air", "indicator: enrolment")
    path = tmp_path / "responsibility.csv"
    path.write_text("indicator,department\nclean_air,省生态环境厅\n", encoding="utf-8")
    with pytest.raises(BadPlan, match="no target uses it"):
        load_responsibility(path, [load(less)], indicators, regions)


def test_an_empty_file_is_refused(read):
    with pytest.raises(BadPlan, match="The file is empty"):
        read("\n")


def test_text_in_neither_encoding_is_refused(tmp_path, plan, indicators, regions):
    path = tmp_path / "responsibility.csv"
    path.write_bytes(b"target,department\n\xff\xff,\x81\n")
    with pytest.raises(BadPlan, match="neither UTF-8 nor GB18030"):
        load_responsibility(path, [plan], indicators, regions)


def test_all_faults_are_told_at_once(read):
    with pytest.raises(BadPlan) as refusal:
        read("target,department\nsmall.x.1.y,甲\nsmall.x.1.z,\n")
    assert len(refusal.value.faults) == 3
