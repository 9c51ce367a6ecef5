"""A total between women and men."""

import pytest

from sxresearch.monitoring.quality.total_and_groups import totals_outside_groups


@pytest.mark.parametrize(
    ("female", "male", "total", "held"),
    [(40, 50, 45, 0), (40, 50, 52.6, 0), (40, 50, 52.7, 1), (40, 50, 38.1, 0), (40, 50, 38.0, 1)],
)
def test_edges(table, register, female, male, total, held):
    """Room is 5 % of the total: 52.6 − 2.63 = 49.97; 52.7 − 2.635 = 50.065."""
    figures = {"female": female, "male": male, "total": total}
    rows = table({("share", group, "140101"): {2020: value} for group, value in figures.items()})
    found = totals_outside_groups(rows, register)
    assert rows.loc[found.index, "group"].tolist() == ["total"] * held


def test_one_group_alone_says_nothing(table, register):
    rows = table({("share", "female", "140101"): {2020: 40.0}, ("share", "total", "140101"): {2020: 90.0}})
    assert totals_outside_groups(rows, register).empty


@pytest.mark.parametrize(("total", "held"), [(0.99, 0), (1.005, 1)])
def test_edge_of_rounding(table, register, total, held):
    """One unit of the last decimal, 0.1, above the larger group."""
    figures = {"female": 0.4, "male": 0.9, "total": total}
    rows = table({("share", group, "140101"): {2020: value} for group, value in figures.items()})
    assert len(totals_outside_groups(rows, register)) == held
