"""Fan charts as pictures, for documents that can't hold the drawings of a page."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle

from sxresearch.brief.charts import palette
from sxresearch.brief.charts.fan_charts import sheet_of
from sxresearch.brief.charts.frame import drawing
from sxresearch.brief.charts.marks import Align, Area, Drawing, Mark, Marker, MarkerShape, Stroke, TextLine
from sxresearch.brief.content.chart_panels import ChartPanel

DOTS_PER_INCH = 200
_NO_METADATA = {"Software": None}
_ENDS = {Align.START: "left", Align.MIDDLE: "center", Align.END: "right"}
_MARKERS = {MarkerShape.CIRCLE: "o", MarkerShape.SQUARE: "s", MarkerShape.DIAMOND: "D", MarkerShape.TRIANGLE: "^"}
_DIAMOND = 0.7071  # matplotlib gives the side of a diamond, we its diagonal


def pictures(panels: Iterable[ChartPanel]) -> Iterator[bytes]:
    """Every panel as a PNG file at 200 dots per inch; the same bytes for the same panels."""
    with drawing():
        for panel in panels:
            yield _png(sheet_of(panel))


def _png(sheet: Drawing) -> bytes:
    figure = Figure(figsize=(sheet.width / 72, sheet.height / 72), dpi=72)
    figure.patch.set_facecolor(palette.PAPER)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, sheet.width)
    axes.set_ylim(sheet.height, 0)
    box = sheet.plot
    edge = Rectangle((box.left, box.top), box.width, box.height, transform=axes.transData)
    for mark in sheet.inside:
        paint(axes, mark).set_clip_path(edge)
    for mark in sheet.around:
        paint(axes, mark)
    target = io.BytesIO()
    figure.savefig(target, format="png", dpi=DOTS_PER_INCH, metadata=_NO_METADATA)
    return target.getvalue()


def paint(axes: Axes, mark: Mark) -> Artist:
    """Add the mark to axes whose data are points, y downwards."""
    if isinstance(mark, TextLine):
        look: dict[str, Any] = {"fontsize": mark.size, "color": mark.colour, "ha": _ENDS[mark.align], "va": "baseline"}
        return axes.text(*mark.place, mark.text, **look)
    return axes.add_artist(_polygon(mark) if isinstance(mark, Area) else _line(mark))


def _polygon(area: Area) -> Polygon:
    return Polygon(np.array(area.points), facecolor=area.colour, linewidth=0)


def _line(mark: Stroke | Marker) -> Line2D:
    if isinstance(mark, Stroke):
        x, y = zip(*mark.points, strict=True)
        style: Any = (0, tuple(length / mark.width for length in mark.dash)) if mark.dash else "-"
        look: dict[str, Any] = {"color": mark.colour, "linewidth": mark.width, "dash_capstyle": "butt"}
        return Line2D(x, y, linestyle=style, **look)
    size = mark.size * (_DIAMOND if mark.shape is MarkerShape.DIAMOND else 1)
    look = {"markerfacecolor": mark.fill or "none", "markeredgecolor": mark.edge, "markeredgewidth": mark.width}
    across, down = mark.place
    return Line2D([across], [down], marker=_MARKERS[mark.shape], markersize=size, linestyle="none", **look)
