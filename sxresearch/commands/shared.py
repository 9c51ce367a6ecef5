"""What the commands share: options, help texts, errors as sentences and exit codes. Loads in a moment."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from sxresearch.commands.console import both, show_faults, speak_plainly, tell
from sxresearch.errors import EXIT_BAD_INPUT, EXIT_DONE_WITH_FAILURES, SxError
from sxresearch.files import refusal
from sxresearch.interruption import stopped_like_ctrl_c
from sxresearch.terms import Language

if TYPE_CHECKING:  # pandas, statsmodels and papermill take seconds, which help need not wait for
    from sxresearch.batch.manifest import Manifest
    from sxresearch.batch.parameters import Parameters

EXIT_INTERRUPTED = 130
"""What shells expect after Ctrl-C (128 + signal 2)."""
ALL = "all"


class CommandGroup(TyperGroup):
    """Commands whose errors are sentences and exit codes, not tracebacks."""

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override]
        """Run the command that was asked for."""
        speak_plainly()
        try:
            with stopped_like_ctrl_c():
                return super().invoke(ctx)
        except SxError as problem:
            show_faults(problem)
            raise typer.Exit(problem.exit_code) from problem
        except OSError as problem:  # the last net: what the system refuses is a sentence, whoever asked
            show_faults(SxError.of("system-refused", str(problem.filename or ""), problem=refusal(problem)))
            raise typer.Exit(EXIT_BAD_INPUT) from problem
        except KeyboardInterrupt as problem:
            tell("cli-interrupted")
            raise typer.Exit(EXIT_INTERRUPTED) from problem


def help_text(key: str) -> str:
    """The help ``cli-help-<key>`` in both languages."""
    return both(f"cli-help-{key}", " ")


Plans = Annotated[Path | None, typer.Option("--plans", metavar="DIR", help=help_text("plans"))]
PlanIds = Annotated[list[str] | None, typer.Option("--plan", metavar="ID", help=help_text("plan-ids"))]
ObservationPaths = Annotated[
    list[str] | None, typer.Option("--observations", metavar="PATH", help=help_text("observations"))
]
KnownOn = Annotated[str | None, typer.Option("--known-on", metavar="DATE", help=help_text("known-on"))]
RegionWords = Annotated[list[str] | None, typer.Option("--regions", metavar="REGIONS", help=help_text("regions"))]
MoreRegions = Annotated[list[str] | None, typer.Argument(metavar="CODE", help=help_text("more-regions"))]
AsOf = Annotated[int | None, typer.Option("--as-of", metavar="YEAR", help=help_text("as-of"))]
TargetYear = Annotated[int | None, typer.Option("--target-year", metavar="YEAR", help=help_text("target-year"))]
Lang = Annotated[Language, typer.Option("--lang", help=help_text("lang"))]
Scheduler = Annotated[str | None, typer.Option("--scheduler", metavar="ADDRESS", help=help_text("scheduler"))]
Internal = Annotated[bool, typer.Option("--internal", help=help_text("internal"))]
ReportsFolder = Annotated[Path, typer.Option("--out", metavar="DIR", show_default=False, help=help_text("out"))]


def region_words(regions: list[str] | None, more: list[str] | None) -> list[str]:
    """``--regions A B C``: an option takes one value, so the others arrive as arguments."""
    if more and not regions:
        raise typer.BadParameter(both("cli-regions-without-option", " / ", first=more[0]))
    return [*(regions or [ALL]), *(more or [])]


def run_parameters(
    plans: Path | None,
    observations: list[str] | None,
    as_of: int | None,
    target_year: int | None,
    lang: Language = Language.ZH,
    plan_ids: list[str] | None = None,
    known_on: str | None = None,
    internal: bool = False,
) -> "Parameters":
    """The parameters of a run from its options; a store is read here, once, and never again by the run.

    Raises
    ------
    SxError
        If a store can't be read, or a day is asked for where there is none.
    """
    from sxresearch.batch.parameters import Parameters
    from sxresearch.commands.store.observed import observed
    from sxresearch.commands.store.options import day

    found = observed(observations, day(known_on, "--known-on"))
    ids = tuple(plan_ids) if plan_ids else None
    return Parameters(str(plans) if plans else None, found.paths, as_of, target_year, lang, ids, found.stores, internal)


def end_with(manifest: "Manifest") -> None:
    """Leave with the exit code that tells how the run went."""
    if manifest.interrupted:
        raise typer.Exit(EXIT_INTERRUPTED)
    if manifest.not_done or manifest.without_reports:
        raise typer.Exit(EXIT_DONE_WITH_FAILURES)
