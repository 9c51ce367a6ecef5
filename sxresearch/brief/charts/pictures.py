"""Fan charts as pictures, for documents that can't hold the drawings of a page."""

import io
from collections.abc import Iterable, Iterator

from matplotlib.figure import Figure

from sxresearch.brief.charts import palette
from sxresearch.brief.charts.fan_charts import empty_figure, paint
from sxresearch.brief.charts.frame import drawing
from sxresearch.brief.content.chart_panels import ChartPanel

DOTS_PER_INCH = 200
_NO_METADATA = {"Software": None}


def pictures(panels: Iterable[ChartPanel]) -> Iterator[bytes]:
    """Every panel as a PNG file at 200 dots per inch; the same bytes for the same panels."""
    with drawing():
        figure, axes = empty_figure()
        figure.patch.set_facecolor(palette.PAPER)
        for panel in panels:
            paint(figure, axes, panel)
            yield _png(figure)


def _png(figure: Figure) -> bytes:
    target = io.BytesIO()
    figure.savefig(target, format="png", dpi=DOTS_PER_INCH, metadata=_NO_METADATA)
    return target.getvalue()
