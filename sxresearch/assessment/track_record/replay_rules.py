"""What each case of a replay asks, made definite: the interval that the figure of the target year must fall into.

Replayed figures come without the number of decimals they were printed with, so the cuts hold no rounding.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sxresearch.plan.catalogue import DEFAULT_TOLERANCE_POINTS, DEFAULT_TOLERANCE_SHARE
from sxresearch.plan.rules import RULES, Shape
from sxresearch.projection.scale import Floats
from sxresearch.terms import Better, RuleKind

REPLAYED = tuple(kind.value for kind, rule in RULES.items() if rule.asked_of_past)
"""Rules that ask about one series, by their name in the targets table."""
WITH_VALUE = tuple(kind.value for kind, rule in RULES.items() if rule.asked_of_past and rule.needs_value)
WITH_BASE = tuple(kind.value for kind, rule in RULES.items() if rule.asked_of_past and rule.shape is Shape.CHANGE)
WITH_TOLERANCE = tuple(kind.value for kind, rule in RULES.items() if rule.asked_of_past and rule.takes_tolerance)


@dataclass(frozen=True)
class Cuts:
    """The event ``low ≤ Y ≤ high`` per case, ``low < Y < high`` where ``strict``; NaN where the base is missing."""

    low: Floats
    high: Floats
    strict: np.ndarray

    @property
    def undefined(self) -> np.ndarray:
        """Cases without a base to be compared with."""
        return np.isnan(self.low) | np.isnan(self.high)

    def passed(self, value: Floats) -> Floats:
        """1 where the figure is inside, 0 where it is not, NaN where either is missing."""
        inside = np.where(
            self.strict, (value > self.low) & (value < self.high), (value >= self.low) & (value <= self.high)
        )
        return np.where(np.isnan(value) | self.undefined, np.nan, inside.astype(float))


def cuts_of(cases: pd.DataFrame, base: Floats, unit: str, better: str) -> Cuts:
    """The cuts of cases of one indicator.

    Parameters
    ----------
    cases
        Columns ``rule``, ``target_value`` and, where a rule takes one, ``tolerance``.
    base
        Figure of the base year per case, in the unit; NaN where there is none.
    unit, better
        The indicator's unit as the history names it, and the side that is better.
    """
    low, high = np.full((2, len(cases)), np.inf)
    low = -low
    rules = cases["rule"].to_numpy()
    value = pd.to_numeric(cases["target_value"], errors="coerce").to_numpy(dtype=float)
    tolerance = _tolerance(cases, value, unit)
    for kind in RuleKind:
        mine = rules == kind.value
        if mine.any():
            found = _interval(kind, value[mine], base[mine], tolerance[mine], better)
            low[mine], high[mine] = found
    strict = np.isin(rules, [kind for kind in WITH_BASE if kind not in WITH_VALUE])
    return Cuts(low, high, strict)


def _interval(
    kind: RuleKind, value: Floats, base: Floats, tolerance: Floats, better: str
) -> tuple[Floats | float, Floats | float]:
    rule = RULES[kind]
    if rule.shape is Shape.AROUND:
        floor, ceiling = value - tolerance, value + tolerance
        return (-np.inf if better == Better.LOWER else floor), (np.inf if better == Better.HIGHER else ceiling)
    goal = value
    if rule.shape is Shape.CHANGE:
        goal = base * (1 - value / 100) if rule.percent_of_base else base
    open_end = np.where(np.isnan(goal), np.nan, np.inf)
    return (goal, open_end) if rule.wants_higher(Better(better)) else (-open_end, goal)


def _tolerance(cases: pd.DataFrame, value: Floats, unit: str) -> Floats:
    """As given, else the default of the target grammar: max(2 points, 5 % of the target), points for shares only."""
    default = DEFAULT_TOLERANCE_SHARE * np.abs(value)
    if unit.lower().startswith(("%", "percent")):
        default = np.maximum(default, DEFAULT_TOLERANCE_POINTS)
    if "tolerance" not in cases.columns:
        return default
    given = pd.to_numeric(cases["tolerance"], errors="coerce").to_numpy(dtype=float)
    return np.where(np.isnan(given), default, given)
