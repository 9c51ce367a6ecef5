"""Colours and line weights of the charts: told apart by the colour-blind and in black and white."""

from functools import lru_cache
from typing import Any

import seaborn as sns
from matplotlib.typing import ColorType

from sxresearch.brief.charts.fonts import FAMILY
from sxresearch.terms import Status

INK = "#1f2933"
MUTED = "#5b6672"  # 5.9 : 1 on white, enough for small print (WCAG 2 AA asks 4.5 : 1)
RULE = "#d5dae0"
FAN_HUE = "#2f5d8a"

STATUS_COLOURS = {
    Status.MET: "#00563f",
    Status.LIKELY: "#00563f",
    Status.RATHER_LIKELY: "#1d6f8f",
    Status.UNCERTAIN: "#6b5900",
    Status.UNLIKELY: "#a84300",
    Status.VERY_UNLIKELY: "#9b1c31",
    Status.OUT_OF_REACH: "#9b1c31",
    Status.MISSED: "#9b1c31",
    Status.NOT_ASSESSABLE: MUTED,
}
"""Text colours of the statuses; each is at least 5 : 1 on white."""

NO_METADATA = {"Creator": None, "Date": None, "Format": None, "Type": None}
"""For ``savefig``: neither a date nor a version, so that the same drawing gives the same bytes."""

TITLE, LABEL, SMALL = 7.2, 6.2, 5.6  # type sizes in points


@lru_cache(maxsize=1)
def fan_colours() -> tuple[ColorType, ColorType, ColorType]:
    """Fills of the 95, 80 and 50 % bands, from light to dark (also as greys)."""
    shades = sns.light_palette(FAN_HUE, n_colors=8)
    return shades[1], shades[3], shades[5]


def rc() -> dict[Any, Any]:
    """Settings of matplotlib while a chart is drawn: real text in the embedded font, seaborn's plain axes."""
    return {
        **sns.axes_style("white"),
        "svg.fonttype": "none",
        "font.family": [FAMILY],
        "font.size": LABEL,
        "axes.linewidth": 0.5,
        "axes.edgecolor": MUTED,
        "axes.unicode_minus": True,
        "xtick.labelsize": SMALL,
        "ytick.labelsize": SMALL,
    }
