"""An action list that came back from a meeting: which rows are new, which have moved, and which are as they were."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sxresearch.errors import BadParameter, Fault
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.intake.words.cells import blank
from sxresearch.monitoring.ledger.actions import ACTION_COLUMNS, AGREED, Action, Actions, read_action
from sxresearch.monitoring.ledger.ledger_cells import RowReader, region_names
from sxresearch.monitoring.ledger.ledger_table import LedgerRow, ledger_rows

_NEEDED = ("number", "region", "target", "action", "who", "due", "state")


@dataclass(frozen=True)
class ReturnedActions:
    """What a file that came back adds to the list, and how many actions it left as they were."""

    new: tuple[Action, ...]
    moved: tuple[Action, ...]
    unchanged: int

    def added_to(self, actions: Actions) -> Actions:
        """The list with the further rows at its end."""
        return replace(actions, rows=(*actions.rows, *self.moved, *self.new))


def read_returned(
    path: Path, known: Actions, targets: Mapping[str, Collection[str]], register: Register, today: date
) -> ReturnedActions:
    """Read an action list that came back; rows in which nothing was agreed are passed over.

    Raises
    ------
    BadParameter
        With every fault: cells that say nothing definite, numbers that are used twice, that the list does not know, or
        that belong to another region or target; if it is no action list, or nobody has filled anything.
    """
    filled = [row for row in ledger_rows(path, ACTION_COLUMNS, _NEEDED) if _is_filled(row)]
    if not filled:
        raise BadParameter.of("ledger-actions-none", str(path))
    names, seen = region_names(register), dict[str, str]()
    faults: list[Fault] = []
    found: list[Action] = []
    for row in filled:
        read = RowReader(row)
        action = read_action(read, targets, names, today)
        if action is not None:
            _check_number(read, action, known, seen)
            found.append(action)
        faults += read.faults
    if faults:
        raise BadParameter(faults)
    return _sorted_out(found, known)


def _is_filled(row: LedgerRow) -> bool:
    return bool(row.error_cells) or any(not blank(row.cells.get(name)) for name in AGREED)


def _check_number(read: RowReader, action: Action, known: Actions, seen: dict[str, str]) -> None:
    """Every number once, one that the list knows, and of the same region and target."""
    number = action.number
    if not number:
        return
    if number in seen:
        read.refuse("ledger-number-twice", "number", number=number, first=seen[number])
    seen.setdefault(number, read.row.where("number"))
    before = known.current.get(number)
    if before is None:
        read.refuse("ledger-number-unknown", "number", number=number)
    elif (before.region, before.target) != (action.region, action.target):
        read.refuse("ledger-number-moved", "number", number=number, region=before.region, target=before.target)


def _sorted_out(found: list[Action], known: Actions) -> ReturnedActions:
    old = [action for action in found if action.number]
    moved = [
        replace(action, status_then=before.status_then, chance_then=before.chance_then, as_of_then=before.as_of_then)
        for action in old
        for before in [known.current[action.number]]
        if before.agreed() != action.agreed()
    ]
    last = max((int(number[1:]) for number in known.current if number[1:].isdigit()), default=0)
    fresh = (action for action in found if not action.number)
    new = [replace(action, number=f"A{place:04d}") for place, action in enumerate(fresh, start=last + 1)]
    return ReturnedActions(tuple(new), tuple(moved), len(old) - len(moved))
