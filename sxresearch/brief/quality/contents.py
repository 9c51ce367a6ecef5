"""What the page on data quality says, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from sxresearch.assessment.held_verdicts import HeldVerdicts
from sxresearch.assessment.inputs import Inputs
from sxresearch.brief.content.data_findings import spans
from sxresearch.brief.content.quality_years import QualityLine, judged_table, quality_lines
from sxresearch.brief.content.subject import SeriesKey
from sxresearch.brief.content.target_row import SYMBOLS
from sxresearch.brief.content.wording import asked_language, series_name
from sxresearch.brief.quality.held_effects import held_effects
from sxresearch.language import say, word
from sxresearch.language.numbers import figure, percent, share
from sxresearch.monitoring.contract import KEY
from sxresearch.monitoring.quality.summary.dimensions import summed, tallied
from sxresearch.monitoring.quality.summary.revisions import revisions
from sxresearch.plan.catalogue import Plan
from sxresearch.terms import Basis, Group, Language, ObservationStatus, Status

_BY = ("year", "region", "indicator", "department")
_REGIONS_AT_ONCE = 300  # every figure that was expected of 3,000 makes millions of rows
MOST_REVISIONS = 20  # listed; all are counted


@dataclass(frozen=True)
class HeldEffect:
    """One finding and one target: what is held, and the verdict without and with it."""

    series: str
    region: str
    rule: str
    years: str
    target: str
    without: str
    with_it: str
    changed: bool


@dataclass(frozen=True)
class Revised:
    """One figure that was reported differently before, with its unit's decimals; ``marked``: it is called revised.

    That is how its office called it, or what a change of a closed year is.
    """

    series: str
    region: str
    year: str
    before: str
    after: str
    relative: str
    when: str
    late: bool
    marked: bool


@dataclass(frozen=True)
class QualityContent:
    """Lines by year, region, indicator and department; effects of held figures; revisions, and how many there were."""

    title: str
    language: Language
    as_of: int
    by_year: tuple[QualityLine, ...]
    by_region: tuple[QualityLine, ...]
    by_indicator: tuple[QualityLine, ...]
    by_department: tuple[QualityLine, ...]
    effects: tuple[HeldEffect, ...]
    revised: tuple[Revised, ...]
    revised_count: int
    late_count: int
    synthetic: bool
    internal: bool

    @property
    def headline(self) -> dict[str, Any]:
        """What the exporter needs to make a page of it."""
        about = {"title": self.title, "language": self.language.value, "as_of": self.as_of}
        return {**about, "synthetic": self.synthetic, "internal": self.internal}


def quality_content(
    inputs: Inputs,
    regions: Sequence[str] | None = None,
    as_of: int | None = None,
    lang: str = "zh",
    *,
    internal: bool = False,
    judged: HeldVerdicts | None = None,
) -> QualityContent:
    """The quality of the figures that the plans ask of the regions (of all with data, by default).

    ``judged`` are a run's verdicts without held figures and with them; without it they are judged here.

    Raises
    ------
    BadParameter
        If the language is not one of ours.
    """
    language = asked_language(lang)
    codes = tuple(regions) if regions is not None else inputs.regions_with_data()
    last = as_of or inputs.extent.years()[1]
    plans = tuple(plan for plan in inputs.plans if not plan.counted_apart) or inputs.plans
    departments = _departments(inputs, language)
    tallies = _tallies(inputs.observations.table, plans, codes, last, departments)
    regions_by_code = {item.code: item.title(language) for item in inputs.regions}
    indicators = {key: item.name.in_language(language) for key, item in inputs.indicators.by_id.items()}
    shown = (inputs if internal else inputs.published).observations
    moved = _moved(shown.table, shown.superseded, codes, last)
    held = held_effects(inputs, codes, as_of, internal=internal, judged=judged)
    return QualityContent(
        title=say("quality-page-title", language),
        language=language,
        as_of=last,
        by_year=quality_lines(tallies["year"]),
        by_region=quality_lines(tallies["region"], regions_by_code),
        by_indicator=quality_lines(tallies["indicator"], indicators),
        by_department=quality_lines(tallies["department"]),
        effects=tuple(_effects(inputs, held, language)),
        revised=tuple(_revised(inputs, row, language) for row in moved.head(MOST_REVISIONS).itertuples()),
        revised_count=len(moved),
        late_count=int(moved["late"].eq(True).sum()),
        synthetic=bool((inputs.observations.table["basis"] == Basis.SYNTHETIC).any()),
        internal=internal,
    )


def _tallies(
    table: pd.DataFrame, plans: Sequence[Plan], codes: Sequence[str], last: int, departments: Mapping[str, str]
) -> dict[str, pd.DataFrame]:
    """What was expected and came, by each of _BY; some regions at a time, for what is expected of thousands is much."""
    found: dict[str, list[pd.DataFrame]] = {by: [] for by in _BY}
    for some in (codes[at : at + _REGIONS_AT_ONCE] for at in range(0, len(codes), _REGIONS_AT_ONCE)):
        judged = judged_table(table, plans, some, last)
        named = judged.assign(department=judged["indicator"].map(departments))
        for by, parts in found.items():
            parts.append(tallied(named, by))
    return {by: summed(parts) for by, parts in found.items()}


def _moved(table: pd.DataFrame, superseded: pd.DataFrame, codes: Sequence[str], last: int) -> pd.DataFrame:
    earlier = superseded[superseded["region"].isin(list(codes)) & (superseded["year"] <= last)]
    beside = np.logical_and.reduce([table[name].isin(earlier[name].unique()) for name in KEY])
    return revisions(table[beside], earlier)


def _departments(inputs: Inputs, language: Language) -> dict[str, str]:
    none = say("brief-overview-no-department", language)
    named = {key: item.department or none for key, item in inputs.indicators.by_id.items()}
    for plan in inputs.plans:
        for _, _, target in plan.places():
            if target.indicator and (department := inputs.department_of(target, plan.applies_to)):
                named[target.indicator] = department
    return named


def _effects(inputs: Inputs, found: pd.DataFrame, language: Language) -> list[HeldEffect]:
    titles = {target.id: goal.title.in_language(language) for plan in inputs.plans for _, goal, target in plan.places()}
    return [
        HeldEffect(
            series_name(SeriesKey(inputs.indicators[row.indicator], Group(row.group)), language),
            inputs.regions[row.region].title(language),
            word("doubt", row.rule, language),
            spans(row.years, language),
            titles[row.target],
            _verdict(row.status, row.p, language),
            _verdict(row.status_with, row.p_with, language),
            row.status != row.status_with,
        )
        for row in found.itertuples()
    ]


def _verdict(status: str, p: float, language: Language) -> str:
    words = f"{SYMBOLS[Status(status)]} {word('status', status, language)}"
    return words if pd.isna(p) else f"{words} {percent(p)}"


def _revised(inputs: Inputs, row: Any, language: Language) -> Revised:
    indicator = inputs.indicators[row.indicator]
    return Revised(
        series_name(SeriesKey(indicator, Group(row.group)), language),
        inputs.regions[row.region].title(language),
        str(int(row.year)),
        figure(row.before, indicator.decimals),
        figure(row.after, indicator.decimals),
        share(None if pd.isna(row.relative) else float(row.relative)),
        " → ".join(str(day) for day in (row.before_at, row.after_at) if day and not pd.isna(day)),
        row.late is True,
        row.status == ObservationStatus.REVISED,
    )
