"""Judgements and actions that a store keeps: taken over from a file, written out, listed."""

from pathlib import Path
from typing import Annotated

import typer

from sxresearch.commands.shared import KnownOn, Plans, help_text
from sxresearch.commands.store.options import Store
from sxresearch.terms import Ledger

Kind = Annotated[Ledger, typer.Argument(metavar="LEDGER", help=help_text("store-ledger"))]


def ledger_import(
    ledger: Kind, file: Annotated[Path, typer.Argument(metavar="FILE", help=help_text("store-ledger-file"))],
    store: Store = None, plans: Plans = None,
) -> None:  # fmt: skip
    """Take over a ledger that was kept in a file."""
    from sxresearch.commands.store.ledger_files import take_over
    from sxresearch.commands.store.options import store_address

    take_over(store_address(store), ledger, file, plans)


def ledger_export(
    ledger: Kind, out: Annotated[Path, typer.Option("--out", metavar="FILE", help=help_text("store-ledger-out"))],
    store: Store = None, known_on: KnownOn = None,
) -> None:  # fmt: skip
    """Write a ledger as the file in which it would be kept without a store."""
    from sxresearch.commands.store.ledger_files import write_out
    from sxresearch.commands.store.options import day, store_address

    typer.echo(write_out(store_address(store), ledger, out, day(known_on, "--known-on")))


def ledger_list(ledger: Kind, store: Store = None, known_on: KnownOn = None) -> None:
    """List a ledger, a line for each entry."""
    from sxresearch.commands.store.ledger_files import entry_lines
    from sxresearch.commands.store.options import day, store_address

    for line in entry_lines(store_address(store), ledger, day(known_on, "--known-on")):
        typer.echo(line)
