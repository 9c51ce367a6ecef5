"""The drawings of the notebook on one indicator: every model's way to the target year, and what each leaves over."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sxresearch.brief.charts import palette
from sxresearch.brief.charts.frame import drawing, svg_of
from sxresearch.language import say, word
from sxresearch.projection.reference.model_projections import ModelProjection
from sxresearch.safe_text import visible
from sxresearch.terms import Status
from sxresearch.workbench.indicator_content import COMBINED, IndicatorContent
from sxresearch.workbench.model_words import model_name

_WIDTH, _ROW, _HEAD, _FOOT = 5.6, 0.24, 0.35, 0.3  # inches: a drawing, one model's row in it, what stands around
_NAMES = 1.65  # inches for the models' names
_TICKS = palette.PRINT  # points
_LIMIT = 2.0  # standard deviations that one residual in twenty exceeds


def models_chart(content: IndicatorContent, models: Sequence[ModelProjection], goal: float | None) -> str:
    """Median and 80 % interval of every model in the last year projected, one row each; the target as a line."""
    language = content.language
    names = [model_name(item.name, language) for item in models]
    with drawing({"font.size": _TICKS, "xtick.labelsize": _TICKS, "ytick.labelsize": _TICKS}):
        figure, axes = _canvas(len(models))
        for place, item in enumerate(reversed(models)):
            colour = palette.FAN_HUE if item.name == COMBINED else palette.INK
            axes.plot([item.lower80[-1], item.upper80[-1]], [place, place], color=colour, linewidth=1.8)
            axes.plot([item.median[-1]], [place], marker="o", markersize=4, color=colour)
        if goal is not None:
            axes.axvline(goal, color=palette.STATUS_COLOURS[Status.MISSED], linewidth=1)
        axes.set_yticks(range(len(models)), [visible(name) for name in reversed(names)])
        axes.set_xlabel(word("unit", content.indicator.unit, language).strip())
        title = say("brief-indicator-models-chart", language, year=str(models[0].years[-1]))
        lowest, highest = (min(models, key=_last), max(models, key=_last))
        finding = say(
            "brief-indicator-models-finding", language, year=str(models[0].years[-1]),
            low=_value(content, _last(lowest)), lowest=model_name(lowest.name, language),
            high=_value(content, _last(highest)), highest=model_name(highest.name, language),
        )  # fmt: skip
        return svg_of(figure, identifier="indicator-models", title=title, description=finding)


def residuals_chart(content: IndicatorContent, models: Sequence[ModelProjection]) -> str:
    """Standardised residuals of every model by year; dashes mark two standard deviations."""
    years = sorted({year for item in models for year in item.residuals})
    names = [model_name(item.name, content.language) for item in models]
    with drawing({"font.size": _TICKS, "xtick.labelsize": _TICKS, "ytick.labelsize": _TICKS}):
        figure, axes = _canvas(len(models))
        for place, item in enumerate(reversed(models)):
            axes.axhline(place, color=palette.RULE, linewidth=0.5, zorder=0)
            seen = sorted(item.residuals)
            sizes = np.array([item.residuals[year] for year in seen])
            colours = [palette.BAD if abs(size) > _LIMIT else palette.FAN_HUE for size in sizes]
            axes.bar(seen, sizes * 0.15, bottom=place, width=0.6, color=colours)
        axes.set_xlim(years[0] - 0.7, years[-1] + 0.7)
        axes.set_yticks(range(len(models)), [visible(name) for name in reversed(names)])
        every = [(year, item) for item in models for year in item.residuals]
        when, worst = max(every, key=lambda place: abs(place[1].residuals[place[0]]))
        finding = say(
            "brief-indicator-residuals-finding", content.language, model=model_name(worst.name, content.language),
            year=str(when), size=f"{abs(worst.residuals[when]):.1f}",
        )  # fmt: skip
        title = say("brief-indicator-residuals", content.language)
        return svg_of(figure, identifier="indicator-residuals", title=title, description=finding)


def _last(model: ModelProjection) -> float:
    return float(model.median[-1])


def _value(content: IndicatorContent, value: float) -> str:
    return f"{value:.{content.indicator.decimals}f}"


def _canvas(rows: int) -> tuple[Figure, Axes]:
    height = _HEAD + _FOOT + _ROW * rows
    figure = Figure(figsize=(_WIDTH, height))
    figure.patch.set_visible(False)
    axes = figure.add_axes((_NAMES / _WIDTH, _FOOT / height, 0.97 - _NAMES / _WIDTH, _ROW * rows / height))
    axes.patch.set_visible(False)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(length=0, colors=palette.MUTED)
    axes.set_ylim(-0.6, rows - 0.4)
    return figure, axes
