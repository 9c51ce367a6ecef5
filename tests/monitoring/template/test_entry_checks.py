"""Checks while typing: limits and messages of an indicator, formulas that colour what is missing or contradicts."""

import pytest

from sxresearch.monitoring.template.entry_checks import contradiction, count_checks, lacking, value_check
from sxresearch.monitoring.template.entry_columns import column_letter
from sxresearch.plan.indicators import Indicator

WORDS = {"name": {"zh": "甲率", "en": "A"}, "definition": {"zh": "乙。", "en": "B."}}
COUNTED = {"numerator": {"zh": "死亡人数", "en": "deaths"}, "denominator": {"zh": "活产数", "en": "births"}}
UNIT = {"unit": "per_100k", "decimals": 2, "better": "lower", "measure": "rate"}


def indicator(**more) -> Indicator:
    return Indicator.model_validate({"id": "a_rate", **WORDS, **UNIT, **more})


@pytest.mark.parametrize(
    ("bounds", "limits", "span"),
    [
        ({"lower": 0, "upper": 100}, {"criteria": "between", "minimum": 0, "maximum": 100}, "取值 0—100"),
        ({"lower": 0.5}, {"criteria": ">=", "value": 0.5}, "取值不小于 0.5"),
        ({"upper": 90}, {"criteria": "<=", "value": 90}, "取值不大于 90"),
        ({}, {"criteria": "<=", "value": 1e12}, "取值不限"),
    ],
)
def test_limits_follow_the_register(bounds, limits, span):
    check = value_check(indicator(**bounds))
    assert check["validate"] == "decimal"
    assert limits.items() <= check.items()
    assert span in check["error_message"]


def test_a_long_definition_is_cut_to_what_excel_shows():
    long = indicator(definition={"zh": "长" * 400, "en": "B"}, name={"zh": "名" * 40, "en": "A"})
    assert len(value_check(long)["input_message"]) == 255
    assert len(value_check(long)["input_title"]) == 32


def test_counts_say_what_they_count():
    checks = count_checks(indicator(**COUNTED))
    assert checks["numerator"]["input_message"] == "死亡人数。填实际数，不用“万”作单位。"
    assert checks["denominator"]["input_title"] == "分母"
    assert count_checks(indicator()) == {}


def test_a_row_lacks_something_only_where_it_has_a_figure():
    assert lacking("status") == '=AND(OR($G2<>"",$H2<>""),$J2="")'


def test_the_slack_of_a_contradiction_is_half_the_last_decimal():
    formula = contradiction(7, 1e5, 2)
    assert "$H7" in formula
    assert "*100000)" in formula
    assert formula.endswith(">0.005000001)")


def test_letters_of_columns():
    assert [column_letter(key) for key in ("region", "value", "known")] == ["A", "G", "N"]
