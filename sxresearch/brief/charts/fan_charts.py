"""Fan charts as small multiples, drawn with matplotlib as inline SVG with real text.

One figure is made once and reused for every panel: making axes costs more than drawing them. Each panel is a
drawing of its own, so that a page can break between them, a narrow screen can stack them, and a screen reader
hears one finding at a time.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.ticker import MaxNLocator

from sxresearch.brief.charts import palette
from sxresearch.brief.charts.fonts import width
from sxresearch.brief.charts.frame import drawing, svg_of
from sxresearch.brief.content.chart_panels import ChartPanel, ObservedLine
from sxresearch.safe_text import visible

WIDTH, HEIGHT = 6.2 / 2.54 * 72, 3.3 / 2.54 * 72  # points; three panels fill the width of A4 in portrait
_LEFT, _RIGHT, _BOTTOM, _TOP = 21.0, 41.0, 10.5, 28.5  # points between the frame and the plotting area
_STATUS_ABOVE = 4.0  # points from the plotting area up to the line that holds the status
_LABEL_GAP = 4.0  # points between the plotting area and the labels at the right
_PAD = 2.0  # points between the plotting area and the labels of its scales
_LABEL_INSET = 2.0  # points that the labels at the right keep from the lines above and below the plotting area
_LINE_HEIGHT = 8.8  # points between two lines of the heading
_LABEL_STEP = 7.6  # points between two labels at the right, at least
_TITLE_LINES = 2
_MOST_DECIMALS = 6  # of a label on the scale
_ROOM_FOR_FAN = 1.0  # the 95 % band may stretch the axis by this share of what it shows without the band, each way


def draw(panels: Iterable[ChartPanel]) -> list[str]:
    """Every panel as an inline SVG element, all of one height; the same bytes for the same panels."""
    shown = list(panels)
    lines = max((len(_title(panel)) for panel in shown), default=0)
    crop = (_TITLE_LINES - lines) * _LINE_HEIGHT  # no panel needs the upper lines: they are cut off
    with drawing():
        figure, axes = empty_figure()
        figure.patch.set_visible(False)
        axes.patch.set_visible(False)
        return [_drawn(figure, axes, panel, crop=crop) for panel in shown]


def empty_figure() -> tuple[Figure, Axes]:
    """The ground of every panel: WIDTH × HEIGHT points; what matplotlib's axis objects would show we draw ourselves."""
    figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72), dpi=72)
    area = (_LEFT / WIDTH, _BOTTOM / HEIGHT, 1 - (_LEFT + _RIGHT) / WIDTH, 1 - (_BOTTOM + _TOP) / HEIGHT)
    axes = figure.add_axes(area)
    axes.set_axis_off()
    return figure, axes


def paint(figure: Figure, axes: Axes, panel: ChartPanel) -> None:
    """Draw the panel in place of whatever the figure shows."""
    for artist in (*axes.lines, *axes.patches, *figure.texts):
        artist.remove()
    low, high = _limits(panel)
    axes.set_xlim(panel.first_year - 0.6, panel.last_year + 0.3)
    axes.set_ylim(low, high)
    _scales(figure, axes, panel)
    _fan(axes, panel)
    _observed(axes, panel)
    _target(axes, panel)
    _headings(figure, panel)
    _right_labels(figure, panel, low, high)


def _drawn(figure: Figure, axes: Axes, panel: ChartPanel, *, crop: float) -> str:
    paint(figure, axes, panel)
    title, finding = visible(panel.title), visible(panel.finding)
    return svg_of(figure, identifier=panel.identifier, title=title, description=finding, crop=crop)


def _stroke(axes: Axes, x: Sequence[float], y: Sequence[float], **look: Any) -> None:
    """A line as an artist of its own: ``Axes.plot`` would work out limits and units, which are settled here."""
    axes.add_artist(Line2D(x, y, **look))


def _write(figure: Figure, x: float, y: float, text: str, **look: Any) -> None:
    """Text at a place in points from the lower left corner."""
    figure.text(x / WIDTH, y / HEIGHT, text, **look)


def _across(axes: Axes, height: float, **look: Any) -> None:
    """A line over the whole plotting area."""
    _stroke(axes, axes.get_xlim(), (height, height), **look)


def _scales(figure: Figure, axes: Axes, panel: ChartPanel) -> None:
    """The frame's lower edge, rules at round values, and the labels of both scales."""
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    _across(axes, low, color=palette.MUTED, linewidth=0.5, clip_on=False)
    small = {"fontsize": palette.SMALL, "color": palette.MUTED}
    for year in _labelled_years(panel):
        x = _LEFT + (year - left) / (right - left) * (WIDTH - _LEFT - _RIGHT)
        _write(figure, x, _BOTTOM - _PAD, str(year), ha="center", va="top", **small)
    ticks = [tick for tick in MaxNLocator(3, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high) if low <= tick <= high]
    for tick, text in zip(ticks, scale_texts(ticks), strict=True):
        _across(axes, tick, color=palette.RULE, linewidth=0.4, zorder=0)
        y = _BOTTOM + (tick - low) / (high - low) * (HEIGHT - _BOTTOM - _TOP)
        _write(figure, _LEFT - _PAD, y, text, ha="right", va="center_baseline", **small)


