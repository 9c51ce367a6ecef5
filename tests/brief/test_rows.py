"""One line per target, worded once."""

from sxresearch.terms import Flag, Status, WarningKind


def _row(content, short):
    return next(row for row in content.rows if row.place.target.id.endswith(short))


def test_a_row_repeats_the_verdict_and_nothing_else(content):
    row = _row(content, "maternal")
    assert (row.latest, row.projected, row.interval) == ("19.4/10万（2023年）", "18.9/10万", "14.8–23.0")
    assert (row.probability, row.status, row.flag) == ("3%", Status.VERY_UNLIKELY, Flag.URGENT)
    assert row.warnings == (WarningKind.HARD_TO_REACH, WarningKind.VOLATILE)
    assert row.warning_words == "波动较大"


def test_the_year_is_named_only_where_it_differs(content):
    assert _row(content, "maternal").latest_short == "19.4/10万"


def test_one_side_of_a_gap_is_not_given_as_its_projection(content):
    gap = _row(content, "gap")
    assert (gap.projected, gap.interval, gap.probability) == ("–", "–", "41%")


def test_rows_stand_in_the_plans_order(content):
    goals = [(row.place.field.id, row.place.goal.number) for row in content.rows]
    assert goals == sorted(goals)
