"""The command line: arguments in, exit code out. Results go to stdout or a file, messages to stderr."""

import os
import shlex
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from sxresearch.commands.console import both, show_faults, tell, working
from sxresearch.errors import EXIT_DONE, EXIT_DONE_WITH_FAILURES, SxError
from sxresearch.files import writable
from sxresearch.paths import BRIEF, INDEX, NOTEBOOKS, REPORTS, ROOT
from sxresearch.terms import Language

# What a command needs is imported when it runs: pandas, statsmodels and papermill take seconds,
# which help and a mistyped option need not wait for.
if TYPE_CHECKING:
    from sxresearch.batch.manifest import Manifest
    from sxresearch.batch.parameters import Parameters

EXIT_INTERRUPTED = 130
"""What shells expect after Ctrl-C (128 + signal 2)."""
ALL = "all"


class _Commands(TyperGroup):
    """Commands whose errors are sentences and exit codes, not tracebacks."""

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override]
        try:
            return super().invoke(ctx)
        except SxError as problem:
            show_faults(problem)
            raise typer.Exit(problem.exit_code) from problem
        except KeyboardInterrupt as problem:
            tell("cli-interrupted")
            raise typer.Exit(EXIT_INTERRUPTED) from problem


def _help(key: str) -> str:
    return both(f"cli-help-{key}", " ")


app = typer.Typer(
    cls=_Commands,
    help=_help("app"),
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Plans = Annotated[Path | None, typer.Option("--plans", metavar="DIR", help=_help("plans"))]
ObservationPaths = Annotated[
    list[Path] | None, typer.Option("--observations", metavar="PATH", help=_help("observations"))
]
RegionWords = Annotated[list[str] | None, typer.Option("--regions", metavar="REGIONS", help=_help("regions"))]
MoreRegions = Annotated[list[str] | None, typer.Argument(metavar="CODE", help=_help("more-regions"))]
AsOf = Annotated[int | None, typer.Option("--as-of", metavar="YEAR", help=_help("as-of"))]
TargetYear = Annotated[int | None, typer.Option("--target-year", metavar="YEAR", help=_help("target-year"))]
Lang = Annotated[Language, typer.Option("--lang", help=_help("lang"))]
Scheduler = Annotated[str | None, typer.Option("--scheduler", metavar="ADDRESS", help=_help("scheduler"))]
ReportsFolder = Annotated[Path, typer.Option("--out", metavar="DIR", show_default=False, help=_help("out"))]


@app.command(help=_help("check"))
def check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help=_help("check-paths"))],
    table: Annotated[Path | None, typer.Option("--table", metavar="FILE", help=_help("check-table"))] = None,
    findings: Annotated[Path | None, typer.Option("--findings", metavar="FILE", help=_help("check-findings"))] = None,
) -> None:
    """Validate observations, plans, register and region list."""
    from sxresearch.commands.check_report import report

    report(paths, table, findings)


@app.command(help=_help("assess"))
def assess(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help=_help("assess-out"))],
    plans: Plans = None,
    observations: ObservationPaths = None,
    regions: RegionWords = None,
    more: MoreRegions = None,
    as_of: AsOf = None,
    target_year: TargetYear = None,
    scheduler: Scheduler = None,
) -> None:
    """Write the verdict table."""
    from sxresearch.commands.briefs import write_verdicts

    words = _region_words(regions, more)
    parameters = _parameters(plans, observations, as_of, target_year)
    typer.echo(write_verdicts(parameters, words, out, jobs=_cores(), scheduler=scheduler))


@app.command(help=_help("brief"))
def brief(
    regions: Annotated[list[str], typer.Argument(metavar="REGION", help=_help("brief-regions"))],
    plans: Plans = None,
    observations: ObservationPaths = None,
    as_of: AsOf = None,
    target_year: TargetYear = None,
    lang: Lang = Language.ZH,
    out: ReportsFolder = REPORTS,
) -> None:
    """Make the briefs of the given regions."""
    from sxresearch.commands.briefs import Manner, make_briefs

    parameters = _parameters(plans, observations, as_of, target_year, lang)
    manifest = make_briefs(parameters, regions, out, Manner(_cores(), front=False))
    for result in manifest.done:
        typer.echo(out / manifest.run / f"{result.region}.html")
    _end(manifest)


@app.command(help=_help("batch"))
def batch(
    regions: RegionWords = None,
    more: MoreRegions = None,
    plans: Plans = None,
    observations: ObservationPaths = None,
    as_of: AsOf = None,
    target_year: TargetYear = None,
    lang: Lang = Language.ZH,
    jobs: Annotated[int | None, typer.Option("--jobs", metavar="N", min=1, help=_help("jobs"))] = None,
    resume: Annotated[bool, typer.Option("--resume", help=_help("resume"))] = False,
    scheduler: Scheduler = None,
    out: ReportsFolder = REPORTS,
) -> None:
    """Make the briefs of many regions, with an index."""
    words = _region_words(regions, more)
    parameters = _parameters(plans, observations, as_of, target_year, lang)
    if resume:
        from sxresearch.batch.unchanged_run import unchanged

        if stands := unchanged(parameters, words, BRIEF, out):
            tell("cli-unchanged", total=str(len(stands.regions)), run=stands.run)
            typer.echo(out / INDEX)
            return
    from sxresearch.commands.briefs import Manner, make_briefs

    manifest = make_briefs(parameters, words, out, Manner(jobs or _cores(), resume=resume, scheduler=scheduler))
    typer.echo(out / INDEX)
    if manifest.interrupted:
        again = [word for word in sys.argv[1:] if word != "--resume"]
        tell("cli-go-on", command=shlex.join(["python", "-m", "sxresearch", *again, "--resume"]))
    _end(manifest)


