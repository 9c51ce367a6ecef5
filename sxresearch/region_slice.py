"""What one brief reads of a run: the slice of its region, and what the briefs of all regions have in common.

A slice holds the figures of the region and of those beside it, the verdicts, fans and scenarios that the brief may
show, and the answers of a year before; the common part the plans, the register, the extent of all figures and the
track record of each peer level. Whoever makes a brief reads these two and nothing else, so that its bytes rest on the
figures as the run read them, whatever becomes of the files meanwhile.

In a run for publication a slice holds published figures only: no small count lies in it.

The files are pickles: they live for one brief in the private folder of the process that starts its kernel, and are
read by the same version of this package, which a run sees to.
"""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.verdict import Assessment, AssessmentByRegion
from sxresearch.assessment.year_before import YearBefore
from sxresearch.brief.content.comparison.neighbours import neighbours
from sxresearch.monitoring.observations import Observations
from sxresearch.paths import OBSERVATIONS, PLANS
from sxresearch.run_answers import JudgedRegions, RunAnswers, with_parts

VARIABLE = "SXRESEARCH_SLICE"
"""Environment variable of a kernel's process: the file of its region's slice; the common part lies beside it."""
COMMON_FILE = "common.pickle"


@dataclass(frozen=True)
class Asked:
    """Where a notebook reads from, as its parameters say it; empty where that is the checkout's own.

    So the words mean the same on a machine whose checkout lies elsewhere.
    """

    plans: str
    observations: tuple[str, ...]
    plan_ids: tuple[str, ...]
    as_of: int | None

    @classmethod
    def of(
        cls,
        plans: Path | str,
        observations: Sequence[Path | str],
        plan_ids: Sequence[str] | None,
        as_of: int | None,
    ) -> "Asked":
        """The question of :func:`sxresearch.notebook.load_inputs`."""
        own = tuple(map(str, OBSERVATIONS))
        words = tuple(map(str, observations))
        return cls(
            "" if str(plans) == str(PLANS) else str(plans), () if words == own else words, tuple(plan_ids or ()), as_of
        )

    @property
    def files(self) -> tuple[Path | str, Sequence[Path | str]]:
        """The plans and the observations, as paths of this machine."""
        return self.plans or PLANS, self.observations or OBSERVATIONS


@dataclass(frozen=True)
class CommonPart:
    """``inputs`` hold everything but figures; ``records`` the track record of each peer level."""

    asked: Asked
    inputs: Inputs
    as_of: int
    target_year: int | None
    records: dict[str, TrackRecord]


@dataclass(frozen=True)
class RegionSlice:
    """``observations`` are the figures of the region and of those beside it; ``shown`` what is published of them,
    where they are more than that. The answers of a year before are those of the region alone.
    """

    region: str
    observations: Observations
    shown: Observations | None
    assessment: Assessment
    before: YearBefore

    def answers(self, common: CommonPart) -> RunAnswers:
        """What the brief's notebook asks for."""
        inputs = replace(common.inputs, observations=self.observations)
        inputs = inputs if self.shown is None else inputs.shown_as(self.shown)
        judged = JudgedRegions(self.assessment, self.before, common.records)
        return RunAnswers(inputs, common.as_of, common.target_year, judged)


@dataclass(frozen=True)
class RunSlices:
    """The slices of a run, each cut when its brief is about to be made."""

    run: RunAnswers
    asked: Asked
    internal: bool

    @property
    def common(self) -> bytes:
        """The common part as the content of its file."""
        run, inputs = self.run, self.run.inputs
        nothing = Observations(inputs.observations.table.iloc[:0], inputs.observations.sources)
        frame = replace(inputs, observations=nothing, whole_extent=replace(inputs.extent, reports=None))
        return _bytes(CommonPart(self.asked, frame, run.as_of, run.target_year, dict(run.judged.records)))

    def of(self, region: str) -> bytes:
        """The slice of one region as the content of its file."""
        judged, regions = self.run.judged, self.run.inputs.regions
        beside = [region, *neighbours(regions, regions[region]).codes]
        published = _figures(self.run.inputs.published.observations, beside)
        return _bytes(
            RegionSlice(
                region,
                _figures(self.run.inputs.observations, beside) if self._both else published,
                published if self._both else None,
                self._assessment.of(with_parts(self.run.inputs, region)),
                YearBefore(
                    self._then.of([region]),
                    self._now.of([region]),
                    judged.before.revisions_of(region),
                ),
            )
        )

    @property
    def _both(self) -> bool:
        """Whether small counts are shown, and are there."""
        return self.internal and self.run.inputs.published is not self.run.inputs

    @cached_property
    def _assessment(self) -> AssessmentByRegion:
        return AssessmentByRegion(self.run.judged.assessment)

    @cached_property
    def _then(self) -> AssessmentByRegion:
        return AssessmentByRegion(self.run.judged.before.known_then)

    @cached_property
    def _now(self) -> AssessmentByRegion:
        return AssessmentByRegion(self.run.judged.before.known_now)


def _figures(observations: Observations, regions: Sequence[str]) -> Observations:
    """The observations of these regions, numbered anew."""
    mine = observations.of_regions(regions)
    return replace(mine, table=mine.table.reset_index(drop=True), superseded=mine.superseded.reset_index(drop=True))


def _bytes(part: CommonPart | RegionSlice) -> bytes:
    return pickle.dumps(part, protocol=pickle.HIGHEST_PROTOCOL)


def read_common(file: Path) -> CommonPart:
    """The common part beside the slices of a run."""
    found: CommonPart = pickle.loads(file.read_bytes())  # written by our own process, in its private folder
    return found


def read_slice(file: Path) -> RegionSlice:
    """The slice of one region."""
    found: RegionSlice = pickle.loads(file.read_bytes())  # written by our own process, in its private folder
    return found
