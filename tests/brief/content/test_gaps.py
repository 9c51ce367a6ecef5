"""Gaps and their direction."""

import pytest

from sxresearch.brief.content.gaps import Direction, _direction, _worse
from sxresearch.terms import Better, Language


def test_a_gap_shows_both_sides_and_the_base_year(content):
    gap = next(row for row in content.gaps if row.name == "孕产妇死亡率")
    # rural 19.4, urban 19.4 · 0.7 = 13.58; 2020 is 1.06 times as high
    assert gap.values == "城市 13.6，农村 19.4/10万"
    assert (gap.gap, gap.base, gap.ratio, gap.year) == ("5.8/10万", "6.2/10万", "0.70", 2023)
    assert gap.change == "6.2 → 5.8/10万"
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
        (2.2, 2.0, Direction.SAME),  # four figures of 0.1, each rounded by 0.05
        (2.3, 2.0, Direction.WIDER),
        (1.8, 2.0, Direction.SAME),
        (1.7, 2.0, Direction.NARROWER),
        (2.0, None, Direction.NOT_COMPARABLE),
    ],
)
def test_a_direction_is_more_than_the_rounding_of_four_figures(gap, base, expected):
    assert _direction(gap, base, 1) is expected


def test_nothing_is_wider_within_rounding():
    assert _direction(0.02, 0.00, 2) is Direction.SAME  # once flagged red


@pytest.mark.parametrize(
    ("better", "values", "says"),
    [
        (Better.LOWER, (13.6, 19.4), "农村"),
        (Better.HIGHER, (13.6, 19.4), "城市"),
        (Better.HIGHER, (19.4, 13.6), "农村"),
        (Better.LOWER, (13.6, 13.7), "无明显差别"),
        (Better.LOWER, (13.6, 13.8), "农村"),
        (Better.BAND, (13.6, 19.4), "–"),
    ],
)
def test_who_is_worse_off_is_said_beyond_rounding(content, better: Better, values: tuple[float, float], says: str):
    indicator = content.subject.inputs.indicators["maternal_mortality"].model_copy(update={"better": better})
    assert _worse(indicator, values, ["城市", "农村"], Language.ZH) == says
