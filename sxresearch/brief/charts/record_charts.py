"""The track record as pictures: calibration, coverage, error by method, and what warning thresholds would have done."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from sxresearch.assessment.track_record.record import METHODS, TrackRecord, alarms
from sxresearch.brief.charts import palette
from sxresearch.brief.charts.frame import drawing, svg_of
from sxresearch.brief.content.panel_record import record_text
from sxresearch.language import say
from sxresearch.language.numbers import figure as number
from sxresearch.terms import COVERAGES, Language, Status

SIZE = (6.2, 3.4)  # inches
_LARGER: dict[Any, Any] = {
    "font.size": 8.5,
    "axes.labelsize": 8.5,
    "xtick.labelsize": 8,
    "ytick.labelsize": 8,
    "legend.fontsize": 8,
}
_LEVELS = {f"covered{name}": level for name, level in COVERAGES.items()}
_OURS = METHODS[0]
_MARKERS = ("o", "s", "D")
_ALARMS = {"hits": Status.LIKELY, "false_alarms": Status.UNCERTAIN, "missed": Status.MISSED}
"""What became of a warning, and the status whose colour it bears."""


def reliability_diagram(record: TrackRecord, language: Language) -> str:
    """Share of targets really met against the probability given, by tenths; the size of a point is its number of cases.

    Points on the diagonal are what they should be; above it the method was too cautious, below too sure.
    """

    def paint(axes: Axes, language: Language) -> None:
        axes.plot([0, 1], [0, 1], color=palette.MUTED, linewidth=0.8, linestyle="--")
        table = record.reliability
        axes.plot(table["said"], table["happened"], color=palette.FAN_HUE, linewidth=1)
        sizes = 12 + 160 * table["cases"] / max(table["cases"].max(), 1)
        axes.scatter(table["said"], table["happened"], s=sizes, color=palette.FAN_HUE, zorder=3)
        for row in table.itertuples():
            axes.annotate(str(row.cases), (row.said, row.happened), (0, 9), textcoords="offset points", ha="center")
        axes.set(xlim=(0, 1), ylim=(0, 1.1), xlabel=_say("axis-said", language), ylabel=_say("axis-happened", language))
        _percents(axes.xaxis, axes.yaxis)

    return _drawn("reliability", record, language, paint)


def coverage_chart(record: TrackRecord, language: Language) -> str:
    """Share of later figures inside the 50, 80 and 95 % intervals by years ahead; dashes mark what was promised."""

    def paint(axes: Axes, language: Language) -> None:
        table, shades = record.coverage, palette.FAN_COLOURS[::-1]
        for (column, level), marker, shade in zip(_LEVELS.items(), _MARKERS, shades, strict=True):
            axes.axhline(level, color=palette.MUTED, linewidth=0.8, linestyle="--")
            label = _say("interval", language, level=f"{level:.0%}")
            axes.plot(
                table["horizon"], table[column], marker=marker, color=shade, markeredgecolor=palette.INK, label=label
            )
        axes.set(ylim=(0, 1.05), xlabel=_say("axis-horizon", language), ylabel=_say("axis-covered", language))
        axes.set_xticks(table["horizon"])
        _percents(axes.yaxis)
        axes.legend(frameon=False, loc="lower right")

    return _drawn("coverage", record, language, paint)


def brier_chart(record: TrackRecord, language: Language) -> str:
    """Brier score of this method and of the yardsticks on the same judgements, best first."""

    def paint(axes: Axes, language: Language) -> None:
        table = record.brier.sort_values("brier", kind="stable")
        names = [_say(f"method-{name.replace('_', '-')}", language) for name in table["method"]]
        colours = [palette.FAN_HUE if name == _OURS else palette.OTHERS for name in table["method"]]
        sns.barplot(x=table["brier"].to_numpy(), y=names, hue=names, palette=colours, legend=False, ax=axes)
        for place, score in enumerate(table["brier"]):
            axes.annotate(number(score, 3), (score, place), (3, 0), textcoords="offset points", va="center")
        axes.set(xlabel=_say("axis-brier", language), ylabel="")

    return _drawn("brier", record, language, paint)


def alarm_chart(record: TrackRecord, levels: Sequence[float], language: Language) -> str:
    """Hits, false alarms and misses not warned of, had one warned below each of ``levels`` (probabilities)."""

    def paint(axes: Axes, language: Language) -> None:
        table = _alarms(record, levels)
        names = [_say("alarm-below", language, level=f"{level:.0%}") for level in table["below"]]
        counts = table[list(_ALARMS)].set_axis(names, axis="index")
        left = [0.0] * len(names)
        for column, status in _ALARMS.items():
            label = _say(f"alarm-{column.replace('_', '-')}", language)
            bars = axes.barh(names, counts[column], left=left, color=palette.STATUS_COLOURS[status], label=label)
            axes.bar_label(bars, label_type="center", color=palette.PAPER)
            left = [start + length for start, length in zip(left, counts[column], strict=True)]
        axes.invert_yaxis()
        axes.set(xlabel=_say("axis-count", language), ylabel=_say("axis-level", language))
        axes.legend(frameon=False, ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1.0))

    return _drawn("alarms", record, language, paint)


def _alarms(record: TrackRecord, levels: Sequence[float]) -> pd.DataFrame:
    return alarms(record.cases["ours"].to_numpy(dtype=float), record.cases["outcome"].to_numpy(dtype=float), levels)


def _percents(*axes: Axis) -> None:
    for axis in axes:
        axis.set_major_formatter(PercentFormatter(1, decimals=0))


def _say(key: str, language: Language, **values: str) -> str:
    return say(f"brief-track-{key}", language, **values)


def _drawn(name: str, record: TrackRecord, language: Language, paint: Callable[[Axes, Language], None]) -> str:
    """A picture; empty where there is nothing to judge."""
    if record.cases.empty:
        return ""
    with drawing(_LARGER):
        figure = Figure(figsize=SIZE, layout="constrained")
        axes = figure.add_subplot()
        paint(axes, language)
        sns.despine(ax=axes)
        summary, title = " ".join(record_text(record, language).sentences), _say(f"figure-{name}", language)
        return svg_of(figure, identifier=f"record-{name}", title=title, description=summary)
