"""How much longer a batch will take, judged by the briefs that it has made itself."""

from collections.abc import Callable
from datetime import timedelta

from rich.progress import ProgressColumn, Task
from rich.text import Text


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
