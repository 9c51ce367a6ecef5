"""What a batch run shows while it works and when it ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn
from rich.text import Text

from sxresearch.batch.kernels.awake_clock import AwakeClock
from sxresearch.batch.kernels.kernel_manager import FRESH
from sxresearch.batch.manifest import BriefOutcome, Manifest, RegionResult
from sxresearch.batch.runner import Watch
from sxresearch.commands.console import both, console, tell
from sxresearch.plan.regions import Regions
from sxresearch.terms import Language


class RemainingTime:
    """Briefs a second since the first one was begun; those kept from an earlier run cost nothing and teach nothing.

    ``clock`` gives seconds; what the machine sleeps through should be left out.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._begun = clock()
        self._first_begun = self._last_ended = self._begun
        self._made = 0

    def ended(self, seconds: float) -> None:
        """A brief ended that took so many seconds; one that took longer than the run lasts was made before it."""
        now = self._clock()
        if seconds > now - self._begun:
            return
        self._first_begun = min(self._first_begun, now - seconds) if self._made else now - seconds
        self._last_ended = now
        self._made += 1

    def seconds(self, left: float) -> float | None:
        """Seconds until ``left`` more briefs are made, none while there is nothing to judge by."""
        if not self._made:
            return None
        each = (self._last_ended - self._first_begun) / self._made
        return max(0.0, left * each - (self._clock() - self._last_ended))


class RemainingColumn(ProgressColumn):
    """The remaining time in a progress bar."""

    max_refresh = 0.5

    def __init__(self, estimate: RemainingTime) -> None:
        super().__init__()
        self._estimate = estimate

    def render(self, task: Task) -> Text:
        """Hours, minutes, seconds."""
        seconds = self._estimate.seconds(task.remaining or 0.0)
        shown = "-:--:--" if seconds is None else str(timedelta(seconds=round(seconds)))
        return Text(shown, style="progress.remaining")


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
