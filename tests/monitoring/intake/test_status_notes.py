"""Notes and remarks about preliminary figures: carried to their years, or asked about; never passed over."""

from pathlib import Path

import pytest

from sxresearch.monitoring.intake.words.status_words import StatusStatement, preliminary_statement
from tests.monitoring.intake.office_tables import OfficeBook, OfficeSheet
from tests.monitoring.intake.test_figures import read

WIDE = [["地区", "指标", "2023年", "2024年"], ["太原市", "婴儿死亡率", 2.9, 2.8]]
LONG = [["地区", "指标", "年份", "数值", "备注"]]
FINAL, EARLY = "final", "preliminary"


def states(figures) -> dict[int, str]:
    return dict(zip(figures.table["year"], figures.table["status"], strict=True))


def rules(figures) -> set[str]:
    return {finding.rule for finding in figures.findings}


def found(rows: list[list], tmp_path: Path, ending: str = "xlsx", **more):
    return read(OfficeBook([OfficeSheet(rows, **more)]).write(tmp_path, ending))


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods", "csv"])
@pytest.mark.parametrize("above", [True, False])
def test_a_note_beside_the_table(above: bool, ending: str, tmp_path: Path):
    note = [["注：2024年为快报数。"]]
    figures = found([*note, *WIDE] if above else [*WIDE, *note], tmp_path, ending)
    assert states(figures) == {2023: FINAL, 2024: EARLY}
    (said,) = [finding for finding in figures.findings if finding.rule == "status-from-note"]
    assert said.count == 1
    assert not figures.faults


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("说明：2023、2024年数据为初步统计数", {2023: EARLY, 2024: EARLY}),
        ("备注：2023—2024年数据尚未定案", {2023: EARLY, 2024: EARLY}),
        ("注：2023年为终值，2024年为快报数", {2023: FINAL, 2024: EARLY}),
        ("note: 2024 figures are preliminary", {2023: FINAL, 2024: EARLY}),
        ("注：2025年为快报数", {2023: FINAL, 2024: FINAL}),  # of no figure in the table
        ("数据来源：妇幼卫生快报", {2023: FINAL, 2024: FINAL}),
    ],
)
def test_which_years_a_note_speaks_of(text: str, wanted: dict, tmp_path: Path):
    figures = found([*WIDE, [text]], tmp_path)
    assert (states(figures), figures.faults) == (wanted, ())


@pytest.mark.parametrize("text", ["注：本表为快报数", "注：*为快报数", "注：2023年以后为快报数", "注：2024年非快报数"])
def test_an_unclear_note_is_asked_about(text: str, tmp_path: Path):
    figures = found([*WIDE, [text]], tmp_path)
    assert "status-note-unclear" in rules(figures)
    assert len(figures.faults) == 1


def test_a_note_without_a_year_holds_where_there_is_only_one(tmp_path: Path):
    rows = [["2024年婴儿死亡率（快报数）"], ["地区", "婴儿死亡率"], ["太原市", 2.8], ["大同市", 3.1]]
    figures = found(rows, tmp_path)
    assert figures.table["status"].tolist() == [EARLY, EARLY]


def test_a_note_holds_for_every_table_of_its_sheet(tmp_path: Path):
    rows = [
        *WIDE[:1], ["太原市", "婴儿死亡率", 2.9, 2.8], *WIDE[:1], ["大同市", "婴儿死亡率", 3.9, 3.8],
        ["注：2024年为快报数"],
    ]  # fmt: skip
    figures = found(rows, tmp_path)
    assert set(zip(figures.table["year"], figures.table["status"], strict=True)) == {(2023, FINAL), (2024, EARLY)}
    assert len(figures.table) == 4


@pytest.mark.parametrize("remark", ["快报数", "2024年为快报数", "该数为初步数"])
def test_a_remark_holds_for_its_row(remark: str, tmp_path: Path):
    rows = [*LONG, ["太原市", "婴儿死亡率", 2023, 2.9, "无"], ["太原市", "婴儿死亡率", 2024, 2.8, remark]]
    figures = found(rows, tmp_path)
    assert states(figures) == {2023: FINAL, 2024: EARLY}


@pytest.mark.parametrize(
    "rows",
    [
        [[*WIDE[0], "备注"], [*WIDE[1], "快报数"]],  # of which of two years?
        [*LONG, ["太原市", "婴儿死亡率", 2023, 2.9, "2024年为快报数"]],  # of another year than the row's
        [[*LONG[0], "数据状态"], ["太原市", "婴儿死亡率", 2024, 2.8, "快报数", "终值"]],
    ],
)
def test_a_remark_that_fits_no_figure_is_asked_about(rows: list[list], tmp_path: Path):
    assert "status-note-unclear" in rules(found(rows, tmp_path))


def test_the_status_column_may_say_the_same(tmp_path: Path):
    figures = found([[*LONG[0], "数据状态"], ["太原市", "婴儿死亡率", 2024, 2.8, "快报数", "快报"]], tmp_path)
    assert (states(figures), figures.faults) == ({2024: EARLY}, ())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2022—2024年为快报数", StatusStatement((2022, 2023, 2024))),
        ("快报数", StatusStatement(())),
        ("以快报数为准", StatusStatement((), clear=False)),
        ("除2024年外均为快报数", StatusStatement((2024,), clear=False)),
        ("初步判断有所下降", None),
        ("2024年为年报数", None),
    ],
)
def test_statements(text: str, wanted: StatusStatement | None):
    assert preliminary_statement(text) == wanted
