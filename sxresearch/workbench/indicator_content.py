"""Everything that the notebook on one indicator shows, as values: figures, models, verdicts and peers of one series."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property

import numpy as np
import pandas as pd

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.series import IndicatorSeries, open_store
from sxresearch.assessment.verdict import Assessment, Details
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts, members
from sxresearch.brief.content.wording import asked_language
from sxresearch.errors import BadParameter
from sxresearch.monitoring.privacy.suppression import SUPPRESSED
from sxresearch.plan.catalogue import Plan, Target
from sxresearch.plan.indicators import Indicator
from sxresearch.plan.regions import PEER_LEVELS
from sxresearch.projection.ensemble.ensemble_members import DEFAULT
from sxresearch.projection.reference.model_projections import ModelProjection, RefusedModel, model_projections
from sxresearch.projection.scale import Floats
from sxresearch.terms import COVERAGES, Group, Language

COMBINED, UNDERLYING, NAIVE = "combination", "combination underlying", "naive walk"
_LIMITS = (0.5, 0.5 - COVERAGES["80"] / 2, 0.5 + COVERAGES["80"] / 2)
_NEAREST = 3  # indicators named beside one that is not in the register


@dataclass(frozen=True)
class IndicatorContent:
    """One indicator and group of one region among its peers.

    What is judged is judged on ``inputs``, which of the ``whole`` hold this indicator and those it is compared with;
    what is shown is made from ``shown``, which without ``internal`` leaves small counts out.
    """

    whole: Inputs
    inputs: Inputs
    shown: Inputs
    indicator: Indicator
    group: Group
    region: str
    as_of: int
    until: int
    target_year: int | None
    language: Language
    internal: bool

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The published figures of the indicator, all regions and groups, up to the last year used."""
        table = self.shown.observations.table
        return table[(table["indicator"] == self.indicator.id) & (table["year"] <= self.as_of)]

    @cached_property
    def peers(self) -> tuple[str, ...]:
        """The regions that are projected together with this one and have a figure, in the order of the region list."""
        level = PEER_LEVELS[self.shown.regions[self.region].level]
        known = set(self.rows.loc[self.rows["value"].notna(), "region"])
        return tuple(
            item.code for item in self.shown.regions if PEER_LEVELS[item.level] == level and item.code in known
        )

    @cached_property
    def hidden(self) -> bool:
        """Whether figures of this very series are not published: then its models are not shown either."""
        if SUPPRESSED not in self.rows:
            return False
        mine = self._of_series(self.rows)
        return bool(mine[SUPPRESSED].any())

    @cached_property
    def series(self) -> IndicatorSeries:
        """The series and its projection, over the region and its peers."""
        codes = tuple(dict.fromkeys((self.region, *self.peers)))
        return open_store(self.inputs, codes, self.as_of, self.until).get(self.indicator.id, self.group)

    @cached_property
    def models(self) -> tuple[ModelProjection | RefusedModel, ...]:
        """Every single-series model of statsmodels; none where the region has no figure to fit."""
        panel = self.series.panel
        if panel is None or self.region not in panel.regions or self.hidden:
            return ()
        return model_projections(panel, self.region, DEFAULT.lone_members, self.until)

    @cached_property
    def combined(self) -> Mapping[str, ModelProjection]:
        """The default method as the brief gives it, the level behind it where cases are counted, and the naive walk.

        In the form of the single models, by their names; they have no residuals to give.
        """
        panel = self.series.panel
        if panel is None or self.hidden:
            return {}
        years = tuple(range(int(panel.years[-1]) + 1, self.until + 1))
        names = (COMBINED, UNDERLYING, NAIVE) if self.series.counted else (COMBINED, NAIVE)
        return {name: self._outlook(name, years) for name in names}

    def _outlook(self, name: str, years: tuple[int, ...]) -> ModelProjection:
        place = self.series.regions.index(self.region)
        limits = np.array([self._limits(name, year)[:, place] for year in years]).reshape(-1, 3)
        return ModelProjection(name, years, limits[:, 0], limits[:, 1], limits[:, 2], None, {})

    def _limits(self, name: str, year: int) -> Floats:
        """Median and limits in ``year``, 3 × regions."""
        if name == COMBINED:
            return self.series.published(year, _LIMITS)
        outlook = self.series.predictive(year, naive=name == NAIVE)
        return np.array([outlook.quantile(p) for p in _LIMITS])

    @property
    def newest(self) -> int:
        """The newest year with a figure of this indicator, or of one that it is compared with."""
        return _newest(self.inputs, self.as_of)

    @cached_property
    def places(self) -> tuple[tuple[Plan, Target], ...]:
        """The targets that ask for this series, plan by plan, in the plans that bind the region."""
        return tuple(
            (plan, target)
            for plan in self.inputs.plans
            if self.region in plan.binds(self.inputs.regions)
            for _, _, target in plan.places()
            if self._asked(target)
        )

    def _asked(self, target: Target) -> bool:
        series = [(target.indicator, target.group), target.second_series if target.has_second else (None, None)]
        return (self.indicator.id, self.group) in series

    @cached_property
    def verdicts(self) -> tuple[RegionVerdicts, ...]:
        """The region and its peers with the verdicts on these targets only; empty where no target asks for them."""
        if not self.places:
            return ()
        codes = tuple(dict.fromkeys((self.region, *(code for code in self.peers if self._bound(code)))))
        judged = assess(self.inputs, codes, self.as_of, self.target_year, details=Details.ALL)
        wanted = {target.id for _, target in self.places}
        tables = (judged.verdicts, judged.fans, judged.scenarios)
        mine = Assessment(*(table[table["target"].isin(wanted)].reset_index(drop=True) for table in tables))
        return tuple(members(self.whole, mine, self.language, codes, internal=self.internal))

    def _bound(self, code: str) -> bool:
        return any(code in plan.binds(self.inputs.regions) for plan, _ in self.places)

    def _of_series(self, table: pd.DataFrame) -> pd.DataFrame:
        return table[(table["region"] == self.region) & (table["group"] == self.group.value)]


