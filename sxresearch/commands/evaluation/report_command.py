"""Write the mid-term or final evaluation reports: Word, with a workbook of sentences and sources beside it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    help_text,
    run_parameters,
)
from sxresearch.paths import REPORTS
from sxresearch.terms import EvaluationKind, Language

if TYPE_CHECKING:
    from sxresearch.commands.evaluation.report_files import NotAllWritten

Template = Annotated[Path | None, typer.Option("--template", metavar="FILE", help=help_text("report-template"))]
MidtermYear = Annotated[int | None, typer.Option("--midterm-year", metavar="YEAR", help=help_text("midterm-year"))]


def report(
    kind: Annotated[EvaluationKind, typer.Argument(metavar="midterm|final", help=help_text("report-kind"))],
    regions: Annotated[list[str], typer.Argument(metavar="REGION", help=help_text("report-regions"))],
    template: Template = None,
    plans: Plans = None,
    plan: PlanIds = None,
    observations: ObservationPaths = None,
    known_on: KnownOn = None,
    as_of: AsOf = None,
    midterm_year: MidtermYear = None,
    lang: Lang = Language.ZH,
    internal: Internal = False,
    out: ReportsFolder = REPORTS,
) -> None:
    """Write the mid-term or final evaluation reports."""
    from sxresearch.brief.report.region_reports import ReportWishes
    from sxresearch.commands.evaluation.report_files import NotAllWritten, make_reports

    parameters = run_parameters(plans, observations, as_of, None, lang, plan, known_on, internal)
    wishes = ReportWishes(kind, tuple(plan or ()), template, midterm_year)
    try:
        written = make_reports(wishes, regions, parameters, out)
    except NotAllWritten as problem:
        _show(problem)
        raise
    for path in written:
        typer.echo(path)


def _show(problem: "NotAllWritten") -> None:
    for path in problem.written:
        typer.echo(path)
