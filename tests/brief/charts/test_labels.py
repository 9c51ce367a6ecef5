"""Texts that fit, labels that don't touch, scales that share their decimals."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxresearch.brief.charts.fonts import width
from sxresearch.brief.charts.labels import _fitting, apart, beside_one_another, scale_texts, wrapped


def test_long_titles_take_two_lines_and_an_ellipsis():
    lines = wrapped("十八岁以下儿童伤害死亡率" * 6, 170, 7.2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(width(line, 7.2) <= 170 for line in lines)


def test_latin_titles_break_between_words():
    lines = wrapped("Share of women among the members of village committees in rural areas", 170, 7.2)
    assert " ".join(lines) == "Share of women among the members of village committees in rural areas"


@given(st.text("孕产妇系统管理率 iIlWAVTo.,%–（）12345", min_size=1, max_size=40), st.floats(1.0, 300.0))
def test_as_many_characters_stand_on_a_line_as_fit(text, room):
    first = text.strip()
    fitting = [count for count in range(1, len(first) + 1) if width(first[:count], 9.0) <= room]
    assert _fitting(first, room, 9.0) == max(fitting, default=1) if first else True


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ([10.0, 30.0], [10.0, 30.0]),
        ([10.0, 10.0], [10.0, 17.0]),
        ([50.0, 49.0, 48.0], [50.0, 43.0, 36.0]),
        ([-5.0, 0.0], [0.0, 7.0]),
        ([], []),
    ],
)
def test_labels_are_moved_apart_inside_the_room(wanted, expected):
    assert apart(wanted, 7.0, 50.0) == expected


@given(st.lists(st.floats(-20, 120), max_size=8))
def test_labels_never_touch_and_keep_their_order(wanted):
    spots = apart(wanted, 9.6, 80.0)
    order = sorted(range(len(wanted)), key=lambda item: wanted[item])
    assert all(spots[b] - spots[a] >= 9.6 - 1e-9 for a, b in pairwise(order))
    assert all(-1e-9 <= spot <= 80.0 + 1e-9 for spot in spots)


def test_the_first_text_wins_where_two_would_touch():
    assert beside_one_another([(50.0, "2025"), (60.0, "2023"), (0.0, "2010")], 9.0, 3.0) == [0, 2]


@pytest.mark.parametrize(
    ("ticks", "expected"),
    [([92, 94.0], ["92", "94"]), ([2.5, 5.0], ["2.5", "5.0"]), ([-0.0, 0.25], ["0.00", "0.25"]), ([-10.0], ["−10"])],
)
def test_labels_of_a_scale_share_their_decimals(ticks, expected):
    assert scale_texts(ticks) == expected
