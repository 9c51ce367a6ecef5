"""Funnels and interval plots, drawn like the fan charts: inline SVG with real text."""

from collections.abc import Iterable

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from sxresearch.brief.charts import palette
from sxresearch.brief.charts.fan_charts import apart, wrapped
from sxresearch.brief.charts.frame import drawing, svg_of
from sxresearch.brief.content.intervals import IntervalPlot, ProjectedRange
from sxresearch.brief.content.regions.funnels import Dot, Funnel, Zone, is_good, side
from sxresearch.language import say
from sxresearch.language.numbers import figure as written
from sxresearch.safe_text import visible
from sxresearch.terms import Language, Status

_CM = 72 / 2.54
_WIDTH, _FUNNEL_HEIGHT = 8.6 * _CM, 5.4 * _CM  # points; two beside one another fill A4
_ROW = 10.0  # points per region in an interval plot
_LEFT, _RIGHT, _BOTTOM, _TOP = 30.0, 8.0, 22.0, 30.0
_NAMES, _WORDS = 62.0, 44.0  # points for the regions' names and for the answers
_LABEL_STEP = 7.5  # points between two names in a funnel
_LINE = 9.0  # points between two lines of a title
_FAR = (Zone.FAR_ABOVE, Zone.FAR_BELOW)


def draw_funnels(funnels: Iterable[Funnel], language: Language) -> list[str]:
    """Every funnel as an inline SVG element."""
    with drawing():
        return [_funnel(item, language) for item in funnels]


def draw_intervals(plots: Iterable[IntervalPlot]) -> list[str]:
    """Every interval plot as an inline SVG element."""
    with drawing():
        return [_intervals(item) for item in plots]


def _canvas(height: float, left: float, right: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(_WIDTH / 72, height / 72), dpi=72)
    figure.patch.set_visible(False)
    axes = figure.add_axes(
        (left / _WIDTH, _BOTTOM / height, 1 - (left + right) / _WIDTH, 1 - (_BOTTOM + _TOP) / height)
    )
    axes.patch.set_visible(False)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(length=0, pad=2, colors=palette.MUTED)
    return figure, axes


def _heading(figure: Figure, text: str, unit: str, height: float) -> float:
    """Write title and unit, from the plot upwards; the height above them that stays empty."""
    lines = wrapped(visible(text), _WIDTH - 8, palette.TITLE)
    foot = height - _TOP + 3
    figure.text(4 / _WIDTH, foot / height, visible(unit), fontsize=palette.SMALL, color=palette.MUTED)
    for above, part in enumerate(reversed(lines), start=1):
        figure.text(4 / _WIDTH, (foot + _LINE * above) / height, part, fontsize=palette.TITLE, color=palette.INK)
    return (2 - len(lines)) * _LINE


def _saved(figure: Figure, item: Funnel | IntervalPlot, finding: str, crop: float) -> str:
    about = {"identifier": item.identifier, "title": visible(item.title), "description": visible(finding)}
    return svg_of(figure, **about, crop=crop)


def _funnel(funnel: Funnel, language: Language) -> str:
    figure, axes = _canvas(_FUNNEL_HEIGHT, _LEFT, _RIGHT + _NAMES)
    curve = funnel.curve
    axes.axhline(funnel.centre, color=palette.INK, linewidth=0.7)
    for names, dash in ((("low", "high"), (0, (4, 2))), (("far_low", "far_high"), (0, (1, 1.5)))):
        for name in names:
            axes.plot(curve["exposure"], curve[name], color=palette.FAN_HUE, linewidth=0.8, linestyle=dash)
    for dot in funnel.dots:
        marker, size = ("o", 3.0) if dot.zone is Zone.INSIDE else ("D" if dot.zone in _FAR else "^", 4.0)
        axes.plot([dot.exposure], [dot.rate], marker=marker, markersize=size, linestyle="none", color=_ink(funnel, dot))
    _scales(axes, funnel)
    axes.set_xlabel(say("brief-overview-funnel-x", language), fontsize=palette.SMALL, color=palette.MUTED, labelpad=2)
    _names(axes, funnel, language)
    heading = say("brief-overview-funnel-heading", language, title=funnel.title, year=str(funnel.year))
    crop = _heading(figure, heading, funnel.unit, _FUNNEL_HEIGHT)
    return _saved(figure, funnel, finding_of(funnel, language), crop)


