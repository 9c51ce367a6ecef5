"""The sections of the notebook on one indicator, each a fragment that one cell shows."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from sxresearch.assessment.recomputation import recompute
from sxresearch.brief.charts.fan_charts import draw
from sxresearch.brief.charts.overview_charts import draw_intervals
from sxresearch.brief.content.chart_panels import panels
from sxresearch.brief.content.intervals import interval_plots
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.content.subject import SeriesKey
from sxresearch.brief.content.wording import number, series_name
from sxresearch.brief.page.markup import Fragment
from sxresearch.errors import BadParameter
from sxresearch.language import say, word
from sxresearch.projection.reference.model_projections import ModelProjection, RefusedModel
from sxresearch.workbench.indicator_charts import models_chart, residuals_chart
from sxresearch.workbench.indicator_content import IndicatorContent
from sxresearch.workbench.model_words import model_name
from sxresearch.workbench.notebook_part import notebook_part
from sxresearch.workbench.word_tables import word_table

_ROWS = (
    "group",
    "year",
    "value",
    "unit",
    "numerator",
    "denominator",
    "status",
    "held",
    "basis",
    "source",
    "file",
    "line",
)
_PEERS = (
    "region",
    "target",
    "latest_year",
    "latest_value",
    "target_value",
    "projected",
    "lower80",
    "upper80",
    "p_attain",
    "status",
)

_DATED = re.compile(r"^(?:Date|Time):.*?(?=   [A-Z])", re.MULTILINE)


def indicator_targets(content: IndicatorContent) -> Fragment:
    """What the indicator is, and which targets ask for it."""
    language, item = content.language, content.indicator
    title = series_name(SeriesKey(item, content.group), language)
    sentences = [item.definition.in_language(language) if item.definition else ""]
    if item.numerator and item.denominator:
        parts = {
            "numerator": item.numerator.in_language(language),
            "denominator": item.denominator.in_language(language),
        }
        sentences.append(say("brief-indicator-parts", language, **parts))
    sentences += [
        _say(content, "break", year=str(mark.year), reason=mark.reason.in_language(language)) for mark in item.breaks
    ]
    mine = own_verdicts(content)
    asked = [
        _say(
            content,
            "asked",
            plan=row.place.plan.title.in_language(language),
            goal=str(row.place.goal.number),
            aim=row.aim,
        )
        for row in (mine.rows if mine else ())
    ]
    return notebook_part(language, title, [*sentences, *(asked or [_say(content, "not-asked")])])


def indicator_rows(content: IndicatorContent) -> Fragment:
    """The region's figures in all groups, row by row with where each comes from."""
    mine = content.rows[content.rows["region"] == content.region].sort_values(["group", "year"], kind="stable")
    table = mine.assign(file=[Path(str(name)).name for name in mine["file"]])
    shown = [name for name in _ROWS if name in table and table[name].replace("", np.nan).notna().any()]
    return _table(content, table[shown], _say(content, "rows", region=_region(content, content.region)))


def indicator_regions(content: IndicatorContent) -> Fragment:
    """All regions that are projected together, in all groups, by year."""
    some = content.rows[content.rows["region"].isin([content.region, *content.peers]) & content.rows["value"].notna()]
    wide = some.pivot_table(index=["region", "group"], columns="year", values="value", sort=False)
    order = {code: place for place, code in enumerate([content.region, *content.peers])}
    wide = wide.sort_index(axis=1).sort_index(key=lambda level: level.map(order) if level.name == "region" else level)
    wide.columns = [str(year) for year in wide.columns]
    return _table(content, wide.reset_index(), _say(content, "regions", count=str(len(order))))


def indicator_scale(content: IndicatorContent) -> Fragment:
    """The working scale, and the region's figures on it."""
    panel = content.series.panel
    if panel is None or content.region not in panel.regions or content.hidden:
        return notebook_part(content.language, _say(content, "scale"), [_nothing(content)])
    scale, row = panel.scale, panel.row(content.region)
    numbers = {
        "lower": f"{scale.lower:g}",
        "upper": f"{scale.upper:g}",
        "offset": f"{scale.offset:.4g}",
        "unit": f"{scale.unit:.4g}",
    }
    sentence = say(f"brief-indicator-scale-{scale.kind.value}", content.language, **numbers)
    table = pd.DataFrame(
        {
            "year": panel.years,
            "value": panel.values[row],
            _say(content, "working"): [f"{z:.3f}" for z in panel.working[row]],
        }
    ).dropna()
    return notebook_part(content.language, _say(content, "scale"), [sentence], tables=[_table(content, table, "")])


