"""A record that errs on one side: said in words, and one corrected number of misses in page, Word and Excel."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from docx import Document
from openpyxl import load_workbook

import sxresearch as sx
from sxresearch.assessment.status import DECIDED
from sxresearch.assessment.track_record.one_sided import OneSidedTest
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.brief.content.pack import region_pack
from sxresearch.brief.content.panel_record import record_text
from sxresearch.brief.office.excel import write_excel
from sxresearch.brief.office.word import write_word
from sxresearch.brief.page import sections
from sxresearch.language.numbers import figure
from sxresearch.terms import Language
from tests.brief.conftest import REGION, make_assessment, make_inputs
from tests.brief.content.test_panel_record import make_record, page_text

CAUTIOUS = OneSidedTest(0.575, 0.75, 5.0, 4, 0.5)
OPTIMISTIC = OneSidedTest(0.575, 0.40, -5.0, 4, -0.5)


def judged(test: OneSidedTest) -> TrackRecord:
    return replace(make_record(years=9), one_sided=test)


def by_hand(content, shift: float) -> float:
    """Misses with the odds of every open target multiplied by the same factor."""
    p = np.array([row.p for row in content.counted if row.p is not None and row.status not in DECIDED])
    odds = p / (1 - p) * np.exp(shift)
    return content.counts.missed + (1 / (1 + odds)).sum()


@pytest.mark.parametrize(
    ("test", "lang", "words"),
    [
        (CAUTIOUS, "zh", "偏悲观"), (OPTIMISTIC, "zh", "偏乐观"),
        (CAUTIOUS, "en", "pessimistic"), (OPTIMISTIC, "en", "optimistic"),
    ],
)  # fmt: skip
def test_the_first_screen_and_the_method_say_it_and_give_both_numbers(test, lang, words):
    content = sx.brief_content(make_inputs(), make_assessment(), REGION, lang, judged(test))
    as_it_stands, corrected = figure(content.counts.expected_misses, 1), figure(by_hand(content, test.shift), 1)
    assert as_it_stands != corrected
    first, method = page_text(sections.headline, content), page_text(sections.method_notes, content)
    assert words in first and words in method
    assert as_it_stands in method and corrected in method
    whole = figure(by_hand(content, test.shift), 0)  # the first screen gives whole targets
    assert {"zh": f"约为 {whole} 项", "en": f"about {whole} targets"}[lang] in first


def test_word_and_excel_give_the_same_number(tmp_path: Path):
    pack = region_pack(make_inputs(), make_assessment(), REGION, "zh", judged(CAUTIOUS))
    corrected = figure(by_hand(pack.main, CAUTIOUS.shift), 1)
    word = "\n".join(item.text for item in Document(str(write_word(pack, tmp_path / "a.docx"))).paragraphs)
    sheet = load_workbook(write_excel(pack, tmp_path / "a.xlsx"))["说明与出处"]
    excel = "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    assert f"难以如期实现的约为 {figure(by_hand(pack.main, CAUTIOUS.shift), 0)} 项" in word
    for text in (word, excel):
        assert "回溯检验偏悲观" in text and f"约 {corrected} 项（各项概率的对数优势都加 0.50）" in text


@pytest.mark.parametrize(
    ("test", "says"),
    [
        (OneSidedTest(0.575, 0.60, 0.8, 4, 0.0), "没有明显偏向"),
        (OneSidedTest(0.575, 0.60, np.nan, 0, 0.0), "尚不能检验是否偏于乐观或悲观"),
    ],
)
def test_where_nothing_is_shown_nothing_is_corrected(test, says):
    content = sx.brief_content(make_inputs(), make_assessment(), REGION, "zh", judged(test))
    assert says in page_text(sections.method_notes, content)
    assert not any("修正" in sentence for sentence in (content.record.first_screen, *content.record.sentences))
    assert content.record.first_screen == record_text(judged(test), Language.ZH).first_screen


def test_a_withheld_record_corrects_nothing():
    record = replace(judged(CAUTIOUS), withhold=True)
    content = sx.brief_content(make_inputs(), make_assessment(), REGION, "zh", record)
    assert "不给出概率" in content.record.first_screen and "修正" not in "".join(content.record.sentences)
