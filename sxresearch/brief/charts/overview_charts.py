"""Funnels and interval plots, drawn like the fan charts: inline SVG with real text, axes with their units."""

from collections.abc import Iterable, Iterator, Sequence

from sxresearch.brief.charts import palette
from sxresearch.brief.charts.fonts import width
from sxresearch.brief.charts.labels import MIDDLE, apart, beside_one_another, scale_texts, wrapped
from sxresearch.brief.charts.marks import Align, Box, Drawing, Mark, Marker, MarkerShape, Stroke, TextLine
from sxresearch.brief.charts.plot_area import PlotArea, round_values
from sxresearch.brief.charts.sheets import svg_of_sheet
from sxresearch.brief.content.intervals import IntervalPlot, ProjectedRange
from sxresearch.brief.content.regions.funnels import Dot, Funnel, Zone, is_good, side
from sxresearch.language import say
from sxresearch.language.numbers import figure as written
from sxresearch.safe_text import visible
from sxresearch.terms import Language, Status

_WIDTH, _FUNNEL_HEIGHT = 8.7 / 2.54 * 72, 6.0 / 2.54 * 72  # points; two beside one another fill A4 in portrait
_LEFT, _RIGHT, _NAMES, _WORDS = 34.0, 78.0, 62.0, 56.0  # points beside the plotting area
_BELOW = 27.0  # points below it: the numbers of the scale and, under them, what it counts
_HEADING = 16.0  # points above it with a title of no line: the unit
_LINE, _STEP, _ROW = 12.0, 9.8, 13.0  # points between lines of a title, between two names, and from region to region
_GAP, _AIR = 4.0, 0.06
_FAR = (Zone.FAR_ABOVE, Zone.FAR_BELOW)
_SIZES = {MarkerShape.CIRCLE: 4.0, MarkerShape.TRIANGLE: 5.4, MarkerShape.DIAMOND: 6.4}


def draw_funnels(funnels: Iterable[Funnel], language: Language) -> list[str]:
    """Every funnel as an inline SVG element."""
    return [svg_of_sheet(_funnel(item, language)) for item in funnels]


def draw_intervals(plots: Iterable[IntervalPlot]) -> list[str]:
    """Every interval plot as an inline SVG element."""
    return [svg_of_sheet(_intervals(item)) for item in plots]


def _heading(title: Sequence[str], unit: str) -> list[Mark]:
    """The title's lines, and what the scale counts under them."""
    marks: list[Mark] = [
        TextLine((2, _LINE * (place + 1) - 2), text, palette.PRINT_TITLE, palette.INK)
        for place, text in enumerate(title)
    ]
    return [*marks, TextLine((2, _LINE * len(title) + _LINE - 2), visible(unit), palette.PRINT, palette.MUTED)]


def _level_scale(area: PlotArea, under: str) -> Iterator[Mark]:
    """Numbers along the lower edge, without any that would touch another, and what they count."""
    yield Stroke(area.across(area.low), palette.MUTED, 0.6)
    ticks = round_values(area.low_x, area.high_x, 4)
    texts = [text if abs(tick) < 1000 else f"{tick:,.0f}" for tick, text in zip(ticks, scale_texts(ticks), strict=True)]
    foot = area.box.bottom
    for place in sorted(beside_one_another(list(zip(map(area.x, ticks), texts, strict=True)), palette.PRINT, 4.0)):
        x = area.x(ticks[place])
        yield Stroke(((x, foot), (x, foot + 2)), palette.MUTED, 0.6)
        yield TextLine((x, foot + 11.5), texts[place], palette.PRINT, palette.MUTED, Align.MIDDLE)
    yield TextLine((area.box.right, foot + 23), visible(under), palette.PRINT, palette.MUTED, Align.END)


def _funnel(funnel: Funnel, language: Language) -> Drawing:
    heading = say("brief-overview-funnel-heading", language, title=funnel.title, year=str(funnel.year))
    title = wrapped(visible(heading), _WIDTH - 8, palette.PRINT_TITLE)
    top = _HEADING + _LINE * len(title)
    box = Box(_LEFT, top, _WIDTH - _RIGHT, _FUNNEL_HEIGHT + _LINE * len(title) - _BELOW)
    exposure, low, high = funnel.curve["exposure"], *_rates_shown(funnel)
    area = PlotArea(box, float(exposure.min()), float(exposure.max()), low, high)
    unit = say("brief-overview-funnel-y", language, unit=funnel.unit)
    around = (
        *_heading(title, unit),
        *_level_scale(area, say("brief-overview-funnel-x", language, size=funnel.size)),
        *_rate_scale(area),
        *_names(area, funnel, language),
    )
    clip = Box(box.left, box.top - 3, box.right + 3, box.bottom + 3)
    finding = visible(finding_of(funnel, language))
    height = box.bottom + _BELOW
    return Drawing(
        funnel.identifier, visible(funnel.title), finding, _WIDTH, height, clip, tuple(_lines(funnel, area)), around
    )


def _rates_shown(funnel: Funnel) -> tuple[float, float]:
    tops = [dot.rate for dot in funnel.dots] + [float(funnel.curve["high"].median())]
    lows = [dot.rate for dot in funnel.dots] + [float(funnel.curve["low"].median())]
    air = 2 * _AIR * (max(tops) - min(lows)) or 1.0
    return max(min(lows) - air, 0.0), max(tops) + air


