"""Decisions on figures: confirm, correct, withdraw, ask, answer; and close a region's year."""

from typing import Annotated

import typer

from sxresearch.commands.shared import help_text
from sxresearch.commands.store.options import Day, GroupName, IndicatorName, Reason, RegionCode, Role, Store, Year
from sxresearch.terms import Group

Value = Annotated[float, typer.Argument(metavar="VALUE", help=help_text("store-value"))]
_EVERYBODY = Group.TOTAL.value


def confirm(
    region: RegionCode, indicator: IndicatorName, year: Year, value: Value, role: Role, reason: Reason,
    group: GroupName = _EVERYBODY, date: Day = "", store: Store = None,
) -> None:  # fmt: skip
    """A held figure is right as it is."""
    _decide("confirm", region, year, role, reason, date, store, figure=(indicator, group), value=value)


def correct(
    region: RegionCode, indicator: IndicatorName, year: Year, value: Value, role: Role, reason: Reason,
    group: GroupName = _EVERYBODY, date: Day = "", store: Store = None,
) -> None:  # fmt: skip
    """A figure is wrong, and this is the right one."""
    _decide("correct", region, year, role, reason, date, store, figure=(indicator, group), value=value)


def withdraw(
    region: RegionCode, indicator: IndicatorName, year: Year, role: Role, reason: Reason,
    group: GroupName = _EVERYBODY, date: Day = "", store: Store = None,
) -> None:  # fmt: skip
    """A figure is wrong, and there is none to put in its place."""
    _decide("withdraw", region, year, role, reason, date, store, figure=(indicator, group))


def ask(
    region: RegionCode, indicator: IndicatorName, year: Year, role: Role, reason: Reason,
    group: GroupName = _EVERYBODY, date: Day = "", store: Store = None,
) -> None:  # fmt: skip
    """Put a question on a figure."""
    _decide("ask", region, year, role, reason, date, store, figure=(indicator, group))


def answer(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help=help_text("store-question"))],
    role: Role, reason: Reason, date: Day = "", store: Store = None,
) -> None:  # fmt: skip
    """Answer a question."""
    from sxresearch.commands.store.decided_figures import reply
    from sxresearch.commands.store.options import store_address

    reply(store_address(store), question, role, reason, date)


def close(region: RegionCode, year: Year, role: Role, reason: Reason, date: Day = "", store: Store = None) -> None:
    """Close a region's year: what changes afterwards is a revision."""
    _decide("close", region, year, role, reason, date, store)


def _decide(
    kind: str, region: str, year: int, role: str, reason: str, date: str, store: str | None, *,
    figure: tuple[str, str] = ("", ""), value: float | None = None,
) -> None:  # fmt: skip
    from sxresearch.commands.store.decided_figures import decide
    from sxresearch.commands.store.options import store_address
    from sxresearch.monitoring.store.decisions import Decision, DecisionKind

    indicator, group = figure
    decide(
        store_address(store),
        Decision(DecisionKind(kind), region, year, role, reason, date, indicator, group, value),
    )
