"""The command line: arguments in, exit code out. Results go to stdout or a file, messages to stderr.

A command is a function in ``<name>_command.py`` and its name in COMMANDS; its help is ``cli-help-<name>``. What a
command needs is imported when it runs: help and a mistyped option need not wait for pandas.
"""

from importlib import import_module

import typer

from sxresearch.commands.evaluation.report_command import report
from sxresearch.commands.ledger.actions_app import app as actions_app
from sxresearch.commands.ledger.judgements_app import app as judgements_app
from sxresearch.commands.shared import CommandGroup, help_text
from sxresearch.commands.store.import_command import import_files
from sxresearch.commands.store.store_app import app as store_app
from sxresearch.unused_parsers import leave_out_unused_parsers

COMMANDS = (
    "check",
    "assess",
    "brief",
    "batch",
    "pack",
    "yearbook",
    "template",
    "demo",
    "catalogue",
    "replay",
    "lab",
)
"""In the order in which help lists them."""

app = typer.Typer(
    cls=CommandGroup,
    help=help_text("app"),
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in COMMANDS:
    app.command(command, help=help_text(command))(
        getattr(import_module(f"sxresearch.commands.{command}_command"), command)
    )
app.command("report", help=help_text("report"))(report)
app.command("import", help=help_text("import"))(import_files)
app.add_typer(judgements_app, name="judgements", help=help_text("judgements"))
app.add_typer(actions_app, name="actions", help=help_text("actions"))
app.add_typer(store_app, name="store", help=help_text("store"))


def main() -> None:
    """Entry point of the console script."""
    leave_out_unused_parsers()
    app(prog_name="sxresearch")
