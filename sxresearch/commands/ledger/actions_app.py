"""The commands that begin with ``actions``."""

from pathlib import Path
from typing import Annotated

import typer

from sxresearch.commands.shared import (
    AsOf,
    CommandGroup,
    Internal,
    Lang,
    ObservationPaths,
    PlanIds,
    Plans,
    help_text,
    run_parameters,
)
from sxresearch.commands.store.options import Day, day
from sxresearch.paths import ACTIONS
from sxresearch.terms import Language

app = typer.Typer(cls=CommandGroup, help=help_text("actions"), no_args_is_help=True, pretty_exceptions_enable=False)

RegionCodes = Annotated[list[str], typer.Argument(metavar="REGION", help=help_text("ledger-regions"))]
Sheets = Annotated[list[Path], typer.Argument(metavar="FILE", help=help_text("ledger-files"))]
OutFile = Annotated[Path, typer.Option("--out", metavar="FILE", help=help_text("ledger-out"))]
LedgerStore = Annotated[str | None, typer.Option("--store", metavar="ADDRESS", help=help_text("ledger-store"))]
LedgerFile = Annotated[Path, typer.Option("--ledger", metavar="FILE", show_default=False, help=help_text("ledger"))]


@app.command("export", help=help_text("actions-export"))
def export_actions(
    regions: RegionCodes, out: OutFile, ledger: LedgerFile = ACTIONS, plans: Plans = None, plan: PlanIds = None,
    observations: ObservationPaths = None, as_of: AsOf = None, lang: Lang = Language.ZH, internal: Internal = False,
) -> None:  # fmt: skip
    """Write the action list of regions, made from their warning lists."""
    from sxresearch.commands.ledger.action_files import write_action_sheet
    from sxresearch.commands.ledger.people_inputs import PeopleRequest

    asked = run_parameters(plans, observations, as_of, None, lang, plan, internal=internal)
    typer.echo(write_action_sheet(PeopleRequest(asked, tuple(regions), actions=ledger), out))


@app.command("import", help=help_text("actions-import"))
def import_actions(
    files: Sheets, ledger: LedgerFile = ACTIONS, store: LedgerStore = None, date: Day = "", plans: Plans = None,
) -> None:  # fmt: skip
    """Take edited action lists in: all of them or none."""
    from sxresearch.commands.ledger.action_files import take_in_actions
    from sxresearch.commands.ledger.ledger_places import LedgerPlace

    typer.echo(take_in_actions(files, LedgerPlace.of(ledger, ACTIONS, store), plans, day(date, "--date")))


@app.command("list", help=help_text("actions-list"))
def list_actions(
    regions: RegionCodes, ledger: LedgerFile = ACTIONS, date: Day = "", plans: Plans = None, plan: PlanIds = None,
    observations: ObservationPaths = None, as_of: AsOf = None, lang: Lang = Language.ZH, internal: Internal = False,
) -> None:  # fmt: skip
    """Print how each action stands, and what has moved since it was agreed."""
    from sxresearch.commands.ledger.action_files import progress_lines
    from sxresearch.commands.ledger.people_inputs import PeopleRequest

    asked = run_parameters(plans, observations, as_of, None, lang, plan, internal=internal)
    for line in progress_lines(PeopleRequest(asked, tuple(regions), actions=ledger), day(date, "--date")):
        typer.echo(line)
