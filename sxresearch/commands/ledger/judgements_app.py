"""The commands that begin with ``judgements``."""

from typing import Annotated

import typer

from sxresearch.commands.ledger.actions_app import LedgerFile, LedgerStore, OutFile, RegionCodes, Sheets
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
from sxresearch.paths import JUDGEMENTS
from sxresearch.terms import Language

app = typer.Typer(cls=CommandGroup, help=help_text("judgements"), no_args_is_help=True, pretty_exceptions_enable=False)


@app.command("template", help=help_text("judgements-template"))
def judgement_template(
    regions: RegionCodes, out: OutFile, department: Annotated[
        str, typer.Option("--department", metavar="NAME", help=help_text("judgements-department"))
    ] = "", plans: Plans = None, plan: PlanIds = None, observations: ObservationPaths = None, as_of: AsOf = None,
    lang: Lang = Language.ZH,
) -> None:  # fmt: skip
    """Write the form in which a department, or the panel, states its judgements."""
    from sxresearch.commands.ledger.judgement_files import write_judgement_sheet
    from sxresearch.commands.ledger.people_inputs import PeopleRequest

    asked = run_parameters(plans, observations, as_of, None, lang, plan)
    typer.echo(write_judgement_sheet(PeopleRequest(asked, tuple(regions)), department, out))


@app.command("import", help=help_text("judgements-import"))
def import_judgements(
    files: Sheets, ledger: LedgerFile = JUDGEMENTS, store: LedgerStore = None, plans: Plans = None
) -> None:
    """Take filled forms in: all of them or none."""
    from sxresearch.commands.ledger.judgement_files import take_in_judgements
    from sxresearch.commands.ledger.ledger_places import LedgerPlace

    typer.echo(take_in_judgements(files, LedgerPlace.of(ledger, JUDGEMENTS, store), plans))


@app.command("compare", help=help_text("judgements-compare"))
def compare_judgements(
    regions: RegionCodes, ledger: LedgerFile = JUDGEMENTS, plans: Plans = None, plan: PlanIds = None,
    observations: ObservationPaths = None, as_of: AsOf = None, lang: Lang = Language.ZH, internal: Internal = False,
) -> None:  # fmt: skip
    """Print where judgements differ from the model's answers, and who was right where the outcome is known."""
    from sxresearch.commands.ledger.judgement_files import comparison_lines
    from sxresearch.commands.ledger.people_inputs import PeopleRequest

    asked = run_parameters(plans, observations, as_of, None, lang, plan, internal=internal)
    for line in comparison_lines(PeopleRequest(asked, tuple(regions), judgements=ledger)):
        typer.echo(line)
