"""Validate observations, plans, register and region list."""

from pathlib import Path
from typing import Annotated

import typer

from sxresearch.commands.shared import KnownOn, Plans, help_text


def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help=help_text("check-paths"))],
    plans: Plans = None,
    table: Annotated[Path | None, typer.Option("--table", metavar="FILE", help=help_text("check-table"))] = None,
    findings: Annotated[
        Path | None, typer.Option("--findings", metavar="FILE", help=help_text("check-findings"))
    ] = None,
    known_on: KnownOn = None,
) -> None:
    """Validate observations, plans, register and region list."""
    from sxresearch.commands.check_report import report

    report(paths, table, findings, plans, known_on)
