"""Fan charts as pictures, for documents that can't hold the drawings of a page."""

import io
import warnings
from collections.abc import Iterable, Iterator

import matplotlib
from matplotlib.figure import Figure

from sxresearch.brief import figures, style
from sxresearch.brief.fonts import register
from sxresearch.brief.panels import Panel

DOTS_PER_INCH = 200
_NO_METADATA = {"Software": None}


def pictures(panels: Iterable[Panel]) -> Iterator[bytes]:
    """Every panel as a PNG file at 200 dots per inch; the same bytes for the same panels."""
    register()
    with matplotlib.rc_context(style.rc()), warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"Glyph \d+ .*missing from font")
        for panel in panels:
            yield _png(_painted(panel))


def _painted(panel: Panel) -> Figure:
    """The panel of the page on a white ground. The steps are those of :func:`sxresearch.brief.figures.draw`."""
    width, height = figures.WIDTH, figures.HEIGHT
    figure = Figure(figsize=(width / 72, height / 72), dpi=72, facecolor="white")
    left, bottom = figures._LEFT / width, figures._BOTTOM / height
    right, top = 1 - figures._RIGHT / width, 1 - figures._TOP / height
    axes = figure.add_axes((left, bottom, right - left, top - bottom))
    axes.spines[["top", "right", "left"]].set_visible(False)
    figures._scales(axes, panel)
    figures._fan(axes, panel)
    figures._observed(axes, panel)
    figures._target(axes, panel)
    figures._headings(figure, panel)
    figures._right_labels(axes, panel)
    return figure


def _png(figure: Figure) -> bytes:
    target = io.BytesIO()
    figure.savefig(target, format="png", dpi=DOTS_PER_INCH, metadata=_NO_METADATA)
    return target.getvalue()
