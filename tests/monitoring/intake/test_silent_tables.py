"""Tables that could be misread without a word: each with the figures that it holds, or with what is asked."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.monitoring.intake.office_tables import OfficeBook, OfficeSheet
from tests.monitoring.intake.test_figures import ANAEMIA, HEAD, IMR, MMR, amounts, read

TWO = ["地区", "婴儿死亡率(‰)", "孕产妇死亡率(1/10万)"]
ONE_ROW = ["太原市", 2.9, 9.5]
T, D = "140100", "140200"


def found(tmp_path: Path, rows: list[list], ending: str = "xlsx", **more):
    return read(OfficeBook([OfficeSheet(rows, **more)]).write(tmp_path, ending))


def wide(*figures: tuple[str, str, int, float]) -> dict:
    return {(region, name, "total", year): value for region, name, year, value in figures}


READ = {
    "a merged year over two indicators": (
        [["地区", "2022年", None, "2023年", None], [None, *TWO[1:], *TWO[1:]], ["太原市", 3.1, 10.1, 2.9, 9.5]],
        {"merged": ["B1:C1", "D1:E1"]},
        wide((T, IMR, 2022, 3.1), (T, MMR, 2022, 10.1), (T, IMR, 2023, 2.9), (T, MMR, 2023, 9.5)),
    ),
    "years descending": (
        [["地区", "指标", "2024年", "2023年", "2022年"], ["太原市", "婴儿死亡率", 2.8, 2.9, 3.1]],
        {},
        wide((T, IMR, 2024, 2.8), (T, IMR, 2023, 2.9), (T, IMR, 2022, 3.1)),
    ),
    "the unit in the corner": (
        [["（单位：1/10万）", 2022, 2023], ["太原市", 310, 290], ["大同市", 330, 320]],
        {"name": "婴儿死亡率"},
        wide((T, IMR, 2022, 3.1), (T, IMR, 2023, 2.9), (D, IMR, 2022, 3.3), (D, IMR, 2023, 3.2)),
    ),
    "the unit in the corner, without brackets": (
        [["单位：1/10万", 2022, 2023], ["太原市", 310, 290]], {"name": "婴儿死亡率"},
        wide((T, IMR, 2022, 3.1), (T, IMR, 2023, 2.9)),
    ),
    "the unit beside the word for regions": (
        [["地区（单位：1/10万）", 2022, 2023], ["太原市", 310, 290]], {"name": "婴儿死亡率"},
        wide((T, IMR, 2022, 3.1), (T, IMR, 2023, 2.9)),
    ),
    "the unit in brackets above": (
        [["（单位：1/10万）"], ["地区", 2022, 2023], ["太原市", 310, 290]], {"name": "婴儿死亡率"},
        wide((T, IMR, 2022, 3.1), (T, IMR, 2023, 2.9)),
    ),
    "the unit at the end of a title": (
        [["各市主要指标（单位：1/10万）"], ["地区", "年份", "婴儿死亡率"], ["太原市", 2023, 290]], {},
        wide((T, IMR, 2023, 2.9)),
    ),
    "per cent cells and plain ones in one column": (
        [HEAD, *(["太原市", "5岁以下儿童贫血患病率", "合计", y, v, "%"] for y, v in ((2022, 0.128), (2023, 12.4)))],
        {"percent": ["E2"]},
        wide((T, ANAEMIA, 2022, 12.8), (T, ANAEMIA, 2023, 12.4)),
    ),
    "a second header on page two": (
        [["地区", "2022年", "2023年"], ["太原市", 3.1, 2.9], ["地区", "2020年", "2021年"], ["大同市", 3.3, 3.2]],
        {"name": "婴儿死亡率"},
        wide((T, IMR, 2022, 3.1), (T, IMR, 2023, 2.9), (D, IMR, 2020, 3.3), (D, IMR, 2021, 3.2)),
    ),
    "regions as columns under two indicators": (
        [
            ["年份", "婴儿死亡率(‰)", None, "孕产妇死亡率(1/10万)", None],
            [None, "太原市", "大同市", "太原市", "大同市"], [2023, 2.9, 3.3, 9.5, 10.8],
        ],
        {"merged": ["B1:C1", "D1:E1"]},
        wide((T, IMR, 2023, 2.9), (D, IMR, 2023, 3.3), (T, MMR, 2023, 9.5), (D, MMR, 2023, 10.8)),
    ),
    "large footnote numbers": (
        [HEAD, *(["太原市", "婴儿死亡率", "合计", y, v, "‰"] for y, v in
                 ((2019, "2.9㉑"), (2020, "3.1⑴"), (2021, "29⒈"), (2022, "3.3㊱"), (2023, "3.5①")))], {},
        wide(*((T, IMR, y, v) for y, v in ((2019, 2.9), (2020, 3.1), (2021, 29), (2022, 3.3), (2023, 3.5)))),
    ),
    "spaces around a number": (
        [HEAD, ["太原市\u00a0", "婴儿死亡率", "合计", "2023 ", "2.9\u00a0", "‰"]], {}, wide((T, IMR, 2023, 2.9)),
    ),
    "a title of one group": (
        [["2023年农村主要指标"], TWO, ONE_ROW], {},
        {(T, IMR, "rural", 2023): 2.9, (T, MMR, "rural", 2023): 9.5},
    ),
    "a sheet of one group": (
        [["地区", "年份", *TWO[1:]], ["太原市", 2023, 2.9, 9.5]], {"name": "农村"},
        {(T, IMR, "rural", 2023): 2.9, (T, MMR, "rural", 2023): 9.5},
    ),
    "a title of changes that columns of their own hold": (
        [["2023年主要指标及增减情况"], ["地区", "婴儿死亡率(‰)", "比上年增减"], ["太原市", 2.9, -0.2]],
        {},
        wide((T, IMR, 2023, 2.9)),
    ),
    "a group's column beside the whole": (
        [["地区", "年份", "婴儿死亡率(‰)", "其中：农村"], ["太原市", 2023, 2.9, 3.3]], {},
        {(T, IMR, "total", 2023): 2.9, (T, IMR, "rural", 2023): 3.3},
    ),
    "a group's column marked #, indicators in rows": (
        [["指标", "单位", "2023年", "#农村"], ["婴儿死亡率", "1/10万", 290, 330]], {"name": "太原市"},
        {(T, IMR, "total", 2023): 2.9, (T, IMR, "rural", 2023): 3.3},
    ),
    "two groups under each year": (
        [["地区", "2022年", None, "2023年", None], [None, "合计", "其中:农村", "合计", "其中:农村"],
         ["太原市", 3.1, 3.5, 2.9, 3.3]],
        {"name": "婴儿死亡率", "merged": ["B1:C1", "D1:E1"]},
        {(T, IMR, "total", 2022): 3.1, (T, IMR, "rural", 2022): 3.5, (T, IMR, "total", 2023): 2.9,
         (T, IMR, "rural", 2023): 3.3},
    ),
    "a group of a target is a target": (
        [["地区", "2025年目标值", "其中：农村", "2023年", "其中：农村"], ["太原市", 3.2, 3.6, 2.9, 3.3]],
        {"name": "婴儿死亡率"}, {(T, IMR, "total", 2023): 2.9, (T, IMR, "rural", 2023): 3.3},
    ),
    "a group of a count is a count": (
        [["地区", "年份", "婴儿死亡率(‰)", "活产数", "其中：女"], ["太原市", 2023, 2.9, 50_000, 24_000]], {},
        wide((T, IMR, 2023, 2.9)),
    ),
    "groups below an indicator, marked #": (
        [["指标", "2022年", "2023年"], ["婴儿死亡率(‰)", 3.1, 2.9], ["#农村", 3.5, 3.3], ["  其中：城市", 2.8, 2.6]],
        {"name": "太原市"},
        {(T, IMR, g, y): v for y, row in ((2022, (3.1, 3.5, 2.8)), (2023, (2.9, 3.3, 2.6)))
         for g, v in zip(("total", "rural", "urban"), row, strict=True)},
    ),
    "years with other words for the figure": (
        [["指标", "单位", "2020年完成", "2021年实际完成", "2022年实绩", "2023年完成情况", "2024年实际"],
         ["婴儿死亡率", "‰", 3.5, 3.3, 3.1, 2.9, 2.8]], {"name": "太原市"},
        wide(*((T, IMR, y, v) for y, v in ((2020, 3.5), (2021, 3.3), (2022, 3.1), (2023, 2.9), (2024, 2.8)))),
    ),
    "results merged over the years": (
        [["指标", "完成情况", None, "2025年目标"], [None, "2022年", "2023年", None], ["婴儿死亡率(‰)", 3.1, 2.9, 4]],
        {"name": "太原市", "merged": ["A1:A2", "B1:C1", "D1:D2"]}, wide((T, IMR, 2022, 3.1), (T, IMR, 2023, 2.9)),
    ),
    "target, result and progress": (
        [["指标", "2025年目标值", "2023年完成情况", "完成比例"], ["婴儿死亡率(‰)", 4, 2.9, "100%"]],
        {"name": "太原市"}, wide((T, IMR, 2023, 2.9)),
    ),
    "words about the result beside it": (
        [["指标", "2023年实际值", "2023年完成情况"], ["婴儿死亡率(‰)", 2.9, "已达标"]], {"name": "太原市"},
        wide((T, IMR, 2023, 2.9)),
    ),
    "a row of units": (
        [["地区", "年份", "婴儿死亡率", "孕产妇死亡率"], ["单位", None, "1/10万", "‰"], ["太原市", 2023, 290, 0.095]],
        {}, wide((T, IMR, 2023, 2.9), (T, MMR, 2023, 9.5)),
    ),
    "a row of units in brackets": (
        [["地区", "婴儿死亡率", "孕产妇死亡率"], ["（计量单位）", "（1/10万）", "（1/10万）"], ["太原市", 290, 9.5]],
        {"name": "2023年"}, wide((T, IMR, 2023, 2.9), (T, MMR, 2023, 9.5)),
    ),
    "a row of units without a word": (
        [["地区", "婴儿死亡率", "孕产妇死亡率"], [None, "1/10万", "1/10万"], ["太原市", 290, 9.5]],
        {"name": "2023年"}, wide((T, IMR, 2023, 2.9), (T, MMR, 2023, 9.5)),
    ),
    "a unit at the end of the sheet's name": (
        [["地区", "年份", "婴儿死亡率", "新生儿死亡率"], ["太原市", 2023, 0.29, 0.12]], {"name": "主要指标（%）"},
        wide((T, IMR, 2023, 2.9), (T, "neonatal_mortality_rate", 2023, 1.2)),
    ),
    "each column's unit against that of the title": (
        [["单位：%"], TWO, ONE_ROW], {"name": "2023年"}, wide((T, IMR, 2023, 2.9), (T, MMR, 2023, 9.5)),
    ),
    "a column of the whole beside regions": (
        [["指标", "全省", "太原市", "大同市"], ["婴儿死亡率(‰)", 3.4, 2.9, 3.3]], {"name": "2023年"},
        wide((T, IMR, 2023, 2.9), (D, IMR, 2023, 3.3)),
    ),
    "a year against another": (
        [["指标", "2022年", "2023年", "2023年比2022年"], ["婴儿死亡率(‰)", 3.1, 2.9, -0.2]], {"name": "太原市"},
        wide((T, IMR, 2022, 3.1), (T, IMR, 2023, 2.9)),
    ),
    "a title that says the year is whole": ([["2023年1—12月主要指标"], TWO, ONE_ROW], {}, wide((T, IMR, 2023, 2.9), (T, MMR, 2023, 9.5))),  # noqa: E501
}  # fmt: skip

REFUSED = {
    "the first half of a year": ([["2023年上半年主要指标"], TWO, ONE_ROW], {}, "title-part-of-year"),
    "nine months": ([["2023年1—9月主要指标"], TWO, ONE_ROW], {}, "title-part-of-year"),
    "a sheet of half a year": ([TWO, ONE_ROW], {"name": "2023年上半年"}, "title-part-of-year"),
    "changes": ([["2023年比上年增减情况"], TWO, ONE_ROW], {}, "title-change"),
    "ranks": ([["2023年各市位次"], TWO, ["太原市", 2, 9]], {}, "title-rank"),
    "a forecast": ([["2025年预测"], TWO, ONE_ROW], {}, "never-title"),
    "a group, perhaps": ([["2023年农村妇女儿童监测表"], TWO, ONE_ROW], {}, "title-group"),
    "the day of the report is no year": ([["监测表"], ["填报日期：2024年3月5日"], TWO, ONE_ROW], {}, "no-year"),
    "nor is a day by itself": ([["监测表", "2024-03-05"], TWO, ONE_ROW], {}, "no-year"),
    "two digits of a year": ([HEAD, ["太原市", "婴儿死亡率", "合计", "21年", 2.9, "‰"]], {}, "year-unreadable"),
    "two digits of a year in the header": (
        [["地区", "指标", "21年"], ["太原市", "婴儿死亡率", 2.9]], {}, "column-unknown"),
    "a number in brackets": ([HEAD, ["太原市", "婴儿死亡率", "合计", 2023, "(2.9)", "‰"]], {}, "value-unreadable"),
    "an apostrophe": ([HEAD, ["太原市", "婴儿死亡率", "合计", 2023, "'2.9", "‰"]], {}, "value-unreadable"),
    "two tables side by side": ([[*TWO, None, *TWO], [*ONE_ROW, None, "大同市", 3.3, 10.8]],
                                {"name": "2023年"}, "column-twice"),
    "a title with two units": (
        [["主要指标（%）"], ["单位：‰"], ["地区", "婴儿死亡率"], ["太原市", 2.9]], {"name": "2023年"}, "title-units"),
    "a group beside a group": (
        [["地区", "年份", "农村婴儿死亡率", "其中：女"], ["太原市", 2023, 2.9, 3.3]], {}, "column-unknown"),
    "a group beside the regions": (
        [["地区", "其中：农村", "年份", "婴儿死亡率"], ["太原市", 3.3, 2023, 2.9]], {}, "column-unknown"),
    "a unit in the row of units that nobody knows": (
        [["地区", "婴儿死亡率"], ["单位", "人次"], ["太原市", 2.9]], {"name": "2023年"}, "region-unknown"),
    "a column of groups, hidden": (
        [HEAD, ["太原市", "婴儿死亡率", "农村", 2023, 2.9, "‰"]], {"hidden_columns": ["C"]}, "hidden-dimension"),
    "a column of units, hidden": (
        [HEAD, ["太原市", "婴儿死亡率", "合计", 2023, 290, "1/10万"]], {"hidden_columns": ["F"]}, "hidden-dimension"),
    "the first half of a year as its last day": (
        [HEAD, ["太原市", "婴儿死亡率", "合计", datetime(2023, 6, 30), 1.4, "‰"]], {}, "year-unreadable"),
    "a month": ([HEAD, ["太原市", "婴儿死亡率", "合计", "2023-06", 1.4, "‰"]], {}, "year-unreadable"),
    "a digit in a circle": ([HEAD, ["太原市", "婴儿死亡率", "合计", 2023, "③", "‰"]], {}, "value-unreadable"),
    "a number behind a digit in a circle": (
        [HEAD, ["太原市", "婴儿死亡率", "合计", 2023, "①2.9", "‰"]], {}, "value-unreadable"),
    "no year in bands": ([TWO, ["2023年"], ONE_ROW, ["2022年"], ONE_ROW], {}, "loose-rows"),
}  # fmt: skip


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_is_read(name: str, ending: str, tmp_path: Path):
    rows, marks, wanted = READ[name]
    figures = found(tmp_path, rows, ending, **marks)
    assert (amounts(figures), figures.faults) == (pytest.approx(wanted), ())


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_is_refused(name: str, ending: str, tmp_path: Path):
    rows, marks, rule = REFUSED[name]
    figures = found(tmp_path, rows, ending, **marks)
    assert figures.faults
    assert rule in {finding.rule for finding in figures.findings}


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_a_date_is_no_value(ending: str, tmp_path: Path):
    figures = found(tmp_path, [HEAD, ["太原市", "婴儿死亡率", "合计", 2023, datetime(2023, 2, 9), "‰"]], ending)
    assert "value-date" in {finding.rule for finding in figures.findings}
    assert figures.table.empty


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods", "csv"])
def test_a_count_in_ten_thousands(ending: str, tmp_path: Path):
    rows = [["地区", "指标", "年份", "数值", "分子", "分母(万人)"], ["太原市", "婴儿死亡率", 2023, 2.9, 145, 5.0]]
    table = found(tmp_path, rows, ending).table
    assert table[["numerator", "denominator"]].to_numpy().tolist() == [[145, 50_000]]


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize(
    ("title", "heading", "value", "wanted", "held", "rules"),
    [
        ("单位：‰", "婴儿死亡率(1/10万)", 290, 2.9, "unit-against-title", {"unit-against-title"}),
        ("单位：%", "婴儿死亡率(‰)", 2.9, 2.9, "", {"unit-beside-title"}),
        ("单位：%", "婴儿死亡率(1/10万)", 290, 2.9, "", {"unit-beside-title"}),
        ("单位：‰", "婴儿死亡率(‰)", 2.9, 2.9, "", set()), ("单位：‰", "婴儿死亡率", 2.9, 2.9, "", set()),
        ("单位：‰", "婴儿死亡率", "0.29%", 2.9, "unit-against-title", {"unit-against-title"}),
        ("单位：太原市妇联", "婴儿死亡率", 2.9, 2.9, "", {"title-unit-unread"}),
    ],
)  # fmt: skip
def test_a_title_with_another_unit_than_the_column(title, heading, value, wanted, held, rules, ending, tmp_path: Path):
    """The nearer one holds; both places are said, and the figure is held where the title's is the indicator's own."""
    rows = [[title], ["地区", "年份", heading], ["太原市", 2023, value]]
    figures = found(tmp_path, rows, ending)
    asked = {"unit-against-title", "unit-beside-title", "title-unit-unread", "title-units"}
    said = [finding for finding in figures.findings if finding.rule in asked]
    assert amounts(figures) == pytest.approx(wide((T, IMR, 2023, wanted)))
    assert ({finding.rule for finding in said}, figures.table["held"].tolist()) == (rules, [held])
    if rules and "unread" not in next(iter(rules)):
        assert [spot.cell for spot in said[0].spots] == ["A1", "C3"]


def test_what_a_group_takes_from_the_heading_on_its_left_is_said(tmp_path: Path):
    rows = [["地区", "年份", "婴儿死亡率(‰)", "其中：农村"], ["太原市", 2023, 2.9, 3.3]]
    said = [item for item in found(tmp_path, rows).findings if item.rule == "group-beside-heading"]
    assert [spot.cell for item in said for spot in item.spots] == ["D1"]


@pytest.mark.parametrize(
    ("title", "region", "said"),
    [("太原市婴儿死亡率", "平城区", 1), ("太原市婴儿死亡率", "大同市", 1), ("太原市婴儿死亡率", "小店区", 0),
     ("太原市婴儿死亡率", "太原市", 0), ("太原市婴儿死亡率", "山西省", 0), ("山西省婴儿死亡率", "大同市", 0)],
)  # fmt: skip
def test_a_region_outside_the_one_in_the_title_is_named(title, region, said, tmp_path: Path):
    figures = found(tmp_path, [[title], ["地区", "2023年"], [region, 2.9]])
    assert [finding.rule for finding in figures.findings].count("region-outside-title") == said
    assert figures.table["value"].tolist() == [2.9]
