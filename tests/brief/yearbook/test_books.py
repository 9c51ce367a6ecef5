"""The yearbook's two books are read back: they agree with one another and with the table of figures."""

from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from docx import Document
from docx.text.paragraph import Paragraph

from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.brief.yearbook.contents import Yearbook, yearbooks
from sxresearch.brief.yearbook.excel_book import write_excel_book
from sxresearch.brief.yearbook.word_book import write_word_book
from sxresearch.errors import BadParameter
from sxresearch.monitoring.contract import KEY
from sxresearch.monitoring.privacy.suppression import suppression
from sxresearch.terms import Language
from tests.batch.few_cases import few_cases, register
from tests.monitoring.privacy.attack import counts_told

YEAR, WOMEN, CHILDREN = 2023, "shanxi-women-2021-2025", "shanxi-children-2021-2025"


def table_with_marks() -> pd.DataFrame:
    """Few cases, with a preliminary and a revised figure and one that was derived."""
    table = few_cases()
    city = table["region"] == "140300"
    for year, column, value in (
        (2023, "status", "preliminary"),
        (2022, "status", "revised"),
        (2021, "basis", "derived"),
    ):
        table.loc[city & (table["year"] == year), column] = value
    return table


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    path = tmp_path_factory.mktemp("data") / "few.csv"
    table_with_marks().to_csv(path, index=False)
    return load_inputs(observations=path)


@pytest.fixture(scope="module")
def books(inputs: Inputs) -> dict[str, Yearbook]:
    return {book.plan.id: book for book in yearbooks(inputs, YEAR, Language.ZH)}


@pytest.fixture(scope="module")
def files(books: dict[str, Yearbook], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("books")
    for name, book in books.items():
        write_excel_book(book, folder / f"{name}.xlsx")
        write_word_book(book, folder / f"{name}.docx")
    return {path.name: path for path in folder.iterdir()}


def printed(cell: openpyxl.cell.Cell) -> str:
    """A cell as Excel shows it: decimals and the mark in quotes stand in its format."""
    if cell.value is None:
        return "…"
    if isinstance(cell.value, str):
        return cell.value
    pattern, _, sign = cell.number_format.partition('"')
    decimals = len(pattern.partition(".")[2])
    return f"{cell.value:.{decimals}f}{sign.rstrip(chr(34))}"


def excel_lines(path: Path) -> list[tuple[str, ...]]:
    """Indicator, region, group and the figures of each line of the fields' sheets."""
    lines = []
    for sheet in openpyxl.load_workbook(path).worksheets[1:-1]:
        head = next(row for row in sheet.iter_rows() if row[0].value == "指标")
        years = [place for place, cell in enumerate(head) if str(cell.value).isdigit()]
        for row in sheet.iter_rows(min_row=head[0].row + 1):
            lines.append((row[0].value, row[2].value, row[3].value, *(printed(row[place]) for place in years)))
    return lines


def word_lines(path: Path) -> list[tuple[str, ...]]:
    """The same of the Word book; the indicator is the heading above its table."""
    document, lines, name = Document(str(path)), [], ""
    tables = {table._tbl: table for table in document.tables[1:]}
    for block in document.element.body:
        style = block.find(".//{*}pStyle")
        if style is not None and style.get(next(iter(style.keys()))) == "Heading2":
            name = Paragraph(block, document).text.rpartition("（")[0]
        if block in tables:
            lines += [(name, *(cell.text for cell in row.cells)) for row in tables[block].rows[1:]]
    return lines


def test_there_is_a_book_for_each_plan_with_figures(books: dict[str, Yearbook]):
    assert set(books) == {WOMEN, CHILDREN}
    assert books[WOMEN].years == (2019, 2020, 2021, 2022, 2023)


@pytest.mark.parametrize("plan", [WOMEN, CHILDREN])
def test_word_and_excel_say_the_same(plan: str, files: dict[str, Path]):
    excel, word = excel_lines(files[f"{plan}.xlsx"]), word_lines(files[f"{plan}.docx"])
    assert len(excel) >= 6
    assert excel == word


def test_the_books_say_what_the_table_says(files: dict[str, Path], inputs: Inputs):
    lines = {line[:3]: line[3:] for line in excel_lines(files[f"{CHILDREN}.xlsx"])}
    rows = table_with_marks()
    hidden = suppression(rows, register()).figures
    checked = 0
    for row, gone in zip(rows.itertuples(), hidden, strict=True):
        key = (inputs.indicators[row.indicator].name.zh, inputs.regions[row.region].name, "合计")
        if key in lines and row.year >= 2019:
            shown = lines[key][row.year - 2019]
            assert shown == "不公布" if gone else float(shown.partition("〔")[0]) == pytest.approx(row.value, abs=6e-3)
            checked += 1
    assert checked == 3 * 6 * 5  # indicators of the children's plan, regions, years


def test_marks_stand_behind_the_figures(files: dict[str, Path]):
    city = next(line for line in excel_lines(files[f"{WOMEN}.xlsx"]) if line[1] == "阳泉市")
    assert [cell.partition("〔")[2] for cell in city[3:]] == ["演〕", "演〕", "推〕", "修〕〔演〕", "初〕〔演〕"]


def test_no_suppressed_count_can_be_subtracted(books: dict[str, Yearbook]):
    figures = [
        (line.region.code, table.indicator.id, line.group.value, year, item.value)
        for book in books.values()
        for field in book.fields
        for table in field.tables
        for line in table.lines
        for year, item in zip(book.years, line.figures, strict=True)
        if item is not None
    ]
    full = few_cases().set_index(list(KEY))
    shown = pd.DataFrame(figures, columns=[*KEY, "value"]).drop_duplicates(list(KEY)).set_index(list(KEY))
    shown = shown.assign(denominator=full["denominator"], numerator=float("nan")).reset_index()
    secret = full[suppression(few_cases(), register()).figures]
    told = counts_told(shown, register())
    assert told.index.intersection(secret.index).empty
    assert len(told) > 20


def test_the_same_book_gives_the_same_bytes_and_says_that_it_is_synthetic(
    books: dict[str, Yearbook], files: dict[str, Path], tmp_path: Path
):
    again = write_word_book(books[WOMEN], tmp_path / "again.docx")
    assert again.read_bytes() == files[f"{WOMEN}.docx"].read_bytes()
    again = write_excel_book(books[WOMEN], tmp_path / "again.xlsx")
    assert again.read_bytes() == files[f"{WOMEN}.xlsx"].read_bytes()
    assert "演示数据" in Document(str(files[f"{WOMEN}.docx"])).sections[0].header.paragraphs[0].text


def test_for_internal_use_everything_is_shown_and_marked(inputs: Inputs, tmp_path: Path):
    book = yearbooks(inputs, YEAR, Language.ZH, internal=True)[0]
    path = write_word_book(book, tmp_path / "internal.docx")
    assert "内部资料，不得公布" in Document(str(path)).sections[0].header.paragraphs[0].text
    assert not any("不公布" in line for line in word_lines(path))


def test_a_year_without_figures_is_refused(inputs: Inputs):
    with pytest.raises(BadParameter, match="2031"):
        yearbooks(inputs, 2031, Language.ZH)
