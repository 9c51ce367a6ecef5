"""The action list: what was agreed, who does it, by when, and how it stands.

It is a file of the user's own, ``data/actions.csv``, or stands in the monitoring store where there is one
(:mod:`sxresearch.monitoring.ledger.kept_ledgers`). An import only ever adds rows: the last row of a number
is how the action stands, the first how it was agreed, with the model's answer of that day.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from sxresearch.errors import BadParameter, Fault
from sxresearch.language import say, word
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.intake.words.region_words import RegionNames
from sxresearch.monitoring.ledger.ledger_cells import RowReader, region_names, words_for
from sxresearch.monitoring.ledger.ledger_table import LedgerRow, ledger_rows, write_ledger
from sxresearch.terms import Language, Status

ACTION_COLUMNS = (
    "number", "region", "target", "action", "who", "due", "state", "note", "recorded", "status_then", "chance_then",
    "as_of_then",
)  # fmt: skip
AGREED = ("action", "who", "due", "state", "note")
"""The columns that people fill."""
_STORE_DIGITS = 8  # hexadecimal digits of a number in a store


class ActionState(StrEnum):
    """How an action stands."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"


OPEN = frozenset({ActionState.PLANNED, ActionState.RUNNING})


@dataclass(frozen=True)
class Action:
    """One row of the list: an action as it stood on the day ``recorded``.

    ``status_then``, ``chance_then`` and ``as_of_then`` are the model's answer on that day and its last data year.
    """

    number: str
    region: str
    target: str
    action: str
    who: str
    due: date
    state: ActionState
    note: str
    recorded: date
    status_then: Status | None
    chance_then: float | None
    as_of_then: int | None

    def overdue(self, today: date) -> bool:
        """Whether its day has passed and it is neither done nor dropped."""
        return self.state in OPEN and self.due < today

    def agreed(self) -> tuple[str, str, date, ActionState, str]:
        """What people fill."""
        return self.action, self.who, self.due, self.state, self.note


@dataclass(frozen=True)
class Actions:
    """All rows of the list in their order; none without a file."""

    rows: tuple[Action, ...] = ()
    file: str = ""

    def __len__(self) -> int:
        return len(self.current)

    @cached_property
    def current(self) -> Mapping[str, Action]:
        """How each action stands, by number."""
        return {row.number: row for row in self.rows}

    def history(self, number: str) -> tuple[Action, ...]:
        """All rows of one action, the first first."""
        return tuple(row for row in self.rows if row.number == number)

    def of(self, region: str, target: str) -> tuple[Action, ...]:
        """The actions for a target of a region, as they stand."""
        return tuple(row for row in self.current.values() if (row.region, row.target) == (region, target))


def state_word(state: ActionState, language: Language) -> str:
    """What a state is called."""
    return say(f"ledger-state-{state}", language)


STATES = words_for(list(ActionState), state_word)
_STATUSES = words_for(list(Status), lambda status, language: word("status", status, language))


def load_actions(path: Path, targets: Mapping[str, Collection[str]], register: Register) -> Actions:
    """Read the list from the file that :func:`write_actions` made; none if it is absent.

    Raises
    ------
    BadParameter
        With every fault.
    """
    if not path.exists():
        return Actions()
    return Actions(listed_actions(ledger_rows(path, ACTION_COLUMNS, ACTION_COLUMNS), targets, register), path.name)


def listed_actions(
    rows: Iterable[LedgerRow], targets: Mapping[str, Collection[str]], register: Register
) -> tuple[Action, ...]:
    """The actions of rows; refused with every fault."""
    names = region_names(register)
    faults: list[Fault] = []
    found = []
    for row in rows:
        read = RowReader(row)
        action = read_action(read, targets, names)
        if action is None:
            faults += read.faults
        else:
            found.append(action)
    if faults:
        raise BadParameter(faults)
    return tuple(found)


def read_action(
    read: RowReader, targets: Mapping[str, Collection[str]], names: RegionNames, recorded: date | None = None
) -> Action | None:
    """The action of a row; none with its faults in ``read``. ``recorded`` is the day where the file holds none."""
    region, target = read.region(names), read.target(list(targets))
    if region and target and region not in targets[target]:
        read.refuse("ledger-unbound", "region", region=region, target=target)
    number = read.text("number", needed=recorded is None)
    what, who, note = read.text("action"), read.text("who"), read.text("note", needed=False)
    due, state = read.day("due"), read.choice("state", STATES)
    day = recorded or read.day("recorded")
    status = read.choice("status_then", _STATUSES, needed=False)
    chance, as_of = read.chance("chance_then"), read.year("as_of_then")
    if read.faults or due is None or state is None or day is None:
        return None
    return Action(number, region, target, what, who, due, state, note, day, status, chance, as_of)


def write_actions(path: Path, actions: Actions) -> Path:
    """Write the list as CSV that spreadsheets open with the right characters (UTF-8 with a byte order mark)."""
    return write_ledger(path, ACTION_COLUMNS, map(action_line, actions.rows))


def number_in_store(first: Action) -> str:
    """The number of an action in a store, from the words in which it was agreed: stores that meet never share one."""
    words = (first.region, first.target, first.action, first.who, first.due.isoformat(), first.recorded.isoformat())
    return "A" + hashlib.sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()[:_STORE_DIGITS]


def numbered_for_store(actions: Actions) -> tuple[Action, ...]:
    """All rows of a list under the numbers that a store gives."""
    numbers = {number: number_in_store(actions.history(number)[0]) for number in actions.current}
    return tuple(replace(row, number=numbers[row.number]) for row in actions.rows)


def action_line(row: Action) -> tuple[str, ...]:
    """The cells of an action as a file or a store keeps them."""
    texts = [row.number, row.region, row.target, row.action, row.who, row.due.isoformat(), row.state.value, row.note]
    answer = [
        row.status_then.value if row.status_then else "",
        "" if row.chance_then is None else f"{100 * row.chance_then:.2f}%",
        "" if row.as_of_then is None else str(row.as_of_then),
    ]
    return (*texts, row.recorded.isoformat(), *answer)
