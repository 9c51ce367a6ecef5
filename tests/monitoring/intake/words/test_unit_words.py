"""Units in one another, by their definitions."""

import pytest

from sxresearch.monitoring.intake.words.unit_words import (
    Conversion,
    labelled_without_unit,
    scaled,
    share_unit_at_end,
    unit_at_end,
    unit_of,
)
from sxresearch.terms import Unit


@pytest.mark.parametrize(
    ("stated", "wanted", "factor"),
    [
        (Unit.PERCENT, Unit.PER_MILLE, 10.0),
        (Unit.PER_MILLE, Unit.PER_10K, 10.0),
        (Unit.PER_10K, Unit.PER_100K, 10.0),
        (Unit.PER_100K, Unit.PERCENT, 0.001),
        (Unit.TEN_THOUSAND_PERSONS, Unit.PERSONS, 10_000.0),
        (Unit.HUNDRED_MILLION_PERSONS, Unit.TEN_THOUSAND_PERSONS, 10_000.0),
        (Unit.YEARS, Unit.YEARS, 1.0),
        (Unit.PERCENT, Unit.PERSONS, None),
        (Unit.YEARS, Unit.YEARS_OF_AGE, None),
    ],
)
def test_what_a_number_is_multiplied_by(stated, wanted, factor):
    assert Conversion(stated, wanted).factor == (None if factor is None else pytest.approx(factor))


@pytest.mark.parametrize(("number", "factor", "shown"), [(0.148, 100, 14.8), (0.287, 1000, 287.0), (1.1, 1.1, 1.21)])
def test_arithmetic_adds_no_digits(number, factor, shown):
    assert scaled(number, factor) == shown


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("％", Unit.PERCENT),
        ("单位：‰", Unit.PER_MILLE),
        ("1/10万", Unit.PER_100K),
        ("／10万", Unit.PER_100K),
        ("斤", None),
    ],
)
def test_units_as_they_are_written(written, unit):
    assert unit_of(written) is unit


def test_a_bare_unit_behind_a_name():
    assert unit_at_end("婴儿死亡率‰") == ("婴儿死亡率", Unit.PER_MILLE)
    assert unit_at_end("常住人口") == ("常住人口", None)  # 人口 is no unit, nor is 人 before it


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("主要指标(‰)", Unit.PER_MILLE), ("主要指标‰", Unit.PER_MILLE), ("‰", None),
        ("主要指标(1/10万)", Unit.PER_100K),
        ("主要指标(年)", None), ("主要指标(人)", None), ("主要指标(2023年)", None), ("覆盖率达到95%", None),
        ("主要指标(%,‰)", None), ("主要指标", None),
    ],
)  # fmt: skip
def test_a_share_s_unit_at_the_end_of_a_title(title, unit):
    assert share_unit_at_end(title) is unit


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("单位:‰", False), ("(单位:%)", False), ("单位:太原市妇联", True), ("计量单位:%、‰", True),
        ("填报单位:某局", False),
        ("单位:", False), ("单位", False), ("主要指标", False),
    ],
)  # fmt: skip
def test_a_label_for_a_unit_with_something_else_behind_it(text, unread):
    assert labelled_without_unit(text) is unread
