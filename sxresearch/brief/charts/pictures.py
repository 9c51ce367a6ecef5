"""Fan charts as pictures, for documents that can't hold the drawings of a page."""

import io
from collections.abc import Iterable, Iterator

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle

from sxresearch.brief.charts import palette
from sxresearch.brief.charts.fan_charts import sheet_of
from sxresearch.brief.charts.frame import drawing
from sxresearch.brief.charts.marks import Align, Area, Drawing, Mark, Marker, MarkerShape, Stroke
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
    if isinstance(mark, Stroke):
        x, y = zip(*mark.points, strict=True)
        line = Line2D(x, y, color=mark.colour, linewidth=mark.width, dash_capstyle="butt")
        if mark.dash:
            line.set_linestyle((0, tuple(length / mark.width for length in mark.dash)))
        return axes.add_artist(line)
    if isinstance(mark, Area):
        return axes.add_artist(Polygon(mark.points, facecolor=mark.colour, linewidth=0))
    if isinstance(mark, Marker):
        size = mark.size * (_DIAMOND if mark.shape is MarkerShape.DIAMOND else 1)
        place = ([value] for value in mark.place)
        return axes.add_artist(
            Line2D(
                *place, marker=_MARKERS[mark.shape], markersize=size, linestyle="none",
                markerfacecolor=mark.fill or "none", markeredgecolor=mark.edge, markeredgewidth=mark.width,
            )
        )  # fmt: skip
    return axes.text(*mark.place, mark.text, fontsize=mark.size, color=mark.colour, ha=_ENDS[mark.align], va="baseline")
