"""What is written around a fan chart: title and status above, years below, the names of the lines at the right."""

from collections.abc import Iterator
from typing import NamedTuple

from sxresearch.brief.charts import palette
from sxresearch.brief.charts.fonts import width
from sxresearch.brief.charts.labels import MIDDLE, apart, beside_one_another, wrapped
from sxresearch.brief.charts.marks import Align, Mark, TextLine
from sxresearch.brief.charts.plot_area import PlotArea
from sxresearch.brief.content.chart_panels import ChartPanel
from sxresearch.safe_text import visible

LEFT, RIGHT = 30.0, 86.0  # points between the frame and the plotting area
HEADING = 20.0  # points above the plotting area with a title of no line
_LINE_HEIGHT = 12.0  # points between two lines of the heading
_STATUS_ABOVE = 7.0  # points from the plotting area up to the base line of the status
_YEARS_BELOW = 10.5  # points from the plotting area down to the base line of the years
_LABEL_GAP = 5.0  # points between the plotting area and the labels at the right
_ABOVE_YEARS = 4.0  # points that the lowest of them keeps from the lower edge, where the years stand
_LABEL_STEP = 9.6  # points between two labels at the right, at least
_BETWEEN = 3.0  # points between two years, at least
_SMALLEST = 0.8  # of the type size: a longer label is cut


class ChartHeading(NamedTuple):
    """Title, status and unit, and the height of the title's lines."""

    marks: tuple[Mark, ...]
    height: float


def headings(panel: ChartPanel, whole: float) -> ChartHeading:
    """Status and unit right above the plotting area, the title over them."""
    lines = wrapped(visible(panel.title), whole - 4, palette.PRINT_TITLE)
    height = _LINE_HEIGHT * len(lines)
    status = HEADING + height - _STATUS_ABOVE
    marks: list[Mark] = [
        TextLine((2, _LINE_HEIGHT * (place + 1) - 2), text, palette.PRINT_TITLE, palette.INK)
        for place, text in enumerate(lines)
    ]
    marks.append(TextLine((2, status), panel.status_text, palette.PRINT, palette.STATUS_COLOURS[panel.status]))
    marks.append(TextLine((whole - 2, status), visible(panel.unit), palette.PRINT, palette.MUTED, Align.END))
    return ChartHeading(tuple(marks), height)


def year_labels(panel: ChartPanel, area: PlotArea, foot: float) -> Iterator[Mark]:
    """The years below the chart: target year and base year by name (else as a number), then the last and the first."""
    wanted = [(panel.due, panel.due_text, palette.INK)]
    if panel.base_year is not None and panel.first_year <= panel.base_year != panel.due:
        wanted += [(panel.base_year, text, palette.INK) for text in (panel.base_text, str(panel.base_year))]
    wanted += [(year, str(year), palette.MUTED) for year in (panel.as_of, panel.first_year, panel.last_year)]
    shown = beside_one_another([(area.x(year), text) for year, text, _ in wanted], palette.PRINT, _BETWEEN)
    for year, text, colour in sorted(wanted[place] for place in shown):
        yield TextLine((area.x(year), foot + _YEARS_BELOW), text, palette.PRINT, colour, Align.MIDDLE)


def right_labels(panel: ChartPanel, area: PlotArea) -> Iterator[Mark]:
    """Names of the lines at the right edge, moved apart until none touches another; the least important go first."""
    room = area.box.height - _ABOVE_YEARS
    most = int(room // _LABEL_STEP) + 1
    wanted = [label for label in (*_labels(panel), *_beyond(panel, area), *_others(panel, area)) if label[1]][:most]
    floor = area.box.bottom - _ABOVE_YEARS
    spots = apart([floor - area.y(value) for value, _, _ in wanted], _LABEL_STEP, room)
    for (_, text, colour), spot in zip(wanted, spots, strict=True):
        fitted, size = _fitted(visible(text))
        place = (area.box.right + _LABEL_GAP, floor - spot + MIDDLE * size)
        yield TextLine(place, fitted, size, colour)


def _fitted(text: str) -> tuple[str, float]:
    """The text in the largest size that fits beside the plotting area; below the smallest it is cut."""
    room = RIGHT - _LABEL_GAP - 1
    size = min(palette.PRINT, palette.PRINT * room / max(width(text, palette.PRINT), 1.0))
    if size >= _SMALLEST * palette.PRINT:
        return text, round(size, 2)
    small = _SMALLEST * palette.PRINT
    return wrapped(text, room - width("…", small), small)[0] + "…", small


def _labels(panel: ChartPanel) -> Iterator[tuple[float, str, str]]:
    """The most important first."""
    colour = palette.STATUS_COLOURS[panel.status]
    if panel.goal is not None:
        yield panel.goal, panel.goal_label, colour
    if panel.fan and panel.projected_label:
        yield panel.fan["median"][-1], panel.projected_label, palette.INK
    yield panel.line.latest, panel.latest_label, palette.MUTED
    if panel.second is not None and panel.second.values:
        yield panel.second.latest, panel.second_label, palette.MUTED
    yield from ((limit, panel.allowed_label, colour) for limit in panel.allowed[:1])


def _beyond(panel: ChartPanel, area: PlotArea) -> Iterator[tuple[float, str, str]]:
    """Where the 95 % band ends when it leaves the frame."""
    if not panel.fan:
        return
    if max(panel.fan["upper95"]) > area.high:
        yield area.high, panel.above_label, palette.MUTED
    if min(panel.fan["lower95"]) < area.low:
        yield area.low, panel.below_label, palette.MUTED


def _others(panel: ChartPanel, area: PlotArea) -> Iterator[tuple[float, str, str]]:
    """The regions above by name, and the peers' range."""
    for line in panel.above:
        yield min(max(line.values[max(line.values)], area.low), area.high), line.label, palette.MUTED
    if panel.band:
        low, high = panel.band[max(panel.band)]
        yield min(max((low + high) / 2, area.low), area.high), panel.band_label, palette.MUTED
