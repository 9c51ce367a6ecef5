"""Ledgers in a store: taken over from the file in which they were kept, written out as such a file, listed."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from sxresearch.assessment.inputs import load_register
from sxresearch.commands.console import both, tell
from sxresearch.commands.ledger.ledger_places import place_targets
from sxresearch.errors import BadParameter
from sxresearch.files import refuse_overwriting
from sxresearch.language import word
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.ledger.actions import ActionState, action_line, load_actions, numbered_for_store, state_word
from sxresearch.monitoring.ledger.judgements import JudgementSource, judgement_line, load_judgements, source_word
from sxresearch.monitoring.ledger.kept_ledgers import KnownTargets, LedgerLine
from sxresearch.monitoring.ledger.ledger_table import write_ledger
from sxresearch.monitoring.ledger.store_entries import LEDGER_TABLES, add_entries, entries_known
from sxresearch.monitoring.store.address import StoreAddress
from sxresearch.monitoring.store.connection import reading, writing
from sxresearch.terms import Language, Ledger, Status


def take_over(address: StoreAddress, ledger: Ledger, file: Path, plans: Path | None) -> None:
    """Record every entry of a file; those that are there already are left alone, and the file stays as it is.

    Raises
    ------
    BadParameter
        If the file is not there or has faults.
    """
    if not file.is_file():
        raise BadParameter.of("ledger-file-missing", str(file))
    lines = _lines_of(ledger, file, place_targets(plans))
    with writing(address) as connection:
        new = add_entries(connection, ledger, lines)
    tell("cli-store-ledger-taken", new=str(new), known=str(len(lines) - new), file=str(file))


def write_out(address: StoreAddress, ledger: Ledger, out: Path, known_on: date | None) -> Path:
    """Write the entries up to a day (all if none) as CSV."""
    refuse_overwriting([out], [address.path])
    with reading(address) as connection:
        lines = entries_known(connection, ledger, known_on)
    tell("cli-store-exported", rows=str(len(lines)))
    return write_ledger(out, LEDGER_TABLES[ledger].columns, lines)


def entry_lines(address: StoreAddress, ledger: Ledger, known_on: date | None) -> Iterator[str]:
    """A line for each entry, in both languages."""
    register, columns = load_register(), LEDGER_TABLES[ledger].columns
    with reading(address) as connection:
        lines = entries_known(connection, ledger, known_on)
    if not lines:
        tell("cli-store-ledger-empty")
    for line in lines:
        cells = dict(zip(columns, line, strict=True))
        yield both(f"cli-store-ledger-{ledger}", **_in_words(ledger, cells, register))


def _lines_of(ledger: Ledger, file: Path, known: KnownTargets) -> list[LedgerLine]:
    if ledger is Ledger.JUDGEMENTS:
        return [judgement_line(item) for item in load_judgements(file, known.targets, known.register).rows]
    return [action_line(row) for row in numbered_for_store(load_actions(file, known.targets, known.register))]


def _in_words(ledger: Ledger, cells: Mapping[str, str], register: Register) -> dict[str, str]:
    """The cells with names and words in place of codes."""
    code, said = cells["region"], dict(cells)
    said["region"] = register.regions[code].name if code in register.regions else code
    if ledger is Ledger.JUDGEMENTS:
        said["source"] = source_word(JudgementSource(cells["source"]), Language.ZH)
        said["judgement"] = word("status", Status(cells["judgement"]), Language.ZH)
    else:
        said["state"] = state_word(ActionState(cells["state"]), Language.ZH)
    return said
