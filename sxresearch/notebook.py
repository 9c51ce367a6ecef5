"""What notebooks ask of this package (``sx.load_inputs``, ``sx.assess``, ``sx.panel_record``), answered once per run.

All briefs of a run rest on the same figures, the same panels and the same track record. The run works these answers
out once; the process of a kernel is told where the slice of its region lies (:mod:`sxresearch.region_slice`), and the
process that kernels are forked from has read what all briefs have in common and :func:`remember` s it here. This is
the only place of the package that remembers anything: everything below is given its values as arguments. An answer is
given out for the question of the run only. Anything else is read and computed anew, as in every other process.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sxresearch.assessment import assess as judging
from sxresearch.assessment import inputs as reading
from sxresearch.assessment import year_before as earlier
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.verdict import Assessment, Details
from sxresearch.assessment.year_before import YearBefore
from sxresearch.brief.content import panel_record as past
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.store.address import StoreAddress, is_address
from sxresearch.paths import OBSERVATIONS, PLANS
from sxresearch.region_slice import COMMON_FILE, VARIABLE, Asked, CommonPart, read_common, read_slice
from sxresearch.run_answers import JudgedRegions, RunAnswers, answers_of, last_year

FilesOrFolders = Path | str | Iterable[Path | str]


@dataclass(frozen=True)
class _Given:
    """The answers that the slice of a region holds, and the question that they answer."""

    file: str
    region: str
    asked: Asked
    answers: RunAnswers


_common: CommonPart | None = None
_given: _Given | None = None


def remember(common: CommonPart) -> None:
    """Keep what the briefs of a run have in common, for kernels that are forked from this process."""
    global _common
    _common = common


def _slice() -> _Given | None:
    """The answers of the slice that this process was given, read when they are first asked for."""
    global _given
    file = os.environ.get(VARIABLE, "")
    if not file:
        return None
    if _given is None or _given.file != file:
        common = _common or read_common(Path(file).with_name(COMMON_FILE))
        own = read_slice(Path(file))
        _given = _Given(file, own.region, common.asked, own.answers(common))
    return _given


def judged_regions(inputs: Inputs, as_of: int | None = None, target_year: int | None = None) -> JudgedRegions:
    """Every region that has data judged, today and from the data of a year before, with the records of their panels.

    Raises
    ------
    BadParameter
        If the year can't be used.
    """
    return answers_of(inputs, inputs.regions_with_data(), as_of, target_year).judged


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
    words = _read_from(observations)
    given = _slice() if register is None else None
    if given and given.asked == Asked.of(plans, words, plan_ids, as_of):
        return given.answers.inputs
    return reading.load_inputs(plans, words, register, plan_ids=plan_ids, as_of=as_of)


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
    return judging.assess(_whole(inputs), regions, as_of, target_year, details=Details.ALL)


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
    if known and known.target_year == target_year and _given and _given.region == region:
        return known.judged.before.of_region(region)
    return earlier.assess_year_before(_whole(inputs), [region], as_of, target_year)


def panel_record(inputs: Inputs, region: str, as_of: int | None = None) -> TrackRecord:
    """The track record of the panel of ``region``; see :func:`sxresearch.brief.content.panel_record.panel_record`.

    Raises
    ------
    KeyError
        If the region is not in the region list.
    """
    known = _known(inputs, as_of)
    found = known.judged.record_of(region, inputs) if known else None
    return found or past.panel_record(_whole(inputs), region, as_of)


def _known(inputs: Inputs, as_of: int | None) -> RunAnswers | None:
    """The answers of the run, if they are on these very inputs up to the same year."""
    if _given is None or _given.answers.inputs is not inputs:
        return None
    return _given.answers if _given.answers.as_of == last_year(inputs, as_of) else None


def _whole(inputs: Inputs) -> Inputs:
    """These inputs; those of a slice as a whole: a question that the run did not answer needs all figures."""
    if _given is None or _given.answers.inputs is not inputs:
        return inputs
    plans, observations = _given.asked.files
    return reading.load_inputs(plans, observations, plan_ids=_given.asked.plan_ids or None, as_of=_given.asked.as_of)


def _read_from(observations: FilesOrFolders) -> list[Path | str]:
    """Files and folders as they are; for the address of a store the file of its snapshot."""
    words = [observations] if isinstance(observations, Path | str) else list(observations)
    if not any(is_address(str(word)) for word in words):
        return words
    from sxresearch.monitoring.store.snapshot import take_snapshot  # half a second, and only stores need it

    return [take_snapshot(StoreAddress.of(str(word))) if is_address(str(word)) else word for word in words]
