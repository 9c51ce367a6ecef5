"""Write what is taken to a meeting: Word, Excel and PDF."""

from typing import Annotated

import typer

from sxresearch.commands.shared import (
    AsOf,
    Internal,
    KnownOn,
    Lang,
    ObservationPaths,
    PlanIds,
    Plans,
    ReportsFolder,
    TargetYear,
    help_text,
    run_parameters,
)
from sxresearch.paths import REPORTS
from sxresearch.terms import Language


def pack(
    regions: Annotated[list[str] | None, typer.Argument(metavar="REGION", help=help_text("pack-regions"))] = None,
    department: Annotated[str, typer.Option("--department", metavar="NAME", help=help_text("pack-department"))] = "",
    pdf: Annotated[bool, typer.Option("--pdf", help=help_text("pack-pdf"))] = False,
    plans: Plans = None,
    plan: PlanIds = None,
    observations: ObservationPaths = None,
    known_on: KnownOn = None,
    as_of: AsOf = None,
    target_year: TargetYear = None,
    lang: Lang = Language.ZH,
    internal: Internal = False,
    out: ReportsFolder = REPORTS,
) -> None:
    """Write what is taken to a meeting: Word, Excel and PDF."""
    from sxresearch.commands.pack_files import NotAllPacked, PackRequest, make_packs

    parameters = run_parameters(plans, observations, as_of, target_year, lang, plan, known_on, internal)
    try:
        written = make_packs(PackRequest(tuple(regions or ()), department, pdf), parameters, out)
    except NotAllPacked as problem:
        typer.echo("\n".join(map(str, problem.written)))
        raise
    for path in written:
        typer.echo(path)
