"""The drawing of the paths that somebody would ask about: straight lines to the target year, each with its chance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sxresearch.assessment.what_if import Scenario
from sxresearch.brief.charts import palette
from sxresearch.brief.charts.labels import MIDDLE, apart, scale_texts, wrapped
from sxresearch.brief.charts.marks import Align, Box, Drawing, Mark, Marker, MarkerShape, Stroke, TextLine
from sxresearch.brief.charts.plot_area import PlotArea, round_values
from sxresearch.brief.charts.sheets import svg_of_sheet
from sxresearch.brief.content.comparison.scenario_rows import ScenarioLine, WhatIf, scenario_word
from sxresearch.brief.content.wording import number
from sxresearch.language import say, word
from sxresearch.safe_text import visible

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _BELOW = 400.0, 130.0, 40.0, 150.0, 16.0  # points
_LINE, _STEP, _AIR = 12.0, 11.0, 0.08
_DASHES: dict[Scenario, tuple[float, ...]] = {
    Scenario.STAYS: (1.0, 2.0),
    Scenario.OWN: (),
    Scenario.BEST_PEER: (5.0, 2.0),
    Scenario.REQUIRED: (6.0, 2.0, 1.0, 2.0),
}


@dataclass(frozen=True)
class ScenarioPath:
    """One path from the year of the latest figure to the target year, in the indicator's unit."""

    line: ScenarioLine
    start_year: int
    end_year: int
    start: float
    end: float

    def __post_init__(self) -> None:
        if self.end_year <= self.start_year:
            raise ValueError(f"a path leads forwards, not from {self.start_year} to {self.end_year}")


def what_if_chart(item: WhatIf, paths: Sequence[ScenarioPath]) -> str:
    """The paths of one target as an inline SVG element, the target as a level line; empty without any path."""
    if not paths:
        return ""
    row, language = item.target, item.target.subject.language
    title = wrapped(visible(f"{row.title} {row.aim}"), _WIDTH - 8, palette.PRINT_TITLE)
    top = _LINE * (len(title) + 1) + 4
    box = Box(_LEFT, top, _WIDTH - _RIGHT, top + _HEIGHT)
    goal = number(row.row.target_value)
    ends = [value for path in paths for value in (path.start, path.end)] + ([] if goal is None else [goal])
    air = _AIR * (max(ends) - min(ends)) or 1.0
    area = PlotArea(box, paths[0].start_year, paths[0].end_year, min(ends) - air, max(ends) + air)
    around = (*_heading(title, item), *_scales(area, paths[0]), *_ends(area, paths, item, goal))
    finding = say(
        "brief-indicator-what-if-finding", language, title=row.title,
        items=say("report-item-separator", language).join(_said(path, item) for path in paths),
    )  # fmt: skip
    inside = tuple(_lines(area, paths, goal))
    identifier = f"what-if-{row.place.target.id}".replace(".", "-")
    clip = Box(box.left - 3, box.top - 3, box.right + 3, box.bottom + 3)
    return svg_of_sheet(
        Drawing(identifier, visible(row.title), visible(finding), _WIDTH, box.bottom + _BELOW, clip, inside, around)
    )


def _heading(title: Sequence[str], item: WhatIf) -> Iterator[Mark]:
    for place, text in enumerate(title):
        yield TextLine((2, _LINE * (place + 1) - 2), text, palette.PRINT_TITLE, palette.INK)
    row = item.target
    unit = word("unit", row.series.indicator.unit, row.subject.language).strip() if row.series else ""
    yield TextLine((2, _LINE * (len(title) + 1) - 2), visible(unit), palette.PRINT, palette.MUTED)


def _lines(area: PlotArea, paths: Sequence[ScenarioPath], goal: float | None) -> Iterator[Mark]:
    if goal is not None:
        yield Stroke(area.across(goal), palette.BAD, 0.9)
    for path in paths:
        points = (area.at(path.start_year, path.start), area.at(path.end_year, path.end))
        yield Stroke(points, palette.FAN_HUE, 1.3, _DASHES[path.line.scenario])
    yield Marker(area.at(paths[0].start_year, paths[0].start), MarkerShape.CIRCLE, 4.4, palette.INK, palette.INK)


def _scales(area: PlotArea, path: ScenarioPath) -> Iterator[Mark]:
    """Values at the left edge, the first and the last year below."""
    yield Stroke(((area.box.left, area.box.bottom), (area.box.left, area.box.top)), palette.MUTED, 0.6)
    ticks = round_values(area.low, area.high, 4)
    for tick, text in zip(ticks, scale_texts(ticks), strict=True):
        spot = (area.box.left - 4, area.y(tick) + MIDDLE * palette.PRINT)
        yield TextLine(spot, text, palette.PRINT, palette.MUTED, Align.END)
    for year in (path.start_year, path.end_year):
        yield TextLine((area.x(year), area.box.bottom + 12), str(year), palette.PRINT, palette.MUTED, Align.MIDDLE)


def _ends(area: PlotArea, paths: Sequence[ScenarioPath], item: WhatIf, goal: float | None) -> Iterator[Mark]:
    """Name and chance of each path at its end, and the target, as near to their lines as they can stand."""
    labels = [(path.end, _said(path, item), palette.INK) for path in paths]
    if goal is not None:
        words = say("brief-indicator-what-if-goal", item.target.subject.language, value=f"{goal:g}")
        labels.append((goal, words, palette.BAD))
    spots = apart([area.box.bottom - area.y(value) for value, _, _ in labels], _STEP, area.box.height)
    for (_, words, colour), spot in zip(labels, spots, strict=True):
        place = (area.box.right + 5, area.box.bottom - spot + MIDDLE * palette.PRINT)
        yield TextLine(place, visible(words), palette.PRINT, colour)


def _said(path: ScenarioPath, item: WhatIf) -> str:
    return f"{scenario_word(path.line.scenario, item.target.subject.language)} {path.line.probability}"
