"""Tables in words: names instead of ids, figures in their own precision, whole."""

import re

import numpy as np
import pandas as pd
import pytest

import sxresearch as sx
from sxresearch.errors import BadParameter
from sxresearch.language import say
from sxresearch.terms import Language
from sxresearch.workbench.word_tables import NAMED
from tests.workbench.conftest import CITIES


def cells(fragment) -> list[list[str]]:
    rows = re.findall(r"<tr>(.*?)</tr>", fragment.html, re.DOTALL)
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]


def test_every_named_column_has_its_words():
    for name in NAMED:
        for language in Language:
            assert say(f"brief-table-{name.replace('_', '-')}", language)


def test_names_stand_in_place_of_ids(ten_cities):
    frame = pd.DataFrame(
        {
            "region": [CITIES[0]], "indicator": ["first"], "group": ["urban"], "value": [12.0], "unit": ["per_100k"],
            "status": ["preliminary"], "basis": ["synthetic"], "own": ["text"],
        }
    )  # fmt: skip
    assert cells(sx.word_table(frame, ten_cities)) == [
        ["地区", "指标", "分组", "数值", "单位", "状态", "数据性质", "own"],
        [f"市{CITIES[0]}", "指标first", "城市", "12.00", "/10万", "初步数", "演示", "text"],
    ]


def test_verdicts_are_told_in_words(ten_cities):
    frame = pd.DataFrame(
        {"target": ["a.b.1.c"], "p_attain": [0.004], "status": ["very_unlikely"], "flag": ["urgent"],
         "warnings": ["stalled;volatile"], "evidence_grade": ["full"], "projected": [np.nan], "synthetic": [True]}
    )  # fmt: skip
    assert cells(sx.word_table(frame, ten_cities))[1] == [
        "指标first", "&lt;1%", "达标很困难", "紧急", "停滞（近五年平均）、波动较大（与同级地区比）", "充分", "–", "是",
    ]  # fmt: skip


def test_an_index_is_shown_and_a_mere_count_of_rows_is_not(ten_cities):
    frame = pd.DataFrame({"region": list(CITIES[:2]), "value": [1.0, 2.5]})
    assert len(cells(sx.word_table(frame, ten_cities))[0]) == 2
    assert cells(sx.word_table(frame.set_index("region")["value"], ten_cities))[1][0] == f"市{CITIES[0]}"


def test_no_row_is_left_out(ten_cities):
    frame = pd.DataFrame({"year": range(1000)})
    assert len(cells(sx.word_table(frame, ten_cities))) == 1001


def test_markup_in_a_cell_is_text(ten_cities):
    assert "<script>" not in sx.word_table(pd.DataFrame({"own": ["<script>"]}), ten_cities).html


def test_years_across_take_the_decimals_of_the_rows_indicator(ten_cities):
    frame = pd.DataFrame({"indicator": ["first"], 2020: [7.0], 2021: [np.nan]})
    assert cells(sx.word_table(frame, ten_cities)) == [["指标", "2020", "2021"], ["指标first", "7.00", "–"]]


def test_an_unknown_language_is_a_sentence(ten_cities):
    with pytest.raises(BadParameter, match="fr"):
        sx.word_table(pd.DataFrame({"a": [1]}), ten_cities, "fr")
