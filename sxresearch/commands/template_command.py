"""Write reporting forms for regions, or the list of names."""

from pathlib import Path
from typing import Annotated

import typer

from sxresearch.commands.shared import Plans, help_text
from sxresearch.paths import TEMPLATES


def template(
    regions: Annotated[list[str] | None, typer.Argument(metavar="REGION", help=help_text("template-regions"))] = None,
    year: Annotated[list[int] | None, typer.Option("--year", metavar="YEAR", help=help_text("template-year"))] = None,
    plans: Plans = None,
    observations: Annotated[
        list[str] | None, typer.Option("--observations", metavar="PATH", help=help_text("template-observations"))
    ] = None,
    names: Annotated[Path | None, typer.Option("--names", metavar="FILE", help=help_text("template-names"))] = None,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", show_default=False, help=help_text("template-out"))
    ] = TEMPLATES,
) -> None:
    """Write reporting forms for regions, or the list of names."""
    from sxresearch.commands.template_files import TemplateRequest, make_templates, write_names

    if names is not None:
        typer.echo(write_names(names, plans))
        return
    from sxresearch.commands.store.observed import observed

    paths = observed(observations, None).paths or ()
    asked = TemplateRequest(tuple(regions or ()), tuple(year or ()), plans, tuple(map(Path, paths)))
    for path in make_templates(asked, out):
        typer.echo(path)
