"""What people decide on figures: confirmed, corrected, withdrawn, asked about, answered, and years closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import pandas as pd
from sqlalchemy import Connection, insert, select

from sxresearch.errors import BadParameter
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.store import schema
from sxresearch.monitoring.store.bulk_rows import read_rows
from sxresearch.monitoring.store.recording import own_origin
from sxresearch.monitoring.store.reports import checked_day, checked_text, stamp, uid_of
from sxresearch.terms import Group


class DecisionKind(StrEnum):
    """What was decided."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    ASK = "ask"
    ANSWER = "answer"
    CLOSE = "close"


_WITH_VALUE = (DecisionKind.CONFIRM, DecisionKind.CORRECT)
ORDER = ["date", "recorded_at", "uid"]


@dataclass(frozen=True)
class Decision:
    """A decision on a figure (``indicator`` and ``group``), or on a region's year (both empty).

    ``value`` is in the indicator's unit; ``role`` says who decides, ``reason`` why (or the words of a question or an
    answer), ``date`` is ISO 8601, ``about`` the hash of the question that is answered.
    """

    kind: DecisionKind
    region: str
    year: int
    role: str
    reason: str
    date: str
    indicator: str = ""
    group: str = ""
    value: float | None = None
    about: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "role", checked_text(self.role, "--role", needed=True))
        object.__setattr__(self, "reason", checked_text(self.reason, "--reason", needed=True))
        object.__setattr__(self, "date", checked_day(self.date, "--date") or date.today().isoformat())
        if (self.kind in _WITH_VALUE) != (self.value is not None and bool(np.isfinite(self.value))):
            raise BadParameter.of("decision-value", "", kind=self.kind.value)

    @property
    def uid(self) -> str:
        """The hash by which every store knows this decision."""
        number = "" if self.value is None else repr(float(self.value))
        parts = [self.kind, self.region, self.indicator, self.group, str(self.year), number]
        return uid_of([*parts, self.role, self.reason, self.date, self.about])

    def check(self, register: Register) -> None:
        """Refuse regions, indicators, groups and values that the register does not know.

        Raises
        ------
        BadParameter
            Naming what is unknown.
        """
        if self.region not in register.regions:
            raise BadParameter.of("region-unknown", "", code=self.region)
        if self.kind is DecisionKind.CLOSE:
            return
        item = register.indicators.by_id.get(self.indicator)
        if item is None:
            raise BadParameter.of("indicator-unknown", "", id=self.indicator)
        if self.group not in list(Group) or Group(self.group) not in item.groups:
            raise BadParameter.of(
                "group-unknown", "", id=self.indicator, group=self.group, expected=" ".join(item.groups)
            )
        low, high = (float("-inf") if item.lower is None else item.lower), item.upper
        if self.value is not None and not low <= self.value <= (float("inf") if high is None else high):
            raise BadParameter.of("decision-bounds", "", found=f"{self.value:g}", id=self.indicator)


def add_decision(connection: Connection, decision: Decision) -> str:
    """Record a decision; the same one twice is recorded once. Gives its hash."""
    uid = decision.uid
    there = connection.execute(select(schema.decision.c.uid).where(schema.decision.c.uid == uid)).first()
    if there is None:
        values = {"uid": uid, "origin": own_origin(connection), "kind": decision.kind.value}
        values |= {name: getattr(decision, name) for name in ("region", "indicator", "group", "year", "value", "role")}
        values |= {"reason": decision.reason, "date": decision.date, "about": decision.about, "recorded_at": stamp()}
        connection.execute(insert(schema.decision).values(**values))
    return uid


def question_of(connection: Connection, start: str) -> pd.Series:
    """The question whose hash begins with ``start``.

    Raises
    ------
    BadParameter
        If there is none, or more than one.
    """
    table = decisions_known(connection)
    found = table[(table["kind"] == DecisionKind.ASK) & table["uid"].str.startswith(start)]
    if len(found) != 1 or not start:
        raise BadParameter.of("decision-question", "", found=start, count=str(len(found)))
    return found.iloc[0]


def decisions_known(
    connection: Connection, known_on: date | None = None, kinds: Iterable[DecisionKind] = DecisionKind
) -> pd.DataFrame:
    """The decisions taken until a day (all if none), in their order; the columns are those of ``decision``."""
    table = read_rows(connection, select(schema.decision))
    chosen = table["kind"].isin([kind.value for kind in kinds])
    if known_on is not None:
        chosen &= table["date"] <= known_on.isoformat()
    return table[chosen].sort_values(ORDER, kind="stable", ignore_index=True)
