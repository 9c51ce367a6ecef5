"""What the parts of a batch on a cluster take, and what the whole would take on more workers."""

from dataclasses import dataclass, fields

BYTES_A_SECOND = 125_000_000.0
"""What a network of 1 Gbit/s carries."""


@dataclass(frozen=True)
class RunParts:
    """Seconds that the parts of one run on one worker took, ``briefs`` of them.

    ``before`` is all until the first brief is begun, of which ``judging`` is what workers do, the longest part of it
    taking ``longest_part``; ``cutting`` of a slice, ``brief`` on a worker and ``slice_bytes`` are means of a brief;
    ``closing`` is overview, links and index.
    """

    briefs: int
    before: float
    judging: float
    longest_part: float
    cutting: float
    brief: float
    slice_bytes: float
    closing: float

    def on(self, workers: int) -> float:
        """Seconds on so many workers, computed: judging and briefs are shared, the rest is the runner's alone."""
        judging = max(self.judging / workers, self.longest_part)
        fed = self.cutting + self.slice_bytes / BYTES_A_SECOND
        briefs = max(self.brief / workers, fed) * self.briefs
        return self.before - self.judging + judging + briefs + self.closing


COLUMNS = tuple(field.name for field in fields(RunParts))