def indicator_models(content: IndicatorContent) -> Fragment:
    """Every model's projection beside that of the default method, in the last year projected."""
    shown = [*content.combined.values(), *_fitted(content)]
    shown = [item for item in shown if item.years and np.isfinite(item.median[-1])]
    if not shown:
        return notebook_part(content.language, _say(content, "models"), [_nothing(content)])
    names = [model_name(item.name, content.language) for item in shown]
    last = {name: [float(getattr(item, name)[-1]) for item in shown] for name in ("median", "lower80", "upper80")}
    table = pd.DataFrame({_say(content, "model"): names, **last})
    svg = models_chart(content, shown, _goal(content))
    notes = [_say(content, "models-note"), *_refusals(content)]
    return notebook_part(
        content.language, _say(content, "models"), notes, drawings=[svg], tables=[_table(content, table, "")]
    )


def indicator_summaries(content: IndicatorContent) -> Fragment:
    """statsmodels' own summary of every model, and the default method recomputed by statsmodels."""
    found = [
        (model_name(item.name, content.language), _undated(str(item.results.summary()))) for item in _fitted(content)
    ]
    found += [(_say(content, "recomputed"), text) for text in _recomputed(content)]
    sentence = _say(content, "summaries-note") if found else _nothing(content)
    return notebook_part(content.language, _say(content, "summaries"), [sentence], details=found)


def indicator_residuals(content: IndicatorContent) -> Fragment:
    """What every model leaves over, in standard deviations."""
    models = [item for item in _fitted(content) if item.residuals]
    if not models:
        return notebook_part(content.language, _say(content, "residuals"), [_nothing(content)])
    table = pd.DataFrame(
        {model_name(item.name, content.language): pd.Series(item.residuals) for item in models}
    ).sort_index()
    table = table.rename_axis("year").reset_index()
    svg = residuals_chart(content, models)
    note = _say(content, "residuals-note")
    return notebook_part(
        content.language, _say(content, "residuals"), [note], drawings=[svg], tables=[_table(content, table, "")]
    )


def indicator_verdicts(content: IndicatorContent) -> Fragment:
    """The fan chart of every target that asks for the indicator, with the reason in words."""
    mine = own_verdicts(content)
    if mine is None:
        return notebook_part(content.language, _say(content, "verdicts"), [_say(content, "not-asked")])
    found = panels(mine.subject, mine.rows)
    return notebook_part(
        content.language, _say(content, "verdicts"), [row.reason for row in mine.rows], panels=draw(found.values())
    )


def indicator_peers(content: IndicatorContent) -> Fragment:
    """The region beside its peers: each with its range, and the answers in a table."""
    members = content.verdicts
    if not members:
        return notebook_part(content.language, _say(content, "peers"), [_say(content, "not-asked")])
    plots = draw_intervals(interval_plots(members))
    rows = pd.concat([member.subject.assessment.verdicts for member in members], ignore_index=True)
    columns = [name for name in _PEERS if name != "target" or len(content.places) > 1]
    table = _table(content, rows[columns], "")
    return notebook_part(
        content.language, _say(content, "peers"), [_say(content, "peers-note")], drawings=plots, tables=[table]
    )


def _undated(summary: str) -> str:
    """Without the day and hour of the fit: the same figures give the same text."""
    return _DATED.sub(lambda found: " " * len(found[0]), summary)


def _say(content: IndicatorContent, key: str, **values: str) -> str:
    return say(f"brief-indicator-{key}", content.language, **values)


def _table(content: IndicatorContent, table: pd.DataFrame, caption: str) -> Fragment:
    return word_table(table.reset_index(drop=True), content.whole, content.language, caption, content.indicator.id)


def _region(content: IndicatorContent, code: str) -> str:
    return content.whole.regions[code].title(content.language)


def own_verdicts(content: IndicatorContent) -> RegionVerdicts | None:
    """The region's own verdicts on the indicator; none where no target asks for it."""
    return next((member for member in content.verdicts if member.region.code == content.region), None)


def _fitted(content: IndicatorContent) -> list[ModelProjection]:
    return [item for item in content.models if isinstance(item, ModelProjection)]


def _refusals(content: IndicatorContent) -> Iterator[str]:
    for item in content.models:
        if isinstance(item, RefusedModel):
            name = model_name(item.name, content.language)
            yield _say(content, "refused", model=name, points=str(item.reason.points))


def _nothing(content: IndicatorContent) -> str:
    """Why there is nothing to fit."""
    return _say(
        content,
        "hidden" if content.hidden else "nothing",
        region=_region(content, content.region),
        group=word("group", content.group, content.language),
    )


def _goal(content: IndicatorContent) -> float | None:
    mine = own_verdicts(content)
    goals = [number(row.row.target_value) for row in mine.rows] if mine else []
    return goals[0] if len(set(goals)) == 1 else None


def _recomputed(content: IndicatorContent) -> Sequence[str]:
    """The report of the first target's recomputation; nothing where there is nothing to recompute or show."""
    if content.hidden or not content.places:
        return []
    try:
        found = recompute(content.inputs, content.region, content.places[0][1].id, content.newest)
        return [found.report(content.language)]
    except BadParameter:
        return []