def scale_texts(ticks: Sequence[float]) -> list[str]:
    """Round values with as many decimals as the one that needs most."""
    decimals = next(
        (d for d in range(_MOST_DECIMALS) if all(round(t, d) == round(t, 9) for t in ticks)), _MOST_DECIMALS
    )
    return [f"{tick + 0.0:.{decimals}f}".replace("-", "−") for tick in ticks]


def _labelled_years(panel: ChartPanel) -> list[int]:
    """The years named below the chart, the target's own first of all; what would touch a name before it has none."""
    per_year = (WIDTH - _LEFT - _RIGHT) / (panel.last_year - panel.first_year + 0.9)
    shown: list[int] = []
    for year in (panel.due, panel.first_year, panel.last_year, panel.as_of):
        room = min((abs(year - other) for other in shown), default=math.inf) * per_year
        if room >= width(str(year), palette.SMALL) + 1.5:
            shown.append(year)
    return sorted(shown)


def _limits(panel: ChartPanel) -> tuple[float, float]:
    """Lowest and highest value shown, with a little air; a huge 95 % band does not flatten the rest."""
    values = [*panel.line.values.values(), *(panel.second.values.values() if panel.second else ())]
    if panel.goal is not None:
        values += [panel.goal, *panel.allowed]
    if len(panel.fan):
        values += [float(panel.fan["median"].min()), float(panel.fan["median"].max())]
    low, high = min(values), max(values)
    room = _ROOM_FOR_FAN * (high - low) or max(abs(high) * 0.02, 0.5)
    if len(panel.fan):
        low, high = min(low, max(_lowest(panel), low - room)), max(high, min(_highest(panel), high + room))
    aside = panel.line.held.values()
    lowest, highest = min(aside, default=low), max(aside, default=high)
    low, high = min(low, max(lowest, low - room)), max(high, min(highest, high + room))
    air = 0.06 * (high - low) or room
    return low - air, high + air


def _lowest(panel: ChartPanel) -> float:
    return float(panel.fan["lower95"].min())


def _highest(panel: ChartPanel) -> float:
    return float(panel.fan["upper95"].max())


def _fan(axes: Axes, panel: ChartPanel) -> None:
    if panel.fan.empty:
        return
    numbers = panel.fan.select_dtypes("number")
    fan = {name: numbers[name].to_numpy(dtype=float) for name in numbers}
    years = fan["year"]
    there_and_back = np.concatenate([years, years[::-1]])
    for coverage, colour in zip((95, 80, 50), palette.fan_colours(), strict=True):
        edge = np.concatenate([fan[f"lower{coverage}"], fan[f"upper{coverage}"][::-1]])
        axes.add_artist(Polygon(np.column_stack([there_and_back, edge]), facecolor=colour, linewidth=0))
    _stroke(axes, years, fan["median"], color=palette.INK, linewidth=0.9)
    _stroke(axes, years, fan["naive"], color=palette.INK, linewidth=0.8, linestyle=(0, (1, 1.6)))


def _observed(axes: Axes, panel: ChartPanel) -> None:
    if panel.second is not None:
        _line(axes, panel.second, panel.breaks, colour=palette.MUTED, marker="s")
    _line(axes, panel.line, panel.breaks, colour=palette.INK, marker="o")
    for year in panel.breaks:
        if min(panel.line.values) < year <= max(panel.line.values):
            before = (year - 0.5, year - 0.5)
            _stroke(axes, before, axes.get_ylim(), color=palette.MUTED, linewidth=0.6, linestyle=(0, (4, 2)))


def _line(axes: Axes, line: ObservedLine, breaks: tuple[int, ...], *, colour: str, marker: str) -> None:
    if line.held:
        _held(axes, line, colour=colour)
    for run in line.runs(breaks):
        _stroke(axes, run, [line.values[year] for year in run], color=colour, linewidth=0.7)
    for years, fill in ((set(line.values) - line.preliminary, colour), (line.preliminary, palette.PAPER)):
        shown = sorted(years)
        _stroke(
            axes,
            shown,
            [line.values[year] for year in shown],
            linestyle="none",
            marker=marker,
            markersize=2.4,
            markeredgewidth=0.6,
            markeredgecolor=colour,
            markerfacecolor=fill,
            zorder=3,
        )


def _held(axes: Axes, line: ObservedLine, *, colour: str) -> None:
    """Held figures as hollow rings apart from the line; one beyond the frame stands on its edge."""
    years = sorted(line.held)
    low, high = axes.get_ylim()
    look = {"marker": "o", "markersize": 4.4, "markeredgewidth": 0.7, "markeredgecolor": colour}
    heights = [min(max(line.held[year], low), high) for year in years]
    _stroke(axes, years, heights, linestyle="none", markerfacecolor="none", clip_on=False, zorder=3, **look)