def indicator_content(
    inputs: Inputs,
    indicator: str,
    group: str = Group.TOTAL,
    region: str = "140000",
    as_of: int | None = None,
    lang: str = "zh",
    *,
    target_year: int | None = None,
    internal: bool = False,
) -> IndicatorContent:
    """What one indicator and group says of one region and its peers.

    Parameters
    ----------
    inputs
        As :func:`~sxresearch.assessment.inputs.load_inputs` gives them.
    indicator, group, region
        Codes as in the observations; an indicator may also be given by its Chinese or English name.
    as_of
        Last data year used; by default the last year of the data.
    lang
        ``zh`` or ``en``.
    target_year
        Year to judge instead of each plan's own; the projection reaches the last of the plans' years in any case.
    internal
        Small counts of counties are shown.

    Raises
    ------
    BadParameter
        If the indicator is not in the register, or the language none of ours.
    """
    language = asked_language(lang)
    found = _indicator(inputs, indicator)
    last = as_of or inputs.extent.years()[1]
    only, shown = _about(inputs, found.id), _about(inputs if internal else inputs.published, found.id)
    until = max(_newest(only, last) + 1, target_year or inputs.last_target_year([region]) or 0)
    return IndicatorContent(
        inputs, only, shown, found, Group(group), region, last, until, target_year, language, internal
    )


def _indicator(inputs: Inputs, asked: str) -> Indicator:
    for item in inputs.indicators.by_id.values():
        if asked in item.spellings:
            return item
    names = [name for item in inputs.indicators.by_id.values() for name in item.spellings]
    near = get_close_matches(asked, names, _NEAREST)
    raise BadParameter.of("given-indicator", "", found=asked, near=", ".join(near) or "docs/names.md")


def _newest(inputs: Inputs, last: int) -> int:
    """The newest year up to ``last`` with a figure; ``last`` where there is none."""
    table = inputs.observations.table
    years = table.loc[table["value"].notna() & (table["year"] <= last), "year"]
    return last if years.empty else int(years.max())


def _about(inputs: Inputs, indicator: str) -> Inputs:
    """The inputs with the figures of one indicator and of those it is compared with; the extent stays that of all."""
    names = {indicator}
    for plan in inputs.plans:
        for _, _, target in plan.places():
            pair = {target.indicator, target.second_series[0]} if target.has_second else {target.indicator}
            names |= {str(name) for name in pair if indicator in pair}
    table = inputs.observations.table
    some = replace(inputs.observations, table=table[table["indicator"].isin(names)])
    return replace(inputs, observations=some, whole_extent=inputs.extent)
