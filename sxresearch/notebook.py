"""What notebooks ask of this package (``sx.load_inputs``, ``sx.assess``, ``sx.panel_record``), answered once per run.

All briefs of a run read the same files, judge the same panels and quote the same track record. The process that
kernels are forked from works these answers out once and :func:`remember` s them here; a forked kernel finds them in
its memory. This is the only place of the package that remembers anything: everything below is given its values as
arguments. An answer is given out for its own question only: the files in the very state in which they were read, or
the very inputs that were remembered. Anything else is read and computed anew, as in every other process.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sxresearch.assessment import assess as judging
from sxresearch.assessment import inputs as reading
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.verdict import Assessment
from sxresearch.brief.content import panel_record as past
from sxresearch.monitoring.contract import Register
from sxresearch.paths import ACCEPTED, ACTIONS, DATA, JUDGEMENTS, OBSERVATIONS, PLANS, RESPONSIBILITY
from sxresearch.plan.regions import PEER_LEVELS

FilesOrFolders = Path | str | Iterable[Path | str]


@dataclass(frozen=True)
class RunAnswers:
    """What the briefs of a run have in common: inputs, verdicts on its regions, and the record of each peer level.

    ``as_of`` is the last data year used, ``target_year`` the year asked for in place of each plan's own.
    """

    inputs: Inputs
    as_of: int
    target_year: int | None
    assessment: Assessment
    records: Mapping[str, TrackRecord]


@dataclass(frozen=True)
class _Remembered:
    """Answers, and the files (with their state) that their inputs were read from."""

    files: Hashable
    answers: RunAnswers


_remembered: _Remembered | None = None


def answers_of(
    inputs: Inputs, regions: Sequence[str], as_of: int | None = None, target_year: int | None = None
) -> RunAnswers:
    """Judge ``regions`` and re-live the record of each of their panels, once.

    Raises
    ------
    BadParameter
        If a region or year can't be used.
    """
    assessment = judging.assess(inputs, regions, as_of, target_year)
    one_of_each = {PEER_LEVELS[inputs.regions[region].level]: region for region in regions}
    records = {level: past.panel_record(inputs, region, as_of) for level, region in sorted(one_of_each.items())}
    return RunAnswers(inputs, _last_year(inputs, as_of), target_year, assessment, records)


def remember(
    regions: Sequence[str],
    plans: Path | str = PLANS,
    observations: FilesOrFolders = OBSERVATIONS,
    as_of: int | None = None,
    target_year: int | None = None,
    plan_ids: Sequence[str] | None = None,
) -> RunAnswers:
    """Read and judge what notebooks in this process, and in those forked from it, will ask for, and keep it."""
    global _remembered
    files = _files(plans, observations, plan_ids, as_of)  # before reading: what changes meanwhile is read anew
    inputs = reading.load_inputs(plans, observations, plan_ids=plan_ids, as_of=as_of)
    answers = answers_of(inputs, regions, as_of, target_year)
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

    Raises
    ------
    SxError
        With every fault of the plans and of the observations together.
    """
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
        if known.assessment.covers(asked):
            return known.assessment.of_regions(asked)
    return judging.assess(inputs, regions, as_of, target_year)


def panel_record(inputs: Inputs, region: str, as_of: int | None = None) -> TrackRecord:
    """The track record of the panel of ``region``; see :func:`sxresearch.brief.content.panel_record.panel_record`.

    Raises
    ------
    KeyError
        If the region is not in the region list.
    """
    known = _known(inputs, as_of)
    found = known.records.get(PEER_LEVELS[inputs.regions[region].level]) if known else None
    return found or past.panel_record(inputs, region, as_of)


def _known(inputs: Inputs, as_of: int | None) -> RunAnswers | None:
    """The remembered answers, if they are on these very inputs up to the same year."""
    if _remembered is None or _remembered.answers.inputs is not inputs:
        return None
    return _remembered.answers if _remembered.answers.as_of == _last_year(inputs, as_of) else None


def _last_year(inputs: Inputs, as_of: int | None) -> int:
    return as_of or inputs.extent.years()[1]


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
