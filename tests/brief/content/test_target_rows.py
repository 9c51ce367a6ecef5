"""One line per target, worded once."""

import pytest

from sxresearch.assessment.verdict import Assessment
from sxresearch.brief.content.brief_content import brief_content
from sxresearch.terms import Flag, Status, WarningKind
from tests.brief.conftest import REGION, make_assessment, make_inputs


def _row(content, short):
    return next(row for row in content.rows if row.place.target.id.endswith(short))


def test_a_row_repeats_the_verdict_and_nothing_else(content):
    row = _row(content, "maternal")
    assert (row.latest, row.projected, row.interval) == ("19.4/10万（2023 年）", "18.9/10万", "14.8—23.0")
    assert (row.probability, row.status, row.flag) == ("3%", Status.VERY_UNLIKELY, Flag.URGENT)
    assert row.warnings == (WarningKind.HARD_TO_REACH, WarningKind.VOLATILE)
    assert row.warning_words == "波动较大（与同级地区比）"


def test_the_year_is_named_only_where_it_differs(content):
    assert _row(content, "maternal").latest_short == "19.4/10万"


def test_one_side_of_a_gap_is_not_given_as_its_projection(content):
    gap = _row(content, "gap")
    assert (gap.projected, gap.interval, gap.probability) == ("–", "–", "41%")


def test_rows_stand_in_the_plans_order(content):
    goals = [(row.place.field.id, row.place.goal.number) for row in content.rows]
    assert goals == sorted(goals)


def counted_rows(*, p_underlying: float, cases: float) -> dict:
    """The rows of a brief in which rural maternal mortality is counted."""
    inputs, assessment = make_inputs(), make_assessment()
    verdicts = assessment.verdicts.copy()
    hit = verdicts["target"].str.endswith("maternal")
    verdicts.loc[hit, "p_underlying"] = p_underlying
    inputs.observations.table.loc[inputs.observations.table["indicator"] == "maternal_mortality", "numerator"] = cases
    found = brief_content(inputs, Assessment(verdicts, assessment.fans), REGION).rows
    return {row.place.target.id.split(".")[-1]: row for row in found}


def test_the_underlying_level_has_a_chance_of_its_own_where_cases_are_a_handful():
    row = counted_rows(p_underlying=0.18, cases=3.0)["maternal"]
    assert (row.probability, row.underlying) == ("3%", "18%")
    assert row.few_cases == "2023 年只有 3 例（人），公布值的升降多属偶然。"


def test_nothing_is_said_twice_where_the_two_chances_are_the_same():
    rows = counted_rows(p_underlying=0.0321, cases=30.0)
    assert (rows["maternal"].underlying, rows["maternal"].few_cases) == ("–", "")
    assert (rows["life"].underlying, rows["life"].few_cases) == ("–", "")


@pytest.mark.parametrize(("cases", "told"), [(9.0, True), (10.0, False)])
def test_fewer_than_ten_cases_are_a_handful(cases: float, told: bool):
    assert bool(counted_rows(p_underlying=0.18, cases=cases)["maternal"].few_cases) is told
