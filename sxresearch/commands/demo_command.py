"""Write the synthetic data set."""

from pathlib import Path
from typing import Annotated

import typer

from sxresearch.commands.console import tell, working
from sxresearch.commands.shared import help_text
from sxresearch.files import writable


def demo(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help=help_text("demo-out"))],
    counties: Annotated[bool, typer.Option("--counties", help=help_text("counties"))] = False,
) -> None:
    """Write the synthetic data set."""
    from sxresearch.monitoring.demo.dataset import write_demo

    with working("cli-writing-demo"), writable(out):
        paths = write_demo(out, counties=counties)
    tell("cli-synthetic")
    for path in paths:
        typer.echo(path)
