"""Recording decisions in a store, by names as well as by codes."""

from dataclasses import replace

import typer

from sxresearch.assessment.inputs import load_register
from sxresearch.commands.console import tell
from sxresearch.errors import BadParameter
from sxresearch.monitoring.contract import CHINESE_WORDS, Register
from sxresearch.monitoring.store.address import StoreAddress
from sxresearch.monitoring.store.connection import writing
from sxresearch.monitoring.store.decisions import Decision, DecisionKind, add_decision, question_of
from sxresearch.paths import ACCEPTED

_SHOWN = 8


def decide(address: StoreAddress, decision: Decision) -> None:
    """Record a decision, and print the beginning of its hash.

    Raises
    ------
    BadParameter
        If it is on nothing that the register knows, or confirmations stand in a file beside the store.
    """
    register = load_register()
    if len(register.accepted):
        raise BadParameter.of("accepted-beside-store", str(ACCEPTED))
    named = _named(decision, register)
    named.check(register)
    with writing(address) as connection:
        uid = add_decision(connection, named)
    tell("cli-decided")
    typer.echo(uid[:_SHOWN])


def reply(address: StoreAddress, question: str, role: str, words: str, date: str) -> None:
    """Record the answer to a question, which is named by the beginning of its hash."""
    with writing(address) as connection:
        asked = question_of(connection, question)
        figure = asked["region"], int(asked["year"]), role, words, date, asked["indicator"], asked["group"]
        uid = add_decision(connection, Decision(DecisionKind.ANSWER, *figure, about=asked["uid"]))
    tell("cli-decided")
    typer.echo(uid[:_SHOWN])


def _named(decision: Decision, register: Register) -> Decision:
    """Names of regions, indicators and groups turned into codes; what is unknown stays and is refused by name."""
    return replace(
        decision,
        region=register.regions.by_name().get(decision.region, decision.region),
        indicator=register.indicators.spellings().get(decision.indicator, decision.indicator),
        group=CHINESE_WORDS["group"].get(decision.group, decision.group),
    )
