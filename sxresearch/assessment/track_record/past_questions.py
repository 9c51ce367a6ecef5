"""What the plan's numeric targets ask in the past of a panel: the plan's geometry without its calendar years."""

from dataclasses import dataclass

import numpy as np

from sxresearch.assessment.inputs import Inputs
from sxresearch.plan.catalogue import Plan, Target
from sxresearch.plan.rules import Shape
from sxresearch.projection.panel import Panel, PanelKey
from sxresearch.projection.scale import Floats
from sxresearch.terms import Better


@dataclass(frozen=True)
class PastQuestion:
    """A target's direction and geometry: ``distance`` from base to goal on the working scale, years in between."""

    target: str
    wants_more: bool
    distance: float
    elapsed: int
    lead: int
    regions: frozenset[str]


def longest_lead(inputs: Inputs, as_of: int) -> int:
    """How many years ahead a past question may look at most: of the targets whose base year has a figure."""
    figures = inputs.observations.figures
    known = figures[(figures["year"] <= as_of) & figures["value"].notna()]
    held = set(known[["indicator", "group", "year"]].drop_duplicates().itertuples(index=False, name=None))
    regions, leads = frozenset(known["region"].unique()), [1]
    for plan in inputs.plans:
        if regions.isdisjoint(plan.binds(inputs.regions)):
            continue
        for _, _, target in plan.places():
            base_year, due = plan.years_of(target)
            if target.grammar.asked_of_past and (target.indicator, target.group, base_year) in held:
                leads.append(due - as_of)
    return max(leads)


def past_questions(inputs: Inputs, key: PanelKey, panel: Panel, as_of: int) -> list[PastQuestion]:
    """The different questions that the plans ask of a panel."""
    name, group, _ = key
    found: dict[tuple, PastQuestion] = {}
    for plan in inputs.plans:
        bound = frozenset(plan.binds(inputs.regions)) & frozenset(panel.regions)
        for _, _, target in plan.places():
            if bound and target.grammar.asked_of_past and (target.indicator, target.group) == (name, group):
                question = _question(plan, target, panel, bound, as_of)
                if question is not None:
                    same = (question.wants_more, round(question.distance, 9), question.elapsed, question.lead, bound)
                    found.setdefault(same, question)
    return list(found.values())


def _question(
    plan: Plan, target: Target, panel: Panel, bound: frozenset[str], as_of: int
) -> PastQuestion | None:  # fmt: skip
    """The target's geometry; none without a direction or a base figure in any bound region."""
    if panel.indicator.better is Better.BAND:
        return None
    more = panel.indicator.better is Better.HIGHER
    base_year, due = plan.years_of(target)
    column = base_year - int(panel.years[0])
    if not 0 <= column < len(panel.years):
        return None
    rows = [panel.row(code) for code in sorted(bound)]
    base = panel.values[rows, column]
    apart = panel.scale.forward(_goal(target, panel, base)) - panel.scale.forward(base)
    if not np.isfinite(apart).any():
        return None
    years = max(as_of - base_year, 0), max(due - as_of, 1)
    return PastQuestion(target.id, more, float(np.nanmedian(apart)), *years, bound)


def _goal(target: Target, panel: Panel, base: Floats) -> Floats:
    """The value that a target asks for, per region."""
    sign = 1.0 if panel.indicator.better is Better.HIGHER else -1.0
    value = np.nan if target.value is None else target.value
    if target.grammar.percent_of_base:
        return base * (1 - value / 100)
    if target.grammar.shape is Shape.CHANGE:
        return base + sign * 10.0**-panel.indicator.decimals
    if target.grammar.shape is Shape.AROUND:
        return np.full(len(base), value - sign * target.tolerance_for(panel.indicator.unit))
    return np.full(len(base), value)
