"""Write the catalogue of goals and targets, or read it back against the text of the plans."""

from pathlib import Path
from typing import Annotated

import typer

from sxresearch.commands.console import both
from sxresearch.commands.shared import Lang, Plans, help_text
from sxresearch.errors import EXIT_DONE, EXIT_DONE_WITH_FAILURES
from sxresearch.terms import Language


def catalogue(
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help=help_text("catalogue-out"))] = None,
    against: Annotated[
        Path | None, typer.Option("--against", metavar="TEXT", help=help_text("catalogue-against"))
    ] = None,
    plans: Plans = None,
    lang: Lang = Language.ZH,
) -> None:
    """Write the catalogue of goals and targets, or read it back against the text of the plans."""
    from sxresearch.commands.catalogue_files import compare_with_text, write_catalogue
    from sxresearch.files import refuse_overwriting
    from sxresearch.paths import PLANS

    refuse_overwriting([out], [against, plans or PLANS])
    if out is None and against is None:
        raise typer.BadParameter(both("cli-catalogue-nothing", " / "))
    if out is not None:
        typer.echo(write_catalogue(out, plans))
    if against is not None:
        report, found = compare_with_text(against, lang, plans)
        typer.echo(report)
        raise typer.Exit(EXIT_DONE if found.complete else EXIT_DONE_WITH_FAILURES)