@app.command(help=_help("pack"))
def pack(
    regions: Annotated[list[str] | None, typer.Argument(metavar="REGION", help=_help("pack-regions"))] = None,
    department: Annotated[str, typer.Option("--department", metavar="NAME", help=_help("pack-department"))] = "",
    pdf: Annotated[bool, typer.Option("--pdf", help=_help("pack-pdf"))] = False,
    plans: Plans = None,
    observations: ObservationPaths = None,
    as_of: AsOf = None,
    target_year: TargetYear = None,
    lang: Lang = Language.ZH,
    out: ReportsFolder = REPORTS,
) -> None:
    """Write what is taken to a meeting: Word, Excel and PDF."""
    from sxresearch.commands.pack import Asked, make_packs

    parameters = _parameters(plans, observations, as_of, target_year, lang)
    for path in make_packs(Asked(tuple(regions or ()), department, pdf), parameters, out):
        typer.echo(path)


@app.command(help=_help("demo"))
def demo(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help=_help("demo-out"))],
    counties: Annotated[bool, typer.Option("--counties", help=_help("counties"))] = False,
) -> None:
    """Write the synthetic data set."""
    from sxresearch.monitoring.demo.dataset import write_demo

    with working("cli-writing-demo"), writable(out):
        paths = write_demo(out, counties=counties)
    tell("cli-synthetic")
    for path in paths:
        typer.echo(path)


@app.command(help=_help("catalogue"))
def catalogue(
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help=_help("catalogue-out"))] = None,
    against: Annotated[Path | None, typer.Option("--against", metavar="TEXT", help=_help("catalogue-against"))] = None,
    plans: Plans = None,
    lang: Lang = Language.ZH,
) -> None:
    """Write the catalogue of goals and targets, or read it back against the text of the plans."""
    from sxresearch.commands.catalogue import compare_with_text, write_catalogue

    if out is None and against is None:
        raise typer.BadParameter(both("cli-catalogue-nothing", " / "))
    if out is not None:
        typer.echo(write_catalogue(out, plans))
    if against is not None:
        report, found = compare_with_text(against, lang, plans)
        typer.echo(report)
        raise typer.Exit(EXIT_DONE if found.complete else EXIT_DONE_WITH_FAILURES)


@app.command(help=_help("replay"))
def replay(
    history: Annotated[Path, typer.Option("--history", metavar="FILE", help=_help("replay-history"))],
    targets: Annotated[Path, typer.Option("--targets", metavar="FILE", help=_help("replay-targets"))],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help=_help("replay-out"))],
) -> None:
    """Re-live past targets: what would have been said, without looking ahead."""
    from sxresearch.commands.replay import write_replay

    with working("cli-replaying"):
        path = write_replay(history, targets, out)
    typer.echo(path)


@app.command(help=_help("lab"))
def lab() -> None:
    """Open JupyterLab on the notebooks."""
    if not NOTEBOOKS.is_dir():
        raise SxError.of("lab-without-notebooks", str(NOTEBOOKS))
    if find_spec("jupyterlab") is None:
        raise SxError.of("lab-missing")
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    ended = subprocess.run(
        [sys.executable, "-m", "jupyterlab", str(NOTEBOOKS)], env={**os.environ, "PYTHONPATH": path}, check=False
    )
    raise typer.Exit(EXIT_DONE if ended.returncode == 0 else EXIT_DONE_WITH_FAILURES)


def _region_words(regions: list[str] | None, more: list[str] | None) -> list[str]:
    """``--regions A B C``: an option takes one value, so the others arrive as arguments."""
    if more and not regions:
        raise typer.BadParameter(both("cli-regions-without-option", " / ", first=more[0]))
    return [*(regions or [ALL]), *(more or [])]


def _parameters(
    plans: Path | None,
    observations: list[Path] | None,
    as_of: int | None,
    target_year: int | None,
    lang: Language = Language.ZH,
) -> "Parameters":
    from sxresearch.batch.parameters import Parameters

    paths = tuple(str(path) for path in observations) if observations else None
    return Parameters(str(plans) if plans else None, paths, as_of, target_year, lang)


def _cores() -> int:
    return os.cpu_count() or 1


def _end(manifest: "Manifest") -> None:
    if manifest.interrupted:
        raise typer.Exit(EXIT_INTERRUPTED)
    if manifest.not_done:
        raise typer.Exit(EXIT_DONE_WITH_FAILURES)


def main() -> None:
    """Entry point of the console script."""
    app(prog_name="sxresearch")
