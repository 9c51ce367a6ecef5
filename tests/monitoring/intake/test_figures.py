"""Every kind of table that offices send, with the figures it holds; and every kind of fault, with what is said."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sxresearch.assessment.inputs import load_register
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.findings import Severity
from sxresearch.monitoring.intake.figures import Figures, read_figures
from sxresearch.monitoring.intake.formats.opening import read_sheets
from sxresearch.monitoring.intake.formats.sheets import SheetFile
from sxresearch.terms import Language
from tests.monitoring.intake.office_tables import OfficeBook, OfficeSheet

TODAY = date(2025, 6, 1)
MMR, IMR, ANAEMIA, SCREEN = (
    "maternal_mortality_ratio",
    "infant_mortality_rate",
    "under5_anaemia_rate",
    "cervical_cancer_screening_rate",
)
HEAD = ["地区", "指标", "分组", "年份", "数值", "单位"]
ROW = ["太原市", "婴儿死亡率", "合计", 2023, 2.9, "‰"]
ONE = {("140100", IMR, "total", 2023): 2.9}


@cache
def shipped() -> Register:
    return load_register()


def read(path: Path) -> Figures:
    return read_figures(path, shipped(), today=TODAY)


def amounts(figures: Figures) -> dict[tuple[str, str, str, int], float]:
    rows = figures.table[["region", "indicator", "group", "year", "value"]].itertuples(index=False)
    return {
        (region, indicator, group, int(year)): value for region, indicator, group, year, value in rows if value == value
    }


@dataclass(frozen=True)
class Kind:
    """A book, the figures in it, and rules of findings that must come: ``refused`` for those that stop it."""

    sheets: list[OfficeSheet]
    figures: dict = field(default_factory=dict)
    noted: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    only: tuple[str, ...] = ()


def kind(
    *rows: list,
    figures: dict | None = None,
    refused: str = "",
    noted: str = "",
    held: str = "",
    only: tuple = (),
    **marks,
) -> Kind:
    sheet = OfficeSheet(rows, **marks)
    return Kind(
        [sheet],
        ONE if figures is None and not refused else figures or {},
        set(noted.split()),
        set(held.split()),
        set(refused.split()),
        only,
    )


def long(*changes: tuple[int, object], **more) -> Kind:
    """One good row with some cells changed."""
    row = list(ROW)
    for at, value in changes:
        row[at] = value
    return kind(HEAD, row, **more)


def figure(value: float, region: str = "140100", indicator: str = IMR, group: str = "total", year: int = 2023) -> dict:
    return {(region, indicator, group, year): value}


YEARS = {("140100", IMR, "total", 2021): 3.3, ("140100", IMR, "total", 2022): 3.1}
KINDS: dict[str, Kind] = {
    "plain": long(),
    # regions
    "code as number": long((0, 140100)),
    "code with decimals": long((0, 140100.0)),
    "code of twelve digits": long((0, "140100000000")),
    "short name": long((0, "太原")),
    "province in front": long((0, "山西省太原市")),
    "code and name in one cell": long((0, "140100太原市")),
    "county with its city": long((0, "阳泉市城区"), figures=figure(2.9, "140302")),
    "name that several bear": long((0, "城区"), refused="region-ambiguous"),
    "name that a former county bore too": long((0, "矿区"), refused="region-ambiguous"),
    "former name, same territory": long((0, "太谷县"), figures=figure(2.9, "140703"), noted="region-former"),
    "former code, same territory": long((0, 140421), figures=figure(2.9, "140404"), noted="region-former"),
    "former county that was divided": long((0, "大同市南郊区"), refused="region-changed"),
    "unknown region": long((0, "火星市"), refused="region-unknown"),
    "region left blank": long((0, None), refused="blank-region"),
    "code and name side by side": kind(["地区代码", *HEAD], [140100, *ROW]),
    "code and name that differ": kind(["地区代码", *HEAD], [140200, *ROW], refused="region-disagree"),
    "code beside an ambiguous name": kind(
        ["地区代码", *HEAD], [140502, "城区", *ROW[1:]], figures=figure(2.9, "140502")
    ),
    "city and county columns": kind(
        ["市", "县区", *HEAD[1:]], ["晋城市", "城区", *ROW[1:]], figures=figure(2.9, "140502")
    ),
    "title names the city of ambiguous counties": kind(
        ["晋城市各县（市、区）婴儿死亡率"],
        ["县区", "年份", "数值"],
        ["城区", 2023, 2.9],
        figures=figure(2.9, "140502"),
        noted="from-title-indicator",
    ),
    # indicators, groups
    "indicator with unit in brackets": long((1, "婴儿死亡率（‰）")),
    "indicator with bare unit": long((1, "婴儿死亡率‰"), (5, None)),
    "numbered indicator": long((1, "1.婴儿死亡率")),
    "footnote at the name": long((1, "婴儿死亡率①")),
    "full-width digits in the name": long(
        (1, "５岁以下儿童贫血患病率"), (5, "%"), figures=figure(2.9, indicator=ANAEMIA)
    ),
    "alias": long((1, "宫颈癌筛查率"), (5, "%"), figures=figure(2.9, indicator=SCREEN)),
    "group in the name": long((1, "农村婴儿死亡率"), (2, None), figures=figure(2.9, group="rural")),
    "group in brackets": long((1, "婴儿死亡率（城市）"), (2, None), figures=figure(2.9, group="urban")),
    "group stated twice, differently": long((1, "农村婴儿死亡率"), (2, "城市"), refused="group-twice"),
    "unknown indicator": long((1, "婴儿死忙率"), refused="indicator-unknown"),
    "blank group": long((2, None), noted="group-blank"),
    "unknown group": long((2, "老年"), refused="group-unknown"),
    "group the indicator doesn't have": long((2, "男"), refused="group-of-indicator"),
    "rows 其中": kind(
        HEAD,
        ["太原市", "婴儿死亡率", None, 2023, 2.9, "‰"],
        ["太原市", "其中：农村", None, 2023, 4.1, "‰"],
        figures={**ONE, **figure(4.1, group="rural")},
        noted="group-below-name",
    ),
    # years
    "year with 年": long((3, "2023年")),
    "year with a space": long((3, "2023 年")),
    "full-width year": long((3, "２０２３")),
    "Chinese digits": long((3, "二〇二三年")),
    "year shown as a date": long((3, date(1905, 7, 15)), noted="year-shown-as-date", only=("xlsx", "xls", "ods")),
    "date for a year": long((3, date(2023, 12, 31)), noted="year-from-date", only=("xlsx", "xls", "ods")),
    "year that has not ended": long((3, 2032), refused="year-not-ended"),
    "two years in one cell": long((3, "2022-2023"), refused="year-unreadable"),
    "short year": long((3, "23年"), refused="year-unreadable"),
    "target year in the year column": kind(HEAD, ROW, [*ROW[:3], "2025年目标值", 2.0, "‰"], noted="never-target"),
    "half a year": kind(HEAD, ROW, [*ROW[:3], "2024年上半年", 2.0, "‰"], noted="never-part-of-year"),
    # values
    "per cent sign in the cell": long(
        (1, "宫颈癌筛查率"), (4, "95.2%"), (5, None), figures=figure(95.2, indicator=SCREEN)
    ),
    "per 100 000 in the cell": long(
        (1, "孕产妇死亡率"), (4, "12.5/10万"), (5, None), figures=figure(12.5, indicator=MMR)
    ),
    "per mille in the cell": long((4, "3.2‰"), figures=figure(3.2)),
    "full-width number": long((4, "３．２"), figures=figure(3.2)),
    "thousands separator": kind([*HEAD, "分子", "分母"], [*ROW[:4], None, "‰", 29, "10,000"], noted="value-computed"),
    "footnote at the number": long((4, "2.9*"), noted="footnote-mark"),
    "dash": kind(HEAD, ROW, ["大同市", *ROW[1:4], "—", "‰"]),
    "slash": kind(HEAD, ROW, ["大同市", *ROW[1:4], "/", "‰"]),
    "缺": kind(HEAD, ROW, ["大同市", *ROW[1:4], "缺", "‰"]),
    "below the unit": kind(HEAD, ROW, ["大同市", *ROW[1:4], "…", "‰"], held="below-unit"),
    "about": long((4, "约3"), refused="value-unreadable"),
    "decimal comma": long((4, "2,9"), refused="value-unreadable"),
    "none": long((4, "无"), refused="value-unreadable"),
    "day for a number": long((4, date(2023, 2, 9)), refused="value-date", only=("xlsx", "xls", "ods")),
    "outside the bounds": long((1, "宫颈癌筛查率"), (4, 104.2), (5, "%"), refused="bounds"),
    "shown as per cent": long(
        (1, "宫颈癌筛查率"),
        (4, 0.603),
        (5, "%"),
        figures=figure(60.3, indicator=SCREEN),
        noted="percent-cells",
        percent=["E2"],
    ),
    "shown as per cent since some year": kind(
        HEAD,
        ["太原市", "宫颈癌筛查率", "合计", 2022, 58.8, "%"],
        ["太原市", "宫颈癌筛查率", "合计", 2023, 0.603, "%"],
        figures={**figure(58.8, indicator=SCREEN, year=2022), **figure(60.3, indicator=SCREEN)},
        noted="percent-cells",
        percent=["E3"],
    ),
    "shown as per cent, given as per mille": long((4, 0.029), refused="units-disagree", percent=["E2"]),
    # units
    "converted": long((4, 0.29), (5, "%"), figures=figure(2.9), noted="unit-converted"),
    "two units for one figure": long((1, "婴儿死亡率（‰）"), (5, "%"), refused="units-disagree"),
    "unknown unit": long((5, "斤"), refused="unit-unknown"),
    "unit of another quantity": long((5, "岁"), refused="unit-of-indicator"),
    "no unit": long((5, None), noted="unit-assumed"),
    "one year in another unit": kind(
        HEAD,
        [*ROW[:3], 2022, 3.1, "‰"],
        [*ROW[:4], 0.29, "%"],
        figures={**ONE, **figure(3.1, year=2022)},
        held="unit-differs",
    ),
    "denominator in 万人": kind(
        [*HEAD[:5], "单位", "分子", "分母（万人）"], [*ROW[:4], None, "‰", 29, 1], noted="unit-converted value-computed"
    ),
    # shapes
    "years side by side": kind(
        ["地区", "指标", "单位", "2021年", "2022年"], ["太原市", "婴儿死亡率", "‰", 3.3, 3.1], figures=YEARS
    ),
    "years as numbers": kind(
        ["地区", "指标", "单位", 2021, 2022], ["太原市", "婴儿死亡率", "‰", 3.3, 3.1], figures=YEARS
    ),
    "years, first column unnamed": kind(
        ["太原市主要指标"],
        [None, "2021年", "2022年"],
        ["婴儿死亡率（‰）", 3.3, 3.1],
        figures=YEARS,
        noted="from-title-region",
    ),
    "regions side by side": kind(
        ["婴儿死亡率（‰）"],
        ["年份", "太原市", "大同市"],
        [2023, 2.9, 3.5],
        figures={**ONE, **figure(3.5, "140200")},
        noted="from-title-indicator",
    ),
    "indicators side by side": kind(
        ["地区", "年份", "婴儿死亡率（‰）", "孕产妇死亡率（1/10万）"],
        ["太原市", 2023, 2.9, 9.9],
        figures={**ONE, **figure(9.9, indicator=MMR)},
    ),
    "two merged header rows": kind(
        ["地区", "年份", "孕产妇死亡率(1/10万)", None, "婴儿死亡率（‰）", None],
        [None, None, "城市", "农村", "城市", "农村"],
        ["太原市", 2023, 6.1, 8.2, 2.9, 4.1],
        merged=["A1:A2", "B1:B2", "C1:D1", "E1:F1"],
        figures={
            **figure(6.1, indicator=MMR, group="urban"),
            **figure(8.2, indicator=MMR, group="rural"),
            **figure(2.9, group="urban"),
            **figure(4.1, group="rural"),
        },
    ),
    "two header rows without merges": kind(
        ["地区", "年份", "婴儿死亡率（‰）", None],
        [None, None, "城市", "农村"],
        ["太原市", 2023, 2.9, 4.1],
        figures={**figure(2.9, group="urban"), **figure(4.1, group="rural")},
        noted="heading-spread",
    ),
    "values and counts under each year": kind(
        ["地区", "指标", "2022年", None, None, "2023年", None, None],
        [None, None, "数值", "分子", "分母", "数值", "分子", "分母"],
        ["太原市", "婴儿死亡率", 3.1, 31, 10000, None, 29, 10000],
        merged=["C1:E1", "F1:H1"],
        figures={**ONE, **figure(3.1, year=2022)},
        noted="value-computed",
    ),
    "name of the figures merged over the years": kind(
        ["太原市妇女儿童发展规划监测统计表"],
        ["序号", "地区", "指标", "单位", "监测值", None],
        [None, None, None, None, "2022年", "2023年"],
        [1, "太原市", "婴儿死亡率", "‰", 3.1, 2.9],
        merged=["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2"],
        figures={**ONE, **figure(3.1, year=2022)},
    ),
    "names of value and counts merged over the years": kind(
        ["地区", "指标", "数值", None, "分子", None, "分母", None],
        [None, None, "2022年", "2023年", "2022年", "2023年", "2022年", "2023年"],
        ["太原市", "婴儿死亡率", 3.1, None, 31, 29, 10000, 10000],
        merged=["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1"],
        figures={**ONE, **figure(3.1, year=2022)},
        noted="value-computed",
    ),
    "target values merged over the years": kind(
        ["地区", "指标", "目标值", None, "监测值", None],
        [None, None, "2024年", "2025年", "2022年", "2023年"],
        ["太原市", "婴儿死亡率", 2.5, 2.4, 3.1, 2.9],
        merged=["A1:A2", "B1:B2", "C1:D1", "E1:F1"],
        figures={**ONE, **figure(3.1, year=2022)},
    ),
    "title above": kind(["太原市妇女儿童监测数据"], HEAD, ROW),
    "year in the title": kind(
        ["2023年太原市妇女发展主要指标"],
        ["指标", "单位", "数值"],
        ["婴儿死亡率", "‰", 2.9],
        noted="from-title-year from-title-region",
    ),
    "yearbook in the title": kind(
        ["太原统计年鉴2024"], ["地区", "指标", "单位", "数值"], ["太原市", "婴儿死亡率", "‰", 2.9], refused="no-year"
    ),
    "unit in the title": kind(["单位：‰"], ["地区", "指标", "年份", "数值"], ["太原市", "婴儿死亡率", 2023, 2.9]),
    "notes below": kind(
        HEAD, ROW, ["注：1. 数据来源于卫健委年报。"], ["填表人：王某", None, "审核人：李某"], noted="note-rows"
    ),
    "total row": kind(HEAD, ROW, ["合计", *ROW[1:]], noted="total-rows"),
    "column of totals": kind(
        ["婴儿死亡率（‰）"], ["年份", "太原市", "合计"], [2023, 2.9, 3.3], noted="never-total from-title-indicator"
    ),
    "column of targets": kind(
        ["地区", "指标", "单位", "2023年", "2025年目标值"],
        ["太原市", "婴儿死亡率", "‰", 2.9, 2.0],
        noted="never-target",
    ),
    "columns of change and rank": kind(
        ["地区", "指标", "单位", "2023年", "同比增减", "位次"],
        ["太原市", "婴儿死亡率", "‰", 2.9, -0.2, 3],
        noted="never-change never-rank",
    ),
    "base without its year": kind(
        ["地区", "指标", "单位", "基期值", "2023年"], ["太原市", "婴儿死亡率", "‰", 4.0, 2.9], noted="never-base"
    ),
    "base with its year": kind(
        ["地区", "指标", "单位", "基期值（2020年）", "2023年"],
        ["太原市", "婴儿死亡率", "‰", 4.0, 2.9],
        figures={**ONE, **figure(4.0, year=2020)},
    ),
    "number and remark columns": kind(["序号", *HEAD, "备注"], [1, *ROW, "与上年同口径"]),
    "column without a heading": kind([*HEAD, None, "备注"], [*ROW, 17, "x"], refused="column-unnamed"),
    "column with an unknown heading": kind([*HEAD, "婴儿死忙率"], [*ROW, 17], refused="column-unknown"),
    "held set by the office": kind([*HEAD, "待核"], [*ROW, "x"], refused="held-by-office"),
    "region merged down": kind(
        HEAD,
        ROW,
        [None, "婴儿死亡率", "合计", 2022, 3.1, "‰"],
        merged=["A2:A3"],
        figures={**ONE, **figure(3.1, year=2022)},
        noted="merged-filled",
    ),
    "region blank below, not merged": kind(
        HEAD, ROW, [None, "婴儿死亡率", "合计", 2022, 3.1, "‰"], refused="blank-region"
    ),
    "figure merged over two years": kind(
        ["地区", "指标", "单位", "2021年", "2022年"],
        ["太原市", "婴儿死亡率", "‰", 3.3, None],
        merged=["D2:E2"],
        refused="merged-figure",
    ),
    "region in a row by itself": kind(
        ["指标", "单位", "2023年"], ["太原市", None, None], ["婴儿死亡率", "‰", 2.9], refused="loose-rows no-region"
    ),
    "two tables in one sheet": kind(
        ["婴儿死亡率（‰）"],
        ["年份", "太原市"],
        [2023, 2.9],
        [None],
        ["孕产妇死亡率（1/10万）"],
        ["年份", "太原市"],
        [2023, 9.9],
        figures={**ONE, **figure(9.9, indicator=MMR)},
        noted="from-title-indicator",
    ),
    "header repeated on the next page": kind(
        HEAD, ROW, HEAD, ["大同市", *ROW[1:]], figures={**ONE, **figure(2.9, "140200")}
    ),
    "hidden row": kind(HEAD, ROW, ["大同市", *ROW[1:]], hidden_rows=[3], noted="hidden-rows"),
    "hidden column": kind([*HEAD, "分母"], [*ROW, 5], hidden_columns=["G"], noted="hidden-columns"),
    "nothing but text": kind(["请按模板填写"], ["联系人：王某"], refused="no-table"),
    "status and report words": kind(
        [*HEAD, "数据状态", "数据性质", "来源", "报送日期"], [*ROW, "正式", "刊载", "年报", "2024年5月31日"]
    ),
    "unknown status": kind([*HEAD, "数据状态"], [*ROW, "大概"], refused="status-unknown"),
    "unreadable day": kind([*HEAD, "报送日期"], [*ROW, "五月底"], refused="day-unreadable"),
    "numerator without denominator": kind([*HEAD, "分子"], [*ROW, 5], refused="denominator"),
    # several sheets
    "a sheet for each year": Kind(
        [
            OfficeSheet([["地区", "指标", "单位", "数值"], ["太原市", "婴儿死亡率", "‰", v]], f"{y}年")
            for y, v in ((2021, 3.3), (2022, 3.1))
        ],
        YEARS,
        {"from-title-year"},
    ),
    "a sheet for each region": Kind(
        [
            OfficeSheet([["指标", "单位", "2023年"], ["婴儿死亡率", "‰", v]], n)
            for n, v in (("太原市", 2.9), ("大同市", 3.5))
        ],
        {**ONE, **figure(3.5, "140200")},
        {"from-title-region"},
    ),
    "a sheet for each indicator": Kind(
        [OfficeSheet([["地区", "2023年"], ["太原市", v]], n) for n, v in (("婴儿死亡率", 2.9), ("孕产妇死亡率", 9.9))],
        {**ONE, **figure(9.9, indicator=MMR)},
        {"from-title-indicator"},
    ),
    "a sheet of instructions first": Kind(
        [OfficeSheet([["请按模板填写"], ["联系人：王某"]], "填表说明"), OfficeSheet([HEAD, ROW], "数据")],
        ONE,
        {"sheet-passed"},
    ),
    "a hidden sheet first": Kind(
        [OfficeSheet([HEAD, [*ROW[:4], 9.9, "‰"]], "旧表", hidden=True), OfficeSheet([HEAD, ROW], "数据")],
        ONE,
        {"hidden-sheets"},
    ),
    "title and sheet name disagree": Kind(
        [OfficeSheet([["2022年太原市主要指标"], ["指标", "单位", "数值"], ["婴儿死亡率", "‰", 2.9]], "2023年")],
        {},
        set(),
        set(),
        {"title-clash"},
        ("xlsx", "xls", "ods"),
    ),
    "the same row in two sheets": Kind([OfficeSheet([HEAD, ROW], n) for n in ("甲", "乙")], ONE, {"rows-equal"}),
    "different figures in two sheets": Kind(
        [OfficeSheet([HEAD, [*ROW[:4], v, "‰"]], n) for n, v in (("甲", 2.9), ("乙", 9.2))],
        {},
        set(),
        set(),
        {"rows-differ"},
    ),
}

LONG = {"xls", "ods"}
"""Formats in which every kind is tried with the long tests; a file of each is read in tests/monitoring/intake/excel."""
CASES = [
    pytest.param(item, ending, id=f"{name}-{ending}", marks=[pytest.mark.long] * (ending in LONG))
    for name, item in KINDS.items()
    for ending in OfficeBook(item.sheets).formats()
    if not item.only or ending in item.only
]


def test_there_are_kinds_enough():
    assert len(KINDS) >= 60


@pytest.mark.parametrize(("item", "ending"), CASES)
def test_every_kind_in_every_format(item: Kind, ending: str, tmp_path: Path):
    figures = read(OfficeBook(item.sheets).write(tmp_path, ending))
    rules = {severity: {f.rule for f in figures.findings if f.severity is severity} for severity in Severity}
    assert rules[Severity.REFUSE] == item.refused, [f.line(Language.EN) for f in figures.findings]
    assert not figures.unread
    assert item.noted <= rules[Severity.NOTE]
    assert rules[Severity.HOLD] == item.held
    if not item.refused:
        assert amounts(figures) == pytest.approx(item.figures, rel=1e-12)
    for finding in figures.findings:
        assert all(finding.line(language) for language in Language)


def test_held_figures_bear_their_rule(tmp_path: Path):
    book = OfficeBook(KINDS["one year in another unit"].sheets)
    table = read(book.write(tmp_path, "xlsx")).table
    assert table.set_index("year")["held"].to_dict() == {2022: "", 2023: "unit-differs"}


TITLED = [["各市主要指标（单位：‰）"], ["地区", "年份", "婴儿死亡率", "孕产妇死亡率"], ["太原市", 2023, 2.9, 9.5]]


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_a_title_s_unit_that_is_one_indicator_s_own_is_doubted_for_the_other(tmp_path: Path, ending: str):
    table = read(OfficeBook([OfficeSheet(TITLED)]).write(tmp_path, ending)).table.set_index("indicator")
    assert table["held"].to_dict() == {IMR: "", MMR: "unit-of-title"}


def test_the_other_indicator_may_have_its_unit_in_its_heading(tmp_path: Path):
    rows = [TITLED[0], ["地区", "年份", "婴儿死亡率（‰）", "孕产妇死亡率"], TITLED[2]]
    table = read(OfficeBook([OfficeSheet(rows)]).write(tmp_path, "xlsx")).table.set_index("indicator")
    assert table["held"].to_dict() == {IMR: "", MMR: "unit-of-title"}


def test_a_title_s_unit_that_is_no_indicator_s_own_is_meant_for_all(tmp_path: Path):
    rows = [["各市主要指标（单位：1/万）"], TITLED[1], ["太原市", 2023, 29, 0.95]]
    table = read(OfficeBook([OfficeSheet(rows)]).write(tmp_path, "xlsx")).table.set_index("indicator")
    assert table["value"].to_dict() == pytest.approx({IMR: 2.9, MMR: 9.5})
    assert set(table["held"]) == {""}


def test_a_unit_in_the_heading_stands_above_the_title_s(tmp_path: Path):
    rows = [TITLED[0], ["地区", "年份", "婴儿死亡率", "孕产妇死亡率（1/10万）"], TITLED[2]]
    table = read(OfficeBook([OfficeSheet(rows)]).write(tmp_path, "xlsx")).table.set_index("indicator")
    assert table["value"].to_dict() == pytest.approx({IMR: 2.9, MMR: 9.5})
    assert set(table["held"]) == {""}


def test_counts_in_ten_thousands_become_persons(tmp_path: Path):
    table = read(OfficeBook(KINDS["denominator in 万人"].sheets).write(tmp_path, "xlsx")).table
    assert table[["numerator", "denominator", "value"]].to_numpy().tolist() == [[29, 10000, 2.9]]
    assert table["basis"].tolist() == ["derived"]


def test_each_row_knows_its_cell(tmp_path: Path):
    table = read(OfficeBook(KINDS["two merged header rows"].sheets).write(tmp_path, "xlsx")).table
    assert table["cell"].tolist() == ["C3", "D3", "E3", "F3"]
    assert set(table["sheet"]) == {"Sheet1"}


def test_unknown_names_come_with_the_three_nearest(tmp_path: Path):
    (finding,) = (
        f
        for f in read(OfficeBook(KINDS["unknown indicator"].sheets).write(tmp_path, "csv")).findings
        if f.severity is Severity.REFUSE
    )
    line = finding.line(Language.ZH)
    assert "婴儿死忙率" in line
    assert "婴儿死亡率、" in line
    assert "第 2 行" in line


def test_messages_speak_the_readers_words(tmp_path: Path):
    for name in (
        "unit of another quantity",
        "group the indicator doesn't have",
        "outside the bounds",
        "year that has not ended",
        "converted",
    ):
        folder = tmp_path / name.replace(" ", "")
        folder.mkdir()
        text = " ".join(
            f.line(Language.ZH) for f in read(OfficeBook(KINDS[name].sheets).write(folder, "xlsx")).findings
        )
        assert not {
            word
            for word in ("per_mille", "percent", "infant_mortality", "total", "male", "year")
            if word in text.replace(str(folder), "")
        }


def test_eight_thousand_equal_faults_are_a_handful_of_lines(tmp_path: Path):
    rows = [["太原市", "婴儿死忙率", "老年", f"{2000 + i % 20}", "约3", "斤"] for i in range(8000)]
    figures = read(OfficeBook([OfficeSheet([HEAD, *rows])]).write(tmp_path, "csv"))
    refused = [f for f in figures.findings if f.severity is Severity.REFUSE]
    assert len(refused) <= 6
    assert max(f.count for f in refused) == 8000
    assert len(" ".join(f.line(Language.ZH) for f in refused)) < 3000


def test_eight_unknown_names_have_lines_of_their_own(tmp_path: Path):
    rows = [["太原市", f"指标{i}号", "合计", 2023, 1, "‰"] for i in range(10)]
    figures = read(OfficeBook([OfficeSheet([HEAD, *rows])]).write(tmp_path, "csv"))
    counts = [f.count for f in figures.findings if f.rule.startswith("indicator-unknown")]
    assert sorted(counts) == [1] * 8 + [2]


@pytest.mark.parametrize(("above", "found"), [(59, True), (60, False)])
def test_a_header_is_looked_for_in_sixty_rows(above: int, found: bool, tmp_path: Path):
    rows = [[f"填表须知第{n}条，请各单位认真阅读"] for n in range(above)]
    figures = read(OfficeBook([OfficeSheet([*rows, HEAD, ROW])]).write(tmp_path, "csv"))
    assert amounts(figures) == (ONE if found else {})
    assert bool([f for f in figures.findings if f.severity is Severity.REFUSE]) is not found


@pytest.mark.parametrize(("value", "held"), [(2.0, ["format-unseen"]), (2.1, [""])])
def test_where_formats_cannot_be_seen_small_percentages_are_held(
    value: float, held: list[str], tmp_path: Path, monkeypatch
):
    """1.9 may be 1.9 % or a cell that shows 190 %; above two no share of 1 is meant."""

    def unseen(path: Path) -> SheetFile:
        opened = read_sheets(path)
        sheets = tuple(replace(one, marks=replace(one.marks, formats_known=False)) for one in opened.sheets)
        return replace(opened, sheets=sheets)

    monkeypatch.setattr("sxresearch.monitoring.intake.figures.read_sheets", unseen)
    book = OfficeBook([OfficeSheet([HEAD, ["太原市", "5岁以下儿童贫血患病率", "合计", 2023, value, "%"]])])
    assert read(book.write(tmp_path, "xls")).table["held"].tolist() == held


def test_many_unknown_names_share_a_line(tmp_path: Path):
    rows = [["太原市", f"指标{i}号", "合计", 2023, 1, "‰"] for i in range(500)]
    refused = [
        f
        for f in read(OfficeBook([OfficeSheet([HEAD, *rows])]).write(tmp_path, "csv")).findings
        if f.severity is Severity.REFUSE
    ]
    assert len(refused) <= 10
    assert sum(f.count for f in refused) == 500


HOSTILE = [
    "=cmd|'/c calc'!A1",
    "'; DROP TABLE observations;--",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "@SUM(A1)",
    "{0}",
    "{ $x }",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_only_words(text: str, tmp_path: Path):
    book = OfficeBook([OfficeSheet([HEAD, [text, *ROW[1:]], ["太原市", text, *ROW[2:]], [*ROW[:2], text, *ROW[3:]]])])
    figures = read(book.write(tmp_path, "csv"))  # openpyxl would write a formula
    assert {f.rule for f in figures.findings if f.severity is Severity.REFUSE} == {
        "region-unknown",
        "indicator-unknown",
        "group-unknown",
    }
    assert any(text in f.line(Language.ZH) for f in figures.findings)


def test_files_are_seen_together(tmp_path: Path):
    one = OfficeBook([OfficeSheet([HEAD, ROW])]).write(tmp_path, "xlsx", "甲")
    other = OfficeBook([OfficeSheet([HEAD, [*ROW[:4], 9.2, "‰"]])]).write(tmp_path, "xlsx", "乙")
    figures = read_figures([one, other], shipped(), today=TODAY)
    (finding,) = (f for f in figures.findings if f.severity is Severity.REFUSE)
    line = finding.line(Language.ZH)
    assert all(part in line for part in ("甲.xlsx", "乙.xlsx", "2.9", "9.2", "E2"))
    assert read_figures([one, one], shipped(), today=TODAY).faults == ()
