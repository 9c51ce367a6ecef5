"""Names and words: the first is what the template writes, all of them are what the reader knows."""

import pytest

from sxresearch.monitoring.contract import CHINESE_COLUMNS, CHINESE_WORDS, COLUMNS
from sxresearch.monitoring.template.names import LISTED, cell_word, cell_words, column_name, column_names
from sxresearch.terms import Basis, Group, ObservationStatus, Unit

MEMBERS = {"group": Group, "unit": Unit, "status": ObservationStatus, "basis": Basis}


@pytest.mark.parametrize("column", LISTED)
def test_every_member_has_a_word_that_the_reader_takes_for_it(column):
    words = {item.member: item for item in cell_words(column)}
    assert words.keys() == set(MEMBERS[column])
    for member, item in words.items():
        assert {CHINESE_WORDS[column][word] for word in (item.first, *item.others)} == {member}


def test_every_column_has_a_name():
    assert {item.member for item in column_names()} == set(COLUMNS)
    assert all(CHINESE_COLUMNS[item.first] == item.member for item in column_names())


@pytest.mark.parametrize(
    ("column", "member", "word"),
    [
        ("group", "total", "合计"), ("group", "female", "女"), ("unit", "per_100k", "1/10万"), ("unit", "percent", "%"),
        ("unit", "ratio", "比值"), ("unit", "per_1000_children", "每千名儿童"), ("status", "final", "终值"),
        ("basis", "printed", "刊载"),
    ],
)  # fmt: skip
def test_the_words_of_the_form(column, member, word):
    assert cell_word(column, member) == word


def test_the_region_is_given_by_its_code():
    assert column_name("region") == "地区代码"
