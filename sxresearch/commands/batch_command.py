"""Make the briefs of many regions, with an index."""

import sys
from typing import Annotated

import typer

from sxresearch.commands.console import tell
from sxresearch.commands.shared import (
    AsOf,
    Internal,
    KnownOn,
    Lang,
    MoreRegions,
    ObservationPaths,
    PlanIds,
    Plans,
    RegionWords,
    ReportsFolder,
    Scheduler,
    TargetYear,
    end_with,
    help_text,
    region_words,
    run_parameters,
)
from sxresearch.files import NotWritable
from sxresearch.garbage_collection import lasting
from sxresearch.interruption import command_line
from sxresearch.paths import BRIEF, INDEX, REPORTS
from sxresearch.terms import BatchExtra, Language
from sxresearch.worker_processes import core_count


def batch(
    regions: RegionWords = None,
    more: MoreRegions = None,
    plans: Plans = None,
    plan: PlanIds = None,
    observations: ObservationPaths = None,
    known_on: KnownOn = None,
    as_of: AsOf = None,
    target_year: TargetYear = None,
    lang: Lang = Language.ZH,
    jobs: Annotated[int | None, typer.Option("--jobs", metavar="N", min=1, help=help_text("jobs"))] = None,
    resume: Annotated[bool, typer.Option("--resume", help=help_text("resume"))] = False,
    scheduler: Scheduler = None,
    extra: Annotated[BatchExtra | None, typer.Option("--with", help=help_text("batch-with"))] = None,
    internal: Internal = False,
    out: ReportsFolder = REPORTS,
) -> None:
    """Make the briefs of many regions, with an index."""
    words = region_words(regions, more)
    parameters = run_parameters(plans, observations, as_of, target_year, lang, plan, known_on, internal)
    if resume:
        from sxresearch.batch.reuse.unchanged_run import unchanged

        if stands := unchanged(parameters, words, BRIEF, out, reports=extra is BatchExtra.REPORT):
            tell("cli-unchanged", total=str(len(stands.regions)), run=stands.run)
            typer.echo(out / INDEX)
            return
    with lasting():
        from sxresearch.commands.region_runs import BatchOptions, make_briefs

    options = BatchOptions(jobs or core_count(), resume=resume, scheduler=scheduler, reports=extra is BatchExtra.REPORT)
    try:
        manifest = make_briefs(parameters, words, out, options)
    except NotWritable:  # the disk is full or gone: what is finished there stays
        _tell_how_to_go_on()
        raise
    typer.echo(out / INDEX)
    if manifest.interrupted:
        _tell_how_to_go_on()
    end_with(manifest)


def _tell_how_to_go_on() -> None:
    again = [word for word in sys.argv[1:] if word != "--resume"]
    tell("cli-go-on", command=command_line(["python", "-m", "sxresearch", *again, "--resume"]))
