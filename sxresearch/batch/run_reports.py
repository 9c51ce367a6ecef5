"""The evaluation reports of a run, beside its briefs: made where they don't lie there as they were written."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.verdict import Assessment
from sxresearch.batch.manifest import Manifest, RegionResult
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.run_id import file_hash
from sxresearch.brief.content.panel_record import records, without_withheld
from sxresearch.brief.report.evaluated_plan import judged_with
from sxresearch.brief.report.region_reports import ReportWishes, reports_of, write_report
from sxresearch.errors import Fault, SxError

FOLDER = "evaluations"
"""Folder of the reports, in the folder of a run and in that of all results."""

_NOTHING_YET: dict[str, str] = {}


def add_reports(
    manifest: Manifest, folder: Path, inputs: Inputs, parameters: Parameters, save: Callable[[], object]
) -> None:
    """Make the mid-term reports of every finished region that has none, and enter them in the manifest.

    A report that can't be made is entered with its cause and costs neither the brief nor the other reports; ``save`` is
    called after each region, so that a run which is killed can be continued.
    """
    waiting = [result.region for result in manifest.done if not result.still_reported(folder)]
    if not waiting:
        return
    together = judged_with(inputs, waiting)
    known = records(inputs, together, parameters.as_of)
    judged = without_withheld(assess(inputs, together, parameters.as_of, parameters.target_year), known)
    for code in waiting:
        manifest.regions[code] = _reported(manifest.regions[code], folder, inputs, judged, known[code], parameters)
        save()


def _reported(
    result: RegionResult,
    folder: Path,
    inputs: Inputs,
    judged: Assessment,
    record: TrackRecord,
    parameters: Parameters,
) -> RegionResult:
    try:
        paths = _written(result.region, folder / FOLDER, inputs, judged, record, parameters)
    except SxError as problem:
        return replace(result, reports=_NOTHING_YET, report_causes=problem.faults)
    except Exception as problem:  # as for a brief: it is recorded, and the others go on
        cause = Fault.of("unexpected", "", kind=type(problem).__name__, message=str(problem))
        return replace(result, reports=_NOTHING_YET, report_causes=(cause,))
    hashes = {path.relative_to(folder).as_posix(): file_hash(path) for path in paths}
    return replace(result, reports=hashes, report_causes=())


def _written(
    region: str, folder: Path, inputs: Inputs, judged: Assessment, record: TrackRecord, parameters: Parameters
) -> Sequence[Path]:
    lang, internal = parameters.lang, parameters.internal
    contents = reports_of(inputs, judged, region, ReportWishes(), lang, record, internal=internal)
    return [path for content in contents for path in write_report(content, folder)]
