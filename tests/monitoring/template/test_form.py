"""What a region is asked for: its plans' indicators, every group, the years wanted, and what is known so far."""

import pandas as pd
import pytest

from sxresearch.errors import BadParameter
from sxresearch.monitoring.template.form import KnownFigure, form_of, used_indicators

ROWS = [
    ("mortality", "total"),
    ("mortality", "urban"),
    ("mortality", "rural"),
    ("enrolment", "total"),
    ("clean_air", "total"),
]


@pytest.fixture
def ask(plan, indicators, regions, figures):
    def form(code="140100", years=(), table=figures):
        return form_of(code, years, [plan], indicators, regions, table)

    return form


def test_every_group_of_every_indicator_that_a_target_uses_in_the_plan_s_order(form):
    assert [(entry.indicator.id, entry.group) for entry in form.entries] == ROWS
    assert [item.id for item in form.indicators] == ["mortality", "enrolment", "clean_air"]


def test_an_indicator_compared_with_is_asked_for_too(load, plan_text, indicators):
    other = plan_text.replace(
        "            indicator: enrolment\n            rule: at_least\n            value: 80\n",
        "            indicator: enrolment\n            rule: not_below\n            second_indicator: clean_air\n",
    )
    assert other != plan_text
    assert [item.id for item in used_indicators([load(other)], indicators)] == ["mortality", "enrolment", "clean_air"]


def test_the_year_after_the_latest_figure_is_asked_for_and_an_empty_cell_is_no_figure(form):
    assert form.years == (2023,)
    assert {entry.year for entry in form.entries} == {2023}


@pytest.mark.parametrize(
    ("code", "year"), [("140105", 2023), ("140000", 2025)], ids=["a county goes by its city", "the province by itself"]
)
def test_a_region_without_figures_goes_by_the_one_above(ask, code, year):
    assert ask(code).years == (year,)


def test_years_that_are_given_are_taken_once_and_in_order(ask):
    form = ask(years=[2024, 2022, 2024])
    assert form.years == (2022, 2024)
    assert [entry.year for entry in form.entries][:4] == [2022, 2024, 2022, 2024]


def test_the_figure_shown_is_the_latest_before_the_year(ask):
    known = {
        (entry.indicator.id, entry.group.value, entry.year): entry.known for entry in ask(years=[2022, 2023]).entries
    }
    assert known["mortality", "total", 2022] == KnownFigure(14.0, 2021, synthetic=False)
    assert known["mortality", "total", 2023] == KnownFigure(13.25, 2022, synthetic=False)
    assert known["enrolment", "total", 2023] == KnownFigure(88.0, 2020, synthetic=True)
    assert known["mortality", "urban", 2023] is None


def test_synthetic_figures_make_the_form_say_so(ask, figures):
    assert ask().synthetic
    assert not ask(table=figures[figures["basis"] != "synthetic"]).synthetic


def test_no_year_and_no_figures_is_refused(ask):
    with pytest.raises(BadParameter, match="--year 2024"):
        ask(table=pd.DataFrame(columns=["region", "indicator", "group", "year", "value", "basis"]))


def test_a_region_without_a_plan_is_refused(ask):
    with pytest.raises(BadParameter, match="No plan applies to region 100000"):
        ask("100000", [2024])
