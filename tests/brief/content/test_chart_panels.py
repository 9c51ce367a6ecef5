"""What a chart shows, before anything is drawn."""

import pytest

from sxresearch.brief.content.chart_panels import ObservedLine


def _panel(content, short):
    panels = [panel for part in content.fields for panel in part.panels]
    return next(panel for panel in panels if panel.identifier.endswith(short))


def test_a_line_is_cut_at_missing_years_and_breaks():
    line = ObservedLine({2010: 1.0, 2011: 1.0, 2013: 1.0, 2014: 1.0, 2015: 1.0})
    assert line.runs([2015]) == [[2010, 2011], [2013, 2014], [2015]]


def test_the_fan_grows_out_of_the_latest_point(content):
    fan = _panel(content, "maternal").fan
    assert list(fan["year"]) == [2023, 2024, 2025]
    assert {values[0] for name, values in fan.items() if name != "year"} == {19.4}
    assert fan["median"][-1] == 18.9


def test_labels_repeat_the_numbers_of_the_row(content):
    panel = _panel(content, "maternal")
    assert (panel.goal, panel.goal_label, panel.projected_label) == (12.5, "目标 ≤12.5", "预计 18.9")
    assert panel.latest_label == "现值 19.4"
    assert panel.status_text == "▼ 达标很困难 3%"
    assert panel.path == ((2023, 19.4), (2025, 12.5))


def test_a_strict_target_is_drawn_as_below(content):
    assert _panel(content, "myopia").goal_label == "目标 <38"


def test_a_target_against_the_base_year_shows_the_base_level(content):
    assert _panel(content, "literacy").goal_label == "2020 年水平 22.57"  # 21.5 · 1.05


def test_a_gap_that_should_narrow_is_drawn_as_the_gap(content):
    panel = _panel(content, "gap")
    assert panel.second is None
    assert panel.line.values[2023] == pytest.approx(19.4 - 13.6)  # rural less urban
    assert panel.latest_label == "现差距 5.8"
    assert panel.unit == "差距（/10万）"


def test_base_and_target_year_are_named(content):
    panel = _panel(content, "maternal")
    assert (panel.base_year, panel.base_text, panel.due_text) == (2020, "基期 2020", "目标 2025")


def test_a_target_that_is_met_needs_no_path(content):
    assert _panel(content, "life").path is None


def test_preliminary_values_are_known(content):
    assert _panel(content, "coverage").line.preliminary == {2023}


def test_targets_without_data_have_no_chart(content):
    drawn = {panel.identifier for part in content.fields for panel in part.panels}
    assert len(drawn) == 11
    assert not any(name.endswith("committee") for name in drawn)


def test_all_panels_share_their_years(content):
    spans = {(panel.first_year, panel.last_year) for part in content.fields for panel in part.panels}
    assert spans == {(2012, 2025)}


def test_the_finding_says_it_in_words(content):
    assert _panel(content, "maternal").finding == (
        "孕产妇死亡率（农村），目标不高于 12.5/10万。最新 19.4/10万（2023 年），预计 2025 年为 18.9/10万"
        "（80%预测区间 14.8—23.0），达标概率 3%，研判：达标很困难。"
    )


def test_every_target_is_marked_in_its_own_year(content):
    assert {panel.due for part in content.fields for panel in part.panels} == {2025}
