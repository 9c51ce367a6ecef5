"""Where judgements and actions are kept: in a file where there is no store, and where there is one, in the store.

Both at once is refused. A run reads its store as a snapshot (:mod:`sxresearch.monitoring.store.snapshot`), which
carries the lines of both ledgers. What a store holds on targets of other plans than those that are read is left aside.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from sxresearch.errors import BadParameter
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.intake.snapshot_file import stored_entries
from sxresearch.monitoring.ledger.actions import ACTION_COLUMNS, Actions, listed_actions, load_actions
from sxresearch.monitoring.ledger.judgements import JUDGEMENT_COLUMNS, Judgements, load_judgements, read_judgements
from sxresearch.monitoring.ledger.ledger_table import LedgerRow
from sxresearch.terms import Ledger

LedgerLine: TypeAlias = tuple[str, ...]
"""The cells of one row of a ledger, in its own columns, as a file has them."""

STORE = "store"
"""What stands for the file of an entry that a store keeps."""


@dataclass(frozen=True)
class KnownTargets:
    """Target id to the codes of the regions that its plan binds, and the register whose regions may be named."""

    targets: Mapping[str, Collection[str]]
    register: Register


def kept_judgements(path: Path, observed: Iterable[Path], known: KnownTargets) -> Judgements:
    """The judgements of the file, or of the stores whose snapshots are among the files ``observed``.

    Raises
    ------
    BadParameter
        If there are some in both, or the file has faults.
    """
    stored = stored_entries(observed, Ledger.JUDGEMENTS)
    filed = load_judgements(path, known.targets, known.register)
    if stored is None:
        return filed
    _refuse_both(path, len(filed.rows))
    return stored_judgements(stored, known)


def kept_actions(path: Path, observed: Iterable[Path], known: KnownTargets) -> Actions:
    """The actions of the file or of the stores, as :func:`kept_judgements`."""
    stored = stored_entries(observed, Ledger.ACTIONS)
    filed = load_actions(path, known.targets, known.register)
    if stored is None:
        return filed
    _refuse_both(path, len(filed.rows))
    return stored_actions(stored, known)


def stored_judgements(lines: Iterable[Sequence[str]], known: KnownTargets) -> Judgements:
    """Judgements from a store's lines. Two of one source on one day may have met there: the later recorded counts."""
    rows = ledger_lines(lines, JUDGEMENT_COLUMNS, known)
    return Judgements(read_judgements(rows, known.targets, known.register), STORE)


def stored_actions(lines: Iterable[Sequence[str]], known: KnownTargets) -> Actions:
    """Actions from the lines of a store."""
    rows = ledger_lines(lines, ACTION_COLUMNS, known)
    return Actions(listed_actions(rows, known.targets, known.register), STORE)


def ledger_lines(lines: Iterable[Sequence[str]], columns: Sequence[str], known: KnownTargets) -> list[LedgerRow]:
    """Lines of a store as rows, without those on targets and regions that no plan read has."""
    cells = [dict(zip(columns, line, strict=True)) for line in lines]
    mine = [row for row in cells if row["region"] in known.targets.get(row["target"], ())]
    return [LedgerRow(STORE, "", place, row, {}, {}) for place, row in enumerate(mine, start=1)]


def _refuse_both(path: Path, rows: int) -> None:
    if rows:
        raise BadParameter.of("ledger-beside-store", str(path))
