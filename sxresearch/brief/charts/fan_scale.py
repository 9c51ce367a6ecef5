"""How high and how long the frame of a fan chart is: everything that decides is inside, outliers don't flatten it."""

from sxresearch.brief.charts.marks import Box
from sxresearch.brief.charts.plot_area import PlotArea
from sxresearch.brief.content.chart_panels import ChartPanel

ROOM_FOR_FAN = 1.0
"""Band, held figures and other regions may stretch the scale by this share of what it shows without them, each way."""

ROOM_FOR_FEW = 1.0
"""Fewer figures than make a line get so much room, as a share of their own range, above and below."""

_AIR = 0.06  # of the range, above and below
_FLAT = 0.02  # of the level: half the range of figures that are all alike
_BEFORE, _BEHIND = 0.6, 0.3  # years between the edges and the first and last year


def plot_area(panel: ChartPanel, box: Box) -> PlotArea:
    """The scales of a panel in ``box``."""
    return PlotArea(box, panel.first_year - _BEFORE, panel.last_year + _BEHIND, *limits(panel))


def limits(panel: ChartPanel) -> tuple[float, float]:
    """Lowest and highest value shown, with a little air."""
    low, high = _core(panel)
    room = ROOM_FOR_FAN * (high - low) or max(abs(high) * _FLAT, 0.5)
    floor, ceiling = low - room, high + room
    aside = [*_band95(panel), *panel.line.held.values(), *_others(panel)]
    low, high = min([low, *(max(value, floor) for value in aside)]), max([high, *(min(v, ceiling) for v in aside)])
    air = _AIR * (high - low) or room
    return low - air, high + air


def _core(panel: ChartPanel) -> tuple[float, float]:
    """What must be seen: the figures, the target and the middle of the fan."""
    seen = [*panel.line.values.values(), *(panel.second.values.values() if panel.second else ())]
    low, high = min(seen), max(seen)
    if not panel.line.is_a_line:
        low, high = low - ROOM_FOR_FEW * (high - low), high + ROOM_FOR_FEW * (high - low)
    values = [low, high]
    if panel.goal is not None:
        values += [panel.goal, *panel.allowed]
    if panel.fan:
        values += [min(panel.fan["median"]), max(panel.fan["median"])]
    return min(values), max(values)


def _band95(panel: ChartPanel) -> list[float]:
    return [min(panel.fan["lower95"]), max(panel.fan["upper95"])] if panel.fan else []


def _others(panel: ChartPanel) -> list[float]:
    """Figures of the other regions."""
    return [value for line in panel.above for value in line.values.values()] + [
        value for both in panel.band.values() for value in both
    ]
