"""The workbook as an office opens it: sheets, locked and open cells, drop-downs, limits, print layout, equal bytes."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.template.entry_columns import ENTRY_COLUMNS, POSITION
from sxresearch.monitoring.template.entry_sheet import SPARE_ROWS
from sxresearch.monitoring.template.form import Form
from tests.monitoring.template.filling import write_template

HEADS = [
    "地区代码", "地区", "指标", "分组", "单位", "年份", "数值", "分子", "分母", "数据状态", "数据性质", "来源", "备注",
    "上年值（仅供参考）",
]  # fmt: skip
ROWS = 5  # of the small form
INCHES_ACROSS_A4 = 11.69
PIXELS_PER_INCH, DIGIT, PADDING = 96, 7, 5  # of a column in SimSun 10, as Excel reckons it


@pytest.fixture
def path(form: Form, indicators, regions, tmp_path: Path) -> Path:
    return write_template(form, Register(indicators, regions), tmp_path / "form.xlsx")


@pytest.fixture
def book(path: Path) -> Workbook:
    return load_workbook(path)


def checks(book: Workbook, key: str) -> dict[str, object]:
    """The checks on one column of the entry sheet: range of cells to check."""
    letter = get_column_letter(POSITION[key] + 1)
    every = book["填报表"].data_validations.dataValidation
    return {str(rule.sqref): rule for rule in every if str(rule.sqref).startswith(letter)}


def test_four_sheets_of_which_the_form_is_open(book):
    assert book.sheetnames == ["填表说明", "填报表", "指标解释", "名称表"]
    assert book.active.title == "填报表"
    assert all(sheet.sheet_state == "visible" for sheet in book)


def test_the_form_is_one_plain_long_table(book):
    head, *rows = book["填报表"].iter_rows(values_only=True)
    assert list(head) == HEADS
    assert rows[0] == (
        "140100", "太原市", "死亡率", "合计", "1/10万", 2023, *[None] * 7, "13.2 (2022)"
    )  # fmt: skip
    assert rows[3][2:6] == ("入学率", "合计", "%", 2023)
    assert rows[3][-1] == "88.0 (2020演示)"
    assert not book["填报表"].merged_cells.ranges
    assert all(row == (None,) * len(HEADS) for row in rows[ROWS:])
    assert len(rows) == ROWS + SPARE_ROWS


def test_no_cell_but_the_year_is_a_number(book):
    numbers = {
        cell.column_letter
        for row in book["填报表"].iter_rows(min_row=2)
        for cell in row
        if cell.data_type == "n" and cell.value
    }
    assert numbers == {"F"}


def test_what_is_filled_in_is_locked_and_the_rest_is_open(book):
    sheet = book["填报表"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    open_cells = {HEADS[cell.column - 1] for cell in sheet[2] if not cell.protection.locked}
    assert open_cells == {"年份", "数值", "数据状态", "数据性质", "来源", "备注"}  # the small register has no counts
    assert {HEADS[cell.column - 1] for cell in sheet[ROWS + 2] if not cell.protection.locked} == set(HEADS[:-1])


def test_numbers_may_be_typed_as_per_cent(book):
    """A cell with a number format of its own would turn a typed 95.2% into a silent 0.952."""
    assert {cell.number_format for row in book["填报表"].iter_rows(min_row=2) for cell in row} == {"General"}


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("status", ["终值", "初步", "修订"]), ("basis", ["刊载", "推算", "转引"]),
        ("group", ["合计", "城市", "农村", "女", "男"]), ("indicator", ["死亡率", "入学率", "好天比例"]),
        ("region", ["140100", "140105"]),
    ],
)  # fmt: skip
def test_drop_downs_offer_the_names_of_the_list(book, key, names):
    (rule,) = checks(book, key).values()
    sheet, cells = re.fullmatch(r"'(.+)'!(\S+)", rule.formula1).groups()
    assert rule.type == "list"
    assert [row[0].value for row in book[sheet][cells.replace("$", "")]] == names
    first = 2 if key in ("status", "basis") else ROWS + 2
    assert str(rule.sqref).split(":")[0].endswith(str(first))
    assert str(rule.sqref).endswith(str(ROWS + SPARE_ROWS + 1))


def test_values_are_kept_within_what_the_indicator_can_be(book):
    rules = checks(book, "value")
    assert [(rule.type, rule.operator, float(rule.formula1), rule.formula2) for rule in rules.values()] == [
        ("decimal", "greaterThanOrEqual", 0, None),
        ("decimal", None, 0, "100.0"),  # between
        ("decimal", None, 0, "100.0"),
    ]
    assert list(rules) == ["G2:G4", "G5", "G6"]
    share = rules["G5"]
    assert share.promptTitle == "入学率"
    assert share.prompt == "单位：%；取值 0—100。入学者占比。"
    assert share.error == "这里应填数字，不带单位。单位是 %，取值 0—100。"
    assert share.errorStyle in (None, "stop")


def test_the_year_is_one_that_the_form_asks_for_or_earlier(book):
    (rule,) = checks(book, "year").values()
    assert (rule.type, rule.formula1, rule.formula2) == ("whole", "1949", "2023")


def test_messages_beside_a_cell_fit_into_excel(book):
    rules = book["填报表"].data_validations.dataValidation
    assert all(len(text or "") <= 255 for rule in rules for text in (rule.prompt, rule.error))
    assert all(len(text or "") <= 32 for rule in rules for text in (rule.promptTitle, rule.errorTitle))


def test_every_sheet_prints_on_a4_across_at_nine_points_or_more(book):
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        smallest = min(cell.font.sz for row in sheet.iter_rows() for cell in row)
        assert smallest * sheet.page_setup.scale / 100 >= 9
        assert not sheet.sheet_properties.pageSetUpPr or not sheet.sheet_properties.pageSetUpPr.fitToPage
        widths = [item.width for item in sheet.column_dimensions.values() for _ in range(item.min, item.max + 1)]
        across = sum(width * DIGIT for width in widths) / PIXELS_PER_INCH * sheet.page_setup.scale / 100
        assert across <= INCHES_ACROSS_A4 - sheet.page_margins.left - sheet.page_margins.right


def test_head_and_names_stay_in_sight(book):
    assert book["填报表"].freeze_panes == "E2"
    assert book["填报表"].print_title_rows == "$1:$1"
    assert book["填报表"].auto_filter.ref == f"A1:N{ROWS + SPARE_ROWS + 1}"


def test_instructions_are_chinese_first_and_name_what_is_asked(book):
    text = [row[0] for row in book["填表说明"].iter_rows(values_only=True)]
    assert text[0] == "太原市（140100）妇女儿童发展规划监测指标填报表"
    assert text[1].startswith("填报年份：2023。")
    assert any("演示数据" in line for line in text[2:4])
    assert text.index("填表说明") < text.index("Instructions")
    assert sum(line.startswith("12. ") for line in text) == 2


def test_indicators_are_explained(book):
    head, first, *_ = book["指标解释"].iter_rows(values_only=True)
    assert head[:5] == ("指标名称", "其他名称", "计量单位", "统计分组", "指标定义")
    assert first[:5] == ("死亡率", "死亡比", "1/10万", "合计、城市、农村", "每10万活产的死亡数。")


def test_the_same_form_gives_the_same_bytes(path, form, indicators, regions, tmp_path):
    again = write_template(form, Register(indicators, regions), tmp_path / "again.xlsx")
    assert again.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("name", ["=1+1", '=HYPERLINK("x")', "+太原", "@cmd", "<b>太原</b>"])
def test_a_name_can_be_no_formula(form, indicators, regions, tmp_path, name):
    hostile = replace(form, region=replace(form.region, name=name))
    book = load_workbook(write_template(hostile, Register(indicators, regions), tmp_path / "x.xlsx"))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert book["填报表"]["B2"].value.removeprefix("'") == name


def test_widths_are_those_of_the_columns(book):
    assert [book["填报表"].column_dimensions[get_column_letter(place)].width for place in (3, 12)] == [
        pytest.approx(ENTRY_COLUMNS[2].width + 0.71, abs=0.1), pytest.approx(ENTRY_COLUMNS[11].width + 0.71, abs=0.1)
    ]  # fmt: skip
