"""Fan charts as small multiples: each panel a drawing of its own, with real text.

A page can break between panels, a narrow screen can stack them, and a screen reader hears one finding at a time. They
are made of marks (:mod:`marks`), which costs a hundredth of what a plotting library takes for the same panel.
"""

from collections.abc import Iterable, Iterator

from sxresearch.brief.charts import palette
from sxresearch.brief.charts.fan_labels import HEADING, LEFT, RIGHT, headings, right_labels, year_labels
from sxresearch.brief.charts.fan_scale import plot_area
from sxresearch.brief.charts.labels import MIDDLE, scale_texts
from sxresearch.brief.charts.marks import Align, Area, Box, Drawing, Mark, Marker, MarkerShape, Stroke, TextLine
from sxresearch.brief.charts.plot_area import PlotArea, round_values
from sxresearch.brief.charts.sheets import svg_of_sheet
from sxresearch.brief.content.chart_panels import ChartPanel, ObservedLine
from sxresearch.safe_text import visible

WIDTH, HEIGHT = 8.7 / 2.54 * 72, 4.3 / 2.54 * 72  # points; two panels fill the width of A4 in portrait
_BOTTOM = 13.0  # points below the plotting area
_PAD = 3.0  # points between the plotting area and the labels of its scales
_TICKS = 3  # labels of the scale, about
_LINES_ABOVE = ((), (4.0, 2.0), (1.2, 1.8))  # dashes of the lines of the regions above, the nearest first


def draw(panels: Iterable[ChartPanel]) -> list[str]:
    """Every panel as an inline SVG element; the same bytes for the same panels."""
    return [svg_of_sheet(sheet_of(panel)) for panel in panels]


def sheet_of(panel: ChartPanel) -> Drawing:
    """The panel as a drawing."""
    title = headings(panel, WIDTH)
    top = HEADING + title.height
    box = Box(LEFT, top, WIDTH - RIGHT, HEIGHT - _BOTTOM + title.height)
    area = plot_area(panel, box)
    return Drawing(
        panel.identifier,
        visible(panel.title),
        visible(panel.finding),
        WIDTH,
        HEIGHT + title.height,
        Box(box.left, box.top - 2, box.right + 3, box.bottom + 1),
        tuple(_inside(panel, area)),
        (*_frame(area), *title.marks, *year_labels(panel, area, box.bottom), *right_labels(panel, area)),
    )


def _inside(panel: ChartPanel, area: PlotArea) -> Iterator[Mark]:
    """Everything in the plotting area, from the ground upwards."""
    yield from _peers(panel, area)
    yield from (Stroke(area.across(tick), palette.RULE, 0.5) for tick in round_values(area.low, area.high, _TICKS))
    yield from _years(panel, area)
    yield from _tolerance(panel, area)
    yield from _fan(panel, area)
    yield from _above(panel, area)
    yield from _target(panel, area)
    if panel.second is not None:
        yield from _observed(panel.second, panel, area, palette.MUTED, MarkerShape.SQUARE)
    yield from _observed(panel.line, panel, area, palette.INK, MarkerShape.CIRCLE)


def _frame(area: PlotArea) -> Iterator[Mark]:
    """The lower edge and the numbers of the scale."""
    yield Stroke(area.across(area.low), palette.MUTED, 0.6)
    ticks = round_values(area.low, area.high, _TICKS)
    for tick, text in zip(ticks, scale_texts(ticks), strict=True):
        y = area.y(tick) + MIDDLE * palette.PRINT
        yield TextLine((area.box.left - _PAD, y), text, palette.PRINT, palette.MUTED, Align.END)


def _years(panel: ChartPanel, area: PlotArea) -> Iterator[Mark]:
    """Base year and target year as upright lines; a new definition as an upright line of dashes."""
    for year in (panel.base_year, panel.due):
        if year is not None and panel.first_year <= year <= panel.last_year:
            yield Stroke(area.upright(year), palette.OTHERS, 0.8)
    seen = panel.line.values
    for year in panel.breaks:
        if min(seen) < year <= max(seen):
            yield Stroke(area.upright(year - 0.5), palette.MUTED, 0.7, (4.0, 2.0))


