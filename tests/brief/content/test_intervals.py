"""Interval plots and funnels as drawings: what is drawn, in which order, and what the alternative text says."""

from bs4 import BeautifulSoup

from sxresearch.brief.charts.overview_charts import draw_funnels, draw_intervals
from sxresearch.brief.content.intervals import MOST, interval_plots
from sxresearch.brief.content.regions.funnels import rate_funnels
from sxresearch.brief.content.regions.region_verdicts import members
from sxresearch.terms import Language
from tests.brief.several import make_several


def cities():
    return members(*make_several(), Language.ZH)[1:]


def test_the_targets_with_most_expected_misses_come_first():
    plots = interval_plots(cities())
    assert 0 < len(plots) <= MOST
    assert "儿童青少年近视率" in [plot.title.split(" · ")[0] for plot in plots]


def test_each_region_has_its_value_limits_and_target():
    plot = next(plot for plot in interval_plots(cities()) if plot.title.startswith("儿童青少年近视率"))
    first = plot.ranges[0]
    assert (first.region, first.projected, first.goal) == ("太原市", 51.9, 38.0)
    assert (round(first.low, 1), round(first.high, 1)) == (49.7, 54.1)
    assert first.words == "▽ 12%"
    assert "5 个地区的预计值在 51.9 到 51.9 之间" in plot.finding


def test_gaps_have_no_interval_of_their_own():
    assert not [plot for plot in interval_plots(cities()) if "城市与农村" in plot.title]


def test_drawings_are_described_and_the_same_again():
    once, again = draw_intervals(interval_plots(cities())), draw_intervals(interval_plots(cities()))
    assert once == again
    for drawing in (*once, *draw_funnels(rate_funnels(cities()), Language.ZH)):
        svg = BeautifulSoup(drawing, "html.parser").svg
        assert svg["role"] == "img"
        assert svg.title.get_text()
        assert svg.desc.get_text().endswith("。")


def test_a_funnel_names_only_the_regions_outside():
    (drawing,) = draw_funnels(rate_funnels(cities()), Language.ZH)
    texts = [item.get_text() for item in BeautifulSoup(drawing, "html.parser").find_all("text")]
    assert "长治市 66.7" in texts
    assert not any("阳泉市" in text for text in texts)
