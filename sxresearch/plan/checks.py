"""What a single record can't know: do plan, register and region list agree?"""

from collections.abc import Iterable, Iterator, Mapping

from sxresearch.errors import Fault
from sxresearch.plan.catalogue import Goal, Plan, PlanField, Target
from sxresearch.plan.indicators import Indicator, Indicators
from sxresearch.plan.regions import Regions
from sxresearch.plan.yaml_text import Document, Place
from sxresearch.terms import GoalKind, Group


def register_faults(
    items: Mapping[Place, Indicator], document: Document, known: Iterable[Indicator] = ()
) -> Iterator[Fault]:
    """Ids and names that two of ``items`` share, or one of them with a known one: a data file could mean either."""
    seen = {spelling: item.id for item in known for spelling in (*item.spellings, *item.former_ids)}
    for place, item in items.items():
        for spelling in (*item.spellings, *item.former_ids):
            if spelling in seen:
                yield Fault.of("indicator-twice", document.where(place), name=spelling, other=seen[spelling])
            seen.setdefault(spelling, item.id)


def plan_faults(plan: Plan, document: Document, indicators: Indicators, regions: Regions) -> Iterator[Fault]:
    """Everything in a well-formed plan that the register, the regions or itself contradict."""
    if plan.applies_to not in regions:
        yield Fault.of("region-unknown", document.where(("applies_to",)), code=plan.applies_to)
    seen: dict[str, str] = {}
    for number, item in enumerate(plan.fields):
        at: Place = ("fields", number)
        if item.id in seen:
            yield Fault.of("plan-id-twice", document.where((*at, "id")), id=item.id)
        seen[item.id] = item.id
        yield from _field_faults(item, at, document)
        for position, goal in enumerate(item.goals):
            here: Place = (*at, "goals", position)
            yield from _goal_faults(goal, item, here, document)
            for order, target in enumerate(goal.targets):
                spot: Place = (*here, "targets", order)
                if target.id in seen:
                    yield Fault.of("plan-id-twice", document.where((*spot, "id")), id=target.id)
                seen[target.id] = target.id
                yield from _target_faults(plan, target, item, spot, document, indicators)


def _field_faults(item: PlanField, at: Place, document: Document) -> Iterator[Fault]:
    for part, records in (("goals", item.goals), ("measures", item.measures)):
        numbers = [record.number for record in records]
        if numbers != list(range(1, len(numbers) + 1)):
            yield Fault.of("numbers-not-in-order", document.where((*at, part)), found=", ".join(map(str, numbers)))
    named = {number for goal in item.goals for number in goal.served_by}
    for position, measure in enumerate(item.measures):
        if measure.number not in named:
            yield Fault.of("measure-unnamed", document.where((*at, "measures", position)), number=str(measure.number))


def _goal_faults(goal: Goal, item: PlanField, at: Place, document: Document) -> Iterator[Fault]:
    known = {measure.number for measure in item.measures}
    for number in goal.served_by:
        if number not in known:
            yield Fault.of("measure-unknown", document.where((*at, "served_by")), number=str(number))
    measured = [target for target in goal.targets if target.indicator is not None]
    if (goal.kind is GoalKind.QUALITATIVE) == bool(measured):
        yield Fault.of("goal-kind", document.where((*at, "kind")), kind=goal.kind, count=str(len(measured)))
    numeric = [target for target in measured if target.grammar.numeric]
    if measured and goal.kind is not GoalKind.QUALITATIVE and (goal.kind is GoalKind.QUANTITATIVE) != bool(numeric):
        yield Fault.of("goal-kind-number", document.where((*at, "kind")), kind=goal.kind, count=str(len(numeric)))
    if not goal.targets:
        yield Fault.of("goal-without-target", document.where(at), number=str(goal.number))


def _target_faults(
    plan: Plan, target: Target, item: PlanField, at: Place, document: Document, indicators: Indicators
) -> Iterator[Fault]:
    if target.target_year is not None and not plan.baseline_year < target.target_year <= plan.period[1]:
        span = {"first": str(plan.baseline_year + 1), "last": str(plan.period[1])}
        yield Fault.of(
            "target-year-outside-plan", document.where((*at, "target_year")), found=str(target.target_year), **span
        )
    if target.stated_in != "goal" and target.stated_in not in {measure.number for measure in item.measures}:
        yield Fault.of("measure-unknown", document.where((*at, "stated_in")), number=str(target.stated_in))
    if target.indicator is None:
        return
    series = [(target.indicator, target.group)]
    if target.has_second:
        second, group = target.second_series
        series.append((second or "", group))
    for name, group in series:
        if name not in indicators:
            yield Fault.of("indicator-unknown", document.where((*at, "indicator")), id=name)
        elif group not in indicators[name].groups:
            yield _group_fault(indicators[name], group, document.where((*at, "group")))
    if target.indicator in indicators:
        yield from _fit_faults(target, indicators[target.indicator], document, at)


def _group_fault(indicator: Indicator, group: Group, where: str) -> Fault:
    return Fault.of("group-unknown", where, group=group, id=indicator.id, expected=", ".join(indicator.groups))


def _fit_faults(target: Target, indicator: Indicator, document: Document, at: Place) -> Iterator[Fault]:
    if indicator.better not in target.grammar.fits:
        yield Fault.of(
            "rule-does-not-fit",
            document.where((*at, "rule")),
            rule=target.rule,
            id=indicator.id,
            better=indicator.better,
        )
    if target.value is not None:
        yield from value_faults(target, target.value, indicator, document.where((*at, "value")))


def value_faults(target: Target, value: float, indicator: Indicator, where: str) -> Iterator[Fault]:
    """What is wrong with ``value`` as the value of ``target``: beyond the bounds, or finer than published."""
    is_percent = target.grammar.percent_of_base
    low, high = (0.0, 100.0) if is_percent else (indicator.lower, indicator.upper)
    if (low is not None and value < low) or (high is not None and value > high):
        ends = ("−∞" if low is None else f"{low:g}", "∞" if high is None else f"{high:g}")
        yield Fault.of("target-out-of-bounds", where, value=f"{value:g}", low=ends[0], high=ends[1])
    if not is_percent and round(value, indicator.decimals) != value:
        yield Fault.of("target-finer-than-indicator", where, value=f"{value:g}", decimals=str(indicator.decimals))
