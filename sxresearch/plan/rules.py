"""The target grammar: what each rule kind needs, and which event it asks about.

A dozen rule kinds need only a few event shapes. The kinds are data (this table);
the evaluators, one per shape, stand in :mod:`sxresearch.assessment.events.single_series`.
"""

from dataclasses import dataclass
from enum import StrEnum

from sxresearch.terms import Better, RuleKind


class Shape(StrEnum):
    """The event a rule asks about, with Y the value in the target year."""

    ONE_SIDED = "one_sided"
    """Y on the better side of a threshold."""
    AROUND = "around"
    """Y no worse than a threshold less its tolerance; two-sided where better is a band."""
    UNITS = "units"
    """The smallest value over sub-units reaches a threshold."""
    CHANGE = "change"
    """Y against the base year, as drawn jointly with it."""
    SLOPE = "slope"
    """The yearly change inside the plan against the one before it."""
    GAP = "gap"
    """The difference of two groups against the same difference in the base year."""
    PAIR = "pair"
    """One series against another in the target year."""
    ASSIGNED = "assigned"
    """One-sided, once a region has been given its value."""
    CHECKLIST = "checklist"
    """No number decides; evidence is linked by hand."""


@dataclass(frozen=True)
class Rule:
    """What one rule kind needs and which indicators it fits."""

    kind: RuleKind
    shape: Shape
    needs_value: bool = False
    needs_indicator: bool = True
    needs_second: bool = False
    takes_tolerance: bool = False
    takes_base_year: bool = False
    holds_every_year: bool = False
    fits: frozenset[Better] = frozenset(Better)

    @property
    def numeric(self) -> bool:
        """Whether a number decides: one that the plan states or one that a region is given."""
        return self.needs_value or self.kind is RuleKind.ASSIGNED


_UP = frozenset({Better.HIGHER})
_DOWN = frozenset({Better.LOWER})
_ONE_WAY = _UP | _DOWN

RULES: dict[RuleKind, Rule] = {
    rule.kind: rule
    for rule in (
        Rule(RuleKind.AT_LEAST, Shape.ONE_SIDED, needs_value=True, fits=_UP),
        Rule(RuleKind.AT_MOST, Shape.ONE_SIDED, needs_value=True, fits=_DOWN),
        Rule(RuleKind.AROUND, Shape.AROUND, needs_value=True, takes_tolerance=True),
        Rule(RuleKind.KEEP_AT_LEAST, Shape.ONE_SIDED, needs_value=True, holds_every_year=True, fits=_UP),
        Rule(RuleKind.KEEP_AROUND, Shape.AROUND, needs_value=True, takes_tolerance=True, holds_every_year=True),
        Rule(RuleKind.EVERY_UNIT_AT_LEAST, Shape.UNITS, needs_value=True, fits=_UP),
        Rule(RuleKind.REDUCE_FROM_BASE, Shape.CHANGE, needs_value=True, takes_base_year=True, fits=_DOWN),
        Rule(RuleKind.INCREASE, Shape.CHANGE, takes_base_year=True, fits=_UP),
        Rule(RuleKind.DECREASE, Shape.CHANGE, takes_base_year=True, fits=_DOWN),
        Rule(RuleKind.SLOW_DOWN, Shape.SLOPE, takes_base_year=True, fits=_DOWN),
        Rule(RuleKind.NARROW_GAP, Shape.GAP, needs_second=True, takes_base_year=True),
        Rule(RuleKind.NOT_BELOW, Shape.PAIR, needs_second=True, takes_tolerance=True),
        Rule(RuleKind.ASSIGNED, Shape.ASSIGNED, fits=_ONE_WAY),
        Rule(RuleKind.QUALITATIVE, Shape.CHECKLIST, needs_indicator=False),
    )
}


def wants_higher(kind: RuleKind, better: Better) -> bool:
    """Whether a larger value is nearer to the target of this kind.

    Raises
    ------
    ValueError
        If the direction is not defined (a band): callers handle the band first.
    """
    if kind in (RuleKind.AT_LEAST, RuleKind.KEEP_AT_LEAST, RuleKind.EVERY_UNIT_AT_LEAST, RuleKind.INCREASE):
        return True
    if kind in (RuleKind.AT_MOST, RuleKind.REDUCE_FROM_BASE, RuleKind.DECREASE, RuleKind.SLOW_DOWN):
        return False
    if better is Better.BAND:
        raise ValueError(f"{kind} on a band indicator has no direction")
    return better is Better.HIGHER
