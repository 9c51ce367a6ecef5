"""Validate observations, plans, register and region list."""

from pathlib import Path
from typing import Annotated

import typer

from sxresearch.commands.console import both, working
from sxresearch.commands.shared import help_text


def check(paths: Annotated[list[Path], typer.Argument(metavar="PATH", help=help_text("check-paths"))]) -> None:
    """Validate observations, plans, register and region list."""
    from sxresearch.commands.input_files import check_paths

    with working("cli-checking"):
        checked = check_paths(paths)
    for item in checked:
        typer.echo(both(f"cli-checked-{item.kind}", " / ", path=str(item.path), count=str(item.count)))
