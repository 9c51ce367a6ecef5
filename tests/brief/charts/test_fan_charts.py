"""Fan charts: real text, the target's value, nothing touching, the same bytes."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from sxresearch.brief.charts.fan_charts import HEIGHT, WIDTH, apart, draw, scale_texts, wrapped
from sxresearch.brief.charts.fonts import width


@pytest.fixture(scope="module")
def panels(content):
    return [panel for part in content.fields for panel in part.panels]


@pytest.fixture(scope="module")
def drawings(panels):
    return dict(zip((panel.identifier.split("-")[-1] for panel in panels), draw(panels), strict=True))


def test_the_target_value_stands_in_the_chart_as_text(drawings):
    assert re.search(r"<text [^>]*>目标 ≤12\.5</text>", drawings["maternal"])
    assert re.search(r"<text [^>]*>▼ 达标很困难 3%</text>", drawings["maternal"])


def test_the_finding_is_the_accessible_name(drawings):
    head = drawings["maternal"][:700]
    assert 'role="img"' in head
    assert 'aria-labelledby="140100-women-health-1-maternal-title 140100-women-health-1-maternal-desc"' in head
    assert "达标概率 3%" in head


def test_drawings_name_no_address_and_no_random_id(drawings):
    text = "".join(drawings.values())
    assert "http" not in text
    assert "xmlns" not in text
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert all(name.startswith("140100-women-") for name in ids)
    pointed = re.findall(r'href="#([^"]+)"', text) + re.findall(r"url\(#([^)]+)\)", text)
    assert set(pointed) <= set(ids)


def test_the_same_panels_give_the_same_bytes(panels, drawings):
    assert draw(panels) == list(drawings.values())


def test_the_order_of_drawing_leaves_no_trace(panels, drawings):
    assert draw(panels[::-1])[::-1] == list(drawings.values())


def test_preliminary_values_are_hollow(drawings):
    assert "fill: #ffffff" in drawings["coverage"]
    assert "fill: #ffffff" not in drawings["life"]


@pytest.mark.parametrize("short", ["maternal", "coverage", "screening", "gap", "life"])
def test_labels_at_the_right_edge_do_not_touch(drawings, short):
    spots = re.findall(r'<text style="[^"]*" x="([\d.]+)" y="([\d.]+)"', drawings[short])
    right = sorted(float(y) for x, y in spots if float(x) > 0.75 * WIDTH and 30 < float(y) < HEIGHT - 12)
    assert all(below - above > 6.2 for above, below in pairwise(right))


def test_labels_end_inside_the_frame(drawings):
    for drawing in drawings.values():
        for style, x, text in re.findall(r'<text style="([^"]*)" x="([\d.]+)"[^>]*>([^<]+)</text>', drawing):
            if "text-anchor" not in style:
                size = float(re.search(r"([\d.]+)px", style)[1])
                assert float(x) + width(text, size) <= WIDTH + 0.5, text


def test_long_titles_take_two_lines_and_an_ellipsis():
    lines = wrapped("十八岁以下儿童伤害死亡率" * 6, 170, 7.2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(width(line, 7.2) <= 170 for line in lines)


def test_latin_titles_break_between_words():
    lines = wrapped("Share of women among the members of village committees in rural areas", 170, 7.2)
    assert " ".join(lines) == "Share of women among the members of village committees in rural areas"


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


@pytest.mark.parametrize(
    ("ticks", "expected"),
    [([92, 94.0], ["92", "94"]), ([2.5, 5.0], ["2.5", "5.0"]), ([-0.0, 0.25], ["0.00", "0.25"]), ([-10.0], ["−10"])],
)
def test_labels_of_a_scale_share_their_decimals(ticks, expected):
    assert scale_texts(ticks) == expected


def test_titles_of_one_line_need_no_room_for_two(panels):
    one = next(panel for panel in panels if panel.identifier.endswith("life"))
    heights = {
        name: float(re.search(r'viewBox="0 [\d.]+ [\d.]+ ([\d.]+)"', draw([replace(one, title=name)])[0])[1])
        for name in ("预期寿命", "十八岁以下儿童伤害死亡率" * 3)
    }
    assert sorted(heights.values()) == [heights["预期寿命"], pytest.approx(HEIGHT, abs=0.01)]
    assert heights["预期寿命"] == pytest.approx(HEIGHT - 8.8, abs=0.01)


def test_a_character_that_the_font_lacks_is_drawn_as_text_without_a_warning(panels):
    assert "𠮷" in draw([replace(panels[0], title="𠮷\u202e\x00")])[0]
