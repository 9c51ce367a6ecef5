"""Delimited text into rows: numbers of rows and lines, stray quotes, delimiters."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxresearch.monitoring.intake.formats.text_tables import OpenQuote, sniffed, text_table

HEAD = "地区,指标,年份,数值,来源\n"


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b,c\n1,2,3\n", ","),
        ("a;b;c\n1,5;2,5;3\n1;2;3\n", ";"),
        ("a\tb\tc\n1,2\t3\t4\n", "\t"),
        ("标题\na,b,c\n1,2,3\n", ","),
        ('a,b\n"x;y;z",1\n"x;y;z",2\n', ","),
        ("a|b|c\n1|2|3\n", "|"),
        ("只有一列\n1\n", ","),
        ("a,b,c\n来源;一,2,3\n来源;二,2,3\n", ","),
        ("", ","),
    ],
)
def test_the_delimiter_is_the_one_that_cuts_evenly(text, delimiter):
    assert sniffed(text) == delimiter


def test_a_declared_delimiter_is_obeyed_and_its_line_is_counted():
    table = text_table("sep=;\na;b,c\n")
    assert table.rows[0] == ["a", "b,c"] and table.lines[0] == 2


@pytest.mark.parametrize("opening", ['"十四五”监测报告', '"监测报告', '""监测'])
@pytest.mark.parametrize("where", [range(18), [0], [17], [3, 9]])
def test_a_stray_opening_quote_swallows_no_row(opening, where):
    lines = [f"140100,贫血,{2006 + i},{i}.5,{opening if i in where else '报告'}" for i in range(18)]
    table = text_table(HEAD + "\n".join(lines) + "\n")
    assert [row[3] for row in table.rows[1:19]] == [f"{i}.5" for i in range(18)]
    assert all(len(row) == 5 for row in table.rows[:19])


def test_a_stray_quote_that_a_later_one_seems_to_close_is_refused_with_its_line():
    with pytest.raises(OpenQuote) as refused:
        text_table(HEAD + '140100,贫血,2015,1,"报告\n140100,贫血,2016,2,报告"\n140100,贫血,2017,3,报告\n')
    assert refused.value.line == 2


def test_a_quote_alone_in_its_cell_twice_is_refused_at_the_first():
    with pytest.raises(OpenQuote) as refused:
        text_table(HEAD + '1,贫血,2015,1,"\n1,贫血,2016,2,报告\n1,贫血,2017,3,"\n1,贫血,2018,3,报告\n')
    assert refused.value.line == 2


def test_a_quote_closed_in_another_column_some_rows_later_is_refused():
    with pytest.raises(OpenQuote) as refused:
        text_table(HEAD + '140100,"贫血,2015,1,报告\n140100,贫血,2016,2,报告"\n140100,贫血,2017,3,报告\n')
    assert refused.value.line == 2


def test_line_numbers_are_those_of_an_editor_with_line_breaks_inside_quotes():
    table = text_table('\n\na,b,c\r\n"一\n二",2,3\r\n4,5,6\r7,8,"9"\n')
    assert [(line, row) for line, row in zip(table.lines, table.rows, strict=True) if any(row)] == [
        (3, ["a", "b", "c"]),
        (4, ["一\n二", "2", "3"]),
        (6, ["4", "5", "6"]),
        (7, ["7", "8", "9"]),
    ]


FIELD = st.text(st.sampled_from('ab1,;"\n 中'), max_size=6)


@given(st.lists(st.lists(FIELD, min_size=3, max_size=3), min_size=1, max_size=6))
def test_what_the_standard_library_writes_is_read_back_or_refused(rows):
    stream = io.StringIO()
    csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([["x", "y", "z"]] * 60 + rows)
    try:
        table = text_table(stream.getvalue())
    except OpenQuote:
        assert any("\n" in field and "," in field for row in rows for field in row)
        return
    assert table.rows[60:-1] == rows


@given(st.text(st.sampled_from('a",;\t\r\n1'), max_size=60))
def test_no_letter_is_lost_and_no_line_skipped(text):
    try:
        table = text_table(text)
    except OpenQuote:
        return
    kept = "".join(field for row in table.rows for field in row)
    assert all(kept.count(letter) == text.count(letter) for letter in "a1")
    assert table.lines == sorted(set(table.lines))
