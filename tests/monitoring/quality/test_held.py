"""What is held, said and confirmed."""

from dataclasses import replace
from datetime import date

import pytest

from sxresearch.monitoring.accepted import Acceptance, Accepted
from sxresearch.monitoring.findings import Severity
from sxresearch.monitoring.quality.held import _number, held_figures
from sxresearch.terms import Language

TODAY = date(2026, 11, 25)
KEY = ("share", "total", "140103")


@pytest.fixture
def wrong(rising, table):
    figures = rising()
    return table({**figures, KEY: {**figures[KEY], 2023: 7.5}})


def test_the_figure_carries_the_rule_and_no_other_does(wrong, register):
    table, findings = held_figures(wrong, register, TODAY)
    assert table.loc[table["held"] != "", ["region", "year", "held"]].to_numpy().tolist() == [["140103", 2023, "slip"]]
    (finding,) = findings
    assert (finding.rule, finding.severity, finding.count) == ("quality-slip", Severity.HOLD, 1)
    assert finding.spots[0].key is not None
    assert finding.spots[0].key.year == 2023
    assert "十分之一" in finding.sentence(Language.ZH)
    assert "丙140103" in finding.line(Language.ZH)
    assert "75" in finding.line(Language.EN)


def accepted(register, value: float):
    given = Acceptance(value, "核对了原始表", "2024-05-31", "统计局", 2)
    return replace(register, accepted=Accepted({("140103", "share", "total", 2023): given}, "accepted.csv"))


def test_a_confirmation_of_the_same_value_clears_it_and_is_told(wrong, register):
    table, findings = held_figures(wrong, accepted(register, 7.5), TODAY)
    assert (table["held"] == "").all()
    assert [(item.rule, item.severity) for item in findings] == [("quality-accepted", Severity.NOTE)]
    assert "统计局" in findings[0].sentence(Language.ZH)


def test_a_confirmation_of_another_value_does_not(wrong, register):
    table, findings = held_figures(wrong, accepted(register, 75.0), TODAY)
    assert (table["held"] != "").sum() == 1
    assert {item.rule for item in findings} == {"quality-slip", "quality-accepted-other"}


def test_equal_causes_are_one_finding(rising, table, register):
    figures = {("enrolment", "total", code): {2020: 160.0} for _, _, code in rising()}
    _, findings = held_figures(table(figures), register, TODAY)
    assert [(item.rule, item.count) for item in findings] == [("quality-implausible", 7)]


def test_the_input_is_left_as_it_was(wrong, register):
    before = wrong.copy()
    held_figures(wrong, register, TODAY)
    assert wrong.equals(before)


@pytest.mark.parametrize(("value", "said"), [(132.71354, "132.714"), (0.00012345678, "0.000123457"), (5200.0, "5200")])
def test_figures_are_said_with_six_digits(value, said):
    assert _number(value) == said
