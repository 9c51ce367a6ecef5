"""Numbers whose format writes a unit or a word beside them: what is seen is read, or refused."""

from pathlib import Path

import openpyxl
import pytest
import xlwt

from tests.monitoring.intake.office_files import ods_table, write_ods
from tests.monitoring.intake.test_figures import ANAEMIA, HEAD, IMR, amounts, read

T = "140100"


def rows(unit: str) -> list[list]:
    return [
        HEAD,
        ["太原市", "婴儿死亡率", "合计", 2023, 2.9, unit],
        ["太原市", "5岁以下儿童贫血患病率", "合计", 2023, 12.1, unit],
    ]


def write(folder: Path, ending: str, unit: str, code: str) -> Path:
    path = folder / f"表.{ending}"
    if ending == "xlsx":
        book = openpyxl.Workbook()
        for row in rows(unit):
            book.active.append(row)
        book.active["E2"].number_format = book.active["E3"].number_format = code
        book.save(path)
        return path
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("数据")
    for r, row in enumerate(rows(unit)):
        for c, value in enumerate(row):
            sheet.write(r, c, value, xlwt.easyxf(num_format_str=code if c == 4 and r else "General"))
    book.save(str(path))
    return path


def write_seen(folder: Path, unit: str, seen: tuple[str, str]) -> Path:
    """The same in .ods, where each cell carries the text that it shows."""
    table = ods_table(*rows(unit))
    for stored, text in zip(("2.9", "12.1"), seen, strict=True):
        table = table.replace(f"<text:p>{stored}</text:p>", f"<text:p>{text}</text:p>")
    return write_ods(folder / "表.ods", table)


@pytest.mark.parametrize("ending", ["xlsx", "xls"])
def test_a_unit_in_the_format_is_one_that_was_written(ending, tmp_path: Path):
    figures = read(write(tmp_path, ending, "", '0.0"‰"'))
    assert amounts(figures) == pytest.approx({(T, IMR, "total", 2023): 2.9, (T, ANAEMIA, "total", 2023): 1.21})
    assert "unit-converted" in {finding.rule for finding in figures.findings}


@pytest.mark.parametrize("ending", ["xlsx", "xls"])
def test_a_unit_in_the_format_that_contradicts_the_written_one(ending, tmp_path: Path):
    figures = read(write(tmp_path, ending, "%", '0.0"‰"'))
    assert figures.faults
    assert "units-disagree" in {finding.rule for finding in figures.findings}


@pytest.mark.parametrize("ending", ["xlsx", "xls"])
@pytest.mark.parametrize(
    ("code", "rule"), [('"约"0.0', "value-unreadable"), (";;;", "format-scaled"), ('0.0"0"', "format-scaled")]
)
def test_what_is_seen_is_not_what_is_stored(ending, code, rule, tmp_path: Path):
    figures = read(write(tmp_path, ending, "", code))
    assert rule in {finding.rule for finding in figures.findings}
    assert amounts(figures) == {}


def test_in_an_open_document_too(tmp_path: Path):
    figures = read(write_seen(tmp_path, "", ("2.9‰", "12.1‰")))
    assert amounts(figures) == pytest.approx({(T, IMR, "total", 2023): 2.9, (T, ANAEMIA, "total", 2023): 1.21})


@pytest.mark.parametrize(
    ("seen", "rules"),
    [
        (("2.9%", "12.1"), {"units-disagree"}), (("0.003千", "12.1"), {"format-scaled"}),
        (("29", "12.1"), {"format-scaled"}), (("约2.9", "12.1"), {"value-unreadable"}),
        (("3", "12"), set()), (("2,9", "12,1"), set()), (("###", "12.10"), set()), (("2 9/10", "12 1/10"), set()),
    ],
)  # fmt: skip
def test_what_an_open_document_shows_is_compared(seen, rules, tmp_path: Path):
    figures = read(write_seen(tmp_path, "", seen) if rules != {"units-disagree"} else write_seen(tmp_path, "‰", seen))
    stopping = {"units-disagree", "format-scaled", "value-unreadable"}
    assert {finding.rule for finding in figures.findings} & stopping == rules


SEEN = {'_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ': "-  ", '0.0;-0.0;"缺"': "缺", "0.0;-0.0;": "", "#": ""}


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize("code", SEEN)
def test_a_zero_that_is_shown_as_a_dash_or_a_word_is_held(ending, code, tmp_path: Path):
    figures = read(write_zero(tmp_path, ending, code, SEEN[code]))
    table = figures.table.set_index("year")
    assert table["held"].to_dict() == {2022: "", 2023: "zero-unseen"}
    assert table["value"].to_dict() == {2022: 2.9, 2023: 0.0}
    assert [spot.cell for item in figures.findings if item.rule == "zero-unseen" for spot in item.spots] == ["E3"]


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_a_zero_that_is_shown_is_a_figure(ending, tmp_path: Path):
    figures = read(write_zero(tmp_path, ending, "#,##0.0", "0.0"))
    assert figures.table["held"].tolist() == ["", ""]


