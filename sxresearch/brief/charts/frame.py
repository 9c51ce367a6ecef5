"""The frame of every drawing: font and settings while it is made, then from a figure to an inline SVG element."""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import matplotlib
from matplotlib.figure import Figure

from sxresearch.brief.charts import palette
from sxresearch.brief.charts.fonts import quiet_on_missing_glyphs, register
from sxresearch.brief.charts.svg import inline

_NO_METADATA = {"Creator": None, "Date": None, "Format": None, "Type": None}
"""Neither a date nor a version: the same drawing gives the same bytes."""


@contextmanager
def drawing(settings: Mapping[Any, Any] | None = None) -> Iterator[None]:
    """The settings of our drawings, and ``settings`` beside them, until the block ends."""
    register()
    with matplotlib.rc_context({**palette.rc(), **(settings or {})}), quiet_on_missing_glyphs():
        yield


def svg_of(figure: Figure, *, identifier: str, title: str, description: str, crop: float = 0.0) -> str:
    """The figure as an inline SVG element named for screen readers; call it while :func:`drawing`.

    ``identifier`` must be unique in the page; ``crop`` points at the upper edge are left out.
    """
    target = io.BytesIO()
    matplotlib.rcParams["svg.hashsalt"] = identifier  # until the caller's block ends
    figure.savefig(target, format="svg", metadata=_NO_METADATA)
    return inline(target.getvalue(), identifier=identifier, title=title, description=description, crop=crop)