def _lines(funnel: Funnel, area: PlotArea) -> Iterator[Mark]:
    """The common rate, the limits around it, and a dot for each region."""
    yield Stroke(area.across(funnel.centre), palette.INK, 0.8)
    for names, dash in ((("low", "high"), (4.0, 2.0)), (("far_low", "far_high"), (1.0, 1.5))):
        for name in names:
            points = (area.at(*point) for point in zip(funnel.curve["exposure"], funnel.curve[name], strict=True))
            yield Stroke(tuple(points), palette.FAN_HUE, 0.9, dash)
    for dot in funnel.dots:
        shape = _shape(dot)
        yield Marker(area.at(dot.exposure, dot.rate), shape, _SIZES[shape], _ink(funnel, dot), _ink(funnel, dot))


def _shape(dot: Dot) -> MarkerShape:
    if dot.zone is Zone.INSIDE:
        return MarkerShape.CIRCLE
    return MarkerShape.DIAMOND if dot.zone in _FAR else MarkerShape.TRIANGLE


def _ink(funnel: Funnel, dot: Dot) -> str:
    if dot.zone is Zone.INSIDE:
        return palette.INK
    return palette.STATUS_COLOURS[Status.LIKELY if is_good(funnel, dot) else Status.VERY_UNLIKELY]


def _rate_scale(area: PlotArea) -> Iterator[Mark]:
    yield Stroke(((area.box.left, area.box.bottom), (area.box.left, area.box.top)), palette.MUTED, 0.6)
    ticks = round_values(area.low, area.high, 4)
    for tick, text in zip(ticks, scale_texts(ticks), strict=True):
        place = (area.box.left - _GAP, area.y(tick) + MIDDLE * palette.PRINT)
        yield TextLine(place, text, palette.PRINT, palette.MUTED, Align.END)


def _names(area: PlotArea, funnel: Funnel, language: Language) -> Iterator[Mark]:
    """Names of the common rate and of the regions outside the limits, at the right edge."""
    common = say("brief-overview-funnel-common", language, value=written(funnel.centre, funnel.decimals))
    labels = [(funnel.centre, common, palette.INK)]
    labels += [
        (dot.rate, f"{dot.region} {written(dot.rate, funnel.decimals)}", _ink(funnel, dot)) for dot in funnel.outside
    ]
    labels = labels[: int(area.box.height // _STEP) + 1]
    spots = apart([area.box.bottom - area.y(value) for value, _, _ in labels], _STEP, area.box.height)
    for (_, text, colour), spot in zip(labels, spots, strict=True):
        yield _fitted(text, area.box.right + _GAP, area.box.bottom - spot, _RIGHT - _GAP, colour)


def _fitted(text: str, x: float, middle: float, room: float, colour: str, align: Align = Align.START) -> TextLine:
    """Text around a height, as small as it must be to fit."""
    shown = visible(text)
    size = round(min(palette.PRINT, palette.PRINT * room / max(width(shown, palette.PRINT), 1.0)), 2)
    return TextLine((x, middle + MIDDLE * size), shown, size, colour, align)


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


def _intervals(plot: IntervalPlot) -> Drawing:
    title = wrapped(visible(plot.title), _WIDTH - 8, palette.PRINT_TITLE)
    top = _HEADING / 4 + _LINE * len(title)
    box = Box(_NAMES, top, _WIDTH - _WORDS, top + _ROW * len(plot.ranges))
    ends = [value for item in plot.ranges for value in (item.low, item.high, item.goal) if value is not None]
    air = _AIR * (max(ends) - min(ends)) or 1.0
    area = PlotArea(box, min(ends) - air, max(ends) + air, 0.0, float(len(plot.ranges)))
    rows = list(enumerate(plot.ranges))
    inside = [mark for place, item in rows for mark in _range(area, item, len(plot.ranges) - place - 0.5)]
    names = [mark for place, item in rows for mark in _row_names(area, item, len(plot.ranges) - place - 0.5)]
    heading = _heading(title, "")[:-1]
    around = (*heading, *_level_scale(area, plot.axis), *names)
    clip = Box(box.left, box.top, box.right, box.bottom)
    height = box.bottom + _BELOW
    about = (plot.identifier, visible(plot.title), visible(plot.finding))
    return Drawing(*about, _WIDTH, height, clip, tuple(inside), around)


def _range(area: PlotArea, item: ProjectedRange, row: float) -> Iterator[Mark]:
    """One region: its interval, its projected value, and its target as an upright line."""
    colour = palette.STATUS_COLOURS[item.status]
    yield Stroke(area.across(row), palette.RULE, 0.4)
    yield Stroke((area.at(item.low, row), area.at(item.high, row)), colour, 2.0)
    yield Marker(area.at(item.projected, row), MarkerShape.CIRCLE, 4.4, colour, colour)
    if item.goal is not None:
        yield Stroke((area.at(item.goal, row - 0.42), area.at(item.goal, row + 0.42)), palette.INK, 1.2)


def _row_names(area: PlotArea, item: ProjectedRange, row: float) -> Iterator[Mark]:
    colour, middle = palette.STATUS_COLOURS[item.status], area.y(row)
    yield _fitted(item.region, area.box.left - _GAP, middle, _NAMES - _GAP - 2, palette.INK, Align.END)
    yield _fitted(item.words, area.box.right + _GAP, middle, _WORDS - _GAP - 2, colour)
