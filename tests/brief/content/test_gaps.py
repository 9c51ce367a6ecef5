"""Gaps and their direction."""

import pytest

from sxresearch.brief.content.gaps import Direction, _direction


def test_a_gap_shows_both_sides_and_the_base_year(content):
    gap = next(row for row in content.gaps if row.name == "孕产妇死亡率")
    # rural 19.4, urban 19.4 · 0.7 = 13.58; 2020 is 1.06 times as high
    assert gap.values == "城市 13.6，农村 19.4/10万"
    assert (gap.gap, gap.base, gap.ratio, gap.year) == ("5.8/10万", "6.2/10万", "0.70", 2023)
    assert gap.direction is Direction.NARROWER
    assert gap.probability == "41%"


def test_only_indicators_with_both_groups_are_listed(content):
    assert [row.name for row in content.gaps] == ["孕产妇死亡率", "儿童青少年近视率"]
    assert content.gaps[1].probability == "–"


@pytest.mark.parametrize(
    ("gap", "base", "expected"),
    [
        (3.0, 2.0, Direction.WIDER),
        (-3.0, 2.0, Direction.WIDER),
        (1.0, -2.0, Direction.NARROWER),
        (2.04, 2.0, Direction.SAME),
        (2.0, None, Direction.NOT_COMPARABLE),
    ],
)
def test_direction_is_judged_at_the_published_precision(gap, base, expected):
    assert _direction(gap, base, 1) is expected
