"""What notebooks ask of this package (``sx.load_inputs``, ``sx.assess``, ``sx.panel_record``), answered once per run.

All briefs of a run read the same files, judge the same panels and quote the same track record. The process that
kernels are forked from works these answers out once and :func:`remember` s them here; a forked kernel finds them in
its memory. This is the only place of the package that remembers anything: everything below is given its values as
arguments. An answer is given out for its own question only: the files in the very state in which they were read, or
the very inputs that were remembered. Anything else is read and computed anew, as in every other process.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from sxresearch.assessment import assess as judging
from sxresearch.assessment import inputs as reading
from sxresearch.assessment import year_before as earlier
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.verdict import Assessment
from sxresearch.assessment.year_before import YearBefore
from sxresearch.brief.content import panel_record as past
from sxresearch.brief.content.comparison.neighbours import parts_of
from sxresearch.brief.content.panel_record import AssessedRegions
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.store.address import StoreAddress, is_address
from sxresearch.paths import ACCEPTED, ACTIONS, DATA, JUDGEMENTS, OBSERVATIONS, PLANS, RESPONSIBILITY
from sxresearch.plan.regions import PEER_LEVELS
from sxresearch.terms import Level

FilesOrFolders = Path | str | Iterable[Path | str]
_Result = TypeVar("_Result")


@dataclass(frozen=True)
class JudgedRegions:
    """The verdicts on the regions of a run, those of the year before, and the record of each of their peer levels."""

    assessment: Assessment
    before: YearBefore
    records: Mapping[str, TrackRecord]

    def record_of(self, region: str, inputs: Inputs) -> TrackRecord | None:
        """The record of the region's panel, none where it was not replayed."""
        return self.records.get(PEER_LEVELS[inputs.regions[region].level])

    def records_by_region(self, inputs: Inputs) -> dict[str, TrackRecord]:
        """Region code to the record of its panel."""
        found = {region: self.record_of(region, inputs) for region in self.assessment.regions}
        return {region: record for region, record in found.items() if record is not None}

    def assessed(self, inputs: Inputs) -> AssessedRegions:
        """The verdicts without the probabilities that a record speaks against, and the record behind each region."""
        known = self.records_by_region(inputs)
        return AssessedRegions(inputs, past.without_withheld(self.assessment, known), known)

    def published(self, inputs: Inputs) -> Assessment:
        """The verdicts without the probabilities that a record speaks against."""
        return self.assessed(inputs).assessment


@dataclass(frozen=True)
class RunAnswers:
    """What the briefs of a run have in common: its inputs and what was judged from them.

    ``as_of`` is the last data year used, ``target_year`` the year asked for in place of each plan's own.
    """

    inputs: Inputs
    as_of: int
    target_year: int | None
    judged: JudgedRegions


class Aside(Protocol):
    """How the year before is judged and the record replayed: begun by this call, waited for by what it gives back."""

    def __call__(self, work: Callable[[], _Result], /) -> Callable[[], _Result]:
        """Begin ``work``."""


def at_once(work: Callable[[], _Result]) -> Callable[[], _Result]:
    """The work done here and now, for who has no process to do it aside."""
    result = work()
    return lambda: result


@dataclass(frozen=True)
class _Remembered:
    """Answers, and the files (with their state) that their inputs were read from."""

    files: Hashable
    answers: RunAnswers


_remembered: _Remembered | None = None


def answers_of(
    inputs: Inputs,
    regions: Sequence[str],
    as_of: int | None = None,
    target_year: int | None = None,
    *,
    aside: Aside = at_once,
) -> RunAnswers:
    """Judge ``regions`` and the parts that their briefs name, today and from the data of a year before; and replay the
    record of each of their panels.

    Raises
    ------
    BadParameter
        If a region or year can't be used.
    """
    wanted = {code for region in regions for code in with_parts(inputs, region)}
    everyone = [region.code for region in inputs.regions if region.code in wanted]
    one_of_each = sorted({PEER_LEVELS[inputs.regions[region].level]: region for region in regions}.items())
    records = aside(lambda: {level: past.panel_record(inputs, region, as_of) for level, region in one_of_each})
    before = aside(lambda: earlier.assess_year_before(inputs, regions, as_of, target_year))
    assessment = judging.assess(inputs, everyone, as_of, target_year, what_if=True)
    judged = JudgedRegions(assessment, before(), records())
    return RunAnswers(inputs, _last_year(inputs, as_of), target_year, judged)


def judged_regions(inputs: Inputs, as_of: int | None = None, target_year: int | None = None) -> JudgedRegions:
    """Every region that has data judged, today and from the data of a year before, with the records of their panels.

    Raises
    ------
    BadParameter
        If the year can't be used.
    """
    return answers_of(inputs, inputs.regions_with_data(), as_of, target_year).judged


def remember(
    regions: Sequence[str],
    plans: Path | str = PLANS,
    observations: FilesOrFolders = OBSERVATIONS,
    as_of: int | None = None,
    target_year: int | None = None,
    plan_ids: Sequence[str] | None = None,
    *,
    aside: Aside = at_once,
) -> RunAnswers:
    """Read and judge what notebooks in this process, and in those forked from it, will ask for, and keep it."""
    global _remembered
    observations = _read_from(observations)
    files = _files(plans, observations, plan_ids, as_of)  # before reading: what changes meanwhile is read anew
    inputs = reading.load_inputs(plans, observations, plan_ids=plan_ids, as_of=as_of)
    answers = answers_of(inputs, regions, as_of, target_year, aside=aside)
    _remembered = _Remembered(files, answers)
    return answers


