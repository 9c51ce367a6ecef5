"""What was promised: plans, their fields, goals, measures and targets.

Every object is valid or does not exist. What one file alone can't show (an indicator
that is not in the register, say) is checked in :mod:`sxresearch.plan.checks`.
"""

from collections.abc import Callable, Iterator
from typing import Literal, Self

from pydantic import Field, PositiveInt, model_validator

from sxresearch.plan.regions import Regions
from sxresearch.plan.rules import RULES, Rule
from sxresearch.plan.schema import (
    Identifier,
    NonEmpty,
    Number,
    Problem,
    Record,
    RegionCode,
    TargetId,
    Words,
    Year,
    broken,
)
from sxresearch.terms import GoalKind, Group, Level, RuleKind, Unit

DEFAULT_TOLERANCE_POINTS = 2.0  # percent points; docs/decisions.md
DEFAULT_TOLERANCE_SHARE = 0.05  # of the target value; docs/decisions.md


class Target(Record):
    """One measurable statement of a plan.

    ``target_year`` and ``base_year`` stand where they are not the plan's; ``source`` says where the statement was
    read, where that is not the plan itself.
    """

    id: TargetId
    rule: RuleKind
    indicator: Identifier | None = None
    group: Group = Group.TOTAL
    value: Number | None = None
    strict: bool = False
    tolerance: Number | None = Field(default=None, gt=0)
    base_year: Year | None = None
    target_year: Year | None = None
    second_indicator: Identifier | None = None
    second_group: Group | None = None
    stated_in: Literal["goal"] | PositiveInt = "goal"
    phrase: NonEmpty
    aspiration: bool = False
    other_reading: Words | None = None
    source: Words | None = None

    @property
    def grammar(self) -> Rule:
        """What this target's rule kind needs and asks."""
        return RULES[self.rule]

    @model_validator(mode="after")
    def _has_what_its_rule_needs(self) -> Self:
        rule = self.grammar
        problems = [
            *_needs(self.value is not None, rule.numeric, rule.needs_value, "value", rule),
            *_needs(self.indicator is not None, rule.needs_indicator, rule.needs_indicator, "indicator", rule),
            *_needs(self.has_second, rule.needs_second, rule.needs_second, "second_indicator/second_group", rule),
            *_needs(self.tolerance is not None, rule.takes_tolerance, False, "tolerance", rule),
            *_needs(self.base_year is not None, rule.takes_base_year, False, "base_year", rule),
            *_needs(self.strict, rule.takes_strict, False, "strict", rule),
        ]
        if self.has_second and self.second_series == (self.indicator, self.group):
            problems.append(("second-series-same", {}))
        if problems:
            raise broken(problems)
        return self

    @property
    def has_second(self) -> bool:
        """Whether a second series takes part (relations and gaps)."""
        return self.second_indicator is not None or self.second_group is not None

    @property
    def second_series(self) -> tuple[str | None, Group]:
        """Indicator and group of the second series."""
        return self.second_indicator or self.indicator, self.second_group or self.group

    def tolerance_for(self, unit: Unit) -> float:
        """Half-width of "about": as declared, else max(2 points, 5 % of the target)."""
        if self.tolerance is not None:
            return self.tolerance
        share = DEFAULT_TOLERANCE_SHARE * abs(self.value or 0.0)
        return max(DEFAULT_TOLERANCE_POINTS, share) if unit is Unit.PERCENT else share


def _needs(given: bool, allowed: bool, required: bool, name: str, rule: Rule) -> Iterator[Problem]:
    if required and not given:
        yield "rule-needs", {"rule": rule.kind.value, "key": name}
    if given and not allowed:
        yield "rule-takes-no", {"rule": rule.kind.value, "key": name}


class NotTarget(Record):
    """A figure or trend phrase of the text that is no target, and why."""

    phrase: NonEmpty
    reason: Words


class Goal(Record):
    """A main goal (主要目标) with the targets it holds."""

    number: PositiveInt
    title: Words
    kind: GoalKind
    served_by: tuple[PositiveInt, ...] = ()
    targets: tuple[Target, ...] = ()
    not_targets: tuple[NotTarget, ...] = ()

    @property
    def figure_in_measure(self) -> bool:
        """Whether the goal has a figure, but only in the words of a measure."""
        numeric = [target for target in self.targets if target.indicator is not None and target.grammar.numeric]
        return bool(numeric) and all(target.stated_in != "goal" for target in numeric)


class PlanMeasure(Record):
    """A measure (策略措施) that serves one or more goals."""

    number: PositiveInt
    title: Words
    not_targets: tuple[NotTarget, ...] = ()


class PlanField(Record):
    """A field of development (发展领域)."""

    id: Identifier
    title: Words
    goals: tuple[Goal, ...]
    measures: tuple[PlanMeasure, ...] = ()

    def measures_for(self, goal: Goal) -> tuple[PlanMeasure, ...]:
        """The measures that serve ``goal``, in the plan's order."""
        return tuple(item for item in self.measures if item.number in goal.served_by)


class Plan(Record):
    """A plan: its period, the regions it binds, and its fields in order.

    ``counted_apart`` marks a document beside the outlines, whose targets no headline may add to theirs.
    """

    id: NonEmpty
    title: Words
    document: NonEmpty
    period: tuple[Year, Year]
    baseline_year: Year
    target_year: Year
    applies_to: RegionCode
    levels: tuple[Level, ...] = tuple(Level)
    note: Words | None = None
    counted_apart: bool = False
    fields: tuple[PlanField, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _years_in_order(self) -> Self:
        if not self.baseline_year < self.period[0] <= self.target_year <= self.period[1]:
            years = (self.baseline_year, self.period[0], self.target_year, self.period[1])
            raise broken([("plan-years", {"found": ", ".join(map(str, years))})])
        return self

    def in_force(self, year: int) -> bool:
        """Whether ``year`` lies in the plan's period."""
        return self.period[0] <= year <= self.period[1]

    def years_of(self, target: Target) -> tuple[int, int]:
        """Base year and target year of a target: its own where it states one, else the plan's."""
        return target.base_year or self.baseline_year, target.target_year or self.target_year

    @property
    def last_target_year(self) -> int:
        """The latest year in which a target of the plan is due."""
        return max((self.years_of(target)[1] for _, _, target in self.places()), default=self.target_year)

    def with_targets(self, wanted: Callable[[Target], bool]) -> "Plan":
        """The plan with its ``wanted`` targets only; fields and goals stay, some of them without any."""

        def of_goal(goal: Goal) -> Goal:
            return goal.model_copy(update={"targets": tuple(filter(wanted, goal.targets))})

        def of_field(item: PlanField) -> PlanField:
            return item.model_copy(update={"goals": tuple(map(of_goal, item.goals))})

        return self.model_copy(update={"fields": tuple(map(of_field, self.fields))})

    def binds(self, regions: Regions) -> tuple[str, ...]:
        """Codes of the regions that this plan binds, in the order of the region list."""
        below = regions.within(self.applies_to)
        return tuple(item.code for item in regions if item.code in below and item.level in self.levels)

    def places(self) -> Iterator[tuple[PlanField, Goal, Target]]:
        """Every target with the field and goal it stands in, in the plan's order."""
        for item in self.fields:
            for goal in item.goals:
                for target in goal.targets:
                    yield item, goal, target