def _target(axes: Axes, panel: ChartPanel) -> None:
    if panel.goal is None:
        return
    colour = palette.STATUS_COLOURS[panel.status]
    _across(axes, panel.goal, color=colour, linewidth=0.7, zorder=1)
    _stroke(axes, [panel.due], [panel.goal], marker="D", markersize=3.4, color=colour, clip_on=False, zorder=4)
    for limit in panel.allowed:
        _across(axes, limit, color=colour, linewidth=0.5, linestyle=(0, (5, 1.5, 1, 1.5)), zorder=1)
    if panel.path:
        (start, latest), (end, goal) = panel.path
        _stroke(axes, [start, end], [latest, goal], color=colour, linewidth=0.9, linestyle=(0, (3.5, 1.8)), zorder=2)


def _title(panel: ChartPanel) -> list[str]:
    return wrapped(visible(panel.title), WIDTH - 4, palette.TITLE)


def _headings(figure: Figure, panel: ChartPanel) -> None:
    """Status and unit above the plotting area, the title above them: its last line is always at the same height."""
    status = HEIGHT - _TOP + _STATUS_ABOVE
    for above, text in enumerate(reversed(_title(panel)), start=1):
        _write(figure, 2, status + above * _LINE_HEIGHT, text, fontsize=palette.TITLE, color=palette.INK)
    colour = palette.STATUS_COLOURS[panel.status]
    _write(figure, 2, status, panel.status_text, fontsize=palette.LABEL, color=colour)
    _write(figure, WIDTH - 2, status, visible(panel.unit), fontsize=palette.SMALL, color=palette.MUTED, ha="right")


def wrapped(text: str, room: float, size: float) -> list[str]:
    """``text`` in at most two lines of ``room`` points; broken at spaces, else anywhere; cut with an ellipsis."""
    lines: list[str] = []
    rest = text.strip()
    while rest and len(lines) < _TITLE_LINES:
        fitting = _fitting(rest, room, size)
        if fitting < len(rest) and len(lines) == _TITLE_LINES - 1:
            lines.append(rest[: _fitting(rest, room - width("…", size), size)].rstrip() + "…")
            break
        cut = (
            fitting
            if fitting == len(rest)
            else (rest.rfind(" ", 1, fitting + 1) if " " in rest[1 : fitting + 1] else fitting)
        )
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return lines


def _fitting(text: str, room: float, size: float) -> int:
    """How many leading characters fit into ``room`` points (at least one)."""
    count = len(text)
    while count > 1 and width(text[:count], size) > room:
        count -= 1
    return count


def _right_labels(figure: Figure, panel: ChartPanel, low: float, high: float) -> None:
    """Names of the lines at the right edge, moved apart until none touches another."""
    height = HEIGHT - _BOTTOM - _TOP
    wanted = [(value, text, colour) for value, text, colour in (*_labels(panel), *_beyond(panel, low, high)) if text]
    heights = [(value - low) / (high - low) * height - _LABEL_INSET for value, _, _ in wanted]
    spots = [spot + _LABEL_INSET for spot in apart(heights, _LABEL_STEP, height - 2 * _LABEL_INSET)]
    for (_, text, colour), spot in zip(wanted, spots, strict=True):
        size = min(palette.LABEL, palette.LABEL * (_RIGHT - _LABEL_GAP - 1) / width(text, palette.LABEL))
        look = {"fontsize": round(size, 2), "color": colour, "va": "center_baseline"}
        _write(figure, WIDTH - _RIGHT + _LABEL_GAP, _BOTTOM + spot, text, **look)


def _labels(panel: ChartPanel) -> list[tuple[float, str, str]]:
    labels = []
    if panel.goal is not None:
        labels.append((panel.goal, panel.goal_label, palette.STATUS_COLOURS[panel.status]))
    labels += [(limit, panel.allowed_label, palette.STATUS_COLOURS[panel.status]) for limit in panel.allowed[:1]]
    if len(panel.fan) and panel.projected_label:
        labels.append((float(panel.fan["median"].iloc[-1]), panel.projected_label, palette.INK))
    if len(panel.fan) or panel.second is not None:
        labels.append((panel.line.values[max(panel.line.values)], panel.latest_label, palette.MUTED))
    if panel.second is not None and panel.second.values:
        labels.append((panel.second.values[max(panel.second.values)], panel.second_label, palette.MUTED))
    return labels


def _beyond(panel: ChartPanel, low: float, high: float) -> Iterator[tuple[float, str, str]]:
    """Where the 95 % band ends when it leaves the frame."""
    if panel.fan.empty:
        return
    if _highest(panel) > high:
        yield high, panel.above_label, palette.MUTED
    if _lowest(panel) < low:
        yield low, panel.below_label, palette.MUTED


def apart(wanted: list[float], step: float, room: float) -> list[float]:
    """Heights as near to ``wanted`` as a distance of ``step`` allows, inside 0 … ``room``; same order of heights."""
    order = sorted(range(len(wanted)), key=lambda item: wanted[item])
    spots = [0.0] * len(wanted)
    floor = -math.inf
    for position, item in enumerate(order):
        ceiling = room - step * (len(order) - 1 - position)
        spots[item] = min(max(wanted[item], floor, 0.0), ceiling)
        floor = spots[item] + step
    return spots