def _ink(funnel: Funnel, dot: Dot) -> str:
    if dot.zone is Zone.INSIDE:
        return palette.INK
    return palette.STATUS_COLOURS[Status.LIKELY if is_good(funnel, dot) else Status.VERY_UNLIKELY]


def _scales(axes: Axes, funnel: Funnel) -> None:
    curve = funnel.curve
    axes.set_xlim(curve["exposure"].min(), curve["exposure"].max())
    tops = [dot.rate for dot in funnel.dots] + [float(curve["high"].median())]
    lows = [dot.rate for dot in funnel.dots] + [float(curve["low"].median())]
    air = 0.12 * (max(tops) - min(lows)) or 1.0
    axes.set_ylim(max(min(lows) - air, 0), max(tops) + air)
    axes.yaxis.set_major_locator(MaxNLocator(4))
    axes.xaxis.set_major_locator(MaxNLocator(4, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))


def _names(axes: Axes, funnel: Funnel, language: Language) -> None:
    """Names of the regions outside, and of the common rate, at the right edge."""
    low, high = axes.get_ylim()
    room = _FUNNEL_HEIGHT - _BOTTOM - _TOP
    common = say("brief-overview-funnel-common", language, value=written(funnel.centre, funnel.decimals))
    labels = [(funnel.centre, common, palette.INK)]
    for dot in funnel.outside:
        labels.append((dot.rate, f"{dot.region} {written(dot.rate, funnel.decimals)}", _ink(funnel, dot)))
    spots = apart([(value - low) / (high - low) * room for value, _, _ in labels], _LABEL_STEP, room)
    for (_, text, colour), spot in zip(labels, spots, strict=True):
        axes.annotate(
            visible(text), (1, spot / room), xycoords="axes fraction", xytext=(4, 0), textcoords="offset points",
            va="center_baseline", fontsize=palette.SMALL, color=colour, annotation_clip=False,
        )  # fmt: skip


def finding_of(funnel: Funnel, language: Language) -> str:
    """What a funnel shows, in one sentence."""
    between = say("brief-list-separator", language)
    outside = between.join(_dot_words(funnel, dot, language) for dot in funnel.outside)
    key = "brief-overview-funnel-finding" if outside else "brief-overview-funnel-finding-none"
    common = written(funnel.centre, funnel.decimals)
    values = {"outside": outside} if outside else {}
    about = {"title": funnel.title, "year": str(funnel.year), "of": str(len(funnel.dots)), "common": common}
    return say(key, language, **about, **values)


def _dot_words(funnel: Funnel, dot: Dot, language: Language) -> str:
    value, where = written(dot.rate, funnel.decimals), side(funnel, dot, language)
    return say("brief-overview-funnel-dot", language, region=dot.region, value=value, side=where)


def _intervals(plot: IntervalPlot) -> str:
    height = _TOP + _BOTTOM + _ROW * len(plot.ranges)
    figure, axes = _canvas(height, _NAMES, _WORDS)
    for place, item in enumerate(reversed(plot.ranges)):
        _range(axes, item, place)
    axes.set_ylim(-0.6, len(plot.ranges) - 0.4)
    axes.set_yticks(range(len(plot.ranges)), [visible(item.region) for item in reversed(plot.ranges)])
    axes.xaxis.set_major_locator(MaxNLocator(4))
    axes.spines["left"].set_visible(False)
    crop = _heading(figure, plot.title, plot.unit, height)
    return _saved(figure, plot, plot.finding, crop)


def _range(axes: Axes, item: ProjectedRange, place: int) -> None:
    colour = palette.STATUS_COLOURS[item.status]
    axes.axhline(place, color=palette.RULE, linewidth=0.4, zorder=0)
    axes.plot([item.low, item.high], [place, place], color=colour, linewidth=1.6, solid_capstyle="butt")
    axes.plot([item.projected], [place], marker="o", markersize=3.2, color=colour)
    if item.goal is not None:
        axes.plot([item.goal, item.goal], [place - 0.42, place + 0.42], color=palette.INK, linewidth=1.1)
    axes.annotate(
        item.words, (1, place), xycoords=("axes fraction", "data"), xytext=(4, 0), textcoords="offset points",
        va="center_baseline", fontsize=palette.SMALL, color=colour, annotation_clip=False,
    )  # fmt: skip