def test_a_count_that_is_shown_as_a_dash_holds_its_rate(tmp_path: Path):
    book = openpyxl.Workbook()
    for row in [[*HEAD, "分子", "分母"], ["太原市", "婴儿死亡率", "合计", 2023, None, "‰", 0, 5000]]:
        book.active.append(row)
    book.active["G2"].number_format = '0;-0;"-"'
    book.save(tmp_path / "表.xlsx")
    assert read(tmp_path / "表.xlsx").table["held"].tolist() == ["zero-unseen"]


def write_zero(folder: Path, ending: str, code: str, seen: str) -> Path:
    """Two years, of which the second is 0 and formatted; .ods carries what is seen."""
    table = [HEAD, *(["太原市", "婴儿死亡率", "合计", year, value, "‰"] for year, value in ((2022, 2.9), (2023, 0.0)))]
    path = folder / f"零.{ending}"
    if ending == "ods":
        return write_ods(path, ods_table(*table).replace("<text:p>0.0</text:p>", f"<text:p>{seen}</text:p>"))
    if ending == "xlsx":
        book = openpyxl.Workbook()
        for row in table:
            book.active.append(row)
        book.active["E3"].number_format = code
        book.save(path)
        return path
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("数据")
    for r, row in enumerate(table):
        for c, value in enumerate(row):
            sheet.write(r, c, value, xlwt.easyxf(num_format_str=code if (r, c) == (2, 4) else "General"))
    book.save(str(path))
    return path


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize(("stored", "code", "value"), [(2.9, "0.0", 2.9), (0.0029, "0.00%", 2.9)])
def test_a_figure_that_is_struck_out_is_held(ending, stored, code, value, tmp_path: Path):
    figures = read(write_struck(tmp_path, ending, stored, code))
    assert figures.table["held"].tolist() == ["", "struck-out"]
    assert figures.table["value"].tolist() == pytest.approx([3.1, value])
    assert [spot.cell for item in figures.findings if item.rule == "struck-out" for spot in item.spots] == ["E3"]


def write_struck(folder: Path, ending: str, stored: float, code: str) -> Path:
    unit = "" if "%" in code else "‰"
    table = [
        HEAD,
        ["太原市", "婴儿死亡率", "合计", 2022, 3.1, "‰"],
        ["太原市", "婴儿死亡率", "合计", 2023, stored, unit],
    ]
    path = folder / f"线.{ending}"
    if ending == "ods":
        style = (
            '<style:style style:name="plain" style:family="table-cell"><style:text-properties '
            'style:text-line-through-style="none"/></style:style><style:style style:name="gone" '
            'style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        )
        kind = "percentage" if "%" in code else "float"
        old = f'office:value-type="float" office:value="{stored}"'
        new = f'table:style-name="gone" office:value-type="{kind}" office:value="{stored}"'
        tables = (
            ods_table(*table)
            .replace(old, new)
            .replace('office:value="3.1"', 'office:value="3.1" table:style-name="plain"')
        )
        return write_ods(path, tables, style)
    if ending == "xlsx":
        book = openpyxl.Workbook()
        for row in table:
            book.active.append(row)
        book.active["E3"].number_format = code
        book.active["E3"].font = openpyxl.styles.Font(strike=True)
        book.active["E2"].font = openpyxl.styles.Font(strike=False)
        book.save(path)
        return path
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("数据")
    struck, plain = xlwt.easyxf("font: struck_out on", num_format_str=code), xlwt.easyxf()
    for r, row in enumerate(table):
        for c, cell in enumerate(row):
            sheet.write(r, c, cell, struck if (r, c) == (2, 4) else plain)
    book.save(str(path))
    return path


def test_comments_at_figures_are_listed(tmp_path: Path):
    book = openpyxl.Workbook()
    for row in rows("‰")[:2]:
        book.active.append(row)
    book.active["E2"].comment = openpyxl.comments.Comment("待核实，\n勿用", "某人")
    book.active["J9"].comment = openpyxl.comments.Comment("空格处", "某人")
    book.save(tmp_path / "注.xlsx")
    figures = read(tmp_path / "注.xlsx")
    said = [spot for item in figures.findings if item.rule == "cell-comments" for spot in item.spots]
    assert [(spot.cell, spot.detail) for spot in said] == [("E2", "待核实， 勿用")]
    assert amounts(figures) == {(T, IMR, "total", 2023): 2.9}
