"""Page, one-page version, Word and Excel of one region are read back: every figure is the same in all four."""

import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from docx import Document
from openpyxl import load_workbook

from sxresearch.brief.content.answer.four_answers import LISTED
from sxresearch.brief.content.pack import Pack, region_pack
from sxresearch.brief.office.excel import write_excel
from sxresearch.brief.office.word import write_word
from sxresearch.brief.page.brief_page import write_brief, write_one_page
from sxresearch.language.numbers import MISSING, figure
from tests.brief.conftest import REGION, make_assessment, make_inputs

Figures = dict[tuple[str, str], tuple[str, ...]]
"""Title and aim of a target to latest figure, probability, projected value, interval."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return region_pack(make_inputs(basis="synthetic"), make_assessment(synthetic=True), REGION)


@pytest.fixture(scope="module")
def files(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("four")
    return {
        "page": write_brief(pack.main, folder / "brief.html"),
        "one page": write_one_page(pack.main, folder / "one.html"),
        "word": write_word(pack, folder / "report.docx"),
        "excel": write_excel(pack, folder / "book.xlsx"),
    }


def test_all_four_give_the_answers_in_the_same_words(pack: Pack, files: dict[str, Path]):
    answers = pack.main.answers
    lines = [part for line in (*answers.hardest, *answers.open_targets) for part in (line.title, line.words)]
    said = [answers.lead, answers.rates, answers.where, *answers.sure, *lines, *answers.measures, answers.out_of_reach]
    assert len([text for text in said if text]) > 10
    for name, text in _texts(files).items():
        assert [sentence for sentence in said if sentence not in text] == [], name


def test_all_four_give_the_same_figures_of_every_warned_target(pack: Pack, files: dict[str, Path]):
    expected = {
        (row.title, row.aim): (row.latest, row.probability, *_shown_projection(row))
        for row in (alert.target for alert in pack.main.alerts)
    }
    assert len(expected) == 6 <= LISTED  # so that the one-page version lists them all
    assert _warned_on_page(files["page"]) == expected
    assert _listed_on_sheet(_page_table(files["one page"])) == expected
    assert _listed_on_sheet(_word_table(files["word"])) == expected
    assert _warned_in_book(files["excel"]) == expected


def test_page_word_and_excel_give_the_same_figures_of_all_targets(pack: Pack, files: dict[str, Path]):
    expected = {
        (row.title, row.aim): (row.latest_short, row.status_word, row.probability, row.projected, row.interval)
        for row in pack.main.rows
        if not row.is_checklist
    }
    assert _of_report(files["word"]) == expected
    assert _of_book(files["excel"], pack) == expected
    annex = _of_page(files["page"])  # a page says a reason in place of figures where there is no answer
    assert all(figures in (expected[key], expected[key][:2]) for key, figures in annex.items())
    assert len(annex) + len(pack.main.alerts) == len(expected)


def _shown_projection(row: Any) -> tuple[str, str]:
    """A projected value stands beside a probability only."""
    return (row.projected, row.interval) if row.p is not None else (MISSING, MISSING)


def _texts(files: dict[str, Path]) -> dict[str, str]:
    found = {name: _html(files[name]).get_text() for name in ("page", "one page")}
    found["word"] = "\n".join(paragraph.text for paragraph in Document(str(files["word"])).paragraphs)
    rows = load_workbook(files["excel"])["一页摘要"].iter_rows(values_only=True)
    found["excel"] = "\n".join(str(cell) for row in rows for cell in row)
    return found


def _html(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def _warned_on_page(path: Path) -> Figures:
    found: Figures = {}
    for row in _html(path).select("table.warnings tbody tr[id]"):
        aim = row.select_one(".aim")
        for extra in aim.find_all("i"):
            extra.decompose()
        cell = row.find_all("td")[2].get_text()
        projected = re.search(r"预计 (.+?)（80%预测区间 (.+?)）", cell)
        latest = re.search(r"最新 (.+?)(?: → | · |$)", cell)
        shown = projected.groups() if projected else (MISSING, MISSING)
        found[row.th.contents[0].strip(), aim.get_text().strip()] = (latest[1], row.b.get_text(), *shown)
    return found


def _page_table(path: Path) -> list[list[str]]:
    return [
        [cell.get_text() for cell in row.find_all(["th", "td"])] for row in _html(path).select("table.listed tbody tr")
    ]


def _word_table(path: Path) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in Document(str(path)).tables[0].rows[1:]]


def _listed_on_sheet(rows: list[list[str]]) -> Figures:
    return {
        (title, aim): (latest, chance.split(" ")[0], *_split(projected))
        for title, aim, latest, projected, chance, *_ in rows
    }


def _warned_in_book(path: Path) -> Figures:
    rows = _shown(path, "预警清单")
    return {
        (row["监测目标"], row["要求"]): (row["最新值"], row["达标概率"], row["预计值"], row["80%预测区间"])
        for row in rows
    }


def _split(shown: str) -> tuple[str, str]:
    """``84.0% (81.3—86.5)`` as value and interval."""
    if shown == MISSING:
        return MISSING, MISSING
    value, _, limits = shown.partition(" (")
    return value, limits.removesuffix(")")


def _of_page(path: Path) -> Figures:
    found: Figures = {}
    for row in BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select("table.targets tbody tr"):
        title = row.th.contents[0].strip()
        if row.select_one('a[href^="#warning-"]'):
            continue
        cells = [cell.get_text() for cell in row.find_all("td")]
        status = cells[3].split(" ", 1)[1]
        rest = () if len(cells) < 7 else (cells[4], *_split(cells[5]))
        found[title, cells[1]] = (cells[2], status, *rest)
    return found


def _of_report(path: Path) -> Figures:
    found: Figures = {}
    for table in Document(str(path)).tables:
        head = [cell.text for cell in table.rows[0].cells]
        if head[:3] == ["目标", "监测目标", "要求"]:
            for row in table.rows[1:]:
                _, title, aim, latest, status, chance, projected, _ = (cell.text for cell in row.cells)
                found[title, aim] = (latest, status.split(" ", 1)[1], chance, *_split(projected))
    return found


def _of_book(path: Path, pack: Pack) -> Figures:
    """What a spreadsheet shows: each number in its own format, with the unit's symbol."""
    found: Figures = {}
    formats = _shown(path, "评估结果")
    for row in formats:
        if row["要求"] == "定性目标，凭佐证材料评定":
            continue
        original = next(r for r in pack.main.rows if (r.title, r.aim) == (row["监测目标"], row["要求"]))
        latest = row["最新值"] or MISSING
        if " 对 " in original.latest_short:  # two series: the sheet holds the first, the row names both
            assert original.latest_short.startswith(latest)
            latest = original.latest_short
        limits = f"{_bare(row['80%区间下限'])}—{_bare(row['80%区间上限'])}" if row["80%区间下限"] else MISSING
        found[row["监测目标"], row["要求"]] = (
            latest, row["研判"].split(" ", 1)[1], row["达标概率"], row["预计值"] or MISSING, limits,
        )  # fmt: skip
    return found


def _shown(path: Path, sheet: str) -> list[dict[str, str]]:
    rows = list(load_workbook(path)[sheet].iter_rows())
    head = [cell.value for cell in rows[1]]
    return [dict(zip(head, map(_text, row), strict=True)) for row in rows[2:]]


def _text(cell: Any) -> str:
    if not isinstance(cell.value, int | float):
        return str(cell.value or "")
    pattern, _, symbol = cell.number_format.split(";")[0].partition('"')
    return figure(cell.value, len(pattern.partition(".")[2])) + symbol.removesuffix('"')


def _bare(shown: str) -> str:
    return "".join(character for character in shown.split("/")[0] if character in "0123456789.−")
