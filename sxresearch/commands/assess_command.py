"""Write the verdict table."""

from pathlib import Path
from typing import Annotated

import typer

from sxresearch.commands.shared import (
    AsOf,
    Internal,
    KnownOn,
    MoreRegions,
    ObservationPaths,
    PlanIds,
    Plans,
    RegionWords,
    Scheduler,
    TargetYear,
    help_text,
    region_words,
    run_parameters,
)
from sxresearch.worker_processes import core_count


def assess(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help=help_text("assess-out"))],
    plans: Plans = None,
    plan: PlanIds = None,
    observations: ObservationPaths = None,
    known_on: KnownOn = None,
    regions: RegionWords = None,
    more: MoreRegions = None,
    as_of: AsOf = None,
    target_year: TargetYear = None,
    scheduler: Scheduler = None,
    internal: Internal = False,
) -> None:
    """Write the verdict table."""
    from sxresearch.commands.region_runs import write_verdicts

    words = region_words(regions, more)
    parameters = run_parameters(
        plans, observations, as_of, target_year, plan_ids=plan, known_on=known_on, internal=internal
    )
    typer.echo(write_verdicts(parameters, words, out, jobs=core_count(), scheduler=scheduler))
