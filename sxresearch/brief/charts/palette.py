"""Every colour of page, charts, Word and Excel, and the type of the charts.

Told apart by the colour-blind and in black and white. Nobody else names a colour: the style sheets take theirs as CSS
variables from :func:`css_variables`, and the rules of paper, which know no variables, from COLOURS.
"""

from typing import Any

from sxresearch.brief.charts.fonts import FAMILY
from sxresearch.terms import Status

PAPER = "#fff"
INK = "#1f2933"
MUTED = "#5b6672"  # 5.9 : 1 on white, enough for small print (WCAG 2 AA asks 4.5 : 1)
RULE = "#d5dae0"
WASH = "#f5f7f9"  # ground of boxes
HEAD = "#e6ebf1"  # ground of table heads in Word and Excel
ACCENT = FAN_HUE = "#2f5d8a"
FAN_COLOURS = ("#d5dce4", "#9db2c6", "#6687a8")
"""Fills of the 95, 80 and 50 % bands, from light to dark (also as greys): seaborn's light palette of FAN_HUE."""
OTHERS = "#b8c2cc"  # a bar beside the one that matters

GOOD, FAIR, OPEN, POOR, BAD = "#00563f", "#1d6f8f", "#6b5900", "#a84300", "#9b1c31"

COLOURS = {
    "ink": INK,
    "muted": MUTED,
    "rule": RULE,
    "paper": PAPER,
    "wash": WASH,
    "accent": ACCENT,
    "good": GOOD,
    "fair": FAIR,
    "open": OPEN,
    "poor": POOR,
    "bad": BAD,
    "watch-edge": "#c9b458",  # beside a warning of the milder kind
    "bar-met": "#003d2c",  # parts of the headline bar that differ from the text colours
    "bar-uncertain": "#8a7400",
    "bar-missed": "#5c0f1d",
    "bar-none": "#e6e9ed",
    "good-ground": "#e3f0ea",  # cells of the matrix, and text that keeps its contrast on them
    "fair-ground": "#e4f0f4",
    "open-ground": "#f6f1dc",
    "poor-ground": "#fbeade",
    "bad-ground": "#f8e3e6",
    "fair-on-ground": "#125370",
    "open-on-ground": "#5a4b00",
    "poor-on-ground": "#8f3a00",
}
"""Colours of the pages by the names that the style sheets call them."""

STATUS_COLOURS = {
    Status.MET: GOOD,
    Status.LIKELY: GOOD,
    Status.RATHER_LIKELY: FAIR,
    Status.UNCERTAIN: OPEN,
    Status.UNLIKELY: POOR,
    Status.VERY_UNLIKELY: BAD,
    Status.MISSED: BAD,
    Status.NOT_ASSESSABLE: MUTED,
}
"""Text colours of the statuses; each is at least 5 : 1 on white."""

LABEL, SMALL = 6.2, 5.6  # type sizes in points of the drawings on the track record, which set larger ones themselves
PRINT_TITLE, PRINT = 10.0, 9.0  # type sizes in points of all drawings that are printed: 9 is the least on paper


def css_variables() -> str:
    """COLOURS as the variables of a style sheet."""
    return ":root { " + " ".join(f"--{name}: {colour};" for name, colour in COLOURS.items()) + " }"


def six_digits(colour: str) -> str:
    """A colour as Word writes it: 9B1C31."""
    return colour.removeprefix("#").upper()


def rc() -> dict[Any, Any]:
    """Settings of matplotlib while a chart is drawn: real text in the embedded font, seaborn's plain axes."""
    import seaborn as sns  # half a second, and no page of a batch is drawn by matplotlib

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
