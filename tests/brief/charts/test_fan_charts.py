"""Fan charts: real text, the target's value, nothing touching, the same bytes."""

import re
from dataclasses import replace

import pytest

from sxresearch.brief.charts.fan_charts import WIDTH, draw, sheet_of
from sxresearch.brief.charts.fan_scale import limits
from sxresearch.brief.charts.fonts import width
from sxresearch.brief.charts.marks import Align, Area, Marker, Stroke, TextLine
from sxresearch.brief.content.chart_panels import ObservedLine
from sxresearch.brief.content.comparison.beside_lines import NamedLine


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


def _words(panel):
    return [mark for mark in sheet_of(panel).around if isinstance(mark, TextLine)]


def _named(panels, short):
    return next(panel for panel in panels if panel.identifier.endswith(f"-{short}"))


def test_preliminary_values_are_hollow(panels):
    fills = {short: {mark.fill for mark in sheet_of(_named(panels, short)).inside if isinstance(mark, Marker)}
             for short in ("coverage", "life")}  # fmt: skip
    assert "#fff" in fills["coverage"]
    assert "#fff" not in fills["life"]


def _box(mark):
    """Left, top, right, bottom of a line of text; of 9 points a figure is less than 7.4 high."""
    wide = width(mark.text, mark.size)
    left = mark.place[0] - {Align.START: 0, Align.MIDDLE: wide / 2, Align.END: wide}[mark.align]
    return left, mark.place[1] - 0.78 * mark.size, left + wide, mark.place[1]


@pytest.mark.parametrize("short", ["maternal", "coverage", "screening", "gap", "life", "delegates", "myopia"])
def test_no_label_touches_another_or_leaves_the_sheet(panels, short):
    panel = _crowded(_named(panels, short))
    boxes = [(_box(mark), mark.text) for mark in _words(panel)]
    for place, ((left, top, right, bottom), text) in enumerate(boxes):
        assert left >= 0, text
        assert right <= WIDTH + 0.5, text
        for (other_left, other_top, other_right, other_bottom), other in boxes[place + 1 :]:
            apart = right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top
            assert apart, (text, other)


def _crowded(panel):
    """The panel with three regions above and a band, all where its own line is."""
    values = dict(panel.line.values)
    above = tuple(NamedLine(values, f"{name} {panel.line.latest}") for name in ("太原市", "山西省", "全国"))
    band = {year: (value * 0.9, value * 1.1) for year, value in values.items()}
    return replace(panel, above=above, band=band, band_label="同级 88.8—99.9")


def test_no_text_is_smaller_than_nine_points_but_long_labels(panels):
    sizes = [(mark.size, mark.text) for panel in panels for mark in _words(panel)]
    assert min(size for size, _ in sizes) >= 7.2
    assert sum(size < 9 for size, _ in sizes) < 0.2 * len(sizes)


def test_base_year_and_target_year_are_named_on_the_axis(panels):
    texts = [mark.text for mark in _words(_named(panels, "maternal"))]
    assert {"基期 2020", "目标 2025", "2012"} <= set(texts)


def test_the_years_stand_at_upright_lines(panels):
    panel = _named(panels, "maternal")
    upright = {mark.points[0][0] for mark in sheet_of(panel).inside
               if isinstance(mark, Stroke) and len({x for x, _ in mark.points}) == 1}  # fmt: skip
    named = {mark.place[0] for mark in _words(panel) if mark.text in ("基期 2020", "目标 2025")}
    assert named == upright


def test_two_figures_are_two_dots_and_no_cliff(panels):
    panel = replace(_named(panels, "life"), line=ObservedLine({2022: 70.0, 2023: 80.0}), goal=None, fan={})
    marks = sheet_of(panel).inside
    assert sum(isinstance(mark, Marker) for mark in marks) == 2
    assert not [mark for mark in marks if isinstance(mark, Stroke) and mark.width == 0.9]
    low, high = limits(panel)
    assert (80 - 70) / (high - low) < 1 / 2.9


def test_the_tolerance_is_a_ground_up_to_its_limit(panels):
    panel = _named(panels, "screening")
    sheet = sheet_of(panel)
    heights = [{y for _, y in mark.points} for mark in sheet.inside if isinstance(mark, Area)]
    goal = next(mark.place[1] for mark in sheet.inside if isinstance(mark, Marker) and mark.size == 6.0)
    assert any(goal in found and len(found) == 2 for found in heights)


def test_other_regions_are_lines_and_a_band_with_names(panels):
    panel = _named(panels, "coverage")
    plain, crowded = sheet_of(panel), sheet_of(_crowded(panel))
    lines = [sum(isinstance(mark, Stroke) for mark in sheet.inside) for sheet in (plain, crowded)]
    assert lines[1] - lines[0] == 3
    assert sum(isinstance(mark, Area) for mark in crowded.inside) - sum(isinstance(m, Area) for m in plain.inside) == 1


def test_a_far_region_does_not_flatten_the_chart(panels):
    panel = _named(panels, "maternal")
    far = replace(panel, above=(NamedLine({2023: 9999.0}, "全国 9999"),))
    (low, high), (_, higher) = limits(panel), limits(far)
    assert high <= higher <= high + 2 * (high - low)


def test_titles_of_one_line_need_no_room_for_two(panels):
    one = _named(panels, "life")
    heights = [sheet_of(replace(one, title=name)).height for name in ("预期寿命", "十八岁以下儿童伤害死亡率" * 3)]
    assert heights[1] - heights[0] == 12


def test_a_character_that_the_font_lacks_is_drawn_as_text_without_a_warning(panels):
    assert "𠮷" in draw([replace(panels[0], title="𠮷\u202e\x00")])[0]
