"""What comes first: what can still go either way; the rest apart; measures that serve several."""

from dataclasses import replace

import pytest

from sxresearch.assessment.status import status_of
from sxresearch.brief.content.answer.priorities import is_in_doubt, priorities
from sxresearch.terms import Flag, Status


def _names(rows) -> list[str]:
    return [row.place.target.id.rsplit(".", 1)[-1] for row in rows]


def test_the_sample_falls_into_what_is_open_and_what_is_out_of_reach(content):
    order = priorities(content.rows, content.alerts)
    assert _names(order.either_way) == ["gap", "coverage"]  # P .41 and .24; myopia at .12 is urgent and neither
    assert sorted(_names(order.out_of_reach)) == ["anaemia", "injury", "maternal"]  # two decided, one at .032


def test_a_measure_serves_several_where_two_reachable_warnings_share_it(content):
    shared = priorities(content.rows, content.alerts).shared
    assert [(item.measure.number, item.targets) for item in shared] == [(1, 2)]  # gap and coverage in one field


@pytest.mark.parametrize(
    ("p", "open_", "lost"),
    [(0.05, False, True), (0.0999, False, True), (0.10, False, False), (0.1999, False, False), (0.20, True, False),
     (0.50, True, False), (0.6599, True, False), (0.66, False, False), (0.95, False, False)],
)  # fmt: skip
def test_edges_of_what_can_go_either_way(content, p: float, open_: bool, lost: bool):
    row = replace(next(row for row in content.rows if row.p == 0.41), p=p, status=status_of(p))
    order = priorities([row], [])
    assert (bool(order.either_way), bool(order.out_of_reach)) == (open_, lost)
    assert is_in_doubt(row) is open_


def test_a_warning_without_a_probability_is_in_doubt(content):
    row = next(row for row in content.rows if row.p == 0.41)
    silent = replace(row, p=None, status=Status.NOT_ASSESSABLE, flag=Flag.WATCH)
    assert is_in_doubt(silent)
    assert not is_in_doubt(replace(silent, flag=Flag.NONE))
