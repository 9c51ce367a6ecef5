"""Write the catalogue of goals and targets, or read it back against the text of the plans."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sxresearch.commands.console import both
from sxresearch.commands.shared import Lang, Plans, help_text
from sxresearch.errors import EXIT_DONE, EXIT_DONE_WITH_FAILURES
from sxresearch.terms import Language

if TYPE_CHECKING:
    from sxresearch.monitoring.contract import Register
    from sxresearch.plan.catalogue import Plan


def catalogue(
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help=help_text("catalogue-out"))] = None,
    against: Annotated[
        Path | None, typer.Option("--against", metavar="TEXT", help=help_text("catalogue-against"))
    ] = None,
    plans: Plans = None,
    lang: Lang = Language.ZH,
) -> None:
    """Write the catalogue of goals and targets, or read it back against the text of the plans."""
    from sxresearch.files import refuse_overwriting
    from sxresearch.paths import PLANS

    refuse_overwriting([out], [against, plans or PLANS])
    if out is None and against is None:
        raise typer.BadParameter(both("cli-catalogue-nothing", " / "))
    if out is not None:
        typer.echo(_write(out, plans))
    if against is not None:
        report, complete = _compared(against, lang, plans)
        typer.echo(report)
        raise typer.Exit(EXIT_DONE if complete else EXIT_DONE_WITH_FAILURES)


def _write(out: Path, folder: Path | None) -> Path:
    """Write the table of goals, targets and rule kinds to ``out`` (Markdown)."""
    from sxresearch.files import publish_text
    from sxresearch.plan.catalogue_document import catalogue_markdown

    plans, register = _loaded(folder)
    return publish_text(out, catalogue_markdown(plans, register.indicators))


def _compared(text: Path, language: Language, folder: Path | None) -> tuple[str, bool]:
    """Map every figure and trend phrase of the plans' text to a target or a reason; the report, and if all are."""
    from sxresearch.plan.text.comparison import map_text
    from sxresearch.plan.text.printed_plan import read_plan_text
    from sxresearch.plan.text.report import catalogue_report

    plans, _ = _loaded(folder)
    found = map_text(plans, read_plan_text(text))
    return catalogue_report(plans, found, language), found.complete


def _loaded(folder: Path | None) -> "tuple[tuple[Plan, ...], Register]":
    from sxresearch.assessment.inputs import load_register
    from sxresearch.paths import PLANS
    from sxresearch.plan.loading import load_plans

    register = load_register(folder or PLANS)
    return load_plans(folder or PLANS, register.indicators, register.regions), register