def load_inputs(
    plans: Path | str = PLANS,
    observations: FilesOrFolders = OBSERVATIONS,
    register: Register | None = None,
    *,
    plan_ids: Sequence[str] | None = None,
    as_of: int | None = None,
) -> Inputs:
    """Plans, indicators, regions and observations; see :func:`sxresearch.assessment.inputs.load_inputs`.

    Observations may be the address of a store: its figures are read once, as a snapshot.

    Raises
    ------
    SxError
        With every fault of the plans and of the observations together; if a store can't be read.
    """
    observations = _read_from(observations)
    if _remembered and register is None and _remembered.files == _files(plans, observations, plan_ids, as_of):
        return _remembered.answers.inputs
    return reading.load_inputs(plans, observations, register, plan_ids=plan_ids, as_of=as_of)


def assess(
    inputs: Inputs, regions: Sequence[str] | None = None, as_of: int | None = None, target_year: int | None = None
) -> Assessment:
    """Judge every target for the given regions; see :func:`sxresearch.assessment.assess.assess`.

    Raises
    ------
    BadParameter
        If a region or year can't be used.
    """
    known = _known(inputs, as_of)
    if known and known.target_year == target_year:
        asked = tuple(regions) if regions is not None else inputs.regions_with_data()
        if known.judged.assessment.covers(asked):
            return known.judged.assessment.of_regions(asked)
    return judging.assess(inputs, regions, as_of, target_year, what_if=True)


def with_parts(inputs: Inputs, region: str) -> tuple[str, ...]:
    """The regions to judge for the brief of ``region``: itself, and of a province its cities too, which it names.

    Only parts with a figure, in the order of the region list. All of them are of the province's own panel, so that
    they cost little more than the province alone.

    Raises
    ------
    KeyError
        If the region is not in the region list.
    """
    own = inputs.regions[region]
    if own.level is not Level.PROVINCE:
        return (region,)
    wanted = {region, *(part.code for part in parts_of(inputs.regions, own))} & {region, *inputs.regions_with_data()}
    return tuple(one.code for one in inputs.regions if one.code in wanted)


def year_before(
    inputs: Inputs, region: str, as_of: int | None = None, target_year: int | None = None
) -> YearBefore:  # fmt: skip
    """What would have been said of ``region`` a year before; see :mod:`sxresearch.assessment.year_before`.

    Raises
    ------
    BadParameter
        If the year can't be used.
    """
    known = _known(inputs, as_of)
    if known and known.target_year == target_year and region in known.judged.assessment.regions:
        return known.judged.before.of_region(region)
    return earlier.assess_year_before(inputs, [region], as_of, target_year)


def panel_record(inputs: Inputs, region: str, as_of: int | None = None) -> TrackRecord:
    """The track record of the panel of ``region``; see :func:`sxresearch.brief.content.panel_record.panel_record`.

    Raises
    ------
    KeyError
        If the region is not in the region list.
    """
    known = _known(inputs, as_of)
    found = known.judged.record_of(region, inputs) if known else None
    return found or past.panel_record(inputs, region, as_of)


def _known(inputs: Inputs, as_of: int | None) -> RunAnswers | None:
    """The remembered answers, if they are on these very inputs up to the same year."""
    if _remembered is None or _remembered.answers.inputs is not inputs:
        return None
    return _remembered.answers if _remembered.answers.as_of == _last_year(inputs, as_of) else None


def _last_year(inputs: Inputs, as_of: int | None) -> int:
    return as_of or inputs.extent.years()[1]


def _read_from(observations: FilesOrFolders) -> FilesOrFolders:
    """Files and folders as they are; for the address of a store the file of its snapshot."""
    words = [observations] if isinstance(observations, Path | str) else list(observations)
    if not any(is_address(str(word)) for word in words):
        return observations if isinstance(observations, Path | str) else words
    from sxresearch.monitoring.store.snapshot import take_snapshot  # half a second, and only stores need it

    return [take_snapshot(StoreAddress.of(str(word))) if is_address(str(word)) else word for word in words]


def _files(
    plans: Path | str, observations: FilesOrFolders, plan_ids: Sequence[str] | None, as_of: int | None
) -> Hashable:
    """The paths as they were given, what chooses among their plans, and the state of the files that they lead to."""
    several = [observations] if isinstance(observations, Path | str) else list(observations)
    given = (str(plans), *map(str, several))
    lists = (DATA / name for name in ("indicators.yaml", "regions.csv", "regions_former.csv"))
    registers = (*lists, RESPONSIBILITY, ACCEPTED, JUDGEMENTS, ACTIONS)
    return given, tuple(plan_ids or ()), as_of, state_of([*map(Path, given), *registers])


def state_of(paths: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """The files' real paths, sizes in bytes and times of change in ns; a folder stands for the files below it."""
    files = (file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path]))
    return tuple((str(file.resolve()), *_size_and_time(file)) for file in files if not file.is_dir())


def _size_and_time(file: Path) -> tuple[int, int]:
    if not file.exists():
        return -1, -1
    found = file.stat()
    return found.st_size, found.st_mtime_ns
