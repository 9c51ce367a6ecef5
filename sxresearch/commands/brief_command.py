"""Make the briefs of the given regions."""

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
    end_with,
    help_text,
    run_parameters,
)
from sxresearch.paths import REPORTS
from sxresearch.terms import Language
from sxresearch.worker_processes import core_count


def brief(
    regions: Annotated[list[str], typer.Argument(metavar="REGION", help=help_text("brief-regions"))],
    plans: Plans = None,
    plan: PlanIds = None,
    observations: ObservationPaths = None,
    known_on: KnownOn = None,
    as_of: AsOf = None,
    target_year: TargetYear = None,
    lang: Lang = Language.ZH,
    internal: Internal = False,
    one_page: Annotated[bool, typer.Option("--one-page", help=help_text("one-page"))] = False,
    out: ReportsFolder = REPORTS,
) -> None:
    """Make the briefs of the given regions."""
    from sxresearch.commands.region_runs import BatchOptions, make_briefs, write_one_page_of

    parameters = run_parameters(plans, observations, as_of, target_year, lang, plan, known_on, internal)
    manifest = make_briefs(parameters, regions, out, BatchOptions(core_count(), front=False))
    for result in manifest.done:
        typer.echo(out / manifest.run / f"{result.region}.html")
        if one_page:
            typer.echo(write_one_page_of(out / manifest.run, result.region))
    end_with(manifest)
