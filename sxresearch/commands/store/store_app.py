"""The commands that begin with ``store``."""

from pathlib import Path
from typing import Annotated

import typer

from sxresearch.commands.shared import CommandGroup, KnownOn, help_text
from sxresearch.commands.store.decision_commands import answer, ask, close, confirm, correct, withdraw
from sxresearch.commands.store.ledger_commands import ledger_export, ledger_import, ledger_list
from sxresearch.commands.store.options import Store, day, store_address

app = typer.Typer(cls=CommandGroup, help=help_text("store"), no_args_is_help=True, pretty_exceptions_enable=False)


@app.command("migrate", help=help_text("store-migrate"))
def migrate_store(
    store: Store = None,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help=help_text("store-name"))] = "",
) -> None:
    """Make the tables of a store, or bring them to the newest version."""
    from sxresearch.commands.store.upkeep import bring_forwards

    bring_forwards(store_address(store), name)


@app.command("export", help=help_text("store-export"))
def export_store(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help=help_text("store-export-out"))],
    store: Store = None,
    known_on: KnownOn = None,
) -> None:
    """Write the observation table of a store."""
    from sxresearch.commands.store.upkeep import write_observations

    typer.echo(write_observations(store_address(store), out, day(known_on, "--known-on")))


@app.command("verify", help=help_text("store-verify"))
def verify_store(store: Store = None) -> None:
    """Hold every stored figure to its cell in the kept original."""
    from sxresearch.commands.store.upkeep import hold_to_originals

    hold_to_originals(store_address(store))


@app.command("bundle", help=help_text("store-bundle"))
def bundle_store(
    out: Annotated[Path, typer.Argument(metavar="FILE", help=help_text("store-bundle-out"))], store: Store = None
) -> None:
    """Write all of a store into one file for another store."""
    from sxresearch.commands.store.upkeep import write_bundle

    typer.echo(write_bundle(store_address(store), out))


@app.command("merge", help=help_text("store-merge"))
def merge_store(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help=help_text("store-merge-source"))],
    store: Store = None,
) -> None:
    """Take in all that another store has recorded."""
    from sxresearch.commands.store.upkeep import take_in_store

    take_in_store(source, store_address(store))


@app.command("list", help=help_text("store-list"))
def list_store(store: Store = None) -> None:
    """Open questions, and figures on which stores disagree."""
    from sxresearch.commands.store.upkeep import show_open_matters

    show_open_matters(store_address(store))


@app.command("compare", help=help_text("store-compare"))
def compare_levels(
    region: Annotated[str, typer.Argument(metavar="REGION", help=help_text("store-compare-region"))],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help=help_text("store-compare-out"))],
    store: Store = None,
    known_on: KnownOn = None,
) -> None:
    """Hold a region's own figures against those of the regions below it, added up."""
    from sxresearch.commands.store.upkeep import write_comparison

    typer.echo(write_comparison(store_address(store), region, out, day(known_on, "--known-on")))


for command in (confirm, correct, withdraw, ask, answer, close):
    app.command(command.__name__, help=help_text(f"store-{command.__name__}"))(command)
for kept in (ledger_import, ledger_export, ledger_list):
    name = kept.__name__.replace("_", "-")
    app.command(name, help=help_text(f"store-{name}"))(kept)
