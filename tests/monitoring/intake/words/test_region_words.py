"""Regions as offices name them."""

import pytest

from sxresearch.assessment.inputs import load_register
from sxresearch.monitoring.intake.words.region_words import RegionNames, _short


@pytest.fixture(scope="module")
def names() -> RegionNames:
    return RegionNames(load_register())


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (140100, "140100"), (140100.0, "140100"), ("140100.0", "140100"), ("140100000000", "140100"),
        ("太原市", "140100"), ("太原", "140100"), ("山西省太原市", "140100"), ("山西太原", "140100"),
        ("阳泉市城区", "140302"), ("太谷县", "140703"),
    ],
)  # fmt: skip
def test_spellings(names, written, code):
    assert names.find(written).code == code


def test_a_name_that_several_bear_comes_with_all_of_them(names):
    found = names.find("城区")
    assert found.problem == "ambiguous"
    assert {"140302", "140502"} <= set(found.candidates)


def test_three_nearest_names(names):
    nearest = names.nearest("太源市").split("、")
    assert len(nearest) == 3
    assert nearest[0] == "太原市"


@pytest.mark.parametrize(("name", "short"), [("太原市", "太原"), ("祁县", ""), ("全国", "")])
def test_no_short_name_of_one_character(name, short):
    assert _short(name) == short
