"""The target grammar: what each rule kind needs, and which event it asks about.

A dozen rule kinds need only a few event shapes. The kinds are data (this table); which evaluator answers which shape
stands in :mod:`sxresearch.assessment.events.evaluators`. A kind without an entry, or a shape without an evaluator,
fails on import; one without its sentences or without a case fails a test.
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
    """What one rule kind needs, which indicators it fits, and how it is drawn and asked.

    ``sign`` stands before the target value on a chart, empty where the value has none. ``percent_of_base`` says that
    the value is the cut in percent of the base, not a level; ``asked_of_past`` that the track record asks it of past
    years too; ``needs_trend`` that the plan's text must state a figure or a trend.
    """

    kind: RuleKind
    shape: Shape
    sign: str = ""
    needs_value: bool = False
    needs_indicator: bool = True
    needs_second: bool = False
    takes_tolerance: bool = False
    takes_base_year: bool = False
    takes_strict: bool = False
    holds_every_year: bool = False
    percent_of_base: bool = False
    asked_of_past: bool = False
    needs_trend: bool = True
    fits: frozenset[Better] = frozenset(Better)

    @property
    def numeric(self) -> bool:
        """Whether a number decides: one that the plan states or one that a region is given."""
        return self.needs_value or self.shape is Shape.ASSIGNED

    @property
    def words(self) -> str:
        """The rule's name within the keys of the catalogue: ``rule-…`` and ``brief-aim-…``."""
        return self.kind.value.replace("_", "-")

    def wants_higher(self, better: Better) -> bool:
        """Whether a larger value is nearer to the target, for an indicator of which ``better`` is the better side.

        A rule that fits one direction only has that direction; others follow the indicator (a band counts upward).
        """
        if self.fits in (_UP, _DOWN):
            return self.fits == _UP
        return better is not Better.LOWER


_UP = frozenset({Better.HIGHER})
_DOWN = frozenset({Better.LOWER})
_ONE_WAY = _UP | _DOWN

RULES: dict[RuleKind, Rule] = {
    rule.kind: rule
    for rule in (
        Rule(
            RuleKind.AT_LEAST, Shape.ONE_SIDED, "≥",
            needs_value=True, takes_strict=True, asked_of_past=True, fits=_UP,
        ),
        Rule(
            RuleKind.AT_MOST, Shape.ONE_SIDED, "≤",
            needs_value=True, takes_strict=True, asked_of_past=True, fits=_DOWN,
        ),
        Rule(RuleKind.AROUND, Shape.AROUND, "≈", needs_value=True, takes_tolerance=True, asked_of_past=True),
        Rule(
            RuleKind.KEEP_AT_LEAST, Shape.ONE_SIDED, "≥",
            needs_value=True, holds_every_year=True, asked_of_past=True, fits=_UP,
        ),
        Rule(
            RuleKind.KEEP_AROUND, Shape.AROUND, "≈",
            needs_value=True, takes_tolerance=True, holds_every_year=True, asked_of_past=True,
        ),
        Rule(RuleKind.EVERY_UNIT_AT_LEAST, Shape.UNITS, "≥", needs_value=True, fits=_UP),
        Rule(
            RuleKind.REDUCE_FROM_BASE, Shape.CHANGE, "≤",
            needs_value=True, percent_of_base=True, takes_base_year=True, asked_of_past=True, fits=_DOWN,
        ),
        Rule(RuleKind.INCREASE, Shape.CHANGE, takes_base_year=True, asked_of_past=True, fits=_UP),
        Rule(RuleKind.DECREASE, Shape.CHANGE, takes_base_year=True, asked_of_past=True, fits=_DOWN),
        Rule(RuleKind.SLOW_DOWN, Shape.SLOPE, "≤", takes_base_year=True, fits=_DOWN),
        Rule(RuleKind.NARROW_GAP, Shape.GAP, needs_second=True, takes_base_year=True),
        Rule(RuleKind.NOT_BELOW, Shape.PAIR, needs_second=True, takes_tolerance=True),
        Rule(RuleKind.ASSIGNED, Shape.ASSIGNED, needs_trend=False, fits=_ONE_WAY),
        Rule(RuleKind.QUALITATIVE, Shape.CHECKLIST, needs_indicator=False, needs_trend=False),
    )
}  # fmt: skip

if RULES.keys() != set(RuleKind):
    raise LookupError(f"rule kinds without an entry in the table: {set(RuleKind) - RULES.keys()}")
