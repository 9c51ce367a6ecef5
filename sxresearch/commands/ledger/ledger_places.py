"""Where a command keeps a ledger: in a file, or in the monitoring store; never in both."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from sxresearch.assessment.inputs import load_register
from sxresearch.commands.ledger.people_inputs import known_targets
from sxresearch.errors import BadParameter
from sxresearch.monitoring.ledger.actions import (
    Actions,
    action_line,
    load_actions,
    number_in_store,
    write_actions,
)
from sxresearch.monitoring.ledger.judgements import (
    Judgement,
    Judgements,
    judgement_line,
    load_judgements,
    write_judgements,
)
from sxresearch.monitoring.ledger.kept_ledgers import KnownTargets, stored_actions, stored_judgements
from sxresearch.monitoring.ledger.ledger_table import has_rows
from sxresearch.monitoring.ledger.store_entries import add_entries, entries_known
from sxresearch.monitoring.store.address import StoreAddress
from sxresearch.monitoring.store.connection import writing
from sxresearch.terms import Ledger


@dataclass(frozen=True)
class LedgerPlace:
    """The file of a ledger, or the store that keeps it in the file's stead."""

    file: Path
    store: StoreAddress | None = None

    def __str__(self) -> str:
        return str(self.store or self.file)

    @classmethod
    def of(cls, file: Path, usual: Path, store: str | None) -> "LedgerPlace":
        """The place that the options ``--ledger`` and ``--store`` name; ``usual`` is the file where none is named.

        Raises
        ------
        BadParameter
            If both are named, or a file with entries stands beside the store.
        """
        if store is None:
            return cls(file)
        if file != usual:
            raise BadParameter.of("ledger-two-places", str(file))
        if has_rows(file):
            raise BadParameter.of("ledger-beside-store", str(file))
        return cls(file, StoreAddress.of(store))

    @contextmanager
    def changing(self) -> Iterator[Connection | None]:
        """The store open for writing, all or nothing; none where a file is kept."""
        if self.store is None:
            yield None
        else:
            with writing(self.store) as connection:
                yield connection

    def judgements(self, store: Connection | None, known: KnownTargets) -> Judgements:
        """The judgements that are kept there."""
        if store is None:
            return load_judgements(self.file, known.targets, known.register)
        return stored_judgements(entries_known(store, Ledger.JUDGEMENTS), known)

    def add_judgements(self, store: Connection | None, kept: Judgements, new: Sequence[Judgement]) -> None:
        """Add judgements to those that are kept."""
        if store is None:
            write_judgements(self.file, replace(kept, rows=(*kept.rows, *new)))
        else:
            add_entries(store, Ledger.JUDGEMENTS, map(judgement_line, new))

    def actions(self, store: Connection | None, known: KnownTargets) -> Actions:
        """The actions that are kept there."""
        if store is None:
            return load_actions(self.file, known.targets, known.register)
        return stored_actions(entries_known(store, Ledger.ACTIONS), known)

    def add_actions(self, store: Connection | None, before: Actions, after: Actions) -> None:
        """Add the rows by which ``after`` is longer than ``before``; in a store new actions get numbers of its kind."""
        if store is None:
            write_actions(self.file, after)
            return
        added = after.rows[len(before.rows) :]
        named = [row if row.number in before.current else replace(row, number=number_in_store(row)) for row in added]
        add_entries(store, Ledger.ACTIONS, map(action_line, named))


def place_targets(plans: Path | None) -> KnownTargets:
    """The targets and regions that entries may name."""
    register = load_register(plans) if plans else load_register()
    return KnownTargets(known_targets(plans, register), register)
