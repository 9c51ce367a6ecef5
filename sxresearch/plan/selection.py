"""Which plans an assessment is about: those named, else those whose period covers its year."""

from collections.abc import Iterable, Sequence

from sxresearch.errors import BadParameter
from sxresearch.plan.catalogue import Plan


def plans_named(plans: Sequence[Plan], ids: Iterable[str]) -> tuple[Plan, ...]:
    """The plans of these ids and no other, in file order.

    Raises
    ------
    BadParameter
        With every id that no plan file has.
    """
    asked = tuple(ids)
    known = [plan.id for plan in plans]
    faults = [
        fault
        for name in dict.fromkeys(asked)
        if name not in known
        for fault in BadParameter.of("plan-not-known", "--plan", id=name, expected=" ".join(known)).faults
    ]
    if faults:
        raise BadParameter(faults)
    return tuple(plan for plan in plans if plan.id in asked)


def plans_in_force(plans: Sequence[Plan], year: int) -> tuple[Plan, ...]:
    """The plans whose period covers ``year``; for a region with none, the nearest in time, in file order.

    A final evaluation is made after the period has ended, a base line before it begins: then the plans nearest to
    the year are meant.
    """
    taken: set[str] = set()
    for region in dict.fromkeys(plan.applies_to for plan in plans):
        own = [plan for plan in plans if plan.applies_to == region]
        nearest = min(_years_away(plan, year) for plan in own)
        taken |= {plan.id for plan in own if _years_away(plan, year) == nearest}
    return tuple(plan for plan in plans if plan.id in taken)


def _years_away(plan: Plan, year: int) -> int:
    return 0 if plan.in_force(year) else min(abs(year - end) for end in plan.period)
