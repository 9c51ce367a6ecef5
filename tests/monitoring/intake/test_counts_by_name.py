"""Counts under their own names: beside the rate whose they are, or named as not used."""

from pathlib import Path

import pytest

from sxresearch.monitoring.intake.words.count_words import CountNames
from tests.monitoring.intake.office_tables import OfficeBook, OfficeSheet
from tests.monitoring.intake.test_figures import IMR, MMR, read, shipped

NEONATAL = "neonatal_mortality_rate"
RATE = "婴儿死亡率(‰)"


def found(tmp_path: Path, *rows: list, ending: str = "xlsx", **more):
    return read(OfficeBook([OfficeSheet(rows, **more)]).write(tmp_path, ending))


def counts(figures) -> dict:
    rows = figures.table[["indicator", "group", "year", "numerator", "denominator"]].itertuples(index=False)
    return {
        (name, group, int(year)): tuple(None if item != item else item for item in pair)
        for name, group, year, *pair in rows
    }


def rules(figures) -> list[str]:
    return [finding.rule for finding in figures.findings if finding.rule.startswith("count-")]


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods", "csv"])
def test_full_names_beside_several_rates(tmp_path: Path, ending: str):
    """活产数 is the denominator of all three, 婴儿死亡数 the numerator of one."""
    head = ["地区", "年份", "活产数（万人）", "婴儿死亡数", RATE, "新生儿死亡率(‰)", "孕产妇死亡率(1/10万)"]
    figures = found(tmp_path, head, ["太原市", 2023, 5, 145, 2.9, 1.9, 10], ending=ending)
    assert counts(figures) == {
        (IMR, "total", 2023): (145, 50_000), (NEONATAL, "total", 2023): (None, 50_000),
        (MMR, "total", 2023): (None, 50_000),
    }  # fmt: skip
    assert rules(figures) == ["count-attached", "count-attached"]


@pytest.mark.parametrize("names", [("活产数", "死亡数"), ("分母", "分子"), ("live births", "infant deaths")])
def test_short_names_beside_one_rate(tmp_path: Path, names: tuple[str, str]):
    figures = found(tmp_path, ["地区", "年份", *names, RATE], ["太原市", 2023, 50_000, 145, 2.9])
    assert counts(figures) == {(IMR, "total", 2023): (145, 50_000)}
    assert set(rules(figures)) == {"count-attached"}


def test_a_short_name_beside_several_rates_is_not_used(tmp_path: Path):
    figures = found(tmp_path, ["地区", "年份", "死亡数", RATE, "新生儿死亡率(‰)"], ["太原市", 2023, 145, 2.9, 1.9])
    assert set(counts(figures).values()) == {(None, None)}
    assert rules(figures) == ["count-unused"]
    assert not figures.faults


def test_equal_names_of_different_bodies_are_not_used(tmp_path: Path):
    head = ["地区", "年份", "女性成员数", "成员总数", "村委会成员中女性比例(%)", "社区居委会成员中女性比例(%)"]
    figures = found(tmp_path, head, ["太原市", 2023, 50, 145, 29, 40])
    assert set(counts(figures).values()) == {(None, None)}
    assert rules(figures) == ["count-unused", "count-unused"]


def test_below_the_name_of_the_rate(tmp_path: Path):
    upper = ["地区", "年份", "婴儿死亡率", None, None, "孕产妇死亡率", None, None]
    lower = [None, None, "活产数", "死亡数", "率(‰)", "活产数", "死亡数", "率(1/10万)"]
    row = ["太原市", 2023, 50_000, 145, 2.9, 50_000, 5, 10]
    figures = found(tmp_path, upper, lower, row, merged=["C1:E1", "F1:H1"])
    assert counts(figures) == {(IMR, "total", 2023): (145, 50_000), (MMR, "total", 2023): (5, 50_000)}


def test_each_year_has_its_own(tmp_path: Path):
    head = ["地区", "2023年活产数", "2023年婴儿死亡率(‰)", "2024年活产数", "2024年婴儿死亡率(‰)"]
    figures = found(tmp_path, head, ["太原市", 50_000, 2.9, 48_000, 2.8])
    assert counts(figures) == {(IMR, "total", 2023): (None, 50_000), (IMR, "total", 2024): (None, 48_000)}


def test_counts_of_another_group_are_not_taken(tmp_path: Path):
    figures = found(tmp_path, ["地区", "年份", "活产数", "婴儿死亡率(农村)"], ["太原市", 2023, 50_000, 2.9])
    assert counts(figures) == {(IMR, "rural", 2023): (None, None)}
    assert rules(figures) == ["count-unused"]


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods", "csv"])
def test_rows_of_counts(tmp_path: Path, ending: str):
    """A row 其中 below a count is one of that count, below a rate one of that rate."""
    rows = [
        ["地区", "指标", "单位", "2022年", "2023年"],
        ["太原市", "活产数", "人", 60_000, 50_000], ["太原市", "其中：城市", "人", 30_000, 20_000],
        ["太原市", "婴儿死亡数", "人", 180, 145],
        ["太原市", "婴儿死亡率", "‰", 3.0, 2.9], ["太原市", "其中：城市", "‰", 2.0, 1.9],
    ]  # fmt: skip
    figures = found(tmp_path, *rows, ending=ending)
    assert not figures.faults
    assert counts(figures) == {
        (IMR, "total", 2022): (180, 60_000), (IMR, "total", 2023): (145, 50_000),
        (IMR, "urban", 2022): (None, None), (IMR, "urban", 2023): (None, None),
    }  # fmt: skip
    assert sorted(rules(figures)) == ["count-attached", "count-attached", "count-rows-below"]


def test_rows_of_counts_without_their_rate_are_named(tmp_path: Path):
    rows = [["地区", "指标", "2023年"], ["太原市", "就诊人数", 530], ["太原市", "婴儿死亡率", 2.9]]
    figures = found(tmp_path, *rows)
    assert counts(figures) == {(IMR, "total", 2023): (None, None)}
    assert rules(figures) == ["count-unused"]


def test_counts_alone_are_no_figure(tmp_path: Path):
    figures = found(tmp_path, ["地区", "年份", "活产数", "婴儿死亡数"], ["太原市", 2023, 50_000, 145])
    assert figures.faults
    assert figures.table.empty


@pytest.mark.parametrize(
    ("name", "indicators", "wanted"),
    [
        ("活产数", [IMR, MMR], [(0, "denominator"), (1, "denominator")]),
        ("婴儿死亡数", [MMR, IMR], [(1, "numerator")]),
        ("死亡数", [IMR], [(0, "numerator")]),
        ("死亡数", [IMR, NEONATAL], []),
        ("livebirths", [IMR], [(0, "denominator")]),
        ("就诊人数", [IMR], []),
    ],
)
def test_owners(name: str, indicators: list[str], wanted: list):
    assert CountNames(shipped()).owners(name, indicators) == wanted


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("活产数", True), ("就诊人数", True), ("常住人口", True), ("人均寿命", False), ("每千人床位数", False),
        ("婴儿死亡率", False), ("参数", False),
    ],
)  # fmt: skip
def test_what_is_a_count(name: str, count: bool):
    assert CountNames(shipped()).is_count(name) is count
