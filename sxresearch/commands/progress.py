"""What a batch run shows while it works and when it ends."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from sxresearch.batch.kernels.awake_clock import AwakeClock
from sxresearch.batch.kernels.kernel_pool import FRESH
from sxresearch.batch.manifest import BriefOutcome, Manifest, RegionResult
from sxresearch.batch.runner import Watch
from sxresearch.commands.console import both, console, tell
from sxresearch.commands.remaining_time import RemainingColumn, RemainingTime
from sxresearch.plan.regions import Regions
from sxresearch.terms import Language


@contextmanager
def batch_progress(total: int, regions: Regions) -> Iterator[Watch]:
    """A bar with the remaining time, and one line for every region as it ends."""
    with AwakeClock() as clock:
        estimate = RemainingTime(clock)
        columns = (
            SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
            RemainingColumn(estimate),
        )  # fmt: skip
        with Progress(*columns, console=console(), transient=True) as bar:
            yield _watch(bar, total, estimate, regions)


def _watch(bar: Progress, total: int, estimate: RemainingTime, regions: Regions) -> Watch:
    task = bar.add_task(escape(both("cli-making-briefs", " / ")), total=total)

    def watch(result: RegionResult) -> None:
        estimate.ended(result.seconds)
        bar.advance(task)
        if result.outcome is not BriefOutcome.INTERRUPTED:
            bar.console.print(escape(_line(result, regions)))

    return watch


def _line(result: RegionResult, regions: Regions) -> str:
    region = regions[result.region]
    mark = "✓" if result.outcome is BriefOutcome.DONE else "✗"
    return f"{mark} {region.code} {region.name} {region.name_en} {result.seconds:.1f} s"


def show_summary(manifest: Manifest, regions: Regions) -> None:
    """How many briefs were made, and for each that was not, why."""
    tell(
        "cli-briefs-made",
        done=str(len(manifest.done)),
        total=str(len(manifest.regions)),
        seconds=f"{manifest.seconds:.0f}",
    )
    failed = [result for result in manifest.not_done if result.outcome is BriefOutcome.FAILED]
    for result in failed:
        name = f"{result.region} {regions[result.region].name}"
        sentences = [cause.sentence(language) for language in Language for cause in result.causes]
        console().print(escape("\n".join([f"✗ {name}", *(f"   {sentence}" for sentence in sentences)])))
    if manifest.engine == FRESH:
        tell("cli-fresh-kernels")
    if manifest.synthetic:
        tell("cli-synthetic")
