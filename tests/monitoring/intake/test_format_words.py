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
