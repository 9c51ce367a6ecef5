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