def _peers(panel: ChartPanel, area: PlotArea) -> Iterator[Mark]:
    """From the lowest to the highest peer, year by year; a year without peers leaves a gap."""
    for run in ObservedLine({year: low for year, (low, _) in panel.band.items()}).runs(()):
        lower = [area.at(year, panel.band[year][0]) for year in run]
        upper = [area.at(year, panel.band[year][1]) for year in run]
        if len(run) > 1:
            yield Area((*lower, *reversed(upper)), palette.HEAD)
        else:
            yield Stroke((lower[0], upper[0]), palette.HEAD, 3.0)


def _above(panel: ChartPanel, area: PlotArea) -> Iterator[Mark]:
    """The regions above, thin lines without dots."""
    for line, dash in zip(panel.above, _LINES_ABOVE, strict=False):
        for run in ObservedLine(line.values).runs(panel.breaks):
            points = [area.at(year, line.values[year]) for year in run]
            if len(run) > 1:
                yield Stroke(tuple(points), palette.MUTED, 0.7, dash)
            else:
                yield Marker(points[0], MarkerShape.SQUARE, 1.6, palette.MUTED, palette.MUTED)


def _tolerance(panel: ChartPanel, area: PlotArea) -> Iterator[Mark]:
    """What counts as about the target, from the target to its limits."""
    if panel.goal is None or not panel.allowed:
        return
    ends = (min(panel.goal, *panel.allowed), max(panel.goal, *panel.allowed))
    (left, low), (right, high) = area.across(ends[0])[0], area.across(ends[1])[1]
    yield Area(((left, low), (right, low), (right, high), (left, high)), palette.WASH)
    for limit in panel.allowed:
        yield Stroke(area.across(limit), palette.STATUS_COLOURS[panel.status], 0.6, (5.0, 1.5, 1.0, 1.5))


def _fan(panel: ChartPanel, area: PlotArea) -> Iterator[Mark]:
    fan = panel.fan
    if not fan:
        return
    for coverage, colour in zip((95, 80, 50), palette.FAN_COLOURS, strict=True):
        lower = [area.at(*point) for point in zip(fan["year"], fan[f"lower{coverage}"], strict=True)]
        upper = [area.at(*point) for point in zip(fan["year"], fan[f"upper{coverage}"], strict=True)]
        yield Area((*lower, *reversed(upper)), colour)
    for name, dash in (("median", ()), ("naive", (1.0, 1.6))):
        points = (area.at(*point) for point in zip(fan["year"], fan[name], strict=True))
        yield Stroke(tuple(points), palette.INK, 1.0, dash)


def _target(panel: ChartPanel, area: PlotArea) -> Iterator[Mark]:
    if panel.goal is None:
        return
    colour = palette.STATUS_COLOURS[panel.status]
    yield Stroke(area.across(panel.goal), colour, 0.9)
    if panel.path:
        yield Stroke(tuple(area.at(*point) for point in panel.path), colour, 1.0, (3.5, 1.8))
    yield Marker(area.at(panel.due, panel.goal), MarkerShape.DIAMOND, 6.0, colour, colour)


def _observed(line: ObservedLine, panel: ChartPanel, area: PlotArea, colour: str, shape: MarkerShape) -> Iterator[Mark]:
    """Dots joined where years adjoin; two figures alone are two dots, since what lies between them is not known."""
    for year, value in sorted(line.held.items()):  # one beyond the frame stands on its edge
        yield Marker(area.at(year, min(max(value, area.low), area.high)), MarkerShape.CIRCLE, 6.2, colour)
    if line.is_a_line:
        for run in line.runs(panel.breaks):
            yield Stroke(tuple(area.at(year, line.values[year]) for year in run), colour, 0.9)
    for year in sorted(line.values):
        fill = palette.PAPER if year in line.preliminary else colour
        yield Marker(area.at(year, line.values[year]), shape, 3.2, colour, fill)
